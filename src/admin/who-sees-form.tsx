'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState, useTransition } from 'react'
import type { RestrictionView } from '../desk/restriction-view.ts'
import { Button } from './button.tsx'
import { LiftDialog } from './lift-dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type Answer, type Failure, liftRestriction, restrictTo } from './rest.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { wordsOf } from './words/words.ts'

type Named = RestrictionView['people'][number] & {
  /** Their roles in words. */
  does: string
}

/** Names who may know of a release, and opens it to everybody again. */
export function WhoSeesForm({
  id,
  you,
  view,
  people,
}: {
  id: string
  you: string
  view: RestrictionView
  people: readonly Named[]
}) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const place = useRef<HTMLElement>(null)
  const restricted = view.since !== null
  const [named, setNamed] = useState(
    () => new Set(people.filter((one) => one.named || one.id === you).map((one) => one.id)),
  )
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [lifting, setLifting] = useState(false)
  const [refreshing, startRefresh] = useTransition()

  useFocusAfter(refreshing, place)

  function settle(answer: Answer<unknown>, done: string): void {
    setBusy(false)
    setRefused(answer.ok ? null : answer.failure)
    setSaid(answer.ok ? done : '')
    if (!answer.ok) return
    setLifting(false)
    startRefresh(() => router.refresh())
  }

  async function restrict(): Promise<void> {
    setBusy(true)
    settle(await restrictTo(id, [...named], language), words.restrictDone)
  }

  async function lift(reason: string): Promise<void> {
    setBusy(true)
    settle(await liftRestriction(id, reason, language), words.liftDone)
  }

  const { allowed, why } = view.restrict
  const nobodyReviews = !people.some((one) => named.has(one.id) && one.roles.includes('reviewer'))
  return (
    <section ref={place} tabIndex={-1} aria-label={words.whoSees} className="desk-who">
      <output>{said}</output>
      {lifting ? null : <Refusal refused={refused} words={words} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (allowed && !busy) void restrict()
        }}
      >
        <fieldset disabled={!allowed}>
          <legend>{words.restrictPeople}</legend>
          <p className="desk-input__help">{words.restrictExplains}</p>
          {people.map((one) => (
            <label key={one.id} className="desk-input__choice">
              <input
                type="checkbox"
                checked={named.has(one.id)}
                // Whoever restricts it is always named.
                disabled={one.id === you}
                onChange={({ target }) =>
                  setNamed((before) => {
                    const after = new Set(before)
                    if (target.checked) after.add(one.id)
                    else after.delete(one.id)
                    return after
                  })
                }
              />
              <span>
                <bdi>{one.name}</bdi>
                {one.id === you ? ` (${words.restrictYou})` : ''}
                <span className="desk-who__does"> · {one.does}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {nobodyReviews ? <p className="desk-notice">{words.restrictNoReviewer}</p> : null}
        {allowed ? null : <p className="desk-notice">{why}</p>}
        <p className="desk-who__buttons">
          <Button strong type="submit" closed={!allowed || busy || refreshing}>
            {restricted ? words.restrictChange : words.restrictDo}
          </Button>
          {restricted && view.lift.allowed ? (
            <Button disabled={busy} onClick={() => setLifting(true)}>
              {words.liftDo}
            </Button>
          ) : null}
        </p>
      </form>
      {lifting ? (
        <LiftDialog
          title={words.liftDo}
          words={words}
          busy={busy}
          refused={refused}
          onLift={(reason) => void lift(reason)}
          onClose={() => setLifting(false)}
        />
      ) : null}
    </section>
  )
}

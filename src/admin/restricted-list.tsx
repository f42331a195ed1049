'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState, useTransition } from 'react'
import { Button } from './button.tsx'
import { LiftDialog } from './lift-dialog.tsx'
import { type Failure, openRestricted } from './rest.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { wordsOf } from './words/words.ts'

interface Line {
  id: string
  name: string
  since: string
  people: readonly string[]
}

/** Restricted texts as an administrator may know of them, and the way to open one to everybody. */
export function RestrictedList({ texts }: { texts: readonly Line[] }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const place = useRef<HTMLElement>(null)
  const [lifting, setLifting] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const [refreshing, startRefresh] = useTransition()

  useFocusAfter(refreshing, place)

  async function lift(id: string, reason: string): Promise<void> {
    setBusy(true)
    const answer = await openRestricted(id, reason, language)
    setBusy(false)
    setRefused(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    setSaid(words.liftDone)
    setLifting(null)
    startRefresh(() => router.refresh())
  }

  return (
    <section ref={place} tabIndex={-1} aria-label={words.restrictedTexts}>
      <output>{said}</output>
      {texts.length === 0 ? <p className="desk-notice">{words.restrictedNone}</p> : null}
      <ul className="desk-links">
        {texts.map(({ id, name, since, people }) => (
          <li key={id}>
            <h2>{name}</h2>
            <p>{since}</p>
            <p>
              {words.restrictPeople}: {people.join(', ')}
            </p>
            <Button
              disabled={busy || refreshing}
              aria-label={`${words.restrictedLift}: ${name}`}
              onClick={() => {
                setRefused(null)
                setLifting(id)
              }}
            >
              {words.restrictedLift}
            </Button>
          </li>
        ))}
      </ul>
      {lifting ? (
        <LiftDialog
          title={words.restrictedLift}
          words={words}
          busy={busy}
          refused={refused}
          needed
          onLift={(reason) => void lift(lifting, reason)}
          onClose={() => setLifting(null)}
        />
      ) : null}
    </section>
  )
}

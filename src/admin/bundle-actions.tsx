'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState, useTransition } from 'react'
import type { BundleText, BundleView, PersonsAction } from '../desk/bundle-view.ts'
import { chosenMoment } from '../workflow/zoned-time.ts'
import { ActionInput } from './action-input.tsx'
import { Button } from './button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { type Failure, stepBundle } from './rest.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'

/** What can be done with a bundle; what can't be done stays and says why. */
export function BundleActions({ view }: { view: BundleView }) {
  const { language } = useTranslation().i18n
  const router = useRouter()
  const [chosen, setChosen] = useState<PersonsAction | null>(null)
  const [refreshing, startRefresh] = useTransition()
  const why = useId()
  const closed = view.actions.filter(({ allowed }) => !allowed)
  const reasons = [...new Set(closed.flatMap((one) => one.why))]
  const first = view.actions.find(({ allowed }) => allowed)
  return (
    <>
      <div className="desk-open__actions">
        {view.actions.map(({ action, label, allowed }) => (
          <Button
            key={action}
            strong={action === first?.action}
            closed={!allowed}
            aria-describedby={allowed ? undefined : why}
            onClick={() => {
              if (allowed) setChosen(action)
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <div id={why}>
        {reasons.map((reason) => (
          <p key={reason} className="desk-bar__hint">
            {reason}
          </p>
        ))}
      </div>
      {chosen ? (
        <StepDialog
          view={view}
          action={chosen}
          language={language}
          refreshing={refreshing}
          onDone={() =>
            startRefresh(() => {
              router.refresh()
              setChosen(null)
            })
          }
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  )
}

/** What is said of one text that has been published before. */
interface Said {
  change: '' | 'minor' | 'major'
  publicNote: string
  reason: string
}

function StepDialog({
  view,
  action,
  language,
  refreshing,
  onDone,
  onClose,
}: {
  view: BundleView
  action: PersonsAction
  language: string
  refreshing: boolean
  onDone: () => void
  onClose: () => void
}) {
  const words = wordsOf(language)
  const id = useId()
  const [at, setAt] = useState('')
  const [said, setSaid] = useState<Record<string, Said>>({})
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const busy = sending || refreshing
  const goes = action === 'schedule' || action === 'publish'
  const chosen = chosenMoment(at, view.zones.post)
  const moment = chosen === 'twice' ? null : chosen
  const corrections = goes ? view.texts.filter(({ correction }) => correction) : []
  const unsaid = corrections.some((text) => !isSaid(text, said[text.id]))
  // Which of two is asked beside the time itself.
  const timeError = at !== '' && chosen === null ? words.noSuchTime : null
  const label = words[`bundle-do-${action}`]

  async function send(): Promise<void> {
    setSending(true)
    const input = {
      revision: view.revision,
      ...(action === 'schedule' ? { at: moment } : {}),
      ...(goes
        ? { texts: view.texts.filter(({ state }) => state).map((text) => told(text, said)) }
        : {}),
    }
    const answer = await stepBundle(view.id, action, input, language)
    if (answer.ok) onDone()
    else setRefused(answer.failure)
    setSending(false)
  }

  return (
    <Dialog
      title={label}
      explains={words[`bundle-explain-${action}`]}
      busy={busy}
      onClose={onClose}
    >
      <DialogForm
        label={label}
        words={words}
        busy={busy}
        closed={busy || unsaid || (action === 'schedule' && moment === null)}
        onSend={() => void send()}
        onClose={onClose}
      >
        {refused ? (
          <div className="desk-dialog__refused" role="alert">
            <p className="desk-dialog__head">{words.refused}</p>
            {(refused.messages.length > 0 ? refused.messages : [words.noAnswer]).map((message) => (
              <p key={message}>{message}</p>
            ))}
            {refused.status === 409 ? <Button onClick={onDone}>{words.loadNewest}</Button> : null}
          </div>
        ) : null}
        {action === 'schedule' ? (
          <ActionInput
            id={`${id}-at`}
            input={{
              field: 'at',
              label: words.setTime,
              kind: 'moment',
              options: [],
              preset: '',
              help: '',
              only: null,
            }}
            value={at}
            error={timeError}
            zones={view.zones}
            words={words}
            language={language}
            onChange={setAt}
          />
        ) : null}
        {corrections.map((text) => (
          <Correction
            key={text.id}
            id={`${id}-${text.id}`}
            text={text}
            said={said[text.id] ?? { change: '', publicNote: '', reason: '' }}
            view={view}
            language={language}
            onChange={(one) => setSaid((before) => ({ ...before, [text.id]: one }))}
          />
        ))}
      </DialogForm>
    </Dialog>
  )
}

function isSaid({ minorNeeds }: BundleText, one: Said | undefined): boolean {
  if (one?.change === 'minor') return minorNeeds === '' || one.reason.trim() !== ''
  return one?.change === 'major' && one.publicNote.trim() !== ''
}

function told({ id, revision, correction }: BundleText, said: Record<string, Said>) {
  const one = said[id]
  if (!correction || !one || one.change === '') return { id, revision }
  return {
    id,
    revision,
    change: one.change,
    ...(one.change === 'major' ? { publicNote: one.publicNote } : {}),
    ...(one.change === 'minor' && one.reason.trim() !== '' ? { reason: one.reason } : {}),
  }
}

/** What readers are told of a text that they have read in an earlier edition. */
function Correction({
  id,
  text,
  said,
  view,
  language,
  onChange,
}: {
  id: string
  text: BundleText
  said: Said
  view: BundleView
  language: string
  onChange: (said: Said) => void
}) {
  const words = wordsOf(language)
  const options = [
    { value: 'minor', label: words.changeMinor },
    { value: 'major', label: words.changeMajor },
  ]
  const shared = { error: null, zones: view.zones, words, language }
  return (
    <fieldset className="desk-input">
      <legend>{`${text.headline} (${text.language})`}</legend>
      <ActionInput
        {...shared}
        id={`${id}-change`}
        input={{
          field: 'change',
          label: words.change,
          kind: 'choice',
          options,
          preset: '',
          help: '',
          only: null,
        }}
        value={said.change}
        onChange={(change) => onChange({ ...said, change: change as Said['change'] })}
      />
      {said.change === 'minor' && text.minorNeeds !== '' ? (
        <ActionInput
          {...shared}
          id={`${id}-reason`}
          input={{
            field: 'reason',
            label: words.dismissReason,
            kind: 'words',
            options: [],
            preset: '',
            help: text.minorNeeds,
            only: null,
          }}
          value={said.reason}
          onChange={(reason) => onChange({ ...said, reason })}
        />
      ) : null}
      {said.change === 'major' ? (
        <ActionInput
          {...shared}
          id={`${id}-note`}
          input={{
            field: 'publicNote',
            label: words.publicNote,
            kind: 'words',
            options: [],
            preset: '',
            help: '',
            only: null,
          }}
          value={said.publicNote}
          onChange={(publicNote) => onChange({ ...said, publicNote })}
        />
      ) : null}
    </fieldset>
  )
}

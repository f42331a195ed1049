'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { Bar } from '../desk/bar.ts'
import type { BarAction } from '../desk/bar-actions.ts'
import { ActionInput } from './action-input.tsx'
import { Button } from './button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Languages } from './languages.tsx'
import { Problems } from './problems.tsx'
import { type Failure, fetchBar, silence, takeAction } from './rest.ts'
import { fill, type wordsOf } from './words/words.ts'
import { chosenMoment, wallTimeOf } from '../workflow/zoned-time.ts'

/**
 * Asks for what an action needs, says what it will do, and takes it. Stays open until the page shows what has become
 * of the text (`refreshing`), so that nothing is typed into a form that is about to be replaced.
 */
export function ActionDialog({
  bar,
  action,
  words,
  language,
  refreshing,
  onDone,
  onReload,
  onClose,
}: {
  bar: Bar
  action: BarAction
  words: ReturnType<typeof wordsOf>
  language: string
  refreshing: boolean
  /** The action was taken. */
  onDone: () => void
  /** The person wants to see what others made of the text. */
  onReload: () => void
  onClose: () => void
}) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<Record<string, string>>(() => presets(bar, action))
  const [languages, setLanguages] = useState(action.languages.map(({ tag }) => tag))
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [meanwhile, setMeanwhile] = useState<string[]>([])
  const asked = action.asks.filter(({ only }) => only === null || values.change === only)
  const busy = sending || refreshing
  const errors = refused ?? silence

  // The focus goes to the first input that was refused; without one, to the sentence that says why.
  useEffect(() => {
    if (!refused) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const input = first?.querySelector<HTMLElement>('input') ?? first
    ;(input ?? form.current?.querySelector<HTMLElement>('[role="alert"]'))?.focus()
  }, [refused])

  async function send(): Promise<void> {
    const input: Record<string, unknown> = {}
    for (const { field, kind } of asked) {
      const value = values[field] ?? ''
      const sent = kind === 'moment' ? chosenMoment(value, bar.zones.post) : value
      if (kind === 'moment' && value !== '' && (sent === null || sent === 'twice')) {
        const why = sent === null ? words.noSuchTime : words.timeTwice
        setRefused({ ...silence, byField: { [field]: why } })
        return
      }
      if (sent) input[field] = sent
    }
    if (languages.length < action.languages.length) input.languages = languages
    setSending(true)
    const answer = await takeAction(bar, action.action, input, language)
    if (answer.ok) onDone()
    else {
      if (answer.failure.status === 409) {
        const now = await fetchBar(bar, language, bar.revision)
        setMeanwhile(now.ok ? now.value.meanwhile : [])
      }
      setRefused(answer.failure)
    }
    setSending(false)
  }

  return (
    <Dialog title={action.label} explains={action.explains} busy={busy} onClose={onClose}>
      <DialogForm
        form={form}
        label={action.label}
        words={words}
        busy={busy}
        onSend={() => void send()}
        onClose={onClose}
      >
        {refused ? (
          <Refused
            failure={refused}
            bar={bar}
            words={words}
            meanwhile={meanwhile}
            onReload={onReload}
            onClose={onClose}
          />
        ) : null}
        {action.reminds.length > 0 ? (
          <div className="desk-dialog__reason">
            <p>
              {fill(words.openMustFix, {
                count: String(action.reminds.length),
              })}
            </p>
            <Problems problems={action.reminds} bar={bar} words={words} leave={onClose} />
          </div>
        ) : null}
        {action.action === 'archive' ? <Uses uses={bar.uses} words={words} /> : null}
        {asked.map((input) => (
          <ActionInput
            key={input.field}
            id={`${id}-${input.field}`}
            input={input}
            value={values[input.field] ?? ''}
            error={errors.byField[input.field] ?? null}
            zones={bar.zones}
            words={words}
            language={language}
            onChange={(value) => setValues((before) => ({ ...before, [input.field]: value }))}
          />
        ))}
        <Languages
          action={action}
          chosen={languages}
          words={words}
          language={language}
          onChange={setLanguages}
        />
      </DialogForm>
    </Dialog>
  )
}

/** Where an item is shown that is about to go. */
function Uses({ uses, words }: { uses: Bar['uses']; words: ReturnType<typeof wordsOf> }) {
  if (uses.length === 0) return <p className="desk-dialog__reason">{words.usesNone}</p>
  return (
    <div className="desk-dialog__reason">
      <p>{words.usesExplain}</p>
      <ul>
        {uses.map(({ words: sentence, href }) => (
          <li key={href + sentence}>
            <a href={href} target="_blank" rel="noreferrer">
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function presets(bar: Bar, action: BarAction): Record<string, string> {
  return Object.fromEntries(
    action.asks.map(({ field, kind, preset }) => [
      field,
      kind === 'moment' && preset !== '' ? wallTimeOf(preset, bar.zones.post) : preset,
    ]),
  )
}

/** Why it was not done. What is said about one input stands at that input. */
function Refused({
  failure,
  bar,
  words,
  meanwhile,
  onReload,
  onClose,
}: {
  failure: Failure
  bar: Bar
  words: ReturnType<typeof wordsOf>
  meanwhile: readonly string[]
  onReload: () => void
  onClose: () => void
}) {
  const { status, messages, problems } = failure
  const silent = messages.length === 0 && Object.keys(failure.byField).length === 0
  const stale = status === 409
  return (
    <div className="desk-dialog__refused" role="alert" tabIndex={-1}>
      <p className="desk-dialog__head">{words.refused}</p>
      {(silent ? [words.noAnswer] : messages).map((message) => (
        <p key={message}>{message}</p>
      ))}
      <Problems problems={problems} bar={bar} words={words} leave={onClose} />
      {stale && meanwhile.length > 0 ? (
        <>
          <p className="desk-dialog__head">{words.changedMeanwhile}</p>
          <ul>
            {meanwhile.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
      {stale ? <Button onClick={onReload}>{words.loadNewest}</Button> : null}
    </div>
  )
}

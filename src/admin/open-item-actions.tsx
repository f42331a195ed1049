'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState, useTransition } from 'react'
import type { OfferedAction, OpenItemAction } from '../exchange/open-item-view.ts'
import { Button } from './button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { type Failure, settleOpenItem } from './rest.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'

/** What can be done about an open item; what can't be done stays and says why. */
export function OpenItemActions({
  id,
  actions,
  revision,
}: {
  id: string
  actions: readonly OfferedAction[]
  /** The text's, as it is shown. */
  revision: number | null
}) {
  const { language } = useTranslation().i18n
  const router = useRouter()
  const [chosen, setChosen] = useState<OfferedAction | null>(null)
  const [refreshing, startRefresh] = useTransition()
  const why = useId()
  // Both are closed for the same reasons, as a rule: each sentence once.
  const reasons = [
    ...new Set(actions.flatMap((action) => (action.why ?? []).map((one) => String(one.message)))),
  ]
  return (
    <>
      <div className="desk-open__actions">
        {actions.map((action, index) => (
          <Button
            key={action.action}
            strong={index === 0 && action.allowed}
            closed={!action.allowed}
            aria-describedby={action.allowed ? undefined : why}
            onClick={() => {
              if (action.allowed) setChosen(action)
            }}
          >
            {action.label}
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
        <SettleDialog
          id={id}
          action={chosen}
          revision={revision}
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

function inputOf(action: OpenItemAction, revision: number | null, note: string) {
  return action === 'dismiss' ? { note } : { revision }
}

function SettleDialog({
  id,
  action,
  revision,
  language,
  refreshing,
  onDone,
  onClose,
}: {
  id: string
  action: OfferedAction
  revision: number | null
  language: string
  refreshing: boolean
  onDone: () => void
  onClose: () => void
}) {
  const words = wordsOf(language)
  const field = useId()
  const [note, setNote] = useState('')
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const busy = sending || refreshing

  async function send(): Promise<void> {
    setSending(true)
    const input = inputOf(action.action, revision, note)
    const answer = await settleOpenItem(id, action.action, input, language)
    if (answer.ok) onDone()
    else setRefused(answer.failure)
    setSending(false)
  }

  const missing = action.action === 'dismiss' && note.trim() === ''
  return (
    <Dialog title={action.label} explains={action.explains} busy={busy} onClose={onClose}>
      <DialogForm
        label={action.label}
        words={words}
        busy={busy}
        closed={busy || missing}
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
        {action.action === 'dismiss' ? (
          <div className="desk-input">
            <label htmlFor={field}>
              {words.dismissReason} <span>({words.required})</span>
            </label>
            <textarea
              id={field}
              rows={4}
              required
              maxLength={5000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        ) : null}
      </DialogForm>
    </Dialog>
  )
}

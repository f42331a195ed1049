'use client'

import { useState } from 'react'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import type { Failure } from './rest.ts'
import type { wordsOf } from './words/words.ts'

/** Opens a text to everybody at the desk. `needed`: whether it takes a reason. */
export function LiftDialog({
  title,
  words,
  busy,
  refused,
  needed = false,
  onLift,
  onClose,
}: {
  title: string
  words: ReturnType<typeof wordsOf>
  busy: boolean
  refused: Failure | null
  needed?: boolean
  onLift: (reason: string) => void
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Dialog title={title} explains={words.liftExplains} busy={busy} onClose={onClose}>
      <DialogForm
        label={title}
        words={words}
        busy={busy}
        closed={busy || (needed && reason.trim() === '')}
        onSend={() => onLift(reason)}
        onClose={onClose}
      >
        <Refusal refused={refused} words={words} />
        <div className="desk-input">
          <label htmlFor="lift-reason">
            {words.liftReason} {needed ? <span>({words.required})</span> : null}
          </label>
          <textarea
            id="lift-reason"
            rows={3}
            maxLength={5000}
            required={needed}
            value={reason}
            data-first=""
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      </DialogForm>
    </Dialog>
  )
}

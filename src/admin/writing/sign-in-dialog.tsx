'use client'

import { useAuth } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { DialogForm } from '../dialog-form.tsx'
import { Dialog } from '../dialog.tsx'
import { type Session, signIn } from '../rest.ts'
import { fill, type wordsOf } from '../words/words.ts'

/** Signs in again over the form, as the person who typed into it. */
export function SignInDialog({
  other,
  words,
  language,
  onSignedIn,
  onClose,
}: {
  /** Somebody else is signed in at this browser. */
  other: boolean
  words: ReturnType<typeof wordsOf>
  language: string
  onSignedIn: (session: Session) => void
  onClose: () => void
}) {
  const id = useId()
  const { user } = useAuth<{ id: string; email?: string; name?: string }>()
  const [who] = useState({ email: user?.email ?? '', name: user?.name ?? '' })
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function send(): Promise<void> {
    setBusy(true)
    const answer = await signIn(who.email, password, language)
    setBusy(false)
    if (answer.ok) onSignedIn(answer.value)
    else setRefused(answer.failure.messages.join(' ') || words.noAnswer)
  }

  const explains = other ? words.expiredOther : words.expiredExplains
  return (
    <Dialog
      title={words.expiredTitle}
      explains={fill(explains, { name: who.name })}
      busy={busy}
      onClose={onClose}
    >
      <DialogForm
        label={words.signIn}
        words={words}
        busy={busy}
        closed={busy || password === ''}
        onSend={() => void send()}
        onClose={onClose}
      >
        {refused ? (
          <p className="desk-dialog__refused" role="alert">
            {refused}
          </p>
        ) : null}
        <div className="desk-input">
          <label htmlFor={`${id}-email`}>{words.emailAddress}</label>
          <input
            id={`${id}-email`}
            className="desk-input__line"
            type="email"
            autoComplete="username"
            readOnly
            value={who.email}
          />
        </div>
        <div className="desk-input">
          <label htmlFor={`${id}-password`}>{words.password}</label>
          <input
            id={`${id}-password`}
            className="desk-input__line"
            type="password"
            autoComplete="current-password"
            data-first
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
      </DialogForm>
    </Dialog>
  )
}

'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { AccountInput, codeInput } from '../account-input.tsx'
import { DialogForm } from '../dialog-form.tsx'
import { Dialog } from '../dialog.tsx'
import { Refusal } from '../refusal.tsx'
import { type Failure, sendAccount, type Session } from '../rest.ts'
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
  const { user } = useAuth<{ id: string; email?: string; name?: string }>()
  const [who] = useState({ email: user?.email ?? '', name: user?.name ?? '' })
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const asksCode = code !== null
  const codeField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asksCode) codeField.current?.focus()
  }, [asksCode])

  async function send(): Promise<void> {
    setBusy(true)
    setRefused(null)
    const answer = await sendAccount<Session>('users/login', language, {
      email: who.email,
      password,
      ...(code === null ? {} : { code }),
    })
    setBusy(false)
    if (answer.ok) onSignedIn(answer.value)
    else if (answer.failure.secondFactor && code === null) setCode('')
    else setRefused(answer.failure)
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
        label={words.signInButton}
        words={words}
        busy={busy}
        onSend={() => void send()}
        onClose={onClose}
      >
        <AccountInput
          id="again-email"
          label={words.email}
          type="email"
          autoComplete="username"
          readOnly
          value={who.email}
        />
        <AccountInput
          id="again-password"
          data-first
          label={words.password}
          type="password"
          autoComplete="current-password"
          readOnly={asksCode}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        {code === null ? null : (
          <AccountInput
            ref={codeField}
            id="again-code"
            label={words.code}
            help={words.codeHelp}
            {...codeInput}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
        <Refusal refused={refused} words={words} />
      </DialogForm>
    </Dialog>
  )
}

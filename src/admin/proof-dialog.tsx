'use client'

import { useState } from 'react'
import { AccountInput, codeInput, PresentPassword } from './account-input.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type AccountAnswer, useAccountForm } from './use-account-form.ts'

/** Asks for password and code, for what a browser left open must not be able to do. */
export function ProofDialog({
  path,
  title,
  onClose,
  onDone,
}: {
  path: string
  title: string
  onClose: () => void
  onDone: (value: AccountAnswer) => void
}) {
  const { words, busy, refused, send } = useAccountForm()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  return (
    <Dialog title={title} busy={busy} onClose={onClose}>
      <DialogForm
        label={title}
        words={words}
        busy={busy}
        onSend={() => void send(path, { password, code }, onDone)}
        onClose={onClose}
      >
        <PresentPassword
          id="proof-password"
          label={words.passwordPresent}
          value={password}
          onType={setPassword}
        />
        <AccountInput
          id="proof-code"
          label={words.code}
          inputMode="numeric"
          value={code}
          onChange={({ target }) => setCode(target.value)}
          {...codeInput}
        />
        <Refusal refused={refused} words={words} />
      </DialogForm>
    </Dialog>
  )
}

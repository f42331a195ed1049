'use client'

import { useState } from 'react'
import { AccountInput, PresentPassword } from './account-input.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { useAccountForm } from './use-account-form.ts'

export function PasswordDialog({
  email,
  onClose,
  onDone,
}: {
  email: string
  onClose: () => void
  onDone: () => void
}) {
  const { words, busy, refused, send } = useAccountForm()
  const [password, setPassword] = useState('')
  const [chosen, setChosen] = useState('')
  const [repeated, setRepeated] = useState('')
  const differs = repeated !== '' && chosen !== repeated
  const input = { password, newPassword: chosen }
  return (
    <Dialog title={words.passwordChange} busy={busy} onClose={onClose}>
      <DialogForm
        label={words.passwordChange}
        words={words}
        busy={busy}
        closed={busy || chosen !== repeated}
        onSend={() => void send('my-account/password', input, onDone)}
        onClose={onClose}
      >
        {/* For password managers. */}
        <input type="hidden" autoComplete="username" value={email} />
        <PresentPassword
          id="password-present"
          label={words.passwordPresent}
          value={password}
          onType={setPassword}
        />
        <AccountInput
          id="password-new"
          label={words.newPassword}
          help={words.chooseHelp}
          type="password"
          autoComplete="new-password"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        />
        <AccountInput
          id="password-repeat"
          label={words.repeatPassword}
          type="password"
          autoComplete="new-password"
          value={repeated}
          onChange={({ target }) => setRepeated(target.value)}
        />
        {differs ? (
          <p className="desk-dialog__refused" role="alert">
            {words.passwordsDiffer}
          </p>
        ) : null}
        <Refusal refused={refused} words={words} />
      </DialogForm>
    </Dialog>
  )
}

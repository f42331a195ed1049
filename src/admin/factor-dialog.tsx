'use client'

import { useState } from 'react'
import { AccountInput, codeInput, PresentPassword } from './account-input.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type AccountAnswer, useAccountForm } from './use-account-form.ts'

/** First the password, then the square and the first code. `onDone` gets the recovery codes. */
export function FactorDialog({
  onClose,
  onDone,
}: {
  onClose: () => void
  onDone: (codes: string[]) => void
}) {
  const { words, busy, refused, send } = useAccountForm()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [offer, setOffer] = useState<AccountAnswer | null>(null)

  if (!offer?.secret || !offer.square)
    return (
      <Dialog
        title={words.factorSetUp}
        explains={words.factorExplains}
        busy={busy}
        onClose={onClose}
      >
        <DialogForm
          label={words.factorSetUp}
          words={words}
          busy={busy}
          onSend={() => void send('my-account/second-factor', { password }, setOffer)}
          onClose={onClose}
        >
          <PresentPassword
            id="factor-password"
            label={words.passwordPresent}
            value={password}
            onType={setPassword}
          />
          <Refusal refused={refused} words={words} />
        </DialogForm>
      </Dialog>
    )
  return (
    <Dialog
      key="offer"
      title={words.factorSetUp}
      explains={words.factorScan}
      busy={busy}
      onClose={onClose}
    >
      <svg
        className="desk-square"
        viewBox={`0 0 ${offer.square.size} ${offer.square.size}`}
        role="img"
        aria-label={words.factorSquare}
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={offer.square.path} fill="#000" />
      </svg>
      <p>
        {words.factorSecret}:{' '}
        <code className="desk-secret">{offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <DialogForm
        label={words.factorConfirm}
        words={words}
        busy={busy}
        onSend={() =>
          void send('my-account/second-factor/confirm', { code }, ({ recoveryCodes }) =>
            onDone(recoveryCodes ?? []),
          )
        }
        onClose={onClose}
      >
        <AccountInput
          id="factor-code"
          label={words.code}
          data-first
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

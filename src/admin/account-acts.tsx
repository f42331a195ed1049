'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { AdministratorAct } from '../desk/accounts/view.ts'
import { Button } from './button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { useAccountForm } from './use-account-form.ts'
import { type WordKey } from './words/en.ts'
import { wordsOf } from './words/words.ts'

const labels = {
  'invite-again': 'actInviteAgain',
  'revoke-invitation': 'actRevoke',
  disable: 'actDisable',
  enable: 'actEnable',
  'take-second-factor': 'actTakeFactor',
} as const satisfies Record<AdministratorAct, WordKey>

/** Those that ask for a reason explain themselves. */
const explained: Partial<Record<AdministratorAct, WordKey>> = {
  disable: 'actDisableExplains',
  'take-second-factor': 'actTakeFactorExplains',
}

/** What an administrator can do to an account, each in a dialog that says what will have happened. */
export function AccountActs({ person, acts }: { person: string; acts: AdministratorAct[] }) {
  const words = wordsOf(useTranslation().i18n.language)
  const router = useRouter()
  const [open, setOpen] = useState<AdministratorAct | null>(null)
  const [said, setSaid] = useState('')
  return (
    <>
      <p className="desk-account__buttons">
        {acts.map((act) => (
          <Button key={act} onClick={() => setOpen(act)}>
            {words[labels[act]]}
          </Button>
        ))}
      </p>
      <output className="desk-account__said">{said}</output>
      {open ? (
        <ActDialog
          person={person}
          act={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            setSaid(words.actDone)
            router.refresh()
          }}
        />
      ) : null}
    </>
  )
}

function ActDialog({
  person,
  act,
  onClose,
  onDone,
}: {
  person: string
  act: AdministratorAct
  onClose: () => void
  onDone: () => void
}) {
  const { words, busy, refused, send } = useAccountForm()
  const [reason, setReason] = useState('')
  const explains = explained[act]
  const label = words[labels[act]]
  return (
    <Dialog
      title={label}
      {...(explains ? { explains: words[explains] } : {})}
      busy={busy}
      onClose={onClose}
    >
      <DialogForm
        label={label}
        words={words}
        busy={busy}
        onSend={() => void send(`users/${person}/${act}`, explains ? { reason } : {}, onDone)}
        onClose={onClose}
      >
        {explains ? (
          <div className="desk-input">
            <label htmlFor="act-reason">{words.actReason}</label>
            <textarea
              id="act-reason"
              rows={3}
              required
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
        ) : null}
        <Refusal refused={refused} words={words} />
      </DialogForm>
    </Dialog>
  )
}

'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { OwnAccount } from '../desk/accounts/own.ts'
import { Button } from './button.tsx'
import { FactorDialog } from './factor-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { ProofDialog } from './proof-dialog.tsx'
import { RecoveryDialog } from './recovery-dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, sendAccount } from './rest.ts'
import { fill, wordsOf } from './words/words.ts'

type Open = 'factor' | 'password' | 'drop' | 'renew' | { codes: string[] } | null

/** `times`: when each session began and was used last, in words. */
export function OwnAccountView({
  account,
  times,
}: {
  account: OwnAccount
  times: Record<string, { began: string; seen: string }>
}) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)

  function done(sentence: string): void {
    setOpen(null)
    setSaid(sentence)
    router.refresh()
  }

  async function end(path: string): Promise<void> {
    setSaid('')
    const answer = await sendAccount(`my-account/sessions${path}`, language, {}, 'DELETE')
    setRefused(answer.ok ? null : answer.failure)
    if (answer.ok) done(words.sessionsEnded)
  }

  const kept = () => {
    // Only now the desk opens for whoever had to wait for it.
    if (account.waits) window.location.assign('/admin')
    else done('')
  }

  return (
    <>
      <output className="desk-account__said">{said}</output>
      <Refusal refused={refused} words={words} />
      <section aria-labelledby="own-factor">
        <h2 id="own-factor">{words.factorTitle}</h2>
        {account.waits ? <p className="desk-notice">{words.factorWaits}</p> : null}
        <p>{words.factorExplains}</p>
        <p>
          {account.secondFactor
            ? fill(words.factorOn, { count: String(account.recoveryCodes) })
            : words.factorOff}
        </p>
        <p className="desk-account__buttons">
          {account.secondFactor ? (
            <>
              <Button onClick={() => setOpen('renew')}>{words.recoveryRenew}</Button>
              {account.required ? null : (
                <Button onClick={() => setOpen('drop')}>{words.factorDrop}</Button>
              )}
            </>
          ) : (
            <Button strong onClick={() => setOpen('factor')}>
              {words.factorSetUp}
            </Button>
          )}
        </p>
      </section>
      <section aria-labelledby="own-password">
        <h2 id="own-password">{words.passwordTitle}</h2>
        <p className="desk-account__buttons">
          <Button onClick={() => setOpen('password')}>{words.passwordChange}</Button>
        </p>
      </section>
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">{words.sessionsTitle}</h2>
        <ul className="desk-sessions">
          {account.sessions.map(({ id, device, current }) => (
            <li key={id}>
              <span>
                <strong>{device || words.sessionUnknown}</strong>
                {current ? ` (${words.sessionThis})` : ''}
                <br />
                {fill(words.sessionTimes, times[id] ?? { began: '', seen: '' })}
              </span>
              {current ? null : (
                <Button onClick={() => void end(`/${id}`)}>
                  {words.sessionEnd}
                  <span className="desk-hidden">: {device || words.sessionUnknown}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {account.sessions.length > 1 ? (
          <p>
            <Button onClick={() => void end('')}>{words.sessionsEndOthers}</Button>
          </p>
        ) : null}
      </section>
      {open === 'factor' ? (
        <FactorDialog onClose={() => setOpen(null)} onDone={(codes) => setOpen({ codes })} />
      ) : null}
      {open === 'password' ? (
        <PasswordDialog
          email={account.email}
          onClose={() => setOpen(null)}
          onDone={() => done(words.passwordChanged)}
        />
      ) : null}
      {open === 'renew' ? (
        <ProofDialog
          path="my-account/recovery-codes"
          title={words.recoveryRenew}
          onClose={() => setOpen(null)}
          onDone={(value) => setOpen({ codes: value.recoveryCodes ?? [] })}
        />
      ) : null}
      {open === 'drop' ? (
        <ProofDialog
          path="my-account/second-factor/drop"
          title={words.factorDrop}
          onClose={() => setOpen(null)}
          onDone={() => done(words.factorOff)}
        />
      ) : null}
      {open !== null && typeof open === 'object' ? (
        <RecoveryDialog codes={open.codes} onKept={kept} />
      ) : null}
    </>
  )
}

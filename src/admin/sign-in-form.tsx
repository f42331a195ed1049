'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { AccountInput, codeInput } from './account-input.tsx'
import { Button } from './button.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, sendAccount } from './rest.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'
import './accounts.css'

/** Address and password first; the code is asked for when there is a second factor. `next`: where to go then. */
export function SignInForm({ next }: { next: string }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const [asksCode, setAsksCode] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (asksCode) form.current?.querySelector<HTMLElement>('#field-code')?.focus()
  }, [asksCode])

  async function send(): Promise<void> {
    setBusy(true)
    setRefused(null)
    const given = new FormData(form.current ?? undefined)
    const answer = await sendAccount<{ secondFactorMissing: boolean }>('users/login', language, {
      email: given.get('email'),
      password: given.get('password'),
      ...(asksCode ? { code: given.get('code') } : {}),
    })
    if (answer.ok) {
      // A page of its own: what was shown to a stranger is forgotten.
      window.location.assign(answer.value.secondFactorMissing ? '/admin/signing-in' : next)
      return
    }
    setBusy(false)
    if (answer.failure.secondFactor && !asksCode) setAsksCode(true)
    else setRefused(answer.failure)
  }

  return (
    <form
      ref={form}
      className="desk-account"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <h1>{words.signInTitle}</h1>
      <AccountInput
        id="field-email"
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        readOnly={asksCode}
      />
      <AccountInput
        id="field-password"
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        readOnly={asksCode}
      />
      {asksCode ? (
        <AccountInput
          id="field-code"
          name="code"
          label={words.code}
          help={words.codeHelp}
          {...codeInput}
        />
      ) : null}
      <Refusal refused={refused} words={words} />
      <output className="desk-dialog__working">{busy ? words.working : ''}</output>
      <p className="desk-account__buttons">
        <Button strong type="submit" closed={busy}>
          {words.signInButton}
        </Button>
        {asksCode ? (
          <Button
            disabled={busy}
            onClick={() => {
              setAsksCode(false)
              setRefused(null)
            }}
          >
            {words.backToSignIn}
          </Button>
        ) : (
          <a href="/admin/forgot">{words.forgotten}</a>
        )}
      </p>
    </form>
  )
}

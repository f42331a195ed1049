'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { AccountInput } from './account-input.tsx'
import { Button } from './button.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, sendAccount } from './rest.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './accounts.css'

interface Guest {
  name: string
  email: string
}

/** Takes the secret out of the address at once: neither the history nor a picture of the screen keeps it. */
export function ChoosePasswordForm() {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const secret = useRef('')
  const [guest, setGuest] = useState<Guest | null>(null)
  const [done, setDone] = useState(false)
  const [busy, setBusy] = useState(true)
  const [differs, setDiffers] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    async function look(): Promise<void> {
      // What was taken before is kept: the address has lost it.
      secret.current = window.location.hash.slice(1) || secret.current
      window.history.replaceState(null, '', window.location.pathname)
      if (secret.current === '') return setBusy(false)
      setDone(false)
      const given = { secret: secret.current }
      const answer = await sendAccount<Guest>('users/look-at-link', language, given)
      setBusy(false)
      setGuest(answer.ok ? answer.value : null)
      setRefused(answer.ok ? null : answer.failure)
    }
    // Another link may be opened in the same window.
    const again = (): void => {
      if (window.location.hash.length > 1) void look()
    }
    window.addEventListener('hashchange', again)
    void look()
    return () => window.removeEventListener('hashchange', again)
  }, [language])

  async function send(): Promise<void> {
    const given = new FormData(form.current ?? undefined)
    const password = given.get('password')
    const same = password === given.get('repeat')
    setDiffers(!same)
    setRefused(null)
    if (!same) return
    setBusy(true)
    const input = { secret: secret.current, password }
    const answer = await sendAccount('users/choose-password', language, input)
    setBusy(false)
    if (answer.ok) setDone(true)
    else setRefused(answer.failure)
  }

  if (done)
    return (
      <div className="desk-account">
        <h1>{words.chooseTitle}</h1>
        <output>{words.chosen}</output>
        <p>
          <a className="desk-button desk-button--strong" href="/admin/login">
            {words.signInButton}
          </a>
        </p>
      </div>
    )
  return (
    <form
      ref={form}
      className="desk-account"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <h1>{words.chooseTitle}</h1>
      {guest ? (
        <>
          <p>{fill(words.chooseWelcome, { name: guest.name })}</p>
          <AccountInput
            id="field-email"
            name="email"
            label={words.email}
            type="email"
            autoComplete="username"
            readOnly
            value={guest.email}
          />
          <AccountInput
            id="field-password"
            name="password"
            label={words.newPassword}
            help={words.chooseHelp}
            type="password"
            autoComplete="new-password"
            maxLength={1024}
          />
          <AccountInput
            id="field-repeat"
            name="repeat"
            label={words.repeatPassword}
            type="password"
            autoComplete="new-password"
            maxLength={1024}
          />
          {differs ? (
            <p className="desk-dialog__refused" role="alert">
              {words.passwordsDiffer}
            </p>
          ) : null}
        </>
      ) : (
        <output>{busy ? words.chooseLooking : refused ? '' : words.chooseNothing}</output>
      )}
      <Refusal refused={refused} words={words} />
      {guest ? (
        <p className="desk-account__buttons">
          <Button strong type="submit" closed={busy}>
            {words.chooseButton}
          </Button>
        </p>
      ) : (
        <p>
          <a href="/admin/login">{words.backToSignIn}</a>
        </p>
      )}
    </form>
  )
}

'use client'

import { useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { TextType } from '../../workflow/states.ts'
import { Button } from '../button.tsx'
import { fill, wordsOf } from '../words/words.ts'
import { KeptNotice } from './kept-notice.tsx'
import { SignInDialog } from './sign-in-dialog.tsx'
import { useConnection } from './use-connection.ts'
import { useKeptText } from './use-kept-text.ts'
import { useUnsent } from './use-unsent.ts'
import '../desk.css'

/** Stands over the fields of a text and sees to it that nothing typed is lost. Shows nothing while all is well. */
export function Writing({ type }: { type: TextType }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const modified = useFormModified()
  const state: unknown = useFormFields(([fields]) => fields.state?.value)
  const saved = useFormFields(([fields]) => Number(fields.revision?.value ?? 0) > 0)
  const { offers, keeps, settle } = useKeptText(type, language)
  const connection = useConnection(language)
  const { link, speaking, others, ask, resume } = connection
  const unsent = useUnsent(connection)
  const [later, setLater] = useState(false)

  const signedOut = link === 'expired' || link === 'other'
  const asks = signedOut && (modified || unsent || speaking)
  // Who has typed nothing loses nothing by signing in on the page for it.
  const leaves = link === 'expired' && !asks
  useEffect(() => {
    if (!leaves) return
    const back = encodeURIComponent(window.location.pathname)
    window.location.assign(`/admin/logout-inactivity?redirect=${back}`)
  }, [leaves])
  const closed = saved && state !== 'draft' ? words.mergeClosed : null
  return (
    <div className="desk-writing">
      {offers.map((offer) => (
        <KeptNotice
          key={offer.place}
          type={type}
          offer={offer}
          closed={closed}
          words={words}
          language={language}
          onSettled={() => settle(offer)}
        />
      ))}
      {keeps || !modified ? null : <p className="desk-notice">{words.keptNowhere}</p>}
      <output>
        {link === 'offline' ? <p className="desk-notice">{words.linkOffline}</p> : null}
        {unsent ? (
          <p className="desk-notice desk-notice--returned">
            {saved ? words.linkUnsent : words.linkUnsentNew}
          </p>
        ) : null}
        {others.length > 0 ? (
          <p className="desk-notice">
            {fill(words.alsoHere, {
              names: new Intl.ListFormat(language).format(
                others.map(({ name, writing }) =>
                  writing ? fill(words.alsoWriting, { name }) : name,
                ),
              ),
            })}
          </p>
        ) : null}
      </output>
      {asks && later ? (
        <div className="desk-notice desk-notice--returned" role="alert">
          <p>{words.expiredNotice}</p>
          <Button strong onClick={() => setLater(false)}>
            {words.signInButton}
          </Button>
        </div>
      ) : null}
      {asks && !later ? (
        <SignInDialog
          other={link === 'other'}
          words={words}
          language={language}
          onSignedIn={(session) => {
            resume(session)
            void ask()
          }}
          onClose={() => setLater(true)}
        />
      ) : null}
    </div>
  )
}

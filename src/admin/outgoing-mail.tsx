'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { Button } from './button.tsx'
import { tryMailAgain } from './rest.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'

/** A mail that was given up can be put in line again. Of every other one there is nothing to do. */
export function OutgoingMail() {
  const { id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields.state?.value)
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const open = state === 'given-up' && said !== words.mailInLine

  async function send(): Promise<void> {
    setSending(true)
    const answer = await tryMailAgain(String(id), language)
    setSaid(answer.ok ? words.mailInLine : (answer.failure.messages[0] ?? words.noAnswer))
    setSending(false)
    if (answer.ok) router.refresh()
  }

  return (
    <div className="desk-open">
      {open ? (
        <>
          <p className="desk-notice">{words.mailGivenUpExplains}</p>
          <div className="desk-open__actions">
            <Button strong closed={sending} onClick={() => void send()}>
              {words.mailTryAgain}
            </Button>
          </div>
        </>
      ) : null}
      <output>{said}</output>
    </div>
  )
}

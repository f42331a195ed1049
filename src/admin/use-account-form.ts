'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Square } from '../desk/accounts/square.ts'
import { type Failure, sendAccount } from './rest.ts'
import { wordsOf } from './words/words.ts'

/** What the routes about one's own account answer, each its part. */
export interface AccountAnswer {
  secret?: string
  square?: Square
  recoveryCodes?: string[]
}

/** What every dialog about an account does: send, wait, and say why not. */
export function useAccountForm() {
  const { language } = useTranslation().i18n
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)

  async function send(
    path: string,
    input: Record<string, unknown>,
    then: (value: AccountAnswer) => void,
  ): Promise<void> {
    setBusy(true)
    setRefused(null)
    const answer = await sendAccount<AccountAnswer>(path, language, input)
    setBusy(false)
    if (answer.ok) then(answer.value)
    else setRefused(answer.failure)
  }
  return { words: wordsOf(language), busy, refused, send }
}

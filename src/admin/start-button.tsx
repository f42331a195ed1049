'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { StartFrom } from '../exchange/start.ts'
import { Button } from './button.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, startRelease } from './rest.ts'
import { wordsOf } from './words/words.ts'

/** Begins a release with what is there, and leads to it. `name`: of what it begins with, for those who hear it. */
export function StartButton({
  from,
  label,
  name,
}: {
  from: StartFrom
  label: string
  name: string
}) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)

  async function start(): Promise<void> {
    setBusy(true)
    const answer = await startRelease(from, language)
    if (answer.ok)
      return globalThis.location.assign(`/admin/collections/releases/${answer.value.doc.id}`)
    setBusy(false)
    setRefused(answer.failure)
  }

  return (
    <>
      <Refusal refused={refused} words={words} />
      <Button disabled={busy} aria-label={`${label}: ${name}`} onClick={() => void start()}>
        {label}
      </Button>
    </>
  )
}

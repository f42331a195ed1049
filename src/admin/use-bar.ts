'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Bar } from '../desk/bar.ts'
import { fetchBar } from './rest.ts'

/**
 * The bar of the document in the form around it. It comes with the page (`first`), and again after every save, which
 * the form does without loading the page.
 */
export function useBar(first: Bar, language: string): Bar {
  const [fetched, setFetched] = useState<Bar | null>(null)
  const bar = fetched && fetched.revision > first.revision ? fetched : first
  const inForm = useRevision()
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      const answer = await fetchBar(bar, language, bar.revision)
      if (current && answer.ok) setFetched(answer.value)
    }
    if (inForm !== null && inForm > bar.revision) void ask()
    return () => {
      current = false
    }
  }, [inForm, bar, language])
  return bar
}

/** The revision that the form was filled with, which it sends along when it saves. */
export function useRevision(): number | null {
  const value: unknown = useFormFields(([fields]) => fields.revision?.value)
  return typeof value === 'number' ? value : null
}

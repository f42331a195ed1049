'use client'

import { useForm, useFormProcessing, useFormSubmitted, useModal } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Bar } from '../desk/bar.ts'
import { fetchBar } from './rest.ts'
import { useRevision } from './use-bar.ts'

/** Payload's own dialog for the same case, which offers nothing but to load the page and drop what was typed. */
const theirs = 'document-stale-data'

/**
 * Watches over what is typed into the form. `conflict`: the text as others have made it meanwhile, once that shows: at
 * the first change that is typed, or at a save that the desk refused. `settle` puts it aside.
 */
export function useKeptChanges(
  bar: Bar,
  language: string,
): { conflict: Bar | null; settle: () => void } {
  const { setModified } = useForm()
  const { isModalOpen, closeModal } = useModal()
  // Payload leaves a form "submitted" after a refusal alone.
  const submitted = useFormSubmitted()
  const processing = useFormProcessing()
  const revision = useRevision()
  const [conflict, setConflict] = useState<Bar | null>(null)
  const wasProcessing = useRef(false)
  const told = isModalOpen(theirs)

  const compare = useCallback(async (): Promise<void> => {
    const answer = await fetchBar(bar, language, revision ?? bar.revision)
    if (answer.ok && revision !== null && answer.value.revision !== revision)
      setConflict(answer.value)
  }, [bar, language, revision])

  useEffect(() => {
    const refused = wasProcessing.current && !processing && submitted
    wasProcessing.current = processing
    // Payload takes the form for unchanged, and would let a person leave it without a word.
    if (refused) setModified(true)
    if (told) closeModal(theirs)
    if (refused || told) void compare()
  }, [processing, submitted, setModified, told, closeModal, compare])

  return { conflict, settle: useCallback(() => setConflict(null), []) }
}

'use client'

import {
  toast,
  useDocumentInfo,
  useForm,
  useFormProcessing,
  useFormSubmitted,
} from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { Connection } from './use-connection.ts'

/**
 * A save that didn't reach the desk, or found nobody signed in. It is sent again when that is over, except the first
 * one of a text: whether that arrived can't be known, and a second one would make a second text.
 */
export function useUnsent({ link, ask }: Pick<Connection, 'link' | 'ask'>): boolean {
  const { id } = useDocumentInfo()
  const { disabled, submit, setModified } = useForm()
  const processing = useFormProcessing()
  const submitted = useFormSubmitted()
  const [unsent, setUnsent] = useState(false)
  const was = useRef(false)
  const sending = useRef(false)

  useEffect(() => {
    const ended = was.current && !processing
    was.current = processing
    if (!ended) return
    sending.current = false
    setUnsent(false)
    if (!submitted) return
    const look = async (): Promise<void> => {
      if ((await ask()) === 'there') return
      // Payload says it in the browser's words, and takes the form for unchanged.
      toast.dismiss()
      setModified(true)
      setUnsent(true)
    }
    void look()
  }, [processing, submitted, ask, setModified])

  useEffect(() => {
    // A form that can't be used at the moment lets a submission pass without a word.
    if (!unsent || disabled || link !== 'there' || id === undefined || sending.current) return
    sending.current = true
    void submit()
  }, [unsent, disabled, link, id, submit])
  return unsent
}

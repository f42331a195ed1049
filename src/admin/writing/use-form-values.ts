'use client'

import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { TextType } from '../../workflow/states.ts'
import { comparable, fieldsOf, type Values, valuesIn } from './form-text.ts'

/** The form of a text, read and filled in by its fields' names. */
export function useFormValues(type: TextType): {
  read: () => Values
  /** What isn't saved of it stays unsaved. `stored`: the document that it lies over from now on. */
  write: (values: Values, stored?: Values) => void
} {
  const { dispatchFields, getData, setModified } = useForm()
  const { updateSavedDocumentData } = useDocumentInfo()
  const read = useCallback(() => valuesIn(type, getData()), [type, getData])
  const write = useCallback(
    (values: Values, stored?: Values): void => {
      const now = read()
      for (const path of fieldsOf[type]) {
        const value = values[path]
        if (JSON.stringify(comparable(value)) === JSON.stringify(comparable(now[path]))) continue
        // The editor draws itself anew for another first value only.
        dispatchFields({ type: 'UPDATE', path, value, initialValue: value })
      }
      if (stored) {
        dispatchFields({ type: 'UPDATE', path: 'revision', value: stored.revision })
        updateSavedDocumentData(stored)
      }
      setModified(true)
    },
    [type, read, dispatchFields, updateSavedDocumentData, setModified],
  )
  return { read, write }
}

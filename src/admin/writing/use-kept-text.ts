'use client'

import { useDocumentInfo, useFormModified, useWatchForm } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TextType } from '../../workflow/states.ts'
import { differing, type Values, valuesIn, valuesOfFields } from './form-text.ts'
import { useLeaving } from './use-leaving.ts'
import { drop, keep, type Offer } from './kept-store.ts'
import { useKeptPlace } from './use-kept-place.ts'

/** Something is kept so long after it was typed, at the latest. */
const delay = 2000

export interface KeptTexts {
  /** What was typed in earlier windows and never saved. */
  offers: Offer[]
  /** False when this browser can't keep what is typed. */
  keeps: boolean
  /** Lets one go. */
  settle: (offer: Offer) => void
}

/** Keeps what is typed into the form in this browser until it is saved, and finds what was kept before. */
export function useKeptText(type: TextType, language: string): KeptTexts {
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const { fields } = useWatchForm()
  const modified = useFormModified()
  const [offers, setOffers] = useState<Offer[]>([])
  const saved = useRef<Values>(savedDocumentData ?? {})
  const typed = useRef(fields)
  const { key, place, keeps, setKeeps } = useKeptPlace(
    `${collectionSlug}/${id ?? 'new'}`,
    language,
    (found) => {
      const news = found.filter(
        (offer) => differing(type, offer.values, valuesIn(type, saved.current)).length > 0,
      )
      for (const offer of found) if (!news.includes(offer)) drop(offer.place)
      setOffers(news)
    },
  )

  const keepNow = useCallback(async (): Promise<void> => {
    if (!key) return
    const base = valuesIn(type, saved.current)
    const revision = Number(saved.current.revision ?? 0)
    const done = await keep(key, place, {
      revision,
      values: valuesOfFields(type, typed.current),
      base,
    })
    setKeeps(done)
  }, [key, place, type, setKeeps])

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  // Payload hands on the stored document after each save, and only then.
  useEffect(() => {
    if (!savedDocumentData || savedDocumentData === saved.current) return
    saved.current = savedDocumentData
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    drop(place)
  }, [savedDocumentData, place])

  // At most every two seconds while somebody types, and at once when the window goes out of sight.
  useEffect(() => {
    typed.current = fields
    if (!modified || !key || timer.current !== null) return
    timer.current = setTimeout(() => {
      timer.current = null
      void keepNow()
    }, delay)
  }, [fields, modified, key, keepNow])
  useLeaving(
    useCallback(() => {
      if (timer.current === null) return
      clearTimeout(timer.current)
      timer.current = null
      void keepNow()
    }, [keepNow]),
  )

  const settle = useCallback((offer: Offer) => {
    drop(offer.place)
    setOffers((before) => before.filter((one) => one !== offer))
  }, [])
  return { offers, keeps, settle }
}

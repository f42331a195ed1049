'use client'

import { useAuth, useDocumentInfo, useFormModified, useWatchForm } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TextType } from '../../workflow/states.ts'
import { differing, type Values, valuesIn, valuesOfFields } from './form-text.ts'
import { useLeaving } from './use-leaving.ts'
import { drop, keep, type Offer, offersOf, openKey, placeOf } from './kept-store.ts'

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
  const person = useAuth().user?.id
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const { fields } = useWatchForm()
  const modified = useFormModified()
  const [window_] = useState(() => Math.random().toString(36).slice(2, 10))
  const [key, setKey] = useState<CryptoKey | null>(null)
  const [keeps, setKeeps] = useState(true)
  const [offers, setOffers] = useState<Offer[]>([])
  const of = `${collectionSlug}/${id ?? 'new'}`
  const place = placeOf(String(person), of, window_)
  const saved = useRef<Values>(savedDocumentData ?? {})
  const typed = useRef(fields)

  // Once, whatever the form does afterwards: what is offered doesn't change while somebody reads it.
  useEffect(() => {
    if (person === undefined) return undefined
    let current = true
    const open = async (): Promise<void> => {
      const opened = await openKey(language)
      if (!current) return
      setKey(opened)
      setKeeps(opened !== null)
      if (!opened) return
      const found = await offersOf(opened, String(person), of, window_)
      const news = found.filter(
        (offer) => differing(type, offer.values, valuesIn(type, saved.current)).length > 0,
      )
      for (const offer of found) if (!news.includes(offer)) drop(offer.place)
      if (current) setOffers(news)
    }
    void open()
    return () => {
      current = false
    }
  }, [person, of, window_, language, type])

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
  }, [key, place, type])

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

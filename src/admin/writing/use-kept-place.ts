'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { type Offer, offersOf, openKey, placeOf } from './kept-store.ts'

/** Where this window keeps what is typed, and the key of whoever types; null until it is there. */
interface KeptPlace {
  key: CryptoKey | null
  place: string
  /** False when this browser can't keep what is typed. */
  keeps: boolean
  setKeeps: (keeps: boolean) => void
}

/** `of`: what is typed into. `onFound`: what earlier windows kept of it, the newest first, once. */
export function useKeptPlace(
  of: string,
  language: string,
  onFound: (found: Offer[]) => void,
): KeptPlace {
  const person = useAuth().user?.id
  const [window_] = useState(() => Math.random().toString(36).slice(2, 10))
  const [key, setKey] = useState<CryptoKey | null>(null)
  const [keeps, setKeeps] = useState(true)
  const told = useEffectEvent(onFound)

  // Once, whatever is typed afterwards: what is offered doesn't change while somebody reads it.
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
      if (current) told(found)
    }
    void open()
    return () => {
      current = false
    }
  }, [person, of, window_, language])
  return { key, place: placeOf(String(person), of, window_), keeps, setKeeps }
}

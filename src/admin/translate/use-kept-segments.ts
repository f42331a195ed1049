'use client'

import { useCallback, useEffect, useRef } from 'react'
import { drop, keep } from '../writing/kept-store.ts'
import { useKeptPlace } from '../writing/use-kept-place.ts'
import { useLeaving } from '../writing/use-leaving.ts'
import type { Draft, Drafts } from './drafts.ts'

const delay = 1000

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

/**
 * Keeps in this browser what is typed and not saved, under the key of whoever types. `onFound`: what earlier windows
 * kept, once. Returns whether this browser can keep it.
 */
export function useKeptSegments(
  id: string,
  revision: number,
  drafts: Drafts,
  language: string,
  onFound: (found: Drafts) => void,
): boolean {
  const of = `translations/${id}/segments`
  const { key, place, keeps, setKeeps } = useKeptPlace(of, language, (found) => {
    if (found.length === 0) return
    // The newest comes first, and counts.
    onFound(Object.assign({}, ...found.toReversed().map(draftsIn)) as Drafts)
    for (const offer of found) drop(offer.place)
  })

  const keepNow = useCallback(async (): Promise<void> => {
    if (!key) return
    const rows = Object.entries(drafts)
    if (rows.length === 0) return drop(place)
    const all = (part: keyof Draft) =>
      Object.fromEntries(rows.map(([row, draft]) => [row, draft[part]]))
    setKeeps(await keep(key, place, { revision, values: all('texts'), base: all('base') }))
  }, [key, place, drafts, revision, setKeeps])

  const latest = useRef(keepNow)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const now = useCallback((): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    void latest.current()
  }, [])
  // At most so long after the first key, however long somebody types on; at once when nothing is left to be kept.
  useEffect(() => {
    latest.current = keepNow
    if (Object.keys(drafts).length === 0) now()
    else timer.current ??= setTimeout(now, delay)
  }, [keepNow, drafts, now])
  useLeaving(
    useCallback(() => {
      if (timer.current !== null) now()
    }, [now]),
  )
  return keeps
}

function draftsIn({ values, base }: { values: object; base: object }): Drafts {
  const typed = new Map(Object.entries(values) as [string, unknown][])
  return Object.fromEntries(
    Object.entries(base).flatMap(([row, from]: [string, unknown]) => {
      const texts = typed.get(row)
      return isTexts(texts) && isTexts(from) ? [[row, { texts, base: from }]] : []
    }),
  )
}

'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** The button that was pressed may be gone when the page is drawn anew, so the focus goes to what it has led to. */
export function useFocusAfter(refreshing: boolean, place: RefObject<HTMLElement | null>): void {
  const wasRefreshing = useRef(false)
  useEffect(() => {
    if (wasRefreshing.current && !refreshing) place.current?.focus()
    wasRefreshing.current = refreshing
  }, [refreshing, place])
}

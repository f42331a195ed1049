'use client'

import { useAuth } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { type ReactNode, useEffect, useRef } from 'react'
import { dropAllOf, dropOld } from './kept-store.ts'

/**
 * Whoever signs out leaves nothing in the browser. A session that ends by itself is no such wish: what was typed is
 * offered to the same person when they come back.
 */
export function ForgetKept({ children }: { children: ReactNode }) {
  const path = usePathname()
  const { user } = useAuth()
  const last = useRef<string | null>(null)
  const leaving = path.endsWith('/logout')
  useEffect(() => {
    if (user) last.current = String(user.id)
  }, [user])
  useEffect(() => {
    if (leaving && last.current !== null) dropAllOf(last.current)
    else dropOld(Date.now())
  }, [leaving])
  return children
}

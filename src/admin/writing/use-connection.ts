'use client'

import { useAuth, useDocumentInfo, useFormModified, useWatchForm } from '@payloadcms/ui'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Neighbour } from '../../desk/presence.ts'
import {
  type Answer,
  fetchKeptTextKey,
  type Presence,
  saySoHere,
  sayGone,
  sendAccount,
  type Session,
} from '../rest.ts'

/** `other`: somebody else is signed in at this browser now. */
export type Link = 'there' | 'offline' | 'expired' | 'other'

export interface Connection {
  link: Link
  /** When the session had ended, something was being said in a dialog over the form. */
  speaking: boolean
  others: readonly Neighbour[]
  /** Asks again now. */
  ask: () => Promise<Link>
  /** Goes on with a session that was begun in place. */
  resume: (session: Session) => void
}

const often = 15_000
/** While the desk doesn't answer. */
const oftener = 4000
/** The session is prolonged while somebody types in its last minutes. */
const last = 10 * 60_000
const month = 20 * 24 * 3_600_000

/**
 * Tells the desk every quarter of a minute that the form is open, and learns from the answer who else is there, whether
 * the desk can be reached, and whether the session still holds.
 */
export function useConnection(language: string): Connection {
  const person = useAuth().user?.id
  const { id, collectionSlug } = useDocumentInfo()
  const modified = useFormModified()
  const { prolong, resume } = useSession(language)
  const [link, setLink] = useState<Link>('there')
  const [speaking, setSpeaking] = useState(false)
  const [others, setOthers] = useState<readonly Neighbour[]>([])

  const ask = useCallback(async (): Promise<Link> => {
    const text = id === undefined ? null : { collection: collectionSlug ?? '', id: String(id) }
    const answer: Answer<Presence | { key: string }> = text
      ? await saySoHere(text, modified, language)
      : await fetchKeptTextKey(language)
    let now: Link = 'there'
    if (answer.ok) {
      if ('others' in answer.value) {
        setOthers(answer.value.others)
        if (person !== undefined && answer.value.person !== String(person)) now = 'other'
      }
    } else if (answer.failure.status === 401) now = 'expired'
    else if (answer.failure.status === 0 || answer.failure.status >= 502) now = 'offline'
    if (now === 'there') now = await prolong()
    setSpeaking(now !== 'there' && document.querySelector('dialog[open]') !== null)
    setLink(now)
    return now
  }, [id, collectionSlug, modified, language, person, prolong])

  const look = useEffectEvent((): void => {
    if (document.visibilityState === 'visible') void ask()
  })
  useEffect(() => {
    // After the form is drawn.
    const first = setTimeout(look, 0)
    const timer = setInterval(look, link === 'there' ? often : oftener)
    window.addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      window.removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [link])
  // Whoever begins or ends writing is seen at once.
  const told = useRef(modified)
  useEffect(() => {
    if (told.current !== modified) look()
    told.current = modified
  }, [modified])
  useEffect(() => {
    if (id === undefined) return undefined
    const text = { collection: collectionSlug ?? '', id: String(id) }
    const leave = (): void => sayGone(text, language)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id, collectionSlug, language])
  return { link, speaking, others, ask, resume }
}

/**
 * While a form is open, the end of the session is nothing for Payload to see to: it would leave for the sign-in page,
 * at a moment of its own, and the form with what was typed would be gone. It is told of an end that is far away, and of
 * the real one when the form is closed.
 */
function useSession(language: string): {
  prolong: () => Promise<Link>
  resume: (session: Session) => void
} {
  const { user, token, tokenExpirationMs, setUser } = useAuth()
  const { fields } = useWatchForm()
  const ends = useRef<number | null>(null)
  const typed = useRef(false)
  const before = useRef(fields)
  useEffect(() => {
    if (before.current !== fields) typed.current = true
    before.current = fields
  }, [fields])

  useEffect(() => {
    if (!user || tokenExpirationMs === undefined || ends.current !== null) return
    ends.current = tokenExpirationMs
    setUser({ user, token: token ?? '', exp: (Date.now() + month) / 1000 })
  }, [user, token, tokenExpirationMs, setUser])
  const handBack = useEffectEvent((): void => {
    if (user && ends.current !== null)
      setUser({ user, token: token ?? '', exp: ends.current / 1000 })
    ends.current = null
  })
  useEffect(() => () => handBack(), [])

  const prolong = useCallback(async (): Promise<Link> => {
    if (ends.current === null || !typed.current || ends.current - Date.now() > last) return 'there'
    typed.current = false
    const answer = await sendAccount<Session>('users/refresh-token', language)
    if (answer.ok) ends.current = answer.value.exp * 1000
    else if (answer.failure.status === 401 || answer.failure.status === 403) return 'expired'
    return 'there'
  }, [language])

  const resume = useCallback(
    ({ user: same, exp }: Session) => {
      ends.current = exp * 1000
      setUser({ user: same, token: '', exp: (Date.now() + month) / 1000 })
    },
    [setUser],
  )
  return { prolong, resume }
}

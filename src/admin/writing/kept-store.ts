import * as z from 'zod/mini'
import { fetchKeptTextKey } from '../rest.ts'
import type { Values } from './form-text.ts'

/**
 * What is typed and not saved, kept in this browser. It lies on the disk under a key that the desk gives to its owner
 * alone, so whoever uses the computer next finds nothing to read. Without a secure connection browsers have no
 * cryptography, and then nothing is kept.
 */

const prefix = 'communique:kept:'
const week = 7 * 24 * 3_600_000

/** What was typed, and what it was typed over. */
export interface KeptText {
  /** Revision of the text that the form was filled with; 0 for one that was never saved. */
  revision: number
  values: Values
  base: Values
}

/** `place`: where it lies. `at`: when it was typed, in ms since 1970. */
export interface Offer extends KeptText {
  place: string
  at: number
}

const rowSchema = z.object({ at: z.number(), seed: z.string(), sealed: z.string() })
const keptSchema = z.object({
  revision: z.number(),
  values: z.record(z.string(), z.unknown()),
  base: z.record(z.string(), z.unknown()),
})

/** The place of one window's text. `of`: collection and id, or `new`. */
export function placeOf(person: string, of: string, window: string): string {
  return `${prefix}${person}:${of}:${window}`
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
function textOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The key of the person who is signed in; null where there is none, or no cryptography. */
export async function openKey(language: string): Promise<CryptoKey | null> {
  if (!globalThis.crypto?.subtle) return null
  const answer = await fetchKeptTextKey(language)
  if (!answer.ok) return null
  return crypto.subtle.importKey('raw', bytesOf(answer.value.key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}

/** False where the browser has no room for it. */
export async function keep(key: CryptoKey, place: string, text: KeptText): Promise<boolean> {
  const seed = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(text))
  // The place belongs to it: what was moved elsewhere can't be opened there.
  const how = { name: 'AES-GCM', iv: seed, additionalData: new TextEncoder().encode(place) }
  const sealed = await crypto.subtle.encrypt(how, key, plain)
  const row = { at: Date.now(), seed: textOf(seed), sealed: textOf(new Uint8Array(sealed)) }
  try {
    localStorage.setItem(place, JSON.stringify(row))
    return true
  } catch {
    return false
  }
}

export function drop(place: string): void {
  localStorage.removeItem(place)
}

function places(): string[] {
  return Array.from({ length: localStorage.length }, (_none, index) => localStorage.key(index))
    .filter((place) => place !== null)
    .filter((place) => place.startsWith(prefix))
}

function rowAt(place: string): z.infer<typeof rowSchema> | null {
  try {
    return rowSchema.parse(JSON.parse(localStorage.getItem(place) ?? 'null'))
  } catch {
    return null
  }
}

/** What this person's other windows, or earlier ones, kept of a text; the newest first. */
export async function offersOf(
  key: CryptoKey,
  person: string,
  of: string,
  window: string,
): Promise<Offer[]> {
  const own = placeOf(person, of, '')
  const found = await Promise.all(
    places()
      .filter((place) => place.startsWith(own) && place !== own + window)
      .map(async (place): Promise<Offer[]> => {
        const row = rowAt(place)
        if (!row) return []
        try {
          const additionalData = new TextEncoder().encode(place)
          const how = { name: 'AES-GCM', iv: bytesOf(row.seed), additionalData }
          const plain = await crypto.subtle.decrypt(how, key, bytesOf(row.sealed))
          const text = keptSchema.parse(JSON.parse(new TextDecoder().decode(plain)))
          return [{ ...text, place, at: row.at }]
        } catch {
          // Under another key, or broken: nobody can read it any more.
          return []
        }
      }),
  )
  return found.flat().sort((one, other) => other.at - one.at)
}

/** Removes what is older than a week, whoever's it is, and what can't be read. */
export function dropOld(now: number): void {
  for (const place of places()) {
    const row = rowAt(place)
    if (!row || now - row.at > week) drop(place)
  }
}

/** Removes everything of one person. */
export function dropAllOf(person: string): void {
  for (const place of places()) if (place.startsWith(`${prefix}${person}:`)) drop(place)
}

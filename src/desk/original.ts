import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { findingsAgainst, type Original, type PlacedFinding } from '../language/faithful.ts'
import type { Term } from '../language/fidelity/pair.ts'
import { isLanguage, type Language } from '../language/languages.ts'
import { segmentsOf } from '../language/segments.ts'
import type { Content, TextContent } from '../workflow/content.ts'
import { textOrEdition } from './as-of.ts'
import { resolve } from './content.ts'
import { clockOf } from './desk-clock.ts'
import { type DeskDoc, loadDoc } from './documents.ts'
import { glossaryFor, printOfTerms } from './glossary.ts'
import { todayOf } from './mission-facts.ts'

/**
 * Fingerprint of what a translation is compared with: while it is written, the original as it is now, so that a
 * corrected number is named where the translation still has the old one; afterwards what it was made from. `source`:
 * fingerprint of the original now.
 */
export function comparedWith(
  { state, madeFrom }: Pick<Extract<DeskDoc, { type: 'translation' }>, 'state' | 'madeFrom'>,
  source: string,
): string {
  return state === 'draft' ? source : (madeFrom ?? source)
}

/**
 * The original with this fingerprint, as it stands on the desk where its words weren't kept; with the terms that are in
 * force at the post today between its language and `language`.
 */
export async function originalOf(
  payload: Payload,
  release: string,
  fingerprint: string,
  language: string,
): Promise<Original | null> {
  const text =
    (await textOrEdition(payload, release, fingerprint)) ?? (await onTheDesk(payload, release))
  if (!text || !isLanguage(text.language)) return null
  const glossary = await termsBetween(payload, text.language, language)
  return { source: { lang: text.language, segments: segmentsOf(text) }, glossary }
}

async function onTheDesk(payload: Payload, release: string): Promise<TextContent | null> {
  const doc = await loadDoc(payload, 'release', release)
  if (!doc) return null
  const { content } = await resolve(payload, doc)
  return content.type === 'text' ? content : null
}

async function termsBetween(payload: Payload, source: Language, target: string): Promise<Term[]> {
  const today = await todayOf(payload, clockOf({ payload }))
  return isLanguage(target) ? glossaryFor(payload, [source, target], today) : []
}

/** The checks depend on nothing but what the key names, and the rules are asked at every step. */
const known = new LRUCache<string, readonly PlacedFinding[]>({ max: 500 })

/** What the comparison of a translation with its original finds. */
export async function findingsIn(
  payload: Payload,
  release: string,
  { content, fingerprint }: { content: Content; fingerprint: string },
  against: string,
): Promise<readonly PlacedFinding[]> {
  if (content.type !== 'text') return []
  const today = await todayOf(payload, clockOf({ payload }))
  const terms = await printOfTerms(payload)
  const key = [fingerprint, against, terms, today].join(':')
  const found = known.get(key)
  if (found) return found
  const original = await originalOf(payload, release, against, content.language)
  const findings = original ? findingsAgainst(original, content) : []
  known.set(key, findings)
  return findings
}

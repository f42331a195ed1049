import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { findingsAgainst, type Original, type PlacedFinding } from '../language/faithful.ts'
import { isLanguage } from '../language/languages.ts'
import { segmentsOf } from '../language/segments.ts'
import type { Content, TextContent } from '../workflow/content.ts'
import { textOrEdition } from './as-of.ts'
import { resolve } from './content.ts'
import { type DeskDoc, loadDoc } from './documents.ts'

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

/** The original with this fingerprint; as it stands on the desk where its words weren't kept. */
export async function originalOf(
  payload: Payload,
  release: string,
  fingerprint: string,
): Promise<Original | null> {
  const text =
    (await textOrEdition(payload, release, fingerprint)) ?? (await onTheDesk(payload, release))
  if (!text || !isLanguage(text.language)) return null
  return { source: { lang: text.language, segments: segmentsOf(text) }, glossary: [] }
}

async function onTheDesk(payload: Payload, release: string): Promise<TextContent | null> {
  const doc = await loadDoc(payload, 'release', release)
  if (!doc) return null
  const { content } = await resolve(payload, doc)
  return content.type === 'text' ? content : null
}

/** The checks depend on nothing but what these fingerprints name, and the rules are asked at every step. */
const known = new LRUCache<string, readonly PlacedFinding[]>({ max: 500 })

/** What the comparison of a translation with its original finds. */
export async function findingsIn(
  payload: Payload,
  release: string,
  { content, fingerprint }: { content: Content; fingerprint: string },
  against: string,
): Promise<readonly PlacedFinding[]> {
  if (content.type !== 'text') return []
  const key = `${fingerprint}:${against}`
  const found = known.get(key)
  if (found) return found
  const original = await originalOf(payload, release, against)
  const findings = original ? findingsAgainst(original, content) : []
  known.set(key, findings)
  return findings
}

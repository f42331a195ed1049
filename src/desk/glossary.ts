import type { Payload } from 'payload'
import { z } from 'zod'
import type { Term } from '../language/fidelity/pair.ts'
import type { Language } from '../language/languages.ts'
import { glossaryOn, type TermEntry } from '../language/term-base.ts'
import { pressRevision } from '../press-room/revision.ts'
import type { Content } from '../workflow/content.ts'
import { sha256 } from '../workflow/fingerprint.ts'

/** A term as it was published last, with when that was. */
export interface PublishedTerm extends TermEntry {
  /** Of the term on the desk. */
  id: string
  /** ISO 8601, UTC. */
  publishedAt: string
}

interface Kept {
  revision: number
  terms: PublishedTerm[]
  /** Tells these terms from any others. */
  print: string
  /** By languages and day. */
  glossaries: Map<string, Term[]>
}

/** Every act at the door raises the revision, those on terms included: what was read at it holds as long as it does. */
const kept = new WeakMap<Payload, Kept>()

/** The terms that were published and not archived, whatever becomes of their drafts. */
export async function publishedTerms(payload: Payload): Promise<readonly PublishedTerm[]> {
  return (await keptTerms(payload)).terms
}

/** Of the published terms. SHA-256, hex: equal as long as they say the same. */
export async function printOfTerms(payload: Payload): Promise<string> {
  return (await keptTerms(payload)).print
}

async function keptTerms(payload: Payload): Promise<Kept> {
  const revision = await pressRevision(payload)
  const known = kept.get(payload)
  if (known?.revision === revision) return known
  const terms = await readTerms(payload)
  const read = { revision, terms, print: sha256(JSON.stringify(terms)), glossaries: new Map() }
  kept.set(payload, read)
  return read
}

/** What both sides of a pair in these languages are to keep to on a day (`YYYY-MM-DD`). */
export async function glossaryFor(
  payload: Payload,
  languages: readonly Language[],
  day: string,
): Promise<Term[]> {
  const { terms, glossaries } = await keptTerms(payload)
  const key = `${languages.join(' ')} ${day}`
  // The same list each time: the checks know it by that.
  const glossary = glossaries.get(key) ?? glossaryOn(terms, languages, day)
  if (glossaries.size >= mostGlossaries) glossaries.clear()
  glossaries.set(key, glossary)
  return glossary
}

/** Of as many pairs of languages as are worked on, on two days. */
const mostGlossaries = 100

const atOnce = 500
const entryRow = z.looseObject({ subject: z.string(), edition: z.string() })
const editionRow = z.looseObject({
  subject: z.string(),
  content: z.string(),
  publishedAt: z.union([z.string(), z.date()]),
})

async function readTerms(payload: Payload): Promise<PublishedTerm[]> {
  const { docs } = await payload.db.find({
    collection: 'entries',
    // Along the compound index of the public lists.
    where: {
      shelf: { equals: 'terms' },
      language: { equals: 'mul' },
      standing: { equals: 'live' },
    },
    limit: 0,
    pagination: false,
    select: { subject: true, edition: true },
  })
  const ids = docs.map((row) => entryRow.parse(row).edition)
  const terms: PublishedTerm[] = []
  for (let at = 0; at < ids.length; at += atOnce)
    terms.push(...(await editionsOf(payload, ids.slice(at, at + atOnce))))
  return terms.sort((one, other) => (one.id < other.id ? -1 : 1))
}

async function editionsOf(payload: Payload, ids: readonly string[]): Promise<PublishedTerm[]> {
  const { docs } = await payload.db.find({
    collection: 'editions',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
  })
  return docs.flatMap((row) => {
    const { subject, content, publishedAt } = editionRow.parse(row)
    // Only the door writes it, from a `Content`.
    const frozen = JSON.parse(content) as Content
    if (frozen.type !== 'term') return []
    const { type: _type, ...entry } = frozen
    return [{ ...entry, id: subject, publishedAt: new Date(publishedAt).toISOString() }]
  })
}

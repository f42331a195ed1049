import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'
import { searchWords } from '../../language/folding.ts'
import { type Segmented, segmentsOf } from '../../language/segments.ts'
import { moment, text } from '../columns.ts'
import { fromLexical } from '../lexical.ts'
import { type Entry, openWordIndex, type Source, type WordIndex } from './word-index.ts'
import { noteIn } from '../../workflow/clock-notes.ts'
import { catalogueOf } from '../../workflow/sentences/sentences.ts'

/** Reads what was written since the last time into the index of words. */

interface Reading {
  collection: CollectionSlug
  source: Source
  /** The columns that hold words. */
  columns: readonly string[]
  subject: string
}

const readings: readonly Reading[] = [
  ...(['releases', 'translations'] as const).map((collection) => ({
    collection,
    source: 'text' as const,
    columns: ['headline', 'lead', 'body', 'datelinePlace', 'sourceLabel'],
    subject: 'id',
  })),
  { collection: 'notes', source: 'note', columns: ['words'], subject: 'subject' },
  { collection: 'replies', source: 'reply', columns: ['words'], subject: 'subject' },
  {
    collection: 'events',
    source: 'event',
    columns: ['note', 'what'],
    subject: 'subject',
  },
]

const atOnce = 500
/** Another process may write with a clock that is a little behind. Milliseconds. */
const overlap = 5_000

const row = z.looseObject({ id: z.string(), updatedAt: moment, body: z.unknown().optional() })

/** The words of a text's own, in the order in which readers meet them. */
export function passagesOf(stored: Record<string, unknown>): string[] {
  const { body, ...columns } = stored
  const plain = (name: string): string => text.catch('').parse(columns[name])
  const own: Segmented = {
    headline: plain('headline'),
    lead: plain('lead'),
    body: body === undefined || body === null ? [] : fromLexical(body),
    datelinePlace: plain('datelinePlace'),
  }
  return [...segmentsOf(own).map((segment) => segment.text), plain('sourceLabel')]
}

/** Events whose words are found as what they are. */
const said: ReadonlySet<string> = new Set(['note', 'reply'])

function entryOf({ source, columns, subject }: Reading, stored: unknown): Entry {
  const parsed = row.parse(stored)
  const own = columns
    .filter((name) => name !== 'what')
    .map((name) => noteIn(text.catch('').parse(parsed[name]), catalogueOf('en')))
  const told = said.has(text.catch('').parse(parsed.what))
  const passages = source === 'text' ? passagesOf(parsed) : told ? [] : own
  return {
    source,
    id: parsed.id,
    subject: text.parse(parsed[subject]),
    at: parsed.updatedAt ?? '',
    words: passages.flatMap(searchWords),
  }
}

async function newestIn(payload: Payload, collection: CollectionSlug): Promise<string> {
  const { docs } = await payload.db.find({
    collection,
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    select: { updatedAt: true },
  })
  return docs[0] ? (row.parse(docs[0]).updatedAt ?? '') : ''
}

/** Reads all of a source that is newer than what was read. Reading the same again changes nothing. */
async function readOn(payload: Payload, index: WordIndex, reading: Reading): Promise<void> {
  const { collection, columns, subject } = reading
  const select = Object.fromEntries(
    [...columns, ...(subject === 'id' ? [] : [subject]), 'updatedAt'].map((name) => [
      name,
      true as const,
    ]),
  )
  const until = await index.readUntil(collection)
  // A database that was restored is older than what was read: then all of it is read anew.
  const restored = until !== null && (await newestIn(payload, collection)) < until
  let since =
    until === null || restored ? null : new Date(Date.parse(until) - overlap).toISOString()
  for (let page = 1; ; page++) {
    const { docs } = await payload.db.find({
      collection,
      where: since === null ? {} : { updatedAt: { greater_than_equal: since } },
      sort: ['updatedAt', 'id'],
      limit: atOnce,
      page,
      pagination: false,
      select,
    })
    const entries = docs.map((one) => entryOf(reading, one))
    const last = entries.at(-1)?.at
    if (last === undefined) return
    await index.keep(collection, entries, last)
    if (docs.length < atOnce) return
    // From here on, as soon as the moment has passed on: pages far down are read ever more slowly.
    if (last !== since && entries[0]?.at !== last) {
      since = last
      page = 0
    }
  }
}

interface Kept {
  index: Promise<WordIndex>
  /** The reading that is under way, and the one that comes after it: what it began with may be old already. */
  reading: Promise<void> | null
  next: Promise<void> | null
  /** Whether everything was read once. */
  whole: boolean
}

const kept = new WeakMap<Payload, Kept>()

function keptFor(payload: Payload): Kept {
  const known = kept.get(payload)
  if (known) return known
  const { searchFile } = z.object({ searchFile: z.string() }).parse(payload.config.custom)
  const made: Kept = {
    index: openWordIndex(`file:${searchFile}`),
    reading: null,
    next: null,
    whole: false,
  }
  kept.set(payload, made)
  return made
}

/** Milliseconds that a question waits for the index; what is new after that is found by the next one. */
const patience = 2_000

/** The index, with what was written before this moment. `whole`: false while it is still being made. */
export async function readIndex(payload: Payload): Promise<{ index: WordIndex; whole: boolean }> {
  const known = keptFor(payload)
  const index = await known.index
  await Promise.race([
    readingAfter(payload, index, known),
    new Promise((later) => setTimeout(later, patience).unref()),
  ])
  return { index, whole: known.whole }
}

/** Ends with the process. What is under way may be broken off: it is read again. */
export async function closeIndex(payload: Payload): Promise<void> {
  const known = kept.get(payload)
  if (!known) return
  await known.reading
  ;(await known.index).close()
  kept.delete(payload)
}

/** A reading that begins now or later. */
function readingAfter(payload: Payload, index: WordIndex, known: Kept): Promise<void> {
  const begin = (): Promise<void> => {
    known.next = null
    known.reading = readAll(payload, index, known)
    return known.reading
  }
  if (!known.reading) return begin()
  known.next ??= known.reading.then(begin)
  return known.next
}

async function readAll(payload: Payload, index: WordIndex, known: Kept): Promise<void> {
  try {
    for (const reading of readings) await readOn(payload, index, reading)
    known.whole = true
  } catch (error) {
    payload.logger.error({ err: error, msg: 'What was written could not be read into the search.' })
  } finally {
    known.reading = null
  }
}

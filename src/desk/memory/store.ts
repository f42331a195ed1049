import { z } from 'zod'
import {
  emptyIndex,
  type IndexTables,
  openIndexFile,
  parted,
  places,
} from '../../database/index-file.ts'
import { lengthsLike, marksOf, memoryWords, mostWords, rateOf } from '../../language/memory.ts'
import { add, drop, type Origin } from './keeping.ts'

/**
 * Segments beside their translations: a file of its own, made from live editions and from files that were brought in.
 * It decides nothing: where a pair was used is told by the editions (decision 034). SQLite, whichever database the desk
 * has.
 */

export interface Found {
  /** Per cent; 100 to the letter. */
  rate: number
  source: string
  target: string
  /** The pair was made in the other direction. */
  reversed: boolean
  /** Where it is from, newest last. */
  origins: { key: string; version: string; kind: 'text' | 'file'; family: string }[]
}

export interface Memory {
  /** Up to when the register was read; null: never. ISO 8601, UTC. */
  readUntil: () => Promise<string | null>
  remember: (until: string) => Promise<void>
  clear: () => Promise<void>
  /** The version of each origin of a kind that is kept. */
  kept: (kind: Origin['kind'], keys: readonly string[] | null) => Promise<Map<string, string>>
  /** Keeps the pairs of these origins in the place of what was kept of them, and drops others. */
  keep: (origins: readonly Origin[], gone: readonly string[]) => Promise<void>
  /** Earlier segments that are like this text and have a translation; the best first. */
  find: (ask: Question) => Promise<Found[]>
  /** All pairs of two languages in the order of their numbers, after one of them. */
  pairs: (source: string, target: string, after: number, most: number) => Promise<KeptPair[]>
  close: () => void
}

export interface Question {
  source: string
  target: string
  text: string
  most: number
  /** Ids of families that whoever asks may not know of. */
  hidden: readonly string[]
}

export interface KeptPair {
  number: number
  source: string
  target: string
  key: string
  version: string
  kind: Origin['kind']
  family: string
}

const tables: IndexTables = {
  // Raised when segments are marked by other words, too.
  version: 1,
  names: ['marks', 'pairs', 'segments', 'origins', 'state'],
  statements: [
    'CREATE TABLE origins (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL)',
    // Each text of a language once, however many pairs it is in.
    'CREATE TABLE segments (id INTEGER PRIMARY KEY, language TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL)',
    'CREATE INDEX segments_by_number ON segments (number)',
    'CREATE TABLE marks (mark INTEGER NOT NULL, words INTEGER NOT NULL, segment INTEGER NOT NULL, PRIMARY KEY (mark, words, segment)) WITHOUT ROWID',
    'CREATE TABLE pairs (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, target INTEGER NOT NULL, origin INTEGER NOT NULL)',
    'CREATE INDEX pairs_by_source ON pairs (source)',
    'CREATE INDEX pairs_by_target ON pairs (target)',
    'CREATE INDEX pairs_by_origin ON pairs (origin)',
    'CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
  ],
}

type Arguments = (string | number)[]
const kind = z.enum(['text', 'file'])

/** `address`: `file:…` or `:memory:`. */
export async function openMemory(address: string): Promise<Memory> {
  const client = await openIndexFile(address, tables)
  const all = async <Row>(row: z.ZodType<Row>, sql: string, args: Arguments = []): Promise<Row[]> =>
    (await client.execute({ sql, args })).rows.map((one) => row.parse(one))
  return {
    readUntil: async () => {
      const rows = await all(valueRow, `SELECT value FROM state WHERE key = 'until'`)
      return rows[0]?.value ?? null
    },
    remember: async (until) => {
      await client.execute({
        sql: `INSERT INTO state (key, value) VALUES ('until', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
        args: [until],
      })
    },
    clear: () => emptyIndex(client, tables),
    kept: async (of, keys) => {
      const found: [string, string][] = []
      for (const part of keys === null ? [null] : parted(keys)) {
        const among = part === null ? '' : ` AND key IN (${places(part)})`
        const sql = `SELECT key, version FROM origins WHERE kind = ?${among}`
        for (const { key, version } of await all(keptRow, sql, [of, ...(part ?? [])]))
          found.push([key, version])
      }
      return new Map(found)
    },
    keep: async (origins, gone) => {
      const left = [...origins.map(({ key }) => key), ...gone]
      for (const part of parted(left)) await drop(client, part)
      await add(client, origins)
    },
    find: async (ask) => findIn(all, ask),
    pairs: (source, target, after, most) =>
      all(
        pairRow,
        `SELECT pairs.id AS number, one.text AS source, other.text AS target, key, version, kind, family
          FROM pairs JOIN segments AS one ON one.id = pairs.source
          JOIN segments AS other ON other.id = pairs.target JOIN origins ON origins.id = origin
          WHERE pairs.id > ? AND one.language = ? AND other.language = ? ORDER BY pairs.id LIMIT ?`,
        [after, source, target, most],
      ),
    close: () => client.close(),
  }
}

type Ask = <Row>(row: z.ZodType<Row>, sql: string, args?: Arguments) => Promise<Row[]>

const valueRow = z.looseObject({ value: z.string() })
const keptRow = z.looseObject({ key: z.string(), version: z.string() })
const pairRow = z.looseObject({
  number: z.number(),
  source: z.string(),
  target: z.string(),
  key: z.string(),
  version: z.string(),
  kind,
  family: z.string(),
})
const candidateRow = z.looseObject({ segment: z.number(), text: z.string() })
const renderedRow = pairRow.omit({ source: true, number: true }).extend({
  segment: z.number(),
  reversed: z.number(),
})

/**
 * How many segments are looked at word by word: those that share most marks with what is asked for. Of long ones fewer:
 * one that is like it shares several marks, and each takes longer.
 */
const candidatesFor = (words: number): number =>
  Math.min(400, Math.max(60, Math.round(4_000 / words)))

async function findIn(
  all: Ask,
  { source, target, text, most, hidden }: Question,
): Promise<Found[]> {
  const words = memoryWords(text)
  if (words.length === 0 || words.length > mostWords) return []
  const marks = marksOf(words, source)
  const { from, to } = lengthsLike(words.length)
  const candidates = await all(
    candidateRow,
    `SELECT segment, text FROM (
        SELECT segment, count(*) AS shared, abs(max(words) - ?) AS off FROM marks
        WHERE mark IN (${places(marks)}) AND words BETWEEN ? AND ?
        GROUP BY segment ORDER BY shared DESC, off LIMIT ?
      ) JOIN segments ON segments.id = segment`,
    [words.length, ...marks, from, to, candidatesFor(words.length)],
  )
  const rated = candidates
    .flatMap(({ segment, text: kept }) => {
      const rate = rateOf({ text, words }, { text: kept, words: memoryWords(kept) })
      return rate === null ? [] : [{ segment, rate, text: kept }]
    })
    .toSorted((one, other) => other.rate - one.rate)
  const found: Found[] = []
  // Most often the first few are all that is needed.
  for (const part of parted(rated, 40)) {
    found.push(...(await renderedAs(all, part, target, hidden)))
    if (found.length >= most) break
  }
  return found.toSorted((one, other) => other.rate - one.rate).slice(0, most)
}

type Rated = { segment: number; rate: number; text: string }

async function renderedAs(
  all: Ask,
  rated: readonly Rated[],
  target: string,
  hidden: readonly string[],
): Promise<Found[]> {
  const ids = rated.map(({ segment }) => segment)
  const half = (own: string, other: string, reversed: 0 | 1): string =>
    `SELECT pairs.id AS id, ${own} AS segment, text AS target, ${reversed} AS reversed, key, version, kind, family
      FROM pairs JOIN segments ON segments.id = ${other} JOIN origins ON origins.id = origin
      WHERE ${own} IN (${places(ids)}) AND segments.language = ?`
  const rows = await all(
    renderedRow,
    `${half('source', 'target', 0)} UNION ALL ${half('target', 'source', 1)} ORDER BY id`,
    [...ids, target, ...ids, target],
  )
  const found = new Map<string, Found>()
  for (const { segment, target: rendering, reversed, ...origin } of rows) {
    if (hidden.includes(origin.family)) continue
    const one = rated.find((candidate) => candidate.segment === segment)
    if (!one) continue
    const key = `${segment} ${rendering}`
    const known = found.get(key) ?? {
      rate: one.rate,
      source: one.text,
      target: rendering,
      reversed: reversed === 1,
      origins: [],
    }
    const { key: named, version, kind: of, family } = origin
    known.origins.push({ key: named, version, kind: of, family })
    found.set(key, known)
  }
  return [...found.values()]
}

import type { Client, InStatement } from '@libsql/client'
import { z } from 'zod'
import { languageTags } from '../../language/languages.ts'
import { deletions, type KnownWord, soundOf } from './similar.ts'
import { emptyIndex, openIndexFile, parted, places } from '../../database/index-file.ts'
import { pressTables } from './tables.ts'

/**
 * Which live texts hold which words: a file of its own, made from the register and the live editions and never the
 * other way. Nothing unpublished is ever in it. It decides nothing: what it finds is shown when the register says so.
 * Whoever loses it loses the time that it takes to make it again (decision 030).
 */

/** A live text as it is found. The parts are forms of words, most important first. */
export interface IndexedText {
  /** Id of its row in the register. */
  entry: string
  subject: string
  edition: string
  language: string
  kind: string
  topics: readonly { id: string; name: string }[]
  /** ISO 8601, UTC. */
  publishedAt: string
  parts: { headline: readonly string[]; lead: readonly string[]; body: readonly string[] }
  /** What its words can be mistaken for is worked out from these. */
  words: readonly KnownWord[]
}

/** What is no longer to be found, with the words that it was the last to say, perhaps. */
export interface Gone {
  entry: string
  language: string
  words: readonly KnownWord[]
}

export interface Kept {
  entry: string
  edition: string
}

/** What a text has to match. `match`: FTS5's own language, made by `matchOf`; null: whatever it says. */
export interface Matching {
  language: string
  match: string | null
  kind: string | null
  /** Id of a topic. */
  topic: string | null
  /** From a moment (ISO 8601, UTC) on, and before another; widened to whole seconds. */
  since: string | null
  until: string | null
}

export interface Span {
  name: string
  since: string
  until: string
}

export interface Counts {
  kinds: { kind: string; count: number }[]
  /** `name`: as the newest of these texts calls it. */
  topics: { id: string; name: string; count: number }[]
}

/**
 * The best first; those first that say it in their headline, the newest of them before others; or the newest. The first
 * weighs each text that matches, which takes as long as there are many.
 */
export type Order = 'relevance' | 'headline' | 'date'

export interface WordIndex {
  /** Up to when the register was read; null: never. ISO 8601, UTC. */
  readUntil: () => Promise<string | null>
  /** Which editions are kept of these rows of the register. */
  keptOf: (entries: readonly string[]) => Promise<Kept[]>
  keep: (texts: readonly IndexedText[], gone: readonly Gone[], until: string) => Promise<void>
  /** Forgets everything. */
  clear: () => Promise<void>
  count: (asked: Matching) => Promise<number>
  /** Subjects of texts in an order. */
  subjects: (asked: Matching, range: { by: Order; skip: number; size: number }) => Promise<string[]>
  countsOf: (asked: Matching) => Promise<Counts>
  /** How many were published in each of these spans, which don't overlap; those with none are left out. */
  countIn: (asked: Matching, spans: readonly Span[]) => Promise<{ name: string; count: number }[]>
  /** The moment at which the first and the last text of a language were published; null when there is none. */
  reach: (language: string) => Promise<{ first: string; last: string } | null>
  /** Whether a text of the language has one of the forms, or a word that begins so. */
  has: (language: string, forms: readonly string[], beginning: string | null) => Promise<boolean>
  /** Words of live texts that differ in a letter, or sound alike. */
  similarTo: (language: string, parts: readonly string[]) => Promise<KnownWord[]>
  close: () => void
}

const countRow = z.looseObject({ count: z.number() })
const keptRow = z.looseObject({ row: z.number(), entry: z.string(), edition: z.string() })
const labelRow = z.looseObject({ label: z.string(), name: z.string(), count: z.number() })
const wordRow = z.looseObject({ word: z.string(), shown: z.string() })
const spanRow = z.looseObject({ name: z.string().nullable(), count: z.number() })

/**
 * Rows are numbered in the order in which texts were published, since FTS5 walks along its rows: the newest are found
 * without sorting, and those of a year without looking at others. Seconds since 1900, and as many of each second.
 */
const perSecond = 2 ** 20
const rowAt = (moment: string, rounded = Math.floor): number =>
  Math.max(0, rounded(Date.parse(moment) / 1000) + 2_208_988_800) * perSecond
const momentOfRow = (row: number): string =>
  new Date((Math.floor(row / perSecond) - 2_208_988_800) * 1000).toISOString()

const isKnown = (language: string): boolean => (languageTags as string[]).includes(language)

/** Opens the index of live texts. `address`: `file:…` or `:memory:`. */
export async function openWordIndex(address: string): Promise<WordIndex> {
  const client = await openIndexFile(address, pressTables)
  const all = async <Row>(row: z.ZodType<Row>, sql: string, args: Arguments = []): Promise<Row[]> =>
    (await client.execute({ sql, args })).rows.map((one) => row.parse(one))
  return {
    readUntil: async () => {
      const rows = await all(
        z.looseObject({ value: z.string() }),
        `SELECT value FROM state WHERE key = 'until'`,
      )
      return rows[0]?.value ?? null
    },
    keptOf: async (entries) => {
      if (entries.length === 0) return []
      return all(
        keptRow,
        `SELECT row, entry, edition FROM texts WHERE entry IN (${places(entries)})`,
        [...entries],
      )
    },
    keep: (texts, gone, until) => keep(client, texts, gone, until),
    clear: () => emptyIndex(client, pressTables),
    count: async (asked) => {
      if (!isKnown(asked.language)) return 0
      const { from, args } = source(asked)
      const [found] = await all(countRow, `SELECT count(*) AS count ${from}`, args)
      return found?.count ?? 0
    },
    subjects: async (asked, { by, skip, size }) => {
      if (!isKnown(asked.language) || size === 0) return []
      const { from, args, table } = source(asked)
      const { score, more } = scoreOf(asked, by, table)
      const rows = await all(
        z.looseObject({ subject: z.string() }),
        `SELECT texts.subject FROM (
          SELECT ${table}.rowid AS found, ${score} AS score ${from}
          ORDER BY ${score === '0' ? '' : 'score, '}${table}.rowid DESC LIMIT ? OFFSET ?
        ) JOIN texts ON texts.row = found ORDER BY score, found DESC`,
        [...more, ...args, size, skip],
      )
      return rows.map(({ subject }) => subject)
    },
    countsOf: async (asked) => {
      if (!isKnown(asked.language)) return { kinds: [], topics: [] }
      const { from, args, table } = source(asked)
      const rows = await all(
        labelRow,
        `SELECT names.label AS label, labels.name AS name, count FROM (
            SELECT labels.label AS label, count(*) AS count, max(labels.row) AS newest
            FROM (SELECT ${table}.rowid AS found ${from}) CROSS JOIN labels ON labels.row = found
            GROUP BY labels.label
          ) AS counted JOIN names ON names.id = counted.label
          JOIN labels ON labels.row = counted.newest AND labels.label = counted.label`,
        args,
      )
      const of = (sort: string) =>
        rows
          .filter(({ label }) => label.startsWith(sort))
          .map(({ label, name, count }) => ({ id: label.slice(sort.length), name, count }))
      return {
        kinds: of(kindLabel('')).map(({ id, count }) => ({ kind: id, count })),
        topics: of(topicLabel('')),
      }
    },
    countIn: async (asked, spans) => {
      if (!isKnown(asked.language) || spans.length === 0) return []
      const { from, args, table } = source(asked)
      const cases = spans.map(() => `WHEN ${table}.rowid >= ? AND ${table}.rowid < ? THEN ?`)
      const rows = await all(
        spanRow,
        `SELECT CASE ${cases.join(' ')} END AS name, count(*) AS count ${from} GROUP BY 1`,
        [...spans.flatMap(({ since, until, name }) => [rowAt(since), rowAt(until), name]), ...args],
      )
      const counted = new Map(rows.map(({ name, count }) => [name, count]))
      return spans.flatMap(({ name }) => {
        const count = counted.get(name)
        return count ? [{ name, count }] : []
      })
    },
    reach: async (language) => {
      const [found] = await all(
        z.looseObject({ first: z.number().nullable(), last: z.number().nullable() }),
        `SELECT (SELECT min(row) FROM texts WHERE language = ?) AS first,
          (SELECT max(row) FROM texts WHERE language = ?) AS last`,
        [language, language],
      )
      if (!found || found.first === null || found.last === null) return null
      return { first: momentOfRow(found.first), last: momentOfRow(found.last) }
    },
    has: async (language, forms, beginning) => {
      if (!isKnown(language)) return false
      const found = await all(
        z.looseObject({ term: z.string() }),
        `SELECT term FROM said_${language} WHERE term IN (${places(forms)}) LIMIT 1`,
        [...forms],
      )
      if (found.length > 0 || beginning === null) return found.length > 0
      const begins = await all(
        z.looseObject({ term: z.string() }),
        `SELECT term FROM said_${language} WHERE term >= ? AND term < ? LIMIT 1`,
        [beginning, `${beginning}\u{10FFFF}`],
      )
      return begins.length > 0
    },
    similarTo: async (language, parts) =>
      parts.length === 0
        ? []
        : all(
            wordRow,
            `SELECT DISTINCT vocabulary.word, vocabulary.shown FROM near JOIN vocabulary
              ON vocabulary.language = near.language AND vocabulary.word = near.word
              WHERE near.language = ? AND near.part IN (${places(parts)}) LIMIT 500`,
            [language, ...parts],
          ),
    close: () => client.close(),
  }
}

type Arguments = (string | number | null)[]

const kindLabel = (kind: string): string => `kind ${kind}`
const topicLabel = (id: string): string => `topic ${id}`

/** What texts are put in order by, the least first, with the arguments that it takes. */
function scoreOf(
  { match }: Matching,
  by: Order,
  table: string,
): { score: string; more: Arguments } {
  if (match === null || by === 'date') return { score: '0', more: [] }
  if (by === 'headline')
    return {
      score: `${table}.rowid NOT IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`,
      more: [`headline : (${match})`],
    }
  // The headline says what a text is about, the lead nearly so.
  return { score: `bm25(${table}, 8.0, 4.0, 1.0)`, more: [] }
}

/** From where texts are taken, and which. */
function source(asked: Matching): { table: string; from: string; args: Arguments } {
  const { language, match, kind, topic, since, until } = asked
  const table = match === null ? 'texts' : `words_${language}`
  const labels = [
    ...(kind === null ? [] : [kindLabel(kind)]),
    ...(topic === null ? [] : [topicLabel(topic)]),
  ]
  const conditions = [
    match === null ? 'texts.language = ?' : `${table} MATCH ?`,
    ...(since === null ? [] : [`${table}.rowid >= ?`]),
    ...(until === null ? [] : [`${table}.rowid < ?`]),
    ...labels.map(
      () =>
        `EXISTS (SELECT 1 FROM labels WHERE labels.row = ${table}.rowid AND labels.label = (SELECT id FROM names WHERE label = ?))`,
    ),
  ]
  return {
    table,
    from: `FROM ${table} WHERE ${conditions.join(' AND ')}`,
    args: [
      match ?? language,
      ...(since === null ? [] : [rowAt(since)]),
      ...(until === null ? [] : [rowAt(until, Math.ceil)]),
      ...labels,
    ],
  }
}

async function keep(
  client: Client,
  texts: readonly IndexedText[],
  gone: readonly Gone[],
  until: string,
): Promise<void> {
  const entries = [...texts, ...gone].map(({ entry }) => entry)
  await client.batch(
    [
      ...(await dropping(client, entries)),
      ...(await adding(client, texts)),
      ...(await naming(client, texts)),
      {
        sql: `INSERT INTO state (key, value) VALUES ('until', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
        args: [until],
      },
    ],
    'write',
  )
  if (gone.length > 0) await forgetWords(client, gone)
}

/** What is kept of these rows of the register. */
async function dropping(client: Client, entries: readonly string[]): Promise<InStatement[]> {
  if (entries.length === 0) return []
  const { rows } = await client.execute({
    sql: `SELECT row, language FROM texts WHERE entry IN (${places(entries)})`,
    args: [...entries],
  })
  return rows.flatMap((one): InStatement[] => {
    const { row, language } = z.looseObject({ row: z.number(), language: z.string() }).parse(one)
    return [
      { sql: `DELETE FROM words_${language} WHERE rowid = ?`, args: [row] },
      { sql: 'DELETE FROM labels WHERE row = ?', args: [row] },
      { sql: 'DELETE FROM texts WHERE row = ?', args: [row] },
    ]
  })
}

async function adding(client: Client, texts: readonly IndexedText[]): Promise<InStatement[]> {
  const statements: InStatement[] = []
  const next = new Map<number, number>()
  for (const text of texts) {
    const first = rowAt(text.publishedAt)
    const row = next.get(first) ?? (await freeRow(client, first))
    next.set(first, row + 1)
    const { language, entry, subject, edition, kind, topics, parts } = text
    statements.push(
      {
        sql: 'INSERT INTO texts (row, language, entry, subject, edition) VALUES (?, ?, ?, ?, ?)',
        args: [row, language, entry, subject, edition],
      },
      {
        sql: `INSERT INTO words_${language} (rowid, headline, lead, body) VALUES (?, ?, ?, ?)`,
        args: [row, ...[parts.headline, parts.lead, parts.body].map((part) => part.join(' '))],
      },
      ...[
        [kindLabel(kind), ''] as const,
        // A topic without a name in this language isn't shown.
        ...topics
          .filter(({ name }) => name !== '')
          .map(({ id, name }) => [topicLabel(id), name] as const),
      ].flatMap(([label, name]) => [
        { sql: 'INSERT OR IGNORE INTO names (label) VALUES (?)', args: [label] },
        {
          sql: 'INSERT OR IGNORE INTO labels (row, label, name) SELECT ?, id, ? FROM names WHERE label = ?',
          args: [row, name, label],
        },
      ]),
    )
  }
  return statements
}

async function freeRow(client: Client, first: number): Promise<number> {
  const { rows } = await client.execute({
    sql: 'SELECT max(row) AS last FROM texts WHERE row >= ? AND row < ?',
    args: [first, first + perSecond],
  })
  const last = z.number().nullable().parse(rows[0]?.last)
  return last === null ? first : last + 1
}

/** Words that weren't known, with what they can be mistaken for. */
async function naming(client: Client, texts: readonly IndexedText[]): Promise<InStatement[]> {
  const statements: InStatement[] = []
  for (const [language, words] of byLanguage(texts)) {
    const known = new Set<string>()
    for (const part of parted([...words.keys()])) {
      const { rows } = await client.execute({
        sql: `SELECT word FROM vocabulary WHERE language = ? AND word IN (${places(part)})`,
        args: [language, ...part],
      })
      for (const one of rows) known.add(z.string().parse(one.word))
    }
    const fresh = [...words].filter(([word]) => !known.has(word))
    for (const part of parted(fresh))
      statements.push({
        sql: `INSERT OR IGNORE INTO vocabulary (language, word, shown) VALUES ${part.map(() => '(?, ?, ?)').join(', ')}`,
        args: part.flatMap(([word, shown]) => [language, word, shown]),
      })
    const near = fresh.flatMap(([word, shown]) =>
      partsOf({ word, shown }).map((one) => [one, word]),
    )
    for (const part of parted(near))
      statements.push({
        sql: `INSERT OR IGNORE INTO near (language, part, word) VALUES ${part.map(() => '(?, ?, ?)').join(', ')}`,
        args: part.flatMap(([one = '', word = '']) => [language, one, word]),
      })
  }
  return statements
}

const partsOf = (known: KnownWord): string[] => [...deletions(known.word), ...soundOf(known.shown)]

function byLanguage(
  texts: readonly { language: string; words: readonly KnownWord[] }[],
): Map<string, Map<string, string>> {
  const languages = new Map<string, Map<string, string>>()
  for (const { language, words } of texts) {
    const all = languages.get(language) ?? new Map<string, string>()
    languages.set(language, all)
    for (const { word, shown } of words) if (!all.has(word)) all.set(word, shown)
  }
  return languages
}

/** A word that no live text says any more is offered to nobody, and isn't kept. */
async function forgetWords(client: Client, gone: readonly Gone[]): Promise<void> {
  const statements: InStatement[] = []
  for (const [language, words] of byLanguage(gone))
    for (const part of parted([...words])) {
      const { rows } = await client.execute({
        sql: `SELECT term FROM said_${language} WHERE term IN (${places(part)})`,
        args: part.map(([word]) => word),
      })
      const said = new Set(rows.map((one) => z.string().parse(one.term)))
      for (const [word, shown] of part.filter(([one]) => !said.has(one))) {
        const parts = partsOf({ word, shown })
        statements.push(
          {
            sql: `DELETE FROM near WHERE language = ? AND word = ? AND part IN (${places(parts)})`,
            args: [language, word, ...parts],
          },
          {
            sql: 'DELETE FROM vocabulary WHERE language = ? AND word = ?',
            args: [language, word],
          },
        )
      }
    }
  if (statements.length > 0) await client.batch(statements, 'write')
}

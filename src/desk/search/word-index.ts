import { type Client, createClient } from '@libsql/client'
import { z } from 'zod'

/**
 * Which texts, notes and events hold which words: a file of its own, made from the database and never the other way.
 * It decides nothing: whatever is found is read from the database, as the person who asks may. Whoever loses it loses
 * the time that it takes to make it again. SQLite's FTS5, whichever database the desk has (decision 024).
 */

const sources = ['text', 'note', 'reply', 'event'] as const
export type Source = (typeof sources)[number]

/** Something with words. `at`: when it was changed last, as the database says it. */
export interface Entry {
  source: Source
  id: string
  /** Id of the text that it belongs to. */
  subject: string
  at: string
  words: readonly string[]
}

export interface WordHit {
  source: Source
  id: string
  subject: string
}

export interface WordIndex {
  /** Up to when a source was read; null: never. ISO 8601, UTC. */
  readUntil: (source: string) => Promise<string | null>
  /** Keeps what isn't kept as it is, and remembers how far the source was read. */
  keep: (source: string, entries: readonly Entry[], until: string) => Promise<void>
  /** What holds all of these words, or words that begin so; the best first, at most so many. */
  find: (words: readonly string[], most: number) => Promise<WordHit[]>
  close: () => void
}

const keptRow = z.looseObject({
  id: z.number(),
  source: z.string(),
  key: z.string(),
  at: z.string(),
})
const hitRow = z.looseObject({ source: z.enum(sources), key: z.string(), subject: z.string() })

const schema = [
  'PRAGMA journal_mode = WAL',
  // It can be made again: a lost write costs nothing.
  'PRAGMA synchronous = OFF',
  'CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, subject TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (source, key))',
  'CREATE TABLE IF NOT EXISTS sources (source TEXT PRIMARY KEY, until TEXT NOT NULL)',
  'CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(said, detail=none, prefix=\'2 3 4\', tokenize="unicode61 remove_diacritics 0")',
]

/** Opens the index in a file, or makes it. `address`: `file:…` or `:memory:`. */
export async function openWordIndex(address: string): Promise<WordIndex> {
  const client = createClient({ url: address })
  for (const statement of schema) await client.execute(statement)
  return {
    readUntil: async (source) => {
      const { rows } = await client.execute({
        sql: 'SELECT until FROM sources WHERE source = ?',
        args: [source],
      })
      return rows[0] ? z.string().parse(rows[0].until) : null
    },
    keep: (source, entries, until) => keep(client, source, entries, until),
    find: (words, most) => find(client, words, most),
    close: () => client.close(),
  }
}

async function keep(
  client: Client,
  source: string,
  entries: readonly Entry[],
  until: string,
): Promise<void> {
  const known = await idsOf(client, entries)
  const changed = entries.filter(({ source: of, id, at }) => known.get(`${of} ${id}`)?.at !== at)
  const rows = changed.flatMap((entry) => {
    const { source: of, id, subject, at, words } = entry
    const row = known.get(`${of} ${id}`)?.row ?? null
    const text = words.join(' ')
    if (row !== null)
      return [
        { sql: 'UPDATE entries SET subject = ?, at = ? WHERE id = ?', args: [subject, at, row] },
        { sql: 'UPDATE words SET said = ? WHERE rowid = ?', args: [text, row] },
      ]
    return [
      {
        sql: 'INSERT INTO entries (source, key, subject, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at',
        args: [of, id, subject, at],
      },
      {
        sql: 'INSERT OR REPLACE INTO words (rowid, said) SELECT id, ? FROM entries WHERE source = ? AND key = ?',
        args: [text, of, id],
      },
    ]
  })
  await client.batch(
    [
      ...rows,
      {
        sql: 'INSERT INTO sources (source, until) VALUES (?, ?) ON CONFLICT DO UPDATE SET until = excluded.until',
        args: [source, until],
      },
    ],
    'write',
  )
}

async function idsOf(
  client: Client,
  entries: readonly Entry[],
): Promise<Map<string, { row: number; at: string }>> {
  if (entries.length === 0) return new Map()
  const { rows } = await client.execute({
    sql: `SELECT id, source, key, at FROM entries WHERE key IN (${entries.map(() => '?').join(',')})`,
    args: entries.map(({ id }) => id),
  })
  return new Map(
    rows.map((one) => {
      const { id, source, key, at } = keptRow.parse(one)
      return [`${source} ${key}`, { row: id, at }]
    }),
  )
}

async function find(client: Client, words: readonly string[], most: number): Promise<WordHit[]> {
  // Quoted, so that nothing in it is read as FTS5's own language.
  const match = words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ')
  const { rows } = await client.execute({
    sql: 'SELECT entries.source, entries.key, entries.subject FROM words JOIN entries ON entries.id = words.rowid WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT ?',
    args: [match, most],
  })
  return rows.map((one) => {
    const { source, key, subject } = hitRow.parse(one)
    return { source, id: key, subject }
  })
}

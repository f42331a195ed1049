import type { Client, InStatement } from '@libsql/client'
import { z } from 'zod'
import { parted, places } from '../../database/index-file.ts'
import { marksOf, memoryWords, mostWords, numberOf } from '../../language/memory.ts'

/** What is written into the memory's file, and what leaves it. */

export interface PairOfTexts {
  source: { language: string; text: string }
  target: { language: string; text: string }
}

/** What pairs are from, with its pairs. `key`: of a live translation its id, of a part of a file the part's. */
export interface Origin {
  key: string
  /** Id of the edition, or of the part: another one is read anew. */
  version: string
  kind: 'text' | 'file'
  /** Id of the family; empty for files. */
  family: string
  pairs: readonly PairOfTexts[]
}

type Arguments = (string | number)[]

const idRow = z.looseObject({ id: z.number() })
const segmentRow = z.looseObject({ id: z.number(), language: z.string(), text: z.string() })

/** With what only they said. */
export async function drop(client: Client, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const ask = async (sql: string, args: Arguments) => (await client.execute({ sql, args })).rows
  const origins = (
    await ask(`SELECT id FROM origins WHERE key IN (${places(keys)})`, [...keys])
  ).map((row) => idRow.parse(row).id)
  if (origins.length === 0) return
  const said = (
    await ask(
      `SELECT DISTINCT segments.id, language, text FROM pairs JOIN segments ON segments.id IN (source, target) WHERE origin IN (${places(origins)})`,
      origins,
    )
  ).map((row) => segmentRow.parse(row))
  await client.batch(
    [
      { sql: `DELETE FROM pairs WHERE origin IN (${places(origins)})`, args: origins },
      { sql: `DELETE FROM origins WHERE id IN (${places(origins)})`, args: origins },
    ],
    'write',
  )
  for (const part of parted(said)) await forget(client, part)
}

async function forget(
  client: Client,
  segments: readonly z.infer<typeof segmentRow>[],
): Promise<void> {
  const ids = segments.map(({ id }) => id)
  const { rows } = await client.execute({
    sql: `SELECT source AS id FROM pairs WHERE source IN (${places(ids)}) UNION SELECT target FROM pairs WHERE target IN (${places(ids)})`,
    args: [...ids, ...ids],
  })
  const still = new Set(rows.map((row) => idRow.parse(row).id))
  const gone = segments.filter(({ id }) => !still.has(id))
  await client.batch(
    gone.flatMap(({ id, language, text }): InStatement[] => {
      const words = memoryWords(text)
      const marks = marksOf(words, language)
      return [
        { sql: 'DELETE FROM segments WHERE id = ?', args: [id] },
        {
          sql: `DELETE FROM marks WHERE mark IN (${places(marks)}) AND words = ? AND segment = ?`,
          args: [...marks, words.length, id],
        },
      ]
    }),
    'write',
  )
}

/** Whether a pair can be found again by its words. */
const isWorthKeeping = ({ source, target }: PairOfTexts): boolean =>
  source.language !== target.language &&
  [source, target].every(({ text }) => {
    const { length } = memoryWords(text)
    return length > 0 && length <= mostWords
  })

/** What is written at once: also what is lost when the process ends in between, and read again. */
const pairsAtOnce = 2_000

/** An origin is named last, so that one that was broken off is read again. */
export async function add(client: Client, origins: readonly Origin[]): Promise<void> {
  let [batch, size]: [Origin[], number] = [[], 0]
  for (const origin of origins) {
    batch.push({ ...origin, pairs: origin.pairs.filter(isWorthKeeping) })
    size += origin.pairs.length
    if (size < pairsAtOnce) continue
    await addBatch(client, batch)
    ;[batch, size] = [[], 0]
  }
  await addBatch(client, batch)
}

async function addBatch(client: Client, origins: readonly Origin[]): Promise<void> {
  if (origins.length === 0) return
  const sides = origins.flatMap(({ pairs }) =>
    pairs.flatMap(({ source, target }) => [source, target]),
  )
  const { idOf, fresh } = await numbered(client, sides)
  const next = async (table: 'origins' | 'pairs') =>
    z
      .number()
      .parse(
        (await client.execute(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`)).rows[0]?.id,
      )
  const firstOrigin = await next('origins')
  const firstPair = await next('pairs')
  const pairs = origins.flatMap(({ pairs: own }, index) =>
    own.map(({ source, target }) => [idOf(source), idOf(target), firstOrigin + index]),
  )
  await client.batch(
    [
      ...inserts(
        'segments',
        fresh.map(({ id, language, number, text }) => [id, language, number, text]),
      ),
      ...inserts(
        'marks',
        fresh.flatMap(({ id, words, marks }) => marks.map((mark) => [mark, words, id])),
      ),
      ...inserts(
        'pairs',
        pairs.map((row, index) => [firstPair + index, ...row]),
      ),
      ...inserts(
        'origins',
        origins.map(({ key, version, kind: of, family }, index) => [
          firstOrigin + index,
          key,
          version,
          of,
          family,
        ]),
      ),
    ],
    'write',
  )
}

function inserts(table: string, rows: readonly Arguments[]): InStatement[] {
  return parted(rows).map((part) => ({
    sql: `INSERT OR IGNORE INTO ${table} VALUES ${part.map((row) => `(${places(row)})`).join(', ')}`,
    args: part.flat(),
  }))
}

interface Fresh {
  id: number
  language: string
  number: number
  text: string
  words: number
  marks: readonly number[]
}

type Text = PairOfTexts['source']
const keyOf = ({ language, text }: Text): string => `${language} ${text}`

/** The numbers of texts that are kept, and new ones for those that aren't. */
async function numbered(
  client: Client,
  texts: readonly Text[],
): Promise<{ idOf: (text: Text) => number; fresh: Fresh[] }> {
  const ids = new Map<string, number>()
  const asked = new Map(texts.map((one) => [keyOf(one), one]))
  for (const part of parted([...asked.keys()])) {
    const numbers = part.map(numberOf)
    const { rows } = await client.execute({
      sql: `SELECT id, language, text FROM segments WHERE number IN (${places(numbers)})`,
      args: numbers,
    })
    for (const row of rows.map((one) => segmentRow.parse(one))) ids.set(keyOf(row), row.id)
  }
  const { rows } = await client.execute('SELECT coalesce(max(id), 0) AS id FROM segments')
  let last = idRow.parse(rows[0]).id
  const fresh = [...asked].flatMap(([key, { language, text }]): Fresh[] => {
    if (ids.has(key)) return []
    const words = memoryWords(text)
    ids.set(key, ++last)
    return [
      {
        id: last,
        language,
        number: numberOf(key),
        text,
        words: words.length,
        marks: marksOf(words, language),
      },
    ]
  })
  return { idOf: (text) => ids.get(keyOf(text)) ?? 0, fresh }
}

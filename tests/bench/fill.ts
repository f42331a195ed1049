import type { Payload } from 'payload'
import type { EditionRow, EntryRow, Published } from './archive.ts'
import { family, items } from './archive.ts'

/** What is needed of the SQLite client, and of a MongoDB collection. */
interface SqliteClient {
  batch(
    statements: { sql: string; args: (string | number | null)[] }[],
    mode: 'write',
  ): Promise<unknown>
  execute(sql: string): Promise<unknown>
}
interface MongoModel {
  collection: { insertMany(rows: Record<string, unknown>[]): Promise<unknown> }
}

export interface Filled {
  /** Text editions. */
  editions: number
  /** Slugs of English releases, newest first. */
  slugs: string[]
}

/** Writes an archive with so many text editions straight into the tables: the door would take hours for it. */
export async function fill(payload: Payload, editions: number): Promise<Filled> {
  const write = payload.db.name === 'mongoose' ? mongoWriter(payload) : sqliteWriter(payload)
  const shown = items()
  await write([...shown.images.map(({ row }) => row), shown.contact.row])
  const slugs: string[] = []
  let written = 0
  let waiting: Published[] = []
  for (let index = 0; written < editions; index += 1) {
    const members = family(index, shown)
    slugs.push(members[0]?.entry.slug ?? '')
    written += members.reduce((sum, one) => sum + one.editions.length, 0)
    waiting.push(...members)
    if (waiting.length >= 400 || written >= editions) {
      await write(waiting)
      waiting = []
    }
  }
  return { editions: written, slugs }
}

type Cells = Record<string, string | number | null>

/** One statement for many rows. */
function insert(table: string, rows: readonly Cells[]): { sql: string; args: Cells[string][] }[] {
  const names = Object.keys(rows[0] ?? {})
  if (names.length === 0) return []
  const places = `(${names.map(() => '?').join(', ')})`
  return [
    {
      sql: `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${rows.map(() => places).join(', ')}`,
      args: rows.flatMap((row) => Object.values(row)),
    },
  ]
}

function sqliteWriter(payload: Payload): (rows: Published[]) => Promise<void> {
  const { client } = payload.db as unknown as { client: SqliteClient }
  let ids = 0
  return async (rows) => {
    const entries = rows.map(({ entry }) => ({ id: crypto.randomUUID(), entry }))
    await client.batch(
      [
        ...insert(
          'entries',
          entries.map(({ id, entry }) => ({ id, ...columns(entryColumns(entry)) })),
        ),
        ...insert(
          'entries_texts',
          entries.flatMap(({ id, entry }) =>
            (['uses', 'topics'] as const).flatMap((path) =>
              entry[path].map((text, at) => ({
                id: ++ids,
                order: at + 1,
                parent_id: id,
                path,
                text,
              })),
            ),
          ),
        ),
        ...insert(
          'editions',
          rows.flatMap(({ editions }) => editions.map((edition) => columns({ ...edition }))),
        ),
      ],
      'write',
    )
  }
}

function mongoWriter(payload: Payload): (rows: Published[]) => Promise<void> {
  const { collections } = payload.db as unknown as { collections: Record<string, MongoModel> }
  const now = new Date()
  const stamped = (row: EditionRow | EntryRow) => ({
    ...row,
    publishedAt: new Date(row.publishedAt),
    createdAt: now,
    updatedAt: now,
  })
  return async (rows) => {
    await collections.entries?.collection.insertMany(
      rows.map(({ entry }) => ({
        ...stamped(entry),
        standing: 'live',
        updatedAtPublic: new Date(entry.publishedAt),
      })),
    )
    await collections.editions?.collection.insertMany(
      rows.flatMap(({ editions }) =>
        editions.map((edition) => {
          const { id, ...row } = { ...stamped(edition), id: edition.id }
          return { _id: id, ...row }
        }),
      ),
    )
  }
}

/** The columns of the register's own table. */
function entryColumns(row: EntryRow): Cells {
  const own = Object.entries(row).filter(([name]) => name !== 'uses' && name !== 'topics')
  return {
    ...(Object.fromEntries(own) as Cells),
    standing: 'live',
    updatedAtPublic: row.publishedAt,
  }
}

/** `publishedAt` is the column published_at. */
function columns(
  row: Record<string, string | number | null>,
): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}

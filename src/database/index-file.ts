import { rmSync } from 'node:fs'
import { type Client, createClient } from '@libsql/client'
import { z } from 'zod'

/** Files of SQLite beside the database, made from it and never the other way: whoever loses one loses time. */

export interface IndexTables {
  /** Raised whenever tables, or what is written into them, change: an index of another number is made anew. */
  version: number
  statements: readonly string[]
  names: readonly string[]
}

/** Opens an index, or makes it; what can't be read is made anew. `address`: `file:…` or `:memory:`. */
export async function openIndexFile(address: string, tables: IndexTables): Promise<Client> {
  const client = createClient({ url: address })
  try {
    await prepare(client, tables)
    return client
  } catch (error) {
    client.close()
    if (!address.startsWith('file:')) throw error
    const file = address.slice('file:'.length)
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
    const anew = createClient({ url: address })
    await prepare(anew, tables)
    return anew
  }
}

/** Makes the tables where they are none of this version. Throws when the file is none of SQLite's. */
async function prepare(client: Client, tables: IndexTables): Promise<void> {
  await client.execute('PRAGMA busy_timeout = 5000')
  await client.execute('PRAGMA journal_mode = WAL')
  // It can be made again: a lost write costs nothing.
  await client.execute('PRAGMA synchronous = OFF')
  const { rows } = await client.execute('PRAGMA user_version')
  if (z.number().parse(rows[0]?.user_version) !== tables.version) await emptyIndex(client, tables)
}

/** Empty tables in the place of all that was there. */
export async function emptyIndex(
  client: Client,
  { names, statements, version }: IndexTables,
): Promise<void> {
  await client.batch(
    [
      ...names.map((name) => `DROP TABLE IF EXISTS ${name}`),
      ...statements,
      `PRAGMA user_version = ${version}`,
    ],
    'write',
  )
}

/** Question marks for a list of values. */
export const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Rows for one statement: SQLite takes so many values at once. */
export function parted<One>(all: readonly One[], atOnce = 400): One[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) =>
    all.slice(at * atOnce, (at + 1) * atOnce),
  )
}

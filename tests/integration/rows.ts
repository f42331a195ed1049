import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Desk } from './harness.ts'

/**
 * Everything that is stored, past Payload: its own tables and collections, those of versions, lists and relations
 * included, and the bytes of every file. What no query of the product can see can't hide from a comparison.
 */
interface Stored {
  /** Table or collection → id → row. */
  tables: Map<string, Map<string, Row>>
  /** Path in the media folder → bytes. */
  files: Map<string, Buffer>
}

type Row = Record<string, unknown>

interface Sqlite {
  execute: (
    sql: string | { sql: string; args: unknown[] },
  ) => Promise<{ columns: string[]; rows: ArrayLike<unknown>[] }>
}
interface Connection {
  db: Mongo
  on: (
    event: 'operation-start',
    listener: (operation: { method: string; collectionName: string }) => void,
  ) => void
}
interface Mongo {
  listCollections: () => { toArray: () => Promise<{ name: string }[]> }
  collection: (name: string) => {
    find: () => { toArray: () => Promise<Row[]> }
    insertOne: (row: Row) => Promise<unknown>
    deleteOne: (where: Row) => Promise<unknown>
    replaceOne: (where: Row, row: Row) => Promise<unknown>
  }
}

/** The database itself: one of both. */
function databaseOf({ payload }: Desk): { sqlite: Sqlite } | { mongo: Connection } {
  const adapter = payload.db as unknown as { client?: Sqlite; connection?: Connection }
  if (adapter.client) return { sqlite: adapter.client }
  if (adapter.connection) return { mongo: adapter.connection }
  throw new Error('neither SQLite nor MongoDB')
}

/** `unwritten`: tables that are still as they were read before, and needn't be read again. */
async function everything(desk: Desk, unwritten: Stored['tables']): Promise<Stored> {
  const database = databaseOf(desk)
  const wanted = (name: string) => !unwritten.has(name)
  const rows =
    'sqlite' in database
      ? sqliteRows(database.sqlite, wanted)
      : mongoRows(database.mongo.db, wanted)
  const read = (await rows).map(
    ([name, list]) => [name, new Map(list.map((row) => [keyOf(row), row]))] as const,
  )
  return { tables: new Map([...unwritten, ...read]), files: allFiles(desk.mediaDir) }
}

/** How often each table or collection was written to, from the first question on. */
type Writes = Map<string, number>
const mongoWrites = new WeakMap<Connection, Writes>()
const watched = new WeakSet<Sqlite>()

/** What the driver is told of. */
function writesInMongo(mongo: Connection): Writes {
  const counted = mongoWrites.get(mongo)
  if (counted) return counted
  const fresh: Writes = new Map()
  mongoWrites.set(mongo, fresh)
  mongo.on('operation-start', ({ method, collectionName: name }) => {
    if (!/^(find|findOne|aggregate|count|countDocuments|distinct)$/.test(method))
      fresh.set(name, (fresh.get(name) ?? 0) + 1)
  })
  return fresh
}

const tablesOfSqlite = `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`

/** Counted by triggers of this connection, which see what a deletion takes along, too. */
async function writesInSqlite(sqlite: Sqlite): Promise<Writes> {
  if (!watched.has(sqlite)) {
    watched.add(sqlite)
    await sqlite.execute('create temp table written (name text primary key, times integer)')
    for (const { 0: name } of (await sqlite.execute(tablesOfSqlite)).rows as ArrayLike<string>[]) {
      await sqlite.execute({ sql: 'insert into written values (?, 0)', args: [name] })
      for (const what of ['insert', 'update', 'delete'])
        await sqlite.execute(
          `create temp trigger "${what} ${name}" after ${what} on main."${name}" begin
            update written set times = times + 1 where name = '${name}'; end`,
        )
    }
  }
  const { rows } = await sqlite.execute('select name, times from written')
  return new Map(rows.map((row) => [String(row[0]), Number(row[1])]))
}

async function writesIn(desk: Desk): Promise<Writes> {
  const database = databaseOf(desk)
  return 'sqlite' in database
    ? writesInSqlite(database.sqlite)
    : new Map(writesInMongo(database.mongo))
}

const sumOf = (writes: Writes): number =>
  [...writes.values()].reduce((sum, times) => sum + times, 0)

/** While it stands still, no row can have changed, which saves reading all of them. */
export async function writesSoFar(desk: Desk): Promise<number> {
  return sumOf(await writesIn(desk))
}

interface Known {
  writes: Writes
  stored: Stored
}
const known = new WeakMap<Desk, Known>()

/** Everything as it is stored; of what was read before, only what was written to since is read anew. */
async function storedNow(desk: Desk): Promise<Stored> {
  const writes = await writesIn(desk)
  const before = known.get(desk)
  if (before && sumOf(before.writes) === sumOf(writes))
    return { ...before.stored, files: allFiles(desk.mediaDir) }
  const unwritten = [...(before?.stored.tables ?? [])].filter(
    ([name]) => writes.get(name) === before?.writes.get(name),
  )
  const stored = await everything(desk, new Map(unwritten))
  known.set(desk, { writes, stored })
  return stored
}

/** SQLite and MongoDB name it in their own way. */
const keyOf = ({ id, _id: own }: Row): string => JSON.stringify(id ?? own)

async function sqliteRows(
  sqlite: Sqlite,
  wanted: (name: string) => boolean,
): Promise<[string, Row[]][]> {
  const names = await sqlite.execute(tablesOfSqlite)
  const tables: [string, Row[]][] = []
  for (const { 0: name } of names.rows as ArrayLike<string>[]) {
    if (!wanted(String(name))) continue
    const { columns, rows } = await sqlite.execute(`select * from "${name}"`)
    const named = rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])),
    )
    tables.push([name ?? '', named])
  }
  return tables
}

async function mongoRows(
  mongo: Mongo,
  wanted: (name: string) => boolean,
): Promise<[string, Row[]][]> {
  const names = (await mongo.listCollections().toArray()).map(({ name }) => name).filter(wanted)
  return Promise.all(
    names.map(
      async (name): Promise<[string, Row[]]> => [
        name,
        await mongo.collection(name).find().toArray(),
      ],
    ),
  )
}

function allFiles(mediaDir: string): Map<string, Buffer> {
  mkdirSync(mediaDir, { recursive: true })
  return new Map(
    readdirSync(mediaDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const place = path.join(entry.parentPath, entry.name)
        return [path.relative(mediaDir, place), readFileSync(place)]
      }),
  )
}

export interface Difference {
  /** Table, collection or `files`. */
  where: string
  id: string
  /** Null: it wasn't there. */
  before: Row | Buffer | null
  /** Null: it isn't there any more. */
  after: Row | Buffer | null
}

const same = (a: unknown, b: unknown): boolean =>
  Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : JSON.stringify(a) === JSON.stringify(b)

function differences(before: Stored, after: Stored): Difference[] {
  const of = (
    where: string,
    one: ReadonlyMap<string, Row | Buffer>,
    other: ReadonlyMap<string, Row | Buffer>,
  ): Difference[] =>
    [...new Set([...one.keys(), ...other.keys()])]
      .filter((id) => !same(one.get(id), other.get(id)))
      .map((id) => ({ where, id, before: one.get(id) ?? null, after: other.get(id) ?? null }))
  const empty = new Map<string, Row>()
  const names = new Set([...before.tables.keys(), ...after.tables.keys()])
  const sameTables = before.tables === after.tables
  return [
    ...(sameTables ? [] : [...names]).flatMap((name) =>
      of(name, before.tables.get(name) ?? empty, after.tables.get(name) ?? empty),
    ),
    ...of('files', before.files, after.files),
  ]
}

/** What a request changed in all that is stored: to be compared with `[]`. */
export async function changedBy(desk: Desk, act: () => Promise<unknown>): Promise<Difference[]> {
  const before = await storedNow(desk)
  await act()
  return differences(before, await storedNow(desk))
}

/** What a request changed in all that is stored, after which all of it is as before. */
export async function undone(desk: Desk, act: () => Promise<unknown>): Promise<Difference[]> {
  const before = await storedNow(desk)
  await act()
  const changed = differences(before, await storedNow(desk))
  const database = databaseOf(desk)
  const rows = changed.filter(({ where }) => where !== 'files')
  if ('sqlite' in database) await undoInSqlite(database.sqlite, rows)
  else for (const row of rows) await undoInMongo(database.mongo.db, row)
  for (const { id, before: bytes } of changed.filter(({ where }) => where === 'files')) {
    const place = path.join(desk.mediaDir, id)
    if (Buffer.isBuffer(bytes)) writeFileSync(place, bytes)
    else rmSync(place)
  }
  known.set(desk, { writes: await writesIn(desk), stored: before })
  return changed
}

async function undoInSqlite(sqlite: Sqlite, changed: readonly Difference[]): Promise<void> {
  // The rows point to each other, and come back one by one.
  const enforced = Number((await sqlite.execute('pragma foreign_keys')).rows[0]?.[0])
  await sqlite.execute('pragma foreign_keys = off')
  for (const { where, before, after } of changed) {
    const { id } = (after ?? before) as Row
    await sqlite.execute({ sql: `delete from "${where}" where id = ?`, args: [id] })
    if (!before) continue
    const row = before as Row
    const columns = Object.keys(row).map((name) => `"${name}"`)
    const places = columns.map(() => '?')
    await sqlite.execute({
      sql: `insert into "${where}" (${columns.join(', ')}) values (${places.join(', ')})`,
      args: Object.values(row),
    })
  }
  await sqlite.execute(`pragma foreign_keys = ${enforced}`)
}

async function undoInMongo(mongo: Mongo, { where, before, after }: Difference): Promise<void> {
  const collection = mongo.collection(where)
  const { _id: id } = (after ?? before) as Row
  if (!before) await collection.deleteOne({ _id: id })
  else if (after) await collection.replaceOne({ _id: id }, before as Row)
  else await collection.insertOne(before as Row)
}

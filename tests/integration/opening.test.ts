import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { getPayload, type Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeConfig } from '../../src/config.ts'
import { type Migration, openingAdapter } from '../../src/database/opening.ts'
import { isStartProblem } from '../../src/start-problem.ts'
import { openAt } from './crash-desk.ts'
import { serverUrl } from './harness.ts'

let folder: string
let order: { databaseUri: string; mediaDir: string; now: string }

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'communique-opening-'))
  const now = new Date().toISOString()
  order = { databaseUri: `file:${folder}/some.db`, mediaDir: folder, now }
  vi.stubEnv('PAYLOAD_FORCE_DRIZZLE_PUSH', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

interface Client {
  execute: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>
  close: () => void
}
const clientOf = (payload: Payload) => (payload.db as unknown as { client: Client }).client

/** Uses the file as any other program might: nothing is migrated. */
async function withFile<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  vi.stubEnv('NODE_ENV', 'test')
  const { payload } = await openAt(order)
  const result = await work(clientOf(payload))
  clientOf(payload).close()
  await payload.destroy()
  return result
}

const tables = () =>
  withFile(async (client) => {
    const { rows } = await client.execute("select name from sqlite_master where type = 'table'")
    return rows.map(({ name }) => String(name))
  })

/** The sentence that a start in production ends with. */
async function sentence(open: () => Promise<unknown> = () => openAt(order)): Promise<string> {
  vi.stubEnv('NODE_ENV', 'production')
  const failure: unknown = await open().then(
    () => null,
    (error: unknown) => error,
  )
  expect(isStartProblem(failure), String(failure)).toBe(true)
  return (failure as Error).message
}

describe('a start in production is refused in one sentence', () => {
  it('on the tables of another program, which stay as they are', async () => {
    await withFile((client) => client.execute('create table recipes (name text)'))
    expect(await sentence()).toBe(
      'This database holds the tables of another program. Choose another DATABASE_URI.',
    )
    expect(await tables()).toEqual(['recipes'])
  })

  it.each([
    ['of npm run dev', 'dev', -1, /npm run dev/],
    ['of a newer version', '20990101_000000_later', 7, /another version of Communiqué/],
  ])('on a database %s', async (_whose, name, batch, expected) => {
    await withFile(async (client) => {
      await client.execute('create table payload_migrations (name text, batch numeric)')
      await client.execute(`insert into payload_migrations values ('${name}', ${batch})`)
    })
    expect(await sentence()).toMatch(expected)
    expect(await tables()).toEqual(['payload_migrations'])
  })

  it.each([
    ['a letter', 'Dear colleagues, '.repeat(500), /no SQLite database/],
    ['a damaged database', `SQLite format 3\0${'garbage '.repeat(2000)}`, /no SQLite|damaged/],
  ])('on %s', async (_what, content, expected) => {
    writeFileSync(order.databaseUri.slice('file:'.length), content)
    expect(await sentence()).toMatch(expected)
  })

  it('in a folder that isn’t there', async () => {
    order.databaseUri = `file:${folder}/none/some.db`
    expect(await sentence()).toMatch(/can’t be opened/)
  })

  it('when MongoDB doesn’t answer', async () => {
    order.databaseUri = 'mongodb://somebody:hunter2@127.0.0.1:9/c?serverSelectionTimeoutMS=300'
    const said = await sentence()
    expect(said).toMatch(/^MongoDB doesn’t answer .*127\.0\.0\.1:9/)
    expect(said).not.toContain('hunter2')
  })
})

describe('a migration that breaks in the middle', () => {
  it('leaves no table, so that the next start can do it again', async () => {
    const run = (sql: string) => async (args: Parameters<Migration['up']>[0]) => {
      for (const statement of sql.split(';')) await clientOf(args.payload).execute(statement)
    }
    const config = await makeConfig({
      databaseUri: order.databaseUri,
      mediaDir: order.mediaDir,
      secret: 'a secret for tests that is long enough',
      serverUrl,
      logger: 'silent',
    })
    const start = async (key: string, up: string) => {
      const sqlite = sqliteAdapter({ client: { url: order.databaseUri }, idType: 'uuid' })
      const db = openingAdapter(sqlite as never, [
        { name: 'first', up: run(up) },
      ]) as unknown as typeof config.db
      return getPayload({ config: { ...config, db }, key, disableOnInit: true })
    }
    const log =
      'create table payload_migrations (id text, name text, batch numeric, updated_at text, created_at text)'
    vi.stubEnv('NODE_ENV', 'production')
    await expect(start('broken', `${log}; create table a (x); create tabel b (y)`)).rejects.toThrow(
      /tabel/,
    )
    expect(await tables()).toEqual([])

    vi.stubEnv('NODE_ENV', 'production')
    const payload = await start('whole', `${log}; create table a (x); create table b (y)`)
    const { rows } = await clientOf(payload).execute('select name, batch from payload_migrations')
    expect(rows).toEqual([{ name: 'first', batch: 1 }])
    clientOf(payload).close()
    await payload.destroy()
    expect(await tables()).toEqual(['payload_migrations', 'a', 'b'])
  })
})

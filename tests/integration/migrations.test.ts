import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { migrations } from '../../src/database/migrations/index.ts'
import { makeAccount } from '../../src/desk/accounts/make.ts'
import { toLexical } from '../../src/desk/lexical.ts'
import { repair } from '../../src/desk/repair.ts'
import { addToFigures } from '../../src/desk/figures/record.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { type OpenDesk, openAt } from './crash-desk.ts'
import { at } from './harness.ts'

/** What an installation in production does: no tables but those of the committed migrations. */

const folder = mkdtempSync(path.join(tmpdir(), 'communique-migrations-'))
const databaseUri = `file:${path.join(folder, 'production.db')}`
const order = { databaseUri, mediaDir: path.join(folder, 'media'), now: new Date().toISOString() }

interface Client {
  execute: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>
  close: () => void
}
const clientOf = ({ payload }: OpenDesk) => (payload.db as unknown as { client: Client }).client

/** Every row of every table, and the tables themselves. */
async function contentOf(desk: OpenDesk): Promise<Map<string, string>> {
  const client = clientOf(desk)
  const { rows: tables } = await client.execute(
    "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  )
  const content = new Map<string, string>()
  for (const { name, sql } of tables) {
    const { rows } = await client.execute(`select * from "${String(name)}"`)
    content.set(String(name), JSON.stringify([sql, rows]))
  }
  return content
}

/** Payload's own columns for signing in, which went with its own way to sign in. */
const former = /^(reset_password_|login_attempts$|lock_until$)/
const withoutFormer = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !former.test(name)))

const rowsOf = (content = '["", []]') => (JSON.parse(content) as [string, object[]])[1]

async function open(): Promise<OpenDesk> {
  const desk = await openAt(order)
  await repair(desk.payload, true)
  return desk
}

async function close(desk: OpenDesk): Promise<void> {
  clientOf(desk).close()
  await desk.payload.destroy()
}

/** From two accounts to a release in the press room, and a term that it is checked by. */
async function work(desk: OpenDesk, name: string, withTerm = false): Promise<void> {
  const token = async (who: string, role: 'editor' | 'reviewer') => {
    const email = `${who}@desk.example`
    const password = 'correct horse battery'
    const person = { name: who, email, password, roles: [role], writes: ['en'], reviews: ['en'] }
    await makeAccount(desk.payload, person)
    const login = { method: 'POST', path: '/api/users/login', body: { email, password }, token: '' }
    return at((await desk.ask(login)).body, 'token') as string
  }
  const editor = await token(`${name}-editor`, 'editor')
  const reviewer = await token(`${name}-reviewer`, 'reviewer')
  const ask = async (token: string, where: string, body: Record<string, unknown>) => {
    const answer = await desk.ask({ method: 'POST', path: where, body, token })
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return at(answer.body, 'doc', 'id') as string
  }
  const contact = await ask(editor, '/api/contacts', { name, telephone: '+47 00 00 00 01' })
  await ask(editor, `/api/contacts/${contact}/actions/submit`, { revision: 1 })
  await ask(reviewer, `/api/contacts/${contact}/actions/publish`, { revision: 2 })
  const release = await ask(editor, '/api/releases', {
    language: 'en',
    headline: `A bridge for ${name}`,
    lead: 'On Friday.',
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: toLexical([{ type: 'paragraph', children: [{ type: 'text', text: 'It is long.' }] }]),
    contacts: [contact],
    about: false,
  })
  await ask(editor, `/api/releases/${release}/actions/submit`, { revision: 1 })
  await ask(reviewer, `/api/releases/${release}/actions/approve`, { revision: 2 })
  await ask(reviewer, `/api/releases/${release}/actions/publish`, { revision: 3 })
  // Of their tables nothing is left on the way back.
  if (!withTerm) return
  const seen = { views: new Map([[`/en/releases/a-bridge-for-${name}`, 1]]) }
  const none = { downloads: new Map(), feeds: new Map(), sites: new Map() }
  await addToFigures(desk.payload, { ...seen, ...none }, new Date('2026-03-03T12:00:00.000Z'))
  const { docs } = await desk.payload.db.find({ collection: 'tallies' })
  expect(docs).toMatchObject([{ day: '2026-03-03', writings: 1 }])
  const forms = [{ language: 'en', form: name, also: ['Bridge'], forbidden: ['Brigde'] }]
  const term = await ask(editor, '/api/terms', { kind: 'place', forms })
  await ask(editor, `/api/terms/${term}/actions/submit`, { revision: 1 })
  await ask(reviewer, `/api/terms/${term}/actions/publish`, { revision: 2 })
}

async function sound(desk: OpenDesk): Promise<void> {
  const client = clientOf(desk)
  expect((await client.execute('pragma integrity_check')).rows).toEqual([{ integrity_check: 'ok' }])
  expect((await client.execute('pragma foreign_key_check')).rows).toEqual([])
  const { rows } = await client.execute('select name from payload_migrations order by name')
  expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  expect(problemsOf(await verify(desk.payload))).toEqual([])
}

beforeAll(() => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubEnv('PAYLOAD_FORCE_DRIZZLE_PUSH', undefined)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('an installation in production', () => {
  it('makes its tables by the committed migrations, and works on them', async () => {
    expect(existsSync(databaseUri.slice(5))).toBe(false)
    const desk = await open()
    await work(desk, 'first')
    await sound(desk)
    await close(desk)
  })

  it('that has texts keeps every row when it is migrated again', async () => {
    const before = await open()
    const content = await contentOf(before)
    expect(JSON.parse(content.get('editions') ?? '[]')).toMatchObject([
      expect.any(String),
      [{}, {}],
    ])
    await close(before)
    const after = await open()
    expect(await contentOf(after)).toEqual(content)
    await work(after, 'second')
    await sound(after)
    await close(after)
  })

  it('that stands at its first version keeps every row on the way to this one', async () => {
    const desk = await open()
    const content = await contentOf(desk)
    const { drizzle: db } = desk.payload.db as unknown as { drizzle: never }
    const way = migrations.slice(1)
    for (const { name, down } of way.toReversed()) {
      await down({ db, payload: desk.payload, req: {} as never })
      await clientOf(desk).execute(`delete from payload_migrations where name = '${name}'`)
    }
    const older = await contentOf(desk)
    expect(older.get('editions')).toBe(content.get('editions'))
    expect(older.size).toBeLessThan(content.size)
    await close(desk)

    const after = await open()
    const now = await contentOf(after)
    expect([...now.keys()]).toEqual([...content.keys()])
    for (const [table, rows] of older) {
      if (table === 'payload_migrations' || table === 'users_sessions') continue
      const kept = rowsOf(now.get(table))
      expect(kept, table).toHaveLength(rowsOf(rows).length)
      for (const [index, row] of rowsOf(rows).entries())
        expect(kept[index], table).toMatchObject(table === 'users' ? withoutFormer(row) : row)
    }
    const { rows } = await clientOf(after).execute('select held_by, created_by from releases')
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row.held_by).toBe(row.created_by)
    await work(after, 'third', true)
    await sound(after)
    await close(after)
  })
})

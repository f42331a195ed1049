import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAccount } from '../../src/desk/accounts/make.ts'
import { finishAll } from '../../src/desk/finish.ts'
import { toLexical } from '../../src/desk/lexical.ts'
import { preparePressRevision } from '../../src/desk/press-revision.ts'
import { reserve } from '../../src/desk/storage.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { type OpenDesk, openAt } from './crash-desk.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

const body = (words: string) =>
  toLexical([{ type: 'paragraph', children: [{ type: 'text', text: words }] }])
const sentence = expect.stringContaining('disk is full')

describe('while the reserve of the disk is touched', () => {
  let desk: Desk
  let editor: Someone
  let reviewer: Someone
  let admin: Someone
  const ids: Record<string, string> = {}
  const setRoom = (bytes: number) => {
    desk.payload.config.custom.room = async () => bytes
  }

  beforeAll(async () => {
    desk = await openDesk()
    editor = await desk.withPassword('editor', ['editor'])
    reviewer = await desk.withPassword('reviewer', ['reviewer'])
    admin = await desk.withPassword('admin', ['administrator'])
    for (const key of ['draft', 'submitted', 'published', 'doomed']) {
      const made = await editor.rest('POST', '/api/contacts', { name: key, telephone: '+47 1' })
      ids[key] = at(made.body, 'doc', 'id') as string
    }
    for (const [who, key, action, revision] of [
      [editor, 'submitted', 'submit', 1],
      [editor, 'published', 'submit', 1],
      [reviewer, 'published', 'publish', 2],
    ] as const) {
      const path = `/api/contacts/${ids[key]}/actions/${action}`
      expect((await who.rest('POST', path, { revision })).status).toBe(200)
    }
    setRoom(reserve - 1)
  })
  afterAll(() => desk.close())

  const everything = async () => {
    const rows = async (collection: 'contacts' | 'events' | 'editions' | 'entries' | 'users') =>
      (await desk.payload.db.find({ collection, limit: 0, pagination: false })).docs
    return JSON.stringify([
      await rows('contacts'),
      await rows('events'),
      await rows('editions'),
      await rows('entries'),
      (await rows('users')).length,
      (await desk.payload.findGlobal({ slug: 'mission' })).address,
    ])
  }

  it.each<[string, () => Promise<{ status: number; body: unknown }>]>([
    ['a new text', () => editor.rest('POST', '/api/contacts', { name: 'new', telephone: '+47 2' })],
    [
      'a change',
      () => editor.rest('PATCH', `/api/contacts/${ids.draft}`, { name: 'x', revision: 1 }),
    ],
    [
      'a submission',
      () => editor.rest('POST', `/api/contacts/${ids.draft}/actions/submit`, { revision: 1 }),
    ],
    [
      'a publication',
      () =>
        reviewer.rest('POST', `/api/contacts/${ids.submitted}/actions/publish`, { revision: 2 }),
    ],
    [
      'an account',
      () =>
        admin.rest('POST', '/api/users', {
          name: 'n',
          email: 'n@desk.example',
          roles: ['editor'],
        }),
    ],
    ['a setting', () => admin.rest('POST', '/api/globals/mission', { address: 'Elsewhere 1' })],
  ])('%s is refused in a sentence, and changes nothing', async (_what, ask) => {
    const before = await everything()
    const answer = await ask()
    expect(answer).toMatchObject({ status: 507, body: { errors: [{ message: sentence }] } })
    expect(await everything()).toBe(before)
  })

  it('people can still read and sign in', async () => {
    expect((await editor.rest('GET', `/api/contacts/${ids.draft}`)).status).toBe(200)
    const login = { email: editor.email, password: 'correct horse battery' }
    expect((await desk.stranger.rest('POST', '/api/users/login', login)).status).toBe(200)
  })

  it('what is public can be taken away, and a draft be deleted', async () => {
    const archived = await reviewer.rest('POST', `/api/contacts/${ids.published}/actions/archive`, {
      revision: 3,
      explanation: 'Ada has left.',
    })
    expect(archived.status, JSON.stringify(archived.body)).toBe(200)
    expect((await editor.rest('DELETE', `/api/contacts/${ids.doomed}`)).status).toBe(200)
  })

  it('everything goes on when there is room again', async () => {
    setRoom(reserve)
    const change = { name: 'x', revision: 1 }
    expect((await editor.rest('PATCH', `/api/contacts/${ids.draft}`, change)).status).toBe(200)
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})

interface Client {
  execute: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>
}

/** SQLite itself refuses to grow beyond a number of pages, as it does when the disk is full. */
describe('a database that fills up in the middle of a save', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-full-'))
  let desk: OpenDesk
  let token: string
  let id: string

  const most = async (pages: number) => {
    const { client } = desk.payload.db as unknown as { client: Client }
    const { rows } = await client.execute('PRAGMA page_count')
    await client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.page_count) + pages}`)
  }
  const stored = async () => {
    const release = await desk.payload.findByID({ collection: 'releases', id, depth: 0 })
    return { headline: release.headline, words: JSON.stringify(release.body).length, release }
  }

  beforeAll(async () => {
    process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
    const now = new Date().toISOString()
    desk = await openAt({ databaseUri: `file:${folder}/full.db`, mediaDir: folder, now }, true)
    await preparePressRevision(desk.payload)
    const login = { email: 'e@desk.example', password: 'correct horse battery' }
    const person = { ...login, name: 'E', roles: ['editor' as const], writes: ['en'], reviews: [] }
    await makeAccount(desk.payload, person)
    const signIn = { method: 'POST', path: '/api/users/login', body: login, token: '' }
    token = at((await desk.ask(signIn)).body, 'token') as string
    const made = await desk.ask({
      method: 'POST',
      path: '/api/releases',
      body: { language: 'en', headline: 'First', lead: 'Lead', body: body('short') },
      token,
    })
    id = at(made.body, 'doc', 'id') as string
  })
  afterAll(async () => {
    await desk.payload.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([0, 1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 64])(
    'has the old text or the new one, and goes on: %i pages left',
    async (pages) => {
      const before = await stored()
      await most(pages)
      const answer = await desk.ask({
        method: 'PATCH',
        path: `/api/releases/${id}`,
        body: {
          headline: `With ${pages}`,
          body: body(`${pages} ${'many words '.repeat(5_000)}`),
          revision: before.release.revision,
        },
        token,
      })
      await most(1_000_000)
      await finishAll(desk.payload, true)
      const after = await stored()
      if (answer.status !== 200)
        expect(answer).toMatchObject({ status: 507, body: { errors: [{ message: sentence }] } })
      // Where only its copy in the history found no room, the text itself is stored, whole and in the timeline.
      const isNew = after.headline === `With ${pages}`
      if (answer.status === 200) expect(isNew).toBe(true)
      if (isNew) expect(after.words).toBeGreaterThan(50_000)
      else expect([after.headline, after.words]).toEqual([before.headline, before.words])
      expect(problemsOf(await verify(desk.payload))).toEqual([])
      const next = await desk.ask({
        method: 'PATCH',
        path: `/api/releases/${id}`,
        body: { headline: 'Goes on', body: body('short'), revision: after.release.revision },
        token,
      })
      expect(next.status, JSON.stringify(next.body)).toBe(200)
    },
  )
})

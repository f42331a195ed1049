import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listsOf, type Reader } from '../../src/desk/desk-lists.ts'
import { datesOf, takenBackSince } from '../../src/desk/dates.ts'
import { checkChain, timelineOf } from '../../src/desk/timeline-view.ts'
import { myDeskOf } from '../../src/desk/my-desk.ts'
import { deskGroups } from '../../src/workflow/desk-groups.ts'
import { type OpenDesk, openAt } from './crash-desk.ts'
import { notePlans } from './plans.ts'

/** What people’s own views ask of the database, on SQLite, which tells its plans. */

const folder = mkdtempSync(path.join(tmpdir(), 'communique-desk-plans-'))
let desk: OpenDesk
let reader: Reader
let planOf: ReturnType<typeof notePlans>

beforeAll(async () => {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const now = '2026-03-10T09:00:00.000Z'
  desk = await openAt({ databaseUri: `file:${folder}/plans.db`, mediaDir: folder, now }, true)
  const everything = {
    name: 'Everything',
    roles: ['editor', 'translator', 'reviewer'],
    writes: ['nb', 'kk'],
    reviews: ['en'],
  } as const
  const user = await desk.payload.db.create({
    collection: 'users',
    data: { ...everything, email: 'everything@desk.example' },
  })
  const id = String(user.id)
  reader = {
    payload: desk.payload,
    user: { ...user, collection: 'users' },
    actor: { id, ...everything },
    now: new Date(now),
  }
  await archive()
  planOf = notePlans(desk.payload)
})
afterAll(async () => {
  await desk.payload.destroy()
  rmSync(folder, { recursive: true, force: true })
})

let release: string

/** One release with its edition and a translation, so that no question is left out for want of an answer. */
async function archive(): Promise<void> {
  const { db } = desk.payload
  const moment = '2026-03-10T08:00:00.000Z'
  const made = await db.create({
    collection: 'releases',
    data: { headline: 'One', language: 'en', kind: 'news', state: 'published', originKey: 'one' },
  })
  release = String(made.id)
  await db.create({
    collection: 'translations',
    data: {
      headline: 'En',
      language: 'nb',
      release,
      translator: reader.actor.id,
      madeFrom: 'other',
      state: 'published',
      originKey: 'en',
    },
  })
  const shared = {
    subject: release,
    of: 'release',
    family: release,
    language: 'en',
    fingerprint: 'f',
    number: 1,
    publishedAt: moment,
  }
  await db.create({
    collection: 'editions',
    data: { ...shared, id: 'edition', headline: 'One', content: '{}' },
  })
  await db.create({
    collection: 'entries',
    data: {
      ...shared,
      shelf: 'texts',
      slug: 'one',
      standing: 'live',
      edition: 'edition',
      updatedAtPublic: moment,
    },
  })
}

/** Small tables of settings aside, and what was found already: `entries__texts` is made of the rows of one entry. */
const scans = (plan: readonly string[]): string[] =>
  plan.filter(
    (step) =>
      step.startsWith('SCAN ') && !/^SCAN (mission|.*CONSTANT ROW|entries__texts$)/.test(step),
  )

describe('my desk', () => {
  it.each(deskGroups)('finds through indexes alone: %s', async (group) => {
    expect(scans(await planOf(() => listsOf(group, reader)))).toEqual([])
  })

  it('scans no table', async () => {
    const plan = await planOf(async () => {
      const { groups } = await myDeskOf(reader, 'en')
      expect(groups.map(({ group }) => group)).toEqual(['renew', 'translate'])
    })
    expect(plan.length).toBeGreaterThan(20)
    expect(scans(plan)).toEqual([])
  })
})

describe('the calendar', () => {
  it('finds a month through indexes alone', async () => {
    const plan = await planOf(() =>
      datesOf(reader, '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
    )
    expect(plan.length).toBeGreaterThan(4)
    expect(scans(plan)).toEqual([])
  })

  it('finds what was taken back through indexes alone', async () => {
    const plan = await planOf(() => takenBackSince(reader, '2026-03-01T00:00:00.000Z'))
    expect(plan.length).toBeGreaterThan(0)
    expect(scans(plan)).toEqual([])
  })
})

describe('the timeline of a family', () => {
  it.each([{}, { kind: 'text' }, { kind: 'workflow', language: 'nb' }, { before: '7' }])(
    'finds its page through indexes alone: %j',
    async (query) => {
      const plan = await planOf(() => timelineOf(reader, 'release', release, query, 'en'))
      expect(plan.length).toBeGreaterThan(2)
      expect(scans(plan)).toEqual([])
    },
  )

  it('is checked through indexes alone', async () => {
    const plan = await planOf(() => checkChain(reader, 'release', release))
    expect(plan.length).toBeGreaterThan(5)
    expect(scans(plan)).toEqual([])
  })
})

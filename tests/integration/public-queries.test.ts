import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownOnlyBy } from '../../src/desk/uses.ts'
import { loadBasics, loadFeed } from '../../src/press-room/load.ts'
import { type PressStore, payloadStore } from '../../src/press-room/store.ts'
import { type OpenDesk, openAt } from './crash-desk.ts'
import { notePlans } from './plans.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'communique-plans-'))
let desk: OpenDesk
let store: PressStore
let planOf: ReturnType<typeof notePlans>

beforeAll(async () => {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const now = new Date().toISOString()
  desk = await openAt({ databaseUri: `file:${folder}/plans.db`, mediaDir: folder, now }, true)
  store = payloadStore(desk.payload)
  planOf = notePlans(desk.payload)
})
afterAll(async () => {
  await desk.payload.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const entryOf = (name: string, more: object): Record<string, unknown> => ({
  subject: name,
  of: 'release',
  shelf: 'texts',
  family: name,
  language: 'en',
  slug: name,
  standing: 'live',
  edition: 'e',
  number: 1,
  fingerprint: 'f',
  publishedAt: new Date().toISOString(),
  updatedAtPublic: new Date().toISOString(),
  ...more,
})

describe('what the public asks of the database', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an entry by its address', () => store.entryAt('en', 'a')],
    ['an edition', () => store.edition('a')],
    ['several editions', () => store.editionsOf(['a', 'b'])],
    ['a family', () => store.family('a')],
    [
      'the families of a thousand texts',
      () => store.families(Array.from({ length: 1000 }, (_, n) => `f${n}`)),
    ],
    ['the entries of items', () => store.entriesOf(['a', 'b'])],
    ['the texts that show an image', () => store.showing('a', 'en', 50)],
    ['topics by their ids', () => store.topics({ ids: ['a', 'b'] })],
    ['a topic by its address', () => store.topics({ slug: 'a' })],
    ['how many texts there are in a language', () => store.countLive('en', 'texts')],
    [
      'how many were published in a month',
      () =>
        store.countWithin('en', {
          since: '2026-01-01T00:00:00.000Z',
          until: '2026-02-01T00:00:00.000Z',
        }),
    ],
    ['the first text of a language', () => store.firstIn('en')],
    ['the text after a moment', () => store.nextIn('en', '2026-01-01T00:00:00.000Z')],
    ['what changed since a moment', () => store.changed('2026-01-01T00:00:00.000Z', 1, 200)],
    ['the corrections of a text', () => store.corrections([{ subject: 'a', number: 3 }])],
  ])('is found through an index: %s', async (_what, work) => {
    const plan = await planOf(work)
    expect(plan.length).toBeGreaterThan(0)
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  })

  it.each([1, 1000])('is read in the order of the index: page %i of a list', async (page) => {
    const plan = await planOf(() => store.latest('en', 'texts', { page, size: 20 }))
    expect(plan.length).toBeGreaterThan(0)
    for (const step of plan)
      expect(step).toMatch(
        /^SEARCH entries USING INDEX shelf_language_standing_publishedAt_createdAt/,
      )
  })
})

describe('what the public interface asks of the database', () => {
  const span = {
    since: '2026-01-01T00:00:00.000Z',
    until: { at: '2026-02-01T00:00:00.000Z', included: true },
  }

  it.each([
    ['from the newest on', { since: null, until: null }],
    ['of a span of time', span],
  ])('is read in the order of the index: texts %s', async (_which, asked) => {
    const plan = await planOf(() => store.within('en', asked, 201))
    expect(plan).toEqual([
      expect.stringMatching(
        /^SEARCH entries USING INDEX shelf_language_standing_publishedAt_createdAt/,
      ),
    ])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['a page', () => store.latest('en', 'texts', { page: 3, size: 20, topic: 'roads' })],
    ['a span of time', () => store.within('en', { ...span, topic: 'roads' }, 201)],
  ])('is found among the newest, then through the index of topics: %s', async (_which, work) => {
    const plan = await planOf(work)
    const steps = plan.filter((step) => /^(SEARCH|SCAN)/.test(step))
    expect(steps).toEqual([
      expect.stringMatching(
        /^SEARCH entries USING INDEX shelf_language_standing_publishedAt_createdAt/,
      ),
      // These are 2,000 at most.
      'SCAN newest',
      'SEARCH t USING INDEX entries_texts_parent_idx (parent_id=?)',
      'SEARCH t USING INDEX entries_texts_text_idx (text=?)',
      'SEARCH e USING INDEX sqlite_autoindex_entries_1 (id=?)',
    ])
  })
})

describe('what a feed asks of the database', () => {
  it.each(['live', 'withdrawn', 'retracted'] as const)(
    'is read in the order of the index: %s texts',
    async (standing) => {
      const plan = await planOf(() => store.latest('en', 'texts', { page: 1, size: 50, standing }))
      expect(plan).toEqual([
        expect.stringMatching(
          /^SEARCH entries USING INDEX shelf_language_standing_publishedAt_createdAt/,
        ),
      ])
    },
  )

  it('is a fixed number of questions, each answered through an index', async () => {
    const basics = await loadBasics(store, 'https://press.halvoria.example')
    const now = new Date().toISOString()
    for (const name of ['one', 'two', 'three']) {
      const content = { type: 'text', images: [{ id: name }], documents: [], contacts: [] }
      const edition = `edition-${name}`
      await desk.payload.db.create({
        collection: 'editions',
        data: {
          id: edition,
          subject: name,
          of: 'translation',
          family: name,
          number: 2,
          language: 'en',
          headline: name,
          fingerprint: 'f',
          content: JSON.stringify(content),
          change: 'major',
          publicNote: 'Mended.',
          approvedBy: 'a',
          approvedAt: now,
          publishedBy: 'a',
          publishedAt: now,
        },
      })
      await desk.payload.db.create({
        collection: 'entries',
        data: entryOf(name, { edition, number: 2, of: 'translation', madeFrom: 'x' }),
      })
    }
    const read = async (size: number) => {
      const plan = await planOf(async () => {
        const { texts } = await loadFeed(store, basics, { language: 'en', size })
        expect(texts).toHaveLength(size)
      })
      expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
      return plan.filter((step) => step.startsWith('SEARCH'))
    }
    const three = await read(3)
    expect(three).toHaveLength(8)
    expect(await read(1)).toEqual(three)
  })
})

describe('what the door asks of the register', () => {
  // With its values of several, which lie in a table of their own.
  it('is found through an index: an entry by its subject', async () => {
    const plan = await planOf(() =>
      desk.payload.db.findOne({ collection: 'entries', where: { subject: { equals: 'a' } } }),
    )
    expect(plan).toContain(
      'SEARCH entries__texts USING INDEX entries_texts_parent_idx (parent_id=?)',
    )
  })

  it('is found through an index: which texts show an image', async () => {
    const { payload } = desk
    await payload.db.create({
      collection: 'entries',
      data: entryOf('text', { uses: ['image'] }),
    })
    const plan = await planOf(() => shownOnlyBy(payload, ['text']))
    expect(plan.some((step) => step.includes('entries_texts'))).toBe(true)
    expect(plan.filter((step) => /^SCAN (?!entries__texts$)/.test(step))).toEqual([])
  })
})

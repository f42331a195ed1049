import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownOnlyBy } from '../../src/desk/uses.ts'
import { type PressStore, payloadStore } from '../../src/press-room/store.ts'
import { type OpenDesk, openAt } from './crash-desk.ts'

/** SQLite tells its plan for each query. An archive of 100,000 editions is read like one of ten only without scans. */

interface Query {
  sql: string
  args: unknown[]
}
interface Client {
  execute: (query: string | Query) => Promise<{ rows: Record<string, unknown>[] }>
}

const folder = mkdtempSync(path.join(tmpdir(), 'communique-plans-'))
let desk: OpenDesk
let store: PressStore
const plans: string[] = []

beforeAll(async () => {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const now = new Date().toISOString()
  desk = await openAt({ databaseUri: `file:${folder}/plans.db`, mediaDir: folder, now }, true)
  store = payloadStore(desk.payload)
  const { client } = desk.payload.db as unknown as { client: Client }
  const execute = client.execute.bind(client)
  client.execute = async (query) => {
    const { sql, args } = typeof query === 'string' ? { sql: query, args: [] } : query
    if (/^select/i.test(sql)) {
      const { rows } = await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
      plans.push(...rows.map(({ detail }) => String(detail)))
    }
    return execute(query)
  }
})
afterAll(async () => {
  await desk.payload.destroy()
  rmSync(folder, { recursive: true, force: true })
})

async function planOf(work: () => Promise<unknown>): Promise<string[]> {
  plans.length = 0
  await work()
  return [...plans]
}

describe('what the public asks of the database', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an entry by its address', () => store.entryAt('en', 'a')],
    ['an edition', () => store.edition('a')],
    ['several editions', () => store.editionsOf(['a', 'b'])],
    ['a family', () => store.family('a')],
    ['the entries of items', () => store.entriesOf(['a', 'b'])],
    ['the corrections of a text', () => store.corrections('a', 3)],
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
      data: {
        subject: 'text',
        of: 'release',
        shelf: 'texts',
        family: 'text',
        language: 'en',
        slug: 'text',
        standing: 'live',
        edition: 'e',
        number: 1,
        fingerprint: 'f',
        publishedAt: new Date().toISOString(),
        updatedAtPublic: new Date().toISOString(),
        uses: ['image'],
      },
    })
    const plan = await planOf(() => shownOnlyBy(payload, ['text']))
    expect(plan.some((step) => step.includes('entries_texts'))).toBe(true)
    expect(plan.filter((step) => /^SCAN (?!entries__texts$)/.test(step))).toEqual([])
  })
})

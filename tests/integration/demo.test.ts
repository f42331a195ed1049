import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUp } from '../../src/desk/set-up.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { alarms } from './false-alarms.ts'
import { type Desk, openDesk } from './harness.ts'

let desk: Desk
const said: string[] = []

beforeAll(async () => {
  desk = await openDesk()
  await setUp(desk.payload, { COMMUNIQUE_SETUP: 'demo', DEMO_PASSWORD: undefined }, (line) =>
    said.push(line),
  )
})
afterAll(() => desk.close())

describe('the demonstration mission', () => {
  it('is written by the rules: its record is whole', async () => {
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })

  it('raises no false alarm', async () => {
    const editor = await desk.person('editor', ['editor'])
    const found: string[] = []
    for (const collection of [
      'releases',
      'translations',
      'images',
      'documents',
      'contacts',
    ] as const) {
      const { docs } = await desk.payload.db.find<{ id: string; headline?: string }>({
        collection,
        limit: 0,
        pagination: false,
      })
      expect(docs.length).toBeGreaterThan(1)
      for (const { id, headline } of docs)
        for (const alarm of await alarms(editor, collection, id))
          found.push(`${collection} ${headline ?? id}: ${alarm}`)
    }
    expect(found).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { act, accepted, change, make, paragraph, publish, revisionOf, rowOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'

/** What one person publishes alone is open until another person answers for it, and nothing makes it forgotten. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let second: Someone
let administrator: Someone
let writer: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('Eva', ['editor'])
  reviewer = await desk.person('Rita', ['reviewer'])
  second = await desk.person('Sara', ['reviewer'])
  administrator = await desk.person('Ada', ['administrator'])
  writer = await desk.person('Wim', ['editor', 'reviewer'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
})
afterAll(async () => {
  expect(problemsOf(await verify(desk.payload))).toEqual([])
  await desk.close()
})

const text = (headline: string) => ({
  language: 'en',
  headline,
  lead: 'Use the other road.',
  body: paragraph('Everybody must leave.'),
})
async function draft(more: object = {}): Promise<string> {
  const data = { ...text('The bridge is closed'), kind: 'news', contacts: [contact], about: false }
  return `/api/releases/${await make(editor, 'releases', { ...data, ...more })}`
}
const idOf = (path: string) => path.split('/').at(-1) as string
const state = async (path: string) => {
  const row = await rowOf(desk, 'releases', idOf(path))
  return { state: row.state, standing: row.standing, open: Boolean(row.emergency) }
}
async function items(path: string): Promise<{ state: string; reason: string; settled: string }[]> {
  const { docs } = await desk.payload.db.find<Record<string, string>>({
    collection: 'open-items',
    where: { subject: { equals: idOf(path) }, kind: { equals: 'emergency' } },
    sort: 'raisedAt',
    pagination: false,
  })
  return docs.map((row) => ({
    state: String(row.state),
    reason: String(row.reason),
    settled: row.settledByName ?? '',
  }))
}
const reason = 'The bridge may fall at any moment.'

describe('a text that is published in an emergency', () => {
  it('is public at once, named to nobody as approved, and open for every reviewer', async () => {
    const path = await draft()
    await act(reviewer, path, 'emergency-publish', { reason })

    expect(await state(path)).toEqual({ state: 'published', standing: 'live', open: true })
    expect(await items(path)).toEqual([{ state: 'open', reason, settled: '' }])
    const edition = await desk.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'editions',
      where: { subject: { equals: idOf(path) } },
    })
    expect(edition).toMatchObject({ number: 1, approvedBy: '', publishedBy: reviewer.id })
    expect(edition?.approvedAt ?? null).toBeNull()
    const bar = await second.rest('GET', `${path}/bar`)
    expect(at(bar.body, 'emergency', 'note')).toContain(reason)
    expect(at(bar.body, 'next', 'action')).toBe('confirm')
  })

  it('may come from an administrator, and out of review', async () => {
    const path = await draft()
    await act(editor, path, 'submit')
    await act(administrator, path, 'emergency-publish', { reason })
    expect(await state(path)).toEqual({ state: 'published', standing: 'live', open: true })
  })

  it('is confirmed by another person, and approved from then on', async () => {
    const path = await draft()
    await act(reviewer, path, 'emergency-publish', { reason })
    await act(second, path, 'confirm')

    expect(await state(path)).toEqual({ state: 'published', standing: 'live', open: false })
    expect(await items(path)).toEqual([{ state: 'confirmed', reason, settled: 'Sara' }])
    const row = await rowOf(desk, 'releases', idOf(path))
    expect(row.approvedBy).toBe(second.id)
    // Who wrote the confirmed text is no author of what is changed after it.
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'Use the ferry.' })
    expect((await rowOf(desk, 'releases', idOf(path))).authors).toBe(JSON.stringify([editor.id]))
  })

  it('that was revised before it was confirmed keeps everybody who wrote it', async () => {
    const path = await draft()
    await change(writer, path, { lead: 'Use no road at all.' })
    await act(reviewer, path, 'emergency-publish', { reason })
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'Use the ferry.' })
    await act(second, path, 'confirm')
    await act(editor, path, 'submit')
    // Sara has confirmed what was public; of Wim’s words in the draft nobody has seen what has become.
    const answer = await writer.rest('POST', `${path}/actions/approve`, {
      revision: await revisionOf(writer, path),
    })
    expect(answer.status).toBe(403)
  })
})

describe('who can’t confirm', () => {
  it.each(['who published alone', 'who wrote it', 'an editor', 'an administrator'])(
    '%s, and nothing changes',
    async (who) => {
      const path = await draft()
      await change(writer, path, { lead: 'Use no road at all.' })
      await act(reviewer, path, 'emergency-publish', { reason })
      const people: Record<string, Someone> = {
        'who published alone': reviewer,
        'who wrote it': writer,
        'an editor': editor,
        'an administrator': administrator,
      }
      const revision = await revisionOf(second, path)
      const changed = await changedBy(desk, async () => {
        const answer = await people[who]?.rest('POST', `${path}/actions/confirm`, { revision })
        expect(answer?.status).toBe(403)
      })
      expect(changed).toEqual([])
    },
  )

  it('anybody, by dismissing the open item', async () => {
    const path = await draft()
    await act(reviewer, path, 'emergency-publish', { reason })
    const { docs } = await desk.payload.db.find<{ id: string }>({
      collection: 'open-items',
      where: { subject: { equals: idOf(path) } },
    })
    const item = `/api/open-items/${docs[0]?.id}/actions`
    const changed = await changedBy(desk, async () => {
      for (const who of [editor, reviewer, second])
        for (const [action, input] of [
          ['dismiss', { note: 'x' }],
          ['take-over', { revision: 2 }],
        ] as const)
          expect((await who.rest('POST', `${item}/${action}`, input)).status).toBeGreaterThan(399)
    })
    expect(changed).toEqual([])
    const { body } = await editor.rest('POST', `${item}/dismiss`, { note: 'x' })
    expect(at(body, 'errors', 0, 'message')).toMatch(/Confirm/)
  })
})

describe('what doesn’t make it forgotten', () => {
  it('withdrawing it, by whomever', async () => {
    const path = await draft()
    await act(reviewer, path, 'emergency-publish', { reason })
    await act(second, path, 'withdraw', { explanation: 'It was the other bridge.' })
    expect(await state(path)).toEqual({ state: 'withdrawn', standing: 'withdrawn', open: true })
    await act(reviewer, path, 'reinstate', { explanation: 'It was this bridge.' })
    expect(await state(path)).toEqual({ state: 'published', standing: 'live', open: true })
    expect(await items(path)).toEqual([{ state: 'open', reason, settled: '' }])
  })

  it('retracting it alone; a second person who retracts it settles it', async () => {
    const own = await draft()
    await act(reviewer, own, 'emergency-publish', { reason })
    await act(reviewer, own, 'retract', { explanation: 'It was the other bridge.' })
    expect((await state(own)).open).toBe(true)
    await act(second, own, 'confirm')
    expect((await state(own)).open).toBe(false)

    const other = await draft()
    await act(reviewer, other, 'emergency-publish', { reason })
    await act(second, other, 'retract', { explanation: 'It was the other bridge.' })
    expect((await state(other)).open).toBe(false)
    expect(await items(other)).toEqual([{ state: 'overtaken', reason, settled: 'Sara' }])
  })

  it('another emergency: both are open as one', async () => {
    const path = await draft()
    await act(reviewer, path, 'emergency-publish', { reason })
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'Use the ferry.' })
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
    const next = { reason: 'It has fallen.', change: 'minor' }
    await act(second, path, 'emergency-publish', next)
    expect(await items(path)).toEqual([
      { state: 'superseded', reason, settled: 'Sara' },
      { state: 'open', reason: 'It has fallen.', settled: '' },
    ])
    const revision = await revisionOf(reviewer, path)
    for (const who of [reviewer, second])
      expect((await who.rest('POST', `${path}/actions/confirm`, { revision })).status).toBe(403)
    const third = await desk.person('Tom', ['reviewer'])
    accepted(await third.rest('POST', `${path}/actions/confirm`, { revision }))
  })

  it('the next edition, unless a second person has approved it', async () => {
    const path = await draft()
    await act(reviewer, path, 'emergency-publish', { reason })
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'Use the ferry.' })
    await act(editor, path, 'submit')
    await act(second, path, 'approve')
    await act(reviewer, path, 'publish', { change: 'minor' })
    expect((await state(path)).open).toBe(false)
    expect(await items(path)).toEqual([{ state: 'overtaken', reason, settled: 'Rita' }])
  })
})

describe('what isn’t published even in an emergency', () => {
  it.each([
    ['without a reason', {}, {}, 422],
    ['with a blank reason', {}, { reason: ' ' }, 422],
    ['without a lead', { lead: '' }, { reason }, 422],
    ['under embargo', { embargo: '2999-01-01T00:00:00.000Z' }, { reason }, 409],
  ])('a text %s', async (_what, data, input, status) => {
    const path = await draft(data)
    const changed = await changedBy(desk, async () => {
      const answer = await reviewer.rest('POST', `${path}/actions/emergency-publish`, {
        revision: 1,
        ...input,
      })
      expect(answer.status).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it('anything, by an editor', async () => {
    const path = await draft()
    const changed = await changedBy(desk, async () => {
      const answer = await editor.rest('POST', `${path}/actions/emergency-publish`, {
        revision: 1,
        reason,
      })
      expect(answer.status).toBe(403)
    })
    expect(changed).toEqual([])
  })
})

it('a contact that is public again unchanged was approved by whoever made it so, and then', async () => {
  const path = `/api/contacts/${await make(editor, 'contacts', { name: 'Una', email: 'una@m.example' })}`
  await publish(editor, reviewer, path)
  await act(reviewer, path, 'archive', { explanation: 'She has left.' })
  await act(editor, path, 'revise')
  await publish(editor, second, path)
  const { docs } = await desk.payload.db.find<{ id: string; number: number; approvedBy: string }>({
    collection: 'editions',
    where: { subject: { equals: idOf(path) } },
    sort: 'number',
    pagination: false,
  })
  expect(docs.map(({ approvedBy }) => approvedBy)).toEqual([reviewer.id, second.id])
})

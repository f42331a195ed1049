import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '../../src/desk/clock.ts'
import { act, change, make, paragraph, publish, revisionOf, rowOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'

/** Readers aren't told of a minor change: where it touches what a text says, a reviewer signs for that. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('Eva', ['editor'])
  reviewer = await desk.person('Rita', ['reviewer'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
})
afterAll(() => desk.close())

/** Published, corrected and approved again. */
async function corrected(body: string): Promise<string> {
  const path = `/api/releases/${await make(editor, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'A bridge opens',
    lead: 'It is long.',
    body: paragraph('It has cost 40 million kroner, and is open to the pubic.'),
    contacts: [contact],
    about: false,
  })}`
  await publish(editor, reviewer, path)
  await act(editor, path, 'revise')
  await change(editor, path, { body: paragraph(body) })
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
  return path
}
const letter = 'It has cost 40 million kroner, and is open to the public.'
const number = 'It has cost 42 million kroner, and is open to the pubic.'
const editions = async (path: string) =>
  (await rowOf(desk, 'releases', path.split('/').at(-1) ?? '')).edition
const note = async (path: string) => {
  const { docs } = await desk.payload.find({
    collection: 'events',
    where: { subject: { equals: path.split('/').at(-1) }, what: { equals: 'publish' } },
    sort: '-number',
    limit: 1,
  })
  return docs[0]?.note
}

describe('a minor change', () => {
  it('of a letter goes out without a word', async () => {
    const path = await corrected(letter)
    await act(reviewer, path, 'publish', { change: 'minor' })
    expect(await editions(path)).toBe(2)
  })

  it.each(['publish', 'schedule'])(
    'of a number is refused without a reason: %s',
    async (action) => {
      const path = await corrected(number)
      const revision = await revisionOf(reviewer, path)
      const soon = new Date(desk.clock.now.getTime() + 60_000).toISOString()
      const changed = await changedBy(desk, async () => {
        const answer = await reviewer.rest('POST', `${path}/actions/${action}`, {
          revision,
          change: 'minor',
          ...(action === 'schedule' ? { at: soon } : {}),
        })
        expect(answer.status).toBe(422)
        expect(at(answer.body, 'errors', 0, 'data', 'why', 0)).toMatchObject({
          code: 'minor-touches',
          touches: ['number'],
        })
      })
      expect(changed).toEqual([])
      expect(await editions(path)).toBe(1)
    },
  )

  it('of a number goes out with a reason, which the timeline keeps', async () => {
    const path = await corrected(number)
    await act(reviewer, path, 'publish', { change: 'minor', reason: 'A slip of the pen.' })
    expect(await editions(path)).toBe(2)
    expect(await note(path)).toBe('A slip of the pen.')
  })

  it('of a number goes out at its time, when it was signed for then', async () => {
    const path = await corrected(number)
    const soon = new Date(desk.clock.now.getTime() + 60_000).toISOString()
    await act(reviewer, path, 'schedule', { change: 'minor', at: soon, reason: 'A slip.' })
    await publishDue(desk.payload, new Date(Date.parse(soon) + 1000))
    expect(await editions(path)).toBe(2)
  })

  it('is asked for its reason in the dialog, with what it touches', async () => {
    const path = await corrected(number)
    const bar = (await reviewer.rest('GET', `${path}/bar`)).body
    const asks = at(bar, 'next', 'asks') as { field: string; only: string | null; help: string }[]
    const reason = asks.find(({ field }) => field === 'reason')
    expect(reason).toMatchObject({ only: 'minor' })
    expect(reason?.help).toContain('numbers')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, change, make, paragraph, publish, revisionOf, rowOf } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { type House, idOf, type Name, openHouse } from './house.ts'
import { changedBy } from './rows.ts'

/** What has to come with an action, what may not, and what the same request means when it comes twice. */

let house: House
let eva: Someone
let rita: Someone
/** A release whose first edition is live and whose second one is approved. It is embargoed until the 20th. */
let second: string
/** A draft with a letter of another script. */
let warned: string

beforeAll(async () => {
  house = await openHouse()
  ;({ eva, rita } = house)
  const text = (headline: string, more: object) =>
    make(eva, 'releases', {
      language: 'en',
      kind: 'news',
      headline,
      lead: 'It opens on Friday.',
      body: paragraph('Everybody may cross it.'),
      contacts: [idOf(house.at['published contact'])],
      about: false,
      ...more,
    })
  second = `/api/releases/${await text('A second bridge', {})}`
  await publish(eva, rita, second)
  await act(eva, second, 'revise')
  await change(eva, second, { embargo: '2026-03-20T09:00:00.000Z' })
  await act(eva, second, 'submit')
  await act(rita, second, 'approve')
  warned = `/api/releases/${await text('A br\u0456dge', {})}`
})
afterAll(() => house.desk.close())

const message = (body: unknown) => String(at(body, 'errors', 0, 'message'))
const why = (body: unknown) => at(body, 'errors', 0, 'data', 'why') as Record<string, unknown>[]
const problems = (body: unknown) =>
  at(body, 'errors', 0, 'data', 'problems') as Record<string, unknown>[]
const place = (name: string) =>
  name === 'second' ? second : name === 'warned' ? warned : house.at[name as Name]

async function refused(path: string, action: string, input: object, status: number) {
  let answer: unknown
  const changed = await changedBy(house.desk, async () => {
    const got = await house.zoe.rest('POST', `${path}/actions/${action}`, input)
    expect(got.status, JSON.stringify(got.body)).toBe(status)
    answer = got.body
  })
  expect(changed).toEqual([])
  return answer
}

/** The embargo of the second edition stands in its way as well. */
const statusOfMissing = (name: string, action: string) =>
  name === 'second' && action === 'publish' ? 409 : 422

const late = '2026-04-01T09:00:00.000Z'

describe('an action', () => {
  const missing: [string, string, object, object][] = [
    ['return', 'in review', {}, { code: 'input-missing', field: 'note' }],
    ['return', 'in review', { note: ' \n' }, { code: 'input-missing', field: 'note' }],
    ['schedule', 'approved', {}, { code: 'input-missing', field: 'at' }],
    ['schedule', 'second', { at: late }, { code: 'input-missing', field: 'change' }],
    [
      'schedule',
      'second',
      { at: late, change: 'major' },
      { code: 'input-missing', field: 'publicNote' },
    ],
    ['publish', 'second', {}, { code: 'input-missing', field: 'change' }],
    ['publish', 'second', { change: 'major' }, { code: 'input-missing', field: 'publicNote' }],
    ['withdraw', 'published', {}, { code: 'input-missing', field: 'explanation' }],
    ['retract', 'published', { explanation: '' }, { code: 'input-missing', field: 'explanation' }],
    ['archive', 'published image', { note: 'x' }, { code: 'input-missing', field: 'explanation' }],
    ['waive', 'warned', { reason: 'x' }, { code: 'input-missing', field: 'requirement' }],
    ['waive', 'warned', { requirement: 'x' }, { code: 'input-missing', field: 'reason' }],
  ]
  it.each(missing)('%s of what is %s asks for more than %j', async (action, name, input, one) => {
    const path = place(name)
    const revision = await revisionOf(eva, path)
    const answer = await refused(
      path,
      action,
      { revision, ...input },
      statusOfMissing(name, action),
    )
    expect(why(answer)).toContainEqual(expect.objectContaining(one))
    expect(message(answer)).toMatch(/[.!]$/)
  })

  const wrong: [string, string, object, number, string][] = [
    ['schedule', 'approved', { at: '2026-03-10T08:59:59.000Z' }, 422, 'time-not-ahead'],
    ['schedule', 'approved', { at: '2026-03-10T09:00:00.000Z' }, 422, 'time-not-ahead'],
    [
      'schedule',
      'second',
      { at: '2026-03-19T09:00:00.000Z', change: 'minor' },
      422,
      'time-before-embargo',
    ],
    ['publish', 'second', { change: 'minor' }, 409, 'embargoed'],
    ['waive', 'warned', { requirement: 'lead-present', reason: 'x' }, 422, 'nothing-to-waive'],
    ['waive', 'warned', { requirement: 'toString', reason: 'x' }, 422, 'nothing-to-waive'],
    ...['withdraw', 'retract'].flatMap((action): [string, string, object, number, string][] => [
      [action, 'published', { explanation: 'x', languages: ['ru'] }, 422, 'language-not-in-family'],
      [action, 'published', { explanation: 'x', languages: [] }, 422, 'language-not-in-family'],
      [action, 'published', { explanation: 'x', languages: ['en'] }, 409, 'translations-live'],
    ]),
  ]
  it.each(wrong)(
    '%s of what is %s isn’t done with %j: %i %s',
    async (action, name, input, status, code) => {
      const path = place(name)
      const revision = await revisionOf(eva, path)
      const answer = await refused(path, action, { revision, ...input }, status)
      expect(why(answer).map((one) => one.code)).toEqual([code])
      expect(message(answer)).toMatch(/[.!]$/)
    },
  )

  const misshapen: [object | undefined, string][] = [
    [{}, 'revision'],
    [{ revision: null }, 'revision'],
    [{ revision: '2' }, 'revision'],
    [{ revision: 2.5 }, 'revision'],
    [{ revision: -1 }, 'revision'],
    [{ revision: [2] }, 'revision'],
    [{ revision: 2, note: 5 }, 'note'],
    [{ revision: 2, note: 'x'.repeat(5001) }, 'note'],
    [{ revision: 2, explanation: { text: 'x' } }, 'explanation'],
    [{ revision: 2, at: 'tomorrow' }, 'at'],
    [{ revision: 2, at: '2026-04-01' }, 'at'],
    [{ revision: 2, at: '2026-04-01T09:00:00' }, 'at'],
    [{ revision: 2, at: 1_800_000_000_000 }, 'at'],
    [{ revision: 2, change: 'tiny' }, 'change'],
    [{ revision: 2, languages: 'en' }, 'languages'],
    [{ revision: 2, languages: [1] }, 'languages.0'],
    [{ revision: 2, languages: Array.from({ length: 51 }, () => 'en') }, 'languages'],
    [{ revision: 2, force: true }, ''],
    [{ revision: 2, state: 'published', approvedBy: 'x' }, ''],
  ]
  it.each(misshapen)('isn’t taken with %j', async (input, field) => {
    for (const action of ['approve', 'return', 'publish', 'withdraw']) {
      const answer = await refused(house.at['in review'], action, input ?? {}, 422)
      expect(problems(answer)).toContainEqual(
        expect.objectContaining({ requirement: 'input', level: 'blocker', field }),
      )
      expect(message(answer)).toMatch(/^The request isn’t complete: /)
    }
  })

  it.each([1, 3, 99])('isn’t taken for revision %i when the second is there', async (seen) => {
    const answer = await refused(house.at['in review'], 'approve', { revision: seen }, 409)
    expect(why(answer)).toEqual([expect.objectContaining({ code: 'stale-revision', seen, now: 2 })])
    expect(at(answer, 'errors', 0, 'data', 'revision')).toBe(2)
    const changes = at(answer, 'errors', 0, 'data', 'changes')
    expect(changes).toEqual(
      seen === 1 ? [expect.objectContaining({ what: 'submit', by: 'eva', revision: 2 })] : [],
    )
  })

  it.each([
    'bundle-publish',
    'miss',
    'delete',
    'Approve',
    'approve ',
    'constructor',
    '__proto__',
    'archive',
    'renew',
  ])('that a release doesn’t have isn’t taken: %s', async (action) => {
    const answer = await refused(
      house.at['in review'],
      encodeURIComponent(action),
      { revision: 2 },
      404,
    )
    expect(message(answer)).toMatch(/There is no action/)
  })

  it('isn’t taken on what isn’t there', async () => {
    for (const id of [
      'nothing',
      '00000000-0000-4000-8000-000000000000',
      '000000000000000000000000',
    ])
      for (const collection of ['releases', 'translations', 'contacts', 'images', 'documents'])
        await refused(`/api/${collection}/${id}`, 'submit', { revision: 1 }, 404)
    // Nor is a text to be reached as one of another kind.
    const release = idOf(house.at['in review'])
    await refused(`/api/contacts/${release}`, 'publish', { revision: 2 }, 404)
  })
})

/** Somebody who didn't get the answer sends the request again. */
describe('the same request again', () => {
  const text = { language: 'en', kind: 'news', headline: 'Again', lead: 'A lead.', about: false }
  const complete = () => ({
    ...text,
    body: paragraph('Everybody may cross it.'),
    contacts: [idOf(house.at['published contact'])],
  })
  const ways: Record<string, [who: 'eva' | 'rita', action: string, input?: object][]> = {
    submitted: [['eva', 'submit']],
    returned: [
      ['eva', 'submit'],
      ['rita', 'return', { note: 'Check the date.' }],
    ],
    approved: [
      ['eva', 'submit'],
      ['rita', 'approve'],
    ],
    scheduled: [
      ['eva', 'submit'],
      ['rita', 'approve'],
      ['rita', 'schedule', { at: late }],
    ],
    published: [
      ['eva', 'submit'],
      ['rita', 'approve'],
      ['rita', 'publish'],
    ],
    withdrawn: [
      ['eva', 'submit'],
      ['rita', 'approve'],
      ['rita', 'publish'],
      ['rita', 'withdraw', { explanation: 'It opens later.' }],
    ],
  }
  const others: Record<string, object[]> = {
    returned: [{ note: 'Check the name.' }, {}],
    scheduled: [{ at: '2026-04-02T09:00:00.000Z' }],
    withdrawn: [
      { explanation: 'It was wrong.' },
      { explanation: 'It opens later.', languages: ['kk'] },
    ],
  }

  it.each(Object.keys(ways))(
    'of what was %s is answered with what is so, and does nothing',
    async (name) => {
      const path = `/api/releases/${await make(eva, 'releases', complete())}`
      const steps = ways[name] ?? []
      for (const [who, action, input] of steps.slice(0, -1))
        await act(house[who], path, action, input)
      const [who, action, input] = steps.at(-1) ?? expect.unreachable()
      const revision = await revisionOf(eva, path)
      const send = (by: Someone, body: object) =>
        by.rest('POST', `${path}/actions/${action}`, { revision, ...body })
      const first = accepted(await send(house[who], input ?? {}))
      const changed = await changedBy(house.desk, async () => {
        expect(await send(house[who], input ?? {})).toEqual(first)
        // Another person, or another wish, is told that it came too late.
        const other = await send(who === 'eva' ? house.emil : house.roman, input ?? {})
        expect(other.status, JSON.stringify(other.body)).toBe(409)
        for (const body of others[name] ?? []) {
          const late = await send(house[who], body)
          expect(late.status, JSON.stringify(late.body)).toBe(409)
          expect(why(late.body).map(({ code }) => code)).toContain('stale-revision')
        }
      })
      expect(changed).toEqual([])
    },
  )

  it('isn’t the same when another requirement was waived', async () => {
    const revision = await revisionOf(eva, warned)
    const waive = (requirement: string) =>
      eva.rest('POST', `${warned}/actions/waive`, { revision, requirement, reason: 'A name.' })
    accepted(await waive('one-script-per-word'))
    const changed = await changedBy(house.desk, async () => {
      expect((await waive('one-script-per-word')).status).toBe(200)
      expect((await waive('no-invisible-character')).status).toBe(409)
    })
    expect(changed).toEqual([])
    const { waivers } = await rowOf(house.desk, 'releases', idOf(warned))
    expect(JSON.parse(String(waivers))).toHaveLength(1)
  })

  it('isn’t the same when a major change was published and a minor one is asked for', async () => {
    const path = `/api/releases/${await make(eva, 'releases', complete())}`
    await publish(eva, rita, path)
    await act(eva, path, 'revise')
    await act(eva, path, 'submit')
    await act(house.roman, path, 'approve')
    const revision = await revisionOf(eva, path)
    const send = (input: object) =>
      rita.rest('POST', `${path}/actions/publish`, { revision, publicNote: 'The date.', ...input })
    accepted(await send({ change: 'major' }))
    const changed = await changedBy(house.desk, async () => {
      expect((await send({ change: 'major' })).status).toBe(200)
      expect((await send({ change: 'minor' })).status).toBe(409)
    })
    expect(changed).toEqual([])
  })
})

import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { type House, openHouse } from './house.ts'
import { changedBy } from './rows.ts'

/** What only the door and the timeline write: nobody changes it, by no way, with every role there is. */

let house: House
let zoe: Someone

beforeAll(async () => {
  house = await openHouse()
  zoe = house.zoe
  const path = `${house.at['in review']}/notes`
  const made = accepted(await zoe.rest('POST', path, { field: 'lead', words: 'Which Friday?' }))
  const id = at(made.body, 'note', 'id') as string
  accepted(await zoe.rest('POST', `${path}/${id}/replies`, { words: 'The next one.' }))
  const links = `${house.at['in review']}/links`
  accepted(await zoe.rest('POST', links, { recipient: 'Kari', days: 1 }))
  accepted(await zoe.rest('POST', '/api/my-searches', { name: 'Ferries', query: 'q=ferry' }))
  const { eva, emil, timo, rita, roman, ada } = house
  const everybody = [eva, emil, timo, rita, roman, ada, zoe]
  const restricted = `${house.at['in review']}/restriction`
  accepted(await zoe.rest('POST', restricted, { people: everybody.map(({ id }) => id) }))
})
afterAll(() => house.desk.close())

const sentences = {
  editions: 'An edition is never changed. Publish a new edition, or withdraw this one.',
  events: 'The timeline is never changed.',
  entries:
    'What is public changes at the door only. Publish, withdraw or retract the text or item.',
  counters: 'The press room counts by itself.',
  notes: 'A note is written, resolved and reopened at its text only, and its words stay.',
  replies: 'A reply is written at its text only, and its words stay.',
  'texts-as-of': 'What a text said at a time stays as it was.',
  'preview-links': 'A link for an outsider is made, opened and taken back at its text only.',
  'saved-searches': 'What somebody searches for is kept and dropped by themselves only.',
  restrictions:
    'Who may know of a text is changed by its own acts only. Restrict it, or lift that.',
} as const
type Records = keyof typeof sentences
const records = Object.keys(sentences) as Records[]

/** A row that is there. */
async function rowIn(collection: Records): Promise<Record<string, unknown> & { id: string }> {
  const { docs } = await house.desk.payload.db.find<Record<string, unknown> & { id: string }>({
    collection,
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? expect.unreachable(`no ${collection}`)
}

/** What an attacker would like to have written. */
const wanted = { standing: 'live', headline: 'Alone', content: '{}', what: 'approve', value: 0 }

describe.each(records)('%s', (collection) => {
  it.each([
    ['POST', '', 403],
    ['POST', '/:id', 404],
    ['PATCH', '/:id', 403],
    ['PATCH', '?where[id][exists]=true', 403],
    ['PUT', '', 404],
    ['PUT', '/:id', 404],
    ['DELETE', '/:id', 403],
    ['DELETE', '?where[id][exists]=true', 403],
    ['POST', '/:id/duplicate', 404],
    ['POST', '/:id/actions/publish', 404],
    ['POST', '/versions/:id', 404],
    ['PATCH', '/:id?overrideAccess=true&draft=true&autosave=true&trash=true', 403],
  ] as const)('answer %s %s with %i, and stay', async (method, pattern, status) => {
    const { id } = await rowIn(collection)
    const path = `/api/${collection}${pattern.replace(':id', id)}`
    const body = method === 'DELETE' ? undefined : wanted
    const changed = await changedBy(house.desk, async () => {
      const answer = await zoe.rest(method, path, body)
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it.each(['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override', 'X-Method-Override'])(
    'aren’t reached by another method in %s',
    async (header) => {
      const { id } = await rowIn(collection)
      for (const method of ['PATCH', 'PUT', 'DELETE'])
        for (const path of [`/${id}`, ''])
          expect(
            await changedBy(house.desk, () =>
              zoe.rest('POST', `/api/${collection}${path}?_method=${method}`, wanted, {
                [header]: method,
              }),
            ),
          ).toEqual([])
    },
  )

  it('refuse the Local API with overrideAccess, and say why', async () => {
    const { payload } = house.desk
    const slug: CollectionSlug = collection
    const { id, ...row } = await rowIn(collection)
    const where = { id: { equals: id } }
    const data = { ...row, ...wanted } as never
    const attempts: [string, () => Promise<unknown>][] = [
      ['create', () => payload.create({ collection: slug, data, overrideAccess: true })],
      ['update', () => payload.update({ collection: slug, id, data, overrideAccess: true })],
      ['update of many', () => payload.update({ collection: slug, where, data })],
      ['delete', () => payload.delete({ collection: slug, id, overrideAccess: true })],
      ['delete of many', () => payload.delete({ collection: slug, where })],
    ]
    for (const [name, attempt] of attempts)
      expect(
        await changedBy(house.desk, () =>
          expect(attempt(), name).rejects.toMatchObject({
            message: sentences[collection],
            status: 403,
          }),
        ),
        name,
      ).toEqual([])
    const changed = await changedBy(house.desk, () =>
      expect(payload.duplicate({ collection: slug, id })).rejects.toThrow(),
    )
    expect(changed).toEqual([])
  })
})

describe('what the desk itself reads of them', () => {
  it.each([
    ['editions', 200],
    ['entries', 200],
    ['events', 200],
    ['counters', 403],
    // Through the routes of their text only.
    ['notes', 403],
    ['replies', 403],
    ['texts-as-of', 403],
    ['preview-links', 403],
    ['restrictions', 403],
    ['saved-searches', 403],
  ])('%s: %i', async (collection, status) => {
    expect((await zoe.rest('GET', `/api/${collection}?limit=1`)).status).toBe(status)
  })

  it('the timeline of a text says what happened to it', async () => {
    const id = house.at['in review'].split('/').at(-1)
    const { body } = await zoe.rest('GET', `/api/events?where[subject][equals]=${id}&sort=number`)
    expect((at(body, 'docs') as { what: string }[]).map(({ what }) => what)).toEqual([
      'create',
      'submit',
      'note',
      'reply',
      'make-link',
      'restrict',
    ])
  })
})

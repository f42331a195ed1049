import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accepted, change, make, rowOf } from './acts.ts'
import { at, serverUrl, type Someone } from './harness.ts'
import { type House, idOf, openHouse } from './house.ts'
import { changedBy, type Difference } from './rows.ts'

/** What a request can carry besides its fields: none of it opens what is shut, or changes how a change is kept. */

let house: House
let eva: Someone
let zoe: Someone
/** A draft of Eva's that tests may change. */
let draft: string
const newDraft = async () => {
  draft = `/api/releases/${await make(eva, 'releases', { language: 'en', headline: 'Draft' })}`
}

beforeAll(async () => {
  house = await openHouse()
  ;({ eva, zoe } = house)
  await newDraft()
})
afterAll(() => house.desk.close())

const message = (body: unknown) => String(at(body, 'errors', 0, 'message'))

/** Everything in Payload and in other systems that looks like a switch. */
const switches = [
  'overrideAccess=true',
  'draft=true',
  'draft=false',
  'autosave=true',
  'overrideLock=true',
  'trash=true',
  'publishAllLocales=true',
  'publishSpecificLocale=nb',
  'locale=nb&fallback-locale=none',
  'depth=2',
  'depth=99',
  'select[headline]=true',
  'populate[users][email]=true',
  'showHiddenFields=true',
  'disableErrors=true',
  'disableTransaction=true',
  'overwriteExistingFiles=true',
  'duplicateFromID=x',
  'selectedLocales[]=nb',
  'user=admin',
  'user[roles][]=reviewer',
  'context[provenance][provenanceUri]=x&context[isRestoringVersion]=true',
  'req[user][roles][]=reviewer',
  'data[state]=published',
  'data={"state":"published"}',
  '_method=DELETE',
  'where[id][exists]=true',
  'limit=0',
  'uploadEdits[crop][x]=0',
]

/** The tables that something changed in, and how. */
const shape = (found: readonly Difference[]) =>
  found
    .map(({ where, before, after }) => `${where} ${before ? (after ? 'changed' : 'gone') : 'new'}`)
    .sort()

describe('a change of a draft', () => {
  let usual: string[]
  beforeAll(async () => {
    usual = shape(await changedBy(house.desk, () => change(eva, draft, { lead: 'Plain.' })))
  })
  beforeEach(newDraft)

  it.each(switches)('with ?%s is kept as any other', async (query) => {
    await change(eva, draft, { lead: 'Plain.' })
    for (const [revision, lead] of [
      [2, 'Switched.'],
      [3, 'Twice.'],
    ] as const) {
      const switched = await changedBy(house.desk, async () => {
        const answer = await eva.rest('PATCH', `${draft}?${query}`, { revision, lead })
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      })
      expect(shape(switched)).toEqual(usual)
    }
    const versions = await house.desk.payload.db.findVersions<Record<string, unknown>>({
      collection: 'releases',
      where: { parent: { equals: idOf(draft) } },
      sort: '-createdAt',
      pagination: false,
    })
    expect(versions.docs.map(({ version }) => [version.revision, version.lead ?? null])).toEqual([
      [4, 'Twice.'],
      [3, 'Switched.'],
      [2, 'Plain.'],
      [1, null],
    ])
    expect(await rowOf(house.desk, 'releases', idOf(draft))).toMatchObject({
      state: 'draft',
      lead: 'Twice.',
      revision: 4,
      standing: 'none',
    })
  })
})

describe('a change of what is no draft', () => {
  it.each(switches)('with ?%s is refused as any other', async (query) => {
    for (const [name, revision] of [
      ['approved', 3],
      ['published', 4],
    ] as const) {
      const path = house.at[name]
      const changed = await changedBy(house.desk, async () => {
        const data = { revision, headline: 'Alone' }
        const patched = await zoe.rest('PATCH', `${path}?${query}`, data)
        expect(patched.status, JSON.stringify(patched.body)).toBe(409)
        expect(message(patched.body)).toMatch(/can’t be changed/)
        const deleted = await zoe.rest('DELETE', `${path}?${query}`)
        expect(deleted.status, JSON.stringify(deleted.body)).toBe(409)
      })
      expect(changed, name).toEqual([])
    }
  })
})

describe('an action', () => {
  it.each(switches)('with ?%s is refused as any other', async (query) => {
    const path = house.at['in review']
    const revision = 2
    const changed = await changedBy(house.desk, async () => {
      for (const action of ['approve', 'publish', 'schedule']) {
        const answer = await eva.rest('POST', `${path}/actions/${action}?${query}`, { revision })
        expect(answer.status, action).toBe(403)
      }
      const missing = await eva.rest('POST', `${path}/actions/bundle-publish?${query}`, {
        revision,
        reason: 'Now.',
      })
      expect(missing.status).toBe(404)
    })
    expect(changed).toEqual([])
  })
})

describe('another method than the request’s own', () => {
  const headers = ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override', 'X-Method-Override']
  const ways = headers.flatMap((header) =>
    ['PATCH', 'PUT', 'DELETE'].map((method) => [header, method] as const),
  )

  it.each(ways)('%s: %s makes a POST neither a change nor a deletion', async (header, method) => {
    for (const path of [draft, house.at.published, `${house.at.approved}/actions`]) {
      const changed = await changedBy(house.desk, async () => {
        const data = { revision: 1, headline: 'Alone', _method: method }
        const answer = await zoe.rest('POST', `${path}?_method=${method}`, data, {
          [header]: method,
        })
        expect(answer.status).toBe(404)
      })
      expect(changed).toEqual([])
    }
  })

  it.each(headers)('%s: GET makes a POST a question, and nothing else', async (header) => {
    const changed = await changedBy(house.desk, async () => {
      for (const path of [
        '/api/releases',
        house.at.approved,
        `${house.at.approved}/actions/publish`,
        `${draft}/duplicate`,
      ])
        await zoe.rest('POST', path, { revision: 3, headline: 'Alone' }, { [header]: 'GET' })
    })
    // The header that Payload doesn't know leaves two requests what they are: a creation and a copy; both are drafts.
    const made = changed.filter(({ where }) => where === 'releases').map(({ after }) => after)
    for (const row of made) expect(row).toMatchObject({ state: 'draft', standing: 'none' })
    if (header !== 'X-Method-Override') expect(changed).toEqual([])
  })
})

const raw = async (who: Someone, method: string, path: string, type: string, body: string) => {
  const response = await house.desk.handle(
    new Request(serverUrl + path, {
      method,
      headers: { Authorization: `JWT ${who.token}`, 'Content-Type': type },
      body,
    }),
  )
  return { status: response.status, body: JSON.parse(await response.text()) as unknown }
}

describe('a body that isn’t one JSON object', () => {
  const bodies: [string, string][] = [
    ['application/json', '[]'],
    ['application/json', '[{"revision":1,"headline":"x"}]'],
    ['application/json', '"text"'],
    ['application/json', '7'],
    ['application/json', 'null'],
    ['application/json', 'true'],
    ['application/json', '{'],
    ['application/x-www-form-urlencoded', 'revision=1&headline=x&state=published'],
    ['text/plain', '{"revision":1,"headline":"x"}'],
    ['application/xml', '<state>published</state>'],
  ]

  it.each(bodies)('as %s, %j: no change, no text, no action', async (type, body) => {
    const changed = await changedBy(house.desk, async () => {
      for (const [method, path] of [
        ['PATCH', draft],
        ['POST', '/api/releases'],
        ['POST', `${draft}/actions/submit`],
        ['PATCH', house.at['draft image']],
        ['POST', '/api/images'],
        ['POST', '/api/topics'],
        ['PATCH', house.at.topic],
        ['POST', '/api/users'],
      ] as const) {
        const answer = await raw(zoe, method, path, type, body)
        expect([400, 422], `${method} ${path}: ${JSON.stringify(answer)}`).toContain(answer.status)
        expect(message(answer.body)).toMatch(/.+/)
      }
    })
    expect(changed).toEqual([])
  })
})

describe('names that mean something to JavaScript', () => {
  beforeEach(newDraft)

  it.each([
    '{"revision":1,"headline":"Own","__proto__":{"state":"published","overrideAccess":true}}',
    '{"revision":1,"headline":"Own","constructor":{"prototype":{"state":"published"}}}',
    '{"revision":1,"headline":"Own","prototype":{"state":"published"},"toString":"x","hasOwnProperty":1}',
  ])('are just unknown fields: %s', async (body) => {
    const data = JSON.parse(body) as object
    const answer = accepted(await eva.rest('PATCH', draft, data))
    expect(answer.body).toMatchObject({ doc: { state: 'draft', headline: 'Own' } })
    expect(({} as Record<string, unknown>).state).toBeUndefined()
    expect(({} as Record<string, unknown>).overrideAccess).toBeUndefined()
    const changed = await changedBy(house.desk, async () => {
      const acted = await eva.rest('POST', `${draft}/actions/submit`, data)
      expect([409, 422]).toContain(acted.status)
    })
    expect(changed).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '/api/%s is no collection',
    async (name) => {
      const changed = await changedBy(house.desk, async () => {
        for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
          for (const path of [`/api/${name}`, `/api/${name}/x`, `/api/globals/${name}`])
            expect(
              (await zoe.rest(method, path, method === 'GET' ? undefined : {})).status,
              `${method} ${path}`,
            ).toBe(404)
      })
      expect(changed).toEqual([])
    },
  )
})

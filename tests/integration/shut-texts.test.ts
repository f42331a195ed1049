import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CollectionSlug } from 'payload'
import { accepted, act, change, make, revisionOf, rowOf } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { type House, idOf, type Name, openHouse } from './house.ts'
import { changedBy } from './rows.ts'

/** Every way around the workflow that leads through a text or item itself. */

let house: House
let eva: Someone
let emil: Someone
let timo: Someone
let rita: Someone
let zoe: Someone

beforeAll(async () => {
  house = await openHouse()
  ;({ eva, emil, timo, rita, zoe } = house)
})
afterAll(() => house.desk.close())

const collectionOf = (path: string) => path.split('/')[2] as CollectionSlug
const stored = (path: string) => rowOf(house.desk, collectionOf(path), idOf(path))
const why = (body: unknown) =>
  ((at(body, 'errors', 0, 'data', 'why') ?? []) as { code: string }[]).map(({ code }) => code)

type Row = Record<string, unknown>

/** Nothing is changed by a request, and this is its status. */
async function refused(
  who: Someone,
  [method, path, body]: [string, string, unknown?],
  status: number,
): Promise<unknown> {
  let answer: unknown
  const changed = await changedBy(house.desk, async () => {
    const got = await who.rest(method, path, body)
    expect(got.status, `${method} ${path}: ${JSON.stringify(got.body)}`).toBe(status)
    answer = got.body
  })
  expect(changed).toEqual([])
  return answer
}

/** Addresses of a document’s versions, oldest first. */
const versionsOf = async (document: string) => {
  const { docs } = await house.desk.payload.db.findVersions({
    collection: collectionOf(document),
    where: { parent: { equals: idOf(document) } },
    sort: 'createdAt',
    pagination: false,
  })
  return docs.map(({ id }) => `/api/${collectionOf(document)}/versions/${id}`)
}

const tomorrow = '2026-03-11T09:00:00.000Z'

/** What the workflow keeps, as an attacker would like it. `others`: in the eyes of an editor named Eva. */
const columns: Record<string, unknown> = {
  id: '00000000-0000-4000-8000-000000000000',
  _id: '00000000-0000-4000-8000-000000000000',
  createdAt: '2020-01-01T00:00:00.000Z',
  deletedAt: tomorrow,
  _status: 'published',
  state: 'approved',
  standing: 'live',
  edition: 7,
  createdBy: 'somebody',
  submittedBy: 'somebody',
  submittedAt: tomorrow,
  approvedBy: 'somebody',
  approvedAt: tomorrow,
  approvedFingerprint: 'f'.repeat(64),
  scheduledFor: tomorrow,
  returnNote: 'Very good.',
  authors: '["somebody"]',
  waivers: '[{"requirement":"one-script-per-word","by":"somebody"}]',
  holder: 'Somebody',
  busy: 1,
  busySince: tomorrow,
  unfinished: '{"kind":"deletion"}',
  provenanceUri: 'urn:agency:1',
  provenanceVersion: '1',
  provenanceVersionAt: tomorrow,
  provenanceAt: tomorrow,
  provenanceRevision: 1,
}
const ofTranslations = {
  madeFrom: 'f'.repeat(64),
  release: 'other',
  language: 'nb',
  confirmed: '[{"kept":true}]',
}
const ofFiles = {
  sha256: 'f'.repeat(64),
  filename: 'published-image.jpg',
  url: 'https://elsewhere.example/picture.jpg',
  thumbnailURL: 'https://elsewhere.example/small.jpg',
  filesize: 1,
  mimeType: 'text/html',
  width: 9,
  height: 9,
}

/** All but what every saved change may touch. MongoDB leaves out what was never filled in. */
function apartFromSaving({ revision: _1, updatedAt: _2, busySince: _3, ...rest }: Row) {
  return Object.fromEntries(
    Object.entries(rest).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

describe('a change of a draft', () => {
  it.each(Object.keys(columns))('can’t set %s', async (column) => {
    const path = house.at.draft
    const before = await stored(path)
    await change(eva, path, { [column]: columns[column] })
    const after = await stored(path)
    expect(apartFromSaving(after)).toEqual(apartFromSaving(before))
    expect(after.revision).toBe(Number(before.revision) + 1)
    expect(Date.parse(String(after.busySince))).toBeLessThanOrEqual(Date.now() + 1000)
  })

  const others: [Name, () => Someone, object][] = [
    ['draft translation', () => timo, ofTranslations],
    ['draft contact', () => eva, {}],
    ['draft image', () => eva, ofFiles],
    ['draft document', () => eva, ofFiles],
  ]
  it.each(others)('of a %s can’t set any of them', async (name, who, more) => {
    const path = house.at[name]
    const before = await stored(path)
    const wanted = {
      ...columns,
      ...more,
      ...('release' in more ? { release: idOf(house.at.published) } : {}),
    }
    await change(who(), path, wanted)
    expect(apartFromSaving(await stored(path))).toEqual(apartFromSaving(before))
  })

  it('can’t make a translation somebody else’s, unless an editor makes it', async () => {
    const path = house.at['draft translation']
    await change(timo, path, { translator: zoe.id })
    expect((await stored(path)).translator).toBe(timo.id)
    await change(eva, path, { translator: zoe.id })
    expect((await stored(path)).translator).toBe(zoe.id)
    await refused(timo, ['PATCH', path, { revision: await revisionOf(eva, path), lead: 'x' }], 403)
    await change(eva, path, { translator: timo.id })
  })

  it.each([
    ['a revision that is still to come', 999],
    ['a revision that is gone', 0],
    ['a revision below none', -1],
  ])('can’t name %s', async (_what, revision) => {
    const answer = await refused(eva, ['PATCH', house.at.draft, { revision, lead: 'x' }], 409)
    expect(why(answer)).toEqual(['stale-revision'])
  })

  it.each(['text', null, [1], { $gt: 0 }, undefined])(
    'can’t name %j as its revision',
    async (revision) => {
      const answer = await refused(eva, ['PATCH', house.at.draft, { revision, lead: 'x' }], 422)
      expect(why(answer)).toEqual(['input-missing'])
    },
  )
})

describe('PUT', () => {
  it.each(['draft', 'approved', 'published', 'draft image', 'draft translation'] as const)(
    'of what is %s is no way of changing it',
    async (name) => {
      await refused(zoe, ['PUT', house.at[name], { revision: 1, ...columns }], 404)
    },
  )
})

describe('a new document', () => {
  const release = { language: 'en', kind: 'news', headline: 'New' }
  const made: [string, () => Someone, () => object | Promise<object>][] = [
    ['releases', () => eva, () => release],
    [
      'translations',
      () => timo,
      async () => ({
        release: await make(eva, 'releases', release),
        language: 'nb',
        headline: 'Ny',
      }),
    ],
    ['contacts', () => eva, () => ({ name: 'New' })],
  ]
  it.each(made)(
    'in %s is a draft without a past, whatever it says',
    async (collection, who, data) => {
      const wanted = { ...columns, madeFrom: 'f'.repeat(64) }
      const id = await make(who(), collection, { ...wanted, ...(await data()) })
      const row = await stored(`/api/${collection}/${id}`)
      expect(id).not.toBe(columns.id)
      expect(row).toMatchObject({
        state: 'draft',
        revision: 1,
        standing: 'none',
        edition: 0,
        createdBy: who().id,
        authors: JSON.stringify([who().id]),
        waivers: '[]',
        holder: who().name,
        busy: 0,
      })
      for (const [name, value] of Object.entries(wanted))
        expect(row[name] ?? null, name).not.toEqual(value)
      for (const name of ['submittedBy', 'approvedBy', 'approvedAt', 'approvedFingerprint'])
        expect(row[name] ?? null, name).toBeNull()
      for (const name of ['scheduledFor', 'returnNote', 'unfinished', 'provenanceUri'])
        expect(row[name] ?? null, name).toBeNull()
      const answer = await house.desk.stranger.rest('GET', `/api/${collection}/${id}`)
      expect(answer.status).toBe(403)
    },
  )

  it('isn’t made by a reviewer or administrator', async () => {
    for (const who of [rita, house.ada])
      for (const [collection, , data] of made)
        await refused(who, ['POST', `/api/${collection}`, await data()], 403)
  })

  it('isn’t made in a language that a translator doesn’t write, nor twice in one', async () => {
    const tora = await house.desk.person('tora', ['translator'], ['nb'])
    const text = { release: idOf(house.at.published), headline: 'Текст' }
    await refused(tora, ['POST', '/api/translations', { ...text, language: 'ru' }], 403)
    await refused(timo, ['POST', '/api/translations', { ...text, language: 'kk' }], 409)
    await refused(timo, ['POST', '/api/translations', { ...text, language: 'en' }], 422)
  })
})

describe('a copy', () => {
  it('of a published release is a clean draft of whoever copies it', async () => {
    const source = await stored(house.at.published)
    const where = { id: { equals: idOf(house.at.published) } }
    const came = { provenanceUri: 'urn:agency:1', provenanceVersion: '1', provenanceRevision: 1 }
    await house.desk.payload.db.updateOne({ collection: 'releases', where, data: came })
    const answer = accepted(
      await emil.rest('POST', `${house.at.published}/duplicate`, { ...columns, headline: 'Copy' }),
    )
    const copy = await rowOf(house.desk, 'releases', String(at(answer.body, 'doc', 'id')))
    expect(copy).toMatchObject({
      headline: 'Copy',
      lead: source.lead,
      state: 'draft',
      revision: 1,
      standing: 'none',
      edition: 0,
      createdBy: emil.id,
      authors: JSON.stringify([emil.id]),
      waivers: '[]',
    })
    for (const name of Object.keys(columns).filter((key) =>
      /^(prov|appr|subm|sched|unf)/.test(key),
    ))
      expect(copy[name] ?? null, name).toBeNull()
    const entries = await house.desk.payload.db.count({
      collection: 'entries',
      where: { subject: { equals: copy.id } },
    })
    expect(entries.totalDocs).toBe(0)
  })

  it('of a release isn’t made by who can’t write releases', async () => {
    for (const who of [timo, rita, house.ada])
      await refused(who, ['POST', `${house.at.published}/duplicate`, {}], 403)
  })

  it.each([
    'published translation',
    'draft contact',
    'published image',
    'published document',
    'topic',
  ] as const)('of a %s can’t be made', async (name) => {
    await refused(zoe, ['POST', `${house.at[name]}/duplicate`, {}], 404)
  })
})

describe('a version', () => {
  let path: string
  let first: string
  beforeEach(async () => {
    const { contacts, body } = await stored(house.at['in review'])
    const text = {
      language: 'en',
      kind: 'news',
      headline: 'First',
      lead: 'A lead.',
      body,
      contacts,
    }
    path = `/api/releases/${await make(eva, 'releases', text)}`
    await change(eva, path, { headline: 'Second' })
    first = (await versionsOf(path))[0] ?? expect.unreachable()
  })

  it('that is restored makes who restores it an author', async () => {
    const both = await house.desk.person(`both-${idOf(path)}`, ['editor', 'reviewer'])
    accepted(await both.rest('POST', first))
    const row = await stored(path)
    expect(row).toMatchObject({ headline: 'First', state: 'draft', revision: 3, holder: both.name })
    expect(JSON.parse(String(row.authors))).toEqual([eva.id, both.id])
    const { docs } = await house.desk.payload.db.find<{ id: string; what: string }>({
      collection: 'events',
      where: { subject: { equals: idOf(path) } },
      sort: 'number',
    })
    expect(docs.map(({ what }) => what)).toEqual(['create', 'change', 'restore'])
    await act(eva, path, 'submit')
    const answer = await refused(both, ['POST', `${path}/actions/approve`, { revision: 4 }], 403)
    expect(why(answer)).toEqual(['own-work'])
  })

  it('brings back no state, approval or author', async () => {
    await act(eva, path, 'submit')
    await act(rita, path, 'approve')
    await act(eva, path, 'reopen')
    // Kept by nobody: versions hold content. One that claims more is written past every rule.
    const version = {
      state: 'approved',
      standing: 'live',
      edition: 3,
      authors: '["somebody"]',
      approvedBy: rita.id,
      approvedFingerprint: 'f'.repeat(64),
    }
    const [one] = (
      await house.desk.payload.db.findVersions({
        collection: 'releases',
        where: { parent: { equals: idOf(path) } },
        limit: 1,
        pagination: false,
      })
    ).docs
    await house.desk.payload.db.updateVersion({
      collection: 'releases',
      id: one?.id ?? '',
      versionData: { version: { ...one?.version, ...version } } as never,
    })
    accepted(await emil.rest('POST', `/api/releases/versions/${one?.id}`))
    expect(await stored(path)).toMatchObject({
      state: 'draft',
      standing: 'none',
      edition: 0,
      approvedBy: null,
      approvedFingerprint: null,
      authors: JSON.stringify([emil.id]),
    })
  })

  it.each([
    ['in review', 409],
    ['approved', 409],
    ['scheduled', 409],
    ['published', 409],
    ['withdrawn', 409],
  ] as const)('of what is %s isn’t restored', async (name, status) => {
    const [version = ''] = await versionsOf(house.at[name])
    expect(why(await refused(eva, ['POST', version], status))).toEqual(['not-draft'])
  })

  it('isn’t restored by who can’t write', async () => {
    for (const who of [timo, rita, house.ada]) await refused(who, ['POST', first], 403)
  })

  it('isn’t restored as what Payload calls a draft, which would write over a version', async () => {
    const answer = await refused(eva, ['POST', `${first}?draft=true`], 400)
    expect(at(answer, 'errors', 0, 'message')).toBe(
      'A version is restored as a draft of the desk. Leave out “draft”.',
    )
  })

  it('is restored as a whole, whatever part is asked for', async () => {
    accepted(await eva.rest('POST', `${first}?select[headline]=true&depth=0`))
    expect(await stored(path)).toMatchObject({ headline: 'First', lead: 'A lead.', revision: 3 })
  })

  it('of another document is none of this one', async () => {
    const version = first.split('/').at(-1)
    for (const collection of ['translations', 'contacts', 'images', 'documents'])
      await refused(zoe, ['POST', `/api/${collection}/versions/${version}`], 404)
    await refused(zoe, ['POST', `${house.at.draft}/versions/${version}`], 404)
  })
})

describe('a deletion', () => {
  const kept: [Name, string[]][] = [
    ['in review', ['not-draft']],
    ['approved', ['not-draft']],
    ['scheduled', ['not-draft']],
    ['published', ['not-draft', 'was-published', 'has-translations']],
    ['withdrawn', ['not-draft', 'was-published']],
    ['published translation', ['not-draft', 'was-published']],
    ['published contact', ['not-draft', 'was-published']],
    ['published image', ['not-draft', 'was-published']],
    ['published document', ['not-draft', 'was-published']],
  ]
  it.each(kept)('of what is %s is refused to everybody', async (name, codes) => {
    for (const who of [eva, zoe])
      expect(why(await refused(who, ['DELETE', house.at[name]], 409))).toEqual(codes)
    for (const who of [rita, house.ada]) await refused(who, ['DELETE', house.at[name]], 403)
    await refused(timo, ['DELETE', house.at[name]], 403)
    await refused(house.desk.stranger, ['DELETE', house.at[name]], 403)
  })

  it('of what was ever published is refused in draft as well', async () => {
    const path = house.at.withdrawn
    await act(eva, path, 'revise')
    expect(why(await refused(eva, ['DELETE', path], 409))).toEqual(['was-published'])
    expect(await stored(path)).toMatchObject({ state: 'draft', edition: 1 })
  })

  it('of a draft leaves its timeline', async () => {
    const path = `/api/contacts/${await make(eva, 'contacts', { name: 'Gone' })}`
    accepted(await eva.rest('DELETE', path))
    const { docs } = await house.desk.payload.db.find<{ id: string; what: string }>({
      collection: 'events',
      where: { subject: { equals: idOf(path) } },
      sort: 'number',
    })
    expect(docs.map(({ what }) => what)).toEqual(['create', 'delete'])
  })
})

describe('many at once', () => {
  const collections = ['releases', 'translations', 'contacts', 'images', 'documents', 'users']
  it.each(collections)('%s are neither changed nor deleted', async (collection) => {
    for (const method of ['PATCH', 'DELETE'])
      for (const query of [
        '?where[id][exists]=true',
        '?where[id][exists]=true&limit=1',
        '',
        '?limit=0',
      ]) {
        const body = method === 'PATCH' ? { ...columns, revision: 1 } : undefined
        await refused(zoe, [method, `/api/${collection}${query}`, body], 405)
      }
  })
})

describe('a relation', () => {
  const nested: [string, () => object][] = [
    ['contacts to be made', () => ({ contacts: { create: [{ name: 'Mine' }] } })],
    [
      'images by their relation',
      () => ({ images: [{ relationTo: 'images', value: idOf(house.at['published image']) }] }),
    ],
    ['a topic that is an operator', () => ({ topics: [{ $ne: null }] })],
    [
      'a contact that doesn’t exist',
      () => ({ contacts: [idOf(house.at['published contact']), 'nobody'] }),
    ],
    ['an image that is a contact', () => ({ images: [idOf(house.at['published contact'])] })],
  ]
  it.each(nested)('can’t name %s', async (_what, data) => {
    const path = house.at.draft
    const revision = await revisionOf(eva, path)
    const before = await stored(house.at['published contact'])
    await refused(eva, ['PATCH', path, { revision, lead: 'Half a change.', ...data() }], 400)
    const text = { language: 'en', headline: 'New', ...data() }
    await refused(eva, ['POST', '/api/releases', text], 400)
    expect(await stored(house.at['published contact'])).toEqual(before)
  })

  it('that comes as an object is its id, and writes nothing elsewhere', async () => {
    const path = house.at.draft
    const before = await stored(house.at['published contact'])
    const mine = {
      ...columns,
      id: idOf(house.at['published contact']),
      name: 'Mine',
      telephone: '1',
    }
    await change(eva, path, { contacts: [mine] })
    expect((await stored(path)).contacts).toEqual([idOf(house.at['published contact'])])
    expect(await stored(house.at['published contact'])).toEqual(before)
  })

  it('of a translation can’t bring its release along', async () => {
    const release = { id: idOf(house.at.draft), state: 'published', headline: 'Mine' }
    const data = { language: 'ru', headline: 'Текст', release }
    const before = await stored(house.at.draft)
    const answer = accepted(await timo.rest('POST', '/api/translations', data))
    expect(at(answer.body, 'doc', 'release')).toBe(release.id)
    // That it was held for a moment is all that may be seen.
    expect(apartFromSaving(await stored(house.at.draft))).toEqual(apartFromSaving(before))
    expect((await stored(house.at.draft)).revision).toBe(before.revision)
  })

  it('of the mission can’t name a picture that doesn’t exist', async () => {
    const { ada } = house
    await refused(ada, ['POST', '/api/globals/mission', { logo: 'nothing', address: 'x' }], 400)
  })
})

describe('the lines of a list', () => {
  it('stay with their own document, whatever ids another one sends', async () => {
    const theirs = await stored(house.at['published image'])
    const lines = theirs.texts as { id: string }[]
    const path = house.at['draft image']
    const texts = lines.map((line) => ({ ...line, alt: 'Mine, a bridge', caption: 'mine' }))
    await change(eva, path, { texts: [...texts.slice(0, 1), ...texts.slice(1)] })
    expect(await stored(house.at['published image'])).toEqual(theirs)
    const own = (await stored(path)).texts as { id: string; alt: string }[]
    expect(own.map(({ alt }) => alt)).toEqual(['Mine, a bridge', 'Mine, a bridge'])
    const ids = [...own, ...lines].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })

  it('can’t share one id', async () => {
    const path = house.at['draft image']
    const [line] = (await stored(path)).texts as { id: string; language: string }[]
    const texts = ['en', 'nb'].map((language) => ({ ...line, language, alt: 'Two of one id' }))
    await change(eva, path, { texts })
    const own = (await stored(path)).texts as { id: string }[]
    expect(new Set(own.map(({ id }) => id)).size).toBe(2)
  })
})

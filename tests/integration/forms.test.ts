import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accepted, make, paragraph } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { wholeDatabase } from './whole-database.ts'

let desk: Desk
let eva: Someone
let emil: Someone
let rita: Someone
let nobody: Someone
let path: string

beforeAll(async () => {
  desk = await openDesk()
  eva = await desk.person('eva', ['editor'])
  emil = await desk.person('emil', ['editor'])
  rita = await desk.person('rita', ['reviewer'])
  nobody = await desk.person('nobody', [])
})
afterAll(() => desk.close())
beforeEach(async () => {
  const id = await make(eva, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'The bridge opens',
    lead: 'On Friday.',
    body: paragraph('Everybody may cross it.'),
    about: false,
  })
  path = `/api/releases/${id}`
})

async function here(who: Someone, writing = false): Promise<unknown> {
  return accepted(await who.rest('POST', `${path}/presence`, { writing })).body
}
const wait = (seconds: number) => {
  desk.clock.now = new Date(desk.clock.now.getTime() + seconds * 1000)
}

const releases = async () =>
  (JSON.parse(await wholeDatabase(desk)) as Record<string, unknown[]>).releases
const keyOf = async (who: Someone) =>
  at(accepted(await who.rest('GET', '/api/kept-text-key')).body, 'key')
const ask = (query: Record<string, string>) =>
  eva.rest('GET', `/api/surroundings?${new URLSearchParams(query).toString()}`)

const embargoAlarms = async () =>
  (at((await eva.rest('GET', `${path}/actions`)).body, 'problems') as { requirement: string }[])
    .map(({ requirement }) => requirement)
    .filter((requirement) => requirement === 'embargo-ahead')
const embargoTo = async (seconds: number) => {
  const embargo = new Date(desk.clock.now.getTime() + seconds * 1000).toISOString()
  const contacts = [await make(eva, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })]
  accepted(await eva.rest('PATCH', path, { revision: 1, embargo, contacts }))
}

describe('people with one text open', () => {
  it('see each other, and who is writing', async () => {
    expect(await here(eva, true)).toEqual({ person: eva.id, revision: 1, others: [] })
    expect(await here(rita)).toMatchObject({ others: [{ name: 'eva', writing: true }] })
    expect(await here(emil)).toMatchObject({
      others: [
        { name: 'eva', writing: true },
        { name: 'rita', writing: false },
      ],
    })
    expect(await here(eva)).toMatchObject({ others: [{ name: 'emil' }, { name: 'rita' }] })
  })

  it('are gone when they leave, and soon after they went silent', async () => {
    await here(eva)
    await here(emil)
    accepted(await emil.rest('DELETE', `${path}/presence`))
    expect(await here(rita)).toMatchObject({ others: [{ name: 'eva' }] })
    wait(46)
    expect(await here(rita)).toMatchObject({ others: [] })
  })

  it('lock nobody out, and leave text, revision and timeline alone', async () => {
    const before = await releases()
    await here(rita, true)
    await here(emil, true)
    expect(await releases()).toEqual(before)
    accepted(await eva.rest('PATCH', path, { revision: 1, lead: 'On Saturday.' }))
    expect(await here(emil)).toMatchObject({ revision: 2 })
  })

  it('make one row each, however many windows open at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => here(eva)))
    const { docs } = await desk.payload.db.find({
      collection: 'presences',
      where: { subject: { equals: path.split('/').at(-1) ?? '' } },
    })
    expect(docs).toHaveLength(1)
  })

  it('leave nothing behind for long', async () => {
    await here(eva)
    wait(3700)
    path = `/api/releases/${await make(eva, 'releases', { language: 'en', headline: 'Another' })}`
    await here(eva)
    const { totalDocs } = await desk.payload.db.count({
      collection: 'presences',
      where: { person: { equals: eva.id } },
    })
    expect(totalDocs).toBe(1)
  })
})

describe('whoever has no business here', () => {
  it.each([
    ['a stranger', () => desk.stranger, 401],
    ['an account without a role', () => nobody, 403],
  ])('%s isn’t told who works on what', async (_who, who, status) => {
    await here(eva)
    const before = await wholeDatabase(desk)
    for (const [method, where, body] of [
      ['POST', `${path}/presence`, { writing: true }],
      ['DELETE', `${path}/presence`, undefined],
      ['GET', '/api/surroundings?of=release&language=en', undefined],
      ['GET', '/api/kept-text-key', undefined],
    ] as const)
      expect((await who().rest(method, where, body)).status, where).toBe(status)
    expect(await wholeDatabase(desk)).toBe(before)
  })

  it.each([
    [{}, 422],
    [{ writing: 'yes' }, 422],
    [{ writing: true, person: 'rita' }, 422],
  ])('says nothing else in a sign of life: %j', async (body, status) => {
    const before = await wholeDatabase(desk)
    expect((await eva.rest('POST', `${path}/presence`, body)).status).toBe(status)
    expect(await wholeDatabase(desk)).toBe(before)
  })

  it('finds no text that isn’t there', async () => {
    const answer = await eva.rest('POST', '/api/releases/none/presence', { writing: false })
    expect(answer.status).toBe(404)
  })
})

describe('an embargo that doesn’t lie ahead', () => {
  it('is told to its writer, and stops the approval and not the submission', async () => {
    await embargoTo(-60)
    expect(await embargoAlarms()).toEqual(['embargo-ahead'])
    accepted(await eva.rest('POST', `${path}/actions/submit`, { revision: 2 }))
    const before = await wholeDatabase(desk)
    const { status, body } = await rita.rest('POST', `${path}/actions/approve`, { revision: 3 })
    expect(status).toBe(422)
    expect(at(body, 'errors', 0, 'data', 'problems')).toMatchObject([
      { requirement: 'embargo-ahead', level: 'warning', field: 'embargo' },
    ])
    expect(await wholeDatabase(desk)).toBe(before)
  })

  it('was right when it passes while a reviewer reads', async () => {
    await embargoTo(60)
    accepted(await eva.rest('POST', `${path}/actions/submit`, { revision: 2 }))
    wait(120)
    expect(await embargoAlarms()).toEqual([])
    accepted(await rita.rest('POST', `${path}/actions/approve`, { revision: 3 }))
  })
})

describe('the key to what a browser keeps', () => {
  it('is one’s own, and stays the same', async () => {
    const [first, again, other] = [await keyOf(eva), await keyOf(eva), await keyOf(emil)]
    expect(first).toMatch(/^[\w+/]{43}=$/)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })
})

describe('what a form can’t know by itself', () => {
  it('is told by ids, as the text would show it', async () => {
    const contact = await make(eva, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
    const { body } = accepted(
      await ask({ of: 'release', language: 'en', contacts: `${contact},gone` }),
    )
    expect(body).toMatchObject({
      content: { language: 'en', contacts: [{ id: contact, name: 'Ada', title: '' }], images: [] },
      published: [],
      mustFix: [],
      waivers: [],
      neverPublic: true,
    })
  })

  it('names the headlines of other texts that are being worked on, and never its own', async () => {
    const id = path.split('/').at(-1) ?? ''
    await make(emil, 'releases', { language: 'en', headline: 'A bridge is opened' })
    await make(emil, 'releases', { language: 'nb', headline: 'Broen åpner' })
    const { body } = accepted(await ask({ of: 'release', language: 'en', id }))
    const headlines = at(body, 'otherHeadlines') as string[]
    expect(headlines).toContain('A bridge is opened')
    expect(headlines).not.toContain('Broen åpner')
    const all = accepted(await ask({ of: 'release', language: 'en' })).body
    expect((at(all, 'otherHeadlines') as string[]).length).toBe(headlines.length + 1)
  })

  it('tells the signed exceptions that hold', async () => {
    const unseen = String.fromCodePoint(0x200b)
    accepted(await eva.rest('PATCH', path, { revision: 1, lead: `On Fri${unseen}day.` }))
    const requirement = 'no-invisible-character'
    const waive = { revision: 2, requirement, reason: 'It is meant.' }
    accepted(await eva.rest('POST', `${path}/actions/waive`, waive))
    const query = { of: 'release', language: 'en', id: path.split('/').at(-1) ?? '' }
    const { body } = accepted(await ask(query))
    const signed = [{ requirement, by: 'eva', reason: 'It is meant.' }]
    expect(at(body, 'waivers')).toMatchObject(signed)
    expect(at(body, 'waivers', 0, 'message')).toContain('Remove the invisible character')
    // Who reviews it is told first.
    expect(at((await rita.rest('GET', `${path}/bar`)).body, 'signed')).toMatchObject(signed)
    accepted(await eva.rest('PATCH', path, { revision: 3, headline: 'It opens' }))
    expect(at(accepted(await ask(query)).body, 'waivers')).toEqual([])
    expect(at((await rita.rest('GET', `${path}/bar`)).body, 'signed')).toEqual([])
  })

  it.each([
    [{}],
    [{ of: 'image', language: 'en' }],
    [{ of: 'release', language: 'xx' }],
    [{ of: 'release', language: 'en', depth: '9' }],
    [{ of: 'release', language: 'en', images: Array.from({ length: 201 }, () => 'x').join(',') }],
  ])('is refused in words: %j', async (query) => {
    expect((await ask(query as Record<string, string>)).status).toBe(422)
  })
})

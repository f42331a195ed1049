import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timelineOf, type TimelineView } from '../../src/desk/timeline-view.ts'
import type { Role, TextType } from '../../src/workflow/states.ts'
import { accepted, act, change, make, paragraph, publish } from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'

let desk: Desk
let eva: Someone
let rita: Someone
let timo: Someone
let release: string
let translation: string

const idIn = (path: string) => path.split('/').at(-1) ?? ''

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  eva = await desk.person('Eva', ['editor'])
  rita = await desk.person('Rita', ['reviewer'])
  timo = await desk.person('=Timo', ['translator'])
  const contact = await make(eva, 'contacts', { name: 'Press', telephone: '+47 1' })
  await publish(eva, rita, `/api/contacts/${contact}`)
  release = `/api/releases/${await make(eva, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'The bridge opens',
    lead: 'It opens on Friday.',
    body: paragraph('Everybody may cross it.'),
    contacts: [contact],
    about: false,
  })}`
  await act(eva, release, 'submit')
  await act(rita, release, 'return', { note: '=cmd, "name" the day.' })
  await change(eva, release, { lead: 'It opens on Friday, 13 March.' })
  await publish(eva, rita, release)
  translation = `/api/translations/${await make(timo, 'translations', {
    release: idIn(release),
    language: 'nb',
    headline: 'Broen åpner',
    lead: 'Den åpner fredag 13. mars.',
    body: paragraph('Alle kan krysse den.'),
  })}`
  await publish(timo, rita, translation)
  await act(eva, release, 'revise')
  await change(eva, release, { headline: 'The bridge opens on Friday' })
  await publish(eva, rita, release, { change: 'major', publicNote: 'The day was missing.' })
})
afterAll(() => desk.close())

async function view(path: string, query: object = {}, roles: Role[] = ['editor']) {
  const [, , collection = '', id = ''] = path.split('/')
  const type: TextType = collection === 'releases' ? 'release' : 'translation'
  const reader = {
    payload: desk.payload,
    user: { id: eva.id, roles, collection: 'users' },
    actor: { id: eva.id, name: 'Eva', roles, writes: [], reviews: [] },
    now: desk.clock.now,
  }
  return timelineOf(reader, type, id, query, 'en')
}

const told = (shown: TimelineView | null) =>
  (shown?.lines ?? []).map(({ what, text }) => `${what}: ${text}`)

const whole = [
  'Publish: English',
  'Approve: English',
  'Submit for review: English',
  'Changed: English',
  'Revise: English',
  'Publish: Norwegian Bokmål',
  'Approve: Norwegian Bokmål',
  'Submit for review: Norwegian Bokmål',
  'Created: Norwegian Bokmål',
  'Publish: English',
  'Approve: English',
  'Submit for review: English',
  'Changed: English',
  'Return: English',
  'Submit for review: English',
  'Created: English',
]

describe('the timeline of a family', () => {
  it('is the same in each of its texts, newest first', async () => {
    expect(told(await view(release))).toEqual(whole)
    expect(told(await view(translation))).toEqual(whole)
  })

  it('says who, when, why, and from which state to which', async () => {
    const shown = await view(release)
    expect(shown?.lines.find(({ what }) => what === 'Return')).toMatchObject({
      by: 'Rita',
      at: '2026-03-10T09:00:00.000Z',
      note: '=cmd, "name" the day.',
      from: 'in-review',
      to: 'draft',
    })
    expect(shown?.lines[0]).toMatchObject({
      edition: 2,
      comparable: true,
      note: 'The day was missing.',
    })
    expect(shown?.lines.filter(({ changed }) => changed).map(({ what }) => what)).toEqual([
      'Changed',
      'Changed',
    ])
  })

  it.each([
    [{ kind: 'text' }, [3, 8, 12, 15]],
    [{ kind: 'public' }, [0, 5, 9]],
    [{ language: 'nb' }, [5, 6, 7, 8]],
    [{ kind: 'workflow', language: 'nb' }, [6, 7]],
    [{ kind: 'nonsense', language: 'sv' }, []],
    [{ kind: 'nonsense' }, [...whole.keys()]],
  ])('can be filtered: %j', async (query, places) => {
    expect(told(await view(release, query))).toEqual(
      whole.filter((_, place) => places.includes(place)),
    )
  })

  it('compares an edition with the one before it', async () => {
    const { comparison } = (await view(release, { compare: '16' })) ?? {}
    expect(comparison?.fields.filter(({ changed }) => changed)).toMatchObject([
      {
        field: 'headline',
        words: [
          { kind: 'same', text: 'The bridge opens' },
          { kind: 'added', text: ' on Friday' },
        ],
      },
    ])
    expect((await view(release, { compare: '15' }))?.comparison).toBeNull()
    expect((await view(release, { compare: 'x' }))?.comparison).toBeNull()
  })

  it('names the mails about it, to whom and what became of them', async () => {
    const { mails } = (await view(translation)) ?? expect.unreachable()
    const said = mails.map(({ what, to, state }) => `${what}: ${to}, ${state}`)
    expect(said).toContain('Returned: Eva, Waiting')
    expect(said).toContain('Published: =Timo, Waiting')
    expect(said.filter((one) => one.startsWith('To review: Rita'))).toHaveLength(4)
    expect(said.join()).not.toContain('Press')
  })

  it('goes on where a page ends', async () => {
    expect(told(await view(release, { before: '4' }))).toEqual(whole.slice(13))
  })

  it('isn’t there for whoever has no role, nor of what isn’t there', async () => {
    await expect(view(release, {}, [])).resolves.toBeNull()
    await expect(view('/api/releases/nothing')).resolves.toBeNull()
  })
})

describe('the timeline as a file', () => {
  it('is JSON, oldest first, in pages', async () => {
    const first = accepted(await eva.rest('GET', `${release}/timeline?limit=10`))
    const events = at(first.body, 'events') as { number: number; what: string; by: string }[]
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(events[2]).toMatchObject({ what: 'return', label: 'Return', by: 'Rita', language: 'en' })
    expect(at(first.body, 'next')).toBe(10)
    const rest = accepted(await eva.rest('GET', `${release}/timeline?limit=10&after=10`))
    expect((at(rest.body, 'events') as unknown[]).length).toBe(6)
    expect(at(rest.body, 'next')).toBeNull()
  })

  it('is CSV, in which nothing is a formula', async () => {
    const response = await desk.handle(
      new Request(`${serverUrl}${translation}/timeline?format=csv&limit=10`, {
        headers: { Authorization: `JWT ${eva.token}` },
      }),
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="timeline-/)
    expect(response.headers.get('link')).toBe('<?format=csv&limit=10&after=10>; rel="next"')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    expect(text.startsWith('\uFEFFnumber,at,what,label,by,')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(12)
    expect(text).toContain(`"'=cmd, ""name"" the day."`)
    expect(text).toContain(",'=Timo,")
  })

  it.each(['format=xml', 'limit=0', 'limit=5001', 'kind=all', 'after=-1'])(
    'isn’t made by %s',
    async (query) => {
      expect((await eva.rest('GET', `${release}/timeline?${query}`)).status).toBe(422)
    },
  )

  it('isn’t there of what isn’t there', async () => {
    const nothing = '/api/releases/00000000-0000-4000-8000-000000000000'
    expect((await eva.rest('GET', `${nothing}/timeline`)).status).toBe(404)
    expect((await eva.rest('GET', `${nothing}/timeline/check`)).status).toBe(404)
  })
})

const check = async () => accepted(await eva.rest('GET', `${translation}/timeline/check`)).body

describe('checking the chain', () => {
  it('says that it holds, and changes nothing', async () => {
    const changed = await changedBy(desk, async () => {
      expect(await check()).toEqual({ holds: true, events: 16, editions: 3, problems: [], more: 0 })
    })
    expect(changed).toEqual([])
  })

  it.each<[string, 'events' | 'editions', object, object, RegExp]>([
    ['a note', 'events', { what: { equals: 'return' } }, { note: 'x' }, /Event 3 \(return\)/],
    ['an edition', 'editions', { number: { equals: 2 } }, { content: '{}' }, /Edition 2/],
  ])('says where it breaks: %s', async (_what, collection, where, data, problem) => {
    const row = await desk.payload.db.findOne<{ id: string } & Record<string, unknown>>({
      collection,
      where: { and: [{ family: { equals: idIn(release) } }, where as never] },
    })
    if (!row) throw new Error('nothing to tamper with')
    const set = async (change: object) =>
      desk.payload.db.updateOne({
        collection,
        where: { id: { equals: row.id } },
        data: change as Record<string, unknown>,
        options: { atomic: true },
      })
    await set(data)
    const found = await check()
    await set(Object.fromEntries(Object.keys(data).map((name) => [name, row[name]])))
    expect(found).toMatchObject({ holds: false })
    expect((at(found, 'problems') as string[]).join(' ')).toMatch(problem)
    expect(await check()).toMatchObject({ holds: true })
  })

  it('looks at no other family', async () => {
    const other = await make(eva, 'contacts', { name: 'Other', telephone: '+47 2' })
    const where = { subject: { equals: other } }
    await desk.payload.db.deleteMany({ collection: 'events', where })
    expect(await check()).toMatchObject({ holds: true })
  })
})

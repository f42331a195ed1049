import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MyDesk, WaitingGroup } from '../../src/desk/my-desk.ts'
import { accepted, act, change, make, paragraph, publish } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

let desk: Desk
let eva: Someone
let edo: Someone
let timo: Someone
let rita: Someone
let olga: Someone
let both: Someone
let mute: Someone
let ada: Someone
let contact: string
const names = new Map<string, string>()

async function release(who: Someone, headline: string, more: object = {}): Promise<string> {
  const id = await make(who, 'releases', {
    language: 'en',
    kind: 'news',
    headline,
    lead: 'A lead.',
    body: paragraph('A text.'),
    contacts: [contact],
    about: false,
    ...more,
  })
  names.set(id, headline)
  return `/api/releases/${id}`
}

async function translation(
  who: Someone,
  of: string,
  language: string,
  headline: string,
): Promise<string> {
  const id = await make(who, 'translations', {
    release: of.split('/').at(-1),
    language,
    headline,
    lead: 'Ingress.',
    body: paragraph('Tekst.'),
  })
  names.set(id, headline)
  return `/api/translations/${id}`
}

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  eva = await desk.person('Eva', ['editor'], ['en'])
  edo = await desk.person('Edo', ['editor'], ['en'])
  timo = await desk.person('Timo', ['translator'], ['nb', 'kk'])
  rita = await desk.person('Rita', ['reviewer'], ['en', 'nb'])
  olga = await desk.person('Olga', ['reviewer'], ['ru'])
  both = await desk.person('Both', ['editor', 'reviewer'], ['en'])
  mute = await desk.person('Mute', ['reviewer'], [])
  ada = await desk.person('Ada', ['administrator'])
  const admin = await desk.person('Mission', ['administrator'])
  accepted(
    await admin.rest('POST', '/api/globals/mission', {
      names: [{ language: 'en', name: 'Embassy' }],
      languages: ['en', 'nb'],
      defaultLanguage: 'en',
      timeZonePost: 'Europe/Oslo',
      timeZoneCapital: 'Asia/Almaty',
    }),
  )
  contact = await make(eva, 'contacts', { name: 'Press', telephone: '+47 1' })
  await publish(eva, rita, `/api/contacts/${contact}`)
  const parts = await make(eva, 'contacts', { name: 'New contact', telephone: '+47 2' })
  await act(eva, `/api/contacts/${parts}`, 'submit')

  await release(eva, 'Draft of Eva')
  const taken = await release(eva, 'Begun by Eva, changed by Edo')
  await change(edo, taken, { lead: 'Another lead.' })
  await act(eva, await release(eva, 'In review'), 'submit')
  await act(both, await release(both, 'In review, by Both'), 'submit')
  await act(eva, await release(eva, 'In review in Russian', { language: 'ru' }), 'submit')
  const returned = await release(eva, 'Returned')
  await act(edo, returned, 'submit')
  await act(rita, returned, 'return', { note: 'Name the cinema.' })
  const approved = await release(eva, 'Approved')
  await act(eva, approved, 'submit')
  await act(rita, approved, 'approve')
  for (const [name, at] of [
    ['Scheduled', '2026-03-12T09:00:00.000Z'],
    ['Scheduled late', '2026-06-01T09:00:00.000Z'],
  ] as const) {
    const path = await release(eva, name)
    await act(eva, path, 'submit')
    await act(rita, path, 'approve')
    await act(rita, path, 'schedule', { at })
  }
  await release(edo, 'Embargoed', { embargo: '2026-03-11T06:00:00.000Z' })
  await release(edo, 'Embargoed long', { embargo: '2026-05-11T06:00:00.000Z' })
  const live = await release(eva, 'Live')
  await publish(eva, rita, live)
  const nb = await translation(timo, live, 'nb', 'Utdatert')
  await publish(timo, rita, nb)
  await act(eva, live, 'revise')
  await change(eva, live, { lead: 'A better lead.' })
  await publish(eva, rita, live, { change: 'minor' })
  const whole = await release(eva, 'Live in all languages')
  await publish(eva, rita, whole)
  await translation(timo, whole, 'nb', 'Utkast')
  await translation(timo, whole, 'kk', 'Жоба')
})
afterAll(() => desk.close())

async function deskOf(who: Someone): Promise<MyDesk> {
  return accepted(await who.rest('GET', '/api/my-desk')).body as MyDesk
}

/** Each list, asked over REST with the very question of its address. */
async function agree(who: Someone): Promise<void> {
  for (const { lists } of (await deskOf(who)).groups)
    for (const { href, collection, count, items } of lists) {
      const query = href.slice(`/admin/collections/${collection}?`.length)
      const { body } = accepted(await who.rest('GET', `/api/${collection}?${query}`))
      expect(at(body, 'totalDocs'), href).toBe(count)
      const ids = (at(body, 'docs') as { id: string }[]).map(({ id }) => id)
      expect(ids.slice(0, items.length)).toEqual(items.map(({ id }) => id))
    }
}

const titles = ({ lists }: WaitingGroup) =>
  lists.flatMap(({ items }) => items.map(({ title }) => title))

describe('what waits for', () => {
  it.each<[string, () => Someone, Record<string, string[]>]>([
    [
      'the editor who wrote and submitted',
      () => eva,
      {
        returned: ['Returned'],
        draft: ['Draft of Eva'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    [
      'the editor who changed it last, or only submitted it',
      () => edo,
      {
        returned: ['Returned'],
        draft: ['Begun by Eva, changed by Edo', 'Embargoed', 'Embargoed long'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    [
      'the translator',
      () => timo,
      {
        renew: ['Utdatert'],
        draft: ['Utkast', 'Жоба'],
        // Begun in one of two languages.
        translate: ['Live'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    [
      'a reviewer of the language',
      () => rita,
      {
        review: ['In review', 'In review, by Both', 'New contact'],
        publish: ['Approved'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    [
      'a reviewer of another language',
      () => olga,
      {
        review: ['In review in Russian', 'New contact'],
        publish: ['Approved'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    [
      'a reviewer who wrote one of them',
      () => both,
      {
        review: ['In review', 'New contact'],
        publish: ['Approved'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    [
      'a reviewer who declares no language',
      () => mute,
      {
        review: ['New contact'],
        publish: ['Approved'],
        scheduled: ['Scheduled'],
        embargo: ['Embargoed'],
      },
    ],
    ['an administrator', () => ada, {}],
  ])('%s', async (_who, person, expected) => {
    const { groups, empty } = await deskOf(person())
    const found = Object.fromEntries(groups.map((group) => [group.group, titles(group).sort()]))
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([group, list]) => [group, [...list].sort()]),
      ),
    )
    expect(empty === null).toBe(groups.length > 0)
    for (const { count, lists } of groups)
      expect(count).toBe(lists.reduce((sum, list) => sum + list.count, 0))
  })

  it.each([() => eva, () => edo, () => timo, () => rita, () => olga, () => both, () => mute])(
    'somebody is what the lists behind it hold, in their order (%#)',
    (person) => agree(person()),
  )

  it('a reviewer is just what the rules let them approve', async () => {
    const { body } = await rita.rest('GET', '/api/releases?where[state][equals]=in-review')
    const inReview = (at(body, 'docs') as { id: string }[]).map(({ id }) => id)
    expect(inReview).toHaveLength(3)
    for (const who of [rita, olga, both]) {
      const { groups } = await deskOf(who)
      const listed = groups
        .flatMap(({ group, lists }) => (group === 'review' ? lists : []))
        .flatMap(({ items }) => items.map(({ id }) => id))
      for (const id of inReview) {
        const answer = await who.rest('GET', `/api/releases/${id}/actions`)
        const approve = (
          at(answer.body, 'actions') as { action: string; why?: { code: string }[] }[]
        ).find(({ action }) => action === 'approve')
        const closed = (approve?.why ?? []).some(({ code }) =>
          ['wrong-role', 'language-not-declared', 'own-work'].includes(code),
        )
        expect(listed.includes(id), `${who.name}: ${names.get(id)}`).toBe(!closed)
      }
    }
  })
})

it('says why a text came back, and from whom', async () => {
  const { groups } = await deskOf(eva)
  const [item] = groups.find(({ group }) => group === 'returned')?.lists[0]?.items ?? []
  expect(item).toMatchObject({
    title: 'Returned',
    note: 'Name the cinema.',
    who: 'Rita',
    since: '2026-03-10T09:00:00.000Z',
  })
})

it('tells the time of the post and of the capital', async () => {
  const { groups } = await deskOf(timo)
  const [item] = groups.find(({ group }) => group === 'scheduled')?.lists[0]?.items ?? []
  expect(item?.time).toBe(
    'Thursday 12 March at 10:00 (Oslo), that is Thursday 12 March at 14:00 (Almaty)',
  )
})

it('an empty desk has a friendly word and a way on', async () => {
  const { groups, empty, next } = await deskOf(ada)
  expect(groups).toEqual([])
  expect(empty).toContain('Nothing waits for you')
  expect(next.map(({ href }) => href)).toEqual(['/admin/collections/users'])
})

const openItem = (kind: string) =>
  desk.payload.db.create({
    collection: 'open-items',
    data: {
      kind,
      state: 'open',
      title: `About ${kind}`,
      language: 'en',
      subject: kind,
      of: 'release',
      family: kind,
      reason: 'It was late.',
      raisedAt: '2026-03-10T08:00:00.000Z',
      raisedByName: 'Clock',
      key: kind,
    },
  })

it('what the clock missed comes first, and a kind of open item that nobody foresaw is not lost', async () => {
  // MongoDB lets in no kind that the desk doesn’t know.
  const strange = process.env.TEST_DATABASE === 'mongodb' ? [] : ['emergency', 'unheard-of']
  for (const kind of ['proposed-update', 'clock-failure', ...strange]) await openItem(kind)
  const { groups } = await deskOf(both)
  expect(groups.slice(0, 1 + strange.length).map((group) => [group.group, titles(group)])).toEqual(
    [
      ['clock-failure', ['About clock-failure']],
      ['emergency', ['About emergency']],
      ['other-item', ['About unheard-of']],
    ].slice(0, 1 + strange.length),
  )
  expect(groups.at(-1)?.group).toBe('import')
  expect(groups[0]?.lists[0]?.items[0]).toMatchObject({
    note: 'It was late.',
    who: 'Clock',
    sinceIn: '1 hour ago',
  })
  await agree(both)
})

it.each(['nb', 'kk', 'ru'])('speaks %s', async (language) => {
  const headers = { 'Accept-Language': language }
  const { groups } = (await rita.rest('GET', '/api/my-desk', undefined, headers)).body as MyDesk
  const english = (await deskOf(rita)).groups.map(({ title }) => title)
  expect(groups.map(({ title }) => title).filter((title) => english.includes(title))).toEqual([])
})

it('a stranger has none', async () => {
  expect((await desk.stranger.rest('GET', '/api/my-desk')).status).toBe(401)
})

it('names as many texts one by one as its list can hold, and says so', async () => {
  for (let number = 1; number <= 55; number++)
    await publish(eva, rita, await release(eva, `Public ${number}`))
  const { groups } = await deskOf(timo)
  const group = groups.find((one) => one.group === 'translate')
  expect(group).toMatchObject({ count: 50, lists: [{ count: 50 }] })
  expect(group?.explains).toContain('50 at most')
  await agree(timo)
})

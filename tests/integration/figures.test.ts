import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LanguageFigures } from '../../src/desk/figures/languages.ts'
import { addToFigures } from '../../src/desk/figures/record.ts'
import { pause } from '../unit/server/helpers.ts'
import { accepted, act, change, make, paragraph, publish, rowOf } from './acts.ts'
import { type Desk, openDesk, type Someone } from './harness.ts'
import { openServer, type OpenServer } from './press-server.ts'
import { personWithoutRole } from './secret-room.ts'

/** Figures of the press room: counted by the server, kept as sums by edition and day, told to the desk. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let administrator: Someone
let opened: OpenServer
let contact: string

const day = '2026-03-10'
const agent = { 'user-agent': 'Mozilla/5.0 Firefox/140.0' }

beforeAll(async () => {
  desk = await openDesk()
  // Half past one at night in Almaty, five hours ahead: the day there counts.
  desk.clock.now = new Date('2026-03-09T20:30:00.000Z')
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  administrator = await desk.person('administrator', ['administrator'])
  accepted(
    await administrator.rest('POST', '/api/globals/mission', { timeZonePost: 'Asia/Almaty' }),
  )
  contact = await make(editor, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  opened = await openServer(desk, path.join(desk.mediaDir, '../assets'))
})
afterAll(async () => {
  opened.close()
  await desk.close()
})

async function release(headline: string) {
  const id = await make(editor, 'releases', {
    language: 'en',
    headline,
    lead: 'On Friday.',
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: paragraph('All about it.'),
    contacts: [contact],
    about: false,
  })
  await publish(editor, reviewer, `/api/releases/${id}`)
  return { id, path: `/api/releases/${id}`, address: `/en/releases/${headline.toLowerCase()}` }
}

async function look(address: string, times: number, headers: Record<string, string> = {}) {
  for (let n = 0; n < times; n += 1)
    await opened.get(address, { headers: { ...agent, ...headers } })
}

interface Report {
  days: { day: string; views: number; downloads: number; feeds: number }[]
  editions: { id: string; number: number; headline: string; views: number; downloads: number }[]
  feeds: { feed: string; fetches: number }[]
  sites: { site: string; views: number }[]
}

const figures = async (who: Someone, query = '') =>
  accepted(await who.rest('GET', `/api/figures${query}`)).body as unknown as Report
const rows = async () =>
  (
    await desk.payload.db.find<{ id: string; sums: string; writings: number }>({
      collection: 'tallies',
      limit: 0,
      pagination: false,
    })
  ).docs

describe('the figures of the press room', () => {
  it('are sums by edition and day, written once for any number of readers', async () => {
    const ferry = await release('Ferry')
    await look(ferry.address, 7, { referer: 'https://news.example/private/page?who=ola' })
    await look(`${ferry.address}.zip`, 2)
    await look('/en/feed.atom', 3)
    await look('/en/releases/nothing', 4)
    expect(await rows()).toEqual([])
    await opened.tally()
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    expect(row).toMatchObject({ day, writings: 1 })
    // Sums, and not a word more.
    expect(JSON.parse(row?.sums ?? '')).toEqual({
      views: { [await editionOf(ferry.id)]: 7 },
      downloads: { [await editionOf(ferry.id)]: 2 },
      feeds: { '/en/feed.atom': 3 },
      sites: { 'news.example': 7 },
    })
    const report = await figures(editor)
    expect(report.days).toEqual([{ day, views: 7, downloads: 2, feeds: 3 }])
    expect(report.editions).toMatchObject([
      { id: ferry.id, type: 'release', number: 1, headline: 'Ferry', views: 7, downloads: 2 },
    ])
    expect(report.sites).toEqual([{ site: 'news.example', views: 7 }])

    // A correction begins anew; what was taken back keeps what it had.
    await act(editor, ferry.path, 'revise')
    await change(editor, ferry.path, { headline: 'Ferry again' })
    await publish(editor, reviewer, ferry.path, { change: 'major', publicNote: 'A word.' })
    await look(ferry.address, 1)
    await opened.tally()
    await act(reviewer, ferry.path, 'retract', { explanation: 'No.' })
    // Until the server has heard of it.
    await pause(300)
    await look(ferry.address, 5)
    await opened.tally()
    expect((await figures(editor)).editions).toMatchObject([
      { number: 1, headline: 'Ferry', views: 7 },
      { number: 2, headline: 'Ferry again', views: 1 },
    ])
  })

  it('of two processes at once are added up', async () => {
    const bridge = await release('Bridge')
    const seen = () => ({
      views: new Map([[bridge.address, 10]]),
      downloads: new Map<string, number>(),
      feeds: new Map<string, number>(),
      sites: new Map<string, number>(),
    })
    const later = new Date('2026-03-12T08:00:00.000Z')
    await Promise.all(Array.from({ length: 5 }, () => addToFigures(desk.payload, seen(), later)))
    const { days } = await figures(editor, '?since=2026-03-12&until=2026-03-12')
    expect(days).toMatchObject([{ day: '2026-03-12', views: 50 }])
  })

  it('hold nothing of what was never public', async () => {
    const draft = await make(editor, 'releases', { language: 'en', headline: 'Draft' })
    const before = await rows()
    const seen = {
      views: new Map([['/en/releases/draft', 3]]),
      downloads: new Map([
        ['/files/images/made-up/full.jpg', 3],
        [`/files/documents/${draft}/draft.pdf`, 3],
        ['/en/releases/%zz.txt', 3],
      ]),
      feeds: new Map<string, number>(),
      sites: new Map<string, number>(),
    }
    await addToFigures(desk.payload, seen, desk.clock.now)
    expect(await rows()).toEqual(before)
  })

  it('are saved as a file that no spreadsheet program runs', async () => {
    const dash = await release('-1+2')
    await look('/en/releases/1-2', 1)
    await opened.tally()
    const answer = await desk.handle(
      new Request(`http://localhost/api/figures.csv?since=${day}&until=${day}`, {
        headers: { authorization: `JWT ${editor.token ?? ''}` },
      }),
    )
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const lines = (await answer.text()).split('\r\n')
    expect(lines[0]).toBe('\uFEFFday,what,name,language,number,count'.replace('\uFEFF', ''))
    expect(lines).toContain(`${day},view,Ferry,en,1,7`)
    expect(lines).toContain(`${day},site,news.example,,,7`)
    expect(lines).toContain(`${day},view,'-1+2,en,1,1`)
    expect(dash.id).not.toBe('')
  })

  it('tell whoever isn’t named nothing of a restricted text', async () => {
    const secret = await release('Tunnel')
    await look(secret.address, 4)
    await opened.tally()
    const before = await figures(editor, `?since=${day}&until=${day}`)
    expect(JSON.stringify(before)).toContain('Tunnel')
    const named = [editor.id, reviewer.id]
    accepted(await editor.rest('POST', `${secret.path}/restriction`, { people: named }))
    const told = await figures(administrator, `?since=${day}&until=${day}`)
    expect(JSON.stringify(told)).not.toContain('Tunnel')
    expect(told.days[0]?.views).toBe((before.days[0]?.views ?? 0) - 4)
    expect(await figures(editor, `?since=${day}&until=${day}`)).toEqual(before)
  })

  it.each([
    ['?since=yesterday', 422],
    ['?since=2026-03-02&until=2026-03-01', 422],
    ['?since=2020-01-01&until=2026-03-01', 422],
    ['?since=2026-03-01&where[x]=1', 422],
    ['?since=2026-03-01&until=2026-03-31', 200],
  ])('are asked for by days: %s', async (query, status) => {
    for (const route of ['figures', 'figures.csv'])
      expect((await editor.rest('GET', `/api/${route}${query}`)).status, route).toBe(status)
  })

  it('are nobody’s else', async () => {
    const guest = await personWithoutRole(desk, 'guest')
    for (const route of ['figures', 'figures.csv']) {
      const stranger = await desk.handle(new Request(`http://localhost/api/${route}`))
      expect(stranger.status, route).toBe(401)
      expect((await guest.rest('GET', `/api/${route}`)).status, route).toBe(403)
    }
    const [row] = await rows()
    for (const where of ['/api/tallies', `/api/tallies/${row?.id}`])
      expect((await administrator.rest('GET', where)).status, where).toBe(403)
    for (const method of ['PATCH', 'DELETE'])
      expect(
        (await administrator.rest(method, `/api/tallies/${row?.id}`, { writings: 0 })).status,
      ).toBe(403)
    expect(await rowOf(desk, 'tallies', row?.id ?? '')).toEqual(row)
  })

  it('stand still while the mission counts nothing', async () => {
    const quiet = await release('Quiet')
    const before = await rows()
    accepted(await administrator.rest('POST', '/api/globals/mission', { countsReaders: false }))
    await look(quiet.address, 3, { referer: 'https://news.example/' })
    await opened.tally()
    expect(await rows()).toEqual(before)
    accepted(await administrator.rest('POST', '/api/globals/mission', { countsReaders: true }))
    await look(quiet.address, 1)
    await opened.tally()
    expect(JSON.stringify(await figures(editor))).toContain('"Quiet","views":1')
  })
})

/** The edition that the public reads of a text. */
async function editionOf(subject: string): Promise<string> {
  const entry = await desk.payload.db.findOne<{ id: string; edition: string }>({
    collection: 'entries',
    where: { subject: { equals: subject } },
  })
  return entry?.edition ?? expect.unreachable()
}

async function translated(id: string, headline: string) {
  const translation = await make(editor, 'translations', {
    release: id,
    language: 'nb',
    headline,
    lead: 'På fredag.',
    datelinePlace: 'Oslo',
    body: paragraph('Alt om det.'),
  })
  await publish(editor, reviewer, `/api/translations/${translation}`)
}

describe('the figures of the languages', () => {
  const monthly = '?since=2026-05-01&until=2026-05-31'
  const languages = async (who: Someone, query = monthly) =>
    (
      accepted(await who.rest('GET', `/api/language-figures${query}`)).body as unknown as {
        languages: LanguageFigures[]
      }
    ).languages

  it('tell how much can be read, how long it took, what lags behind and what was signed for', async () => {
    accepted(
      await administrator.rest('POST', '/api/globals/mission', { languages: ['en', 'nb', 'kk'] }),
    )
    // The last minute of April and the first of May in Almaty.
    desk.clock.now = new Date('2026-04-30T18:59:00.000Z')
    await release('April')
    desk.clock.now = new Date('2026-04-30T19:00:00.000Z')
    const first = await release('May one')
    const second = await release('May two')
    await release('May three')
    desk.clock.now = new Date('2026-05-01T01:00:00.000Z')
    await translated(first.id, 'Mai en')
    desk.clock.now = new Date('2026-05-02T19:00:00.000Z')
    await translated(second.id, 'Mai to')
    await act(editor, second.path, 'revise')
    await change(editor, second.path, { lead: 'On Saturday.' })
    await act(editor, second.path, 'submit')
    await act(reviewer, second.path, 'approve')
    await act(reviewer, second.path, 'publish', { change: 'major', publicNote: 'It is Saturday.' })
    const [en, nb, kk] = await languages(editor)
    expect(en).toMatchObject({ language: 'en', releases: 3, readable: 3, translations: 0 })
    expect(nb).toMatchObject({ releases: 3, readable: 2, translations: 2, median: 6, upper: 48 })
    expect(nb).toMatchObject({ live: 2, stale: 1 })
    expect(kk).toMatchObject({ releases: 3, readable: 0, median: null, live: 0, waived: 0 })
  })

  it('count a warning that was signed for in the language of its text', async () => {
    const warned = await make(editor, 'releases', {
      language: 'en',
      headline: 'A br\u0456dge',
      lead: 'On Friday.',
      datelinePlace: 'Oslo',
      datelineDate: '2026-03-03T12:00:00.000Z',
      body: paragraph('All about it.'),
      contacts: [contact],
      about: false,
    })
    await act(editor, `/api/releases/${warned}`, 'submit')
    const before = (await languages(editor)).map(({ waived }) => waived)
    await act(reviewer, `/api/releases/${warned}`, 'waive', {
      requirement: 'one-script-per-word',
      reason: 'It is a name.',
    })
    const after = (await languages(editor)).map(({ waived }) => waived)
    expect(after).toEqual(before.map((count, at) => (at === 0 ? count + 1 : count)))
  })

  it('can be saved as a file, for a span that exists, by people of the desk', async () => {
    const response = await desk.handle(
      new Request(`http://localhost/api/language-figures.csv${monthly}`, {
        headers: { authorization: `JWT ${editor.token}` },
      }),
    )
    expect(response.headers.get('content-type')).toContain('text/csv')
    const [head, en] = (await response.text()).split('\r\n')
    expect(head).toContain('language,releases,readable,translations,median,upper')
    expect(en).toMatch(/^en,3,3,0,,,/)
    const wrong = await editor.rest(
      'GET',
      '/api/language-figures?since=2026-05-31&until=2026-05-01',
    )
    expect(wrong.status).toBe(422)
    const guest = await personWithoutRole(desk, 'another-guest')
    for (const path of ['/api/language-figures', '/api/language-figures.csv']) {
      expect((await desk.stranger.rest('GET', path)).status).toBe(401)
      expect((await guest.rest('GET', path)).status).toBe(403)
    }
  })
})

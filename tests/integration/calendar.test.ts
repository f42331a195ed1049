import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '../../src/desk/calendar-view.ts'
import type { Reader } from '../../src/desk/desk-lists.ts'
import type { Role } from '../../src/workflow/states.ts'
import { accepted, act, change, make, paragraph, publish } from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'
import { readCalendar } from '../standards/icalendar.ts'

let desk: Desk
let eva: Someone
let rita: Someone
let contact: string

/** Both changes of the clocks of Europe/Oslo in one autumn and spring, and none in Almaty. */
const autumn = '2026-10-20T09:00:00.000Z'

async function release(headline: string, more: object = {}): Promise<string> {
  const id = await make(eva, 'releases', {
    language: 'en',
    kind: 'news',
    headline,
    lead: 'A lead.',
    body: paragraph('A text.'),
    contacts: [contact],
    about: false,
    ...more,
  })
  return `/api/releases/${id}`
}

async function scheduled(headline: string, at: string): Promise<string> {
  const path = await release(headline)
  await act(eva, path, 'submit')
  await act(rita, path, 'approve')
  await act(rita, path, 'schedule', { at })
  return path
}

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date(autumn)
  eva = await desk.person('Eva', ['editor'])
  rita = await desk.person('Rita', ['reviewer'])
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
  await publish(eva, rita, await release('Published today'))
  await release('Under embargo', { embargo: '2026-10-31T23:00:00.000Z' })
  await release('Ends in October', { embargo: '2026-10-31T22:59:00.000Z' })
  // Half past two comes twice on 25 October.
  await scheduled('First half past two', '2026-10-25T00:30:00.000Z')
  await scheduled('Second half past two', '2026-10-25T01:30:00.000Z')
  await scheduled('The last minute of that day', '2026-10-25T22:59:00.000Z')
})
afterAll(() => desk.close())

function reader(who: Someone, roles: Role[]): Reader {
  return {
    payload: desk.payload,
    user: { id: who.id, roles, collection: 'users' },
    actor: { id: who.id, name: who.name, roles, writes: [], reviews: [] },
    now: desk.clock.now,
  }
}

async function month(asked: string | undefined): Promise<Record<string, string[]>> {
  const { days } = await calendarOf(reader(eva, ['editor']), asked, 'en')
  return Object.fromEntries(
    days.map(({ day, lines }) => [
      day,
      lines.map(({ time, what, headline, capital }) => `${time} ${what}: ${headline} | ${capital}`),
    ]),
  )
}

describe('the calendar of a month', () => {
  it('is that of the post, right across the change of the clocks', async () => {
    expect(await month('2026-10')).toEqual({
      '2026-10-20': ['11:00 Published: Published today | 14:00 Almaty'],
      '2026-10-25': [
        '02:30 Goes out: First half past two | 05:30 Almaty',
        '02:30 Goes out: Second half past two | 06:30 Almaty',
        '23:59 Goes out: The last minute of that day | Monday 26 October, 03:59 Almaty',
      ],
      '2026-10-31': ['23:59 Embargo ends: Ends in October | Sunday 1 November, 03:59 Almaty'],
    })
    expect(await month('2026-11')).toEqual({
      '2026-11-01': ['00:00 Embargo ends: Under embargo | 04:00 Almaty'],
    })
  })

  it('is this month when none is asked for, and knows today', async () => {
    const view = await calendarOf(reader(eva, ['editor']), undefined, 'nb')
    expect(view.month).toBe('2026-10')
    expect(view.name).toBe('oktober 2026')
    expect(view.weeks.flat().filter((day) => day?.today)).toMatchObject([{ day: '2026-10-20' }])
    expect([view.before.month, view.after.month]).toEqual(['2026-09', '2026-11'])
  })

  it('shows a correction with its edition, and nothing that was retracted', async () => {
    const path = await release('Twice', { datelineDate: '2026-09-01T12:00:00.000Z' })
    desk.clock.now = new Date('2026-09-01T09:00:00.000Z')
    await publish(eva, rita, path)
    desk.clock.now = new Date('2026-09-03T09:00:00.000Z')
    await act(eva, path, 'revise')
    await change(eva, path, { lead: 'A better lead.' })
    await publish(eva, rita, path, { change: 'minor' })
    const editions = async () => {
      const { days } = await calendarOf(reader(eva, ['editor']), '2026-09', 'en')
      return days.map(({ day, lines }) => [day, lines.map(({ edition }) => edition)])
    }
    expect(await editions()).toEqual([
      ['2026-09-01', ['']],
      ['2026-09-03', ['Edition 2']],
    ])
    await act(rita, path, 'withdraw', { explanation: 'Old.' })
    const { days } = await calendarOf(reader(eva, ['editor']), '2026-09', 'en')
    expect(days.flatMap(({ lines }) => lines.map(({ state }) => state))).toEqual([
      'withdrawn',
      'withdrawn',
    ])
    await act(rita, path, 'retract', { explanation: 'Wrong.' })
    expect(await editions()).toEqual([])
    desk.clock.now = new Date(autumn)
  })

  it('shows nothing to whoever has no role', async () => {
    await expect(calendarOf(reader(eva, []), '2026-10', 'en')).rejects.toThrow(/not allowed/)
  })
})

async function addressOf(who: Someone, headlines = false): Promise<string> {
  const answer = await who.rest('POST', '/api/my-calendar', { headlines })
  expect(answer.status).toBe(201)
  const address = at(answer.body, 'address') as string
  expect(address).toMatch(/^http:\/\/localhost:3000\/api\/calendar\/[\w-]{43}\.ics$/)
  return address.slice(serverUrl.length)
}

const status = async (path: string) => (await desk.stranger.rest('GET', path)).status

async function feed(path: string) {
  const response = await desk.handle(new Request(serverUrl + path))
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  })
  const text = await response.text()
  const { events } = readCalendar(text)
  return { text, byUid: new Map(events.map((event) => [event.get('UID') ?? '', event])) }
}

describe('the calendar behind a secret address', () => {
  it('tells times and languages, and no headline', async () => {
    const { text, byUid } = await feed(await addressOf(eva))
    expect(
      [...byUid.values()].map((event) => [event.get('DTSTART'), event.get('SUMMARY')]),
    ).toEqual([
      ['20261020T090000Z', 'Published: Release (English)'],
      ['20261025T003000Z', 'Goes out: Release (English)'],
      ['20261025T013000Z', 'Goes out: Release (English)'],
      ['20261025T225900Z', 'Goes out: Release (English)'],
      ['20261031T225900Z', 'Embargo ends: Release (English)'],
      ['20261031T230000Z', 'Embargo ends: Release (English)'],
    ])
    expect(text).not.toMatch(/half past|Under embargo|Published today/)
  })

  it('tells headlines when that was asked for', async () => {
    const { text } = await feed(await addressOf(eva, true))
    expect(text).toContain('First half past two (English)')
  })

  it('keeps the hash of the secret, and not the secret', async () => {
    const path = await addressOf(eva)
    const secret = path.split('/').at(-1)?.replace('.ics', '') ?? ''
    const { docs } = await desk.payload.db.find({ collection: 'calendar-feeds' })
    expect(docs).toHaveLength(1)
    expect(JSON.stringify(docs)).not.toContain(secret)
    const { body } = await eva.rest('GET', '/api/my-calendar')
    expect(body).toEqual({ feed: { headlines: false, madeAt: autumn } })
  })

  it('keeps the event when a time is moved, taken back, set again and kept', async () => {
    const address = await addressOf(eva)
    const path = await scheduled('Moved', '2026-11-05T08:00:00.000Z')
    const uid = `release-${path.split('/').at(-1)}-1@localhost`
    const seen: [string | undefined, string | undefined, number][] = []
    const look = async () => {
      const event = (await feed(address)).byUid.get(uid)
      seen.push([event?.get('STATUS'), event?.get('DTSTART'), Number(event?.get('SEQUENCE'))])
    }
    await look()
    await act(rita, path, 'unschedule')
    await look()
    await act(rita, path, 'schedule', { at: '2026-11-06T08:00:00.000Z' })
    await look()
    await act(rita, path, 'unschedule')
    await act(rita, path, 'publish')
    await look()
    expect(seen.map(([status, start]) => [status, start])).toEqual([
      ['TENTATIVE', '20261105T080000Z'],
      ['CANCELLED', '20261020T090000Z'],
      ['TENTATIVE', '20261106T080000Z'],
      ['CONFIRMED', '20261020T090000Z'],
    ])
    const numbers = seen.map(([, , sequence]) => sequence)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  it('is gone when its owner takes it back, and the old one when there is another', async () => {
    const first = await addressOf(eva)
    const second = await addressOf(eva)
    expect([await status(first), await status(second)]).toEqual([404, 200])
    accepted(await eva.rest('DELETE', '/api/my-calendar'))
    expect(await status(second)).toBe(404)
    expect((await eva.rest('GET', '/api/my-calendar')).body).toEqual({ feed: null })
    accepted(await eva.rest('DELETE', '/api/my-calendar'))
  })

  it('answers everybody else alike, and changes nothing', async () => {
    const revoked = await addressOf(eva)
    accepted(await eva.rest('DELETE', '/api/my-calendar'))
    const left = await desk.person('Left', ['editor'])
    const lost = await addressOf(left)
    const where = { id: { equals: left.id } }
    const row = await desk.payload.db.findOne<{ id: string }>({ collection: 'users', where })
    await desk.payload.db.updateOne({
      collection: 'users',
      id: left.id,
      data: { ...row, roles: [] },
    })
    const secret = lost.split('/').at(-1) ?? ''
    const ways = [
      revoked,
      lost,
      `/api/calendar/${'A'.repeat(43)}.ics`,
      '/api/calendar/x.ics',
      '/api/calendar/.ics',
      `/api/calendar/${secret.replace('.ics', '')}`,
      `/api/calendar/${secret}?where[id][exists]=true`,
    ]
    const answers = new Set<string>()
    const changed = await changedBy(desk, async () => {
      for (const path of ways) {
        const { status, body } = await desk.stranger.rest('GET', path)
        answers.add(`${status} ${JSON.stringify(body)}`)
      }
    })
    expect([...answers]).toEqual([
      '404 {"errors":[{"message":"There is no such document.","data":null}]}',
    ])
    expect(changed).toEqual([])
  })

  it.each([{}, { headlines: 'yes' }, { headlines: true, person: 'somebody else' }])(
    'isn’t made by %j',
    async (body) => {
      const changed = await changedBy(desk, async () => {
        expect((await rita.rest('POST', '/api/my-calendar', body)).status).toBe(422)
      })
      expect(changed).toEqual([])
    },
  )

  it('is made once when it is asked for many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => rita.rest('POST', '/api/my-calendar', { headlines: false })),
    )
    const statuses = await Promise.all(
      answers.map(async ({ body }) => {
        const path = (at(body, 'address') as string).slice(serverUrl.length)
        return (await desk.stranger.rest('GET', path)).status
      }),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })
})

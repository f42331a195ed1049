import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDue, startClock } from '../../src/desk/clock.ts'
import { chosenMoment } from '../../src/workflow/zoned-time.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { act, accepted, change, make, paragraph, publish } from './acts.ts'
import { openAt } from './crash-desk.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** What is scheduled goes out at its time, once, or comes back with a reason. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let administrator: Someone
let contact: string

const ten = '2031-03-06T10:00:00.000Z'
const before = new Date('2031-03-06T09:59:59.999Z')
const onTime = new Date('2031-03-06T10:00:02.000Z')

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2031-03-05T12:00:00.000Z')
  editor = await desk.person('Eva', ['editor'])
  reviewer = await desk.person('Rita', ['reviewer'])
  administrator = await desk.person('Ada', ['administrator'])
  contact = await published('contacts', { name: 'Mira', email: 'press@mission.example' })
})
afterAll(() => desk.close())

async function published(collection: string, data: object): Promise<string> {
  const id = await make(editor, collection, data)
  await publish(editor, reviewer, `/api/${collection}/${id}`)
  return id
}

async function approved(more: object = {}): Promise<string> {
  const path = `/api/releases/${await make(editor, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'A bridge opens',
    lead: 'It opens on Friday.',
    body: paragraph('Everybody may cross it.'),
    contacts: [contact],
    about: false,
    ...more,
  })}`
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
  return path
}

async function approvedTranslation(release: string): Promise<string> {
  const path = `/api/translations/${await make(editor, 'translations', {
    release: idOf(release),
    language: 'nb',
    headline: 'En bro åpner',
    lead: 'Den åpner på fredag.',
    body: paragraph('Alle kan gå over den.'),
  })}`
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
  return path
}

const idOf = (path: string) => path.split('/').at(-1) ?? ''
const schedule = (path: string, more: object = {}) =>
  act(reviewer, path, 'schedule', { at: ten, ...more })
const docOf = async (path: string) => accepted(await editor.rest('GET', path)).body

async function eventsOf(path: string) {
  const { docs } = await desk.payload.db.find<Record<string, unknown> & { id: string }>({
    collection: 'events',
    where: { subject: { equals: idOf(path) } },
    sort: 'number',
    limit: 0,
    pagination: false,
  })
  return docs
}

async function editionsOf(path: string) {
  const { docs } = await desk.payload.db.find<Record<string, unknown> & { id: string }>({
    collection: 'editions',
    where: { subject: { equals: idOf(path) } },
    sort: 'number',
    limit: 0,
    pagination: false,
  })
  return docs
}

describe('a text whose time has come', () => {
  it('is public from then on, and not before', async () => {
    const path = await approved()
    await schedule(path)
    expect(await publishDue(desk.payload, before)).toEqual({ published: 0, missed: 0 })
    expect(await docOf(path)).toMatchObject({ state: 'scheduled', standing: 'none' })
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 1, missed: 0 })
    expect(await docOf(path)).toMatchObject({
      state: 'published',
      standing: 'live',
      edition: 1,
      scheduledFor: null,
    })
    const [edition, ...more] = await editionsOf(path)
    expect(more).toEqual([])
    expect(edition).toMatchObject({ publishedBy: 'clock', approvedBy: reviewer.id, number: 1 })
    expect((await eventsOf(path)).at(-1)).toMatchObject({
      what: 'publish',
      from: 'scheduled',
      to: 'published',
      actor: 'clock',
      note: '',
    })
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 0, missed: 0 })
  })

  // Moments in UTC as an almanac gives them: Norway's clocks change on 29 March and 25 October 2026, Kazakhstan's never.
  it.each([
    [
      'the last hours of winter time in Oslo',
      '2026-03-28T10:00',
      'Europe/Oslo',
      '2026-03-28T09:00',
    ],
    ['the first of summer time', '2026-03-29T03:00', 'Europe/Oslo', '2026-03-29T01:00'],
    ['the first of two hours', '2026-10-25T02:30#1', 'Europe/Oslo', '2026-10-25T00:30'],
    ['the second of two hours', '2026-10-25T02:30#2', 'Europe/Oslo', '2026-10-25T01:30'],
    ['the first morning of winter time', '2026-10-25T10:00', 'Europe/Oslo', '2026-10-25T09:00'],
    ['a morning in March in Almaty', '2026-03-29T10:00', 'Asia/Almaty', '2026-03-29T05:00'],
    ['a morning in October in Almaty', '2026-10-25T10:00', 'Asia/Almaty', '2026-10-25T05:00'],
  ])('goes out at %s', async (_when, wall, zone, utc) => {
    const now = desk.clock.now
    desk.clock.now = new Date('2026-03-01T12:00:00.000Z')
    const path = await approved()
    await schedule(path, { at: chosenMoment(wall, zone) })
    desk.clock.now = now
    const due = Date.parse(`${utc}:00.000Z`)
    expect((await publishDue(desk.payload, new Date(due - 1))).published).toBe(0)
    expect((await publishDue(desk.payload, new Date(due))).published).toBe(1)
    expect(await docOf(path)).toMatchObject({ state: 'published' })
  })

  it('goes out after the process was down, marked as late', async () => {
    const path = await approved()
    await schedule(path)
    await publishDue(desk.payload, new Date('2031-03-06T13:30:00.000Z'))
    expect(await docOf(path)).toMatchObject({ state: 'published' })
    expect(await lastNote(path, 'en')).toBe('Late: it was due at 2031-03-06 10:00 UTC.')
    expect(await lastNote(path, 'ru')).toMatch(/^С опозданием.*2031.*UTC\.$/)
  })

  it('goes out once, whichever of several processes looks', async () => {
    const paths = [await approved(), await approved(), await approved()]
    for (const path of paths) await schedule(path)
    const others = await Promise.all(
      [1, 2].map(() => openAt({ ...desk, now: onTime.toISOString() })),
    )
    const payloads: Payload[] = [desk.payload, ...others.map(({ payload }) => payload)]
    await Promise.all(payloads.map((payload) => publishDue(payload, onTime)))
    for (const path of paths) {
      expect(await docOf(path)).toMatchObject({ state: 'published', edition: 1 })
      expect(await editionsOf(path)).toHaveLength(1)
      expect((await eventsOf(path)).filter(({ what }) => what === 'publish')).toHaveLength(1)
    }
    for (const { payload } of others) await payload.destroy()
  })

  it('goes out before its translation, and with it', async () => {
    const release = await approved()
    const translation = await approvedTranslation(release)
    await schedule(translation)
    await schedule(release)
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 2, missed: 0 })
    const [edition] = await editionsOf(release)
    expect((await editionsOf(translation))[0]).toMatchObject({ madeFrom: edition?.fingerprint })
  })

  it('carries what was said of the correction when it was scheduled', async () => {
    const path = await approved()
    await act(reviewer, path, 'publish')
    await act(editor, path, 'revise')
    await change(editor, path, { headline: 'Two bridges open' })
    await act(editor, path, 'submit')
    await act(reviewer, path, 'approve')
    const revision = at(await docOf(path), 'revision')
    const silent = await reviewer.rest('POST', `${path}/actions/schedule`, { revision, at: ten })
    expect(silent.status).toBe(422)
    expect(at(silent.body, 'errors', 0, 'message')).toContain('Kind of change')
    expect(await docOf(path)).toMatchObject({ state: 'approved', revision })
    await schedule(path, { change: 'major', publicNote: 'There are two.' })
    await publishDue(desk.payload, onTime)
    expect((await editionsOf(path)).at(-1)).toMatchObject({
      number: 2,
      change: 'major',
      publicNote: 'There are two.',
    })
  })
})

/** A text that missed its time because its contact went. Returns its path. */
async function missed(): Promise<string> {
  const lone = await published('contacts', { name: 'Ola', email: 'ola@mission.example' })
  const path = await approved({ contacts: [lone] })
  await schedule(path)
  await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'He left.' })
  expect(await publishDue(desk.payload, onTime)).toEqual({ published: 0, missed: 1 })
  return path
}

const failureOf = (path: string) =>
  desk.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'open-items',
    where: { subject: { equals: idOf(path) }, kind: { equals: 'clock-failure' } },
  })

/** What the timeline says of the last act, to somebody who reads it in this language. */
async function lastNote(path: string, language: string): Promise<unknown> {
  const answer = await editor.rest('GET', `${path}/timeline`, undefined, {
    'Accept-Language': language,
  })
  return (at(accepted(answer).body, 'events') as { note: string }[]).at(-1)?.note
}

/** Every reason that stands on the editor's first page beside a text of this headline. */
async function myDeskSays(headline: string, language: string): Promise<unknown[]> {
  const answer = await editor.rest('GET', '/api/my-desk', undefined, {
    'Accept-Language': language,
  })
  const groups = at(accepted(answer).body, 'groups') as {
    lists: { items: { title: string; note: string }[] }[]
  }[]
  return groups
    .flatMap(({ lists }) => lists.flatMap(({ items }) => items))
    .filter(({ title }) => title.includes(headline))
    .map(({ note }) => note)
}

describe('a text that can’t be published at its time', () => {
  it('is approved again, with the reasons in its timeline, and stays out of the press room', async () => {
    const lone = await published('contacts', { name: 'Olav', email: 'olav@mission.example' })
    const path = await approved({ contacts: [lone] })
    await schedule(path)
    await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'He left.' })
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 0, missed: 1 })
    expect(await docOf(path)).toMatchObject({
      state: 'approved',
      standing: 'none',
      edition: 0,
      scheduledFor: null,
    })
    expect(await editionsOf(path)).toEqual([])
    const last = (await eventsOf(path)).at(-1)
    expect(last).toMatchObject({ what: 'miss', actor: 'clock', from: 'scheduled', to: 'approved' })
    expect(await lastNote(path, 'en')).toContain('Olav')
    expect(await lastNote(path, 'nb')).toMatch(/rettes først.*Olav/)
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 0, missed: 0 })
    const item = await failureOf(path)
    expect(item).toMatchObject({ state: 'open', title: 'A bridge opens' })
    for (const language of ['en', 'nb'])
      expect(await myDeskSays('A bridge opens', language)).toContain(await lastNote(path, language))
    expect(new Date(String(item?.versionAt)).toISOString()).toBe(ten)
  })

  it.each([
    ['an editor', () => editor, 200],
    ['a reviewer', () => reviewer, 200],
    ['an administrator', () => administrator, 403],
  ])('raises an open item that may be dismissed by %s: %#', async (_who, who, status) => {
    const path = await missed()
    const item = await failureOf(path)
    const answer = await who().rest('POST', `/api/open-items/${item?.id}/actions/dismiss`, {
      note: 'We called him.',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    expect((await failureOf(path))?.state).toBe(status === 200 ? 'dismissed' : 'open')
    const taken = await editor.rest('POST', `/api/open-items/${item?.id}/actions/take-over`, {
      revision: at(await docOf(path), 'revision'),
    })
    expect(taken.status).toBeGreaterThanOrEqual(403)
  })

  it('is nobody’s concern any more once somebody decided what comes of it', async () => {
    const path = await missed()
    await act(editor, path, 'reopen')
    expect(await failureOf(path)).toMatchObject({ state: 'overtaken', settledByName: 'Eva' })
  })

  it('takes along the translation that was to follow it', async () => {
    const lone = await published('contacts', { name: 'Liv', email: 'liv@mission.example' })
    const release = await approved({ contacts: [lone] })
    const translation = await approvedTranslation(release)
    await schedule(release)
    await schedule(translation)
    await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'She left.' })
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 0, missed: 2 })
    expect(await lastNote(translation, 'en')).toContain('The release isn’t public')
  })
})

describe('the time of a scheduled text', () => {
  it('is the clock’s: nobody publishes before it without taking the time back', async () => {
    const path = await approved()
    await schedule(path)
    const revision = at(await docOf(path), 'revision')
    const early = await reviewer.rest('POST', `${path}/actions/publish`, { revision })
    expect(early.status).toBe(409)
    expect(await docOf(path)).toMatchObject({ state: 'scheduled', revision })
    await act(reviewer, path, 'unschedule')
    await act(reviewer, path, 'publish')
    expect(await publishDue(desk.payload, onTime)).toEqual({ published: 0, missed: 0 })
    expect(await editionsOf(path)).toHaveLength(1)
  })

  it.each(['editor', 'reviewer', 'administrator'])('can’t be missed by hand: %s', async (role) => {
    const path = await approved()
    await schedule(path)
    const who = await desk.person(`by-hand-${role}`, [role])
    const revision = at(await docOf(path), 'revision')
    const answer = await who.rest('POST', `${path}/actions/miss`, { revision, note: 'x' })
    expect(answer.status).toBe(404)
    expect(await docOf(path)).toMatchObject({ state: 'scheduled', revision })
    const { body } = await who.rest('GET', `${path}/actions`)
    expect(JSON.stringify(body)).not.toContain('"miss"')
    await act(reviewer, path, 'unschedule')
  })
})

it('the clock looks at once when it starts, and stands still once it is stopped', async () => {
  const path = await approved()
  await schedule(path)
  const stop = startClock(desk.payload, () => onTime, 50)
  await expect
    .poll(async () => at(await docOf(path), 'state'), { timeout: 20_000 })
    .toBe('published')
  await stop()
  const another = await approved()
  await schedule(another)
  await new Promise((done) => setTimeout(done, 200))
  expect(await docOf(another)).toMatchObject({ state: 'scheduled' })
})

it('and the record is whole', async () => {
  expect(problemsOf(await verify(desk.payload))).toEqual([])
})

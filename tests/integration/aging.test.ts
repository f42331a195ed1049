import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MyDesk } from '../../src/desk/my-desk.ts'
import { endDue } from '../../src/desk/endings.ts'
import { publishDue, startClock } from '../../src/desk/clock.ts'
import { finishAll } from '../../src/desk/finish.ts'
import { recheckDue } from '../../src/desk/rechecks.ts'
import { remindDue } from '../../src/desk/reminders.ts'
import { openItemView } from '../../src/exchange/open-item-view.ts'
import type { Person } from '../../src/workflow/situation.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { act, accepted, change, make, paragraph, publish, revisionOf, rowOf } from './acts.ts'
import { openAt } from './crash-desk.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { before } from './standstill.ts'
import { wholeDatabase } from './whole-database.ts'

/** Live texts that age: looked at again, reminded of, ended, and checked every week. */

let desk: Desk
let editor: Someone
let translator: Someone
let reviewer: Someone
let second: Someone
let contact: string

/** A winter morning in Oslo, two weeks before the clocks change there. */
const start = new Date('2031-03-17T08:00:00.000Z')
const set = (moment: string): Date => (desk.clock.now = new Date(moment))

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = start
  editor = await desk.person('Eva', ['editor'])
  translator = await desk.person('Timo', ['translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  second = await desk.person('Sara', ['reviewer'], ['nb', 'kk'])
  const administrator = await desk.person('Ada', ['administrator'])
  accepted(
    await administrator.rest('POST', '/api/globals/mission', {
      names: [{ language: 'en', name: 'Embassy' }],
      languages: ['en', 'nb', 'kk'],
      defaultLanguage: 'en',
      timeZonePost: 'Europe/Oslo',
      timeZoneCapital: 'Asia/Almaty',
    }),
  )
  contact = await newContact('Mira')
})
afterAll(() => desk.close())
afterEach(async () => {
  // What one test published ages in no other one.
  const never = '2099-01-01T00:00:00.000Z'
  for (const collection of ['releases', 'translations'] as const)
    await desk.payload.db.updateMany({
      collection,
      where: {},
      data: {
        recheckAt: never,
        ...(collection === 'releases'
          ? { liveReviewBy: null, liveEndsAt: null, remindAt: null }
          : {}),
      },
    })
  await desk.payload.db.deleteMany({ collection: 'outbox', where: {} })
  desk.clock.now = start
})

const pathOf = (id: string) => `/api/releases/${id}`
const idOf = (path: string) => path.split('/').at(-1) ?? ''

async function newContact(name: string): Promise<string> {
  const id = await make(editor, 'contacts', { name, email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${id}`)
  return id
}

async function draft(more: object = {}): Promise<string> {
  return pathOf(
    await make(editor, 'releases', {
      language: 'en',
      kind: 'consular-notice',
      headline: 'The consulate is closed',
      lead: 'It opens again soon.',
      body: paragraph('Come back later.'),
      contacts: [contact],
      about: false,
      reviewBy: '2031-03-28',
      ...more,
    }),
  )
}

async function live(more: object = {}): Promise<string> {
  const path = await draft(more)
  await firstEdition(editor, path)
  return path
}

/** Of what nobody has touched since it was made. */
async function firstEdition(author: Someone, path: string): Promise<void> {
  const steps = [
    [author, 'submit'],
    [reviewer, 'approve'],
    [reviewer, 'publish'],
  ] as const
  for (const [index, [who, action]] of steps.entries())
    accepted(await who.rest('POST', `${path}/actions/${action}`, { revision: index + 1 }))
}

async function translated(release: string, language: string, headline: string): Promise<string> {
  const path = `/api/translations/${await make(translator, 'translations', {
    release: idOf(release),
    language,
    headline,
    lead: headline,
    body: paragraph(headline),
  })}`
  await firstEdition(translator, path)
  return path
}

const release = (path: string) => rowOf(desk, 'releases', idOf(path))
const day = (value: unknown) => new Date(String(value)).toISOString().slice(0, 10)
const stillRight = async (who: Someone, path: string, reviewBy: unknown) =>
  who.rest('POST', `${path}/actions/still-right`, {
    revision: await revisionOf(reviewer, path),
    reviewBy,
  })

/** Past the rules. */
const write = (path: string, data: object) =>
  desk.payload.db.updateOne({
    collection: 'releases',
    where: { id: { equals: idOf(path) } },
    data: { ...data },
    options: { atomic: true },
  })

interface Row {
  id: string
  [column: string]: unknown
}
async function rows(collection: 'events' | 'outbox' | 'entries' | 'open-items', where: object) {
  const { docs } = await desk.payload.db.find<Row>({
    collection,
    where: where as never,
    sort: 'createdAt',
    pagination: false,
  })
  return docs
}
const eventsOf = (path: string) => rows('events', { subject: { equals: idOf(path) } })
const mails = async () =>
  (await rows('outbox', { what: { like: 'review' } }))
    .map(({ what, receiverName }) => `${String(what)} ${String(receiverName)}`)
    .sort()
const entryOf = async (path: string) =>
  (await rows('entries', { subject: { equals: idOf(path) } }))[0] ?? expect.unreachable()

describe('a notice', () => {
  it('needs the day by which it is to be looked at again before it is submitted', async () => {
    const path = await draft({ reviewBy: null })
    const untouched = await wholeDatabase(desk)
    const revision = await revisionOf(editor, path)
    const answer = await editor.rest('POST', `${path}/actions/submit`, { revision })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain('Enter the day by which the text is to be')
    expect(await wholeDatabase(desk)).toBe(untouched)
    await change(editor, path, { reviewBy: '2031-03-17' })
    const today = await editor.rest('POST', `${path}/actions/submit`, { revision: revision + 1 })
    expect(today.status).toBe(422)
    await change(editor, path, { reviewBy: '2031-03-18T12:00:00.000Z' })
    await act(editor, path, 'submit')
  })

  it('counts from its publication on, until the next edition says otherwise', async () => {
    const path = await live({ endsAt: '2031-04-30T10:00:00.000Z' })
    const first = await release(path)
    expect(day(first.liveReviewBy)).toBe('2031-03-28')
    // A week before, at seven in Oslo.
    expect(new Date(String(first.remindAt)).toISOString()).toBe('2031-03-21T06:00:00.000Z')
    await act(editor, path, 'revise')
    await change(editor, path, { reviewBy: '2031-04-15', endsAt: null, about: true })
    expect(await release(path)).toMatchObject({
      liveReviewBy: first.liveReviewBy,
      liveEndsAt: first.liveEndsAt,
    })
    await publish(editor, reviewer, path, { change: 'minor' })
    const after = await release(path)
    expect(day(after.liveReviewBy)).toBe('2031-04-15')
    expect(after.liveEndsAt ?? null).toBeNull()
  })

  it('keeps what counts when an older version is restored', async () => {
    const path = await live({ endsAt: '2031-04-30T10:00:00.000Z' })
    const before = await release(path)
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'It opens again.' })
    const asked = `/api/releases/versions?where[parent][equals]=${idOf(path)}&sort=createdAt`
    const version = at((await editor.rest('GET', asked)).body, 'docs', 0, 'id')
    accepted(await editor.rest('POST', `/api/releases/versions/${String(version)}`))
    const row = await release(path)
    expect(row.lead).toBe(before.lead)
    for (const name of ['liveReviewBy', 'liveEndsAt', 'remindAt', 'recheckAt'])
      expect(row[name], name).toEqual(before[name])
  })

  it('takes nothing along into a copy', async () => {
    const path = await live()
    const copy = at(
      accepted(await editor.rest('POST', `/api/releases/${idOf(path)}/duplicate`, {})).body,
      'doc',
      'id',
    )
    const row = await rowOf(desk, 'releases', String(copy))
    for (const name of ['liveReviewBy', 'liveEndsAt', 'remindAt', 'recheckAt'])
      expect(row[name] ?? null, name).toBeNull()
  })

  it('keeps what the workflow says of it, whatever a request says', async () => {
    const path = await draft()
    await change(editor, path, {
      liveReviewBy: '2031-12-24T12:00:00.000Z',
      liveEndsAt: '2031-12-24T12:00:00.000Z',
      remindAt: '2031-12-24T12:00:00.000Z',
      recheckAt: '2031-12-24T12:00:00.000Z',
    })
    const row = await release(path)
    for (const name of ['liveReviewBy', 'liveEndsAt', 'remindAt', 'recheckAt'])
      expect(row[name] ?? null, name).toBeNull()
  })
})

describe('“reviewed, still right”', () => {
  it('is one act: a new day, who said so, and not one other word', async () => {
    const path = await live()
    const published = await release(path)
    const [entry, count] = [await entryOf(path), (await eventsOf(path)).length]
    accepted(await stillRight(reviewer, path, '2031-05-05'))
    const row = await release(path)
    expect(day(row.liveReviewBy)).toBe('2031-05-05')
    // Where the next edition starts from.
    expect(day(row.reviewBy)).toBe('2031-05-05')
    expect(row).toMatchObject({
      state: 'published',
      revision: Number(published.revision) + 1,
      edition: 1,
      approvedBy: published.approvedBy,
      approvedFingerprint: published.approvedFingerprint,
      headline: published.headline,
    })
    expect(await entryOf(path)).toEqual(entry)
    const events = await eventsOf(path)
    expect(events).toHaveLength(count + 1)
    const last = events.at(-1)
    expect(last).toMatchObject({
      what: 'still-right',
      actor: reviewer.id,
      from: 'published',
      to: 'published',
    })
    expect(last?.fingerprintAfter).toBe(last?.fingerprintBefore)
    expect(String(last?.note)).toContain('2031-05-05')
  })

  it('sent again because its answer was lost is the same act', async () => {
    const path = await live()
    const revision = await revisionOf(reviewer, path)
    const ask = { revision, reviewBy: '2031-05-05' }
    accepted(await reviewer.rest('POST', `${path}/actions/still-right`, ask))
    const once = await wholeDatabase(desk)
    accepted(await reviewer.rest('POST', `${path}/actions/still-right`, ask))
    expect(await wholeDatabase(desk)).toBe(once)
    const other = { revision, reviewBy: '2031-05-06' }
    expect((await reviewer.rest('POST', `${path}/actions/still-right`, other)).status).toBe(409)
  })

  it('leaves the day that the author of a draft has chosen', async () => {
    const path = await live()
    await act(editor, path, 'revise')
    await change(editor, path, { reviewBy: '2031-06-01' })
    accepted(await stillRight(reviewer, path, '2031-05-05'))
    const row = await release(path)
    expect([day(row.reviewBy), day(row.liveReviewBy)]).toEqual(['2031-06-01', '2031-05-05'])
    expect(row.state).toBe('draft')
  })

  it('is refused with its reason, and changes nothing', async () => {
    const path = await live()
    const revision = await revisionOf(reviewer, path)
    const untouched = await wholeDatabase(desk)
    for (const [who, more, status, says] of [
      [editor, {}, 403, 'Only a reviewer'],
      // Of other languages.
      [second, {}, 403, 'this language (en)'],
      [desk.stranger, {}, 401, 'Sign in'],
      [reviewer, { revision: 1 }, 409, 'you saw revision 1'],
      [reviewer, { revision: undefined }, 422, 'revision'],
      [reviewer, { reviewBy: undefined }, 422, '“To be reviewed again by” is empty'],
      [reviewer, { reviewBy: '2031-02-30' }, 422, 'reviewBy'],
      // Today, and a day in two years.
      [reviewer, { reviewBy: '2031-03-17' }, 422, 'within a year'],
      [reviewer, { reviewBy: '2033-03-17' }, 422, 'within a year'],
      [reviewer, { liveReviewBy: '2031-05-05' }, 422, 'liveReviewBy'],
    ] as const) {
      const ask = { revision, reviewBy: '2031-05-05', ...more }
      const answer = await who.rest('POST', `${path}/actions/still-right`, ask)
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
      expect(JSON.stringify(answer.body)).toContain(says)
    }
    expect(await wholeDatabase(desk)).toBe(untouched)
  })

  it('is of releases that have to be looked at, and of no translation', async () => {
    const statement = await live({ kind: 'statement', reviewBy: null })
    const closed = await stillRight(reviewer, statement, '2031-05-05')
    expect(closed.status).toBe(409)
    const path = await translated(await live(), 'nb', 'Stengt')
    expect((await stillRight(reviewer, path, '2031-05-05')).status).toBe(404)
  })
})

const both = (what: string) => [`${what} Eva`, `${what} Rita`]

describe('whoever is responsible', () => {
  it('is reminded a week before, on the day, and every week from then on, once each', async () => {
    await live()
    const seen: [string, number, string[]][] = []
    for (const moment of [
      '2031-03-21T05:59:59.000Z',
      '2031-03-21T06:00:01.000Z',
      '2031-03-24T09:00:00.000Z',
      '2031-03-28T06:00:01.000Z',
      // Seven in Oslo is five in UTC once the clocks have changed.
      '2031-04-04T04:59:59.000Z',
      '2031-04-04T05:00:01.000Z',
      '2031-04-11T05:00:01.000Z',
    ]) {
      const count = await remindDue(desk.payload, set(moment))
      expect(await remindDue(desk.payload, desk.clock.now)).toBe(0)
      seen.push([moment.slice(0, 16), count, await mails()])
      await desk.payload.db.deleteMany({ collection: 'outbox', where: {} })
    }
    expect(seen).toEqual([
      ['2031-03-21T05:59', 0, []],
      ['2031-03-21T06:00', 1, both('review-soon')],
      ['2031-03-24T09:00', 0, []],
      ['2031-03-28T06:00', 1, both('review-today')],
      ['2031-04-04T04:59', 0, []],
      ['2031-04-04T05:00', 1, both('review-overdue')],
      ['2031-04-11T05:00', 1, both('review-overdue')],
    ])
  })

  it('is whoever could take it up, where all of those have left', async () => {
    const [nils, ruth] = [
      await desk.person('Nils', ['editor']),
      await desk.person('Ruth', ['reviewer'], ['en']),
    ]
    const path = await draft()
    await change(nils, path, { lead: 'It opens in May.' })
    await act(nils, path, 'submit')
    await act(ruth, path, 'approve')
    await act(ruth, path, 'publish')
    await desk.payload.db.updateMany({
      collection: 'credentials',
      where: { person: { in: [nils.id, ruth.id] } },
      data: { disabled: true },
    })
    await remindDue(desk.payload, set('2031-03-21T08:00:00.000Z'))
    // The reviewer of English who is left; who wrote it first is not who submitted it.
    expect(await mails()).toEqual(['review-soon Rita'])
  })

  it('hears once of what passed while nothing ran', async () => {
    await live()
    await remindDue(desk.payload, set('2031-04-20T10:00:00.000Z'))
    expect(await mails()).toEqual(['review-overdue Eva', 'review-overdue Rita'])
    expect(await remindDue(desk.payload, set('2031-04-24T10:00:00.000Z'))).toBe(0)
  })

  it('is reminded once by two processes, and after a crash between mail and row', async () => {
    const path = await live()
    const now = set('2031-03-21T08:00:00.000Z')
    const other = await openAt({ ...desk, now: now.toISOString() })
    await Promise.all([desk.payload, other.payload].map((payload) => remindDue(payload, now)))
    await other.payload.destroy()
    const once = ['review-soon Eva', 'review-soon Rita']
    expect(await mails()).toEqual(once)
    await write(path, { remindAt: '2031-03-21T06:00:00.000Z' })
    await remindDue(desk.payload, now)
    expect(await mails()).toEqual(once)
  })

  it('hears nothing of a day that was put off in the very moment', async () => {
    const path = await live()
    set('2031-03-21T08:00:00.000Z')
    const { happened } = before(
      desk,
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.remindAt !== undefined,
      async () => accepted(await stillRight(reviewer, path, '2031-06-27')),
    )
    await remindDue(desk.payload, desk.clock.now)
    expect(happened()).toBe(true)
    const { remindAt } = await release(path)
    expect(new Date(String(remindAt)).toISOString()).toBe('2031-06-20T05:00:00.000Z')
  })

  it('is left alone once somebody has looked', async () => {
    const path = await live()
    set('2031-03-29T08:00:00.000Z')
    accepted(await stillRight(reviewer, path, '2031-06-27'))
    expect(await remindDue(desk.payload, set('2031-04-04T08:00:00.000Z'))).toBe(0)
    expect(await remindDue(desk.payload, set('2031-06-20T08:00:00.000Z'))).toBe(1)
  })
})

describe('a text that ends by itself', () => {
  it('is withdrawn in all its languages at its time, each with the notice in its own', async () => {
    const path = await live({ endsAt: '2031-03-20T10:00:00.000Z' })
    const nb = await translated(path, 'nb', 'Konsulatet er stengt')
    const kk = await translated(path, 'kk', 'Консулдық жабық')
    expect(await endDue(desk.payload, set('2031-03-20T09:59:59.999Z'))).toBe(0)
    expect(await entryOf(path)).toMatchObject({ standing: 'live' })
    expect(await endDue(desk.payload, set('2031-03-20T10:00:01.000Z'))).toBe(1)
    expect(await endDue(desk.payload, desk.clock.now)).toBe(0)
    for (const [text, notice] of [
      [path, 'This text was published for a limited time. That time is over.'],
      [nb, 'Denne teksten ble publisert for en begrenset tid. Den tiden er nå ute.'],
      [kk, 'Бұл мәтін шектеулі мерзімге жарияланған еді. Ол мерзім аяқталды.'],
    ] as const) {
      expect(await entryOf(text)).toMatchObject({ standing: 'withdrawn', explanation: notice })
      const events = (await eventsOf(text)).filter(({ what }) => what === 'withdraw')
      expect(events).toHaveLength(1)
      expect(events[0]).toMatchObject({ actor: 'clock', to: 'withdrawn', note: notice })
    }
    const told = (await rows('outbox', { what: { equals: 'end' } })).map((row) =>
      String(row.receiverName),
    )
    expect(told.sort()).toEqual(['Eva', 'Rita', 'Rita', 'Rita', 'Timo', 'Timo'])
  })

  it('ends once, whichever of two processes looks', async () => {
    const paths = [await live({ endsAt: '2031-03-20T10:00:00.000Z' })]
    paths.push(await live({ endsAt: '2031-03-20T10:00:00.000Z', headline: 'Closed too' }))
    const now = set('2031-03-20T10:00:02.000Z')
    const other = await openAt({ ...desk, now: now.toISOString() })
    const counts = await Promise.all(
      [desk.payload, other.payload].map((payload) => endDue(payload, now)),
    )
    await other.payload.destroy()
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(2)
    for (const path of paths)
      expect((await eventsOf(path)).filter(({ what }) => what === 'withdraw')).toHaveLength(1)
  })

  it('ends whole when the process dies in the middle: whoever comes after says the same', async () => {
    const path = await live({ endsAt: '2031-03-20T10:00:00.000Z' })
    const nb = await translated(path, 'nb', 'Stengt')
    before(
      desk,
      'updateOne',
      ({ collection, data }) => collection === 'translations' && data?.standing === 'withdrawn',
      () => Promise.reject(new Error('the process was killed')),
    )
    expect(await endDue(desk.payload, set('2031-03-20T10:00:01.000Z'))).toBe(0)
    expect(await entryOf(nb)).toMatchObject({ standing: 'live' })
    expect(await finishAll(desk.payload, true)).toBe(1)
    expect(await endDue(desk.payload, desk.clock.now)).toBe(0)
    for (const [text, notice] of [
      [path, /^This text was/],
      [nb, /^Denne teksten/],
    ] as const) {
      const { standing, explanation } = await entryOf(text)
      expect([standing, String(explanation)]).toEqual(['withdrawn', expect.stringMatching(notice)])
    }
  })

  it('ends when the process comes back, marked as late', async () => {
    const path = await live({ endsAt: '2031-03-20T10:00:00.000Z' })
    set('2031-03-20T13:30:00.000Z')
    const stop = startClock(desk.payload, () => desk.clock.now, 50)
    await expect.poll(async () => (await entryOf(path)).standing).toBe('withdrawn')
    await stop()
    expect(String((await eventsOf(path)).at(-1)?.note)).toContain('2031-03-20T10:00:00.000Z')
    expect((await entryOf(path)).explanation).not.toContain('Late')
  })

  it.each([
    ['in the hour that comes twice', '2031-10-26T00:30:00.000Z'],
    ['in its second half', '2031-10-26T01:30:00.000Z'],
    ['right after the hour that is skipped', '2031-03-30T01:00:00.000Z'],
  ])('ends at that very moment: %s in Oslo', async (_when, endsAt) => {
    const moment = Date.parse(endsAt)
    const path = await live({ endsAt, reviewBy: '2031-11-30' })
    expect(await endDue(desk.payload, new Date(moment - 1))).toBe(0)
    const { body } = await reviewer.rest('GET', `${path}/bar`)
    expect(JSON.stringify(at(body, 'aging'))).toContain('Ends by itself on Sunday')
    expect(await endDue(desk.payload, new Date(moment))).toBe(1)
  })

  it('has the time of its newest edition: a correction that comes first is in time', async () => {
    const path = await live({ endsAt: '2031-03-20T10:00:00.000Z' })
    await act(editor, path, 'revise')
    await change(editor, path, { endsAt: '2031-03-25T10:00:00.000Z', lead: 'Later.' })
    await act(editor, path, 'submit')
    await act(reviewer, path, 'approve')
    await act(reviewer, path, 'schedule', {
      at: '2031-03-20T10:00:00.000Z',
      change: 'major',
      publicNote: 'It stays closed longer.',
    })
    const late = { at: '2031-03-25T10:00:00.000Z', change: 'minor' }
    const refused = await draft({ endsAt: '2031-03-25T10:00:00.000Z' })
    await act(editor, refused, 'submit')
    await act(reviewer, refused, 'approve')
    const revision = await revisionOf(reviewer, refused)
    expect(
      (await reviewer.rest('POST', `${refused}/actions/schedule`, { revision, ...late })).status,
    ).toBe(422)
    const now = set('2031-03-20T10:00:01.000Z')
    const stop = startClock(desk.payload, () => now, 50)
    await expect.poll(async () => (await release(path)).edition).toBe(2)
    await stop()
    expect(await entryOf(path)).toMatchObject({ standing: 'live' })
    expect(await endDue(desk.payload, set('2031-03-25T10:00:01.000Z'))).toBe(1)
  })

  it('stands again when it is reinstated, and doesn’t end once more', async () => {
    const path = await live({ endsAt: '2031-03-20T10:00:00.000Z' })
    await endDue(desk.payload, set('2031-03-20T10:00:01.000Z'))
    await act(reviewer, path, 'reinstate', { explanation: 'It counts longer.' })
    expect(await endDue(desk.payload, set('2031-03-21T10:00:00.000Z'))).toBe(0)
    expect(await entryOf(path)).toMatchObject({ standing: 'live' })
    expect(day((await release(path)).liveReviewBy)).toBe('2031-03-28')
  })

  it('can’t be taken back by the clock before its time, nor by anybody in its name', async () => {
    const path = await live({ endsAt: '2031-03-20T10:00:00.000Z' })
    const { happened } = before(
      desk,
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.state === 'withdrawn',
      // Somebody gives it another week in the very moment.
      () =>
        write(path, {
          liveEndsAt: '2031-03-27T10:00:00.000Z',
          busySince: new Date(Date.now() + 1000).toISOString(),
        }),
    )
    expect(await endDue(desk.payload, set('2031-03-20T10:00:01.000Z'))).toBe(0)
    expect(happened()).toBe(true)
    expect(await entryOf(path)).toMatchObject({ standing: 'live' })
  })
})

const failures = (path: string) =>
  rows('open-items', { subject: { equals: idOf(path) }, kind: { equals: 'came-to-fail' } })

describe('the requirements, once a week', () => {
  it('raise what a live text has come to fail, and close it when it is right again', async () => {
    const lone = await newContact('Ola')
    const path = await live({ contacts: [lone] })
    const nb = await translated(path, 'nb', 'Stengt')
    await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'He left.' })
    expect(await recheckDue(desk.payload, set('2031-03-24T07:59:59.000Z'))).toBe(0)
    const untouched = await release(path)
    expect(await recheckDue(desk.payload, set('2031-03-24T08:00:01.000Z'))).toBe(2)
    for (const text of [path, nb]) {
      const [item, ...more] = await failures(text)
      expect(more).toEqual([])
      expect(item).toMatchObject({ state: 'open', raisedByName: 'Clock' })
      expect(item?.reason).toBe('Publish (“Ola”) first, or take it out.')
    }
    // Nothing of the text itself: whoever writes in it isn't disturbed.
    expect((await release(path)).revision).toBe(untouched.revision)
    // Looked at every day from now on, and told once.
    expect(await recheckDue(desk.payload, set('2031-03-25T08:00:02.000Z'))).toBe(2)
    expect(await failures(path)).toHaveLength(1)
    await act(editor, `/api/contacts/${lone}`, 'revise')
    await change(editor, `/api/contacts/${lone}`, { telephone: '+47 22 00 00 02' })
    await publish(editor, reviewer, `/api/contacts/${lone}`)
    expect(await recheckDue(desk.payload, set('2031-03-26T08:00:03.000Z'))).toBe(2)
    expect(await failures(path)).toMatchObject([{ state: 'right-again', settledBy: 'clock' }])
    expect(await recheckDue(desk.payload, set('2031-03-27T08:00:03.000Z'))).toBe(0)
  })

  it('find notices from before there were such days, and are content with one', async () => {
    const path = await live()
    await write(path, { liveReviewBy: null, reviewBy: null, remindAt: null, recheckAt: null })
    expect(await recheckDue(desk.payload, desk.clock.now)).toBe(1)
    const [item] = await failures(path)
    expect(item).toMatchObject({ state: 'open' })
    const id = String(item?.id)
    const who = { id: reviewer.id, name: 'Rita', roles: ['reviewer'], writes: [], reviews: [] }
    const view = await openItemView(desk.payload, id, who as Person, 'nb')
    expect(view?.reason).toContain('Oppgi dagen')
    accepted(await stillRight(reviewer, path, '2031-05-05'))
    expect(await recheckDue(desk.payload, desk.clock.now)).toBe(1)
    expect(await failures(path)).toMatchObject([{ state: 'right-again' }])
  })

  it('say it once with two processes, and no more once somebody has dismissed it', async () => {
    const lone = await newContact('Liv')
    const path = await live({ contacts: [lone] })
    await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'She left.' })
    const now = set('2031-03-24T08:00:01.000Z')
    const other = await openAt({ ...desk, now: now.toISOString() })
    await Promise.all([desk.payload, other.payload].map((payload) => recheckDue(payload, now)))
    await other.payload.destroy()
    const [item, ...more] = await failures(path)
    expect(more).toEqual([])
    const note = { note: 'She comes back tomorrow.' }
    accepted(await reviewer.rest('POST', `/api/open-items/${item?.id}/actions/dismiss`, note))
    await recheckDue(desk.payload, set('2031-03-31T08:00:02.000Z'))
    await recheckDue(desk.payload, set('2031-04-08T08:00:02.000Z'))
    expect(await failures(path)).toMatchObject([{ state: 'dismissed' }])
  })

  it('take a bounded number at each look, and go on where they were', async () => {
    for (let one = 0; one < 3; one++) await live({ headline: `Notice ${one}` })
    await desk.payload.db.updateMany({
      collection: 'releases',
      where: { headline: { like: 'Notice' } },
      data: { recheckAt: '2031-03-20T00:00:00.000Z' },
    })
    const now = set('2031-03-24T08:00:01.000Z')
    expect(await recheckDue(desk.payload, now, 2)).toBe(2)
    expect(await recheckDue(desk.payload, now, 2)).toBe(1)
    expect(await recheckDue(desk.payload, now, 2)).toBe(0)
  })

  it('forget what was found in an edition that was replaced meanwhile', async () => {
    const lone = await newContact('Per')
    const path = await live({ contacts: [lone] })
    await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'He left.' })
    set('2031-03-24T08:00:01.000Z')
    const { happened } = before(
      desk,
      'create',
      ({ collection }) => collection === 'open-items',
      async () => {
        await act(editor, path, 'revise')
        await change(editor, path, { contacts: [contact] })
        await publish(editor, reviewer, path, { change: 'minor' })
      },
    )
    await recheckDue(desk.payload, desk.clock.now)
    expect(happened()).toBe(true)
    expect(await failures(path)).toMatchObject([{ state: 'overtaken' }])
  })
})

const groupsOf = async (who: Someone) =>
  Object.fromEntries(
    (accepted(await who.rest('GET', '/api/my-desk')).body as MyDesk).groups
      .filter(({ group }) => ['overdue', 'ending', 'failing'].includes(group))
      .map(({ group, count, lists }) => [group, { count, lists }]),
  )

it('what a translation failed is over once it goes with its release', async () => {
  const lone = await newContact('Siv')
  const path = await live({ contacts: [lone] })
  const nb = await translated(path, 'nb', 'Stengt')
  await act(reviewer, `/api/contacts/${lone}`, 'archive', { explanation: 'She left.' })
  expect(await recheckDue(desk.payload, set('2031-03-24T08:00:01.000Z'))).toBe(2)
  await act(reviewer, path, 'withdraw', { explanation: 'It is over.' })
  for (const text of [path, nb])
    expect(await failures(text)).toMatchObject([{ state: 'overtaken' }])
  expect(await recheckDue(desk.payload, set('2031-04-24T08:00:01.000Z'))).toBe(0)
})

describe('the desk', () => {
  it('shows what is overdue and what ends soon, as many as their lists', async () => {
    await live({ headline: 'Late', reviewBy: '2031-03-19' })
    await live({ headline: 'In time', reviewBy: '2031-03-20' })
    await live({ headline: 'Ends', reviewBy: '2031-05-01', endsAt: '2031-03-22T10:00:00.000Z' })
    // Half past midnight in Oslo: the day there is another one than in UTC.
    set('2031-03-19T23:30:00.000Z')
    const groups = await groupsOf(editor)
    expect(groups.overdue?.count).toBe(1)
    expect(groups.overdue?.lists[0]?.items[0]).toMatchObject({ title: 'Late' })
    expect(groups.ending?.lists[0]?.items.map(({ title }) => title)).toEqual(['Ends'])
    for (const { lists, count } of Object.values(groups)) {
      const { href = '' } = lists[0] ?? {}
      const asked = href.replace('/admin/collections/', '/api/')
      const { body } = accepted(await editor.rest('GET', asked))
      expect(at(body, 'totalDocs')).toBe(count)
    }
    expect(Object.keys(await groupsOf(translator))).toEqual(['ending'])
  })

  it('says it over the text, and offers the act with a day', async () => {
    const path = await live({ reviewBy: '2031-03-19' })
    set('2031-03-20T08:00:00.000Z')
    const { body } = accepted(await reviewer.rest('GET', `${path}/bar`))
    expect(at(body, 'aging')).toEqual([
      {
        sentence: 'Overdue for review: it was to be reviewed again by Wednesday 19 March.',
        alarm: true,
      },
    ])
    expect(at(body, 'next')).toMatchObject({
      action: 'still-right',
      label: 'Reviewed, still right',
      why: [],
      asks: [{ field: 'reviewBy', kind: 'day', preset: '2031-06-19' }],
    })
  })
})

it('what is published at its time is aged by the clock as by people', async () => {
  const path = await draft({ endsAt: '2031-03-20T10:00:00.000Z' })
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
  await act(reviewer, path, 'schedule', { at: '2031-03-18T10:00:00.000Z' })
  await publishDue(desk.payload, set('2031-03-18T10:00:01.000Z'))
  expect(day((await release(path)).liveReviewBy)).toBe('2031-03-28')
  expect(await endDue(desk.payload, set('2031-03-20T10:00:00.000Z'))).toBe(1)
})

it('and the record is whole', async () => {
  expect(problemsOf(await verify(desk.payload))).toEqual([])
})

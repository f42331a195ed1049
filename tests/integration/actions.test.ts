import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { make, publish, rowOf } from './acts.ts'
import {
  type Attempt,
  attempts,
  everybody,
  opened,
  people,
  type Shelf,
  type Somebody,
  standingAfter,
  stateAfter,
  type Who,
} from './expectations.ts'
import { type Answer, at, type Desk, openDesk, type Someone } from './harness.ts'
import { reasonsAgainst, statusFor } from './reasons.ts'
import { changedBy, type Difference, undone, writesSoFar } from './rows.ts'
import { changes, type Prepared, prepare } from './situations.ts'

/**
 * Every action, and every other way of changing a text or item, in every situation over REST. Everybody is told by
 * `GET …/actions` what is open and why the rest is closed. Of those who should all get one answer, one tries it, each
 * in turn: whoever may is let do it, and it is undone; whoever may not is told why, and nothing is written.
 * With TEST_EVERYBODY=1 all of them try, which takes ten times as long.
 */

let desk: Desk
const someone = new Map<Who, Someone>()
let staff: { editor: Someone; translator: Someone; reviewer: Someone }
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  staff = {
    editor: await desk.person('eva', ['editor']),
    translator: await desk.person('timo', ['translator']),
    reviewer: await desk.person('rita', ['reviewer']),
  }
  for (const [index, who] of everybody.entries()) {
    const { roles, reviews }: Somebody = people[who]
    const person =
      who === 'a stranger'
        ? desk.stranger
        : await desk.person(`person-${index}`, [...roles], reviews && [...reviews])
    someone.set(who, person)
  }
  contact = await make(staff.editor, 'contacts', { name: 'Ada', email: 'ada@mission.example' })
  await publish(staff.editor, staff.reviewer, `/api/contacts/${contact}`)
})
afterAll(() => desk.close())

/** The person has to do with it what `expectations.ts` says: written into the row, past every rule. */
async function relate(who: Who, { shelf, collection, id }: Prepared, row: Row): Promise<void> {
  const { did }: Somebody = people[who]
  const person = someone.get(who)?.id ?? ''
  const wrote = did === 'wrote' || did === 'translates'
  await desk.payload.db.updateOne({
    collection,
    where: { id: { equals: id } },
    data: {
      authors: JSON.stringify([staff.editor.id, ...(wrote ? [person] : [])]),
      submittedBy: did === 'submitted' ? person : row.submittedBy,
      emergency: alsoBy(row.emergency, wrote ? [person] : []),
      ...(shelf === 'translations'
        ? { translator: did === 'translates' ? person : staff.translator.id }
        : {}),
    },
  })
}

/** What somebody published alone, these people having written it too. */
function alsoBy(emergency: unknown, writers: string[]): string | null {
  if (typeof emergency !== 'string' || emergency === '') return null
  const open = JSON.parse(emergency) as { persons: string[] }
  return JSON.stringify({ ...open, persons: [...open.persons, ...writers] })
}

type Row = Record<string, unknown>

/** Everything that any action asks for. */
const input = {
  note: 'A note.',
  explanation: 'An explanation.',
  reason: 'A reason.',
  requirement: 'one-script-per-word',
  at: '2026-03-12T09:00:00.000Z',
  change: 'major',
  publicNote: 'A public note.',
  reviewBy: '2026-06-10',
}

function ask(who: Who, attempt: Attempt, { shelf, path, version }: Prepared, revision: number) {
  const rest = someone.get(who)?.rest ?? desk.stranger.rest
  switch (attempt) {
    case 'change':
      return rest('PATCH', path, { revision, ...changes[shelf] })
    case 'restore':
      return rest('POST', version)
    case 'delete':
      return rest('DELETE', path)
    default:
      return rest('POST', `${path}/actions/${attempt}`, { revision, ...input })
  }
}

const codesIn = (why: unknown) => ((why ?? []) as { code: string }[]).map(({ code }) => code).sort()

/** `403 wrong-role wrong-state`, or `200`. */
function said({ status, body }: Answer): string {
  const why = at(body, 'errors', 0, 'data', 'why')
  return [status, ...codesIn(why)].join(' ')
}

/** The same, as it should be. */
function expected(who: Who, attempt: Attempt, shelf: Shelf, situation: string): string {
  const byAccess = /^(restore|delete)$/.test(attempt)
  if (who === 'a stranger') return byAccess ? '403' : '401'
  if (people[who].roles.length === 0) return '403'
  const reasons = reasonsAgainst(attempt, who, shelf, situation)
  return [statusFor(reasons), ...reasons].join(' ')
}

const isOpen = (who: Who, attempt: Attempt, shelf: Shelf, situation: string): boolean => {
  const situations: Readonly<Record<string, Readonly<Record<string, readonly Who[]>>>> =
    opened[shelf]
  return situations[situation]?.[attempt]?.includes(who) ?? false
}

const isAction = (attempt: Attempt) => !/^(change|restore|delete)$/.test(attempt)
const isFamilyAct = (attempt: Attempt) =>
  /^(publish|emergency-publish|withdraw|retract|reinstate)$/.test(attempt)
const shelves = Object.keys(opened) as Shelf[]
const cases = shelves.flatMap((shelf) =>
  Object.keys(opened[shelf]).map((situation) => ({ shelf, situation })),
)

/** Who tries what in each situation. */
function triedIn(shelf: Shelf, situation: string): Map<Who, Attempt[]> {
  const turns = new Map<Who, Attempt[]>(everybody.map((who) => [who, []]))
  const turn = cases.findIndex((one) => one.shelf === shelf && one.situation === situation)
  for (const [index, attempt] of attempts[shelf].entries()) {
    const groups = new Map<string, Who[]>()
    for (const who of everybody) {
      const answer = expected(who, attempt, shelf, situation)
      groups.set(answer, [...(groups.get(answer) ?? []), who])
    }
    for (const group of groups.values()) {
      const one = group[(turn + index) % group.length]
      for (const who of group)
        if (who === one || process.env.TEST_EVERYBODY) turns.get(who)?.push(attempt)
    }
  }
  return turns
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const told = sum(
  cases.map(({ shelf }) => everybody.length * attempts[shelf].filter(isAction).length),
)
const tried = sum(
  cases.map(({ shelf, situation }) =>
    sum([...triedIn(shelf, situation).values()].map(({ length }) => length)),
  ),
)

describe('what is written down', () => {
  it('says the same of what is open as of the reasons against it', () => {
    const apart = cases.flatMap(({ shelf, situation }) =>
      attempts[shelf].flatMap((attempt) =>
        everybody
          .filter((who) => people[who].roles.length > 0)
          .filter(
            (who) =>
              isOpen(who, attempt, shelf, situation) !==
              (reasonsAgainst(attempt, who, shelf, situation).length === 0),
          )
          .map((who) => `${shelf}, ${situation}: ${attempt}, ${who}`),
      ),
    )
    expect(apart).toEqual([])
  })
})

describe(`${told} answers about what is open, and ${tried} attempts`, () => {
  it.each(cases)('at what lies in $shelf, $situation', async ({ shelf, situation }) => {
    const prepared = await prepare(desk, staff, shelf, situation, contact)
    const row = await rowOf(desk, prepared.collection, prepared.id)
    const wrong: string[] = []
    for (const [who, tries] of triedIn(shelf, situation)) {
      await relate(who, prepared, row)
      const closed = tries.filter((attempt) => !isOpen(who, attempt, shelf, situation))
      const got: Record<string, string> = {}
      const askAll = async () => {
        for (const attempt of closed)
          got[attempt] = said(await ask(who, attempt, prepared, Number(row.revision)))
        Object.assign(got, await listed(who, prepared))
      }
      const should = {
        ...Object.fromEntries(
          closed.map((attempt) => [attempt, expected(who, attempt, shelf, situation)]),
        ),
        ...listedAs(who, shelf, situation),
      }
      const holds =
        shelf === 'translations' &&
        closed.some((one) => isFamilyAct(one) && !/^40[13]/.test(should[one] ?? ''))
      wrong.push(...(await unwritten(holds, askAll)).map((what) => `${who}: ${what}`))
      for (const [attempt, answer] of Object.entries(should))
        if (got[attempt] !== answer)
          wrong.push(`${who}, ${attempt}: ${got[attempt]} instead of ${answer}`)
      for (const attempt of tries.filter((one) => isOpen(who, one, shelf, situation)))
        wrong.push(
          ...(await taken(who, attempt, prepared, row)).map(
            (what) => `${who}, ${attempt}: ${what}`,
          ),
        )
    }
    expect(wrong).toEqual([])
  })
})

/** What `GET …/actions` says of each action, under the action's name and “listed”. */
async function listed(who: Who, { path, shelf }: Prepared) {
  const { status, body } = await (someone.get(who)?.rest ?? desk.stranger.rest)(
    'GET',
    `${path}/actions`,
  )
  const found = (at(body, 'actions') ?? []) as { action: string; allowed: boolean; why?: unknown }[]
  return Object.fromEntries(
    attempts[shelf].filter(isAction).map((attempt) => {
      const one = found.find(({ action }) => action === attempt)
      const answer = one ? [one.allowed, ...codesIn(one.why)].join(' ') : String(status)
      return [`${attempt}, listed`, answer]
    }),
  )
}

function listedAs(who: Who, shelf: Shelf, situation: string) {
  return Object.fromEntries(
    attempts[shelf].filter(isAction).map((attempt) => {
      const reasons = reasonsAgainst(attempt, who, shelf, situation)
      const answer = people[who].roles.length
        ? [reasons.length === 0, ...reasons].join(' ')
        : expected(who, attempt, shelf, situation)
      return [`${attempt}, listed`, answer]
    }),
  )
}

/**
 * What was written although everything was refused: the database itself counts. `holds`: whoever might publish or
 * withdraw a translation, were it in another state, holds its release for the moment that it takes to be refused.
 */
async function unwritten(holds: boolean, act: () => Promise<void>): Promise<string[]> {
  if (holds) {
    const changed = await changedBy(desk, act)
    return changed.filter((one) => !isHold(one)).map(({ where }) => `${where} was changed`)
  }
  const before = await writesSoFar(desk)
  await act()
  return (await writesSoFar(desk)) === before ? [] : ['something was written']
}

function isHold({ where, before, after }: Difference): boolean {
  if (where !== 'releases' || !before || !after) return false
  const [one, other] = [before as Row, after as Row]
  return Object.keys({ ...one, ...other })
    .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .every((name) => /^(busy_?since|updated_?at)$/i.test(name))
}

const isNew = ({ before }: Difference) => before === null

/** Whatever isn't as it should be after an attempt that is open. It is undone. */
async function taken(who: Who, attempt: Attempt, prepared: Prepared, row: Row): Promise<string[]> {
  const { shelf } = prepared
  const revision = Number(row.revision)
  const wrong: string[] = []
  let answer: Answer = { status: 0, body: null }
  const changed = await undone(desk, async () => {
    answer = await ask(who, attempt, prepared, revision)
  })
  if (answer.status !== 200) return [`${said(answer)} instead of 200`]
  const count = (pattern: RegExp, is: (one: Difference) => boolean = () => true) =>
    changed.filter((one) => pattern.test(one.where) && is(one)).length
  if (count(/^events$/) !== 1 || count(/^events$/, isNew) !== 1) wrong.push('not one event')
  const event = changed.find(({ where }) => where === 'events')?.after as Row | undefined
  const state = stateAfter[attempt] ?? row.state
  const expectedEvent = {
    what: attempt,
    actor: someone.get(who)?.id,
    from: row.state,
    to: attempt === 'delete' ? '' : state,
    revision: revision + 1,
    subject: prepared.id,
  }
  const isEvent = Object.entries(expectedEvent).every(([name, value]) => event?.[name] === value)
  if (!isEvent) wrong.push(`the event is ${JSON.stringify(event)}`)
  const editions = attempt.endsWith('publish') ? 1 : 0
  if (count(/^editions$/) !== editions) wrong.push(`${count(/^editions$/)} editions`)
  const doors = /publish$|^(withdraw|retract|reinstate|archive)$/.test(attempt) ? 1 : 0
  if (count(/^entries$/) !== doors) wrong.push(`${count(/^entries$/)} entries`)
  if (count(new RegExp(`^${shelf}$`)) !== 1) wrong.push(`not one of ${shelf}`)
  if (attempt === 'delete') return wrong
  const doc = (at(answer.body, 'doc') ?? answer.body) as Row
  const should = {
    state,
    standing: standingAfter[attempt] ?? row.standing,
    revision: revision + 1,
    edition: Number(row.edition) + editions,
  }
  for (const [name, value] of Object.entries(should))
    if (doc[name] !== value) wrong.push(`${name} is ${String(doc[name])}`)
  return wrong
}

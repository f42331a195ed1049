import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  allButCounts,
  another,
  forgetCounts,
  holderOf,
  mailbox,
  message,
  password,
  signIn,
} from './accounts.ts'
import { take } from '../../src/desk/accounts/attempts.ts'
import { beginSession } from '../../src/desk/accounts/sessions.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'

let desk: Desk
let ada: Someone
let bea: Someone
let eva: Someone

beforeAll(async () => {
  desk = await openDesk()
  mailbox(desk)
  ada = await desk.person('ada', ['administrator'])
  bea = await desk.person('bea', ['administrator', 'editor'])
  eva = await desk.withPassword('eva', ['editor'])
})
afterAll(() => desk.close())

const isIn = async (rest: Someone['rest']) =>
  at((await rest('GET', '/api/users/me')).body, 'user') !== null
const newSession = async (who: Someone, more = {}, headers = {}) =>
  holderOf(desk, (await signIn(desk, who.email, more, headers)).body)

function atTime(moment: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: moment })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

describe('sessions', () => {
  it('are listed with their device, and ended one by one or all others', async () => {
    const firefox =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0'
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
    const office = await newSession(eva, {}, { 'User-Agent': firefox })
    const phone = await newSession(eva, {}, { 'User-Agent': iphone })
    const third = await newSession(eva)
    const { body } = await office('GET', '/api/my-account')
    const listed = at(body, 'sessions') as { id: string; device: string; current: boolean }[]
    expect(listed.map(({ device, current }) => [device, current])).toEqual(
      expect.arrayContaining([
        ['Firefox, Windows', true],
        ['Safari, iPhone', false],
        ['', false],
      ]),
    )
    const phones = listed.find(({ device }) => device === 'Safari, iPhone')
    expect((await bea.rest('DELETE', `/api/my-account/sessions/${phones?.id}`)).status).toBe(404)
    expect(await isIn(phone)).toBe(true)
    expect((await office('DELETE', `/api/my-account/sessions/${phones?.id}`)).status).toBe(200)
    expect([await isIn(phone), await isIn(third), await isIn(office)]).toEqual([false, true, true])
    expect((await office('DELETE', '/api/my-account/sessions')).status).toBe(200)
    expect([await isIn(third), await isIn(eva.rest), await isIn(office)]).toEqual([
      false,
      false,
      true,
    ])
    await office('POST', '/api/users/logout')
    expect(await isIn(office)).toBe(false)
  })

  it('all end but one when the password is changed, and it takes the present one', async () => {
    const [mine, other] = [await newSession(eva), await newSession(eva)]
    const before = await allButCounts(desk)
    const change = (present: string, chosen: string) =>
      mine('POST', '/api/my-account/password', { password: present, newPassword: chosen })
    expect((await change('wrong', another)).status).toBe(403)
    expect((await change(password, 'password1234')).status).toBe(422)
    expect((await change(password, 'eva-desk.example')).status).toBe(422)
    expect(await allButCounts(desk)).toBe(before)
    expect((await change(password, another)).status).toBe(200)
    expect([await isIn(mine), await isIn(other)]).toEqual([true, false])
    expect((await signIn(desk, eva.email)).status).toBe(401)
    const back = { password: another, newPassword: password }
    expect((await mine('POST', '/api/my-account/password', back)).status).toBe(200)
  })

  it('are over at once when an account is closed, those that begin at that moment included', async () => {
    const mine = await newSession(eva)
    const [, closing, ...late] = await Promise.all([
      signIn(desk, eva.email),
      ada.rest('POST', `/api/users/${eva.id}/disable`, { reason: 'Leaves.' }),
      signIn(desk, eva.email),
      signIn(desk, eva.email),
    ])
    expect(closing.status).toBe(200)
    expect(await isIn(mine)).toBe(false)
    for (const answer of late)
      if (answer.status === 200) expect(await isIn(holderOf(desk, answer.body))).toBe(false)
    expect((await signIn(desk, eva.email)).status).toBe(401)
    const listed = await ada.rest('GET', `/api/users/${eva.id}`)
    expect(listed.body).toMatchObject({ name: 'eva' })
    expect((await ada.rest('POST', `/api/users/${eva.id}/enable`)).status).toBe(200)
    expect(await isIn(mine)).toBe(false)
    expect((await signIn(desk, eva.email)).status).toBe(200)
  })
})

const disable = (by: Someone, who: Someone) =>
  by.rest('POST', `/api/users/${who.id}/disable`, { reason: 'Leaves.' })
const demote = (by: Someone, who: Someone) =>
  by.rest('PATCH', `/api/users/${who.id}`, { roles: ['editor'] })
const active = async () => {
  const { docs } = await desk.payload.find({
    collection: 'users',
    where: { roles: { in: ['administrator'] } },
    pagination: false,
  })
  const closed = await desk.payload.db.find<{ id: string; person: string }>({
    collection: 'credentials',
    where: { disabled: { equals: true } },
    pagination: false,
    limit: 0,
  })
  const gone = new Set(closed.docs.map(({ person }) => person))
  return docs.filter(({ id }) => !gone.has(id)).length
}

// Only that somebody was at it is counted.
const apart = (rows: object[] = []) => rows.map((row) => ({ ...row, revision: 0, updatedAt: '' }))

describe('the last administrator', () => {
  it.each([
    ['close each other', disable, disable],
    ['take the role from each other', demote, demote],
    ['do one and the other', disable, demote],
  ])('is left when two %s at the same moment', async (_what, first, second) => {
    for (let round = 0; round < 3; round++) {
      const [one, two] = [await desk.person(`one${round}${_what}`, ['administrator']), bea]
      // Nobody else administers meanwhile.
      await desk.payload.db.updateOne({
        collection: 'credentials',
        where: { person: { equals: ada.id } },
        data: { disabled: true },
        options: { atomic: true },
      })
      const answers = await Promise.all([first(one, two), second(two, one)])
      expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
      expect(await active()).toBeGreaterThanOrEqual(1)
      await desk.payload.db.updateOne({
        collection: 'credentials',
        where: { person: { equals: ada.id } },
        data: { disabled: false },
        options: { atomic: true },
      })
      const roles = ['administrator', 'editor']
      await ada.rest('POST', `/api/users/${bea.id}/enable`)
      await ada.rest('PATCH', `/api/users/${bea.id}`, { roles })
      await disable(ada, one)
      // Whoever was closed meanwhile has signed in again.
      const row = await desk.payload.db.findOne<{ id: string; epoch: number }>({
        collection: 'credentials',
        where: { person: { equals: bea.id } },
      })
      const { token } = await beginSession(
        desk.payload,
        { person: bea.id, epoch: row?.epoch ?? 0 },
        null,
      )
      bea = { ...bea, rest: holderOf(desk, { token }) }
    }
  })

  it('can’t be closed, nor lose the role, nor is an invited one enough', async () => {
    const person = { name: 'New', email: 'new@desk.example', roles: ['administrator'] }
    await ada.rest('POST', '/api/users', person)
    expect((await disable(ada, bea)).status).toBe(200)
    const before = JSON.parse(await allButCounts(desk)) as Record<string, object[]>
    for (const act of [disable, demote]) {
      const answer = await act(ada, ada)
      expect(answer.status).toBe(409)
      expect(message(answer.body)).toMatch(/^Somebody has to administer/)
    }
    const after = JSON.parse(await allButCounts(desk)) as Record<string, object[]>
    expect(apart(after.credentials)).toEqual(apart(before.credentials))
    expect({ ...after, credentials: [] }).toEqual({ ...before, credentials: [] })
  })
})

/** As if it had been tried so often already: each try costs a password's work. */
async function used(times: number, who: string): Promise<void> {
  for (let time = 0; time < times; time++)
    expect(await take(desk.payload, 'account', who)).toBeNull()
}

describe('attempts to sign in', () => {
  it('are counted for an account, known or not, with the same answer', async () => {
    await forgetCounts(desk)
    const tries = async (email: string) => {
      await used(8, email)
      const found = []
      for (let times = 0; times < 4; times++)
        found.push(await signIn(desk, email, { password: 'wrong' }))
      return found
    }
    const known = await tries(eva.email)
    expect(known.map(({ status }) => status)).toEqual([401, 401, 429, 429])
    expect(await tries('nobody@desk.example')).toEqual(known)
    expect((await signIn(desk, eva.email)).status).toBe(429)
  })

  it('from elsewhere keep nobody out of a browser that they have signed in with before', async () => {
    await forgetCounts(desk)
    const login = (headers: Record<string, string>, given = password) =>
      desk.handle(
        new Request(`${serverUrl}/api/users/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify({ email: eva.email, password: given }),
        }),
      )
    const first = await login({})
    const cookie =
      first.headers.getSetCookie().find((one) => one.startsWith('communique-device=')) ?? ''
    expect(cookie).toMatch(/Path=\/api\/users; HttpOnly=true; SameSite=Strict/)
    const [device = ''] = cookie.split(';')
    await used(10, eva.email)
    expect((await login({})).status).toBe(429)
    expect((await login({ Cookie: device })).status).toBe(200)
    // Somebody else's mark is no mark, and a known browser has no more attempts than others.
    expect((await login({ Cookie: `${device}x` })).status).toBe(429)
    expect((await login({ Cookie: device }, 'wrong')).status).toBe(401)
    await used(9, `device:${device.split('=')[1]?.split('.')[0]}`)
    expect((await login({ Cookie: device })).status).toBe(429)
  })

  it('are counted for a network address', async () => {
    await forgetCounts(desk)
    const from = { 'X-Forwarded-For': '192.0.2.7' }
    const statuses = []
    for (let times = 0; times < 61; times++)
      statuses.push(
        (await desk.stranger.rest('POST', '/api/users/look-at-link', { secret: 'x' }, from)).status,
      )
    expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true)
    expect(statuses[60]).toBe(429)
    expect((await signIn(desk, eva.email, {}, from)).status).toBe(429)
    expect((await signIn(desk, eva.email, {}, { 'X-Forwarded-For': '192.0.2.8' })).status).toBe(200)
  })
})

// Last of all: the sessions of everybody else are over as well, then.
describe('a session', () => {
  it('ends when nothing is done for eight hours, and after a day in any case', async () => {
    await forgetCounts(desk)
    const start = Date.now()
    const hours = (count: number) => start + count * 3_600_000
    atTime(start)
    const mine = await newSession(eva)
    vi.setSystemTime(hours(7.9))
    expect(await isIn(mine)).toBe(true)
    expect((await mine('POST', '/api/users/refresh-token')).status).toBe(200)
    vi.setSystemTime(hours(15.8))
    expect((await mine('POST', '/api/users/refresh-token')).status).toBe(200)
    vi.setSystemTime(hours(23.7))
    const refreshed = await mine('POST', '/api/users/refresh-token')
    expect(at(refreshed.body, 'exp')).toBe(Math.floor(hours(24) / 1000))
    vi.setSystemTime(hours(24.01))
    expect(await isIn(mine)).toBe(false)
    expect((await mine('POST', '/api/users/refresh-token')).status).toBe(401)
    const idle = await newSession(eva)
    vi.setSystemTime(hours(32.1))
    expect(await isIn(idle)).toBe(false)
  })
})

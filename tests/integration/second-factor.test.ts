import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  allButCounts,
  codeAt,
  forgetCounts,
  holderOf,
  lastOf,
  later,
  type Mail,
  mailbox,
  message,
  password,
  secretIn,
  signIn,
  withFactor,
} from './accounts.ts'
import { accepted } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** With a second factor, a password alone opens nothing. */

let desk: Desk
let mails: Mail[]
let ada: Someone
let eva: Someone
let factor: Awaited<ReturnType<typeof withFactor>>

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  mails = mailbox(desk)
  ada = await desk.person('ada', ['administrator'])
  eva = await desk.withPassword('eva', ['editor'])
  factor = await withFactor(desk, eva)
})
afterAll(() => desk.close())

const now = (steps = 0) => codeAt(factor.secret, desk.clock.now, steps)
const sessions = async () => (await desk.payload.db.count({ collection: 'sessions' })).totalDocs

const statusesOf = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).sort((one, other) => one - other)

it('works out codes as RFC 6238, appendix B, does', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ] as const)
    expect(codeAt(secret, new Date(seconds * 1000))).toBe(code)
})

describe('somebody with a second factor', () => {
  it.each([
    ['no code', () => ({}), /Enter the code/],
    ['an empty code', () => ({ code: '  ' }), /Enter the code/],
    ['a wrong code', () => ({ code: '000000' === now() ? '000001' : '000000' }), /doesn’t count/],
    ['the code of a minute ago', () => ({ code: now(-2) }), /doesn’t count/],
    ['the code of in a minute', () => ({ code: now(2) }), /doesn’t count/],
    ['the code that switched it on', () => ({ code: factor.used }), /doesn’t count/],
    ['a recovery code of nobody', () => ({ code: 'abcd-efgh-jkmn-pqrs' }), /doesn’t count/],
    ['the right code and a wrong password', () => ({ password: 'x', code: now() }), /is wrong/],
  ])('isn’t signed in with %s', async (_with, more, sentence) => {
    const before = await allButCounts(desk)
    const answer = await signIn(desk, eva.email, more())
    expect(answer.status).toBe(401)
    expect(message(answer.body)).toMatch(sentence)
    expect(JSON.stringify(answer.body)).not.toMatch(/token|exp"/)
    expect(await allButCounts(desk)).toBe(before)
  })

  it.each([
    ['login', {}],
    ['login?code=123456', {}],
    ['refresh-token', {}],
    ['reset-password', { token: 'x' }],
    ['first-register', {}],
    ['unlock', {}],
    ['verify/x', {}],
    ['forgot-password', {}],
    ['logout', {}],
  ])('gets no session by /api/users/%s', async (route, more) => {
    await forgetCounts(desk)
    const before = await sessions()
    const answer = await desk.stranger.rest('POST', `/api/users/${route}`, {
      email: eva.email,
      password,
      ...more,
    })
    expect(answer.status === 200 ? route : 'refused').toMatch(/forgot-password|refused/)
    expect(JSON.stringify(answer.body)).not.toMatch(/token"|"user":\{/)
    expect(await sessions()).toBe(before)
  })

  it('has no session from Payload’s own sign-in, and none from a token that Payload signs', async () => {
    await expect(
      desk.payload.login({ collection: 'users', data: { email: eva.email, password } } as never),
    ).rejects.toThrow(/not allowed/)
    const { jwtSign } = await import('payload')
    const sign = { fieldsToSign: { id: eva.id, email: eva.email, collection: 'users', sid: 'x' } }
    const { token } = await jwtSign({ ...sign, secret: desk.payload.secret, tokenExpiration: 3600 })
    const { body } = await desk.stranger.rest('GET', '/api/users/me', undefined, {
      Authorization: `JWT ${token}`,
    })
    expect(at(body, 'user')).toBeNull()
    expect(
      (await desk.stranger.rest('POST', '/api/graphql', { query: '{ __typename }' })).status,
    ).toBe(404)
  })

  it('is signed in with a code, and each code counts once, also for two at once', async () => {
    await forgetCounts(desk)
    later(desk, 30)
    const code = now()
    const both = await Promise.all([
      signIn(desk, eva.email, { code }),
      signIn(desk, eva.email, { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    ])
    expect(statusesOf(both)).toEqual([200, 401])
    expect((await signIn(desk, eva.email, { code })).status).toBe(401)
    // The one before it was never used, and is older than one that was.
    expect((await signIn(desk, eva.email, { code: now(-1) })).status).toBe(401)
    later(desk, 30)
    // Telephones go wrong by half a minute.
    expect((await signIn(desk, eva.email, { code: now(1) })).status).toBe(200)
    later(desk, 60)
  })

  it('is signed in by a recovery code, once, and is told', async () => {
    await forgetCounts(desk)
    expect(new Set(factor.recovery).size).toBe(10)
    const [code = '', other = ''] = factor.recovery
    const both = await Promise.all([
      signIn(desk, eva.email, { code }),
      signIn(desk, eva.email, { code: code.toUpperCase().replaceAll('-', ' ') }),
    ])
    expect(statusesOf(both)).toEqual([200, 401])
    expect((await signIn(desk, eva.email, { code })).status).toBe(401)
    expect(lastOf(mails, eva.email).text).toContain('9 are left')
    expect((await signIn(desk, eva.email, { code: other })).status).toBe(200)
    expect(lastOf(mails, eva.email).text).toContain('8 are left')
  })

  it('keeps it when the password is chosen anew by mail', async () => {
    await forgetCounts(desk)
    await desk.stranger.rest('POST', '/api/users/forgot-password', { email: eva.email })
    await expect.poll(() => lastOf(mails, eva.email).text).toContain('#')
    const secret = secretIn(lastOf(mails, eva.email))
    expect(
      (await desk.stranger.rest('POST', '/api/users/choose-password', { secret, password })).status,
    ).toBe(200)
    expect(message((await signIn(desk, eva.email)).body)).toMatch(/Enter the code/)
    later(desk, 30)
    const answer = await signIn(desk, eva.email, { code: now() })
    expect(answer.status).toBe(200)
    eva = { ...eva, rest: holderOf(desk, answer.body) }
    later(desk, 30)
  })

  it('can neither see the secret again nor replace it without password and code', async () => {
    await forgetCounts(desk)
    const before = await allButCounts(desk)
    for (const [method, path, data, status] of [
      ['POST', '/api/my-account/second-factor', { password }, 409],
      ['POST', '/api/my-account/second-factor', { password: 'wrong' }, 403],
      ['POST', '/api/my-account/second-factor/confirm', { code: now() }, 409],
      ['POST', '/api/my-account/second-factor/drop', { password, code: '000000' }, 422],
      ['POST', '/api/my-account/second-factor/drop', { password: 'wrong', code: now() }, 403],
      ['POST', '/api/my-account/recovery-codes', { password, code: '000000' }, 422],
      ['POST', '/api/my-account/recovery-codes', { password }, 422],
    ] as const) {
      const answer = await eva.rest(method, path, data)
      expect([path, data, answer.status]).toEqual([path, data, status])
    }
    expect(await allButCounts(desk)).toBe(before)
    // What is stored is neither the secret nor a recovery code.
    for (const secret of [factor.secret, ...factor.recovery]) expect(before).not.toContain(secret)
    const told = JSON.stringify((await ada.rest('GET', `/api/users/${eva.id}`)).body)
    expect(told).not.toMatch(/factor|recovery|hash/i)
  })

  it('makes new recovery codes, and the old ones count no more', async () => {
    const renewed = await eva.rest('POST', '/api/my-account/recovery-codes', {
      password,
      code: now(),
    })
    expect(renewed.status).toBe(200)
    const codes = at(renewed.body, 'recoveryCodes') as string[]
    await forgetCounts(desk)
    expect((await signIn(desk, eva.email, { code: factor.recovery[3] ?? '' })).status).toBe(401)
    expect((await signIn(desk, eva.email, { code: codes[0] ?? '' })).status).toBe(200)
    later(desk, 30)
  })
})

describe('a role that needs a second factor', () => {
  it('leads its holders to one before anything else is answered', async () => {
    const rita = await desk.withPassword('rita', ['reviewer'])
    accepted(await ada.rest('POST', '/api/globals/mission', { secondFactorFor: ['reviewer'] }))
    const before = await allButCounts(desk)
    for (const [method, path, data] of [
      ['GET', '/api/releases'],
      ['GET', '/api/users'],
      ['GET', '/api/my-desk'],
      ['GET', '/api/globals/mission'],
      ['POST', '/api/releases', { headline: 'x' }],
      ['PATCH', `/api/users/${rita.id}`, { name: 'x' }],
      ['POST', `/api/users/${eva.id}/disable`, { reason: 'x' }],
      ['POST', '/api/my-calendar', { headlines: true }],
      ['POST', '/api/users/refresh-token'],
      ['GET', '/api/payload-preferences/list'],
      ['POST', '/api/payload-preferences/list', { value: 1 }],
    ] as const) {
      const answer = await rita.rest(method, path, data)
      expect([path, answer.status]).toEqual([path, 403])
      expect(message(answer.body)).toMatch(/^Your role needs a second factor/)
    }
    expect(await allButCounts(desk)).toBe(before)
    expect(at((await signIn(desk, rita.email)).body, 'secondFactorMissing')).toBe(true)
    expect((await eva.rest('GET', '/api/releases')).status).toBe(200)

    await withFactor(desk, rita)
    expect((await rita.rest('GET', '/api/releases')).status).toBe(200)
    const answer = await rita.rest('POST', '/api/my-account/second-factor/drop', {
      password,
      code: '1',
    })
    expect(answer.status).toBe(403)
    accepted(await ada.rest('POST', '/api/globals/mission', { secondFactorFor: [] }))
  })
})

describe('a lost telephone', () => {
  it('is helped by an administrator, with a reason, which is recorded and told', async () => {
    const path = `/api/users/${eva.id}/take-second-factor`
    const before = await allButCounts(desk)
    expect((await ada.rest('POST', path, {})).status).toBe(422)
    expect((await ada.rest('POST', path, { reason: '  ' })).status).toBe(422)
    expect((await eva.rest('POST', path, { reason: 'Mine' })).status).toBe(403)
    expect(await allButCounts(desk)).toBe(before)
    expect((await ada.rest('POST', path, { reason: 'She lost her phone.' })).status).toBe(200)
    expect((await ada.rest('POST', path, { reason: 'Again' })).status).toBe(409)
    expect(lastOf(mails, eva.email).text).toContain('ada has taken your second factor away')
    expect(lastOf(mails, eva.email).text).toContain('She lost her phone.')
    expect((await eva.rest('GET', '/api/releases')).status).toBe(403)
    const { body } = await ada.rest('GET', '/api/account-acts?where[what][equals]=factor-taken')
    expect(at(body, 'docs', 0)).toMatchObject({
      what: 'factor-taken',
      personName: 'eva',
      actorName: 'ada',
      reason: 'She lost her phone.',
    })
    await forgetCounts(desk)
    expect((await signIn(desk, eva.email)).status).toBe(200)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits, take } from '../../src/desk/accounts/attempts.ts'
import { allButCounts, forgetCounts, mailbox, message, password } from './accounts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** Every route about accounts, by whoever may not: refused, and nothing is changed by it. */

let desk: Desk
let people: Record<'stranger' | 'editor' | 'translator' | 'reviewer' | 'closed', Someone>
let ada: Someone
let invited: string

beforeAll(async () => {
  desk = await openDesk()
  mailbox(desk)
  ada = await desk.person('ada', ['administrator'])
  people = {
    stranger: desk.stranger,
    editor: await desk.person('editor', ['editor']),
    translator: await desk.person('translator', ['translator']),
    reviewer: await desk.person('reviewer', ['reviewer']),
    closed: await desk.person('closed', ['administrator']),
  }
  const reason = { reason: 'Has left.' }
  await ada.rest('POST', `/api/users/${people.closed.id}/disable`, reason)
  const person = { name: 'New', email: 'new@desk.example', roles: ['editor'] }
  invited = at((await ada.rest('POST', '/api/users', person)).body, 'doc', 'id') as string
})
afterAll(() => desk.close())

/** Only an administrator takes these, on an account of somebody else. */
const acts: [string, object | undefined][] = [
  ['', { name: 'Mine', email: 'mine@desk.example', roles: ['administrator'] }],
  ['/ID/invite-again', undefined],
  ['/ID/revoke-invitation', undefined],
  ['/ID/disable', { reason: 'x' }],
  ['/ID/enable', undefined],
  ['/ID/take-second-factor', { reason: 'x' }],
]
/** These anybody takes who is signed in. */
const own: [string, string, object | undefined][] = [
  ['GET', '', undefined],
  ['POST', '/password', { password, newPassword: 'quite another password' }],
  ['POST', '/second-factor', { password }],
  ['POST', '/second-factor/confirm', { code: '123456' }],
  ['POST', '/second-factor/drop', { password, code: '123456' }],
  ['POST', '/recovery-codes', { password, code: '123456' }],
  ['DELETE', '/sessions', undefined],
  ['DELETE', '/sessions/x', undefined],
]

async function refused(
  who: Someone,
  asks: readonly (readonly [string, string, object | undefined])[],
  status: number,
): Promise<void> {
  const before = await allButCounts(desk)
  for (const [method, path, body] of asks) {
    const answer = await who.rest(method, path, body)
    expect(`${path} ${answer.status}`).toBe(`${path} ${status}`)
  }
  expect(await allButCounts(desk)).toBe(before)
}

describe('what an administrator does to accounts', () => {
  it.each([
    ['a stranger', 'stranger', 401],
    ['an administrator whose account is closed', 'closed', 401],
    ['an editor', 'editor', 403],
    ['a translator', 'translator', 403],
    ['a reviewer', 'reviewer', 403],
  ] as const)('is refused to %s', async (_who, name, status) => {
    for (const id of [ada.id, people.editor.id, people.reviewer.id, invited])
      await refused(
        people[name],
        acts.map(([path, body]) => ['POST', `/api/users${path.replace('ID', id)}`, body] as const),
        status,
      )
    const log = await people[name].rest('GET', '/api/account-acts')
    expect(log.status).toBe(403)
  })

  it('asks for the account to be as it supposes, and for whole inputs', async () => {
    const path = `/api/users/${people.editor.id}`
    await refused(ada, [['POST', `${path}/invite-again`, undefined]], 409)
    await refused(ada, [['POST', `${path}/revoke-invitation`, undefined]], 409)
    await refused(ada, [['POST', `${path}/enable`, undefined]], 409)
    await refused(ada, [['POST', `${path}/take-second-factor`, { reason: 'x' }]], 409)
    const closed = `/api/users/${people.closed.id}`
    await refused(ada, [['POST', `${closed}/disable`, { reason: 'x' }]], 409)
    await refused(ada, [['POST', `${closed}/invite-again`, undefined]], 409)
    await refused(
      ada,
      [
        ['POST', `${path}/disable`, {}],
        ['POST', `${path}/disable`, { reason: '' }],
        ['POST', `${path}/disable`, { reason: 'x', password }],
        ['PATCH', path, { roles: [] }],
        ['PATCH', path, { roles: ['clock'] }],
        ['PATCH', path, { name: '' }],
        ['PATCH', path, { email: 'no address' }],
        ['PATCH', path, { email: people.reviewer.email }],
        ['PATCH', path, { writes: ['xx'] }],
        ['POST', '/api/users', { name: 'x', email: 'x@desk.example', roles: [] }],
        ['POST', '/api/users', { name: 'x', email: 'x', roles: ['editor'] }],
      ],
      422,
    )
    await refused(ada, [['POST', '/api/users/nobody/disable', { reason: 'x' }]], 404)
  })

  it('is recorded for administrators, and the record is nobody’s to write', async () => {
    await ada.rest('PATCH', `/api/users/${people.editor.id}`, { roles: ['editor', 'translator'] })
    const { body } = await ada.rest('GET', '/api/account-acts?sort=at')
    const docs = at(body, 'docs') as Record<string, string>[]
    expect(
      docs.map(({ what, personName, actorName, reason }) => [what, personName, actorName, reason]),
    ).toEqual(
      expect.arrayContaining([
        ['disabled', 'closed', 'ada', 'Has left.'],
        ['invited', 'New', 'ada', ''],
        ['changed', 'editor', 'ada', ''],
      ]),
    )
    expect(docs.find(({ what }) => what === 'changed')?.detail).toBe(
      'roles: editor → editor, translator',
    )
    const id = docs[0]?.id ?? ''
    await refused(
      ada,
      [
        ['POST', '/api/account-acts', { what: 'made' }],
        ['PATCH', `/api/account-acts/${id}`, { reason: '' }],
        ['DELETE', `/api/account-acts/${id}`, undefined],
        ['GET', '/api/credentials', undefined],
        ['GET', '/api/sessions', undefined],
        ['GET', '/api/attempts', undefined],
      ],
      403,
    )
  })
})

describe('one’s own account', () => {
  it.each(['stranger', 'closed'] as const)('is refused to somebody %s', async (name) => {
    await refused(
      people[name],
      own.map(([method, path, body]) => [method, `/api/my-account${path}`, body] as const),
      401,
    )
    for (const route of ['logout', 'refresh-token'])
      await refused(people[name], [['POST', `/api/users/${route}`, undefined]], 401)
  })

  it('takes whole inputs and the right password only', async () => {
    const wrong = own.filter(([method, , body]) => method === 'POST' && body && 'password' in body)
    // Nobody knows the password of this one.
    await refused(
      people.editor,
      wrong.map(([method, path, body]) => [method, `/api/my-account${path}`, body] as const),
      403,
    )
    await refused(
      people.editor,
      own
        .filter(([method]) => method === 'POST')
        .map(([method, path]) => [method, `/api/my-account${path}`, { more: 1 }] as const),
      422,
    )
    await refused(
      people.editor,
      [['POST', '/api/my-account/second-factor/confirm', { code: '123456' }]],
      422,
    )
  })
})

describe('a secret that is none', () => {
  it.each(['', 'x', 'A'.repeat(43), "' or 1=1 --", { $ne: '' }, null, ['A'.repeat(43)]])(
    '%j opens nothing',
    async (secret) => {
      const before = await allButCounts(desk)
      for (const [route, more] of [
        ['look-at-link', {}],
        ['choose-password', { password: 'quite another password' }],
      ] as const) {
        const answer = await desk.stranger.rest('POST', `/api/users/${route}`, { secret, ...more })
        expect(answer.status).toBe(typeof secret === 'string' ? 404 : 422)
      }
      expect(await allButCounts(desk)).toBe(before)
    },
  )

  it('as a session neither', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), 'a.b.c']) {
      const headers = { Authorization: `JWT ${token}` }
      const { status, body } = await desk.stranger.rest(
        'GET',
        '/api/my-account',
        undefined,
        headers,
      )
      expect(status).toBe(401)
      expect(message(body)).toBe('Sign in first.')
    }
  })
})

describe('a limit', () => {
  it('lets exactly as many pass as it says, however many come at once', async () => {
    await forgetCounts(desk)
    const { most } = limits.account
    const waits: (number | null)[] = []
    for (let round = 0; round < 4; round++)
      waits.push(
        ...(await Promise.all(
          Array.from({ length: 5 }, () => take(desk.payload, 'account', 'somebody')),
        )),
      )
    expect(waits.filter((wait) => wait === null)).toHaveLength(most)
    expect(waits.every((wait) => wait === null || wait > 0)).toBe(true)
  })
})

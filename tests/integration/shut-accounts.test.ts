import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowOf } from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'

/** Nobody gets rights, an account or a sign-in that an administrator didn't give them. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let administrator: Someone

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.withPassword('editor', ['editor'], ['en'])
  reviewer = await desk.withPassword('reviewer', ['reviewer'], ['en'])
  administrator = await desk.withPassword('administrator', ['administrator'], [])
})
afterAll(() => desk.close())

const pathOf = ({ id }: Someone) => `/api/users/${id}`
const message = (body: unknown) => at(body, 'errors', 0, 'message')

/** What of an account is nobody's to choose, not even one's own. */
const rights = {
  roles: ['reviewer', 'administrator'],
  writes: ['en', 'kk'],
  reviews: ['en', 'kk'],
}
const secrets = {
  hash: '0'.repeat(1024),
  salt: '0'.repeat(64),
  resetPasswordToken: 'mine',
  resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
  resetPasswordRequestedAt: '2099-01-01T00:00:00.000Z',
  loginAttempts: 5,
  lockUntil: '2099-01-01T00:00:00.000Z',
  sessions: [{ id: 'mine', createdAt: '2026-01-01', expiresAt: '2099-01-01' }],
}

describe('an account', () => {
  it.each(Object.entries({ ...rights, ...secrets, email: 'other@desk.example' }))(
    'can’t choose its own %s',
    async (field, value) => {
      const { updatedAt: _before, ...before } = await rowOf(desk, 'users', editor.id)
      const answer = await editor.rest('PATCH', pathOf(editor), { [field]: value })
      expect(answer.status).toBe(200)
      const { updatedAt: _after, ...after } = await rowOf(desk, 'users', editor.id)
      expect(after).toEqual(before)
    },
  )

  it('keeps its roles when they come in other shapes', async () => {
    for (const data of [
      { 'roles.0': 'administrator' },
      { roles: { 0: 'administrator' } },
      { roles: 'administrator' },
      { roles: null },
      { $set: { roles: ['administrator'] } },
      JSON.parse('{"__proto__": {"roles": ["administrator"]}}') as object,
      { constructor: { prototype: { roles: ['administrator'] } } },
    ])
      await editor.rest('PATCH', pathOf(editor), data)
    expect((await rowOf(desk, 'users', editor.id)).roles).toEqual(['editor'])
    expect((await editor.rest('GET', '/api/users/me')).body).toMatchObject({
      user: { roles: ['editor'] },
    })
  })

  it('loses a right at once, whatever its token says', async () => {
    const someone = await desk.withPassword('leaver', ['editor'])
    const data = { name: 'Ada' }
    expect((await someone.rest('POST', '/api/contacts', data)).status).toBe(201)
    await administrator.rest('PATCH', pathOf(someone), { roles: ['translator'] })
    const changed = await changedBy(desk, async () => {
      expect((await someone.rest('POST', '/api/contacts', data)).status).toBe(403)
    })
    expect(changed).toEqual([])
  })

  it('is changed by nobody else but an administrator', async () => {
    for (const data of [
      { name: 'Somebody' },
      { email: 'mine@desk.example' },
      { password: 'quite another password' },
      rights,
    ]) {
      const changed = await changedBy(desk, async () => {
        expect((await reviewer.rest('PATCH', pathOf(editor), data)).status).toBe(403)
        expect((await desk.stranger.rest('PATCH', pathOf(editor), data)).status).toBe(401)
      })
      expect(changed).toEqual([])
    }
    const { status } = await administrator.rest('PATCH', pathOf(editor), { writes: ['en', 'nb'] })
    expect(status).toBe(200)
    expect((await rowOf(desk, 'users', editor.id)).writes).toEqual(['en', 'nb'])
  })

  it.each([
    ['POST', '/api/users', 403],
    ['PATCH', '/api/users?where[id][exists]=true', 405],
    ['DELETE', '/api/users?where[id][exists]=true', 405],
    ['DELETE', '/api/users/:id', 403],
    ['PUT', '/api/users/:id', 404],
    ['POST', '/api/users/:id/duplicate', 404],
    ['POST', '/api/users/first-register', 403],
    ['POST', '/api/users/unlock', 404],
    ['POST', '/api/users/reset-password', 404],
    ['GET', '/api/users/init', 404],
    ['POST', '/api/users/verify/:id', 404],
    ['POST', '/api/users/:id/api-key', 404],
    ['GET', '/api/users/:id/api-key', 404],
  ])('is out of reach of a colleague by %s %s: %i', async (method, pattern, status) => {
    const path = pattern.replace(':id', editor.id)
    const data = {
      name: 'Mine',
      email: editor.email,
      password: 'quite another password',
      ...rights,
    }
    const changed = await changedBy(desk, async () => {
      const answer = await reviewer.rest(
        method,
        path,
        /POST|PATCH|PUT/.test(method) ? data : undefined,
      )
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it.each([
    ['PATCH', '/api/users?where[id][exists]=true', 405],
    ['DELETE', '/api/users?where[id][exists]=true', 405],
    ['DELETE', '/api/users/:id', 403],
    ['POST', '/api/users/first-register', 403],
  ])('isn’t deleted, nor changed with others, by an administrator: %s %s', async (...row) => {
    const [method, pattern, status] = row
    const changed = await changedBy(desk, async () => {
      const answer = await administrator.rest(
        method,
        pattern.replace(':id', editor.id),
        method === 'DELETE' ? undefined : rights,
      )
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it('has no API key, and isn’t signed in by one', async () => {
    await administrator.rest('PATCH', pathOf(editor), { enableAPIKey: true, apiKey: 'mine' })
    const row = await rowOf(desk, 'users', editor.id)
    expect(Object.keys(row).filter((name) => /api/i.test(name))).toEqual([])
    for (const key of ['mine', 'null', 'undefined', '']) {
      const { body } = await desk.stranger.rest('GET', '/api/users/me', undefined, {
        Authorization: `users API-Key ${key}`,
      })
      expect(at(body, 'user')).toBeNull()
    }
  })
})

describe('a password', () => {
  const passwords = [
    'quite another password',
    'short',
    ['quite another password'],
    { length: 20 },
    1,
  ]

  it.each(passwords)('%j is given to nobody by an administrator', async (given) => {
    const data = { name: 'New', email: 'new@desk.example', password: given, roles: ['editor'] }
    const changed = await changedBy(desk, async () => {
      for (const [method, path] of [
        ['POST', '/api/users'],
        ['PATCH', pathOf(editor)],
        ['PATCH', pathOf(administrator)],
      ] as const) {
        const answer = await administrator.rest(method, path, data)
        expect(answer.status).toBe(422)
        expect(message(answer.body)).toMatch(/Nobody sets the password of somebody else/)
      }
      expect((await editor.rest('PATCH', pathOf(editor), { password: given })).status).toBe(422)
    })
    expect(changed).toEqual([])
  })
})

/** Makes a contact with the reviewer’s cookie. */
const withCookie = async (headers: Record<string, string>) => {
  const response = await desk.handle(
    new Request(`${serverUrl}/api/contacts`, {
      method: 'POST',
      headers: {
        Cookie: `communique-token=${reviewer.token}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      body: JSON.stringify({ name: 'Forged' }),
    }),
  )
  return response.status
}

describe('a session in a cookie', () => {
  it.each([
    [{ Origin: serverUrl }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 403],
    [{ Origin: 'https://elsewhere.example' }, 401],
    [{ Origin: 'null' }, 401],
    [{ Origin: `${serverUrl}.elsewhere.example` }, 401],
    [{ Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' }, 401],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 401],
    [{}, 401],
  ])('with %j is answered %i', async (headers, status) => {
    // 403: it is known who asks, and reviewers make no contacts. 401: the cookie counts for nothing.
    expect(
      await changedBy(desk, async () => {
        expect(await withCookie({ ...headers })).toBe(status)
      }),
    ).toEqual([])
  })
})

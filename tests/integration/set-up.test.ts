import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setUp } from '../../src/desk/set-up.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { isStartProblem } from '../../src/start-problem.ts'
import { type Desk, openDesk } from './harness.ts'

const demo = { COMMUNIQUE_SETUP: 'demo', DEMO_PASSWORD: undefined } as const
const empty = { COMMUNIQUE_SETUP: 'empty', DEMO_PASSWORD: undefined } as const

let desk: Desk
let said: string[]
const say = (line: string) => {
  said.push(line)
}
const killedInTheMiddle = (line: string) => {
  if (line.includes('picture 2 of')) throw new Error('killed')
}
const count = async (collection: CollectionSlug) =>
  (await desk.payload.db.count({ collection })).totalDocs
const filesIn = (...parts: string[]) => {
  try {
    return readdirSync(path.join(desk.mediaDir, ...parts))
  } catch {
    return []
  }
}

beforeEach(() => {
  said = []
})

describe('a real mission', () => {
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it('gets one administrator, whose password is printed, and works', async () => {
    await setUp(desk.payload, empty, say)
    const [, email, password] = /(\S+@\S+)\s+(\S{16})$/.exec(said.at(-1) ?? '') ?? []
    const signedIn = await desk.stranger.rest('POST', '/api/users/login', { email, password })
    expect(signedIn).toMatchObject({ status: 200, body: { user: { roles: ['administrator'] } } })
    expect([await count('users'), await count('releases'), await count('images')]).toEqual([
      1, 0, 0,
    ])
  })

  it.each([
    ['as a real one', empty],
    ['as a demonstration', demo],
  ])('is left alone when it is started again %s', async (_how, settings) => {
    await setUp(desk.payload, settings, say)
    expect(said).toEqual([])
    expect([await count('users'), await count('releases')]).toEqual([1, 0])
  })
})

describe('an installation whose accounts are gone', () => {
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it.each([
    ['a topic', 'topics', { name: 'Fish', slug: 'fish' }],
    ['a contact', 'contacts', { name: 'Ada', state: 'draft', revision: 1, busy: 0 }],
  ] as const)(
    'is not filled over %s, nor given a new administrator',
    async (_what, collection, data) => {
      await desk.payload.db.create({ collection, data: { ...data } })
      await setUp(desk.payload, demo, say)
      expect(said).toEqual([expect.stringContaining('no account')])
      expect([await count('users'), await count('releases')]).toEqual([0, 0])
    },
  )
})

describe('a weak password for the demonstration', () => {
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it('stops the set-up before it begins', async () => {
    const weak = setUp(desk.payload, { ...demo, DEMO_PASSWORD: 'password1234' }, say)
    const failure: unknown = await weak.catch((error: unknown) => error)
    expect(isStartProblem(failure)).toBe(true)
    expect(String(failure)).toContain('DEMO_PASSWORD')
    expect([await count('users'), await count('counters')]).toEqual([0, 1])
  })
})

describe('a set-up that was broken off', () => {
  beforeAll(async () => {
    desk = await openDesk()
    await expect(setUp(desk.payload, demo, killedInTheMiddle)).rejects.toThrow('killed')
  })
  afterAll(() => desk.close())

  it('has left something behind', async () => {
    expect([await count('users'), await count('images')]).toEqual([5, 1])
    expect([filesIn('images').length, filesIn('public', 'images').length]).toEqual([1, 1])
  })

  it('is cleared away by the next start, which may set up something else', async () => {
    await setUp(desk.payload, empty, say)
    expect(said[0]).toContain('not finished')
    const left = [
      'releases',
      'images',
      'contacts',
      'editions',
      'entries',
      'events',
      'topics',
    ] as const
    expect(await Promise.all(left.map(count))).toEqual(left.map(() => 0))
    expect(await count('users')).toBe(1)
    expect([filesIn('images'), filesIn('public', 'images')]).toEqual([[], []])
    expect(await desk.payload.findGlobal({ slug: 'mission' })).toMatchObject({
      names: [],
      languages: ['en'],
      colour: '#1f4e79',
    })
    expect(problemsOf(await verify(desk.payload))).toEqual([])
    said = []
    await setUp(desk.payload, demo, say)
    expect(said).toEqual([])
  })
})

describe('two starts at the same time', () => {
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it('make one administrator', async () => {
    await Promise.all([setUp(desk.payload, empty, say), setUp(desk.payload, empty, say)])
    expect(await count('users')).toBe(1)
    expect(said.filter((line) => line.includes('@'))).toHaveLength(1)
  })
})

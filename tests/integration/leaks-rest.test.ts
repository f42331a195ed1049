import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { serverUrl, type Someone } from './harness.ts'
import { openRoom, personWithoutRole, type Room } from './secret-room.ts'
import { hide } from './secret-room-hidden.ts'

/**
 * REST as a stranger, and as somebody who is signed in and has no role: every route that exists, with every question,
 * about what is there and about what isn't. A route that isn't in the table fails the first test.
 */

type Routes = Record<string, number>

/** What Payload gives every collection. Nobody without a role reads or changes a thing. */
const common: Routes = {
  'get /': 403,
  'get /count': 403,
  'get /:id': 403,
  'post /': 403,
  'post /access/:id?': 403,
  'patch /': 403,
  'patch /:id': 403,
  'delete /': 403,
  'delete /:id': 403,
}
const versions: Routes = {
  'get /versions': 403,
  'get /versions/:id': 403,
  'post /versions/:id': 403,
}
const desk: Routes = {
  ...common,
  ...versions,
  'get /:id/actions': 401,
  'post /:id/actions/:action': 401,
  'get /:id/bar': 401,
  'post /': 401,
  'patch /': 405,
  'patch /:id': 401,
  'delete /': 405,
}
const texts: Routes = {
  ...desk,
  'get /:id/preview': 401,
  'post /:id/presence': 401,
  'delete /:id/presence': 401,
  'get /:id/changes': 401,
  'get /:id/notes': 401,
  'post /:id/notes': 401,
  'post /:id/notes/:note/replies': 401,
  'post /:id/notes/:note/resolve': 401,
  'post /:id/notes/:note/reopen': 401,
  'get /:id/links': 401,
  'post /:id/links': 401,
  'post /:id/links/:link/revoke': 401,
  'get /:id/timeline': 401,
  'get /:id/timeline/check': 401,
}
const files: Routes = { ...desk, 'get /file/:filename': 403, 'get /paste-url/:id?': 403 }

/** The status of each route's answer to somebody without a role, whatever is asked and whether or not it is there. */
const table: Record<string, Routes> = {
  releases: {
    ...texts,
    'post /:id/duplicate': 401,
    'post /import': 401,
    'post /start': 401,
    'get /:id/restriction': 401,
    'post /:id/restriction': 401,
    'post /:id/restriction/lift': 401,
  },
  translations: {
    ...texts,
    'get /:id/segments': 401,
    'post /:id/segments': 401,
    'get /:id/xliff': 401,
    'post /:id/xliff': 401,
    'post /:id/proposals/leave': 401,
  },
  contacts: desk,
  images: files,
  documents: files,
  terms: { ...desk, 'get /export': 401, 'post /import': 401, 'get /forbidden-uses': 401 },
  topics: { ...common, 'patch /': 405, 'delete /': 405 },
  templates: {
    ...common,
    'patch /': 405,
    'delete /': 405,
    'post /of': 401,
    'post /:id/duplicate': 403,
  },
  'standing-paragraphs': { ...common, 'patch /': 405, 'delete /': 405 },
  editions: common,
  entries: common,
  events: common,
  'open-items': {
    ...common,
    'patch /': 405,
    'delete /': 405,
    'get /:id/diff': 401,
    'get /:id/actions': 401,
    'post /:id/actions/:action': 401,
  },
  bundles: {
    ...common,
    'patch /': 405,
    'delete /': 405,
    'get /:id/actions': 401,
    'post /:id/actions/:action': 401,
  },
  outbox: { ...common, 'patch /': 405, 'delete /': 405, 'post /:id/try-again': 401 },
  notes: common,
  replies: common,
  'texts-as-of': common,
  'preview-links': common,
  restrictions: common,
  'saved-searches': common,
  'memory-files': common,
  proposals: common,
  counters: common,
  tallies: common,
  'calendar-feeds': common,
  presences: common,
  credentials: common,
  sessions: common,
  attempts: common,
  'account-acts': common,
  users: {
    ...common,
    'post /': 401,
    'patch /': 405,
    'patch /:id': 401,
    'delete /': 405,
    'get /init': 404,
    'get /me': 200,
    'post /first-register': 403,
    // Strict about what they take; leaks-sign-in.test.ts asks them what they answer.
    'post /forgot-password': 422,
    'post /login': 422,
    'post /look-at-link': 422,
    'post /choose-password': 422,
    'post /logout': 401,
    'post /refresh-token': 401,
    'post /reset-password': 404,
    'post /unlock': 404,
    'post /verify/:id': 404,
    'post /:id/invite-again': 401,
    'post /:id/revoke-invitation': 401,
    'post /:id/disable': 401,
    'post /:id/enable': 401,
    'post /:id/take-second-factor': 401,
  },
  'payload-kv': {},
  'payload-migrations': {},
  'payload-preferences': { 'get /:key': 200, 'post /:key': 401, 'delete /:key': 401 },
  'globals/mission': {
    ...versions,
    'get /': 403,
    'post /': 403,
    'post /access': 200,
  },
  '': {
    'get /access': 200,
    'get /my-account': 401,
    'post /my-account/password': 401,
    'post /my-account/second-factor': 401,
    'post /my-account/second-factor/confirm': 401,
    'post /my-account/second-factor/drop': 401,
    'post /my-account/recovery-codes': 401,
    'delete /my-account/sessions': 401,
    'delete /my-account/sessions/:id': 401,
    'get /my-desk': 401,
    'get /language-matrix': 401,
    'post /language-matrix/assign': 401,
    'get /my-calendar': 401,
    'post /my-calendar': 401,
    'delete /my-calendar': 401,
    'get /calendar/:filename': 404,
    'get /figures': 401,
    'get /figures.csv': 401,
    'get /language-figures': 401,
    'get /language-figures.csv': 401,
    'get /search': 401,
    'get /search.csv': 401,
    'get /my-searches': 401,
    'post /my-searches': 401,
    'delete /my-searches/:id': 401,
    'get /restricted': 401,
    'post /restricted/:id/lift': 401,
    'get /surroundings': 401,
    'get /memory': 401,
    'get /memory/export': 401,
    'post /memory/import': 401,
    'get /memory/files': 401,
    'delete /memory/files/:file': 401,
    'get /kept-text-key': 401,
  },
}

/** Who is signed in without a role is answered otherwise where it is about the own account. */
const ofOwnAccount: Record<string, number> = {
  'users get /me': 200,
  'users post /logout': 200,
  'users post /refresh-token': 200,
  ' get /my-account': 200,
  ' delete /my-account/sessions': 200,
  'payload-preferences get /:key': 200,
  'payload-preferences post /:key': 200,
  'payload-preferences delete /:key': 200,
}
/** Signing in wouldn't help them where strangers are asked to; and they are told that nothing is pasted. */
const signedIn: Record<string, number> = {
  ...Object.fromEntries(
    Object.entries(table).flatMap(([slug, routes]) =>
      Object.keys(routes)
        .filter((route) => routes[route] === 401)
        .map((route) => [`${slug} ${route}`, 403]),
    ),
  ),
  ...ofOwnAccount,
  ' post /my-account/password': 422,
  ' post /my-account/second-factor': 422,
  ' post /my-account/second-factor/confirm': 422,
  ' post /my-account/second-factor/drop': 422,
  ' post /my-account/recovery-codes': 422,
  ' delete /my-account/sessions/:id': 404,
  'images get /paste-url/:id?': 400,
  'documents get /paste-url/:id?': 400,
}

let room: Room
let stranger: Someone
/** Answers from before the desk filled up, to questions that name nothing on it. */
let before: Map<string, string>

/** Everything of an answer: status, headers, body. */
async function answerTo(
  who: Someone,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await room.desk.handle(
    new Request(serverUrl + path, {
      method,
      headers: {
        ...(who.token ? { Authorization: `JWT ${who.token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const named = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort()
  return [response.status, ...named, '', await response.text()].join('\n')
}

const statusOf = (answer: string) => Number(answer.split('\n')[0])

/** What REST offers to filter, order, widen and deepen an answer. `MARK`: a word that only a secret holds. */
const questions = [
  '',
  'limit=0&pagination=false&depth=99',
  'limit=1&page=2',
  'draft=true&trash=true&locale=all&fallback-locale=none',
  'sort=createdAt',
  'sort=-headline,createdBy.email,busy',
  'sort=doesNotExist',
  'select[unfinished]=true&select[email]=true&select[headline]=true',
  'populate[users][email]=true&depth=2',
  'joins[translations][limit]=5',
  'where[headline][contains]=MARK',
  'where[state][not_equals]=draft',
  'where[createdBy][exists]=true',
  'where[busy][equals]=1',
  'where[doesNotExist][equals]=1',
  'where[translator.email][like]=MARK',
  'where[version.headline][contains]=MARK',
  'where[texts.caption][contains]=MARK',
  'where[or][0][email][exists]=true&where[or][1][hash][exists]=true',
  'where[and][0][embargo][greater_than]=2026-01-01',
  'where[images][contains][credit][like]=MARK',
  'where[id][in]=ID',
  'since=edition',
  'since=1',
  'overrideAccess=true&showHiddenFields=true&disableErrors=true',
]

interface Case {
  slug: string
  route: string
  status: number
}
const cases: Case[] = Object.entries(table).flatMap(([slug, routes]) =>
  Object.entries(routes).map(([route, status]) => ({ slug, route, status })),
)

/** What a case can be asked about: a thing that is there, and one that isn't. Same length, same alphabet. */
interface Thing {
  id: string
  version: string
  file: string
  mail: string
  /** Id of a note. */
  note: string
}
const nothing: Thing = {
  id: '00000000-0000-4000-8000-000000000000',
  version: '00000000-0000-4000-8000-000000000000',
  file: 'never-uploaded.jpg',
  mail: 'never@desk.example',
  note: '00000000-0000-4000-8000-000000000000',
}

async function thingIn(slug: string): Promise<Thing> {
  const { payload } = room.desk
  const name = slug.replace('globals/', '')
  const collection = payload.config.collections.find((one) => one.slug === name)
  const { docs } = collection
    ? await payload.db.find<{ id: string; filename?: string; email?: string }>({
        collection: name as CollectionSlug,
        limit: 1,
        pagination: false,
      })
    : { docs: [] }
  const versions =
    name === 'mission'
      ? await payload.db.findGlobalVersions({ global: 'mission', limit: 1 })
      : collection?.versions
        ? await payload.db.findVersions({ collection: name as CollectionSlug, limit: 1 })
        : { docs: [] }
  const note = await payload.db.findOne<{ id: string }>({ collection: 'notes' })
  return {
    note: note?.id ?? nothing.note,
    id: docs[0]?.id ?? nothing.id,
    version: versions.docs[0]?.id ?? nothing.version,
    file: docs[0]?.filename ?? nothing.file,
    mail: docs[0]?.email ?? nothing.mail,
  }
}

/** The request of a case about a thing. */
function requestOf({ slug, route }: Case, thing: Thing): [string, string, unknown] {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern
    .replace('/versions/:id', `/versions/${thing.version}`)
    .replace(/:id\??/, thing.id)
    .replace(':action', 'withdraw')
    .replace(':note', thing.note)
    .replace(':filename', thing.file)
    .replace(':key', 'list')
    // Many at once are named by a filter.
    .replace(/\/$/, /^(patch|delete)/.test(method) ? '?where[id][exists]=true' : '')
  const body =
    method === 'get'
      ? undefined
      : {
          revision: 1,
          headline: 'x',
          explanation: 'x',
          email: thing.mail,
          password: 'quite wrong but long',
          token: 'wrong',
        }
  return [method.toUpperCase(), `/api${slug === '' ? '' : `/${slug}`}${path}`, body]
}

/** The answer without what the question itself said. */
function plain(answer: string, thing: Thing): string {
  return Object.values(thing).reduce((text, said) => text.replaceAll(said, '…'), answer)
}

beforeAll(async () => {
  room = await openRoom()
  stranger = room.desk.stranger
  before = await withoutNames()
  await hide(room)
})
afterAll(() => room.desk.close())

/** What can be asked without naming anything that is on the desk. */
async function withoutNames(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const one of cases) {
    const [method, path, body] = requestOf(one, nothing)
    found.set(`${one.slug} ${one.route}`, await answerTo(stranger, method, path, body))
  }
  return found
}

describe('the table of this page', () => {
  it('has a row for every collection, global and route that exists, and no other', () => {
    const { config } = room.desk.payload
    const found = [
      ...config.collections.flatMap(({ slug, endpoints }) => [
        slug,
        ...(endpoints || []).map(({ method, path }) => `${slug} ${method} ${path}`),
      ]),
      ...config.globals.flatMap(({ slug, endpoints }) => [
        `globals/${slug}`,
        ...(endpoints || []).map(({ method, path }) => `globals/${slug} ${method} ${path}`),
      ]),
      '',
      ...config.endpoints.map(({ method, path }) => ` ${method} ${path}`),
    ]
    const listed = Object.entries(table).flatMap(([slug, routes]) => [
      slug,
      ...Object.keys(routes).map((route) => `${slug} ${route}`),
    ])
    expect([...new Set(found)].sort()).toEqual(listed.sort())
    expect(config.graphQL.disable).toBe(true)
  })
})

describe('before and after the desk filled up', () => {
  it('every route answers the same to a stranger, to the byte', async () => {
    const after = await withoutNames()
    expect(before.size).toBeGreaterThan(140)
    for (const [route, answer] of before) expect(after.get(route), route).toBe(answer)
  })
})

describe.each([
  ['a stranger', () => stranger, {}, {}],
  ['somebody without a role', () => room.guest, signedIn, ofOwnAccount],
] as const)('%s', (_who, person, otherwise: Record<string, number>, own: object) => {
  it.each(
    cases
      .map((one) => ({ ...one, status: otherwise[`${one.slug} ${one.route}`] ?? one.status }))
      .filter(({ slug, route }) => !(`${slug} ${route}` in own)),
  )('is answered $status at “$slug $route”, whatever is there', async (one) => {
    const answers: string[] = []
    for (const thing of [await thingIn(one.slug), nothing])
      for (const question of one.route.startsWith('get ') ? questions : ['']) {
        const [method, path, body] = requestOf(one, thing)
        const asked = question
          .replaceAll('MARK', room.marks.all[0] ?? '')
          .replaceAll('ID', thing.id)
        const answer = await answerTo(person(), method, asked ? `${path}?${asked}` : path, body)
        expect(statusOf(answer), `${path}?${asked}`).toBe(one.status)
        expect(room.marks.in(answer, path + asked), `${path}?${asked}`).toEqual([])
        answers.push(plain(answer, thing))
      }
    expect(new Set(answers).size).toBe(1)
  })

  it.each(['where=x', 'sort[]=x', 'select=x', 'populate=x', 'joins=x', 'where[x'])(
    'learns nothing from the malformed question %s',
    async (question) => {
      for (const one of cases.filter(({ route, slug }) => /^get \/(:id)?$/.test(route) && slug)) {
        const asked = await Promise.all(
          [await thingIn(one.slug), nothing].map(async (thing) => {
            const [method, path] = requestOf(one, thing)
            return plain(await answerTo(person(), method, `${path}?${question}`), thing)
          }),
        )
        expect(new Set(asked).size, `${one.slug} ${one.route}`).toBe(1)
        expect(room.marks.in(asked.join(''), '')).toEqual([])
      }
    },
  )

  it.each(['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'])(
    'reads nothing through %s',
    async (header) => {
      for (const slug of Object.keys(table).filter((name) => !/^(|payload-.*)$/.test(name))) {
        const way = { [header]: 'GET' }
        const asked = await answerTo(person(), 'POST', `/api/${slug}`, { depth: 2 }, way)
        expect(statusOf(asked), slug).toBe(403)
        expect(room.marks.in(asked, '')).toEqual([])
      }
    },
  )
})

describe('somebody without a role', () => {
  it.each(Object.entries(ofOwnAccount))(
    'learns only of the own account at “%s”, answered %i',
    async (route, status) => {
      const { desk, marks } = room
      const guest = await personWithoutRole(desk, marks.word(`a guest at ${route}`))
      await guest.rest('POST', '/api/payload-preferences/list', { value: 'own' })
      const [slug = '', ...rest] = route.split(' ')
      const one = cases.find((row) => row.slug === slug && row.route === rest.join(' '))
      const [method, path, body] = requestOf(one ?? expect.unreachable(), nothing)
      const answer = await answerTo(guest, method, path, body)
      expect(statusOf(answer)).toBe(status)
      expect(marks.in(answer, guest.name)).toEqual([])
    },
  )
})

it('nobody changed anything by asking', async () => {
  const { docs } = await room.desk.payload.db.find<{ id: string; headline?: string }>({
    collection: 'releases',
    pagination: false,
    limit: 0,
  })
  expect(docs.length).toBeGreaterThan(8)
  expect(docs.filter(({ headline }) => headline === 'x')).toEqual([])
  expect(problemsOf(await verify(room.desk.payload))).toEqual([])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionSlug } from 'payload'
import { at, serverUrl, type Someone } from './harness.ts'
import { type House, idOf, openHouse } from './house.ts'
import { changedBy } from './rows.ts'

/** Routes that lead past the workflow in other installations of Payload, asked by somebody who holds every role. */

let house: House
let zoe: Someone

beforeAll(async () => {
  house = await openHouse()
  zoe = house.zoe
})
afterAll(() => house.desk.close())

async function unchanged(act: () => Promise<unknown>): Promise<void> {
  expect(await changedBy(house.desk, act)).toEqual([])
}

describe('GraphQL', () => {
  const mutation = { query: 'mutation { updateRelease(id: "x", data: {state: published}) { id } }' }
  const paths = [
    '/api/graphql',
    '/api/graphql-playground',
    '/api/GraphQL',
    '/graphql',
    '/api/graphql/',
    '/api/graphql?query={Releases{docs{headline}}}',
  ]
  it.each(paths)('isn’t there at %s', (path) =>
    unchanged(async () => {
      for (const [method, body] of [
        ['GET', undefined],
        ['POST', mutation],
        ['OPTIONS', undefined],
      ] as const) {
        const { status, body: answer } = await zoe.rest(method, path, body)
        // To OPTIONS Payload says which methods an address might have, whatever the address is.
        if (method !== 'OPTIONS') expect(status, method).toBe(404)
        expect(JSON.stringify(answer)).not.toMatch(/"data"|headline/)
      }
    }),
  )
})

describe('Payload’s jobs', () => {
  it.each([
    ['GET', '/api/payload-jobs/run'],
    ['POST', '/api/payload-jobs/run'],
    ['GET', '/api/payload-jobs/run?silent=true&allQueues=true&limit=9'],
    ['GET', '/api/payload-jobs/handle-schedules'],
    ['POST', '/api/payload-jobs/queue'],
    ['GET', '/api/payload-jobs'],
    ['POST', '/api/payload-jobs'],
    ['PATCH', '/api/payload-jobs/x'],
    ['DELETE', '/api/payload-jobs/x'],
  ])('aren’t run, queued or listed: %s %s', (method, path) =>
    unchanged(async () => {
      const job = {
        task: 'schedulePublish',
        input: { doc: { relationTo: 'releases', value: 'x' } },
      }
      const body = /POST|PATCH/.test(method) ? job : undefined
      expect((await zoe.rest(method, path, body)).status).toBe(404)
    }),
  )
})

describe('a preference', () => {
  it('is kept under one’s own name, whatever the request says', async () => {
    const other = house.eva
    await other.rest('POST', '/api/payload-preferences/list', { value: { theirs: true } })
    const theirs = { relationTo: 'users', value: other.id }
    const changed = await changedBy(house.desk, async () => {
      for (const [path, body] of [
        ['list', { value: { mine: true }, user: theirs }],
        [`list?user=${other.id}`, { value: { mine: true }, user: other.id, key: 'nav' }],
        [`list?where[user.value][equals]=${other.id}`, { value: { mine: true } }],
      ] as const)
        await zoe.rest('POST', `/api/payload-preferences/${path}`, body)
      await zoe.rest('DELETE', `/api/payload-preferences/list?user=${other.id}`)
      await zoe.rest('POST', '/api/payload-preferences/list', { value: 1, user: theirs })
    })
    const rows = changed.map(({ after, before }) => JSON.stringify(after ?? before))
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row.includes(other.id))).toEqual([])
    const { body } = await other.rest('GET', '/api/payload-preferences/list')
    expect(at(body, 'value')).toEqual({ theirs: true })
  })

  it.each([
    ['GET', ''],
    ['POST', ''],
    ['PATCH', '?where[id][exists]=true'],
    ['DELETE', '?where[id][exists]=true'],
    ['GET', '/access'],
    ['GET', '/count'],
  ])('of others is neither listed nor written by %s /api/payload-preferences%s', (method, path) =>
    unchanged(async () => {
      const body = /POST|PATCH/.test(method)
        ? { key: 'list', user: house.eva.id, value: 1 }
        : undefined
      const answer = await zoe.rest(method, `/api/payload-preferences${path}`, body)
      if (path === '/access' || path === '/count')
        // Read as the key of a preference of one's own, which nobody has kept.
        expect(at(answer.body, 'value') ?? null).toBeNull()
      else expect(answer.status).toBe(404)
    }),
  )
})

describe('a document lock', () => {
  it.each([
    ['GET', ''],
    ['POST', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['PATCH', '/x'],
    ['DELETE', '/x'],
  ])('can’t be taken, moved or broken in anybody’s name: %s%s', (method, path) =>
    unchanged(async () => {
      const lock = {
        document: { relationTo: 'releases', value: idOf(house.at.draft) },
        user: { relationTo: 'users', value: house.eva.id },
      }
      const body = /POST|PATCH/.test(method) ? lock : undefined
      const answer = await zoe.rest(method, `/api/payload-locked-documents${path}`, body)
      expect(answer.status).toBe(404)
    }),
  )
})

/** The writing routes that exist for people, each tested elsewhere. `*`: the six collections of the desk. */
const open = new Set([
  '* post /',
  '* patch /:id',
  '* delete /:id',
  '* post /versions/:id',
  '* post /:id/actions/:action',
  '* post /access/:id?',
  // Tested in notes.test.ts.
  ...['releases', 'translations'].flatMap((slug) => [
    // In forms.test.ts.
    `${slug} post /:id/presence`,
    `${slug} delete /:id/presence`,
    `${slug} post /:id/notes`,
    `${slug} post /:id/notes/:note/replies`,
    `${slug} post /:id/notes/:note/resolve`,
    `${slug} post /:id/notes/:note/reopen`,
  ]),
  // Tested in templates.test.ts.
  'releases post /start',
  'templates post /of',
  ...['templates', 'standing-paragraphs'].flatMap((slug) => [
    `${slug} post /`,
    `${slug} patch /:id`,
    `${slug} delete /:id`,
    `${slug} post /access/:id?`,
  ]),
  'templates post /:id/duplicate',
  // Tested in restricted.test.ts.
  'releases post /:id/restriction',
  'releases post /:id/restriction/lift',
  ' post /restricted/:id/lift',
  // Tested in links.test.ts.
  ...['releases', 'translations'].flatMap((slug) => [
    `${slug} post /:id/links`,
    `${slug} post /:id/links/:link/revoke`,
  ]),
  ...[
    'notes',
    'replies',
    'texts-as-of',
    'preview-links',
    'restrictions',
    'saved-searches',
    'memory-files',
    'proposals',
  ].map((slug) => `${slug} post /access/:id?`),
  'releases post /:id/duplicate',
  'releases post /import',
  // Tested in terms.test.ts.
  'terms post /import',
  'topics post /',
  'topics patch /:id',
  'topics delete /:id',
  'topics post /access/:id?',
  'editions post /access/:id?',
  'entries post /access/:id?',
  'events post /access/:id?',
  'counters post /access/:id?',
  'tallies post /access/:id?',
  'calendar-feeds post /access/:id?',
  'presences post /access/:id?',
  // A person’s own, in search.test.ts.
  ' post /my-searches',
  ' delete /my-searches/:id',
  // Tested in memory.test.ts.
  ' post /memory/import',
  ' delete /memory/files/:file',
  // A person’s own address, in calendar.test.ts.
  ' post /my-calendar',
  ' delete /my-calendar',
  // Tested in outbox.test.ts.
  'outbox post /:id/try-again',
  'outbox post /access/:id?',
  // Tested in segments.test.ts.
  'translations post /:id/segments',
  // Tested in xliff.test.ts.
  'translations post /:id/xliff',
  'translations post /:id/proposals/leave',
  // Tested in bundles.test.ts.
  'bundles post /',
  'bundles post /:id/actions/:action',
  'bundles post /access/:id?',
  'open-items post /access/:id?',
  'open-items post /:id/actions/:action',
  'users post /',
  'users patch /:id',
  'users post /access/:id?',
  'users post /login',
  'users post /logout',
  'users post /refresh-token',
  'users post /forgot-password',
  // Of accounts, in invitations.test.ts, second-factor.test.ts, sessions.test.ts and shut-ways-in.test.ts.
  'users post /look-at-link',
  'users post /choose-password',
  'users post /:id/invite-again',
  'users post /:id/revoke-invitation',
  'users post /:id/disable',
  'users post /:id/enable',
  'users post /:id/take-second-factor',
  ' post /my-account/password',
  ' post /my-account/second-factor',
  ' post /my-account/second-factor/confirm',
  ' post /my-account/second-factor/drop',
  ' post /my-account/recovery-codes',
  ' delete /my-account/sessions',
  ' delete /my-account/sessions/:id',
  ...['credentials', 'sessions', 'attempts', 'account-acts'].map(
    (slug) => `${slug} post /access/:id?`,
  ),
  'payload-preferences post /:key',
  'payload-preferences delete /:key',
  'globals/mission post /',
  'globals/mission post /access',
  'globals/mission post /versions/:id',
])
const desk = ['releases', 'translations', 'contacts', 'images', 'documents', 'terms']

describe('every other route that writes', () => {
  it('refuses somebody who holds every role', async () => {
    const { config, db } = house.desk.payload
    const routes = [
      ...config.collections.map(({ slug, endpoints }) => [slug, endpoints || []] as const),
      ...config.globals.map(({ slug, endpoints }) => [`globals/${slug}`, endpoints || []] as const),
      ['', config.endpoints] as const,
    ].flatMap(([slug, endpoints]) =>
      endpoints.map(({ method, path }) => ({ slug, method, path: path || '/' })),
    )
    const closed = routes
      .filter(({ method }) => method !== 'get')
      .filter(({ slug, method, path }) => {
        const name = desk.includes(slug) ? '*' : slug
        return !open.has(`${name} ${method} ${path}`) && !open.has(`${slug} ${method} ${path}`)
      })
    expect(closed.length).toBeGreaterThan(20)
    for (const { slug, method, path } of closed) {
      const there = config.collections.some((one) => one.slug === slug)
        ? await db.findOne<{ id: string }>({ collection: slug as CollectionSlug })
        : null
      const url = `/api/${slug}${path.replace(':id', there?.id ?? 'x')}`
      await unchanged(async () => {
        const { status } = await zoe.rest(method.toUpperCase(), url, { state: 'published' })
        expect([403, 404, 405], `${method} ${url}`).toContain(status)
      })
    }
  })

  it('isn’t there in a collection that is Payload’s own', () => {
    const own = house.desk.payload.config.collections.filter(({ slug }) =>
      slug.startsWith('payload-'),
    )
    expect(
      own.map(({ slug, endpoints }) => [slug, (endpoints || []).map(({ path }) => path)]),
    ).toEqual(
      own.map(({ slug }) => [
        slug,
        slug === 'payload-preferences' ? ['/:key', '/:key', '/:key'] : [],
      ]),
    )
    expect(own.map(({ slug }) => slug)).toContain('payload-preferences')
  })
})

describe('a cookie from elsewhere', () => {
  it.each(['https://elsewhere.example', 'null', `${serverUrl}.elsewhere.example`])(
    'takes no action and changes nothing: %s',
    (origin) =>
      unchanged(async () => {
        for (const [method, path] of [
          ['POST', `${house.at['in review']}/actions/approve`],
          ['PATCH', house.at.draft],
          ['DELETE', house.at.draft],
        ] as const) {
          const response = await house.desk.handle(
            new Request(serverUrl + path, {
              method,
              headers: {
                Cookie: `communique-token=${zoe.token}`,
                Origin: origin,
                'Content-Type': 'application/json',
              },
              ...(method === 'DELETE' ? {} : { body: '{"revision":2,"headline":"Forged"}' }),
            }),
          )
          expect([401, 403], `${method} ${path}`).toContain(response.status)
        }
      }),
  )
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { againstSchema } from '../standards/openapi.ts'
import { pause } from '../unit/server/helpers.ts'
import { act, make, paragraph, publish } from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { openServer, type OpenServer } from './press-server.ts'

/** Topics and the public interface over the network: each act at the door is seen in them at once. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let server: OpenServer
let contact: string
let energy: string
let culture: string
const ids: Record<string, string> = {}
const editions = '/api/public/v1/editions'

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor', 'translator'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  await desk.payload.updateGlobal({
    slug: 'mission',
    data: {
      names: [{ language: 'en', name: 'Embassy of Halvoria' }],
      languages: ['en', 'nb'],
      defaultLanguage: 'en',
      timeZonePost: 'Asia/Almaty',
    },
  })
  server = await openServer(desk, desk.mediaDir)
  const topic = (slug: string, name: string) =>
    make(editor, 'topics', {
      slug,
      names: [
        { language: 'en', name },
        { language: 'nb', name: `${name} (nb)` },
      ],
    })
  energy = await topic('energy', 'Energy')
  culture = await topic('culture', 'Culture')
  contact = await make(editor, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  for (const [name, topics, kind] of [
    ['dam', [energy], 'press-release'],
    ['festival', [culture], 'press-release'],
    ['power', [energy, culture], 'speech'],
    ['untold', [energy], 'press-release'],
  ] as const) {
    // Each at a moment of its own.
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
    ids[name] = await make(editor, 'releases', {
      language: 'en',
      kind,
      headline: name,
      lead: `${name} lead`,
      datelinePlace: 'Oslo',
      datelineDate: '2026-03-03T12:00:00.000Z',
      body: paragraph(`${name} body`),
      contacts: [contact],
      topics,
      about: false,
    })
    if (name !== 'untold') await publish(editor, reviewer, `/api/releases/${ids[name]}`)
  }
  await seen()
})
afterAll(async () => {
  server.close()
  await desk.close()
})

/** Until the server has seen the last act. */
const seen = () => pause(300)

async function read(where: string) {
  const { status, headers, body } = await server.get(where)
  return { status, headers, body: body.toString() }
}
const data = async (where: string): Promise<unknown> => JSON.parse((await read(where)).body)
const headlines = async (query: string): Promise<unknown[]> =>
  (at(await data(`${editions}?${query}`), 'editions') as { headline: string }[]).map(
    ({ headline }) => headline,
  )
const inFeed = async (slug: string): Promise<unknown[]> =>
  (at(await data(`/en/topics/${slug}/feed.json`), 'items') as { title: string }[]).map(
    ({ title }) => title,
  )
const path = (name: string) => `/api/releases/${ids[name]}`

describe('the public interface', () => {
  it('lists what is live, newest first, by topic, kind and time', async () => {
    expect(await headlines('language=en')).toEqual(['power', 'festival', 'dam'])
    expect(await headlines('language=en&topic=energy')).toEqual(['power', 'dam'])
    expect(await headlines('language=en&topic=energy&kind=speech')).toEqual(['power'])
    expect(await headlines('language=en&q=bodies')).toEqual(['power', 'festival', 'dam'])
    expect(await headlines('language=en&q=untold')).toEqual([])
    expect(await headlines('language=nb')).toEqual([])
    const list = await data(`${editions}?language=en`)
    const moment = at(list, 'editions', 1, 'publishedAt') as string
    expect(await headlines(`language=en&since=${moment}`)).toEqual(['power', 'festival'])
    expect(await headlines(`language=en&until=${moment}`)).toEqual(['dam'])
    expect(await headlines(`language=en&topic=culture&until=${moment}`)).toEqual([])
  })

  it('goes on page after page, of a topic too', async () => {
    for (const [query, expected] of [
      ['language=en', ['power', 'festival', 'dam']],
      ['language=en&topic=energy', ['power', 'dam']],
      ['language=en&q=lead', ['power', 'festival', 'dam']],
    ] as const) {
      const found: unknown[] = []
      let next: string | null = `${serverUrl}${editions}?${query}&limit=1`
      while (next !== null && found.length < 5) {
        const page: unknown = await data(next.slice(serverUrl.length))
        found.push(at(page, 'editions', 0, 'headline'))
        next = at(page, 'next') as string | null
      }
      expect(found).toEqual(expected)
    }
  })

  it('is described at /openapi.json', async () => {
    const description = (await data('/openapi.json')) as object
    expect(at(description, 'servers', 0, 'url')).toBe(serverUrl)
    const list = await data(`${editions}?language=en`)
    expect(againstSchema(description, 'List')(list)).toEqual([])
    const one = await data(`${editions}/${ids.power}`)
    expect(againstSchema(description, 'Edition')(one)).toEqual([])
    expect(one).toMatchObject({ headline: 'power', contacts: [{ name: 'Ada' }] })
  })

  it('comes from the press room’s cache, with its headers, and not from the desk', async () => {
    const { headers } = await read(`${editions}?language=en&utm_source=x`)
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).toContain("script-src 'none'")
    const etag = String(headers.etag)
    const again = await server.get(`${editions}?language=en`, {
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    const post = await server.get(editions, { method: 'POST' })
    expect(post.status).toBe(405)
  })

  it.each(['/api/Public/v1/editions', '/API/public/v1/editions', '/api/public', '/api//public/v1'])(
    'is in no other spelling: %s',
    async (where) => {
      const answer = await read(where)
      expect([301, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('festival')
    },
  )

  it('knows nothing of what isn’t published', async () => {
    const unpublished = await read(`${editions}/${ids.untold}`)
    const nothing = await read(`${editions}/00000000-0000-4000-8000-000000000000`)
    expect(unpublished.status).toBe(404)
    expect(unpublished.body).toBe(nothing.body)
    expect((await read(`${editions}/${contact}`)).status).toBe(404)
  })
})

describe('a topic', () => {
  it('is a page and feeds of what is live on it', async () => {
    const { status, body } = await read('/en/topics/energy')
    expect(status).toBe(200)
    expect(body).toContain('<h1 class="page">Energy</h1>')
    expect(body).not.toContain('untold')
    expect(await inFeed('energy')).toEqual(['power', 'dam'])
    expect((await read('/nb/topics/energy')).status).toBe(404)
  })

  it('loses what an edition is no longer about', async () => {
    await act(editor, path('power'), 'revise')
    const { body } = await editor.rest('GET', `${path('power')}/actions`)
    const changed = { topics: [culture], revision: at(body, 'revision') }
    expect((await editor.rest('PATCH', path('power'), changed)).status).toBe(200)
    // A change on the desk is none in the press room.
    await seen()
    expect(await inFeed('energy')).toEqual(['power', 'dam'])
    await publish(editor, reviewer, path('power'), { change: 'major', publicNote: 'Its topic.' })
    await seen()
    expect(await inFeed('energy')).toEqual(['dam'])
    expect(await headlines('language=en&topic=energy')).toEqual(['dam'])
    expect(await headlines('language=en&topic=culture')).toEqual(['power', 'festival'])
  })

  it('tells what was withdrawn in its feed, and is gone with its last text', async () => {
    await act(reviewer, path('dam'), 'withdraw', { explanation: 'It was wrong.' })
    await seen()
    expect(await inFeed('energy')).toEqual(['Withdrawn: dam'])
    expect((await read('/en/topics/energy')).status).toBe(404)
    expect(await headlines('language=en&topic=energy')).toEqual([])
    expect(at(await data(`${editions}/${ids.dam}`), 'standing')).toBe('withdrawn')
    await act(reviewer, path('dam'), 'retract', { explanation: 'It was false.' })
    await seen()
    const answer = await read(`${editions}/${ids.dam}`)
    expect(answer.status).toBe(410)
    expect(answer.body).not.toMatch(/dam|false/)
    const feed = await read('/en/topics/energy/feed.atom')
    expect(feed.status).toBe(200)
    expect(feed.body).not.toContain('dam')
  })
})

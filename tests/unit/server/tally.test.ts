import { describe, expect, it } from 'vitest'
import type { Seen } from '@/server/ports.ts'
import { createTally } from '@/server/tally.ts'
import { fakePorts, open, page } from './helpers.ts'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

function counted(
  asked: readonly {
    url: string
    method?: string
    status?: number
    agent?: string
    referer?: string
  }[],
) {
  const tally = createTally('press.example.org')
  for (const { url, method = 'GET', status = 200, agent = browser, referer } of asked)
    tally.see(
      { url, method, headers: { 'user-agent': agent, ...(referer ? { referer } : {}) } },
      status,
    )
  return plain(tally.read())
}

const plain = (seen: Seen) =>
  Object.fromEntries(Object.entries(seen).map(([kind, sums]) => [kind, Object.fromEntries(sums)]))
const nothing = { views: {}, downloads: {}, feeds: {}, sites: {} }

describe('what is counted', () => {
  it('is what readers look at and take, by path', () => {
    expect(
      counted([
        { url: '/en/releases/dam' },
        { url: '/en/releases/dam?utm_source=x', status: 304 },
        { url: '/nb/releases/demning' },
        { url: '/en/releases/dam.zip' },
        { url: '/en/releases/dam.txt' },
        { url: '/files/images/e1/full.jpg' },
        { url: '/files/documents/e2/facts.pdf' },
        { url: '/en/feed.atom', agent: 'Feedbot/1.0' },
        { url: '/en/topics/energy/feed.json' },
      ]),
    ).toEqual({
      views: { '/en/releases/dam': 2, '/nb/releases/demning': 1 },
      downloads: {
        '/en/releases/dam.zip': 1,
        '/en/releases/dam.txt': 1,
        '/files/images/e1/full.jpg': 1,
        '/files/documents/e2/facts.pdf': 1,
      },
      feeds: { '/en/feed.atom': 1, '/en/topics/energy/feed.json': 1 },
      sites: {},
    })
  })

  it.each([
    ['asking for its length', { url: '/en/releases/dam', method: 'HEAD' }],
    ['what isn’t there', { url: '/en/releases/none', status: 404 }],
    ['what is gone', { url: '/en/releases/gone', status: 410 }],
    ['a redirect', { url: '/en/releases/dam/', status: 301 }],
    ['a part of a file', { url: '/files/images/e1/full.jpg', status: 206 }],
    ['a list', { url: '/en/releases' }],
    ['the home page', { url: '/en' }],
    ['a small picture within a page', { url: '/files/images/e1/480.avif' }],
    ['a picture for sharing', { url: '/en/releases/dam.1.png' }],
    ['the desk', { url: '/admin' }],
    ['a robot', { url: '/en/releases/dam', agent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    ['a program', { url: '/en/releases/dam', agent: 'curl/8.5.0' }],
    ['whoever says nothing', { url: '/en/releases/dam', agent: '' }],
  ])('isn’t %s', (_what, asked) => {
    expect(counted([asked])).toEqual(nothing)
  })

  it('keeps of a referring site its name alone', () => {
    const { sites } = counted(
      [
        'https://www.news.example/politics/secret-draft?user=ola#top',
        'https://News.Example:8443',
        'http://other.example/',
        'https://press.example.org/en',
        'https://user:password@evil.example/',
        'javascript:alert(1)',
        'https://ид.example/',
        `https://${'x'.repeat(300)}.example/`,
      ].map((referer) => ({ url: '/en/releases/dam', referer })),
    )
    expect(sites).toEqual({ 'news.example': 2, 'other.example': 1 })
  })

  it('is bounded, whatever is made up', () => {
    const { views = {}, sites = {} } = counted(
      Array.from({ length: 30_000 }, (_, n) => ({
        url: `/en/releases/made-up-${n}`,
        referer: `https://made-up-${n}.example/`,
      })),
    )
    expect(Object.keys(views)).toHaveLength(10_000)
    expect(Object.keys(sites)).toHaveLength(200)
  })
})

describe('the server', () => {
  it('counts answers from memory too, and hands all of it on in one go', async () => {
    const told: unknown[] = []
    const { ask, tally, cached } = await open(
      fakePorts({
        tally: async (seen) => {
          told.push(plain(seen))
        },
      }),
    )
    const asking = { headers: { 'user-agent': browser, cookie: 'a=b' } }
    for (let n = 0; n < 5; n += 1) await ask('/en/releases/dam', asking)
    expect(cached().pages.entries).toBe(1)
    await Promise.all(Array.from({ length: 200 }, () => ask('/en/releases/dam', asking)))
    await ask('/en/releases/dam', { ...asking, method: 'HEAD' })
    expect(told).toEqual([])
    await tally()
    expect(told).toEqual([{ ...nothing, views: { '/en/releases/dam': 205 } }])
    // Nothing new is told by nothing.
    await tally()
    expect(told).toHaveLength(1)
  })

  it('answers on when figures can’t be kept', async () => {
    const { ask, tally, logged } = await open(
      fakePorts({
        tally: () => Promise.reject(new Error('no database')),
        respond: async () => page('x'),
      }),
    )
    await ask('/en/releases/dam', { headers: { 'user-agent': browser } })
    await tally()
    expect(logged).toHaveLength(1)
    expect((await ask('/en/releases/dam')).status).toBe(200)
  })
})

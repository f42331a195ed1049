import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CacheOptions, canonicalTarget, createResponseCache } from '@/server/cache.ts'
import { Busy, TooSlow } from '@/server/gate.ts'
import { ask, fakePorts, held, open, origin, page, pause } from './helpers.ts'

const known = ['page', 'q']

/** A cache behind a bare server; counts what it renders. */
async function cached(overrides: Partial<CacheOptions> = {}) {
  const rendered: string[] = []
  const render = overrides.render ?? (async (asked: Request) => page(asked.url))
  const cache = createResponseCache({
    origin,
    knownParameters: known,
    revision: () => '1',
    ...overrides,
    render: (asked) => {
      rendered.push(asked.url.slice(origin.length))
      return render(asked)
    },
  })
  const server = createServer((request, response) => {
    // As the server does it.
    if (cache.answerAtOnce(request, response)) return
    cache.answer(request, response, new URL(origin + request.url)).catch((error: unknown) => {
      response.writeHead(error instanceof Busy || error instanceof TooSlow ? 503 : 500).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { rendered, cache, ask: (path: string, asking = {}) => ask(port, path, asking) }
}

/** Which ways the answers went. */
async function watched(overrides: Partial<CacheOptions> = {}) {
  const made = await cached(overrides)
  const atOnce: boolean[] = []
  const answerAtOnce = made.cache.answerAtOnce.bind(made.cache)
  made.cache.answerAtOnce = (...both) => {
    const done = answerAtOnce(...both)
    atOnce.push(done)
    return done
  }
  return { ...made, atOnce }
}

describe('the canonical form of a URL', () => {
  it.each([
    ['/en', '/en'],
    ['/en?utm_source=mail&fbclid=1', '/en'],
    ['/en?page=2', '/en?page=2'],
    ['/en?q=ice&page=2', '/en?page=2&q=ice'],
    ['/en?page=2&page=3', '/en?page=2'],
    ['/en?page=', '/en'],
    ['/en?PAGE=2', '/en'],
    [`/en?q=${'x'.repeat(500)}`, `/en?q=${'x'.repeat(200)}`],
    ['/en?q=%D0%BC%D0%B8%D1%80', '/en?q=%D0%BC%D0%B8%D1%80'],
  ])('of %s', (given, expected) => {
    expect(canonicalTarget(new URL(origin + given), known)).toBe(expected)
  })
})

describe('asking for a page', () => {
  it('renders it once, whatever else the URL carries', async () => {
    const { ask, rendered } = await cached()
    const first = await ask('/en')
    const again = await ask('/en?utm_source=mail')
    expect(first.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(rendered).toEqual(['/en'])
  })

  it('shows the renderer no header and no parameter that is not in the key', async () => {
    let seen: Request | undefined
    const { ask } = await cached({
      render: async (asked) => {
        seen = asked
        return page('x')
      },
    })
    await ask('/en?page=2&evil=1', { headers: { cookie: 'a=b', 'accept-language': 'nb' } })
    expect(seen?.url).toBe(`${origin}/en?page=2`)
    expect([...(seen?.headers ?? [])]).toEqual([])
  })

  it('never keeps /, and lets it see the reader’s languages', async () => {
    const { ask, rendered } = await cached({
      render: async (asked) => page(asked.headers.get('accept-language') ?? 'none'),
    })
    const [nb, ru] = [
      await ask('/', { headers: { 'accept-language': 'nb' } }),
      await ask('/', { headers: { 'accept-language': 'ru' } }),
    ]
    expect(nb.body.toString()).toContain('<p>nb</p>')
    expect(ru.body.toString()).toContain('<p>ru</p>')
    expect(rendered).toEqual(['/', '/'])
  })

  it('makes one rendering of a hundred requests at once', async () => {
    const answer = held<Response>()
    const { ask, rendered } = await cached({ render: () => answer.promise })
    const asked = Array.from({ length: 100 }, () => ask('/en'))
    await pause(50)
    answer.release(page('one'))
    const bodies = new Set((await Promise.all(asked)).map(({ body }) => body.toString()))
    expect(bodies.size).toBe(1)
    expect(rendered).toEqual(['/en'])
  })

  it('answers HEAD as GET, without the bytes', async () => {
    const { ask } = await cached()
    const get = await ask('/en')
    const head = await ask('/en', { method: 'HEAD' })
    expect(head.body).toHaveLength(0)
    expect(head.headers['content-length']).toBe(String(get.body.length))
    expect(head.headers.etag).toBe(get.headers.etag)
  })

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
    ['deflate', undefined, (bytes: Buffer) => bytes],
  ])('with Accept-Encoding %s sends %s', async (accepted, encoding, decode) => {
    const { ask } = await cached()
    const plain = await ask('/en')
    const answer = await ask('/en', { headers: { 'accept-encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers.vary).toBe('Accept-Encoding')
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(decode(answer.body)).toEqual(plain.body)
  })

  it('leaves short answers and pictures as they are', async () => {
    const { ask } = await cached({
      render: async (asked) =>
        asked.url.endsWith('.png')
          ? new Response('x'.repeat(5000), { headers: { 'content-type': 'image/png' } })
          : new Response('short', { headers: { 'content-type': 'text/plain' } }),
    })
    for (const path of ['/a.png', '/robots.txt']) {
      const answer = await ask(path, { headers: { 'accept-encoding': 'br' } })
      expect(answer.headers['content-encoding']).toBeUndefined()
    }
  })

  it('gives each encoding a strong ETag of its own, and 304 for that one only', async () => {
    const { ask } = await cached({ headers: { 'x-content-type-options': 'nosniff' } })
    const plain = await ask('/en')
    const br = await ask('/en', { headers: { 'accept-encoding': 'br' } })
    expect(plain.headers.etag).toMatch(/^"[\w-]{22}"$/)
    expect(br.headers.etag).not.toBe(plain.headers.etag)

    const etag = String(br.headers.etag)
    const statuses = []
    for (const [tags, encoding] of [
      [etag, 'br'],
      [`"other", W/${etag}`, 'br'],
      ['*', 'br'],
      [etag, 'identity'],
      ['"other"', 'br'],
    ] as const) {
      const answer = await ask('/en', {
        headers: { 'if-none-match': tags, 'accept-encoding': encoding },
      })
      statuses.push(answer.status)
      if (answer.status === 304) {
        expect(answer.body).toHaveLength(0)
        expect(answer.headers).toMatchObject({
          etag,
          vary: 'Accept-Encoding',
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        })
        expect(answer.headers['content-type']).toBeUndefined()
      }
    }
    expect(statuses).toEqual([304, 304, 304, 200, 200])
  })

  it('sends no cookie and nothing about its maker', async () => {
    const { ask } = await cached({
      render: async () =>
        page('x', { headers: { 'set-cookie': 'a=b', 'x-powered-by': 'Next.js' } }),
    })
    const { headers } = await ask('/en')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it.each([
    ['an error of the server', { status: 500 }],
    ['a private answer', { headers: { 'cache-control': 'private' } }],
    ['one that must not be stored', { headers: { 'cache-control': 'no-store' } }],
    ['one that varies by language', { headers: { vary: 'Accept-Language' } }],
  ])('does not keep %s', async (_what, init) => {
    const { ask, rendered } = await cached({ render: async () => page('x', init) })
    await ask('/en')
    await ask('/en')
    expect(rendered).toHaveLength(2)
  })

  it('does not keep a failure', async () => {
    let fails = true
    const { ask } = await cached({
      render: async () => {
        if (fails) throw new Error('no database')
        return page('x')
      },
    })
    expect((await ask('/en')).status).toBe(500)
    fails = false
    expect((await ask('/en')).status).toBe(200)
  })

  it('refuses what would wait too long, and gives up on what takes too long', async () => {
    const { ask } = await cached({
      render: () => new Promise<Response>(() => {}),
      atOnce: 2,
      waiting: 2,
      giveUpAfter: 100,
    })
    const answers = await Promise.all(['/1', '/2', '/3', '/4', '/5'].map((path) => ask(path)))
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503])
  })
})

describe('after an act at the door', () => {
  it('renders anew and forgets the old bytes', async () => {
    let revision = '1'
    const { ask, cache, rendered } = await cached({
      revision: () => revision,
      render: async () => page(`at ${revision}`),
    })
    expect((await ask('/en')).body.toString()).toContain('at 1')
    await ask('/nb')
    revision = '2'
    expect((await ask('/en')).body.toString()).toContain('at 2')
    expect(rendered).toEqual(['/en', '/nb', '/en'])
    expect(cache.size().pages.entries).toBe(1)
  })

  it('never keeps a page begun before it under the newer revision', async () => {
    let revision = '1'
    const old = held<Response>()
    let first = true
    const { ask, cache } = await cached({
      revision: () => revision,
      render: () => {
        if (!first) return Promise.resolve(page('new'))
        first = false
        return old.promise
      },
    })
    const before = ask('/en')
    await pause(30)
    revision = '2'
    const during = await ask('/en')
    old.release(page('old'))
    expect((await before).body.toString()).toContain('old')
    expect(during.body.toString()).toContain('new')
    expect(cache.size().pages.entries).toBe(1)
    expect((await ask('/en')).body.toString()).toContain('new')
  })

  it('shows a withdrawal within half a second over the real server', async () => {
    let withdrawn = false
    const { ask } = await open(
      fakePorts({
        pressRevision: async () => (withdrawn ? '2' : '1'),
        respond: async () => (withdrawn ? page('gone', { status: 410 }) : page('text')),
      }),
    )
    expect((await ask('/en/releases/a')).status).toBe(200)
    withdrawn = true
    await pause(300)
    expect((await ask('/en/releases/a')).status).toBe(410)
  })
})

// Directly, without sockets: the bound is what is measured, not the network.
async function flood(count: number, url: (n: number) => string, status: number) {
  const cache = createResponseCache({
    origin,
    knownParameters: known,
    revision: () => '1',
    render: async (asked) =>
      page(asked.url, { status: asked.url.endsWith('/real') ? 200 : status }),
  })
  const request = { method: 'GET', headers: {} }
  const response = { writeHead: () => response, end: () => response }
  const put = (path: string) =>
    // A request and a response are used by three of their members only.
    cache.answer(request as never, response as never, new URL(origin + path))
  await put('/real')
  for (let n = 0; n < count; n += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, i) => put(url(n + i))))
  }
  return cache.size()
}

describe('a page in memory', () => {
  it('is answered at once where the address is written as it is kept', async () => {
    const { ask, atOnce } = await watched()
    const first = await ask('/en?page=2')
    for (const [path, method] of [
      ['/en?page=2', 'GET'],
      ['/en?page=2', 'HEAD'],
      ['/en?page=2&utm_source=mail', 'GET'],
      ['/en?q=&page=2', 'GET'],
    ] as const) {
      const answer = await ask(path, { method })
      expect(answer.status).toBe(200)
      expect({ ...answer.headers, date: '' }).toEqual({ ...first.headers, date: '' })
      if (method === 'GET') expect(answer.body).toEqual(first.body)
    }
    expect(atOnce).toEqual([false, true, true, false, false])
  })

  it('is answered at once in an encoding once that was made, and as a 304', async () => {
    const { ask, atOnce } = await watched()
    const headers = { 'accept-encoding': 'br' }
    const [first, again] = [await ask('/en', { headers }), await ask('/en', { headers })]
    expect(again.body).toEqual(first.body)
    expect(again.headers['content-encoding']).toBe('br')
    const mine = { ...headers, 'if-none-match': String(first.headers.etag) }
    expect((await ask('/en', { headers: mine })).status).toBe(304)
    expect((await ask('/en', { headers: { 'accept-encoding': 'gzip' } })).status).toBe(200)
    expect(atOnce).toEqual([false, true, true, false])
  })

  it.each([
    ['a body', { 'content-length': '2' }],
    ['a body of unknown length', { 'transfer-encoding': 'chunked' }],
    ['an expectation', { expect: '100-continue' }],
  ])('is not answered before a request with %s was judged', async (_what, headers) => {
    const { ask, atOnce } = await watched()
    await ask('/en')
    await ask('/en', { headers, body: '{}' })
    expect(atOnce).toEqual([false, false])
  })

  it.each([
    ['can’t be known', () => Promise.reject(new Error('no database'))],
    [
      'is known to be unknown',
      () => {
        throw new Error('no database')
      },
    ],
  ])('is not answered once the revision %s', async (_how, failing) => {
    let fails = false
    const { ask, atOnce } = await watched({ revision: () => (fails ? failing() : '1') })
    await ask('/en')
    expect((await ask('/en')).status).toBe(200)
    fails = true
    expect((await ask('/en')).status).toBe(500)
    expect(atOnce).toEqual([false, true, false])
  })

  it('waits for the revision when that is being read', async () => {
    const reading = held<string>()
    let begun = false
    const { ask, rendered } = await watched({ revision: () => (begun ? reading.promise : '1') })
    await ask('/en')
    begun = true
    const asked = ask('/en')
    await pause(20)
    reading.release('2')
    expect((await asked).status).toBe(200)
    expect(rendered).toEqual(['/en', '/en'])
  })
})

describe('thirty thousand made-up URLs', () => {
  it.each([
    ['unknown paths', (n: number) => `/en/releases/made-up-${n}`, 404, 'misses'],
    ['searches', (n: number) => `/en/search?q=${n}`, 200, 'searches'],
    ['pages of lists', (n: number) => `/en/releases?page=${n}`, 200, 'queries'],
    ['tracking parameters', (n: number) => `/real?utm=${n}`, 200, 'pages'],
  ] as const)(
    'of %s stay in their share',
    async (_what, url, status, share) => {
      const size = await flood(30_000, url, status)
      expect(size.pages.entries).toBe(1)
      expect(size.misses.entries).toBeLessThanOrEqual(1_000)
      expect(size.misses.bytes).toBeLessThanOrEqual(4 * 1024 * 1024)
      expect(size.queries.entries).toBeLessThanOrEqual(2_000)
      expect(size.queries.bytes).toBeLessThanOrEqual(12 * 1024 * 1024)
      expect(size.searches.entries).toBeLessThanOrEqual(500)
      expect(size.searches.bytes).toBeLessThanOrEqual(4 * 1024 * 1024)
      expect(size[share].entries).toBeGreaterThan(0)
    },
    60_000,
  )

  it('weighs the encodings made later, too', async () => {
    const { ask, cache } = await cached()
    await ask('/en')
    const before = cache.size().pages.bytes
    const br = await ask('/en', { headers: { 'accept-encoding': 'br' } })
    const gzip = await ask('/en', { headers: { 'accept-encoding': 'gzip' } })
    expect(cache.size().pages.bytes).toBe(before + br.body.length + gzip.body.length)
    expect(cache.size().pages.entries).toBe(1)
  })

  it('do not keep an answer larger than its share', async () => {
    const { ask, cache } = await cached({
      shares: { pages: { entries: 10, bytes: 10_000 } },
      render: async () => new Response('x'.repeat(20_000)),
    })
    expect((await ask('/en')).body).toHaveLength(20_000)
    expect(cache.size().pages).toEqual({ entries: 0, bytes: 0 })
  })
})

describe('an answer that says when it stops being true', () => {
  it.each([
    ['is kept until then', 3_600_000, 1],
    ['is made anew from then on', -1_000, 3],
  ])('%s', async (_what, away, times) => {
    const expires = new Date(Date.now() + away).toUTCString()
    const made = await cached({ render: async ({ url }) => page(url, { headers: { expires } }) })
    const encodings = ['identity', 'br', 'identity']
    for (const encoding of encodings) {
      const asking = { headers: { 'accept-encoding': encoding } }
      expect((await made.ask('/news', asking)).status).toBe(200)
    }
    expect(made.rendered).toHaveLength(times)
  })
})

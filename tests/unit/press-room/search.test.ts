import { describe, expect, it } from 'vitest'
import { ask, halvoria, memoryStore, published, text } from './helpers.ts'

/** The press room's search as its page shows it, over texts in memory. */

const say = (words: string) =>
  [{ type: 'paragraph', children: [{ type: 'text', text: words }] }] as const
const roads = { id: 't1', name: 'Roads' }
const store = memoryStore(
  [
    published(
      'bridge',
      text({
        headline: 'Bridge to Tromsø opens',
        body: say('Minister Mukhtar Tleuberdi cut the ribbon of the bridge.'),
        topics: [roads],
      }),
      { publishedAt: '2026-03-01T10:00:00Z' },
    ),
    published(
      'tunnel',
      text({ kind: 'statement', headline: 'A tunnel', lead: 'Longer than the bridge.' }),
      { publishedAt: '2025-12-31T20:00:00Z' },
    ),
    published('gone', text({ headline: 'A zeppelin bridge' }), {
      standing: 'retracted',
      noticeAt: '2026-11-22T00:00:00Z',
    }),
    published('withdrawn', text({ headline: 'A rocket bridge' }), {
      standing: 'withdrawn',
      noticeAt: '2026-11-22T00:00:00Z',
    }),
    published(
      'kopir',
      text({ language: 'kk', headline: 'Көпір', body: say('Мұхтар Тілеуберді келді.') }),
    ),
  ],
  { mission: halvoria, topics: [{ id: 't1', slug: 'roads' }] },
)

const page = async (query: string, language = 'en') => ask(store, `/${language}/search${query}`)
const found = (body: string): string[] =>
  [...body.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href = '']) => href)
const marked = (body: string): string[] =>
  [...body.matchAll(/<mark>([^<]+)<\/mark>/g)].map(([, words = '']) => words)

describe('the page of the search', () => {
  it('finds live texts only, the best first, and marks what was asked for', async () => {
    const { status, body } = await page('?q=bridges')
    expect(status).toBe(200)
    expect(found(body)).toEqual(['/en/releases/bridge', '/en/releases/tunnel'])
    expect(new Set(marked(body))).toEqual(new Set(['Bridge', 'bridge']))
    expect(body).not.toMatch(/zeppelin|rocket/)
    expect(body).toContain('<meta name="robots" content="noindex"/>')
  })

  it.each([
    ['its name in the other script', 'Тілеуберді', 'en', ['/en/releases/bridge']],
    ['its name in Latin letters', 'Tleuberdi', 'kk', ['/kk/releases/kopir']],
    ['a letter wrong', 'brigde', 'en', ['/en/releases/bridge', '/en/releases/tunnel']],
    ['a letter that few have a key for', 'tromsoe', 'en', ['/en/releases/bridge']],
    ['words that stand in different texts', 'tromso tunnel', 'en', []],
    ['a word of what was retracted', 'zeppelin', 'en', []],
    ['and what sounds like it', 'zepelin', 'en', []],
    ['an index’s own language', '"bridge* NOT tunnel', 'en', []],
    ['signs alone', '"*^():', 'en', ['/en/releases/bridge', '/en/releases/tunnel']],
  ])('by %s', async (_how, q, language, expected) => {
    const { status, body } = await page(`?q=${encodeURIComponent(q)}`, language)
    expect(status).toBe(200)
    expect(found(body)).toEqual(expected)
  })

  it('says so where another word was looked for, and where nothing was found', async () => {
    expect((await page('?q=brigde')).body).toContain(
      'No text has “brigde”. Shown are texts with “bridge”.',
    )
    const { body } = await page('?q=gondola')
    expect(body).toContain('No text was found.')
  })

  it('leads to other languages where only they have something', async () => {
    const { body } = await page('?q=%D0%9A%D3%A9%D0%BF%D1%96%D1%80')
    expect(found(body)).toEqual([])
    expect(body).toContain('<a href="/kk/search?q=%D0%9A%D3%A9%D0%BF%D1%96%D1%80" lang="kk"')
  })

  it('filters, counts what each filter would leave, and takes a filter away', async () => {
    const all = (await page('?q=bridge')).body
    for (const label of ['Roads (1)', 'Press release (1)', 'Statement (1)'])
      expect(all).toContain(label)
    // The tunnel was published on New Year's Day by the clocks of the post.
    expect(all).toContain('<option value="2026">2026 (2)</option>')
    expect(all).not.toContain('2025 (')
    const statements = (await page('?q=bridge&kind=statement')).body
    expect(found(statements)).toEqual(['/en/releases/tunnel'])
    expect(statements).toContain('<a href="/en/search?q=bridge" rel="nofollow"')
    expect(found((await page('?topic=roads')).body)).toEqual(['/en/releases/bridge'])
    expect(found((await page('?topic=seas&q=bridge')).body)).toEqual([])
    expect(found((await page('?year=2026&sort=date')).body)).toEqual([
      '/en/releases/bridge',
      '/en/releases/tunnel',
    ])
    expect(found((await page('?year=2024')).body)).toEqual([])
  })

  it.each([
    ['?page=1&q=bridge', 301],
    ['?page=2&q=bridge', 404],
    ['?page=0', 404],
    ['?kind=poem', 400],
    ['?year=26', 400],
    ['?sort=random', 400],
    ['?topic=%27', 400],
    ['?q=a&q=b', 400],
    [`?q=${'a'.repeat(10_000)}`, 400],
    [`?q=${'a '.repeat(60)}`, 200],
    ['?q=%00', 200],
  ])('%s answers %i', async (query, status) => {
    expect((await page(query)).status).toBe(status)
  })

  it('tells whoever asks for too much how much is too much', async () => {
    expect((await page(`?q=${'a'.repeat(121)}`)).body).toContain('at most 120 characters')
  })

  it('says that not everything can be found, and is kept nowhere, while something can’t be read', async () => {
    const broken = { ...store, changed: () => Promise.reject(new Error('no database')) }
    const { status, headers, body } = await ask(broken, '/en/search?q=bridge')
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toContain('not everything can be found yet')
    const { status: refused } = await ask(broken, '/api/public/v1/editions?language=en&q=bridge')
    expect(refused).toBe(503)
  })

  it('is there in each language of the mission, and in no other', async () => {
    expect((await page('', 'ar')).status).toBe(200)
    expect((await page('', 'fr')).status).toBe(404)
    expect((await ask(store, '/en/search/more')).status).toBe(404)
  })
})

import { describe, expect, it } from 'vitest'
import { ask, halvoria, memoryStore, published, text } from './helpers.ts'

/** The archive: only months that have something, counted by the mission's clocks. */

const store = memoryStore(
  [
    published('new', text({ headline: 'New' }), { publishedAt: '2026-11-20T10:00:00Z' }),
    // 1 November in Almaty.
    published('eve', text({ headline: 'Eve' }), { publishedAt: '2026-10-31T20:00:00Z' }),
    published('summer', text({ headline: 'Summer' }), { publishedAt: '2024-07-01T10:00:00Z' }),
    published('sommer', text({ language: 'nb', headline: 'Sommer' }), {
      publishedAt: '2024-07-02T10:00:00Z',
    }),
    published('gone', text({ headline: 'Gone' }), {
      publishedAt: '2025-03-01T10:00:00Z',
      standing: 'retracted',
      noticeAt: '2026-11-22T00:00:00Z',
    }),
  ],
  { mission: halvoria },
)

const page = async (path: string) => (await ask(store, path)).body
const links = (body: string): string[] =>
  [...body.matchAll(/<li><a href="(\/\w+\/archive[^"]*)">([^<]+)<\/a><span>(\d+)/g)].map((found) =>
    found.slice(1).join(' '),
  )

describe('the archive', () => {
  it('leads from years to months to texts, newest first', async () => {
    expect(links(await page('/en/archive'))).toEqual([
      '/en/archive/2026 2026 2',
      '/en/archive/2024 2024 1',
    ])
    expect(links(await page('/en/archive/2026'))).toEqual(['/en/archive/2026/11 November 2026 2'])
    expect(links(await page('/nb/archive/2024'))).toEqual(['/nb/archive/2024/07 Juli 2024 1'])
    const november = await page('/en/archive/2026/11')
    expect([...november.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/en/releases/new',
      '/en/releases/eve',
    ])
    expect(november).toContain('<a href="/en/archive/2024/07">July 2024</a>')
    expect(await page('/en/releases')).toContain('<a href="/en/archive">Archive</a>')
  })

  it('names the languages that have something in a month', async () => {
    expect(await page('/en/archive/2024/07')).toContain('href="/nb/archive/2024/07" lang="nb"')
    expect(await page('/en/archive/2026/11')).not.toContain('/nb/archive/2026/11')
  })

  it('is there where there is nothing, too, and says so', async () => {
    expect(await page('/kk/archive')).toContain('Бұл тілде әзірге хабарлама жоқ.')
  })

  it.each([
    ['/en/archive/2025', 404],
    ['/en/archive/2025/03', 404],
    ['/en/archive/2026/10', 404],
    ['/en/archive/2026/13', 404],
    ['/en/archive/2026/7', 404],
    ['/en/archive/26', 404],
    ['/en/archive/2026/11/20', 404],
    ['/en/archive/2026/11?page=2', 404],
    ['/en/archive/2026/11?page=1', 301],
    ['/en/archive/2026/', 301],
    ['/fr/archive', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await ask(store, path)).status).toBe(status)
  })
})

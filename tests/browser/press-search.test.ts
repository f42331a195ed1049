import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownParameters } from '@/server/paths.ts'
import { halvoria, memoryStore, published, text } from '../unit/press-room/helpers.ts'
import { openBrowser } from './browser.ts'
import { faultsOf, type PressPages, screens, servePages } from './press-pages.ts'

/** The search and the archive of the press room, in a browser that runs nothing. */

const say = (words: string) =>
  [{ type: 'paragraph', children: [{ type: 'text', text: words }] }] as const
const energy = { id: 't1', slug: 'energy' }
const many = Array.from({ length: 45 }, (_, at) =>
  published(
    `council-${at}`,
    text({
      headline: `Council on energy and the northern seas meets for the ${at + 1}. time in Astana`,
      lead: 'Ministers agree on the next steps.',
      kind: at % 3 === 0 ? 'statement' : 'press-release',
      topics: at % 2 === 0 ? [{ id: 't1', name: 'Energy' }] : [],
    }),
    { publishedAt: `202${5 + (at % 2)}-0${1 + (at % 9)}-1${at % 9}T10:00:00Z` },
  ),
)
const store = memoryStore(
  [
    ...many,
    published(
      'visit',
      text({
        headline: 'Foreign minister receives the ambassador',
        body: say(
          'Foreign Minister Mukhtar Tleuberdi received the new ambassador of Halvoria, who handed over her letters of credence before the council met.',
        ),
      }),
      { publishedAt: '2026-11-20T10:00:00Z' },
    ),
    published(
      'sapar',
      text({
        language: 'kk',
        headline: 'Сыртқы істер министрі елшіні қабылдады',
        lead: 'Кездесу Астанада өтті.',
        body: say('Мұхтар Тілеуберді Халвория елшісін қабылдады.'),
      }),
      { publishedAt: '2026-11-20T10:00:00Z' },
    ),
    published('liqaa', text({ language: 'ar', headline: 'الوزير يستقبل السفيرة' }), {
      publishedAt: '2026-11-20T10:00:00Z',
    }),
  ],
  { mission: halvoria, topics: [energy] },
)
let browser: Browser
let served: PressPages
let url: string

beforeAll(async () => {
  served = await servePages(store, knownParameters)
  url = served.url
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  served.close()
})

const pages = {
  search: '/en/search',
  council: '/en/search?q=councils',
  filtered: '/en/search?q=council&topic=energy&kind=statement&year=2026',
  mistyped: '/en/search?q=ambasador',
  nothing: '/en/search?q=zeppelin',
  elsewhere: '/en/search?q=%D0%BA%D0%B5%D0%B7%D0%B4%D0%B5%D1%81%D1%83',
  refused: '/en/search?kind=poem',
  arabic: '/ar/search?q=%D8%B3%D9%81%D9%8A%D8%B1%D8%A9',
  kazakh: '/kk/search?q=Tleuberdi',
  archive: '/en/archive',
  year: '/en/archive/2026',
  month: '/en/archive/2026/11',
  releases: '/en/releases?page=3',
  release: '/en/releases/visit',
  home: '/nb',
}

describe.each(screens)('on a screen of %i pixels, %s', (...screen) => {
  it('each page can be used by everybody, and nothing runs over its edge', async () => {
    expect(await faultsOf(browser, url, screen, pages)).toEqual([])
  })
})

describe('a reader with a telephone, without script', () => {
  it('finds a name in Latin and in Cyrillic, filters, and goes to the next page', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      baseURL: url,
    })
    const page = await context.newPage()
    const results = () => page.locator('.rows h2').allTextContents()
    const ask = async (words: string) => {
      await page.getByRole('searchbox').fill(words)
      await page.getByRole('searchbox').press('Enter')
    }
    await page.goto('/en/releases')
    await ask('Tleuberdi')
    await page.waitForURL('**/en/search?q=Tleuberdi')
    expect(await results()).toEqual(['Foreign minister receives the ambassador'])
    expect(await page.locator('mark').allTextContents()).toEqual(['Tleuberdi'])
    await ask('Тілеуберді')
    expect(await results()).toEqual(['Foreign minister receives the ambassador'])
    await page.goto('/kk')
    await ask('Tleuberdi')
    expect(await results()).toEqual(['Сыртқы істер министрі елшіні қабылдады'])

    await page.goto('/en')
    await ask('council')
    expect(await page.locator('.total').textContent()).toBe('Texts found: 46')
    await page.getByLabel('Topic').selectOption('energy')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('.total').textContent()).toBe('Texts found: 23')
    const first = await results()
    await page.getByRole('link', { name: 'Older' }).click()
    const second = await results()
    expect(second).toHaveLength(3)
    expect(first).not.toContain(second[0])
    expect(new URL(page.url()).searchParams.get('topic')).toBe('energy')
    await page.getByRole('link', { name: /Remove: Energy/ }).click()
    expect(await page.locator('.total').textContent()).toBe('Texts found: 46')
    await context.close()
  })
})

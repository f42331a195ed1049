import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementNames } from '@/press-room/addresses.ts'
import { knownParameters } from '@/server/paths.ts'
import {
  contact,
  document,
  halvoria,
  image,
  memoryStore,
  published,
  readingRoom as reading,
  text,
} from '../unit/press-room/helpers.ts'
import { openBrowser } from './browser.ts'
import { faultsOf, type PressPages, screens, servePages } from './press-pages.ts'

/** Every kind of page but those of the search, from left to right and from right to left, in a browser that runs nothing. */

const energy = { id: 't1', slug: 'energy' }
const store = memoryStore(
  [
    published('room', image({ licence: reading.licence, copyright: reading.copyright })),
    published(
      'dam',
      text({
        headline: 'A new dam',
        topics: [{ id: 't1', name: 'Energy' }],
        images: [reading],
      }),
    ),
    published('facts', document()),
    published('mira', contact()),
    published('film', text({ headline: 'A film week', topics: [{ id: 't1', name: 'Energy' }] })),
    published('talks', text({ headline: 'Talks are held' }), {
      standing: 'withdrawn',
      noticeAt: '2026-11-22T05:00:00.000Z',
      explanation: 'They were put off.',
    }),
    published('gone', text({ headline: 'Gone' }), {
      standing: 'retracted',
      noticeAt: '2026-11-22T05:00:00.000Z',
    }),
    published(
      'sadd',
      text({
        language: 'ar',
        headline: 'سد جديد',
        topics: [{ id: 't1', name: 'الطاقة' }],
        images: [{ ...reading, alt: 'قاعة القراءة', caption: 'قاعة القراءة في المكتبة' }],
      }),
      { family: 'dam', of: 'translation' },
    ),
  ],
  { mission: { ...halvoria, languages: ['en', 'ar', 'kk', 'nb'] }, topics: [energy] },
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
  topic: '/en/topics/energy',
  'topic-arabic': '/ar/topics/energy',
  'topic-release': '/en/releases/dam',
  image: '/en/images/room',
  'image-arabic': '/ar/images/room',
  'image-bank': '/en/images',
  'topic-release-arabic': '/ar/releases/sadd',
  ...Object.fromEntries(
    ['', 'releases', 'contacts', 'documents', 'topics', ...statementNames].flatMap((name) =>
      ['en', 'ar'].map((language) => [
        `${name || 'home'}-${language}`,
        `/${language}/${name}`.replace(/\/$/, ''),
      ]),
    ),
  ),
  'follow-kazakh': '/kk/follow',
  'privacy-norwegian': '/nb/privacy',
  withdrawn: '/en/releases/talks',
  retracted: '/en/releases/gone',
  'not-found': '/en/nothing',
}

describe.each(screens)('on a screen of %i pixels, %s', (...screen) => {
  it('each page can be used by everybody, and nothing runs over its edge', async () => {
    expect(await faultsOf(browser, url, screen, pages)).toEqual([])
  })
})

describe('a reader', () => {
  it('comes by the keyboard from a release to its topic, and to the other language', async () => {
    const page = await browser.newPage({ baseURL: url })
    await page.goto('/en/releases/dam')
    await page.getByRole('link', { name: 'Energy' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/topics/energy')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Energy')
    await page.getByRole('link', { name: 'العربية' }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ar/topics/energy')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.close()
  })

  it('sees on paper where a release is from, and no links to press', async () => {
    const page = await browser.newPage({ baseURL: url })
    await page.goto('/en/releases/dam')
    expect(await page.locator('.from').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.from').textContent()).toBe(
      'http://press.halvoria.example/en/releases/dam',
    )
    expect(await page.locator('.from').isVisible()).toBe(true)
    expect(await page.locator('.downloads').isVisible()).toBe(false)
    await page.close()
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownParameters } from '@/server/paths.ts'
import { halvoria, memoryStore, published, text } from '../unit/press-room/helpers.ts'
import { barriers, openBrowser } from './browser.ts'
import { type PressPages, servePages } from './press-pages.ts'

/** The page of a topic and the release that leads there, in a browser that runs nothing. */

const energy = { id: 't1', slug: 'energy' }
const store = memoryStore(
  [
    published('dam', text({ headline: 'A new dam', topics: [{ id: 't1', name: 'Energy' }] })),
    published(
      'sadd',
      text({ language: 'ar', headline: 'سد جديد', topics: [{ id: 't1', name: 'الطاقة' }] }),
      { family: 'dam', of: 'translation' },
    ),
  ],
  { mission: { ...halvoria, languages: ['en', 'ar'] }, topics: [energy] },
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

const pages = ['/en/topics/energy', '/ar/topics/energy', '/en/releases/dam', '/ar/releases/sadd']

async function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
}

describe.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('on a screen of %i pixels, %s', (width, colorScheme) => {
  it('each page can be used by everybody, and nothing runs over its edge', async () => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      baseURL: url,
    })
    const page = await context.newPage()
    for (const path of pages) {
      await page.goto(path)
      expect(await barriers(page.locator('html')), path).toEqual([])
      expect(await fits(page), path).toBe(true)
    }
    await context.close()
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

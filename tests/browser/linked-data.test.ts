import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { halvoria, memoryStore, published, text } from '../unit/press-room/helpers.ts'
import { openBrowser } from './browser.ts'
import { type PressPages, servePages } from './press-pages.ts'

/** Public pages forbid every script. The data in their heads must be none in a browser's eyes, and be readable all the same. */

const store = memoryStore([published('library', text({ headline: '</script><b>Library</b>' }))], {
  mission: { ...halvoria, languages: ['en'] },
})
let browser: Browser
let served: PressPages
let url: string

beforeAll(async () => {
  served = await servePages(store, [], (request) => {
    if (!request.url.endsWith('/control')) return null
    const page = '<!doctype html><title>Control</title><script>document.title = "Run"</script>'
    return new Response(page, { headers: { 'content-type': 'text/html' } })
  })
  url = served.url
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  served.close()
})

/** What the browser says of a page, and what it finds in it. */
async function opened(path: string) {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(url + path)
  const title = await page.title()
  const data = await page.locator('script[type="application/ld+json"]').allTextContents()
  await page.close()
  // Chromium asks for an icon by itself.
  return { title, data, complaints: complaints.filter((one) => /policy|script/i.test(one)) }
}

describe('under the policy of public pages', () => {
  it('a script is refused, with a complaint', async () => {
    const { title, complaints } = await opened('/control')
    expect(title).toBe('Control')
    expect(complaints.join()).toContain('Content Security Policy')
  })

  it.each([
    ['/en/releases/library', ['NewsArticle', 'BreadcrumbList']],
    ['/en', ['GovernmentOrganization']],
  ])('the data of %s is read without one', async (path, types) => {
    const { data, complaints } = await opened(path)
    expect(complaints).toEqual([])
    const objects = data.map((json) => JSON.parse(json) as Record<string, unknown>)
    expect(objects.map((one) => one['@type'])).toEqual(types)
    if (path !== '/en') expect(objects[0]?.headline).toBe('</script><b>Library</b>')
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Account, barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { idOf } from './desk-page.ts'
import { type RunningServer, startServer } from './server.ts'

/** Pages that we add to Payload's admin and no journey dwells on: all can use them, and they fit a desktop and a phone. */

let server: RunningServer
let browser: Browser
const visitors = new Map<Account, Visitor>()

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  for (const account of ['editor', 'translator', 'admin'] as const)
    visitors.set(account, await signedIn(browser, server.url, account))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const seen = (account: Account): Visitor => visitors.get(account) ?? expect.unreachable()

const views: [name: string, account: Account, address: string][] = [
  ['my-desk-administrator', 'admin', '/admin'],
  ['search', 'editor', '/admin/search?q=wind'],
  ['start', 'editor', '/admin/start'],
  ['figures', 'editor', '/admin/figures?days=90'],
  ['restricted-texts', 'admin', '/admin/restricted'],
  ['language matrix', 'editor', '/admin/languages'],
  ['translate', 'translator', '/admin/collections/translations/:translation/translate'],
]

describe.each(views)('%s', (name, account, address) => {
  it('can be used by everybody, as wide as a desktop and as a phone', async () => {
    const { page } = seen(account)
    // Of a translation whose original was corrected after it was made.
    const id = await idOf(seen('editor'), 'translations', { headline: 'Handelen' })
    const place = address.replace(':translation', id)
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(place)
      const view = page.locator('.desk-view, .desk-preview, .desk-review').first()
      await view.waitFor()
      expect(await barriers(view), `${width}`).toEqual([])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, `${width}`).toBe(0)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await picture(page, name)
  })
})

it('nothing in the browser complained', () => {
  expect([...visitors.values()].flatMap(({ complaints }) => complaints)).toEqual([])
})

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { draft } from './drafts.ts'
import { type RunningServer, startServer } from './server.ts'

/** A draft is seen before it is public: by its editor beside the form, and by an expert through a link. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let outside: BrowserContext
let expert: Page
let id: string
let address: string

const headline = 'A tunnel under the fjord'

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  expert = await outside.newPage()
  id = await draft(editor, { headline })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('shows the public page of the draft, as wide as a desktop and as a phone', async () => {
  const { page } = editor
  await page.goto(`/admin/collections/releases/${id}/preview`)
  const frame = page.frameLocator('.desk-preview iframe')
  await frame.getByRole('heading', { name: headline }).waitFor()
  const width = () => frame.locator('html').evaluate((html) => html.clientWidth)
  expect(await width()).toBe(1280)
  await page.getByLabel('Phone', { exact: true }).check()
  await frame.getByRole('heading', { name: headline }).waitFor()
  expect(await width()).toBe(390)
  expect(await barriers(page.locator('.desk-preview'))).toEqual([])
  await picture(page, 'preview')
})

it('is opened to an expert by keyboard alone, with an address that is shown once', async () => {
  const { page } = editor
  await page.getByRole('button', { name: 'Make a link' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  expect(await barriers(dialog)).toEqual([])
  await page.keyboard.type('Kari Dahl, Ministry of Transport')
  await page.keyboard.press('Enter')
  const shown = dialog.getByLabel('Address')
  await shown.waitFor()
  address = await shown.inputValue()
  expect(address).toMatch(/\/preview\/[\w-]{43}$/)
  expect(await barriers(dialog)).toEqual([])
  await picture(page, 'link-made')
  await page.keyboard.press('Escape')
  const line = page.locator('.desk-links li')
  await line.getByRole('heading', { name: 'Kari Dahl, Ministry of Transport' }).waitFor()
  expect(await page.content()).not.toContain(address.slice(-43))
})

it('is read by the expert without a script, who remarks on it', async () => {
  await expert.goto(address)
  await expert.getByRole('heading', { name: headline }).waitFor()
  expect(await expert.locator('body').innerText()).toContain('Draft – not for publication')
  const wide = await expert.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBe(390)
  await expert.getByRole('textbox', { name: 'Remark' }).fill('The tunnel is 11 km long, not 10.')
  await expert.getByRole('button', { name: 'Send the remark' }).click()
  await expert.getByText('Thank you').waitFor()

  const { page } = editor
  await page.goto(`/admin/collections/releases/${id}/review`)
  const note = page.locator('.desk-note', { hasText: 'The tunnel is 11 km long, not 10.' })
  await note.waitFor()
  expect(await note.innerText()).toContain('Kari Dahl, Ministry of Transport (by link)')
})

it('opens nothing any more once it is taken back', async () => {
  const { page } = editor
  await page.goto(`/admin/collections/releases/${id}/preview`)
  const line = page.locator('.desk-links li')
  expect(await line.innerText()).not.toContain('Not yet')
  await line.getByRole('button', { name: 'Take back the link for Kari Dahl' }).click()
  await line.getByText('Taken back by').waitFor()
  const answer = await expert.goto(address)
  expect(answer?.status()).toBe(404)
  expect(await expert.content()).not.toContain('tunnel')
  expect(await barriers(page.locator('.desk-preview'))).toEqual([])
  await picture(page, 'link-revoked')
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { draft } from './drafts.ts'
import { type RunningServer, startServer } from './server.ts'

/** A text that two people know of: restricted by its editor, and opened by an administrator with a reason. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor
let admin: Visitor
let id: string
/** Of the reviewer. */
let name: string

const headline = 'A dismissal nobody may know of yet'
/** Whether anything in the page, seen or not, names it. */
const told = async (page: Visitor['page']) => (await page.content()).includes(headline)
const tab = () => `/admin/collections/releases/${id}/who-sees`

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
  admin = await signedIn(browser, server.url, 'admin')
  id = await draft(editor, { headline })
  const { body } = await reviewer.rest('GET', '/users/me')
  name = (body as { user: { name: string } }).user.name
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('is restricted by keyboard alone', async () => {
  const { page } = editor
  await page.goto(tab())
  const view = page.locator('.desk-who')
  await view.waitFor()
  expect(await barriers(page.locator('.desk-view'))).toEqual([])
  await picture(page, 'restrict')
  await view.getByLabel(name).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await view.getByText('Only those named see this text now.').waitFor()
  await view.getByRole('button', { name: 'Save who sees it' }).waitFor()
  await page.goto(`/admin/collections/releases/${id}`)
  await page.getByText(/^Restricted: only .* may know of this text/).waitFor()
})

it('isn’t there for whoever isn’t named', async () => {
  const { page } = admin
  for (const where of ['', '/review', '/preview', '/timeline', '/who-sees', '/versions']) {
    await page.goto(`/admin/collections/releases/${id}${where}`)
    await page.waitForTimeout(300)
    expect(await told(page), where).toBe(false)
  }
  await page.goto('/admin/collections/releases')
  await page.locator('.table').waitFor()
  expect(await told(page)).toBe(false)
  expect((await page.content()).includes(id)).toBe(false)
  await reviewer.page.goto('/admin/collections/releases')
  await reviewer.page.getByRole('link', { name: headline }).waitFor()
})

it('is opened to everybody by an administrator, with a reason', async () => {
  const { page } = admin
  await page.goto('/admin')
  await page.goto('/admin/restricted')
  const view = page.locator('.desk-view')
  await view.getByText(name).waitFor()
  expect(await view.innerText()).not.toContain(headline)
  expect(await barriers(view)).toEqual([])
  await view.getByRole('button', { name: 'Lift the restriction' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  expect(await barriers(dialog)).toEqual([])
  await picture(page, 'lift-restriction')
  await page.keyboard.type('The ministry has announced it.')
  await dialog.getByRole('button', { name: 'Lift the restriction' }).click()
  await view.getByText('No text is restricted').waitFor()
  await page.goto(`/admin/collections/releases/${id}/timeline`)
  await page.getByText('The ministry has announced it.').waitFor()
})

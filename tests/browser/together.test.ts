import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../integration/acts.ts'
import {
  barriers,
  openBrowser,
  picture,
  pressed,
  signedIn,
  tabTo,
  type Visitor,
} from './browser.ts'
import { DeskPage, idOf } from './desk-page.ts'
import { type RunningServer, startServer } from './server.ts'

/** What goes out beside the usual way: several texts together, and one text without anybody's approval. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor
let second: Visitor

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
  second = await signedIn(browser, server.url, 'second.reviewer')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function draft(headline: string): Promise<string> {
  const contact = await idOf(editor, 'contacts', { name: 'Leda' })
  const made = await editor.rest('POST', '/releases', {
    language: 'en',
    kind: 'news',
    headline,
    lead: 'It concerns everybody.',
    body: bodyOf([{ type: 'paragraph', children: [{ type: 'text', text: 'Read on.' }] }]),
    contacts: [contact],
    about: false,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return (made.body as { doc: { id: string } }).doc.id
}
async function act(who: Visitor, id: string, action: string, revision: number): Promise<void> {
  const answer = await who.rest('POST', `/releases/${id}/actions/${action}`, { revision })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
const publicPage = async (headline: string): Promise<number> => {
  const slug = headline.toLowerCase().replaceAll(' ', '-')
  return (await fetch(`${server.url}/en/releases/${slug}`)).status
}

describe('a bundle', () => {
  it('says what holds it up, publishes nothing then, and everything once that is mended', async () => {
    const [ready, held] = [await draft('The first of two'), await draft('The second of two')]
    for (const id of [ready, held]) await act(editor, id, 'submit', 1)
    await act(reviewer, ready, 'approve', 2)

    const { page } = reviewer
    await page.goto('/admin/collections/bundles/create')
    await page.locator('form[data-form-ready="true"]').waitFor()
    // With the keyboard alone.
    await tabTo(page.getByLabel('Title'))
    await page.keyboard.type('Two at once')
    for (const [place, headline] of ['The first of two', 'The second of two'].entries()) {
      await pressed(page.getByRole('button', { name: 'Add Text' }))
      const row = page.locator(`#members-row-${place}`)
      await tabTo(row.getByRole('combobox'))
      await page.keyboard.type(headline)
      await page.getByRole('option', { name: headline }).first().waitFor()
      await page.keyboard.press('Enter')
    }
    await pressed(page.locator('#action-save'))
    const view = page.locator('.desk-open')
    await view.waitFor()
    expect(await view.innerText()).toContain('Can’t go')
    expect(await barriers(view)).toEqual([])
    await picture(page, 'bundle-held')
    await view.getByRole('button', { name: 'Publish together' }).click({ force: true })
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await publicPage('The first of two')).toBe(404)

    await act(reviewer, held, 'approve', 2)
    await page.reload()
    await view.waitFor()
    await page.waitForLoadState('networkidle')
    await pressed(view.getByRole('button', { name: 'Publish together' }))
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    expect(await barriers(dialog)).toEqual([])
    await pressed(dialog.getByRole('button', { name: 'Publish together' }))
    await dialog.waitFor({ state: 'detached' })
    expect(await publicPage('The first of two')).toBe(200)
    expect(await publicPage('The second of two')).toBe(200)
  })
})

describe('an emergency', () => {
  const headline = 'The dam may break tonight'

  it('is published by one person alone, with a reason, and with the keyboard alone', async () => {
    const id = await draft(headline)
    const rita = new DeskPage(reviewer)
    await rita.open('releases', id)
    await pressed(rita.button('Other actions'))
    await pressed(rita.menu.getByRole('button', { name: 'Publish in an emergency' }))
    await rita.dialog.waitFor()
    expect(await barriers(rita.dialog)).toEqual([])
    await picture(rita.page, 'emergency')
    await tabTo(rita.dialog.getByLabel('Reason'))
    await rita.page.keyboard.type('People have to leave within the hour.')
    await pressed(rita.dialog.getByRole('button', { name: 'Publish in an emergency' }))
    await rita.dialog.waitFor({ state: 'detached' })
    expect(await publicPage(headline)).toBe(200)
    const notice = reviewer.page.locator('.desk-notices')
    await notice.getByText('People have to leave within the hour.').waitFor()
    expect(await barriers(notice)).toEqual([])
    await picture(reviewer.page, 'emergency-waits')
  })

  it('waits on every other reviewer’s desk, and is confirmed there', async () => {
    const { page } = second
    await page.goto('/admin')
    await page.locator('.desk-group--alarm').getByRole('link', { name: headline }).click()
    const sara = new DeskPage(second)
    await sara.bar.waitFor()
    await page.locator('form[data-form-ready="true"]').waitFor()
    await sara.act('Confirm')
    await page.getByText('Another reviewer has yet to confirm it').waitFor({ state: 'detached' })
    await page.goto('/admin')
    await page.locator('.desk-view').waitFor()
    expect(await page.locator('.desk-group--alarm').count()).toBe(0)
  })
})

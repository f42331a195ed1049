import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { idOf } from './desk-page.ts'
import { type RunningServer, startServer } from './server.ts'

let server: RunningServer
let browser: Browser
let reviewer: Visitor
let editor: Visitor
let phone: Visitor

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  reviewer = await signedIn(browser, server.url, 'reviewer')
  editor = await signedIn(browser, server.url, 'editor')
  phone = await signedIn(browser, server.url, 'translator', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const view = (page: Page) => page.locator('.desk-view')
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

/** Presses Tab until the focus is on a link or button with this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const words = await page.evaluate(() => (document.activeElement as HTMLElement).innerText)
    if (name.test(words)) return
  }
  throw new Error(`nothing called ${name} can be reached with the keyboard`)
}

describe('my desk', () => {
  it('is the first page, and says what waits for this person', async () => {
    const { page } = reviewer
    await view(page).waitFor()
    expect(await page.locator('.desk-group h2').allInnerTexts()).toEqual([
      'To review 2',
      'Approved, waiting to be published 1',
      'Scheduled 1',
    ])
    expect(await barriers(view(page))).toEqual([])
    await picture(page, 'my-desk')
  })

  it('leads to the text that waits with the keyboard alone', async () => {
    const { page } = reviewer
    await page.goto('/admin')
    await view(page).waitFor()
    await tabTo(page, /^Talvania offers 24 scholarships/)
    await page.keyboard.press('Enter')
    await page.locator('.desk-bar').waitFor()
    expect(await page.locator('.desk-bar .desk-badge').first().innerText()).toBe('In review')
  })

  it('leads to a list of just as many, which can be filtered on', async () => {
    const { page } = phone
    await view(page).waitFor()
    const group = page.locator('.desk-group', { hasText: 'To translate' })
    const count = Number(await group.locator('.desk-group__count').innerText())
    expect(count).toBeGreaterThan(5)
    await group.getByRole('link', { name: `Show all ${count} in the list` }).click()
    await page.locator('.collection-list').waitFor()
    await page.getByText(`1-${count} of ${count}`).waitFor()
    await page.locator('#toggle-list-filters').click()
    await page.locator('.where-builder').waitFor()
    expect(phone.complaints).toEqual([])
  })

  it('shows an editor why a text came back', async () => {
    const { page } = editor
    await view(page).waitFor()
    const returned = page.locator('.desk-group', { hasText: 'Returned to you' })
    expect(await returned.innerText()).toContain('Please check with the grid operator')
    expect(await returned.innerText()).toContain('Ana Korvin')
  })

  it('fits a telephone', async () => {
    const { page } = phone
    await page.goto('/admin')
    await view(page).waitFor()
    expect(await wide(page)).toBe(false)
    expect(await barriers(view(page))).toEqual([])
  })
})

describe('the calendar', () => {
  it('is a table of the month that the address names, and goes on with the keyboard', async () => {
    const { page } = reviewer
    await page.goto('/admin/calendar?month=2026-02')
    await page.getByRole('heading', { name: 'Calendar: February 2026' }).waitFor()
    const table = page.getByRole('table', { name: 'What happens in February 2026, day by day' })
    expect(await table.getByRole('columnheader').allInnerTexts()).toHaveLength(7)
    expect(await table.locator('td time.desk-day__number').count()).toBe(28)
    await tabTo(page, /March 2026/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Calendar: March 2026' }).waitFor()
    expect(new URL(page.url()).searchParams.get('month')).toBe('2026-03')
  })

  it('shows what goes out, with the time of the capital', async () => {
    const { page } = reviewer
    const { body } = await reviewer.rest('GET', '/releases?where[state][equals]=scheduled')
    const [{ scheduledFor }] = (body as { docs: [{ scheduledFor: string }] }).docs
    await page.goto(`/admin/calendar?month=${scheduledFor.slice(0, 7)}`)
    const line = page.locator('.desk-calendar__table .desk-date--scheduled')
    await line.waitFor()
    // Eight o’clock UTC.
    expect(await line.innerText()).toMatch(/Scheduled\s*(09|10):00 \(1[34]:00 Almaty\)/)
    expect(await barriers(view(page))).toEqual([])
    await picture(page, 'calendar')
  })

  it('is a list by day on a telephone', async () => {
    const { page } = phone
    await page.goto('/admin/calendar')
    await view(page).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    expect(await page.locator('.desk-calendar__days h2').count()).toBeGreaterThan(0)
    expect(await wide(page)).toBe(false)
    expect(await barriers(view(page))).toEqual([])
  })

  it('asks a stranger to sign in first', async () => {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await page.goto('/admin/calendar')
    await page.waitForURL((url) => url.pathname === '/admin/login')
    await context.close()
  })
})

describe('the calendar in another program', () => {
  it('says what leaves the desk before an address is made, and can be taken back', async () => {
    const { page } = reviewer
    await page.goto('/admin/calendar')
    await page.getByRole('button', { name: 'Calendar for my telephone' }).click()
    const dialog = page.locator('dialog[open]')
    const plain = dialog.getByLabel('Only times and languages, no headlines')
    expect(await plain.isChecked()).toBe(true)
    expect(await dialog.innerText()).toContain('Keep it to yourself.')
    await plain.uncheck()
    expect(await dialog.innerText()).toContain('Headlines of texts that are not published yet')
    await plain.check()
    expect(await barriers(dialog)).toEqual([])
    await dialog.getByRole('button', { name: 'Make the address' }).click()
    const address = await dialog.getByLabel('Secret address').inputValue()
    expect(await barriers(dialog)).toEqual([])
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    const text = await answer.text()
    expect(text).toContain('STATUS:TENTATIVE')
    expect(text).not.toContain('Minister of Transport')
    await dialog.getByRole('button', { name: 'Take the address back' }).click()
    await dialog.getByText('Nothing answers there any more.').waitFor()
    expect((await fetch(address)).status).toBe(404)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('the timeline of a release', () => {
  let id: string

  /** A second edition, by the acts that people take. */
  beforeAll(async () => {
    id = await idOf(editor, 'releases', { headline: 'twelve electric ferries' })
    const path = `/releases/${id}`
    const act = async (who: Visitor, action: string, more: object = {}) => {
      const { body } = await who.rest('GET', path)
      const { revision } = body as { revision: number }
      const answer = await who.rest('POST', `${path}/actions/${action}`, { revision, ...more })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    await act(editor, 'revise')
    const { body } = await editor.rest('GET', path)
    const { revision, lead } = body as { revision: number; lead: string }
    const changed = await editor.rest('PATCH', path, { revision, lead: `${lead} Twice.` })
    expect(changed.status).toBe(200)
    await act(editor, 'submit')
    await act(reviewer, 'approve')
    await act(reviewer, 'publish', { change: 'major', publicNote: 'One word was missing.' })
  })

  it('is a tab, and tells the newest first', async () => {
    const { page } = editor
    await page.goto(`/admin/collections/releases/${id}`)
    await page.locator('.doc-tabs').getByRole('link', { name: 'Timeline' }).click()
    await page.locator('.desk-timeline').waitFor()
    const first = page.locator('.desk-timeline__events > li').first()
    expect(await first.innerText()).toMatch(/Publish\s+English\s+Edition 2\s+Ana Korvin/)
    expect(await first.innerText()).toContain('One word was missing.')
    expect(await barriers(view(page))).toEqual([])
    await picture(page, 'timeline')
  })

  it('compares an edition with the one before it', async () => {
    const { page } = editor
    await page.getByRole('link', { name: 'Compare with edition 1' }).click()
    const comparison = page.getByRole('region', { name: 'From edition 1 to edition 2' })
    await comparison.waitFor()
    expect(await comparison.locator('ins').innerText()).toContain('Twice.')
    expect(await barriers(view(page))).toEqual([])
  })

  it('is filtered with the keyboard, and keeps the filter in its files', async () => {
    const { page } = editor
    await page.getByLabel('Language').focus()
    await page.keyboard.type('Kaz')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('language') === 'kk')
    await page.locator('.desk-timeline').waitFor()
    expect(await page.locator('.desk-timeline__events > li').count()).toBe(4)
    const href = await page.getByRole('link', { name: 'Save as CSV' }).getAttribute('href')
    const answer = await page.context().request.get(`${server.url}${href}`, {
      headers: { Origin: server.url },
    })
    expect(answer.headers()['content-disposition']).toContain('attachment')
    expect((await answer.text()).trim().split('\r\n')).toHaveLength(5)
  })

  it('says whether the chain holds', async () => {
    const { page } = editor
    await page.goto(`/admin/collections/releases/${id}/timeline`)
    await page.getByRole('link', { name: 'Check the chain' }).click()
    const check = page.getByRole('region', { name: 'Check the chain' })
    expect(await check.innerText()).toMatch(/^The chain holds: \d+ entries and 5 editions/)
    expect(await barriers(view(page))).toEqual([])
  })

  it('fits a telephone', async () => {
    const { page } = phone
    await page.goto(`/admin/collections/releases/${id}/timeline`)
    await page.locator('.desk-timeline').waitFor()
    expect(await wide(page)).toBe(false)
    expect(await barriers(view(page))).toEqual([])
  })
})

it('nothing in the browser complained', () => {
  for (const { complaints } of [reviewer, editor, phone]) expect(complaints).toEqual([])
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { DeskPage } from './desk-page.ts'
import { draft } from './drafts.ts'
import { type RunningServer, startServer } from './server.ts'

/** A notice is dated by its editor, and a reviewer says later that it is still right. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor
let id: string

/** As a calendar at the post shows it. */
const dayIn = (days: number) =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Oslo' }).format(Date.now() + days * 86_400_000)
const named = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

async function act(who: Visitor, action: string): Promise<void> {
  const { revision } = (await who.rest('GET', `/releases/${id}`)).body as { revision: number }
  const answer = await who.rest('POST', `/releases/${id}/actions/${action}`, { revision })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
  id = await draft(editor, { kind: 'consular-notice', headline: 'The counter moves' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('a notice', () => {
  it('says beside the form that its day is missing, until one is there', async () => {
    const desk = new DeskPage(editor)
    await desk.open('releases', id)
    const checks = editor.page.locator('.desk-checks')
    const lacks = checks.getByText('Enter the day by which the text is to be reviewed again')
    await lacks.waitFor()
    const field = editor.page.locator('#field-reviewBy input')
    // As Payload's picker of days reads it.
    const [year, month, day] = dayIn(20).split('-').map(Number)
    const short = new Intl.DateTimeFormat('en-GB', { month: 'short' })
      .format(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, 15)))
      .slice(0, 3)
    await field.fill(`${day} ${short} ${year}`)
    await field.press('Enter')
    await lacks.waitFor({ state: 'detached' })
    expect(await barriers(editor.page.locator('.field-description').first())).toEqual([])
    await desk.save()
    const planned = `Once public, to be reviewed again by ${named(dayIn(20))}.`
    await editor.page.locator('.desk-now').getByText(planned).waitFor()
  })

  it('is said to be still right with the keyboard alone, until a day that is proposed', async () => {
    await act(editor, 'submit')
    await act(reviewer, 'approve')
    await act(reviewer, 'publish')
    const desk = new DeskPage(reviewer)
    await desk.open('releases', id)
    const now = reviewer.page.locator('.desk-now')
    expect(await now.innerText()).toContain(`To be reviewed again by ${named(dayIn(20))}.`)
    expect(await barriers(now)).toEqual([])
    const button = desk.button('Reviewed, still right')
    await button.focus()
    await reviewer.page.keyboard.press('Enter')
    await desk.dialog.waitFor()
    const day = desk.dialog.getByLabel('To be reviewed again by')
    expect(await day.inputValue()).toBe(dayIn(91))
    expect(await desk.dialog.innerText()).toContain('No word of it changes.')
    expect(await barriers(desk.dialog)).toEqual([])
    await picture(editor.page, 'still-right')
    await day.fill(dayIn(-1))
    await day.press('Enter')
    await desk.dialog.getByText('The day must lie after today').waitFor()
    expect(await barriers(desk.dialog)).toEqual([])
    await day.fill(dayIn(60))
    await day.press('Enter')
    await desk.dialog.waitFor({ state: 'detached' })
    await now.getByText(`To be reviewed again by ${named(dayIn(60))}.`).waitFor()
    expect(await desk.state()).toBe('Published')
  })

  it('shows its day in the list', async () => {
    const { page } = reviewer
    await page.goto('/admin/collections/releases?search=counter')
    const row = page.locator('tbody tr', { hasText: 'The counter moves' })
    await row.waitFor()
    const short = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
    expect(await row.innerText()).toContain(short.format(new Date(dayIn(60))))
  })
})

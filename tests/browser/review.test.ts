import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../integration/acts.ts'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { DeskPage, idOf } from './desk-page.ts'
import { type RunningServer, startServer } from './server.ts'

/** A reviewer notes what must be fixed, which stops the approval; the editor answers; it is resolved and approved. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor
let id: string

const opening = 'The minister opens the new bridge over the Lenna on Friday at noon.'
const cost = 'It has cost 40 million kroner, and the county has paid a third of it.'
const paragraphs = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))

async function submitted(headline: string): Promise<string> {
  const contact = await idOf(editor, 'contacts', { name: 'Leda' })
  const made = await editor.rest('POST', '/releases', {
    language: 'en',
    kind: 'news',
    headline,
    lead: 'It opens on Friday.',
    body: paragraphs(opening, cost),
    contacts: [contact],
    about: false,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { doc } = made.body as { doc: { id: string } }
  const answer = await editor.rest('POST', `/releases/${doc.id}/actions/submit`, { revision: 1 })
  expect(answer.status).toBe(200)
  return doc.id
}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
  id = await submitted('A bridge with a note opens')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const review = ({ page }: Visitor): Locator => page.locator('.desk-review')
const dialog = ({ page }: Visitor): Locator => page.locator('dialog[open]')
const note = ({ page }: Visitor): Locator => page.locator('.desk-note').first()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

async function openReview(who: Visitor): Promise<void> {
  await who.page.goto(`/admin/collections/releases/${id}/review`)
  await review(who).waitFor()
  // What a server draws can be seen before it can be used.
  await who.page.waitForLoadState('networkidle')
}

/** Presses Tab until this is reached, as somebody without a mouse does. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await focused(page)).startsWith(words)) return
    await page.keyboard.press('Tab')
  }
  expect.unreachable(`“${words}” wasn’t reached`)
}

describe('a text in review', () => {
  it('is reviewed on a page of its own, which the form leads to', async () => {
    const rita = new DeskPage(reviewer)
    await rita.open('releases', id)
    await reviewer.page.locator('.doc-tabs').getByText('Review', { exact: true }).click()
    await review(reviewer).waitFor()
    const { page } = reviewer
    expect(await page.locator('.desk-review .desk-badge').first().innerText()).toBe('In review')
    expect(await page.locator('.desk-passage__words').allInnerTexts()).toEqual([
      'A bridge with a note opens',
      'It opens on Friday.',
      opening,
      cost,
    ])
    expect(await review(reviewer).innerText()).toContain('There are no notes on this text.')
    expect(await barriers(review(reviewer))).toEqual([])
  })

  it('is noted on with the keyboard alone, and can’t be approved then', async () => {
    const { page } = reviewer
    await openReview(reviewer)
    await tabTo(page, 'Write a note: Paragraph 2')
    await page.keyboard.press('Enter')
    await dialog(reviewer).waitFor()
    expect(await dialog(reviewer).locator('blockquote').innerText()).toBe(cost)
    expect(await barriers(dialog(reviewer))).toEqual([])
    await page.keyboard.type('The county says 42 million.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog(reviewer).waitFor({ state: 'detached' })
    await note(reviewer).waitFor()
    expect(await focused(page)).toContain('The county says 42 million.')
    expect(await note(reviewer).innerText()).toContain('Must be fixed')
    expect(await barriers(review(reviewer))).toEqual([])
    await picture(reviewer.page, 'reviewer-note')

    await review(reviewer).getByRole('button', { name: 'Approve' }).click({ force: true })
    expect(await dialog(reviewer).innerText()).toContain('Mend what a note says must be fixed')
    expect(await barriers(dialog(reviewer))).toEqual([])
    await picture(reviewer.page, 'note-blocks')
    await dialog(reviewer).getByRole('link').click()
    await dialog(reviewer).waitFor({ state: 'detached' })
    expect(page.url()).toContain('#note-')
  })

  it('says in the form that a note stops it, and leads there', async () => {
    const rita = new DeskPage(reviewer)
    await rita.open('releases', id)
    const now = reviewer.page.locator('.desk-now')
    expect(await now.innerText()).toContain('Open notes: 1')
    expect(await now.innerText()).toContain('Must be fixed before approval: 1')
    expect(await barriers(now)).toEqual([])
    await rita.button('Approve').click({ force: true })
    await rita.dialog.getByRole('link').click()
    await reviewer.page.waitForURL(/\/review#note-/)
    await note(reviewer).waitFor()
  })

  it('is answered by its editor, who reads why the note isn’t theirs to resolve', async () => {
    await openReview(editor)
    await note(editor).getByRole('button', { name: 'Reply' }).click()
    await dialog(editor).getByLabel('Your reply').fill('They counted the road as well.')
    await dialog(editor).getByRole('button', { name: 'Reply' }).click()
    await dialog(editor).waitFor({ state: 'detached' })
    expect(await note(editor).innerText()).toContain('They counted the road as well.')
    const resolve = note(editor).getByRole('button', { name: 'Resolve' })
    expect(await resolve.getAttribute('aria-disabled')).toBe('true')
    expect(await note(editor).innerText()).toContain('only whoever wrote the note can resolve it')
    expect(await barriers(review(editor))).toEqual([])
  })

  it('is noted on by selected words', async () => {
    const { page } = reviewer
    await openReview(reviewer)
    await page.evaluate(() => {
      const [words] = [...document.querySelectorAll('.desk-passage__words')].slice(2)
      const range = document.createRange()
      range.setStart(words?.firstChild as Node, 4)
      range.setEnd(words?.firstChild as Node, 12)
      window.getSelection()?.removeAllRanges()
      window.getSelection()?.addRange(range)
    })
    await review(reviewer)
      .getByRole('button', { name: /^Write a note ?: Paragraph 1$/ })
      .click()
    expect(await dialog(reviewer).locator('blockquote').innerText()).toBe('minister')
    await dialog(reviewer).getByLabel('Note').fill('Which one?')
    await dialog(reviewer).getByRole('button', { name: 'Write a note' }).click()
    await dialog(reviewer).waitFor({ state: 'detached' })
    expect(await page.locator('.desk-passage mark').allInnerTexts()).toEqual(['minister', cost])
  })

  it('is approved from there once the note is resolved', async () => {
    const { page } = reviewer
    const must = page.locator('.desk-note--must')
    await must.getByRole('button', { name: 'Resolve' }).focus()
    await page.keyboard.press('Enter')
    await must.waitFor({ state: 'detached' })
    await page.getByText('Resolved notes: 1').click()
    expect(await page.locator('details .desk-note').innerText()).toContain('Resolved:')
    await review(reviewer).getByRole('button', { name: 'Approve' }).click()
    await dialog(reviewer).getByRole('button', { name: 'Approve' }).click()
    await dialog(reviewer).waitFor({ state: 'detached' })
    expect(await page.locator('.desk-review .desk-badge').first().innerText()).toBe('Approved')
    expect(await review(reviewer).innerText()).toContain('“Approve” is done.')
  })

  it('shows what has changed since, with the note in its place', async () => {
    const change = async (action: string, revision: number) =>
      expect(
        (await editor.rest('POST', `/releases/${id}/actions/${action}`, { revision })).status,
      ).toBe(200)
    await change('reopen', 3)
    const body = paragraphs('Talvania has waited long.', opening.replace('Friday', 'Monday'), cost)
    expect((await editor.rest('PATCH', `/releases/${id}`, { revision: 4, body })).status).toBe(200)
    await change('submit', 5)
    await openReview(reviewer)
    const { page } = reviewer
    expect(await page.getByLabel('Compare with').locator('option:checked').innerText()).toMatch(
      /^Last approval/,
    )
    const comes = await page.locator('.desk-diff ins').allInnerTexts()
    expect(comes.map((words) => words.replace(/\s+/g, ' '))).toEqual([
      'added: Talvania has waited long.',
      'added: Monday',
    ])
    expect(await note(reviewer).innerText()).toContain('The text around it has changed.')
    expect(await barriers(review(reviewer))).toEqual([])
    await picture(reviewer.page, 'changes-with-note')
    await page.getByLabel('Compare with').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/since=/)
    await review(reviewer).waitFor()
  })
})

describe('on a phone', () => {
  it('nothing has to be scrolled sideways', async () => {
    const phone = await signedIn(browser, server.url, 'reviewer', {
      viewport: { width: 390, height: 844 },
    })
    await openReview(phone)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await barriers(review(phone))).toEqual([])
    await phone.page.context().close()
  })
})

describe('the browser', () => {
  it('had nothing to complain of', () => {
    expect([...editor.complaints, ...reviewer.complaints]).toEqual([])
  })
})

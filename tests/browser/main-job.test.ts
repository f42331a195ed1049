import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '../integration/harness.ts'
import { openBrowser, signedIn, type Visitor } from './browser.ts'
import { DeskPage } from './desk-page.ts'
import { type RunningServer, startServer } from './server.ts'

/**
 * The main job, end to end: a real release goes from a file, through other people's hands, to the public, and out
 * again. Where the real file isn't at hand, one of our own stands in that has the same things wrong with it.
 */

const real = path.resolve(
  import.meta.dirname,
  '../../../shared/real/nurtleu-brussels.en.ninjs.json',
)
const item: unknown = existsSync(real)
  ? JSON.parse(readFileSync(real, 'utf8'))
  : {
      uri: 'urn:example:press:brussels',
      type: 'text',
      profile: 'press-release',
      language: 'en',
      versionCreated: '2023-05-18T12:00:00Z',
      firstCreated: '2023-05-18T12:00:00Z',
      headlines: [{ value: 'The Foreign Minister pays working visit to Brussels' }],
      descriptions: [{ role: 'summary', value: 'He held talks with the Union.' }],
      bodies: [
        {
          contentType: 'text/html',
          // The first letter is Cyrillic.
          value: '<p>The \u041cinister spoke of trade.</p><p>They agreed on a next visit.</p>',
        },
      ],
      infoSources: [{ name: 'The Ministry’s press service', role: 'source' }],
    }
const headline = 'working visit to Brussels'

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor
let second: Visitor
let translator: Visitor
/** Somebody without an account. */
let stranger: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
  second = await signedIn(browser, server.url, 'second.reviewer')
  translator = await signedIn(browser, server.url, 'translator')
  stranger = await browser.newPage({ baseURL: server.url })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function choose(page: Page, field: string, words: string): Promise<void> {
  const select = page.locator(`#field-${field}`)
  await select.locator('input').first().fill(words)
  await page.locator('.rs__option', { hasText: words }).first().click()
}

/** Whoever writes a short version signs for what it leaves out: for each kind of warning by itself. */
async function signForAll(desk: DeskPage, text: string, reason: string): Promise<void> {
  const { body } = await translator.rest('GET', `/translations/${text}/actions`)
  const problems = at(body, 'problems') as { requirement: string }[]
  const kinds = new Set(problems.map(({ requirement }) => requirement))
  expect([...kinds]).toContain('pair-segment-missing')
  for (let signed = 0; signed < kinds.size; signed++) {
    await desk.button('Waive a warning').click()
    await desk.dialog.getByRole('radio').first().check()
    await desk.dialog.getByRole('textbox').fill(reason)
    await desk.dialog.getByRole('button', { name: 'Waive a warning', exact: true }).click()
    await desk.dialog.waitFor({ state: 'detached' })
  }
}

describe('a real release', () => {
  let id = ''
  let translation = ''
  let address = ''
  let norwegian = ''

  it('is imported as a draft, and published by nobody', async () => {
    const { status, body } = await editor.rest('POST', '/releases/import', item)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ created: 1, refused: 0 })
    const found = await editor.rest(
      'GET',
      `/releases?where[headline][like]=${encodeURIComponent(headline)}`,
    )
    expect(at(found.body, 'totalDocs')).toBe(1)
    id = String(at(found.body, 'docs', 0, 'id'))
    const list = await stranger.goto('/en/releases')
    expect(list?.status()).toBe(200)
    expect(await stranger.content()).not.toContain(headline)
  })

  it('is corrected by the editor: one letter was Cyrillic, and a contact is missing', async () => {
    const desk = new DeskPage(editor)
    const { page } = editor
    await desk.open('releases', id)
    await desk.button('Submit for review').click({ force: true })
    expect(await desk.dialog.innerText()).toContain('Name at least one contact')
    await page.keyboard.press('Escape')

    await page.locator('[data-lexical-editor] p', { hasText: '\u041cinister' }).first().click()
    await page.evaluate((word) => {
      const walker = document.createTreeWalker(
        document.querySelector('[data-lexical-editor]') ?? document.body,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent?.indexOf(word) ?? -1
        if (start < 0) continue
        getSelection()?.setBaseAndExtent(node, start, node, start + word.length)
        return
      }
    }, '\u041cinister')
    await page.keyboard.type('Minister')
    await choose(page, 'contacts', 'Leda Varen')
    await page.locator('#field-datelinePlace').fill('Brussels')
    await desk.save()
    await desk.act('Submit for review')
    expect(await desk.state()).toBe('In review')
    const { body } = await editor.rest('GET', `/releases/${id}`)
    expect(JSON.stringify(body)).not.toContain('\u041cinister')
  })

  it('can’t be approved by the editor, who reads why', async () => {
    const desk = new DeskPage(editor)
    const approve = await desk.inMenu('Approve')
    expect(await approve.innerText()).toContain('Only a reviewer can do this.')
    expect(await approve.innerText()).toContain('You changed this text')
    const { body } = await editor.rest('GET', `/releases/${id}`)
    const answer = await editor.rest('POST', `/releases/${id}/actions/approve`, {
      revision: at(body, 'revision'),
    })
    expect(answer.status).toBe(403)
    expect((await editor.rest('GET', `/releases/${id}`)).body).toEqual(body)
  })

  it('is approved and published by another person', async () => {
    const desk = new DeskPage(reviewer)
    await desk.open('releases', id)
    await desk.act('Approve')
    expect(await desk.state()).toBe('Approved')
    await desk.act('Publish')
    expect(await desk.state()).toBe('Published')
  })

  it('is read by a stranger, in the list and on its page', async () => {
    await stranger.goto('/en/releases')
    await stranger.getByRole('link', { name: headline }).click()
    await stranger.waitForURL(/\/en\/releases\/.+/)
    address = new URL(stranger.url()).pathname
    expect(await stranger.locator('h1').innerText()).toContain(headline)
    expect(await stranger.getByText('Leda Varen').count()).toBeGreaterThan(0)
    expect(await stranger.content()).not.toContain('\u041cinister')
  })

  it('gets its Norwegian version, written by a translator, reviewed and published', async () => {
    const { page } = translator
    await page.goto('/admin/collections/translations/create')
    await page.locator('form[data-form-ready="true"]').waitFor()
    await choose(page, 'release', headline)
    await choose(page, 'language', 'Norsk bokmål')
    await page.locator('#field-headline').fill('Utenriksministeren på arbeidsbesøk i Brussel')
    await page.locator('#field-lead').fill('Ministeren møtte EUs utenrikssjef.')
    await page.locator('#field-datelinePlace').fill('Brussel')
    await page.locator('[data-lexical-editor]').first().click()
    await page.keyboard.type('De snakket om handel og om neste besøk.')
    await page.locator('#action-save').click()
    await page.waitForURL(/\/translations\/(?!create)[^/]+$/)
    translation = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const desk = new DeskPage(translator)
    await desk.open('translations', translation)
    await desk.act('Submit for review')

    const review = new DeskPage(second)
    await review.open('translations', translation)
    const closed = review.button('Approve')
    expect(await closed.getAttribute('aria-disabled')).toBe('true')
    await signForAll(desk, translation, 'A short version for readers in Norway.')
    await review.open('translations', translation)
    await review.act('Approve')
    await review.act('Publish')

    await stranger.goto(address)
    await stranger.getByRole('link', { name: 'Norsk bokmål' }).first().click()
    await stranger.waitForURL(/\/nb\/releases\/.+/)
    norwegian = new URL(stranger.url()).pathname
    expect(await stranger.locator('h1').innerText()).toBe(
      'Utenriksministeren på arbeidsbesøk i Brussel',
    )
    expect(await stranger.locator('.notice').count()).toBe(0)
  })

  it('is corrected, and the translation lags behind, which the desk and the reader are told', async () => {
    const desk = new DeskPage(editor)
    await desk.open('releases', id)
    await desk.act('Revise')
    await editor.page
      .locator('#field-lead')
      .fill('The Minister held talks on Thursday, not Friday.')
    await desk.save()
    await desk.act('Submit for review')
    await stranger.goto(address)
    expect(await stranger.content()).not.toContain('not Friday')

    const review = new DeskPage(reviewer)
    await review.open('releases', id)
    await review.act('Approve')
    await review.button('Publish').click()
    await review.dialog.getByLabel('Major: readers see the public note').check()
    await review.dialog
      .getByRole('textbox', { name: 'Public note' })
      .fill('The day of the talks was wrong.')
    await review.dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await review.dialog.waitFor({ state: 'detached' })

    await stranger.goto(address)
    expect(await stranger.locator('.notice').innerText()).toContain(
      'The day of the talks was wrong.',
    )
    await stranger.goto(norwegian)
    expect(await stranger.locator('.notice').innerText()).toContain('Les originalen')
    await translator.page.goto('/admin/collections/translations')
    const row = translator.page.locator('tr', { hasText: 'på arbeidsbesøk i Brussel' })
    await row.locator('.desk-badge--stale').waitFor()
  })

  it('is withdrawn with an explanation, in both languages', async () => {
    const desk = new DeskPage(reviewer)
    await desk.open('releases', id)
    await desk.act('Withdraw', { 'Public explanation': 'The visit is reported anew.' })
    for (const [page, word] of [
      [address, 'Withdrawn'],
      [norwegian, 'Trukket'],
    ] as const) {
      const answer = await stranger.goto(page)
      expect(answer?.status()).toBe(200)
      const notice = await stranger.locator('.notice.withdrawn').innerText()
      expect(notice).toContain(word)
      expect(notice).toContain('The visit is reported anew.')
    }
    await stranger.goto('/en/releases')
    expect(await stranger.content()).not.toContain(headline)
  })

  it('is retracted, and gone', async () => {
    const desk = new DeskPage(reviewer)
    await desk.open('releases', id)
    await desk.act('Retract', { 'Public explanation': 'It was wrong from the start.' })
    for (const page of [address, `${address}.txt`, `${address}.json`, norwegian]) {
      const answer = await fetch(server.url + page)
      expect(answer.status, page).toBe(410)
      expect(await answer.text()).not.toContain('Minister')
    }
  })
})

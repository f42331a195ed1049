import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { DeskPage } from './desk-page.ts'
import { draft } from './drafts.ts'
import { type RunningServer, startServer } from './server.ts'

/** An editor brings in terms from a file and completes one, a reviewer publishes it, and both see what is in print. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const file = [
  'kind,en,en never,nb,kk,ru,note',
  'place,Talvania,"Republic of Talvania","Talvania","Талвания","Талвания","The short form, in all texts"',
  'phrase,,,,,,left out',
].join('\n')

const found = z.object({ docs: z.array(z.looseObject({ id: z.string() })) })

async function termId(name: string): Promise<string> {
  const { body } = await editor.rest('GET', `/terms?where[name][equals]=${name}`)
  return found.parse(body).docs[0]?.id ?? expect.unreachable()
}

describe('terms', () => {
  it('come in from a file that an editor chooses', async () => {
    const { page } = editor
    await page.goto('/admin/collections/terms')
    const tools = page.locator('.desk-terms')
    await tools.locator('summary').click()
    const chosen = { name: 'terms.csv', mimeType: 'text/csv', buffer: Buffer.from(file) }
    await tools.getByLabel('File').setInputFiles(chosen)
    await tools.getByRole('button', { name: 'Bring in' }).click()
    await tools
      .getByText('1 brought in as drafts, 0 here already, 0 here with other forms, 1 left out.')
      .waitFor()
    expect(await tools.locator('li').allInnerTexts()).toEqual([
      'row 3: It has no form in a language of this desk.',
    ])
    await page.locator('.collection-list').getByRole('link', { name: 'Talvania' }).first().waitFor()
    expect(await barriers(tools)).toEqual([])
    await picture(page, 'terms-list')
  })

  it('are written in a form, and submitted', async () => {
    const desk = new DeskPage(editor)
    await desk.open('terms', await termId('Talvania'))
    await editor.page.locator('#field-source').fill('The protocol department')
    await picture(editor.page, 'terms-form')
    await desk.save()
    await desk.act('Submit for review')
    expect(await desk.state()).toBe('In review')
  })

  it('are published by a second person, in words that fit a term', async () => {
    const desk = new DeskPage(reviewer)
    await desk.open('terms', await termId('Talvania'))
    await desk.button('Publish').click()
    await desk.dialog.getByText('From now on texts are checked by this term.').waitFor()
    await desk.dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.dialog.waitFor({ state: 'detached' })
    expect(await desk.state()).toBe('Published')
  })

  it('are begun with words that are selected in a text', async () => {
    const { page } = editor
    const eva = new DeskPage(editor)
    await eva.open('releases', await draft(editor, { lead: 'Merin Dam' }))
    const place = page.locator('.desk-add-term')
    expect(await place.isVisible()).toBe(false)
    await page.locator('#field-lead').selectText()
    const add = place.getByRole('button', { name: 'Add “Merin Dam” as a term' })
    await add.waitFor()
    expect(await barriers(place)).toEqual([])
    await picture(page, 'terms-add')
    await add.click()
    await place.getByText('“Merin Dam” is a draft term now.').waitFor()
    const made = await place.getByRole('link').getAttribute('href')
    expect(made).toBe(`/admin/collections/terms/${await termId('Merin Dam')}`)
    // Words of a paragraph, as they are selected in the editor.
    await page.locator('[data-lexical-editor="true"] p').first().selectText()
    await place.getByRole('button').waitFor()
  })

  it('are saved as files, and lead to what is in print', async () => {
    const { page } = reviewer
    await page.goto('/admin/collections/terms')
    const tools = page.locator('.desk-terms')
    // Only editors bring terms in.
    expect(await tools.locator('summary').count()).toBe(0)
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      tools.getByRole('link', { name: 'TBX' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('terms.tbx')
    await tools.getByRole('link', { name: 'Forbidden forms in print' }).click()
    const view = page.locator('.desk-view')
    await view.getByRole('heading', { name: 'Forbidden forms in print' }).waitFor()
    await view.getByText('“Republic of Talvania” instead of “Talvania”').first().waitFor()
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await barriers(view), `${width}`).toEqual([])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, `${width}`).toBe(0)
    }
    await picture(page, 'terms-in-print')
  })
})

it('nothing in the browser complained', () => {
  expect([...editor.complaints, ...reviewer.complaints]).toEqual([])
})

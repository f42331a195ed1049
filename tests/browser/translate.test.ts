import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromLexical } from '../../src/desk/lexical.ts'
import { bodyOf } from '../integration/acts.ts'
import { barriers, openBrowser, picture, signedIn, type Visitor } from './browser.ts'
import { draft } from './drafts.ts'
import { type RunningServer, startServer } from './server.ts'

/** A release is translated into Norwegian by keyboard alone, and brought up to date when it is corrected. */

let server: RunningServer
let browser: Browser
let editor: Visitor
let translator: Visitor
let release: string
let translation: string

const text = (words: string) => ({ type: 'text', text: words }) as const
const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] }) as const
const cost = 'It has cost 40 million kroner.'
const ferries = {
  type: 'paragraph',
  children: [
    text('The old '),
    { type: 'link', href: 'https://ferries.example/', children: [text('ferries')] },
    text(' go on until May.'),
  ],
} as const

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  translator = await signedIn(browser, server.url, 'translator')
  release = await draft(editor, {
    headline: 'The bridge at Talvik opens',
    body: bodyOf([
      paragraph(cost),
      ferries,
      { type: 'quotation', text: 'It was time.', speaker: 'Leda' },
    ]),
  })
  const made = await translator.rest('POST', '/translations', {
    release,
    language: 'nb',
    headline: 'Broen ved Talvik åpner',
  })
  translation = (made.body as { doc: { id: string } }).doc.id
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const view = (): Locator => translator.page.locator('.desk-translate')
const open = async (): Promise<void> => {
  await translator.page.goto(`/admin/collections/translations/${translation}/translate`)
  await view().waitFor()
  await translator.page.waitForLoadState('networkidle')
}
const row = (words: string): Locator =>
  view().locator('.desk-pair', { has: translator.page.locator('.desk-diff', { hasText: words }) })
const says = async (words: string): Promise<void> => {
  await view().getByText(words).first().waitFor({ timeout: 10_000 })
}
const press = (keys: string): Promise<void> => translator.page.keyboard.press(keys)
async function stored(): Promise<Record<string, unknown>> {
  return (await translator.rest('GET', `/translations/${translation}?depth=0`)).body as never
}
const focused = (): Promise<string> =>
  translator.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

const kept = (): Promise<number> =>
  translator.page.evaluate(
    () => Object.keys(localStorage).filter((place) => place.startsWith('communique:kept:')).length,
  )

describe('a translation that is begun', () => {
  it('is a page of its own, which the form leads to and everybody can use', async () => {
    const { page } = translator
    await page.goto(`/admin/collections/translations/${translation}`)
    await page.locator('.doc-tabs').getByText('Translate', { exact: true }).click()
    await view().waitFor()
    await says('0 of')
    expect(await barriers(view())).toEqual([])
  })

  it('is translated by keyboard alone: next open, type, confirm', async () => {
    await open()
    await press('Alt+ArrowDown')
    expect(await focused()).toBe('Translation: Headline')
    await press('Control+Enter')
    const typed = [
      'Den åpner på fredag.',
      'Den har kostet 40 millioner kroner.',
      'De gamle <1>fergene</1> går til mai.',
      'Det var på tide.',
      'Leda',
    ]
    for (const words of typed) {
      await translator.page.keyboard.type(words)
      await press('Control+Enter')
    }
    await says('Nothing is open.')
    await says('Everything is saved.')
    const { body, lead } = await stored()
    expect(lead).toBe('Den åpner på fredag.')
    expect(fromLexical(body)).toEqual([
      paragraph('Den har kostet 40 millioner kroner.'),
      {
        type: 'paragraph',
        children: [
          text('De gamle '),
          { type: 'link', href: 'https://ferries.example/', children: [text('fergene')] },
          text(' går til mai.'),
        ],
      },
      { type: 'quotation', text: 'Det var på tide.', speaker: 'Leda' },
    ])
    await picture(translator.page, 'translated')
  })

  it('says which tag is wrong before anything is sent', async () => {
    const field = row('ferries').locator('textarea')
    const before = await field.inputValue()
    await field.fill('De gamle <1>fergene går til mai.')
    const said = row('ferries').getByRole('alert')
    await said.getByText('The tag <1> isn’t closed').waitFor()
    await field.fill(before)
    await said.waitFor({ state: 'detached' })
    await says('Everything is saved.')
  })
})

describe('when the original is corrected', () => {
  it('only what changed is open, and the last answer makes it current', async () => {
    const { body } = await editor.rest('GET', `/releases/${release}`)
    const { revision } = body as { revision: number }
    const changed = bodyOf([
      { type: 'quotation', text: 'It was time.', speaker: 'Leda' },
      paragraph(cost.replace('40', '42')),
      ferries,
      paragraph('Buses stop there.'),
    ])
    await editor.rest('PATCH', `/releases/${release}`, { revision, body: changed })
    await open()
    await says('The original has changed.')
    expect(await view().locator('.desk-pair--open').count()).toBe(2)
    expect(await row('It has cost').locator('del, ins').allInnerTexts()).toEqual([
      expect.stringContaining('40'),
      expect.stringContaining('42'),
    ])
    expect(await row('It has cost').locator('.desk-pair__found').innerText()).toContain('42')
    await press('Alt+PageDown')
    expect(
      await translator.page.evaluate(() => document.activeElement?.textContent ?? ''),
    ).toContain('42')
    await press('Alt+ArrowDown')
    await press('Alt+ArrowUp')
    expect(await focused()).toBe('Translation: Paragraph')
    expect(await row('It has cost').getByRole('button').allInnerTexts()).toEqual([
      'Still right',
      'Copy the original',
      'Translate anew',
    ])
    expect(await barriers(view())).toEqual([])
    await picture(translator.page, 'translation-corrected')
    await row('It has cost').locator('textarea').fill('Den har kostet 42 millioner kroner.')
    await press('Control+Enter')
    await translator.page.keyboard.type('Busser stopper der.')
    await press('Control+Enter')
    await says('Nothing is open.')
    expect(fromLexical((await stored()).body).at(-1)).toEqual({
      type: 'quotation',
      text: 'Det var på tide.',
      speaker: 'Leda',
    })
  })
})

describe('nothing that is typed is lost', () => {
  it('when the window dies', async () => {
    const field = row('Buses').locator('textarea')
    await field.fill('Bussene stopper der nå.')
    await expect.poll(kept).toBe(1)
    await translator.page.context().setOffline(true)
    await translator.page.context().setOffline(false)
    await open()
    expect(await row('Buses').locator('textarea').inputValue()).toBe('Bussene stopper der nå.')
    await press('Control+s')
    await says('Everything is saved.')
    await expect.poll(kept).toBe(0)
  })

  it('while the desk can’t be reached', async () => {
    await translator.page.context().setOffline(true)
    await row('Buses').locator('textarea').fill('Bussene stopper her.')
    await press('Control+s')
    await says('The desk can’t be reached.')
    await translator.page.context().setOffline(false)
    await says('Everything is saved.')
    expect(JSON.stringify((await stored()).body)).toContain('Bussene stopper her.')
  })

  it('when somebody else saves: other segments come, the same one is decided about', async () => {
    const { revision, body } = await stored()
    const theirs = JSON.parse(JSON.stringify(body).replace('stopper her', 'går herfra')) as object
    const lead = 'Den åpner på lørdag.'
    await row('Buses').locator('textarea').fill('Bussene stopper rett her.')
    await editor.rest('PATCH', `/translations/${translation}`, { revision, lead, body: theirs })
    await press('Control+s')
    const clash = row('Buses').getByRole('alert')
    await clash.getByText('Bussene går herfra.').waitFor()
    expect(await row('It opens').locator('textarea').inputValue()).toBe(lead)
    expect(await barriers(view())).toEqual([])
    await clash.getByRole('button', { name: 'Keep mine' }).press('Enter')
    await press('Control+s')
    await says('Everything is saved.')
    expect(await stored()).toMatchObject({ lead, revision: Number(revision) + 2 })
    expect(JSON.stringify((await stored()).body)).toContain('Bussene stopper rett her.')
  })
})

const proposal = (words: string): Locator =>
  row(words).getByRole('region', { name: 'Proposed changes' })

describe('a file that comes back from an agency', () => {
  it('is shown as proposed changes, of which each is taken or left', async () => {
    const { page } = translator
    await open()
    await view().getByText('XLIFF', { exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      view().getByRole('link', { name: '2.1' }).click(),
    ])
    const parts: Buffer[] = []
    for await (const part of await download.createReadStream()) parts.push(part as Buffer)
    const file = Buffer.concat(parts)
      .toString()
      .replace('rett her.<', 'like ved.<')
      .replace('42 millioner kroner.<', '43 millioner kroner.<')
      .replace('Broen ved Talvik åpner<', 'Brua ved Talvik åpner<')
    const { revision } = await stored()
    const headline = 'Broen i Talvik åpner'
    await editor.rest('PATCH', `/translations/${translation}`, { revision, headline })
    const field = view().getByLabel('Bring XLIFF back')
    const send = async (buffer: Buffer): Promise<void> => {
      await field.setInputFiles({ name: 'agency.xlf', mimeType: 'application/xliff+xml', buffer })
      await view().getByRole('button', { name: 'Bring in' }).press('Enter')
    }
    await send(Buffer.from(file.replace(/translation:[^"]+/, 'translation:other')))
    await view().getByRole('alert').getByText('The file isn’t one of this').waitFor()
    await send(Buffer.from(file))
    await says('3 changes are proposed, 1 of them in conflict')
    await proposal('Buses').waitFor()
    expect(await proposal('Buses').locator('del, ins').allInnerTexts()).toEqual([
      expect.stringContaining('rett her'),
      expect.stringContaining('like ved'),
    ])
    await proposal('The bridge at Talvik').getByText('somebody changed this segment').waitFor()
    expect(await proposal('It has cost').innerText()).toContain('43')
    expect(await barriers(view())).toEqual([])
    await picture(page, 'translation-proposed')
    await proposal('It has cost').getByRole('button', { name: 'Leave it' }).press('Enter')
    await proposal('It has cost').waitFor({ state: 'detached' })
    await view().getByRole('button', { name: 'Take all that aren’t in conflict' }).press('Enter')
    await proposal('Buses').waitFor({ state: 'detached' })
    await says('Everything is saved.')
    expect(JSON.stringify((await stored()).body)).toMatch(/42 millioner.*like ved/)
    await proposal('The bridge').getByRole('button', { name: 'Leave it' }).press('Enter')
    await proposal('The bridge').waitFor({ state: 'detached' })
    expect((await stored()).headline).toBe(headline)
    for (const words of ['The bridge at Talvik', 'It opens', 'Buses']) {
      await row(words).locator('textarea').focus()
      await press('Control+Enter')
    }
    await says('Nothing is open.')
  })
})

describe('what was translated before', () => {
  it('is offered with where it stands and who approved it, and inserted by key', async () => {
    const live = async (collection: string, words: string) =>
      (await translator.rest('GET', `/${collection}?where[headline][like]=${words}&limit=1`))
        .body as { docs: { lead: string }[] }
    const [original] = (await live('releases', 'twelve electric')).docs
    const [rendered] = (await live('translations', 'tolv elektriske')).docs
    const again = await draft(editor, { headline: 'Ferries, once more', lead: original?.lead })
    const made = await translator.rest('POST', '/translations', {
      release: again,
      language: 'nb',
      headline: 'Ferger, enda en gang',
    })
    const { id } = (made.body as { doc: { id: string } }).doc
    await translator.page.goto(`/admin/collections/translations/${id}/translate`)
    await view().waitFor()
    const lead = row(original?.lead ?? 'nothing')
    await lead.locator('textarea').focus()
    const earlier = lead.getByRole('region', { name: 'Earlier translations' })
    await earlier.waitFor()
    expect(await earlier.innerText()).toMatch(/100 % alike[^]*tolv elektriske[^]*approved by /)
    expect(await lead.locator('textarea').inputValue()).toBe('')
    expect(await barriers(view())).toEqual([])
    await picture(translator.page, 'translation-earlier')
    await press('Alt+PageUp')
    expect(await lead.locator('textarea').inputValue()).toBe(rendered?.lead)
    await press('Control+Enter')
    await says('Everything is saved.')
  })
})

describe('a translation in review', () => {
  it('stands beside its original, with what the checks find first', async () => {
    const reviewer = await signedIn(browser, server.url, 'reviewer')
    const { revision } = await stored()
    const submitted = await translator.rest('POST', `/translations/${translation}/actions/submit`, {
      revision,
    })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    const { page } = reviewer
    await page.goto(`/admin/collections/translations/${translation}/review`)
    const beside = page.getByRole('region', { name: 'Beside the original' })
    await beside.waitFor()
    expect(await beside.locator('ol > li').count()).toBe(7)
    expect(await beside.locator('textarea').count()).toBe(0)
    const [first] = await beside.getByRole('list', { name: 'What the checks find' }).allInnerTexts()
    expect(first).toContain('Friday')
    await beside.getByRole('link', { name: 'Lead' }).first().press('Enter')
    expect(page.url()).toContain('#beside-2')
    expect(await barriers(beside)).toEqual([])
    await picture(page, 'translation-reviewed')
    await page.goto(`/admin/collections/translations/${translation}/translate`)
    const told = page.locator('.desk-translate')
    await told.waitFor()
    expect(await told.locator('textarea').count()).toBe(0)
    expect(await barriers(told)).toEqual([])
  })
})

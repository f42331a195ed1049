import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers, openBrowser, picture, pressed, signedIn, type Visitor } from './browser.ts'
import { DeskPage, idOf } from './desk-page.ts'
import { draft, paragraphs, stored, theirs } from './drafts.ts'
import { type RunningServer, startServer } from './server.ts'

let server: RunningServer
let browser: Browser
let editor: Visitor
let reviewer: Visitor
let translator: Visitor

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  reviewer = await signedIn(browser, server.url, 'reviewer')
  translator = await signedIn(browser, server.url, 'translator')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('a text on its way to the public', () => {
  let id: string
  let eva: DeskPage
  let rita: DeskPage

  beforeAll(async () => {
    id = await idOf(editor, 'releases', { headline: 'Film week' })
    eva = new DeskPage(editor)
    rita = new DeskPage(reviewer)
  })

  it('is a draft, whose editor reads why they can’t approve it', async () => {
    await eva.open('releases', id)
    expect(await eva.state()).toBe('Draft')
    expect(await eva.bar.innerText()).toContain('Leda Varen')
    const approve = await eva.inMenu('Approve')
    expect(await approve.getByRole('button').getAttribute('aria-disabled')).toBe('true')
    expect(await approve.innerText()).toContain('Only a reviewer can do this. Ask one of them.')
    // For screen readers the reason belongs to the button.
    expect(await approve.getByRole('button').evaluate(describedBy)).toContain('Only a reviewer')
    expect(await barriers(eva.bar)).toEqual([])
    expect(await barriers(eva.menu)).toEqual([])
    await picture(editor.page, 'editor-draft')
    await editor.page.keyboard.press('Escape')
    expect(await eva.menu.isVisible()).toBe(false)
  })

  it('is submitted with the keyboard alone', async () => {
    const { page } = editor
    await eva.button('Other actions').focus()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Submit for review')
    await page.keyboard.press('Enter')
    expect(await eva.dialog.getByRole('heading').innerText()).toBe('Submit for review')
    expect(await eva.dialog.evaluate(describedBy)).toContain('Hands the text to a reviewer.')
    expect(await focused(page)).toBe('Submit for review')
    // The focus stays within the dialog.
    for (let presses = 0; presses < 4; presses++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName),
      ).toMatch(/DIALOG|BODY/)
    }
    expect(await barriers(eva.dialog)).toEqual([])
    await picture(editor.page, 'editor-submits')
    await page.keyboard.press('Escape')
    await eva.dialog.waitFor({ state: 'detached' })
    expect(await eva.state()).toBe('Draft')
    expect(await focused(page)).toBe('Submit for review')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await eva.dialog.waitFor({ state: 'detached' })
    expect(await eva.state()).toBe('In review')
    expect(await page.locator('.desk-now output').innerText()).toBe('“Submit for review” is done.')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('desk-bar')
  })

  it('can be read in review, and says what to do before it can be changed', async () => {
    const { page } = editor
    expect(await page.locator('#field-headline').isDisabled()).toBe(true)
    expect(await page.locator('.desk-notice').innerText()).toBe(
      'This is in review and can’t be changed. Choose “Recall” first.',
    )
    expect(await page.locator('#action-save').count()).toBe(0)
    expect(await barriers(page.locator('.desk-notices'))).toEqual([])
  })

  it('is returned by a reviewer, who has to say why', async () => {
    await rita.open('releases', id)
    await rita.button('Return').click()
    const note = rita.dialog.getByLabel('Note')
    await rita.dialog.getByRole('button', { name: 'Return', exact: true }).click()
    await rita.dialog.locator('.desk-input__error').waitFor()
    expect(await note.getAttribute('aria-invalid')).toBe('true')
    expect(await note.evaluate(describedBy)).toBe('“Note” is empty. Fill it in.')
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await barriers(rita.dialog)).toEqual([])
    await picture(reviewer.page, 'reviewer-returns')
    await note.fill('Name the cinema.\nAnd the prices.')
    await rita.dialog.getByRole('button', { name: 'Return', exact: true }).click()
    await rita.dialog.waitFor({ state: 'detached' })
    expect(await rita.state()).toBe('Draft')
  })

  it('shows its editor the note on top, asks to save before it goes on, and is submitted again', async () => {
    const { page } = editor
    await eva.open('releases', id)
    const note = await page.locator('.desk-notice--returned').innerText()
    expect(note).toContain('Returned for changes')
    expect(note).toContain('Ana Korvin')
    expect(note).toContain('Name the cinema.\nAnd the prices.')
    await page.locator('#field-lead').fill('Six films are shown at the Cinemateket in the spring.')
    await page.locator('.desk-bar__unsaved').waitFor()
    await eva.button('Submit for review').click({ force: true })
    expect(await eva.dialog.innerText()).toContain('There are unsaved changes. Save them first.')
    expect(await barriers(eva.dialog)).toEqual([])
    await eva.dialog.getByRole('button', { name: 'Close' }).click()
    await eva.save()
    await eva.act('Submit for review')
    expect(await eva.state()).toBe('In review')
    expect(await page.locator('.desk-notice--returned').count()).toBe(0)
    expect((await stored(editor, id)).lead).toBe(
      'Six films are shown at the Cinemateket in the spring.',
    )
  })

  it('is approved and published, and opens by the link of the bar', async () => {
    const { page } = reviewer
    await rita.open('releases', id)
    await rita.act('Approve')
    expect(await rita.state()).toBe('Approved')
    await rita.act('Publish')
    expect(await rita.state()).toBe('Published')
    const link = rita.bar.getByRole('link', { name: 'Edition 1: Live' })
    const address = await link.getAttribute('href')
    await link.click()
    await page.waitForURL((url) => url.pathname === address)
    expect(await page.locator('h1').innerText()).toBe(
      'Film week brings six Talvanian films to Oslo',
    )
    expect(await page.locator('.lead').innerText()).toContain('Cinemateket')
  })

  it('offers no deletion and no saving once it is published', async () => {
    await eva.open('releases', id)
    expect(await eva.state()).toBe('Published')
    expect(await editor.page.locator('#action-save').count()).toBe(0)
    await editor.page.locator('.doc-controls__dots').click()
    expect(await editor.page.locator('#action-duplicate').count()).toBe(1)
    expect(await editor.page.locator('#action-delete').count()).toBe(0)
    await editor.page.keyboard.press('Escape')
  })
})

describe('a draft in which something is missing', () => {
  it('says what, and leads to the field and to the paragraph', async () => {
    const page = new DeskPage(editor)
    const id = await draft(editor, { lead: '', body: paragraphs('It costs [amount] to cross.') })
    await page.open('releases', id)
    await page.button('Submit for review').click({ force: true })
    const links = page.dialog.getByRole('link')
    expect(await links.allInnerTexts()).toEqual([
      'Enter a lead.',
      'Fill in the placeholder (“[amount]”).',
    ])
    expect(await page.dialog.innerText()).toContain('Paragraph 1')
    expect(await barriers(page.dialog)).toEqual([])
    await links.first().click()
    expect(await editor.page.evaluate(() => document.activeElement?.id)).toBe('field-lead')
    await page.button('Submit for review').click({ force: true })
    await page.dialog.getByRole('link').last().click()
    // Whoever types now, types in the paragraph.
    await editor.page.locator('[data-lexical-editor="true"]:focus').waitFor()
    await editor.page.keyboard.type('!')
    expect(await editor.page.locator('[data-lexical-editor="true"]').innerText()).toContain(
      '!It costs',
    )
  })

  it('points a translator to the release for what stands there', async () => {
    const page = new DeskPage(translator)
    const release = await draft(editor, { headline: 'A bridge without a contact', contacts: [] })
    const made = await translator.rest('POST', '/translations', {
      release,
      language: 'nb',
      headline: 'En bro uten kontakt',
      lead: 'Den åpner fredag.',
      body: paragraphs('Alle kan gå over.'),
    })
    await page.open('translations', (made.body as { doc: { id: string } }).doc.id)
    await page.button('Submit for review').click({ force: true })
    await page.dialog.getByRole('link', { name: 'Name at least one contact.' }).click()
    await translator.page.waitForURL((url) => url.pathname.endsWith(`/releases/${release}`))
    expect(new URL(translator.page.url()).hash).toBe('#field-contacts')
  })
})

describe('a text that somebody else changes meanwhile', () => {
  it('is told at the first letter that is typed, and keeps what was typed', async () => {
    const page = new DeskPage(editor)
    const id = await draft(editor, { headline: 'A bridge for two' })
    await page.open('releases', id)
    await theirs(editor, id, { lead: 'It opens on Saturday.' })
    await editor.page.locator('#field-headline').fill('A bridge for three')
    await page.dialog.waitFor()
    expect(await page.dialog.innerText()).toContain('This was changed while you were writing')
    expect(await page.dialog.innerText()).toMatch(/Changed: Leda Varen, /)
    expect(await barriers(page.dialog)).toEqual([])
    await page.dialog.getByRole('button', { name: 'Back to what I typed' }).click()
    expect(await editor.page.locator('#field-headline').inputValue()).toBe('A bridge for three')

    // Saving is refused in words, overwrites nothing, and still keeps what was typed.
    await editor.page.locator('#action-save').click()
    await page.dialog.waitFor()
    expect(await editor.page.locator('.toast-error').innerText()).toContain(
      'This was changed since you opened it',
    )
    await page.dialog.getByRole('button', { name: 'Back to what I typed' }).click()
    expect(await editor.page.locator('#field-headline').inputValue()).toBe('A bridge for three')
    expect(await stored(editor, id)).toMatchObject({
      headline: 'A bridge for two',
      lead: 'It opens on Saturday.',
    })

    // Nor is it lost by walking away.
    await editor.page.locator('.step-nav a', { hasText: 'Releases' }).click()
    await editor.page.getByText('Your changes have not been saved').waitFor()
    await editor.page.getByRole('button', { name: 'Stay on this page' }).click()

    await editor.page.locator('#action-save').click()
    await page.dialog.getByRole('button', { name: 'Load the newest version' }).click()
    await page.dialog.waitFor({ state: 'detached' })
    expect(await editor.page.locator('#field-headline').inputValue()).toBe('A bridge for two')
    expect(await editor.page.locator('#field-lead').inputValue()).toBe('It opens on Saturday.')
    await editor.page.locator('#field-headline').fill('A bridge for four')
    await page.save()
    expect((await stored(editor, id)).headline).toBe('A bridge for four')
  })

  it('refuses an action on it with what happened, and loads the newest', async () => {
    const page = new DeskPage(editor)
    const id = await draft(editor, { headline: 'A bridge for five' })
    await page.open('releases', id)
    await page.button('Submit for review').click()
    await theirs(editor, id, { lead: 'It opens on Sunday.' })
    await page.dialog.getByRole('button', { name: 'Submit for review' }).click()
    const refusal = page.dialog.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('This was changed since you opened it')
    expect(await refusal.innerText()).toMatch(/What happened meanwhile\s+Changed: Leda Varen, /)
    expect(await barriers(page.dialog)).toEqual([])
    expect((await stored(editor, id)).state).toBe('draft')
    await refusal.getByRole('button', { name: 'Load the newest version' }).click()
    await page.dialog.waitFor({ state: 'detached' })
    expect(await editor.page.locator('#field-lead').inputValue()).toBe('It opens on Sunday.')
    await page.act('Submit for review')
    expect(await page.state()).toBe('In review')
  })
})

describe('taking a family back', () => {
  it('says which languages go, as they are chosen', async () => {
    const page = new DeskPage(reviewer)
    const id = await idOf(reviewer, 'releases', { headline: 'twelve electric ferries' })
    await page.open('releases', id)
    await page.button('Withdraw').click()
    const effect = page.dialog.locator('.desk-dialog__effect')
    expect(await effect.innerText()).toBe(
      'Withdraws it in English, Norwegian Bokmål, Kazakh and Russian.',
    )
    await page.dialog.getByLabel('English').uncheck()
    expect(await effect.innerText()).toBe('Withdraws it in Norwegian Bokmål, Kazakh and Russian.')
    await page.dialog.getByLabel('English').check()
    await page.dialog.getByLabel('Kazakh').uncheck()
    await page.dialog.getByLabel('Public explanation').fill('The figures are wrong.')
    await page.dialog.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await page.dialog.getByRole('alert').waitFor()
    expect(await page.dialog.getByRole('alert').innerText()).toContain(
      'The translations in kk are public.',
    )
    expect(await barriers(page.dialog)).toEqual([])
    await picture(reviewer.page, 'withdraw-family')
    expect((await stored(reviewer, id)).state).toBe('published')
    await reviewer.page.keyboard.press('Escape')
  })
})

describe('setting a time', () => {
  it('is done in the time of the post, with the capital’s beside it', async () => {
    const page = new DeskPage(reviewer)
    const id = await idOf(reviewer, 'releases', { headline: 'Lake Ossa Convention' })
    await page.open('releases', id)
    await pressed(page.button('Schedule'))
    await page.dialog.waitFor()
    await page.dialog.getByLabel('Time of publication').fill('2031-03-06T10:00')
    expect(await page.dialog.innerText()).toContain('In the time of the post (Oslo).')
    expect(await page.dialog.innerText()).toContain('at 14:00 (Almaty).')
    expect(await barriers(page.dialog)).toEqual([])
    await picture(reviewer.page, 'schedule')
    await pressed(page.dialog.getByRole('button', { name: 'Schedule', exact: true }))
    await page.dialog.waitFor({ state: 'detached' })
    expect(await page.state()).toBe('Scheduled')
    expect(await reviewer.page.locator('.desk-now').innerText()).toContain(
      'Thursday 6 March at 10:00 (Oslo)',
    )
    expect((await stored(reviewer, id)).scheduledFor).toBe('2031-03-06T09:00:00.000Z')
  })
})

describe('the lists', () => {
  it('show states in words and pictures, and filter by them', async () => {
    const { page } = editor
    await page.goto('/admin/collections/releases?limit=50')
    const badges = page.locator('tbody .desk-badge')
    await badges.first().waitFor()
    expect(await badges.allInnerTexts()).toEqual(
      expect.arrayContaining(['Draft', 'In review', 'Scheduled', 'Published', 'Withdrawn']),
    )
    expect(await page.locator('tbody .desk-badge svg').count()).toBe(await badges.count())
    expect(await barriers(page.locator('tbody'))).toEqual([])
    await page.goto(
      '/admin/collections/releases?limit=50&where[or][0][and][0][state][equals]=withdrawn',
    )
    await badges.first().waitFor()
    expect(new Set(await badges.allInnerTexts())).toEqual(new Set(['Withdrawn']))
    await page.goto(
      '/admin/collections/translations?limit=50&where[or][0][and][0][language][equals]=kk',
    )
    await badges.first().waitFor()
    expect(new Set(await page.locator('tbody .cell-language').allInnerTexts())).toEqual(
      new Set(['Kazakh']),
    )
  })
})

describe('the admin in Kazakh', () => {
  it('speaks Kazakh where it is Payload’s and where it is ours, dates included', async () => {
    const visitor = await signedIn(browser, server.url, 'editor', { locale: 'kk-KZ' })
    const { page, complaints } = visitor
    expect(await page.locator('html').getAttribute('lang')).toBe('kk')
    await page.goto('/admin/collections/releases')
    await page.locator('.desk-badge').first().waitFor()
    const list = await page.locator('body').innerText()
    for (const words of ['Хабарламалар', 'Жаңасын жасау', 'Сүзгілер', 'Күйі', 'Жарияланды'])
      expect(list).toContain(words)
    // A month by its Kazakh name, from a language that Payload can't load.
    await page
      .getByText(/\d{1,2} қар 20\d\d|\d{1,2} жел 20\d\d/)
      .first()
      .waitFor()
    await page.goto(
      `/admin/collections/releases/${await idOf(visitor, 'releases', { headline: 'Grid operators' })}`,
    )
    await page.locator('.desk-bar').waitFor()
    expect(await page.locator('.desk-bar').innerText()).toContain('Басқа әрекеттер')
    expect(await page.locator('#action-save').innerText()).toBe('Сақтау')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('on a phone', () => {
  it('the bar and its dialogs fit, and nothing has to be scrolled sideways', async () => {
    const visitor = await signedIn(browser, server.url, 'reviewer', {
      viewport: { width: 390, height: 844 },
    })
    const page = new DeskPage(visitor)
    const id = await idOf(visitor, 'releases', { headline: 'Wind farm' })
    await page.open('releases', id)
    expect(await inside(page, '.desk-bar, .desk-bar button, .desk-bar a')).toBe(true)
    const withdraw = await page.inMenu('Withdraw')
    expect(await inside(page, '.desk-menu')).toBe(true)
    await withdraw.getByRole('button').click()
    await page.dialog.waitFor()
    expect(await inside(page, 'dialog, dialog textarea, dialog button')).toBe(true)
    expect(await barriers(page.dialog)).toEqual([])
    expect(visitor.complaints).toEqual([])
    await visitor.page.context().close()
  })
})

describe('the browser', () => {
  it('had nothing to complain of', () => {
    expect([...editor.complaints, ...reviewer.complaints, ...translator.complaints]).toEqual([])
  })
})

/** The text that is read after an element's name. Runs in the page. */
function describedBy(element: Element): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

async function focused(page: Visitor['page']): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
}

/** Whether every visible element lies within the width of the window. */
async function inside({ page }: DeskPage, selector: string): Promise<boolean> {
  return page.evaluate((query) => {
    const width = document.documentElement.clientWidth
    const visible = [...document.querySelectorAll(query)]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width > 0)
    return visible.length > 0 && visible.every((box) => box.left >= 0 && box.right <= width)
  }, selector)
}

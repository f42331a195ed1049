import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { draft, paragraphs, stored, theirs } from './drafts.ts'
import { password, type RunningServer, startServer } from './server.ts'

let server: RunningServer
let browser: Browser
let editor: Visitor
let eva: DeskPage

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  editor = await signedIn(browser, server.url, 'editor')
  eva = new DeskPage(editor)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const ferry = 'The ferry leaves at noon from the northern quay.'
const fare = 'A ticket costs twelve crowns for everybody.'

/** What the browser keeps of unsaved texts. */
const kept = ({ page }: DeskPage): Promise<string[]> =>
  page.evaluate(() =>
    Object.entries(localStorage).flatMap(([place, row]) =>
      place.startsWith('communique:kept:') ? [row] : [],
    ),
  )

/** Another window of the same browser, as after a crash. */
async function reopened(of: DeskPage, id: string): Promise<DeskPage> {
  const page = new DeskPage({ page: await of.page.context().newPage() })
  await page.open('releases', id)
  return page
}

describe('requirements while somebody types', () => {
  it('come and go with what is typed, and lead to their places', async () => {
    const id = await draft(editor, { headline: 'A bridge with gaps' })
    await eva.open('releases', id)
    const panel = eva.page.getByRole('region', { name: 'Requirements' })
    await panel.getByText('Nothing is missing.').waitFor()
    await eva.page.locator('#field-lead').fill('')
    await eva.page.locator('[data-lexical-editor="true"] p').first().click()
    await eva.page.keyboard.type('[amount] ')
    await panel.getByText('Fill in the placeholder').waitFor()
    expect(await panel.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Before it can be submitted',
    ])
    expect(await panel.getByRole('link').allInnerTexts()).toEqual([
      'Enter a lead.',
      'Fill in the placeholder (“[amount]”).',
    ])
    expect(await barriers(panel)).toEqual([])
    await panel.getByRole('link', { name: 'Enter a lead.' }).press('Enter')
    await eva.page.locator('#field-lead:focus').waitFor()
    await eva.page.keyboard.type('It opens on Friday.')
    await panel.getByRole('link', { name: 'Enter a lead.' }).waitFor({ state: 'detached' })
    await panel.getByRole('link').press('Enter')
    await eva.page.locator('[data-lexical-editor="true"]:focus').waitFor()
    await eva.save()
    await panel.getByText('Fill in the placeholder').waitFor()
  })

  it('name another text that is called nearly the same, and stop nothing by it', async () => {
    await draft(editor, { headline: 'Two new ferries sail to the islands' })
    const id = await draft(editor, { headline: 'Two new ferries to the islands' })
    await eva.open('releases', id)
    const panel = eva.page.getByRole('region', { name: 'Requirements' })
    await panel.getByText('“Two new ferries sail to the islands”').waitFor()
    expect(await panel.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Worth knowing',
    ])
    expect(await eva.button('Submit for review').getAttribute('aria-disabled')).toBeNull()
  })
})

describe('what was typed before the window died', () => {
  it('is offered again, and taken over with the keyboard', async () => {
    const id = await draft(editor, { headline: 'A bridge and a crash' })
    const first = await reopened(eva, id)
    // With the keyboard alone.
    await tabTo(first.page.locator('#field-lead'))
    await first.page.keyboard.press('Control+a')
    await first.page.keyboard.type('Typed and never saved.')
    await tabTo(first.page.locator('[data-lexical-editor="true"]').first())
    await first.page.keyboard.press('Control+Home')
    await first.page.keyboard.type('Soon: ')
    await expect.poll(() => kept(first), { timeout: 10_000 }).toHaveLength(1)
    // Nobody reads on the disk what was typed.
    expect((await kept(first)).join()).not.toContain('never')
    await first.page.waitForTimeout(2100)
    await first.page.close({ runBeforeUnload: false })

    const again = await reopened(eva, id)
    const notice = again.page.getByRole('region', { name: 'Typed and not saved' })
    await notice.waitFor()
    expect(await notice.innerText()).toContain('It differs in: Lead and Text.')
    expect(await barriers(notice)).toEqual([])
    await picture(again.page, 'recovered-typing')
    await pressed(notice.getByRole('button', { name: 'Look at it and take it over' }))
    await again.dialog.getByRole('group').first().waitFor()
    expect(await again.dialog.getByRole('radio', { checked: true }).count()).toBe(2)
    expect(await barriers(again.dialog)).toEqual([])
    await pressed(again.dialog.getByRole('button', { name: 'Take over what is chosen' }))
    await notice.waitFor({ state: 'detached' })
    expect(await again.page.locator('#field-lead').inputValue()).toBe('Typed and never saved.')
    await pressed(again.page.locator('#action-save'))
    await again.page.locator('.desk-bar__unsaved').waitFor({ state: 'detached' })
    expect(await stored(editor, id)).toMatchObject({ lead: 'Typed and never saved.', revision: 2 })
    expect(JSON.stringify((await stored(editor, id)).body)).toContain('Soon: ')
    expect(await kept(again)).toEqual([])
    await again.page.close()
  })

  it('is offered for a text that was never saved, and thrown away when nobody wants it', async () => {
    const { page } = eva
    const blank = async (): Promise<void> => {
      await page.goto('/admin/collections/releases/create')
      await page.locator('form[data-form-ready="true"]').waitFor()
    }
    await blank()
    await page.locator('#field-headline').fill('A bridge in no list')
    await expect.poll(() => kept(eva), { timeout: 10_000 }).toHaveLength(1)
    page.once('dialog', (dialog) => void dialog.accept())
    await blank()
    const notice = page.getByRole('region', { name: 'Typed and not saved' })
    await notice.getByRole('button', { name: 'Look at it and take it over' }).click()
    await eva.dialog.getByRole('button', { name: 'Take over what is chosen' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await page.locator('#field-headline').inputValue()).toBe('A bridge in no list')
    await expect.poll(() => kept(eva), { timeout: 10_000 }).toHaveLength(1)
    await blank()
    await notice.getByRole('button', { name: 'Throw it away' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await kept(eva)).toEqual([])
  })

  it('is shown to nobody else at the same computer, and gone when its writer signs out', async () => {
    const visitor = await signedIn(browser, server.url, 'editor')
    const own = new DeskPage(visitor)
    const { page } = visitor
    page.on('dialog', (dialog) => void dialog.accept())
    const signIn = (account: string) =>
      visitor.rest('POST', '/users/login', { email: `${account}@demo.example`, password })
    const notice = page.getByRole('region', { name: 'Typed and not saved' })
    const id = await draft(editor, { headline: 'A bridge at a shared computer' })
    await own.open('releases', id)
    await page.locator('#field-lead').fill('For my eyes only.')
    await expect.poll(() => kept(own), { timeout: 10_000 }).toHaveLength(1)

    expect((await signIn('second.reviewer')).status).toBe(200)
    await own.open('releases', id)
    await page.getByRole('region', { name: 'Requirements' }).getByText('missing').waitFor()
    expect(await notice.count()).toBe(0)
    expect(await kept(own)).toHaveLength(1)

    expect((await signIn('editor')).status).toBe(200)
    await own.open('releases', id)
    await notice.waitFor()
    await page.goto('/admin/logout')
    await expect.poll(() => kept(own), { timeout: 10_000 }).toEqual([])
    await page.context().close()
  })
})

describe('a session that ends while somebody types', () => {
  it('is begun again in place, and what was typed is saved', async () => {
    const visitor = await signedIn(browser, server.url, 'editor')
    const own = new DeskPage(visitor)
    const { page } = visitor
    const id = await draft(editor, { headline: 'A bridge past midnight' })
    await page.clock.install()
    await own.open('releases', id)
    await page.locator('#field-lead').fill('Typed before the session ended.')
    await page.locator('.desk-bar__unsaved').waitFor()
    await page.context().clearCookies()
    // Payload would have left for its sign-in page by now, and the form with it.
    await page.clock.fastForward('09:00:00')
    await own.dialog.waitFor()
    await page.waitForTimeout(1500)
    expect(await own.dialog.getByRole('heading').innerText()).toBe('Sign in again')
    expect(await own.dialog.getByLabel('E-mail').inputValue()).toBe('editor@demo.example')
    expect(await barriers(own.dialog)).toEqual([])
    await page.keyboard.type('not the password at all')
    await page.keyboard.press('Enter')
    await own.dialog.getByRole('alert').waitFor()
    await own.dialog.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await own.dialog.waitFor({ state: 'detached' })
    expect(await page.locator('#field-lead').inputValue()).toBe('Typed before the session ended.')
    await page.locator('#action-save').click()
    await page.locator('.desk-bar__unsaved').waitFor({ state: 'detached' })
    expect((await stored(editor, id)).lead).toBe('Typed before the session ended.')
    await page.context().close()
  })
})

describe('a session that ends in the middle of a dialog', () => {
  it('is begun again over it, and what was said in it stands', async () => {
    const { page } = await signedIn(browser, server.url, 'reviewer')
    const own = new DeskPage({ page })
    await own.open('releases', await idOf(editor, 'releases', { headline: 'scholarships' }))
    await own.button('Return').click()
    await own.dialog.getByLabel('Note').fill('Name the schools.')
    await page.context().clearCookies()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    const again = page.getByRole('dialog', { name: 'Sign in again' })
    await again.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await again.waitFor({ state: 'detached' })
    expect(await own.dialog.getByLabel('Note').inputValue()).toBe('Name the schools.')
    await page.context().close()
  })
})

describe('a network that is gone', () => {
  it('is told in words, and the text is saved when it is back', async () => {
    const id = await draft(editor, { headline: 'A bridge without a line' })
    const own = await reopened(eva, id)
    const { page } = own
    await page.locator('#field-lead').fill('Typed without a network.')
    await page.context().setOffline(true)
    await page.locator('#action-save').click()
    const said = page.locator('.desk-writing')
    await said.getByText('This was not saved. It is saved as soon as').waitFor()
    // Payload says the same in the browser's words.
    await page.waitForFunction(() => !document.querySelector('.toast-error'))
    expect(await barriers(said)).toEqual([])
    const saves: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') saves.push(request.url())
    })
    await page.context().setOffline(false)
    await page.locator('.desk-bar__unsaved').waitFor({ state: 'detached' })
    expect((await stored(editor, id)).lead).toBe('Typed without a network.')
    await page.waitForLoadState('networkidle')
    expect(saves, 'sent again once').toHaveLength(1)
    await page.close()
  })
})

describe('two people in one text', () => {
  it('see each other, and the second to save decides passage by passage', async () => {
    const id = await draft(editor, { headline: 'A bridge for two', body: paragraphs(ferry, fare) })
    await eva.open('releases', id)
    const reader = await signedIn(browser, server.url, 'reviewer')
    await new DeskPage(reader).open('releases', id)
    await reader.page.getByText('Also open here: Leda Varen').waitFor()
    await reader.page.context().close()

    const { page } = eva
    await page.locator('#field-headline').fill('A bridge for me')
    await page.locator('[data-lexical-editor="true"] p').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Be early.')
    await page.locator('#field-lead').fill('It opens at noon.')
    // Payload looks for others' changes at the first letter only.
    await page.waitForTimeout(1500)
    await theirs(editor, id, {
      lead: 'It opens on Saturday.',
      body: paragraphs(ferry, `${fare} Children pay half.`),
    })
    await page.locator('#action-save').click()
    await eva.dialog.getByRole('group').first().waitFor()
    expect(await eva.dialog.innerText()).toMatch(/Changed: Leda Varen, /)
    expect(await barriers(eva.dialog)).toEqual([])
    await picture(eva.page, 'two-editors')
    const group = (name: string) => eva.dialog.getByRole('group', { name })
    const chosen = (name: string) => group(name).getByRole('radio', { checked: true })
    expect(await chosen('Headline').inputValue()).toBe('mine')
    expect(await chosen('Text, Paragraph 1').inputValue()).toBe('mine')
    expect(await chosen('Text, Paragraph 2').inputValue()).toBe('theirs')
    // Both have changed the lead, so nobody has chosen it yet.
    expect(await chosen('Lead').count()).toBe(0)
    const save = eva.dialog.getByRole('button', { name: 'Save with these choices' })
    await save.press('Enter')
    expect(await eva.dialog.innerText()).toContain('Still to be chosen: 1')
    expect((await stored(editor, id)).headline).toBe('A bridge for two')
    await group('Lead').getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await save.press('Enter')
    await eva.dialog.waitFor({ state: 'detached' })
    await page.locator('.desk-bar__unsaved').waitFor({ state: 'detached' })
    const now = await stored(editor, id)
    expect(now).toMatchObject({
      headline: 'A bridge for me',
      lead: 'It opens at noon.',
      revision: 3,
    })
    const words = JSON.stringify(now.body)
    expect(words).toContain(`${ferry} Be early.`)
    expect(words).toContain(`${fare} Children pay half.`)
  })

  it('are told nothing when a save arrived whose answer was lost', async () => {
    const id = await draft(editor, { headline: 'A bridge and its echo' })
    await eva.open('releases', id)
    await eva.page.locator('#field-lead').fill('Saved, and nobody heard of it.')
    await eva.page.waitForTimeout(1500)
    await theirs(editor, id, { lead: 'Saved, and nobody heard of it.' })
    await eva.page.locator('#action-save').click()
    await eva.page.locator('.desk-bar__unsaved').waitFor({ state: 'detached' })
    await eva.dialog.waitFor({ state: 'detached' })
    expect((await stored(editor, id)).revision).toBe(2)
  })
})

describe('in a translation', () => {
  it('requirements of the release lead there', async () => {
    const translator = await signedIn(browser, server.url, 'translator')
    const release = await draft(editor, { headline: 'A bridge without a contact', contacts: [] })
    const made = await translator.rest('POST', '/translations', {
      release,
      language: 'nb',
      headline: 'En bro uten kontakt',
      lead: 'Den åpner fredag.',
      body: paragraphs('Alle kan gå over.'),
    })
    const page = new DeskPage(translator)
    await page.open('translations', (made.body as { doc: { id: string } }).doc.id)
    const link = translator.page.getByRole('link', { name: 'Name at least one contact.' })
    expect(await link.getAttribute('href')).toBe(
      `/admin/collections/releases/${release}#field-contacts`,
    )
    await translator.page.context().close()
  })
})

describe('the browser', () => {
  it('had nothing to complain of', () => {
    const meant = /ERR_INTERNET_DISCONNECTED|Failed to fetch|status of 401/
    expect(editor.complaints.filter((one) => !meant.test(one))).toEqual([])
  })
})

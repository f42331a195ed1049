// Makes the pictures in docs/screens anew, from the built program with the demonstration mission:
//   node scripts/start.mjs --build && node --import tsx scripts/screens.ts
// Another folder can be named, and then all pictures go there, those that aren't kept too.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type Account, openBrowser, signedIn, type Visitor } from '../tests/browser/browser.ts'
import { DeskPage, idOf } from '../tests/browser/desk-page.ts'
import { draft, paragraphs, theirs } from '../tests/browser/drafts.ts'
import { password, startFresh } from '../tests/browser/running.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const kept = path.join(root, 'docs/screens')
const folder = process.argv[2] ?? kept
mkdirSync(folder, { recursive: true })

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } }
const dark: BrowserContextOptions = { colorScheme: 'dark' }

const server = await startFresh()
const browser: Browser = await openBrowser()

async function as(account: Account, options: BrowserContextOptions = {}): Promise<Visitor> {
  return signedIn(browser, server.url, account, options)
}

/** `all`: only made when a folder of its own was named. */
async function shoot({ page }: Visitor, name: string, all = false): Promise<void> {
  if (all && folder === kept) return
  // Toasts and hovering pass.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  await page.screenshot({ path: path.join(folder, `desk-${name}.png`), animations: 'disabled' })
  console.log(name)
}

async function open(who: Visitor, headline: string): Promise<DeskPage> {
  const page = new DeskPage(who)
  await page.open('releases', await idOf(who, 'releases', { headline }))
  return page
}

async function withProblems(who: Visitor): Promise<DeskPage> {
  const page = await open(who, 'Film week')
  await who.page.locator('#field-lead').fill('')
  await who.page
    .locator('#field-headline')
    .fill('Film week brings [number] Talvanian films to Oslo')
  await page.save()
  await page.button('Submit for review').click({ force: true })
  await page.dialog.waitFor()
  return page
}

/** Notes on a text in review, one of them answered; then the page on which it is reviewed. */
async function noted(who: Visitor, other: Visitor, headline: string): Promise<string> {
  const id = await idOf(who, 'releases', { headline })
  const write = async (input: object) =>
    (await who.rest('POST', `/releases/${id}/notes`, input)).body as { note: { id: string } }
  const { body } = await who.rest('GET', `/releases/${id}/notes`)
  if ((body as { notes: unknown[] }).notes.length > 0) return id
  const { note } = await write({
    field: 'lead',
    words: 'The ministry’s own page gives another number. Which one is right?',
    mustFix: true,
  })
  await other.rest('POST', `/releases/${id}/notes/${note.id}/replies`, {
    words: 'Theirs was from last year. I have asked for the new one.',
  })
  await write({ field: '', words: 'Reads well. Shall we add a picture?' })
  return id
}

async function openReview(who: Visitor, id: string): Promise<void> {
  await who.page.goto(`/admin/collections/releases/${id}/review`)
  await who.page.locator('.desk-note').first().waitFor()
}

/** Publishes the release again with other words, so that its translations lag behind. */
async function correct(editor: Visitor, reviewer: Visitor, headline: string): Promise<void> {
  const desk = await open(editor, headline)
  await desk.act('Revise')
  const lead = editor.page.locator('#field-lead')
  await lead.fill(`${await lead.inputValue()} A second one follows.`)
  await desk.save()
  await desk.act('Submit for review')
  const review = await open(reviewer, headline)
  await review.act('Approve')
  await review.button('Publish').click()
  await review.dialog.getByLabel('Major: readers see the public note').check()
  await review.dialog
    .getByRole('textbox', { name: 'Public note' })
    .fill('The second ship was missing.')
  await shoot(reviewer, 'dialog-publish', true)
  await review.dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await review.dialog.waitFor({ state: 'detached' })
}

/** The square of a second factor that nobody switches on. */
async function factorSquare(who: Visitor): Promise<void> {
  await show(who, '/admin/signing-in', 'signing-in')
  await who.page.getByRole('button', { name: 'Set up a second factor' }).click()
  await who.page.locator('#factor-password').fill(password)
  await who.page.keyboard.press('Enter')
  await who.page.locator('.desk-square').waitFor()
  await shoot(who, 'second-factor', true)
}

async function invited(who: Visitor): Promise<void> {
  const person = { name: 'Nora Berg', email: 'nora@demo.example', roles: ['reviewer'] }
  await who.rest('POST', '/users', person)
  await who.page.goto('/admin/collections/users')
  await who.page.getByRole('link', { name: person.name }).click()
  await who.page.locator('.desk-account-panel').waitFor()
  await shoot(who, 'account')
}

/** What a text lacks while it is typed, what was typed and never saved, and what two people made of one text. */
async function typing(who: Visitor): Promise<void> {
  const id = await draft(who, {
    headline: 'Night ferries sail all winter',
    lead: 'They sail from Friday.',
    body: paragraphs('The first ferry leaves at ten in the evening.', 'A cabin costs 40 euros.'),
  })
  const desk = new DeskPage(who)
  await desk.open('releases', id)
  const lead = who.page.locator('#field-lead')
  await lead.fill('They sail from [date] on every night but one.')
  await who.page.getByText('Fill in the placeholder').waitFor()
  await who.page.waitForFunction(() => Object.keys(localStorage).length > 0)
  await shoot(who, 'requirements')
  who.page.once('dialog', (dialog) => void dialog.accept())
  await desk.open('releases', id)
  await who.page.getByRole('region', { name: 'Typed and not saved' }).waitFor()
  await shoot(who, 'kept')
  await lead.fill('They sail every night but one.')
  await who.page.waitForTimeout(1500)
  await theirs(who, id, {
    lead: 'They sail from Saturday.',
    body: paragraphs('The first ferry leaves at ten in the evening.', 'A cabin costs 45 euros.'),
  })
  await who.page.locator('#action-save').click()
  await desk.dialog.getByRole('group').first().waitFor()
  await shoot(who, 'two-forms')
  await desk.dialog.getByRole('button', { name: 'Load the newest version' }).click()
  await desk.dialog.waitFor({ state: 'detached' })
  await lead.fill('They sail every night.')
  await who.page.context().clearCookies()
  await who.page.locator('#action-save').click()
  await desk.dialog.waitFor()
  await shoot(who, 'sign-in-again', true)
}

/** A draft that an expert has seen through a link and remarked on; at the desk, and on the expert's telephone. */
async function previewed(who: Visitor, narrow: Visitor): Promise<void> {
  const id = await idOf(who, 'releases', { headline: 'Film week' })
  const made = await who.rest('POST', `/releases/${id}/links`, {
    recipient: 'Kari Dahl, Ministry of Culture',
    days: 7,
  })
  const { address } = made.body as { address: string }
  const expert = await browser.newPage({ ...phone, javaScriptEnabled: false })
  await expert.goto(address)
  await expert.screenshot({ path: path.join(folder, 'desk-link.png') })
  if (folder !== kept)
    await expert.screenshot({ path: path.join(folder, 'desk-link-whole.png'), fullPage: true })
  for (const [visitor, name] of [
    [who, 'preview'],
    [narrow, 'phone-preview'],
  ] as const) {
    await visitor.page.goto(`/admin/collections/releases/${id}/preview`)
    await visitor.page.frameLocator('.desk-preview iframe').getByRole('heading').first().waitFor()
    await visitor.page.getByLabel('Phone', { exact: true }).check()
    await visitor.page.frameLocator('.desk-preview iframe').getByRole('heading').first().waitFor()
    await shoot(visitor, name, visitor === narrow)
  }
  await who.page.getByRole('button', { name: 'Make a link' }).click()
  await shoot(who, 'dialog-link', true)
}

/** A text that few know of: who they are, what its bar says, and what an administrator learns. */
async function restricted(who: Visitor, named: Visitor, admin: Visitor): Promise<void> {
  const id = await draft(who, { headline: 'The ambassador leaves in June' })
  const people = await Promise.all(
    [who, named].map(async ({ rest }) => {
      const { body } = await rest('GET', '/users/me')
      return (body as { user: { id: string } }).user.id
    }),
  )
  await who.rest('POST', `/releases/${id}/restriction`, { people })
  await show(who, `/admin/collections/releases/${id}/who-sees`, 'who-sees')
  await new DeskPage(who).open('releases', id)
  await shoot(who, 'restricted', true)
  await show(admin, '/admin/restricted', 'restricted-texts', true)
}

/** A template with a place to be filled in, and the list of templates. */
async function templates(who: Visitor): Promise<void> {
  const made = await who.rest('POST', '/templates', {
    name: 'Scholarships of a year',
    language: 'en',
    kind: 'press-release',
    headline: 'Talvania offers {{number}} scholarships for {{year}}',
    lead: 'Applications close on {{day}}.',
    body: paragraphs('The scholarships are open to students of all subjects.'),
  })
  await show(who, '/admin/start', 'start')
  const { id } = (made.body as { doc: { id: string } }).doc
  await who.page.goto(`/admin/collections/templates/${id}`)
  await who.page.locator('#field-headline').waitFor()
  await shoot(who, 'template', true)
}

/** A translation whose original was corrected, with the first segment that waits; also at night and on a telephone. */
async function translated(who: Visitor, id: string): Promise<void> {
  const { body } = await who.rest('GET', `/translations/${id}?depth=0`)
  const { revision } = body as { revision: number }
  await who.rest('POST', `/translations/${id}/actions/revise`, { revision })
  for (const [visitor, name] of [
    [who, 'translate'],
    [await as('translator', dark), 'translate-dark'],
    [await as('translator', phone), 'phone-translate'],
  ] as const) {
    await visitor.page.goto(`/admin/collections/translations/${id}/translate`)
    await visitor.page.locator('.desk-translate').waitFor()
    await visitor.page.waitForLoadState('networkidle')
    await visitor.page.keyboard.press('Alt+ArrowDown')
    await shoot(visitor, name, visitor !== who)
  }
}

/** A view of our own, as it lies open. */
async function show(who: Visitor, address: string, name: string, all = false): Promise<void> {
  await who.page.goto(address)
  await who.page.locator('.desk-view').waitFor()
  await shoot(who, name, all)
}

try {
  const editor = await as('editor')
  const reviewer = await as('reviewer')
  const translator = await as('translator')

  await show(reviewer, '/admin', 'my-desk')
  await show(reviewer, '/admin/calendar', 'calendar')
  await reviewer.page.getByRole('button', { name: 'Calendar for my telephone' }).click()
  await shoot(reviewer, 'calendar-address', true)
  await factorSquare(editor)
  await invited(await as('admin'))
  await open(editor, 'Film week')
  await shoot(editor, 'release-draft')
  const inReview = await open(reviewer, 'scholarships')
  await inReview.button('Other actions').click()
  await shoot(reviewer, 'release-in-review')
  await reviewer.page.keyboard.press('Escape')
  await inReview.button('Return').click()
  await inReview.dialog.getByRole('button', { name: 'Return', exact: true }).click()
  await inReview.dialog.locator('.desk-input__error').waitFor()
  await shoot(reviewer, 'dialog-return', true)
  const notedText = await noted(reviewer, editor, 'scholarships')
  await openReview(reviewer, notedText)
  await shoot(reviewer, 'review')
  const published = await open(reviewer, 'twelve electric ferries')
  await published.button('Withdraw').click()
  await shoot(reviewer, 'dialog-withdraw')
  await withProblems(editor)
  await shoot(editor, 'refusal')
  await correct(editor, reviewer, 'twelve electric ferries')
  await editor.page.goto('/admin/collections/translations')
  await editor.page.locator('.desk-badge--stale').first().waitFor()
  await shoot(editor, 'translations')
  await show(editor, '/admin/languages', 'languages')
  const behind = await idOf(translator, 'translations', { headline: 'Handelen' })
  await translated(translator, behind)
  const stale = new DeskPage(translator)
  await stale.open(
    'translations',
    await idOf(translator, 'translations', { headline: 'tolv elektriske' }),
  )
  await shoot(translator, 'translation-out-of-date', true)
  await editor.page.goto('/admin/collections/releases')
  await editor.page.locator('.desk-badge').first().waitFor()
  await shoot(editor, 'releases', true)
  for (const [name, path] of [
    ['my-desk-editor', '/admin'],
    ['images', '/admin/collections/images'],
    ['events', '/admin/collections/events'],
  ] as const) {
    await editor.page.goto(path)
    await editor.page.waitForTimeout(1500)
    await shoot(editor, name, true)
  }
  await (await open(editor, 'Minister of Transport')).bar.waitFor()
  await shoot(editor, 'release-scheduled', true)

  const ferries = await idOf(editor, 'releases', { headline: 'twelve electric ferries' })
  const timeline = `/admin/collections/releases/${ferries}/timeline`
  await show(editor, timeline, 'timeline')
  await editor.page.getByRole('link', { name: 'Compare with edition 1' }).click()
  await editor.page.locator('.desk-diff').waitFor()
  await shoot(editor, 'timeline-comparison', true)
  const night = await as('reviewer', dark)
  await show(night, '/admin', 'my-desk-dark', true)
  await show(night, '/admin/calendar', 'calendar-dark', true)
  await show(night, `${timeline}?check=1`, 'timeline-dark', true)
  await open(night, 'Wind farm')
  await shoot(night, 'release-published-dark')
  await openReview(night, notedText)
  await shoot(night, 'review-dark', true)
  await night.page.goto('/admin/collections/releases')
  await night.page.locator('.desk-badge').first().waitFor()
  await shoot(night, 'releases-dark', true)
  const atNight = await open(night, 'scholarships')
  await atNight.button('Return').click()
  await atNight.dialog.getByRole('button', { name: 'Return', exact: true }).click()
  await atNight.dialog.locator('.desk-input__error').waitFor()
  await shoot(night, 'dialog-return-dark', true)
  await night.page.keyboard.press('Escape')
  await atNight.button('Other actions').click()
  await shoot(night, 'menu-dark', true)

  const pocket = await as('editor', phone)
  await previewed(editor, pocket)
  await show(editor, '/admin/search?q=ferries&language=en', 'search')
  await show(pocket, '/admin/search?q=ferries&language=en', 'phone-search', true)
  await templates(editor)
  await restricted(editor, reviewer, await as('admin'))
  await show(pocket, '/admin', 'phone-my-desk', true)
  await show(pocket, '/admin/calendar', 'phone-calendar', true)
  await show(pocket, timeline, 'phone-timeline', true)
  await open(pocket, 'Film week')
  await shoot(pocket, 'phone-draft')
  await pocket.page.goto('/admin/collections/releases')
  await pocket.page.locator('.desk-badge').first().waitFor()
  await shoot(pocket, 'phone-releases', true)
  const inHand = await as('reviewer', { ...phone, ...dark })
  const held = await open(inHand, 'scholarships')
  await shoot(inHand, 'phone-in-review-dark', true)
  await held.button('Other actions').click()
  await shoot(inHand, 'phone-menu-dark', true)
  await inHand.page.keyboard.press('Escape')
  await openReview(inHand, notedText)
  await shoot(inHand, 'phone-review-dark', true)
  await open(inHand, 'Minister of Transport')
  await shoot(inHand, 'phone-scheduled-dark', true)
  const heldPublished = await open(inHand, 'twelve electric ferries')
  await (await heldPublished.inMenu('Withdraw')).getByRole('button').click()
  await heldPublished.dialog.waitFor()
  await shoot(inHand, 'phone-dialog-dark', true)

  const reader = await browser.newPage({ viewport: { width: 1280, height: 960 } })
  await reader.goto(`${server.url}/en`, { waitUntil: 'networkidle' })
  await reader.screenshot({ path: path.join(folder, 'press-room-home.png') })
  console.log('press-room-home')

  await typing(await as('editor'))
  const kazakh = await as('translator', { locale: 'kk-KZ' })
  const kazakhPage = new DeskPage(kazakh)
  await kazakhPage.open(
    'translations',
    await idOf(kazakh, 'translations', { headline: 'жасауға келісті' }),
  )
  await shoot(kazakh, 'kazakh')
} finally {
  await browser.close()
  await server.stop()
}

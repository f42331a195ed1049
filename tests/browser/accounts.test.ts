import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../integration/accounts.ts'
import {
  barriers,
  openBrowser,
  picture,
  pressed,
  signedIn,
  tabTo,
  type Visitor,
} from './browser.ts'
import { password as demoPassword, type RunningServer, startServer } from './server.ts'

/** From an invitation to a recovery code, as an administrator and the invited go through it. */

let server: RunningServer
let browser: Browser
let admin: Visitor

const email = 'nora@demo.example'
const chosen = 'four ferries before breakfast'
let secret = ''
let recovery: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  admin = await signedIn(browser, server.url, 'admin')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The link in the one mail, which lies in a file as no mail server is set. */
async function mailedLink(): Promise<string> {
  const folder = path.join(server.folder, 'mail')
  const mails = () =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  await expect.poll(() => mails().length, { timeout: 20_000 }).toBe(1)
  const mail = readFileSync(path.join(folder, mails()[0] ?? ''), 'utf8')
  const [link = ''] = /http\S+#\S+/.exec(mail.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=')) ?? []
  return link
}

async function open(address: string, phone = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    colorScheme: phone ? 'dark' : 'light',
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function signIn(page: Page, code?: string): Promise<void> {
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(chosen)
  await page.keyboard.press('Enter')
  if (code === undefined) return
  // The focus is in it already.
  await page.locator('#field-code').waitFor()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
const codeNow = (ahead = 0) => codeAt(secret, new Date(), ahead)
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

describe('an account', () => {
  it('begins with an invitation from an administrator', async () => {
    const { page } = admin
    await page.goto('/admin/globals/mission')
    await admin.rest('POST', '/globals/mission', { secondFactorFor: ['reviewer'] })
    await page.goto('/admin/collections/users/create')
    await page.getByText('Saving mails an invitation').waitFor()
    // With the keyboard alone.
    await tabTo(page.locator('#field-name'))
    await page.keyboard.type('Nora Berg')
    await tabTo(page.locator('#field-email'))
    await page.keyboard.type(email)
    await tabTo(page.locator('#field-roles input'))
    await page.keyboard.type('Reviewer')
    await page.keyboard.press('Enter')
    await pressed(page.locator('#action-save'))
    await page.waitForURL(/\/admin\/collections\/users\/[^/]+$/)
    await page.getByText(/^Invited, until /).waitFor()
    expect(await barriers(page.locator('.desk-account-panel'))).toEqual([])
    await picture(page, 'administrator-invites')
  })

  it('gets its password from the invited alone, by a link that counts once', async () => {
    const link = await mailedLink()
    const page = await open(link.replace(server.url, ''), true)
    await page.getByText('Welcome, Nora Berg.').waitFor()
    // Neither the address bar nor the history keeps the secret.
    expect(page.url()).toBe(`${server.url}/admin/choose-password`)
    await page.locator('#field-password').fill('password1234')
    await page.locator('#field-repeat').fill('password1234')
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/among the commonest/)
      .waitFor()
    expect(await barriers(page.locator('.desk-account'))).toEqual([])
    await picture(page, 'invited-chooses-password')
    expect(await wide(page)).toBe(false)
    await page.locator('#field-password').fill(chosen)
    await page.locator('#field-repeat').fill(chosen)
    await page.keyboard.press('Enter')
    await page.getByText('Your password is kept.').waitFor()
    await page.goto(link)
    await page
      .getByRole('alert')
      .getByText(/^This link doesn’t count/)
      .waitFor()
    await page.context().close()
  })

  it('is led to its second factor before anything else', async () => {
    const page = await open('/admin/login')
    expect(await barriers(page.locator('.desk-account'))).toEqual([])
    await signIn(page)
    await page.waitForURL('**/admin/signing-in')
    await page.goto('/admin/collections/releases')
    await page.waitForURL('**/admin/signing-in')
    // With the keyboard alone.
    await page.waitForLoadState('networkidle')
    await pressed(page.getByRole('button', { name: 'Set up a second factor' }))
    await tabTo(page.locator('#factor-password'))
    await page.keyboard.type(chosen)
    await page.keyboard.press('Enter')
    await page.locator('.desk-square').waitFor()
    expect(await barriers(page.locator('dialog'))).toEqual([])
    await picture(page, 'second-factor')
    secret = (await page.locator('.desk-secret').innerText()).replaceAll(' ', '')
    await tabTo(page.locator('#factor-code'))
    await page.keyboard.type(codeNow())
    await page.keyboard.press('Enter')
    await page.locator('.desk-codes').waitFor()
    recovery = await page.locator('.desk-codes code').allInnerTexts()
    expect(recovery).toHaveLength(10)
    await pressed(page.getByRole('button', { name: 'I have kept them' }))
    await page.waitForURL((url) => url.pathname === '/admin')
    await page.locator('.desk-view').waitFor()
    await page.goto('/admin/logout')
    await page.waitForURL('**/admin/login**')
    await page.context().close()
  })

  it('is signed in with a code, and by a recovery code, and its sessions end', async () => {
    const phone = await open('/admin/login', true)
    await signIn(phone, recovery[0])
    await phone.waitForURL((url) => url.pathname === '/admin')

    const page = await open('/admin/login')
    // The code that switched it on was used up; that of the next half minute counts already.
    await signIn(page, codeNow(1))
    await page.waitForURL((url) => url.pathname === '/admin')
    await page.goto('/admin/account')
    await page.getByRole('link', { name: 'Password, second factor and sessions' }).click()
    await page.getByText('You have a second factor, and 9 recovery codes.').waitFor()
    expect(await barriers(page.locator('.desk-view'))).toEqual([])
    await picture(page, 'own-sessions')
    expect(await page.locator('.desk-sessions li').count()).toBe(2)
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByText('You are signed out there.').waitFor()
    await expect.poll(() => page.locator('.desk-sessions li').count()).toBe(1)
    await phone.goto('/admin/signing-in')
    await phone.waitForURL('**/admin/login**')
    expect(await wide(phone)).toBe(false)
    await phone.context().close()
    await page.context().close()
  })

  it('is closed with a reason, and opened again', async () => {
    const { page } = admin
    await page.goto('/admin/collections/users')
    await page.locator('.cell-signsIn', { hasText: 'Open' }).first().waitFor()
    await page.getByRole('link', { name: 'Nora Berg' }).click()
    await page.getByRole('button', { name: 'Close the account' }).click()
    await page.locator('#act-reason').fill('On leave.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.desk-account-panel').getByText('Closed', { exact: true }).waitFor()
    await page.getByText('What happened to this account').click()
    await page.getByText('“On leave.”').waitFor()
    await page.getByRole('button', { name: 'Open the account again' }).click()
    await page.locator('dialog').getByRole('button', { name: 'Open the account again' }).click()
    await page.getByText('Open, with a second factor').waitFor()
    expect(demoPassword).not.toBe(chosen)
    expect(admin.complaints).toEqual([])
  })
})

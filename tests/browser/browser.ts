import path from 'node:path'
import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import {
  type Browser,
  type BrowserContextOptions,
  chromium as playwright,
  type Locator,
  type Page,
} from 'playwright-core'
import { password } from './running.ts'

/** A fresh Chromium with a profile of its own, which speaks to nobody but the pages it opens. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  })
}

/** Somebody at a browser of their own. */
export interface Visitor {
  page: Page
  /** What the browser complained of, with the page it was on. */
  complaints: string[]
  /** The REST interface with this person’s session. `path` comes after `/api`. */
  rest: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
}

export type Account = 'editor' | 'translator' | 'reviewer' | 'second.reviewer' | 'admin'

/** A person of the demonstration, signed in on the sign-in page. */
export async function signedIn(
  browser: Browser,
  url: string,
  account: Account,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints = listen(page)
  await page.goto('/admin/login')
  await page.locator('#field-email').fill(`${account}@demo.example`)
  await page.locator('#field-password').fill(password)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL((address) => address.pathname === '/admin')
  return {
    page,
    complaints,
    rest: async (method, path, body) => {
      const response = await context.request.fetch(`${url}/api${path}`, {
        method,
        // The session counts only for requests that come from the desk's own pages.
        headers: { Origin: url },
        ...(body === undefined ? {} : { data: body }),
      })
      return { status: response.status(), body: (await response.json()) as unknown }
    },
  }
}

/** The browser reports every answer of 400 and above; those that the desk means are no faults. */
const meant = /Failed to load resource: the server responded with a status of (403|409|422)/

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error' || meant.test(message.text())) return
    complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`))
  return complaints
}

/** What breaks WCAG 2.2 A or AA within an element, one line each; nothing, when all is well. */
export async function barriers(where: Locator): Promise<string[]> {
  await where.page().evaluate(axe.source)
  return where.evaluate(async (element) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
    )
  })
}

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`“${await target.innerText()}” can’t be reached with the keyboard`)
}

/** Reaches it with Tab and presses Enter. */
export async function pressed(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Where the pictures of the journeys are put; left out: none are made. */
const pictures = process.env.PICTURES

/** Keeps what the page shows, where pictures are wanted. */
export async function kept(page: Page, name: string): Promise<void> {
  if (!pictures) return
  const place = path.join(pictures, `${name}.jpg`)
  await page.screenshot({ path: place, type: 'jpeg', quality: 80, animations: 'disabled' })
}

/** A picture of what stands there, as wide as a desktop and as a phone. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  const size = page.viewportSize()
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    // What moves when the window does.
    await page.waitForTimeout(400)
    await kept(page, `${name}-${width}`)
  }
  if (size) await page.setViewportSize(size)
}

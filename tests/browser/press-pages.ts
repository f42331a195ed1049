import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { respond } from '@/press-room/respond.ts'
import type { PressStore } from '@/press-room/store.ts'
import { createPressServer } from '@/server/server.ts'
import { barriers, kept } from './browser.ts'

export interface PressPages {
  /** Origin, without a slash at its end. */
  url: string
  close: () => void
}

/** The public side alone on a free port, with what it knows in memory. `instead`: what is answered otherwise. */
export async function servePages(
  store: PressStore,
  knownParameters: readonly string[] = [],
  instead: (request: Request) => Response | null = () => null,
): Promise<PressPages> {
  const origin = 'http://press.halvoria.example'
  const context = { store, now: () => new Date('2026-11-24T12:00:00Z'), origin }
  const { server } = createPressServer({
    dev: false,
    origin,
    trustedProxies: [],
    knownParameters,
    ports: () => ({
      pressRevision: async () => '1',
      publishedFile: async () => null,
      pressKit: async () => null,
      essentials: async () => [],
      tally: async () => {},
      outside: async () => new Response(null, { status: 404 }),
      respond: async (request) => instead(request) ?? respond(request, context),
    }),
    next: (_request, response) => {
      response.writeHead(404).end()
    },
    assets: import.meta.dirname,
    log: (error) => console.error(error),
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Width in pixels, and colours, of the screens that every public page is looked at on. */
export const screens = [
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const

async function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
}

/** What somebody can't use on these pages (names and addresses) on such a screen, and what runs over its edge. */
export async function faultsOf(
  browser: Browser,
  url: string,
  [width, colorScheme]: (typeof screens)[number],
  pages: Readonly<Record<string, string>>,
): Promise<string[]> {
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ viewport, colorScheme, baseURL: url })
  const page = await context.newPage()
  const faults: string[] = []
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address)
    faults.push(...(await barriers(page.locator('html'))).map((fault) => `${address}: ${fault}`))
    if (!(await fits(page))) faults.push(`${address} runs over its edge`)
    await kept(page, `${name}-${width}-${colorScheme}`)
  }
  await context.close()
  return faults
}

// Makes the pictures in docs/screens/press-room anew, from the built program with the demonstration mission, and from
// texts in memory for Arabic, which the demonstration doesn't speak:
//   node scripts/start.mjs --build && node --import tsx --conditions=production scripts/press-screens.ts
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { openBrowser } from '../tests/browser/browser.ts'
import { servePages } from '../tests/browser/press-pages.ts'
import { startFresh } from '../tests/browser/running.ts'
import {
  contact,
  halvoria,
  memoryStore,
  published,
  text,
} from '../tests/unit/press-room/helpers.ts'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../docs/screens/press-room')
mkdirSync(folder, { recursive: true })

const ways = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 } },
} as const satisfies Record<string, BrowserContextOptions>

async function shoot(
  browser: Browser,
  url: string,
  address: string,
  name: string,
  way: keyof typeof ways | 'print',
): Promise<void> {
  const context = await browser.newContext({
    ...ways[way === 'print' ? 'light' : way],
    baseURL: url,
  })
  const page = await context.newPage()
  if (way === 'print') await page.emulateMedia({ media: 'print' })
  await page.goto(address, { waitUntil: 'networkidle' })
  const file = path.join(folder, `${name}-${way}.jpg`)
  await page.screenshot({ path: file, type: 'jpeg', quality: 70 })
  console.log(`${name}-${way}`)
  await context.close()
}

const browser = await openBrowser()
const server = await startFresh()
try {
  const first = async (list: string, pattern: RegExp): Promise<string> => {
    const [, found = ''] = pattern.exec(await (await fetch(server.url + list)).text()) ?? []
    return found
  }
  const pages = {
    home: '/nb',
    list: '/en/releases',
    release: await first('/en', /href="(\/en\/releases\/[^"?]+)"/),
    'image-bank': '/ru/images',
    image: await first('/en/images', /href="(\/en\/images\/[^"?]+)"/),
    documents: '/en/documents',
    contacts: '/kk/contacts',
    topics: '/ru/topics',
    archive: '/nb/archive',
    search: '/en/search?q=ferries',
    about: '/nb/about',
    follow: '/kk/follow',
    accessibility: '/ru/accessibility',
    privacy: '/en/privacy',
    'not-found': '/en/nothing',
  }
  for (const [name, address] of Object.entries(pages))
    for (const way of ['light', 'dark', 'phone'] as const)
      await shoot(browser, server.url, address, name, way)
  for (const name of ['release', 'contacts'] as const)
    await shoot(browser, server.url, pages[name], name, 'print')
} finally {
  await server.stop()
}

const body = [
  'افتتح السفير المكتبة الجديدة في أستانا يوم الجمعة بحضور 250 ضيفًا.',
  'وتضم المكتبة أكثر من 12 ألف كتاب، وهي مفتوحة للجميع من الساعة 9:00 إلى 18:00.',
].map((words) => ({ type: 'paragraph', children: [{ type: 'text', text: words }] }) as const)
const arabic = await servePages(
  memoryStore(
    [
      published(
        'maktaba',
        text({
          language: 'ar',
          headline: 'هالفوريا تفتتح مكتبة في أستانا',
          lead: 'المكتبة مفتوحة للجميع ابتداءً من يوم السبت.',
          datelinePlace: 'أستانا',
          body,
        }),
        { slug: 'maktaba' },
      ),
      published('mira', contact()),
    ],
    { mission: halvoria },
  ),
)
try {
  for (const [name, address] of Object.entries({
    'arabic-home': '/ar',
    'arabic-release': '/ar/releases/maktaba',
    'arabic-contacts': '/ar/contacts',
    'arabic-privacy': '/ar/privacy',
  }))
    for (const way of ['light', 'phone'] as const)
      await shoot(browser, arabic.url, address, name, way)
} finally {
  arabic.close()
  await browser.close()
}

// npm run bench:edit: from the click in a list to the painted form of a release with 100 versions and 200 entries in
// its timeline, among many texts, beside the same collection under Payload alone. SQLite. `-- 20000` another number.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateImportMap, getPayload } from 'payload'
import type { Browser, Page } from 'playwright-core'
import { makeConfig } from '../../src/config.ts'
import { openBrowser } from '../browser/browser.ts'
import { freePort } from '../browser/free-port.ts'
import { password, run } from '../browser/running.ts'
import { median, ms, percentile, table } from './figures.ts'
import { longText } from './long-text.ts'
import { build } from './program.ts'
import { fillTexts } from './texts.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const rounds = 15
const root = path.resolve(import.meta.dirname, '../..')
/** Built in a copy, as deep as it lies here, so that the build is no part of the project. */
const plain = path.join(root, '.next/bench/plain')
const folder = mkdtempSync(path.join(tmpdir(), 'communique-bench-edit-'))
const secret = 'a secret for tests that is long enough'

interface Site {
  name: string
  origin: string
  stop: () => Promise<unknown>
}

/** Communiqué with its demonstration, many texts more, and one that went back and forth a hundred times. */
async function ours(): Promise<Site> {
  await build()
  const place = path.join(folder, 'ours')
  const first = await run(place)
  await first.end()
  const config = await makeConfig({
    databaseUri: `file:${place}/communique.db`,
    secret,
    serverUrl: 'http://localhost:3000',
    mediaDir: path.join(place, 'media'),
    logger: 'silent',
  })
  const payload = await getPayload({ config })
  await fillTexts(payload, wanted)
  await payload.destroy()
  const site = await run(place)
  const ask = await asEditor(site.url)
  const made = await ask('POST', '/releases', longText(0))
  const id = (made as { doc: { id: string } }).doc.id
  let revision = 1
  for (let version = 1; version < 100; version++) {
    await ask('PATCH', `/releases/${id}`, { ...longText(version), revision })
    revision++
  }
  for (let note = 0; note < 100; note++)
    await ask('POST', `/releases/${id}/notes`, { field: 'headline', words: `Note ${note}` })
  return { name: 'Communiqué', origin: site.url, stop: site.end }
}

/** REST with the session of the demonstration's editor. Throws on a refusal. */
async function asEditor(origin: string) {
  const headers = { Origin: origin, 'Content-Type': 'application/json' }
  const signedIn = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: 'editor@demo.example', password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async (method: string, address: string, input: object): Promise<unknown> => {
    const answer = await fetch(`${origin}/api${address}`, {
      method,
      headers: { ...headers, Cookie: cookie },
      body: JSON.stringify(input),
    })
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}

/** The same collections under Payload alone, on a database of their own that holds as much. */
async function payloadAlone(): Promise<Site> {
  const env = {
    ...process.env,
    DATABASE_URI: `file:${folder}/plain.db`,
    MEDIA_DIR: path.join(folder, 'plain-media'),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  rmSync(plain, { recursive: true, force: true })
  cpSync(path.join(import.meta.dirname, 'plain'), plain, { recursive: true })
  // Next says otherwise of its own folder.
  writeFileSync(path.join(plain, 'package.json'), '{ "type": "module" }')
  Object.assign(process.env, { DATABASE_URI: env.DATABASE_URI, MEDIA_DIR: env.MEDIA_DIR })
  const { default: config } = await import('./plain/payload.config.ts')
  const made = await config
  const file = path.join(plain, 'app/(payload)/admin/importMap.js')
  made.admin.importMap.importMapFile = file
  await generateImportMap(made, { log: false, force: true })
  const tsx = [
    '--import',
    'tsx',
    '--conditions=production',
    path.join(import.meta.dirname, 'plain/fill.ts'),
  ]
  execFileSync(process.execPath, [...tsx, String(wanted)], {
    env: { ...env, NODE_ENV: 'development', PLAIN_PUSH: 'yes' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const production = { ...env, NODE_ENV: 'production' as const }
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: plain,
    env: production,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`)
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    cwd: plain,
    env: production,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (/Ready in/.test(chunk.toString())) done()
    })
    child.once('exit', (code) => fail(new Error(`next start ended with ${code}`)))
  })
  return {
    name: 'Payload alone',
    origin: `http://localhost:${port}`,
    stop: async () => child.kill(),
  }
}

async function signedIn(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: origin, viewport: { width: 1280, height: 900 } })
  await page.goto('/admin/login')
  await page.locator('#field-email').fill('editor@demo.example')
  await page.locator('#field-password').fill(password)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL((address) => address.pathname === '/admin')
  return page
}

/** Run in the page, as text: what compiles this file would put names into it that the page doesn't know. */
const untilPainted = `new Promise((done) => {
  let began = 0
  document.addEventListener('click', () => { began = performance.now() }, { once: true, capture: true })
  const watch = () => {
    const title = document.querySelector('#field-headline')
    const text = document.querySelector('[data-lexical-editor="true"]')?.textContent ?? ''
    if (title?.value && text.includes('Paragraph 29'))
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
    else requestAnimationFrame(watch)
  }
  watch()
})`

/** One look, in ms: the list is open, its first text is clicked, and the last paragraph of the form is painted. */
async function look(page: Page): Promise<number> {
  await page.goto('/admin/collections/releases?limit=10&sort=-updatedAt')
  const link = page.locator('tbody tr').first().locator('a').first()
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  const painted = page.evaluate<number>(untilPainted)
  await link.click()
  return painted
}

const sites = [await ours(), await payloadAlone()]
const browser = await openBrowser()
try {
  const pages = []
  for (const { origin } of sites) pages.push(await signedIn(browser, origin))
  const times = sites.map((): number[] => [])
  for (let round = -2; round < rounds; round++)
    // In turn, so that what else the machine does falls on both. The first two are to get warm.
    for (const [at, page] of pages.entries()) {
      const took = await look(page)
      if (round >= 0) times[at]?.push(took)
    }
  const [first = [], second = []] = times
  console.log(
    table(
      [`edit view among ${wanted.toLocaleString('en')} texts`, 'p50', 'p95'],
      sites.map(({ name }, at) => [
        name,
        ms(median(times[at] ?? [])),
        ms(percentile(times[at] ?? [], 95)),
      ]),
    ),
  )
  console.log(`Factor: ${(median(first) / median(second)).toFixed(2)} (aim: at most 1.5).`)
} finally {
  await browser.close()
  for (const { stop } of sites) await stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

// Lighthouse's four scores of four kinds of page on its phone settings, against the built program with the
// demonstration, which it sets up first. Needs a build: node scripts/start.mjs --build
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import lighthouse from 'lighthouse'
import { chromium as playwright } from 'playwright-core'
import { freePort } from '../browser/free-port.ts'
import { run } from '../browser/running.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const folder = mkdtempSync(path.join(tmpdir(), 'communique-lighthouse-'))
const program = await run(folder)
const port = await freePort()
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  headless: true,
  args: ['--headless', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
})
try {
  const list = await (await fetch(`${program.url}/en/releases`)).text()
  const [, release = ''] = /href="(\/en\/releases\/[^"?]+)"/.exec(list) ?? []
  const pages = { home: '/en', list: '/en/releases', release, 'image bank': '/en/images' }
  console.log(['', ...categories].join('\t'))
  for (const [name, address] of Object.entries(pages)) {
    const result = await lighthouse(program.url + address, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...categories],
    })
    const report = result?.lhr
    const scores = categories.map((one) => Math.round((report?.categories[one]?.score ?? 0) * 100))
    console.log([name, ...scores].join('\t'))
    for (const one of categories)
      for (const { id, weight } of report?.categories[one]?.auditRefs ?? []) {
        const audit = report?.audits[id]
        if (weight > 0 && audit && audit.score !== null && audit.score < 0.9)
          console.log(`    ${one}: ${audit.title} ${audit.explanation ?? ''}`)
      }
  }
} finally {
  await browser.close()
  await program.end()
  rmSync(folder, { recursive: true, force: true })
}

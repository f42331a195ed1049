// A press kit of 200 MB, downloaded by several readers at once: how fast it goes, and how much memory it takes.
//   npm run bench:kit
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PressKit } from '../../src/server/ports.ts'
import { createPressServer } from '../../src/server/server.ts'
import { table } from './figures.ts'

const mb = 2 ** 20
const [pictures, each] = [40, 5 * mb]
/** Bytes that may be held more than before: what is under way to so many readers, with room for the collector. */
const bound = 100 * mb

const folder = mkdtempSync(path.join(tmpdir(), 'communique-kit-'))
try {
  process.exitCode = (await measure()) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

function never(): never {
  throw new Error('only a kit is asked for')
}

async function measure(): Promise<boolean> {
  const kit: PressKit = {
    name: 'kit.zip',
    etag: '"kit"',
    files: Array.from({ length: pictures }, (_, at) => {
      const file = path.join(folder, `${at}.jpg`)
      writeFileSync(file, Buffer.alloc(each, at))
      return { name: `kit/pictures/${at}.jpg`, at: '2026-11-27T12:00', path: file }
    }),
  }
  const { server } = createPressServer({
    dev: false,
    origin: 'http://127.0.0.1',
    trustedProxies: [],
    knownParameters: [],
    ports: () => ({
      pressKit: async () => kit,
      pressRevision: never,
      publishedFile: never,
      respond: never,
      outside: never,
      tally: never,
      essentials: never,
    }),
    next: never,
    assets: folder,
    log: console.error,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/en/releases/kit.zip`
  const rows: string[][] = []
  let most = 0
  await download(address)
  for (const readers of [1, 8, 32]) {
    const before = held()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, held())
    }, 10)
    const began = performance.now()
    const sizes = await Promise.all(Array.from({ length: readers }, () => download(address)))
    const seconds = (performance.now() - began) / 1000
    clearInterval(watch)
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    most = Math.max(most, peak - before)
    rows.push([
      `${readers}`,
      `${(bytes / readers / mb).toFixed(0)} MB`,
      `${(bytes / mb / seconds).toFixed(0)} MB/s`,
      `${((peak - before) / mb).toFixed(0)} MB`,
    ])
  }
  console.log(table(['readers at once', 'the kit', 'in all', 'held more at the most'], rows))
  console.log(`At the most ${(most / mb).toFixed(0)} MB more are held (may be: ${bound / mb} MB).`)
  server.close()
  return most <= bound
}

/** Bytes of the whole process that anything lives in: the heap and buffers beside it, the readers' own included. */
function held(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Bytes of the answer, none of which is kept. */
function download(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.once('end', () => resolve(bytes))
      response.once('error', reject)
    }).once('error', reject)
  })
}

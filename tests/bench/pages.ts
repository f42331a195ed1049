// What each kind of page weighs, how soon it comes when it is made and when it is there, and how long readers wait beside
// a flood of made-up addresses and slow clients. Needs a build: node scripts/start.mjs --build
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../browser/running.ts'
import { median, ms, percentile, table } from './figures.ts'

interface Got {
  bytes: number
  /** Milliseconds to the first byte. */
  first: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

function get(url: string): Promise<Got> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      const first = performance.now() - began
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.once('end', () => resolve({ bytes, first }))
      response.once('error', reject)
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** Readers of one page, one after the other, for so many milliseconds. */
async function readers(url: string, forMs: number): Promise<number[]> {
  const waits: number[] = []
  const until = performance.now() + forMs
  while (performance.now() < until && waits.length < 5_000) {
    waits.push((await get(url)).first)
    await new Promise((soon) => setTimeout(soon, 5))
  }
  return waits
}

/** Connections that send their headers a byte at a time. */
function slowClients(url: URL, count: number): Socket[] {
  return Array.from({ length: count }, () => {
    const socket = connect(Number(url.port), '127.0.0.1')
    const words = `GET /en HTTP/1.1\r\nHost: ${url.host}\r\nX-Slow: ${'x'.repeat(500)}\r\n\r\n`
    let sent = 0
    const timer = setInterval(() => socket.write(words[sent++] ?? ''), 200)
    socket.on('error', () => {})
    socket.once('close', () => clearInterval(timer))
    return socket
  })
}

const row = (name: string, waits: number[]) => [
  name,
  String(waits.length),
  ms(median(waits)),
  ms(percentile(waits, 95)),
  ms(Math.max(...waits)),
]

const folder = mkdtempSync(path.join(tmpdir(), 'communique-pages-'))
const program = await run(folder)
try {
  const list = await (await fetch(`${program.url}/en/releases`)).text()
  const [, release = ''] = /href="(\/en\/releases\/[^"?]+)"/.exec(list) ?? []
  const bank = await (await fetch(`${program.url}/en/images`)).text()
  const [, image = ''] = /href="(\/en\/images\/[^"?]+)"/.exec(bank) ?? []
  const pages: Record<string, string> = {
    home: '/nb',
    list: '/nb/releases',
    release,
    'image bank': '/nb/images',
    'one image': image,
    documents: '/nb/documents',
    contacts: '/nb/contacts',
    archive: '/nb/archive',
    search: '/nb/search?q=energi',
    topics: '/nb/topics',
    about: '/nb/about',
    follow: '/nb/follow',
    'not found': '/nb/nothing',
    'Atom feed': '/nb/feed.atom',
  }
  const rows: string[][] = []
  for (const [name, address] of Object.entries(pages)) {
    const { first: made } = await get(program.url + address)
    const again: Got[] = []
    for (let times = 0; times < 100; times++) again.push(await get(program.url + address))
    const bytes = again[0]?.bytes ?? 0
    rows.push([name, String(bytes), ms(made), ms(median(again.map(({ first }) => first)))])
  }
  console.log(table(['', 'bytes (Brotli)', 'first byte, made anew once', 'in memory'], rows))

  const home = `${program.url}/en`
  const alone = await readers(home, 5_000)
  const slow = slowClients(new URL(program.url), 200)
  const besideSlow = await readers(home, 5_000)
  const flooding = { going: true }
  const flood = Array.from({ length: 16 }, async (_, lane) => {
    for (let n = 0; flooding.going && n < 20_000; n++)
      await get(`${program.url}/en/releases/made-up-${lane}-${n}`)
  })
  const besideFlood = await readers(home, 10_000)
  flooding.going = false
  await Promise.all(flood)
  for (const socket of slow) socket.destroy()
  console.log(
    table(
      ['a reader of the home page', 'answers', 'p50', 'p95', 'slowest'],
      [
        row('alone', alone),
        row('beside 200 slow clients', besideSlow),
        row('and 16 that ask for made-up addresses', besideFlood),
      ],
    ),
  )
} finally {
  agent.destroy()
  await program.end()
  rmSync(folder, { recursive: true, force: true })
}

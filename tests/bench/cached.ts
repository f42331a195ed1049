import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { median, perSecond, table } from './figures.ts'
import { ask } from './http.ts'
import { connections, load } from './load.ts'
import { nginx, startNginx } from './nginx.ts'
import { processorTime, type Program, startNext } from './program.ts'

const encoding = 'br'

interface Runner {
  name: string
  url: string
  pids: readonly number[]
  stop: () => Promise<unknown>
}

export interface Cached {
  markdown: string
  /** Our requests per second by nginx's, as one process each; null without nginx. */
  ratio: number | null
}

/**
 * One release page from memory, against others that send the same bytes with the same headers, in turn on the same
 * connections.
 */
export async function measureCached(
  ours: Program,
  address: string,
  env: NodeJS.ProcessEnv,
  {
    folder,
    port,
    rounds,
    seconds,
  }: { folder: string; port: number; rounds: number; seconds: number },
): Promise<Cached> {
  const asked = { headers: { 'accept-encoding': encoding } }
  await ask(ours.origin + address, asked)
  const page = await ask(ours.origin + address, asked)
  if (page.status !== 200 || page.headers.get('content-encoding') !== encoding)
    throw new Error(`${address} answered ${page.status} without ${encoding}`)
  const runners: Runner[] = [
    { name: 'Communiqué', url: ours.origin + address, pids: [ours.pid], stop: async () => {} },
    await bare(folder, port + 1, page),
  ]
  if (nginx) {
    const one = await startNginx(path.join(folder, 'nginx-1'), port + 2, 1, page)
    const two = await startNginx(path.join(folder, 'nginx-2'), port + 3, 2, page)
    runners.push({ name: `nginx, one worker`, ...one }, { name: 'nginx, two workers', ...two })
  }
  const next = await startNext(env, port + 4)
  runners.push({
    name: 'plain Next',
    url: next.origin + address,
    pids: [next.pid],
    stop: next.stop,
  })
  const rates = runners.map((): number[] => [])
  const costs = runners.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { name, url, pids }] of runners.entries()) {
      const used = () => pids.reduce((sum, pid) => sum + processorTime(pid), 0)
      const before = used()
      const { perSecond: rate, requests, failed } = await load(url, { seconds, encoding })
      // Plain Next doesn't keep up with this load, and lets some of it go unanswered.
      if (failed > 0 && name !== 'plain Next')
        throw new Error(`${failed} requests to ${name} failed`)
      rates[index]?.push(rate)
      costs[index]?.push((used() - before) / Math.max(1, requests))
    }
  for (const { stop } of runners) await stop()
  const first = median(rates[0] ?? [])
  const factor = (index: number) => first / median(rates[index] ?? [])
  const reference = runners.findIndex(({ name }) => name === 'nginx, one worker')
  return {
    ratio: reference === -1 ? null : factor(reference),
    markdown: table(
      [
        `${page.body.length.toLocaleString('en')} bytes, ${connections} connections`,
        'requests',
        'Communiqué by this',
        'processor time per request',
      ],
      runners.map(({ name }, index) => [
        name,
        perSecond(median(rates[index] ?? [])),
        factor(index).toFixed(2),
        `${median(costs[index] ?? []).toFixed(0)} µs`,
      ]),
    ),
  }
}

/** What Node itself costs. */
async function bare(
  folder: string,
  port: number,
  page: { body: Buffer; headers: Headers },
): Promise<Runner> {
  const file = path.join(folder, 'bare')
  writeFileSync(file, page.body)
  const headers = [...page.headers].filter(
    ([name]) => !['date', 'connection', 'keep-alive'].includes(name),
  )
  const args = ['tests/bench/bare.mjs', String(port), file, JSON.stringify(headers.flat())]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  await new Promise((listening) => child.stdout.once('data', listening))
  return {
    name: 'a bare node:http server',
    url: `http://127.0.0.1:${port}/`,
    pids: [child.pid ?? 0],
    stop: async () => child.kill(),
  }
}

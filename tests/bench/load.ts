import { spawn, spawnSync } from 'node:child_process'
import { connect } from 'node:net'

export interface Load {
  perSecond: number
  requests: number
  /** Answers that weren't 2xx, and connections that broke. */
  failed: number
}

export const connections = 32

export function versionOf(command: string, args: readonly string[]): string | null {
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) return null
  return /\d+\.\d+(?:\.\d+)?/.exec(`${stdout}${stderr}`)?.[0] ?? 'unknown'
}

/** wrk is used where it is installed: written in C, it leaves more of the machine to what is measured. */
export const wrk = versionOf('wrk', ['-v'])

/** Asks for one address over and over, on 32 connections that are kept open, for so many seconds. */
export async function load(
  url: string,
  { seconds, encoding }: { seconds: number; encoding: string },
): Promise<Load> {
  return wrk ? byWrk(url, seconds, encoding) : byOurselves(url, seconds, encoding)
}

function byWrk(url: string, seconds: number, encoding: string): Promise<Load> {
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '-H',
    `Accept-Encoding: ${encoding}`,
    url,
  ]
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', () => {
      const number = (pattern: RegExp) => Number(pattern.exec(printed)?.[1] ?? 0)
      const broken = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
        printed,
      )
      resolve({
        perSecond: number(/Requests\/sec:\s+([\d.]+)/),
        requests: number(/(\d+) requests in/),
        failed:
          number(/Non-2xx or 3xx responses: (\d+)/) +
          (broken ?? []).slice(1).reduce((sum, one) => sum + Number(one), 0),
      })
    })
  })
}

/** The same in plain Node: slower, but everywhere. Answers must carry their length. */
async function byOurselves(url: string, seconds: number, encoding: string): Promise<Load> {
  const { hostname, port, pathname } = new URL(url)
  const wish = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: ${encoding}\r\n\r\n`
  const until = performance.now() + seconds * 1000
  let requests = 0
  let failed = 0
  const one = () =>
    new Promise<void>((done) => {
      const socket = connect(Number(port), hostname, () => socket.write(wish))
      let left = 0
      socket.on('data', (chunk) => {
        if (left === 0) {
          const head = chunk.toString('latin1')
          const end = head.indexOf('\r\n\r\n')
          left = Number(/content-length: (\d+)/i.exec(head)?.[1]) + end + 4
          if (!head.startsWith('HTTP/1.1 2')) failed += 1
        }
        left -= chunk.length
        if (left > 0) return
        requests += 1
        if (performance.now() < until) socket.write(wish)
        else socket.end()
      })
      socket.on('error', () => {
        failed += 1
      })
      socket.on('close', () => done())
    })
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  return { requests, failed, perSecond: requests / ((performance.now() - began) / 1000) }
}

import { Agent, request } from 'node:http'
import path from 'node:path'
import { type Program, settings, startServer } from './program.ts'

/** Bytes: what the server's response cache may hold (src/server/cache.ts), pages, queries and misses together. */
const cacheBound = 64 * 2 ** 20

export interface Point {
  requests: number
  /** Bytes that are held after a collection: the heap, and buffers beside it. */
  held: number
  /** Bytes of the whole process. Linux gives them back late, so they tell less. */
  resident: number
}

export interface Flood {
  curve: Point[]
  /** Bytes held at the end more than after the first tenth. */
  grown: number
  bound: number
}

const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1).padStart(7)} MB`

interface Wish {
  path: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
}

const encodings = ['br', 'gzip', 'deflate', 'zstd', 'identity', '*']

/** The n-th made-up wish: each is another one, and each kind comes in turn. */
function wish(n: number): Wish {
  const kinds: readonly (() => Wish)[] = [
    () => ({ path: `/en/releases/made-up-${n}` }),
    () => ({ path: `/${n.toString(36)}/x`, method: 'HEAD' }),
    () => ({ path: `/en/releases?q=word${n}` }),
    () => ({ path: `/en?utm_source=${n}` }),
    () => ({ path: `/en?page=${2 + (n % 90_000)}` }),
    () => ({ path: `/files/images/${n.toString(16).padStart(8, '0')}/480.avif` }),
    () => ({ path: `/_next/static/chunks/${n}.js` }),
    () => ({
      path: '/en',
      headers: { 'accept-encoding': `${encodings[n % 6]};q=0.${n % 1_000}, x${n}` },
    }),
    () => ({ path: '/', headers: { 'accept-language': `x${n.toString(36)}, nb;q=0.${n % 10}` } }),
    () => ({ path: '/en/contacts', headers: { host: `host-${n}.example` } }),
    // Behind a trusted proxy: every attempt to sign in comes from another address.
    () => ({
      path: '/api/users/login',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      },
    }),
  ]
  return (kinds[n % kinds.length] ?? (() => ({ path: '/' })))()
}

/** Asks the real server for so many different things, and looks ten times at what it holds. */
export async function flood(
  folder: string,
  { requests, port, say }: { requests: number; port: number; say: (line: string) => void },
): Promise<Flood> {
  const env = {
    ...settings(folder, port, `file:${path.join(folder, 'data/communique.db')}`),
    TRUSTED_PROXIES: '127.0.0.1',
  }
  const probe = path.join(import.meta.dirname, 'memory-probe.mjs')
  const program = await startServer(env, ['--expose-gc', '--import', probe])
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const curve: Point[] = []
  const step = requests / 10
  try {
    for (let done = 0; done < requests; done += step) {
      let next = done
      const lane = async (): Promise<void> => {
        while (next < done + step) await ask(program, agent, wish(next++))
      }
      await Promise.all(Array.from({ length: 16 }, lane))
      const { heapUsed, external, rss } = await program.memory()
      const point = { requests: done + step, held: heapUsed + external, resident: rss }
      curve.push(point)
      say(
        `${point.requests.toLocaleString('en').padStart(9)} requests  held ${mb(point.held)}  resident ${mb(rss)}`,
      )
    }
  } finally {
    agent.destroy()
    await program.stop()
  }
  const grown = (curve.at(-1)?.held ?? 0) - (curve[0]?.held ?? 0)
  return { curve, grown, bound: cacheBound }
}

function ask({ origin }: Program, agent: Agent, wish: Wish): Promise<void> {
  const { path, method = 'GET', headers = {} } = wish
  const body = method === 'POST' ? '{"email":"nobody@nowhere.example","password":"x"}' : ''
  return new Promise((resolve, reject) => {
    const asked = request(
      `${origin}${path}`,
      {
        method,
        agent,
        headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
      },
      (response) => {
        response.resume()
        response.once('end', resolve)
        response.once('error', reject)
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}

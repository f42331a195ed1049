import { type IncomingHttpHeaders, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Ports } from '@/server/ports.ts'
import { createPressServer, type PressServer, type ServerOptions } from '@/server/server.ts'

export const origin = 'https://press.example.org'

/** What stands in for the press room: by default every path is a page that says its own URL. */
export function fakePorts(overrides: Partial<Ports> = {}): Ports {
  return {
    pressRevision: async () => '1',
    publishedFile: async () => null,
    pressKit: async () => null,
    essentials: async () => [],
    tally: async () => {},
    outside: async (asked) => page(asked.url),
    respond: async (asked) => page(asked.url),
    ...overrides,
  }
}

export function page(text: string, init: ResponseInit = {}): Response {
  return new Response(`<!doctype html><p>${text}</p>${'<p>Lorem ipsum</p>'.repeat(100)}`, {
    ...init,
    headers: { 'content-type': 'text/html; charset=utf-8', ...init.headers },
  })
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** Whether the server asked for the body (100 Continue). */
  continued: boolean
}

export interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface Opened extends PressServer {
  port: number
  ask: (path: string, asking?: Asking) => Promise<Answer>
  logged: unknown[]
}

/** Says what Next would have been told. */
const echo: RequestListener = (asked, response) => {
  response.end(JSON.stringify({ url: asked.url, headers: asked.headers }))
}

/** The real server on a free loopback port, closed when the test ends. */
export async function open(
  ports: Ports | null = fakePorts(),
  overrides: Partial<ServerOptions> = {},
): Promise<Opened> {
  const logged: unknown[] = []
  const opened = createPressServer({
    dev: false,
    origin,
    trustedProxies: [],
    knownParameters: ['page', 'q'],
    ports: () => ports,
    next: echo,
    assets: '/nowhere',
    log: (error) => logged.push(error),
    ...overrides,
  })
  await new Promise<void>((listening) => opened.server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    opened.server.close()
    opened.server.closeAllConnections()
  })
  const { port } = opened.server.address() as AddressInfo
  return { ...opened, port, logged, ask: (path, asking) => ask(port, path, asking) }
}

/** One request as it is: nothing decoded, followed or normalised. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          continued,
        }),
      )
    })
    let continued = false
    asked.on('error', reject)
    asked.on('continue', () => {
      continued = true
    })
    asked.end(body)
  })
}

/** A promise with its handle outside, to hold an answer back. */
export function held<T>(): { promise: Promise<T>; release: (value: T) => void } {
  let release!: (value: T) => void
  const promise = new Promise<T>((resolve) => {
    release = resolve
  })
  return { promise, release }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

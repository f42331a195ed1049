import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readAssets } from './assets.ts'
import { createResponseCache, type ResponseCache, type Shares } from './cache.ts'
import { createFiller } from './filler.ts'
import { sendFile } from './files.ts'
import { Busy, createGate, TooSlow, within } from './gate.ts'
import { type Headers, securityHeaders } from './headers.ts'
import { sendKit } from './kits.ts'
import { limits, type RefusedRequest, setTimeLimits, sizeRefusal } from './limits.ts'
import { createOutside, outsideRefusal } from './outside.ts'
import { type Room, requestedUrl, roomOf } from './paths.ts'
import { type Ports, publishedFile, type PublishedFile } from './ports.ts'
import type { Reserve } from './reserve.ts'
import { createRevision, RevisionUnknown } from './revision.ts'
import { createTally } from './tally.ts'
import {
  clientAddress,
  createSignInLimit,
  isSignInAttempt,
  takesSecret,
  trustedList,
} from './sign-in.ts'

/** Answers a request, at once or later. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

export interface ServerOptions {
  /** In development Next answers everything but files, so that sources can be edited. */
  dev: boolean
  /** The public origin, without a slash at its end. */
  origin: string
  trustedProxies: readonly string[]
  /** The query parameters that public pages know. */
  knownParameters: readonly string[]
  /** Null until the press room can be read. */
  ports(): Ports | null
  /** Next's request handler. Only called once `ports` is there. */
  next: Handler
  /** Where pages are kept for when the database can’t be asked; left out: nowhere. */
  reserve?: Reserve
  /** The folder of Next's built files, absolute. */
  assets: string
  log(error: unknown): void
}

export interface PressServer {
  server: Server
  /** What the response cache holds now. */
  cached: () => Shares
  /** Sees to what is kept for when the database can’t be asked. To be called every second; never rejects. */
  keepUp: () => Promise<void>
  /** Hands on what was counted since the last time, in one go. Never rejects: a figure that is lost hurts nobody. */
  tally: () => Promise<void>
}

/** The process's one HTTP server, not listening yet. */
export function createPressServer(options: ServerOptions): PressServer {
  const headersOf = securityHeaders(options)
  const trusted = trustedList(options.trustedProxies)
  const signIns = createSignInLimit()
  const outside = createOutside(openPorts, options.origin, createSignInLimit({ attempts: 20 }))
  const { host, protocol } = new URL(options.origin)
  const tally = createTally(new URL(options.origin).hostname.replace(/^www\./, ''))
  const kits = createGate(limits.kits, 0)
  let quietUntil = 0
  const { reserve } = options
  const revision = createRevision({ read: () => openPorts().pressRevision() })
  const pages = createResponseCache({
    render: (request) => openPorts().respond(request),
    revision,
    ...(reserve ? { reserve } : {}),
    origin: options.origin,
    knownParameters: options.knownParameters,
    headers: headersOf('public'),
  })
  const assets = createResponseCache({
    render: readAssets(options.assets),
    revision: () => 'build',
    origin: options.origin,
    knownParameters: [],
    headers: headersOf('assets'),
  })

  function openPorts(): Ports {
    const ports = options.ports()
    if (!ports) throw new RevisionUnknown('The press room isn’t open yet.')
    return ports
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = requestedUrl(request.url, options.origin)
    const room = url ? roomOf(url.pathname) : 'public'
    if (!url) return refuse(response, room, { status: 400, message: 'This is not a path.' })
    const refusal = sizeRefusal(request) ?? roomRefusal(request, room, options.dev)
    if (refusal) return refuse(response, room, refusal)
    if (!options.ports()) return refuse(response, room, starting)
    if (request.headers.expect) response.writeContinue()

    if (room === 'preview') return draft(request, response, url)
    if (room === 'kits' && (await kit(request, response, url))) return
    if (room === 'next' || (options.dev && room !== 'files')) return toNext(request, response, url)
    if (room === 'files') return file(request, response, url)
    return page(room === 'assets' ? assets : pages, request, response, url)
  }

  /** Public pages are answered without a word from Next. */
  async function page(
    cache: ResponseCache,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    try {
      await cache.answer(request, response, url)
    } catch (error) {
      fail(response, 'public', error)
    }
  }

  function fail(response: ServerResponse, room: Room, error: unknown): void {
    const passing =
      error instanceof Busy || error instanceof TooSlow || error instanceof RevisionUnknown
    if (!passing) options.log(error)
    else if (performance.now() >= quietUntil) {
      // While the database is down every request fails alike: one line in a while says it.
      quietUntil = performance.now() + 5_000
      options.log(error)
    }
    refuse(response, room, passing ? unavailable : broken)
  }

  /** A draft for somebody outside, past Next and past every cache. Its address is a secret, and told to nobody. */
  async function draft(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    try {
      const answer = await outside(request, url, addressOf(request))
      if (typeof answer === 'number') return refuse(response, 'preview', tooManyAttempts(answer))
      const { status, headers, body } = answer
      response.writeHead(status, {
        ...headersOf('preview'),
        ...headers,
        'content-length': body.length,
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    } catch (error) {
      fail(response, 'preview', error)
    }
  }

  function addressOf({ socket, headers }: IncomingMessage): string {
    return clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trusted)
  }

  async function file(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const found = await fileOrKept(url.pathname)
    if (found === 'gone') return refuse(response, 'files', withdrawnFile)
    if (!found) return refuse(response, 'files', noFile)
    setHeaders(response, headersOf('files'))
    if ((await sendFile(request, response, found)) === 'missing') {
      options.log(new Error(`A published file is not on the disk: ${found.path}`))
      refuse(response, 'files', noFile)
    }
  }

  /** Where a published file lies; where the database can’t be asked, as it was known last. */
  async function fileOrKept(pathname: string): Promise<PublishedFile | 'gone' | null> {
    const name = `file ${pathname}`
    const generation = reserve?.generation() ?? 0
    try {
      const found = await within(limits.lookUp, openPorts().publishedFile(pathname))
      if (found && found !== 'gone' && reserve && !reserve.has(name))
        await reserve.keep(name, generation, {
          status: 200,
          headers: {},
          body: Buffer.from(JSON.stringify(found)),
        })
      return found
    } catch (error) {
      const kept = await reserve?.find(name)
      if (!kept) throw error
      return publishedFile.parse(JSON.parse(kept.body.toString()))
    }
  }

  /** False where there is no press kit, with nothing written: what stands there instead is a page. */
  async function kit(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<boolean> {
    const found = await openPorts().pressKit(url.pathname)
    if (!found) return false
    setHeaders(response, headersOf('kits'))
    try {
      if ((await kits(() => sendKit(request, response, found))) === 'missing') {
        options.log(new Error(`A file of the press kit is not on the disk: ${found.name}`))
        refuse(response, 'kits', noFile)
      }
    } catch (error) {
      fail(response, 'kits', error)
    }
    return true
  }

  async function toNext(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const room = roomOf(url.pathname)
    const address = addressOf(request)
    if (isSignInAttempt(request.method, url.pathname)) {
      const wait = signIns.take(address)
      if (wait !== null) return refuse(response, room, tooManyAttempts(wait))
      if (/\/login\/?$/.test(url.pathname)) {
        response.once('finish', () => {
          if (response.statusCode === 200) signIns.giveBack(address)
        })
      }
    }
    request.url = url.pathname + url.search
    // Next and Payload build URLs from these, so they say what the settings say, not what a client says.
    delete request.headers.forwarded
    delete request.headers['x-forwarded-port']
    request.headers['x-forwarded-for'] = address
    if (!options.dev) {
      request.headers.host = host
      request.headers['x-forwarded-host'] = host
      request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    }
    setHeaders(response, headersOf(room))
    if (takesSecret(url.pathname)) response.setHeader('referrer-policy', 'no-referrer')
    await options.next(request, response)
  }

  function refuse(response: ServerResponse, room: Room, refusal: RefusedRequest): void {
    const { status, message, headers = {} } = refusal
    if (response.headersSent || response.destroyed) {
      response.destroy()
      return
    }
    const forApi = room === 'next' || room === 'closed'
    const body = forApi ? JSON.stringify({ errors: [{ message }] }) : `${message}\n`
    response.writeHead(status, {
      ...headersOf(room),
      'content-type': forApi ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      ...headers,
    })
    response.end(body)
    discard(response.req)
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (pages.answerAtOnce(request, response)) return tally.see(request, response.statusCode)
    const { url } = request
    answer(request, response)
      .then(() =>
        tally.see({ method: request.method, url, headers: request.headers }, response.statusCode),
      )
      .catch((error: unknown) => {
        options.log(error)
        refuse(response, 'public', broken)
      })
  }
  const server = createServer({ maxHeaderSize: limits.headers }, listener)
  // Without this Node would ask for a body before its size has been judged.
  server.on('checkContinue', listener)
  setTimeLimits(server, options.dev)
  const keepUp = createFiller({
    revision,
    essentials: () => openPorts().essentials(),
    pages,
    file: fileOrKept,
    log: (error) => options.log(error),
  })
  return {
    server,
    cached: pages.size,
    keepUp: async () => {
      if (reserve && options.ports()) await keepUp()
    },
    tally: async () => {
      const seen = tally.read()
      if (Object.values(seen).every(({ size }) => size === 0)) return
      await options
        .ports()
        ?.tally(seen)
        .catch((error: unknown) => options.log(error))
    },
  }
}

/** Reads on for a moment: closing at once could lose the refusal on its way to a client that still sends. */
function discard(request: IncomingMessage): void {
  if (request.complete) return
  request.resume()
  const cut = setTimeout(() => request.destroy(), 3_000)
  request.once('close', () => clearTimeout(cut))
}

function roomRefusal(request: IncomingMessage, room: Room, dev: boolean): RefusedRequest | null {
  if (room === 'closed') {
    return request.url?.toLowerCase().includes('graphql')
      ? { status: 404, message: 'There is no GraphQL here.' }
      : { status: 403, message: 'The first account is made by the setup, not over the network.' }
  }
  if (room === 'preview') return outsideRefusal(request)
  if (room === 'next' || dev) return null
  return request.method === 'GET' || request.method === 'HEAD'
    ? null
    : { status: 405, message: 'This address can only be read.', headers: { allow: 'GET, HEAD' } }
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

function tooManyAttempts(seconds: number): RefusedRequest {
  const minutes = Math.ceil(seconds / 60)
  return {
    status: 429,
    message: `Too many attempts from here. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    headers: { 'retry-after': String(seconds) },
  }
}

const starting: RefusedRequest = {
  status: 503,
  message: 'Communiqué is starting.',
  headers: { 'retry-after': '2' },
}
const unavailable: RefusedRequest = {
  status: 503,
  message: 'The press room can’t be read at the moment. Try again in a few seconds.',
  headers: { 'retry-after': '5' },
}
const broken: RefusedRequest = { status: 500, message: 'Something went wrong on our side.' }
const noFile: RefusedRequest = { status: 404, message: 'There is no such file.' }
const withdrawnFile: RefusedRequest = { status: 410, message: 'This file has been withdrawn.' }

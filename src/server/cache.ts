import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { type Encoding, encode, isEncodable, preferredEncoding } from './encoding.ts'
import { Busy, createGate, within } from './gate.ts'
import type { Reserve } from './reserve.ts'

export interface CacheOptions {
  /** Makes the answer to a canonical URL. It sees no header but Accept-Language at `/`. */
  render: (request: Request) => Promise<Response>
  revision: () => string | Promise<string>
  origin: string
  /** The query parameters that pages know, in the order they are written. */
  knownParameters: readonly string[]
  /** Sent with every answer; they win over the answer's own. */
  headers?: Readonly<Record<string, string>>
  shares?: Partial<Shares>
  /** Where answers are kept for when none can be made; left out: nowhere. */
  reserve?: Reserve
  /** How many answers are made at once, how many more may wait, and how many milliseconds one may take. */
  atOnce?: number
  waiting?: number
  giveUpAfter?: number
}

/** What the memory is divided into, so that made-up URLs can't push out real pages. */
export interface Shares {
  pages: Bounds
  /** Answers to a URL with a query: readers can make up as many as they like. */
  queries: Bounds
  /** Answers to words that somebody looks for: of those there are no end, and few are asked twice. */
  searches: Bounds
  /** Redirects, 404s and 410s. */
  misses: Bounds
}

export interface Bounds {
  entries: number
  bytes: number
}

export interface ResponseCache {
  /**
   * Answers a request whose target, letter by letter, is the canonical URL of an answer held in memory; false when it
   * isn't, with nothing written. No URL is parsed and nothing is waited for.
   */
  answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean
  /** Answers a GET or HEAD. Rejects without having written anything when no answer could be made. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>
  /** Makes and keeps the answer to a canonical target under the present revision, unless it is there already. */
  fill(target: string): Promise<{ status: number; body: Buffer }>
  /** What is held now, each share apart. */
  size: () => Shares
}

/** A finished answer. Its fields are never changed: a newer encoding makes a new one. */
interface Kept {
  status: number
  headers: Readonly<Record<string, string>>
  /** Without quotes and without the encoding's ending. */
  tag: string
  encodable: boolean
  /** When it stops being true by itself, in milliseconds since 1970; null for what only a new revision changes. */
  until: number | null
  identity: Ready
  br?: Ready
  gzip?: Ready
}

/** An answer in one encoding, ready to be written: its headers are names and values in turn, as Node takes them. */
interface Ready {
  body: Buffer
  headers: readonly string[]
  /** Quoted; null where the status has none. */
  etag: string | null
  /** The headers of the 304 that stands for it. */
  unchanged: readonly string[]
}

const MB = 1024 * 1024
const defaultShares: Shares = {
  pages: { entries: 20_000, bytes: 48 * MB },
  queries: { entries: 2_000, bytes: 12 * MB },
  searches: { entries: 500, bytes: 4 * MB },
  misses: { entries: 1_000, bytes: 4 * MB },
}

/** A canonical URL that asks for words, or is of the page that does. */
const searching = /[?&]q=|\/search\?/

/** What an entry weighs besides its bytes: its key, headers and objects, estimated. */
const overhead = 2_048
const longestValue = 200
const keptStatuses = new Set([200, 301, 302, 307, 308, 404, 410])
const droppedHeaders = new Set([
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
  'x-powered-by',
])
/** RFC 9110 §15.4.5: what a 304 repeats of the answer it stands for; security headers stay on. */
const not304 = new Set(['content-type', 'content-language', 'content-encoding', 'content-length'])

/**
 * The path with only the known, filled parameters, each once and in one order. It is the cache's key
 * and also what is rendered, so what is dropped here can't be seen by a page either.
 */
export function canonicalTarget(url: URL, known: readonly string[]): string {
  if (url.search === '') return url.pathname
  const query = new URLSearchParams()
  for (const name of known) {
    const value = url.searchParams.get(name)?.slice(0, longestValue)
    if (value) query.set(name, value)
  }
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`
}

/**
 * Finished answers in memory, keyed by canonical URL and by the press room's revision. The revision
 * is read before an answer is made, so nothing older can be kept under a newer one. Requests for
 * one missing key wait for one rendering.
 */
export function createResponseCache(options: CacheOptions): ResponseCache {
  const { render, revision, origin, knownParameters, headers: fixed = {}, reserve } = options
  const bounds = { ...defaultShares, ...options.shares }
  const shares = {
    pages: share(bounds.pages),
    queries: share(bounds.queries),
    searches: share(bounds.searches),
    misses: share(bounds.misses),
  }
  const rendering = new Map<string, Promise<Kept>>()
  const encoding = new Map<string, Promise<Ready>>()
  const gate = createGate(options.atOnce ?? 8, options.waiting ?? 256)
  const giveUpAfter = options.giveUpAfter ?? 15_000
  let held = ''

  async function make(target: string, language?: string): Promise<{ kept: Kept; keep: boolean }> {
    const request = new Request(origin + target, {
      headers: language ? { 'accept-language': language } : {},
    })
    return gate(() =>
      within(
        giveUpAfter,
        render(request).then((response) => finish(response, fixed)),
      ),
    )
  }

  function find(key: string): Kept | undefined {
    const kept =
      shares.pages.get(key) ??
      shares.queries.get(key) ??
      shares.searches.get(key) ??
      shares.misses.get(key)
    return kept && kept.until !== null && kept.until <= Date.now() ? undefined : kept
  }

  /** Whether what is held is known to be of the present revision, without waiting for a reading. */
  function holdsCurrent(): boolean {
    try {
      const asked = revision()
      if (typeof asked === 'string') return asked === held
      // Whoever goes on to `answer` waits for this same reading, and hears of its failure there.
      asked.catch(() => {})
      return false
    } catch {
      return false
    }
  }

  function shareOf(key: string, kept: Kept): LRUCache<string, Kept> {
    if (kept.status !== 200) return shares.misses
    if (!key.includes('?')) return shares.pages
    return searching.test(key) ? shares.searches : shares.queries
  }

  function missing(target: string, at: string): Promise<Kept> {
    const key = `${at} ${target}`
    const underWay = rendering.get(key)
    if (underWay) return underWay
    const generation = reserve?.generation() ?? 0
    const work = make(target)
      .then(({ kept, keep }) => {
        if (keep && at === held) shareOf(target, kept).set(target, kept)
        if (keep && isKeepable(target, kept))
          void reserve?.keep(target, generation, { ...kept, body: kept.identity.body })
        return kept
      })
      .finally(() => rendering.delete(key))
    rendering.set(key, work)
    return work
  }

  async function encoded(key: string, kept: Kept, wanted: 'br' | 'gzip'): Promise<Ready> {
    const job = `${wanted} ${kept.tag} ${key}`
    const underWay = encoding.get(job)
    if (underWay) return underWay
    const work = encode(kept.identity.body, wanted)
      .then((body) => {
        const ready = readyIn(wanted, body, kept)
        const place = shareOf(key, kept)
        const present = place.peek(key)
        // A new object, because only a new value makes the cache weigh the entry again.
        if (present?.tag === kept.tag) place.set(key, { ...present, [wanted]: ready })
        return ready
      })
      .finally(() => encoding.delete(job))
    encoding.set(job, work)
    return work
  }

  async function present(): Promise<string> {
    const asked = revision()
    const at = typeof asked === 'string' ? asked : await asked
    if (at === held) return at
    reserve?.learn(at)
    for (const one of Object.values(shares)) one.clear()
    held = at
    return at
  }

  async function current(target: string): Promise<Kept> {
    const at = await present()
    return find(target) ?? missing(target, at)
  }

  /** Where the database can’t be asked, or fails while it is: what the disk has. */
  async function currentOrKept(target: string): Promise<Kept> {
    try {
      const kept = await current(target)
      return kept.status < 500 ? kept : ((await onDisk(target)) ?? kept)
    } catch (error) {
      const kept = error instanceof Busy ? null : await onDisk(target)
      if (!kept) throw error
      return kept
    }
  }

  async function onDisk(target: string): Promise<Kept | null> {
    const found = await reserve?.find(target)
    if (!found) return null
    const headers = { ...found.headers, 'x-kept-since': found.at }
    return keptOf(found.status, headers, found.body)
  }

  return {
    fill: async (target) => {
      const { status, identity } = await current(target)
      return { status, body: identity.body }
    },
    answerAtOnce(request, response) {
      const { method, url = '', headers } = request
      if (method !== 'GET' && method !== 'HEAD') return false
      // A body, or the wish to send one, has to be judged first.
      if (headers['content-length'] || headers['transfer-encoding'] || headers.expect) return false
      const kept = find(url)
      const ready = kept && (kept.encodable ? kept[wantedBy(request)] : kept.identity)
      if (!ready || !holdsCurrent()) return false
      send(request, response, kept.status, ready)
      return true
    },
    async answer(request, response, url) {
      const target = canonicalTarget(url, knownParameters)
      if (url.pathname === '/') {
        // Its answer depends on the reader's languages, of which there are too many spellings to keep.
        const { kept } = await make(target, request.headers['accept-language'])
        return send(request, response, kept.status, kept.identity)
      }
      const kept = await currentOrKept(target)
      const wanted = kept.encodable ? wantedBy(request) : 'identity'
      const ready =
        wanted === 'identity'
          ? kept.identity
          : (kept[wanted] ?? (await encoded(target, kept, wanted)))
      send(request, response, kept.status, ready)
    },
    size: () => ({
      pages: sizeOf(shares.pages),
      queries: sizeOf(shares.queries),
      searches: sizeOf(shares.searches),
      misses: sizeOf(shares.misses),
    }),
  }
}

function share({ entries, bytes }: Bounds): LRUCache<string, Kept> {
  return new LRUCache<string, Kept>({
    max: entries,
    maxSize: bytes,
    sizeCalculation: (kept, key) =>
      overhead +
      2 * key.length +
      kept.identity.body.length +
      (kept.br?.body.length ?? 0) +
      (kept.gzip?.body.length ?? 0),
  })
}

function sizeOf(one: LRUCache<string, Kept>): Bounds {
  return { entries: one.size, bytes: one.calculatedSize }
}

async function finish(
  response: Response,
  fixed: Readonly<Record<string, string>>,
): Promise<{ kept: Kept; keep: boolean }> {
  const identity = Buffer.from(await response.arrayBuffer())
  const headers: Record<string, string> = {}
  for (const [name, value] of response.headers) {
    if (!droppedHeaders.has(name)) headers[name] = value
  }
  const vary = headers.vary
  const caching = headers['cache-control']
  // Readers' caches may keep a page, but must ask each time whether it still stands.
  headers['cache-control'] = caching ?? 'no-cache'
  headers.vary =
    vary && !/\baccept-encoding\b/i.test(vary) ? `${vary}, Accept-Encoding` : 'Accept-Encoding'
  const kept = keptOf(response.status, { ...headers, ...fixed }, identity)
  const variesFurther = vary !== undefined && vary.toLowerCase() !== 'accept-encoding'
  const keep =
    keptStatuses.has(kept.status) &&
    !variesFurther &&
    !/\b(?:no-store|private)\b/i.test(caching ?? '')
  return { kept, keep }
}

function keptOf(status: number, headers: Record<string, string>, identity: Buffer): Kept {
  const plain = {
    status,
    headers,
    tag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
    encodable:
      isEncodable(headers['content-type'], identity.length) && !headers['content-encoding'],
    until: headers.expires === undefined ? null : Date.parse(headers.expires),
  }
  return { ...plain, identity: readyIn('identity', identity, plain) }
}

/** Pages and files at addresses of their own, and that something is gone. */
const isKeepable = (target: string, { status, until }: Kept): boolean =>
  (status === 200 || status === 410) && until === null && !target.includes('?')

/** A strong ETag names bytes, so each encoding has its own (RFC 9110 §8.8.3.3). */
function readyIn(
  encoding: Encoding,
  body: Buffer,
  { status, headers, tag }: Pick<Kept, 'status' | 'headers' | 'tag'>,
): Ready {
  const etag =
    status === 200 ? (encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`) : null
  const all = {
    ...headers,
    ...(etag ? { etag } : {}),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(body.length),
  }
  const unchanged = Object.entries(all).filter(([name]) => !not304.has(name))
  return { body, etag, headers: Object.entries(all).flat(), unchanged: unchanged.flat() }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { body, headers, etag, unchanged }: Ready,
): void {
  if (etag && matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, unchanged as string[]).end()
    return
  }
  response.writeHead(status, headers as string[])
  // Node leaves the bytes out of an answer to HEAD.
  response.end(body)
}

/** Browsers write a handful of different headers, but each of them with every request. */
const known = new Map<string, Encoding>()

function wantedBy({ headers: { 'accept-encoding': accepted = '' } }: IncomingMessage): Encoding {
  const before = known.get(accepted)
  if (before) return before
  const wanted = preferredEncoding(accepted)
  if (known.size >= 100) known.clear()
  if (accepted.length <= 100) known.set(accepted, wanted)
  return wanted
}

/**
 * If-None-Match alone decides. If-Modified-Since is left unread: its seconds are too coarse to tell
 * a withdrawal from the publication just before it.
 */
export function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header.split(',').some((part) => {
    const tag = part.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}

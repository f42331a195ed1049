import type { IncomingMessage, Server } from 'node:http'
import { plainPath } from './paths.ts'

const KB = 1024
const MB = 1024 * KB

export const limits = {
  /** Bytes. */
  url: 16 * KB,
  /** Bytes of all headers with the request line; above `url`, so that a long URL gets its own answer. */
  headers: 32 * KB,
  /** Bytes of a request body: an upload, and everything else. */
  upload: 50 * MB,
  body: 2 * MB,
  /** Of a remark by somebody outside: its characters, each written as up to nine. */
  remark: 32 * KB,
  /** Milliseconds within which it must be known where a published file lies. */
  lookUp: 3_000,
  /** Press kits that are downloaded at once; a slow reader keeps a place for long. */
  kits: 32,
  /** Milliseconds until the headers, and the whole request, must have arrived. */
  headersWithin: 15_000,
  requestWithin: 300_000,
  /** Milliseconds without a byte in either direction after which a connection is dropped. */
  silence: 120_000,
  /** Milliseconds a connection is kept for the next request: longer than the 60 s of common proxies. */
  keptAlive: 65_000,
} as const

/** A request that isn't passed on: status, sentence, further headers. */
export interface RefusedRequest {
  status: number
  message: string
  headers?: Readonly<Record<string, string>>
}

/** Whether a request is too big to be read; judged by its headers alone, before a byte of its body. */
export function sizeRefusal(
  request: Pick<IncomingMessage, 'url' | 'headers'>,
): RefusedRequest | null {
  const { url = '', headers } = request
  if (url.length > limits.url) return { status: 414, message: 'The address is too long.' }
  if (headers['transfer-encoding'] !== undefined) {
    // A body of unknown length could only be cut off in the middle.
    return { status: 411, message: 'Send the length of the content along (Content-Length).' }
  }
  const length = Number(headers['content-length'] ?? 0)
  const upload =
    plainPath(url).startsWith('/api/') &&
    /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')
  const most = upload ? limits.upload : limits.body
  return length > most
    ? { status: 413, message: `The content is too large: ${most / MB} MB at most.` }
    : null
}

/** Next's development tools keep silent connections open for as long as a page is. */
export function setTimeLimits(server: Server, dev: boolean): void {
  server.headersTimeout = limits.headersWithin
  server.requestTimeout = limits.requestWithin
  server.keepAliveTimeout = limits.keptAlive
  server.timeout = dev ? 0 : limits.silence
}

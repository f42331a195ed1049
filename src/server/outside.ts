import type { IncomingMessage } from 'node:http'
import { createGate, within } from './gate.ts'
import { limits, type RefusedRequest } from './limits.ts'
import type { Ports } from './ports.ts'
import type { SignInLimit } from './sign-in.ts'

/** What an outsider is answered: the whole body at once, since nothing of it is kept. */
export interface Answered {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** Milliseconds that one answer may take. */
const giveUpAfter = 30_000

/**
 * Drafts for outsiders: past the response cache, and with a limit for those who guess. `guesses` counts what leads
 * nowhere, by address; whoever has a link may load its page and pictures as often as they like.
 */
export function createOutside(
  ports: () => Ports,
  origin: string,
  guesses: SignInLimit,
): (request: IncomingMessage, url: URL, address: string) => Promise<Answered | number> {
  // Drawing pictures anew takes the better part of a core.
  const gate = createGate(2, 30)
  return async (request, url, address) => {
    const seconds = guesses.wait(address)
    if (seconds !== null) return seconds
    const method = request.method ?? 'GET'
    const asked = new Request(origin + url.pathname + url.search, {
      method,
      ...(method === 'POST' ? { body: await bodyOf(request) } : {}),
    })
    const answer = await gate(() => within(giveUpAfter, ports().outside(asked)))
    if (answer.status === 404) guesses.take(address)
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  // No longer than its Content-Length, which was judged before.
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What isn't asked of the desk at all. */
export function outsideRefusal({ method, headers }: IncomingMessage): RefusedRequest | null {
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST')
    return {
      status: 405,
      message: 'This address can only be read, and remarked on.',
      headers: { allow: 'GET, HEAD, POST' },
    }
  if (Number(headers['content-length'] ?? 0) > limits.remark)
    return { status: 413, message: 'The remark is too long.' }
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
    ? null
    : { status: 415, message: 'Send the remark as a form.' }
}

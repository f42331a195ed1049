import { getPayload, handleEndpoints, type Payload } from 'payload'
import { makeConfig } from '../../src/config.ts'
import { type Answer, serverUrl } from './harness.ts'

/** A request, as the person of the token. */
export interface Wish {
  method: string
  path: string
  body: Record<string, unknown> | null
  token: string
}

/** What the child is to do: the wish, and to die at its n-th write. 0: to live, and to tell its writes. */
export interface Order {
  databaseUri: string
  mediaDir: string
  /** ISO 8601, UTC. */
  now: string
  wish: Wish
  dieAt: number
  when: 'before' | 'after'
}

export interface OpenDesk {
  payload: Payload
  mediaDir: string
  ask: (wish: Wish) => Promise<Answer>
}

let opened = 0

/** A desk on a database that has its tables. The clock stands still, so that every run gives the same public words. */
export async function openAt(
  order: Pick<Order, 'databaseUri' | 'mediaDir' | 'now'>,
  push = false,
): Promise<OpenDesk> {
  const config = await makeConfig({
    databaseUri: order.databaseUri,
    secret: 'a secret for tests that is long enough',
    serverUrl,
    mediaDir: order.mediaDir,
    push,
    now: () => new Date(order.now),
    logger: 'silent',
  })
  const key = `crash-${opened++}`
  const payload = await getPayload({ config, key })
  return {
    payload,
    mediaDir: order.mediaDir,
    ask: async ({ method, path, body, token }) => {
      const request = new Request(`${serverUrl}${path}`, {
        method,
        headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const response = await handleEndpoints({ config, request, payloadInstanceCacheKey: key })
      return { status: response.status, body: (await response.json()) as unknown }
    },
  }
}

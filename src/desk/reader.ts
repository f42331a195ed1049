import type { PayloadRequest } from 'payload'
import type { Reader } from './desk-lists.ts'
import { clockOf } from './desk-clock.ts'
import { signedIn } from './rest.ts'

/** Who asks over REST, past whose rights nothing is read. Throws an `APIError` for a stranger. */
export function readerOf(req: PayloadRequest): Reader {
  return { payload: req.payload, user: req.user, actor: signedIn(req), now: clockOf(req) }
}

import type { Endpoint, PayloadRequest } from 'payload'
import type { Reader } from './desk-lists.ts'
import { clockOf } from './hooks.ts'
import { myDeskOf } from './my-desk.ts'
import { answer, signedIn } from './rest.ts'

/** Routes that are about the person who asks, and about no document. */
export const ownEndpoints: Endpoint[] = [
  { method: 'get', path: '/my-desk', handler: (req) => answer(() => myDesk(req)) },
]

function readerOf(req: PayloadRequest): Reader {
  return { payload: req.payload, user: req.user, actor: signedIn(req), now: clockOf(req) }
}

async function myDesk(req: PayloadRequest): Promise<Response> {
  return Response.json(await myDeskOf(readerOf(req), req.i18n.language))
}

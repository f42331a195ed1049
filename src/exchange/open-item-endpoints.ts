import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { dismiss } from '../desk/dismiss.ts'
import { clockOf } from '../desk/desk-clock.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from '../desk/rest.ts'
import { refuseBulk } from '../desk/shut.ts'
import { openItemActions, type OpenItemView, openItemView } from './open-item-view.ts'
import { takeOver } from './take-over.ts'

/** The routes of open items: read them, compare, and settle them one at a time. */
export const openItemEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/:id/diff',
    handler: (req) => answer(async () => Response.json(await viewOf(req))),
  },
  {
    method: 'get',
    path: '/:id/actions',
    handler: (req) =>
      answer(async () => {
        const { state, text, actions } = await viewOf(req)
        return Response.json({ state, revision: text?.revision ?? null, actions })
      }),
  },
  {
    method: 'post',
    path: '/:id/actions/:action',
    handler: (req) => answer(() => act(req)),
  },
  ...refuseBulk,
]

async function viewOf(req: PayloadRequest): Promise<OpenItemView> {
  const view = await openItemView(req.payload, idOf(req), signedIn(req), req.i18n.language)
  if (!view) throw missing()
  return view
}

const takeOverInput = z.strictObject({ revision: z.number().int().nonnegative() })
const dismissInput = z.strictObject({ note: z.string().trim().min(1, 'a reason').max(5000) })

async function act(req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const action = z.enum(openItemActions).safeParse(req.routeParams?.action)
  if (!action.success || !req.user)
    throw new APIError(
      `There is no action “${String(req.routeParams?.action)}” here. Possible are: ${openItemActions.join(', ')}.`,
      404,
    )
  const ask = {
    payload: req.payload,
    id: idOf(req),
    actor,
    now: clockOf(req),
    language: req.i18n.language,
  }
  if (action.data === 'take-over') {
    const input = takeOverInput.safeParse(await bodyOf(req))
    if (!input.success) throw incomplete(input.error)
    const done = await takeOver({ ...ask, ...input.data, user: req.user, i18n: req.i18n })
    if (!done) throw missing()
  } else {
    const input = dismissInput.safeParse(await bodyOf(req, '{"note": "…"}'))
    if (!input.success) throw incomplete(input.error)
    if (!(await dismiss({ ...ask, ...input.data }))) throw missing()
  }
  const doc = await req.payload.findByID({
    collection: 'open-items',
    id: ask.id,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  })
  return Response.json({ doc })
}

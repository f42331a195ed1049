import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { performTogether } from './bundle-acts.ts'
import { type BundleView, bundleView, personsActions } from './bundle-view.ts'
import { clockOf } from './desk-clock.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from './rest.ts'
import { refuseBulk } from './shut.ts'

/** The routes of bundles: what would come of one now, and its steps. */
export const bundleEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/:id/actions',
    handler: (req) => answer(async () => Response.json(await viewOf(req))),
  },
  {
    method: 'post',
    path: '/:id/actions/:action',
    handler: (req) => answer(() => act(req)),
  },
  ...refuseBulk,
]

async function viewOf(req: PayloadRequest): Promise<BundleView> {
  const actor = signedIn(req)
  const { payload, i18n } = req
  const view = await bundleView(payload, idOf(req), actor, clockOf(req), i18n.language)
  if (!view) throw missing()
  return view
}

const revision = z.number().int().nonnegative()
const text = z.strictObject({
  id: z.string().max(64),
  revision,
  change: z.enum(['minor', 'major']).optional(),
  publicNote: z.string().max(5000).optional(),
  reason: z.string().max(5000).optional(),
})
const texts = z.array(text).max(50)
const inputs = {
  schedule: z.strictObject({ revision, at: z.iso.datetime({ offset: true }), texts }),
  publish: z.strictObject({ revision, texts }),
  unschedule: z.strictObject({ revision }),
  dissolve: z.strictObject({ revision }),
}

async function act(req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const action = z.enum(personsActions).safeParse(req.routeParams?.action)
  if (!action.success)
    throw new APIError(
      `There is no action “${String(req.routeParams?.action)}” here. Possible are: ${personsActions.join(', ')}.`,
      404,
    )
  const input = inputs[action.data].safeParse(
    await bodyOf(req, '{"revision": n, "texts": [{"id": "…", "revision": n}]}'),
  )
  if (!input.success) throw incomplete(input.error)
  const done = await performTogether({
    payload: req.payload,
    id: idOf(req),
    action: action.data,
    ...input.data,
    actor,
    now: clockOf(req),
    language: req.i18n.language,
  })
  if (!done) throw missing()
  return Response.json(await viewOf(req))
}

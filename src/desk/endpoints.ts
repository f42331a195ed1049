import { APIError, type CollectionSlug, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { catalogueOf, explanationOf } from '../workflow/sentences/sentences.ts'
import { actions, type DeskType, isText, type TextType } from '../workflow/states.ts'
import { actionsOf } from '../workflow/transitions.ts'
import { wordsOf } from '../admin/words/words.ts'
import { barOf } from './bar.ts'
import { changesSince } from './changes.ts'
import { collectionOf, loadDoc } from './documents.ts'
import { settled } from './finish.ts'
import { clockOf } from './desk-clock.ts'
import { inputSchema } from './input.ts'
import { linkEndpoints } from './link-endpoints.ts'
import { noteEndpoints } from './note-endpoints.ts'
import { openingsOf } from './openings.ts'
import { arrive, leave } from './presence.ts'
import { previewOf } from './preview.ts'
import { problemData, refusalData } from './refused.ts'
import { restrictionEndpoints } from './restriction-endpoints.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from './rest.ts'
import { segmentEndpoints } from './segment-endpoints.ts'
import { refuseBulk } from './shut.ts'
import { factsOf, situationOf } from './situation.ts'
import { timelineEndpoints } from './timeline-endpoints.ts'
import { perform } from './transition.ts'

/** The workflow's own routes of a desk collection, and the refusal of Payload's bulk routes. */
export function deskEndpoints(type: DeskType): Endpoint[] {
  return [
    { method: 'get', path: '/:id/actions', handler: (req) => answer(() => list(type, req)) },
    {
      method: 'post',
      path: '/:id/actions/:action',
      handler: (req) => answer(() => act(type, req)),
    },
    // What the workflow bar shows, for the admin alone; other programs ask for the actions.
    { method: 'get', path: '/:id/bar', handler: (req) => answer(() => bar(type, req)) },
    ...(isText(type)
      ? [
          ...timelineEndpoints(type),
          {
            method: 'get' as const,
            path: '/:id/preview',
            handler: (req: PayloadRequest) => answer(() => preview(type, req)),
          },
          {
            method: 'get' as const,
            path: '/:id/changes',
            handler: (req: PayloadRequest) => answer(() => changes(type, req)),
          },
          {
            method: 'post' as const,
            path: '/:id/presence',
            handler: (req: PayloadRequest) => answer(() => present(type, req)),
          },
          {
            method: 'delete' as const,
            path: '/:id/presence',
            handler: (req: PayloadRequest) => answer(() => gone(req)),
          },
          ...noteEndpoints(type),
          ...linkEndpoints(type),
        ]
      : []),
    ...(type === 'release' ? restrictionEndpoints : []),
    ...(type === 'translation' ? segmentEndpoints : []),
    ...refuseBulk,
  ]
}

async function list(type: DeskType, req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const catalogue = catalogueOf(req.i18n.language)
  const doc = await settled(req.payload, type, idOf(req))
  if (!doc) throw missing()
  const facts = await factsOf(req.payload, doc)
  const situation = situationOf(facts, actor, clockOf(req).toISOString())
  return Response.json({
    revision: doc.revision,
    state: doc.state,
    standing: doc.standing,
    fingerprint: facts.fingerprint,
    actions: openingsOf(situation).map(({ action, refusals }) => {
      const why = refusals.map((refusal) => refusalData(refusal, catalogue))
      return {
        action,
        label: catalogue.actions[action],
        explains: explanationOf(action, type, catalogue),
        allowed: why.length === 0,
        ...(why.length > 0 ? { why } : {}),
      }
    }),
    problems: situation.problems.map((problem) => problemData(problem, catalogue)),
  })
}

const sinceSchema = z.coerce.number().int().nonnegative().optional().catch(undefined)

async function bar(type: DeskType, req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const since = sinceSchema.parse(req.searchParams.get('since') ?? undefined)
  const shown = await barOf({
    payload: req.payload,
    type,
    id: idOf(req),
    actor,
    now: clockOf(req),
    language: req.i18n.language,
    ...(since === undefined ? {} : { since }),
  })
  if (!shown) throw missing()
  return Response.json(shown)
}

/** As public pages: nothing in it runs. Kept nowhere, and indexed nowhere. */
const previewHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy':
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src 'self'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
}

async function preview(type: TextType, req: PayloadRequest): Promise<Response> {
  signedIn(req)
  const html = await previewOf(req.payload, type, idOf(req), clockOf(req))
  if (html === null) throw missing()
  return new Response(html, { headers: previewHeaders })
}

const pointSchema = z.string().min(1).max(64)

async function changes(type: TextType, req: PayloadRequest): Promise<Response> {
  signedIn(req)
  const since = pointSchema.safeParse(req.searchParams.get('since'))
  const words = wordsOf(req.i18n.language)
  if (!since.success) throw new APIError(words.nameAPoint, 422)
  const found = await changesSince(req.payload, type, idOf(req), since.data)
  if (found === 'no-text') throw missing()
  if (found === 'no-point') throw new APIError(words.noSuchPoint, 404)
  return Response.json(found)
}

const presence = z.strictObject({ writing: z.boolean() })

/** A sign of life of an open form. It is told who asks, which a browser can't know when others sign in at it. */
async function present(type: TextType, req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const input = presence.safeParse(await bodyOf(req, '{"writing": false}'))
  if (!input.success) throw incomplete(input.error)
  const doc = await loadDoc(req.payload, type, idOf(req))
  if (!doc) throw missing()
  const others = await arrive(req.payload, doc.id, actor, input.data.writing, clockOf(req))
  return Response.json({ person: actor.id, revision: doc.revision, others })
}

async function gone(req: PayloadRequest): Promise<Response> {
  await leave(req.payload, idOf(req), signedIn(req).id)
  return Response.json({ others: [] })
}

async function act(type: DeskType, req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const action = z.enum(actions).safeParse(req.routeParams?.action)
  if (!action.success || !actionsOf(type).includes(action.data))
    throw new APIError(
      `There is no action “${String(req.routeParams?.action)}” here. Possible are: ${actionsOf(type).join(', ')}.`,
      404,
    )
  const input = inputSchema.safeParse(await bodyOf(req))
  if (!input.success) throw incomplete(input.error)
  const done = await perform({
    payload: req.payload,
    type,
    id: idOf(req),
    action: action.data,
    input: input.data,
    actor,
    now: clockOf(req),
    language: req.i18n.language,
  })
  if (!done) throw missing()
  const collection: CollectionSlug = collectionOf[type]
  const doc = await req.payload.findByID({
    collection,
    id: done.id,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  })
  return Response.json({ doc })
}

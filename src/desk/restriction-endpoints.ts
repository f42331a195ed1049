import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../admin/words/words.ts'
import { mostNamedPeople } from '../workflow/restrictions.ts'
import { clockOf } from './desk-clock.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from './rest.ts'
import { lift, restrict, type Restricting } from './restricting.ts'
import { colleagues, restrictedTexts, restrictionView } from './restriction-view.ts'

/** The routes of a release that say who may know of it and its family. */
export const restrictionEndpoints: Endpoint[] = [
  { method: 'get', path: '/:id/restriction', handler: (req) => answer(() => view(req)) },
  { method: 'post', path: '/:id/restriction', handler: (req) => answer(() => name(req)) },
  { method: 'post', path: '/:id/restriction/lift', handler: (req) => answer(() => open(req)) },
]

/** What an administrator can do about texts that they may not know of. */
export const restrictedEndpoints: Endpoint[] = [
  { method: 'get', path: '/restricted', handler: (req) => answer(() => list(req)) },
  { method: 'post', path: '/restricted/:id/lift', handler: (req) => answer(() => openAnyway(req)) },
]

function asked(req: PayloadRequest): Restricting {
  const actor = signedIn(req)
  const { payload, i18n } = req
  return { payload, id: idOf(req), actor, now: clockOf(req), language: i18n.language }
}

async function view(req: PayloadRequest): Promise<Response> {
  const { payload, id, actor, language } = asked(req)
  if (!(await payload.db.findOne({ collection: 'releases', where: { id: { equals: id } } })))
    throw missing()
  return Response.json(await restrictionView(payload, id, actor, language))
}

const named = z.strictObject({
  people: z.array(z.string().max(64)).min(1, 'at least one person').max(mostNamedPeople),
})

async function name(req: PayloadRequest): Promise<Response> {
  const ask = asked(req)
  const input = named.safeParse(await bodyOf(req, '{"people": ["…"]}'))
  if (!input.success) throw incomplete(input.error)
  const known = new Set((await colleagues(ask.payload)).map(({ id }) => id))
  if (input.data.people.some((id) => !known.has(id)))
    throw new APIError(wordsOf(ask.language).restrictNobody, 422)
  if ((await restrict(ask, input.data.people)) === null) throw missing()
  return view(req)
}

const why = z.strictObject({ reason: z.string().max(5000).default('') })

async function open(req: PayloadRequest): Promise<Response> {
  const ask = asked(req)
  const input = why.safeParse(await bodyOf(req, '{"reason": "…"}'))
  if (!input.success) throw incomplete(input.error)
  if ((await lift(ask, input.data.reason)) === null) throw missing()
  return view(req)
}

function administrator(req: PayloadRequest): Restricting {
  const ask = asked(req)
  if (!ask.actor.roles.includes('administrator'))
    throw new APIError(wordsOf(ask.language).restrictedAdministrators, 403)
  return ask
}

async function list(req: PayloadRequest): Promise<Response> {
  const { roles } = signedIn(req)
  if (!roles.includes('administrator'))
    throw new APIError(wordsOf(req.i18n.language).restrictedAdministrators, 403)
  return Response.json({ texts: await restrictedTexts(req.payload) })
}

/** Opens it to everybody at the desk, never to the administrator alone: nobody looks in silently. */
async function openAnyway(req: PayloadRequest): Promise<Response> {
  const ask = administrator(req)
  const input = why.safeParse(await bodyOf(req, '{"reason": "…"}'))
  if (!input.success) throw incomplete(input.error)
  if (!(await restrictedTexts(ask.payload)).some(({ id }) => id === ask.id)) throw missing()
  await lift(ask, input.data.reason)
  return Response.json({ texts: await restrictedTexts(ask.payload) })
}

import { createHmac } from 'node:crypto'
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../admin/words/words.ts'
import { ownAccountEndpoints } from './accounts/endpoints.ts'
import { calendarBehind, feedOf, makeFeed, revokeFeed } from './calendar-feed.ts'
import { figureEndpoints } from './figures/endpoints.ts'
import { readerOf } from './reader.ts'
import { clockOf } from './desk-clock.ts'
import { assign, assignment } from './assigning.ts'
import { matrixOf, matrixQuery } from './language-matrix.ts'
import { missionOf } from './mission-facts.ts'
import { myDeskOf } from './my-desk.ts'
import { restrictedEndpoints } from './restriction-endpoints.ts'
import { answer, bodyOf, incomplete, missing, signedIn } from './rest.ts'
import { searchEndpoints } from './search/endpoints.ts'
import { surroundingsOf, surroundingsQuery } from './surroundings.ts'

/** Routes that are about the person who asks, and about no document. */
export const ownEndpoints: Endpoint[] = [
  ...ownAccountEndpoints,
  { method: 'get', path: '/my-desk', handler: (req) => answer(() => myDesk(req)) },
  { method: 'get', path: '/language-matrix', handler: (req) => answer(() => matrix(req)) },
  {
    method: 'post',
    path: '/language-matrix/assign',
    handler: (req) => answer(() => assigned(req)),
  },
  { method: 'get', path: '/my-calendar', handler: (req) => answer(() => myCalendar(req)) },
  { method: 'post', path: '/my-calendar', handler: (req) => answer(() => makeAddress(req)) },
  { method: 'delete', path: '/my-calendar', handler: (req) => answer(() => takeBack(req)) },
  ...restrictedEndpoints,
  ...searchEndpoints,
  ...figureEndpoints,
  // What the form of a text needs while somebody types, for the admin alone.
  { method: 'get', path: '/surroundings', handler: (req) => answer(() => surroundings(req)) },
  { method: 'get', path: '/kept-text-key', handler: (req) => answer(() => keptTextKey(req)) },
  // For calendar programs, which can't sign in: the secret in the address is all that they have.
  { method: 'get', path: '/calendar/:filename', handler: (req) => answer(() => calendar(req)) },
]

async function myDesk(req: PayloadRequest): Promise<Response> {
  return Response.json(await myDeskOf(readerOf(req), req.i18n.language))
}

async function matrix(req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  const query = matrixQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!query.success) throw incomplete(query.error)
  return Response.json(await matrixOf(reader, query.data))
}

/** For editors: whoever translates answers for a text, and doesn't hand it out. */
async function assigned(req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  const { language } = req.i18n
  if (!reader.actor.roles.includes('editor'))
    throw new APIError(wordsOf(language).assignEditors, 403)
  const example = '{"cells": [{"release": "…", "language": "nb"}], "translator": "…", "dueOn": "…"}'
  const input = assignment.safeParse(await bodyOf(req, example))
  if (!input.success) throw incomplete(input.error)
  return Response.json({ cells: await assign(reader, input.data, language) })
}

async function myCalendar(req: PayloadRequest): Promise<Response> {
  const { id } = signedIn(req)
  return Response.json({ feed: await feedOf(req.payload, id) })
}

const wish = z.strictObject({ headlines: z.boolean() })

/** Shown in this answer and never again: what is stored can't be turned back into it. */
async function makeAddress(req: PayloadRequest): Promise<Response> {
  const { id: person } = signedIn(req)
  const input = wish.safeParse(await bodyOf(req, '{"headlines": false}'))
  if (!input.success) throw incomplete(input.error)
  const secret = await makeFeed(req.payload, {
    person,
    ...input.data,
    language: req.i18n.language,
    madeAt: clockOf(req).toISOString(),
  })
  const address = `${req.payload.config.serverURL}/api/calendar/${secret}.ics`
  return Response.json({ address }, { status: 201, headers: unkept })
}

async function takeBack(req: PayloadRequest): Promise<Response> {
  await revokeFeed(req.payload, signedIn(req).id)
  return Response.json({ feed: null })
}

const unkept = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
}

async function surroundings(req: PayloadRequest): Promise<Response> {
  const { id: person } = signedIn(req)
  const query = surroundingsQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!query.success) throw incomplete(query.error)
  const { zones } = await missionOf(req.payload)
  const { payload, i18n } = req
  const ask = { payload, person, query: query.data, now: clockOf(req), language: i18n.language }
  return Response.json(await surroundingsOf({ ...ask, zone: zones.post }))
}

/** Unlocks what this person's browsers keep of unsaved texts: on their disks it is nothing to anybody else. */
async function keptTextKey(req: PayloadRequest): Promise<Response> {
  const { id } = signedIn(req)
  const key = createHmac('sha256', req.payload.secret).update(`kept text of ${id}`)
  return Response.json({ key: key.digest('base64') }, { headers: unkept })
}

async function calendar(req: PayloadRequest): Promise<Response> {
  const [, secret] = /^(.*)\.ics$/.exec(String(req.routeParams?.filename)) ?? []
  const { serverURL } = req.payload.config
  const found = secret && (await calendarBehind(req.payload, secret, clockOf(req), serverURL))
  if (!found) throw missing()
  return new Response(found, {
    headers: { ...unkept, 'content-type': 'text/calendar; charset=utf-8' },
  })
}

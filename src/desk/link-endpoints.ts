import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { linkDays } from '../workflow/preview-links.ts'
import type { TextType } from '../workflow/states.ts'
import { clockOf } from './desk-clock.ts'
import { linksView } from './link-view.ts'
import { type Linking, makeLink, revokeLink } from './linking.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from './rest.ts'

const linkInput = z.strictObject({
  // One line: it stands in the banner, in the timeline and beside remarks.
  recipient: z
    .string()
    .trim()
    .min(1, 'for whom it is')
    .max(100)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, 'one line of words'),
  days: z.literal(linkDays, `for how many days: ${linkDays.join(', ')}`),
})

/** The routes of the links to a text: see them, make one, take one back. */
export function linkEndpoints(type: TextType): Endpoint[] {
  return [
    { method: 'get', path: '/:id/links', handler: (req) => answer(() => list(req, type)) },
    { method: 'post', path: '/:id/links', handler: (req) => answer(() => make(req, type)) },
    {
      method: 'post',
      path: '/:id/links/:link/revoke',
      handler: (req) => answer(() => revoke(req, type)),
    },
  ]
}

function asked(req: PayloadRequest, type: TextType): Linking {
  const actor = signedIn(req)
  const { payload, i18n } = req
  return { payload, type, id: idOf(req), actor, now: clockOf(req), language: i18n.language }
}

async function viewFor(req: PayloadRequest, type: TextType) {
  const { payload, id, actor, now, language } = asked(req, type)
  const view = await linksView(payload, type, id, actor, now, language)
  if (!view) throw missing()
  return view
}

async function list(req: PayloadRequest, type: TextType): Promise<Response> {
  return Response.json(await viewFor(req, type))
}

/** The address is in this answer and never again: what is stored can't be turned back into it. */
async function make(req: PayloadRequest, type: TextType): Promise<Response> {
  const ask = asked(req, type)
  const input = linkInput.safeParse(await bodyOf(req, '{"recipient": "…", "days": 7}'))
  if (!input.success) throw incomplete(input.error)
  const made = await makeLink(ask, input.data)
  if (!made) throw missing()
  const link = (await viewFor(req, type)).links.find(({ id }) => id === made.id)
  const address = `${req.payload.config.serverURL}/preview/${made.secret}`
  return Response.json({ address, link }, { status: 201, headers: unkept })
}

const unkept = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }

async function revoke(req: PayloadRequest, type: TextType): Promise<Response> {
  const id = await revokeLink(asked(req, type), z.string().parse(req.routeParams?.link))
  if (id === null) throw missing()
  return Response.json({ link: (await viewFor(req, type)).links.find((link) => link.id === id) })
}

import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../admin/words/words.ts'
import { answer, bodyOf, incomplete, missing } from '../desk/rest.ts'
import { editorOf } from './importer.ts'
import { makeTemplate, start, startFrom } from './start.ts'

/** `POST /api/releases/start`: a new release with the words of a template, a release or an open item. */
export const startEndpoint: Endpoint = {
  method: 'post',
  path: '/start',
  handler: (req) => answer(() => begin(req)),
}

/** `POST /api/templates/of`: a template with the words of a text. */
export const templateEndpoint: Endpoint = {
  method: 'post',
  path: '/of',
  handler: (req) => answer(() => keep(req)),
}

const startInput = z.strictObject({ from: startFrom })

async function begin(req: PayloadRequest): Promise<Response> {
  const ask = editorOf(req)
  const input = startInput.safeParse(await bodyOf(req, '{"from": {"template": "…"}}'))
  if (!input.success) throw incomplete(input.error)
  return made(req, await start(ask, input.data.from))
}

const templateInput = z.strictObject({
  of: z.enum(['release', 'translation']),
  id: z.string().max(64),
  name: z.string().trim().min(1, 'a name').max(200),
})

async function keep(req: PayloadRequest): Promise<Response> {
  const ask = editorOf(req)
  const input = templateInput.safeParse(
    await bodyOf(req, '{"of": "release", "id": "…", "name": "…"}'),
  )
  if (!input.success) throw incomplete(input.error)
  const { of: type, id, name } = input.data
  return made(req, await makeTemplate(ask, { type, id, name }))
}

function made(req: PayloadRequest, outcome: Awaited<ReturnType<typeof start>>): Response {
  const words = wordsOf(req.i18n.language)
  if (outcome === 'missing') throw missing()
  if (outcome === 'restricted') throw new APIError(words.startRestricted, 409)
  if (outcome === 'archived') throw new APIError(words.startArchived, 409)
  return Response.json({ doc: outcome }, { status: 201 })
}

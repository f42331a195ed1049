import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { passageFields } from '../language/anchors.ts'
import { shownFields } from '../language/comparison.ts'
import type { TextType } from '../workflow/states.ts'
import { clockOf } from './desk-clock.ts'
import { notesView } from './note-view.ts'
import { type Noting, replyTo, settleNote, writeNote } from './noting.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from './rest.ts'

/** What can be noted on. A translation has no others of its own; empty: the text as a whole. */
const inTranslation = ['', ...passageFields] as const
const inRelease = ['', 'body', ...shownFields] as const
export const noteFields = { release: inRelease, translation: inTranslation } as const

const words = z.string().trim().min(1, 'what you want to say').max(5000)
const passage = z.strictObject({
  quote: z.string().min(1).max(5000),
  block: z.number().int().nonnegative().optional(),
  before: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
})
const noteInput = (type: TextType) =>
  z
    .strictObject({
      field: z.enum(noteFields[type]).default(''),
      words,
      mustFix: z.boolean().default(false),
      passage: passage.optional(),
      revision: z.number().int().nonnegative().optional(),
    })
    .transform(({ passage: pointed, revision, ...input }, context) => {
      const field = passageFields.find((name) => name === input.field)
      if (!pointed) return { ...input, passage: null, revision }
      if (field) return { ...input, passage: { ...pointed, field }, revision }
      const message = `a passage stands in one of: ${passageFields.join(', ')}`
      context.addIssue({ code: 'custom', path: ['passage'], message })
      return z.NEVER
    })
const replyInput = z.strictObject({ words })

function post(path: string, act: (req: PayloadRequest) => Promise<Response>): Endpoint {
  return { method: 'post', path, handler: (req) => answer(() => act(req)) }
}

/** The routes of the notes on a text: read them, write, answer, resolve and reopen, one at a time. */
export function noteEndpoints(type: TextType): Endpoint[] {
  const settle = (how: 'resolve' | 'reopen') => async (req: PayloadRequest) =>
    told(req, type, await settleNote(asked(req, type), noteOf(req), how), 200)
  return [
    { method: 'get', path: '/:id/notes', handler: (req) => answer(() => list(req, type)) },
    post('/:id/notes', async (req) => {
      const ask = asked(req, type)
      const input = noteInput(type).safeParse(await bodyOf(req, '{"field": "…", "words": "…"}'))
      if (!input.success) throw incomplete(input.error)
      return told(req, type, await writeNote(ask, input.data), 201)
    }),
    post('/:id/notes/:note/replies', async (req) => {
      const ask = asked(req, type)
      const input = replyInput.safeParse(await bodyOf(req, '{"words": "…"}'))
      if (!input.success) throw incomplete(input.error)
      return told(req, type, await replyTo(ask, noteOf(req), input.data.words), 201)
    }),
    post('/:id/notes/:note/resolve', settle('resolve')),
    post('/:id/notes/:note/reopen', settle('reopen')),
  ]
}

function asked(req: PayloadRequest, type: TextType): Noting {
  const actor = signedIn(req)
  const { payload, i18n } = req
  return { payload, type, id: idOf(req), actor, now: clockOf(req), language: i18n.language }
}

const noteOf = (req: PayloadRequest): string => z.string().parse(req.routeParams?.note)

async function list(req: PayloadRequest, type: TextType): Promise<Response> {
  const view = await viewFor(req, type)
  if (!view) throw missing()
  return Response.json(view)
}

const viewFor = (req: PayloadRequest, type: TextType) =>
  notesView(req.payload, type, idOf(req), signedIn(req), req.i18n.language)

/** The note as it is after the act. */
async function told(
  req: PayloadRequest,
  type: TextType,
  id: string | null,
  status: number,
): Promise<Response> {
  const view = id === null ? null : await viewFor(req, type)
  const note = view?.notes.find((one) => one.id === id)
  if (!note) throw missing()
  return Response.json({ note }, { status })
}

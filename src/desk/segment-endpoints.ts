import type { Endpoint, PayloadRequest } from 'payload'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from './rest.ts'
import { answerSegments, answersInput } from './segment-answers.ts'
import { segmentsOfTranslation } from './segments.ts'

/** A translation by segments: to be read by everybody at the desk, and answered by whoever may change it. */
export const segmentEndpoints: Endpoint[] = [
  { method: 'get', path: '/:id/segments', handler: (req) => answer(() => tell(req)) },
  { method: 'post', path: '/:id/segments', handler: (req) => answer(() => take(req)) },
]

async function tell(req: PayloadRequest): Promise<Response> {
  const found = await segmentsOfTranslation(
    req.payload,
    idOf(req),
    signedIn(req),
    req.i18n.language,
  )
  if (!found) throw missing()
  return Response.json(found)
}

async function take(req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const input = answersInput.safeParse(
    await bodyOf(
      req,
      '{"revision": n, "answers": [{"row": "…", "texts": ["…"], "confirm": true}]}',
    ),
  )
  if (!input.success) throw incomplete(input.error)
  const ask = { req, id: idOf(req), actor, language: req.i18n.language, input: input.data }
  if (!(await answerSegments(ask))) throw missing()
  return tell(req)
}

import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../../admin/words/words.ts'
import { clockOf } from '../../desk/desk-clock.ts'
import type { DeskDoc } from '../../desk/documents.ts'
import { settled } from '../../desk/finish.ts'
import { refuseChange } from '../../desk/hooks.ts'
import { dropProposals, keepProposals, proposalsOf, proposedIn } from '../../desk/proposals.ts'
import { answer, bodyOf, idOf, incomplete, missing, signedIn } from '../../desk/rest.ts'
import { isHiddenFrom } from '../../desk/restrictions.ts'
import { type SegmentWork, segmentWorkOf } from '../../desk/segment-work.ts'
import { segmentsOfTranslation } from '../../desk/segments.ts'
import { refuseWithoutRoom } from '../../desk/storage.ts'
import { xliff, xliffVersions } from '../../syndication/xliff.ts'
import { readable, sentFile } from '../sent-file.ts'
import { missionLanguages } from '../terms/import-terms.ts'
import { xliffOf } from './export.ts'
import { offeredIn } from './import.ts'
import { readXliff } from './xliff-read.ts'

/** A translation as a file for people outside, and what they send back. */
export const xliffEndpoints: Endpoint[] = [
  { method: 'get', path: '/:id/xliff', handler: (req) => answer(() => save(req)) },
  { method: 'post', path: '/:id/xliff', handler: (req) => answer(() => bringIn(req)) },
  { method: 'post', path: '/:id/proposals/leave', handler: (req) => answer(() => leave(req)) },
]

async function workOf(req: PayloadRequest): Promise<SegmentWork & { desk: DeskDoc }> {
  const { id: person } = signedIn(req)
  const { payload } = req
  const doc = await settled(payload, 'translation', idOf(req))
  if (!doc || (await isHiddenFrom(payload, person, doc))) throw missing()
  const work = await segmentWorkOf(payload, doc)
  if (!work) throw missing()
  return { ...work, desk: doc }
}

const exportQuery = z.strictObject({ version: z.enum(xliffVersions).default('2.1') })

async function save(req: PayloadRequest): Promise<Response> {
  const work = await workOf(req)
  const query = exportQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!query.success) throw incomplete(query.error)
  const file = xliff(await xliffOf(req.payload, work), query.data.version)
  const name = `translation-${work.target.side.lang}-${work.doc.id}`
  return new Response(file, {
    headers: {
      'content-type': 'application/xliff+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.xlf"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** Bytes of a file. */
const longest = 10_000_000

/** Nothing of the text is changed: what is proposed stands beside it. */
async function bringIn(req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const { payload } = req
  const { language } = req.i18n
  const work = await workOf(req)
  const { id } = work.doc
  await refuseChange(req, actor, work.desk, work.desk.revision)
  const sent = await sentFile(req, longest)
  const mission = await missionLanguages({ payload })
  const files = readable(() => readXliff(sent.text))
  const { proposals, same, left } = offeredIn(files, work, mission, language)
  if (proposals.length === 0 && same === 0)
    throw new APIError(wordsOf(language).xliffNothing, 422, { left })
  await refuseWithoutRoom(payload, language)
  const at = clockOf(req).toISOString()
  const from = sent.name.slice(0, 200)
  const kept = proposals.map((one) => ({ ...one, from, by: actor.id, byName: actor.name, at }))
  await keepProposals(payload, id, kept)
  const conflicts = [...proposedIn(work, kept).values()].filter(({ conflict }) => conflict)
  return Response.json({ proposed: kept.length, conflicts: conflicts.length, same, left })
}

const leaveInput = z.strictObject({ rows: z.array(z.string().min(1).max(100)).min(1).max(2000) })

/** Takes back what is proposed for these segments. The text stays as it is. */
async function leave(req: PayloadRequest): Promise<Response> {
  const actor = signedIn(req)
  const { payload } = req
  const work = await workOf(req)
  await refuseChange(req, actor, work.desk, work.desk.revision)
  const input = leaveInput.safeParse(await bodyOf(req, '{"rows": ["…"]}'))
  if (!input.success) throw incomplete(input.error)
  const proposed = proposedIn(work, await proposalsOf(payload, work.doc.id))
  const left = [...proposed].flatMap(([{ id }, { proposal }]) =>
    input.data.rows.includes(id) ? proposal.row : [],
  )
  await dropProposals(payload, work.doc.id, left)
  const told = await segmentsOfTranslation(payload, work.doc.id, actor, req.i18n.language)
  if (!told) throw missing()
  return Response.json(told)
}

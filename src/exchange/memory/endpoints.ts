import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { clockOf } from '../../desk/desk-clock.ts'
import { matchesOf, pairsFor, type Use } from '../../desk/memory/lookup.ts'
import { answer, incomplete, missing, signedIn } from '../../desk/rest.ts'
import { refuseWithoutRoom } from '../../desk/storage.ts'
import { languageTags } from '../../language/languages.ts'
import { tmxAround, tmxUnit } from '../../syndication/tmx.ts'
import { editorOf } from '../importer.ts'
import { readable, sentFile } from '../sent-file.ts'
import { missionLanguages } from '../terms/import-terms.ts'
import { dropMemoryFile, keepMemoryFile, memoryFilesOf } from './files.ts'
import { readTmx } from './tmx-read.ts'

/** The routes of the translation memory. */
export const memoryEndpoints: Endpoint[] = [
  { method: 'get', path: '/memory', handler: (req) => answer(() => look(req)) },
  { method: 'get', path: '/memory/export', handler: (req) => answer(() => save(req)) },
  { method: 'post', path: '/memory/import', handler: (req) => answer(() => bringIn(req)) },
  { method: 'get', path: '/memory/files', handler: (req) => answer(() => files(req)) },
  { method: 'delete', path: '/memory/files/:file', handler: (req) => answer(() => drop(req)) },
]

const pair = { source: z.enum(languageTags), target: z.enum(languageTags) }
const twoLanguages = {
  path: ['target'],
  error: 'another language than the source',
}
const differ = ({ source, target }: { source: string; target: string }) => source !== target

const lookQuery = z
  .strictObject({
    ...pair,
    text: z.string().trim().min(1).max(5_000),
    most: z.coerce.number().int().min(1).max(20).default(5),
  })
  .refine(differ, twoLanguages)
const exportQuery = z.strictObject(pair).refine(differ, twoLanguages)

function queryOf<Query>(req: PayloadRequest, schema: z.ZodType<Query>): Query {
  const parsed = schema.safeParse(Object.fromEntries(req.searchParams))
  if (!parsed.success) throw incomplete(parsed.error)
  return parsed.data
}

async function look(req: PayloadRequest): Promise<Response> {
  const { id } = signedIn(req)
  return Response.json(await matchesOf(req.payload, id, queryOf(req, lookQuery)))
}

const originOf = (use: Use, origin: string): string =>
  use.of === 'file'
    ? `file:${use.name}`
    : `${origin}/admin/collections/translations/${use.translation}`

/** Written while it is sent: there may be hundreds of thousands. */
async function save(req: PayloadRequest): Promise<Response> {
  const { id } = signedIn(req)
  const asked = queryOf(req, exportQuery)
  const { payload } = req
  const origin = payload.config.serverURL
  const { before, after } = tmxAround(asked.source, origin)
  async function* parts(): AsyncGenerator<string> {
    yield before
    for await (const page of pairsFor(payload, id, asked))
      yield page
        .map(({ number, source, target, from }) =>
          tmxUnit({
            id: String(number),
            source: { language: asked.source, text: source },
            target: { language: asked.target, text: target },
            origin: originOf(from, origin),
          }),
        )
        .join('')
    yield after
  }
  return new Response(streamOf(parts()), {
    headers: {
      'content-type': 'application/x-tmx+xml; charset=utf-8',
      'content-disposition': `attachment; filename="memory-${asked.source}-${asked.target}.tmx"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** One part for each time that the receiver asks. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })
}

/** Bytes of a file. */
const longest = 10_000_000

async function bringIn(req: PayloadRequest): Promise<Response> {
  const importer = editorOf(req)
  const { payload } = importer
  const actor = signedIn(req)
  const sent = await sentFile(req, longest)
  const mission = await missionLanguages(importer)
  const { units, left } = readable(() => readTmx(sent.text, mission))
  if (units.length === 0)
    throw new APIError(
      left === 0
        ? 'There is no unit in the file.'
        : 'No unit of the file has two languages of this desk.',
      422,
    )
  await refuseWithoutRoom(payload, req.i18n.language)
  const { file, made } = await keepMemoryFile(payload, units, {
    name: sent.name,
    by: actor.id,
    byName: actor.name,
    at: clockOf(req).toISOString(),
  })
  return Response.json({ file, units: units.length, made, left }, { status: made > 0 ? 201 : 200 })
}

async function files(req: PayloadRequest): Promise<Response> {
  signedIn(req)
  return Response.json({ files: await memoryFilesOf(req.payload) })
}

const fileId = z.string().regex(/^[0-9a-f]{64}$/)

async function drop(req: PayloadRequest): Promise<Response> {
  const { payload } = editorOf(req)
  const file = fileId.safeParse(req.routeParams?.file)
  if (!file.success) throw missing()
  await dropMemoryFile(payload, file.data)
  return Response.json({ files: await memoryFilesOf(payload) })
}

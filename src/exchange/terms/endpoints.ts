import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { forbiddenUses } from '../../desk/forbidden-uses.ts'
import { publishedTerms } from '../../desk/glossary.ts'
import { clockOf } from '../../desk/desk-clock.ts'
import { todayOf } from '../../desk/mission-facts.ts'
import { answer, incomplete, signedIn } from '../../desk/rest.ts'
import { tbx } from '../../syndication/tbx.ts'
import { editorOf } from '../importer.ts'
import { readable, type SentFile, sentFile } from '../sent-file.ts'
import type { ReadTerm } from './entry.ts'
import { importTerms, missionLanguages, refuseMany } from './import-terms.ts'
import { readTbx } from './tbx-read.ts'
import { readTermsCsv, termsCsv } from './terms-csv.ts'

/** The routes of the term base beside those of every desk collection. */
export const termEndpoints: Endpoint[] = [
  { method: 'get', path: '/export', handler: (req) => answer(() => save(req)) },
  { method: 'post', path: '/import', handler: (req) => answer(() => bringIn(req)) },
  { method: 'get', path: '/forbidden-uses', handler: (req) => answer(() => inPrint(req)) },
]

const exportQuery = z.strictObject({ format: z.enum(['tbx', 'csv']) })

const types = {
  tbx: 'application/x-tbx+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const

/** Terms as they are published; drafts aren't settled yet. */
async function save(req: PayloadRequest): Promise<Response> {
  signedIn(req)
  const query = exportQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!query.success) throw incomplete(query.error)
  const { format } = query.data
  const terms = await publishedTerms(req.payload)
  const file = format === 'tbx' ? tbx(terms, req.payload.config.serverURL) : termsCsv(terms)
  return new Response(file, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="terms.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** Bytes of a file. */
const longest = 10_000_000
const importQuery = z.strictObject({ check: z.enum(['true', 'false']).default('false') })

async function bringIn(req: PayloadRequest): Promise<Response> {
  const importer = editorOf(req)
  const query = importQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!query.success) throw incomplete(query.error)
  const file = await sentFile(req, longest)
  const mission = await missionLanguages(importer)
  const terms = readable(() => termsIn(file, mission))
  refuseMany(terms)
  const check = query.data.check === 'true'
  const report = await importTerms(importer, terms, { check, from: file.name })
  if (report.refused < terms.length) return Response.json(report)
  throw new APIError('None of the terms can be taken. Look at what is said of each.', 422, report)
}

function termsIn({ text }: SentFile, mission: readonly string[]): ReadTerm[] {
  return /^\uFEFF?\s*</.test(text) ? readTbx(text, mission) : readTermsCsv(text, mission)
}

const pageQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(1000).default(1) })

async function inPrint(req: PayloadRequest): Promise<Response> {
  signedIn(req)
  const query = pageQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!query.success) throw incomplete(query.error)
  const today = await todayOf(req.payload, clockOf(req))
  return Response.json(await forbiddenUses(req.payload, today, query.data.page))
}

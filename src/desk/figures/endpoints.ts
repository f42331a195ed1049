import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { csv } from '../../syndication/csv.ts'
import { todayOf } from '../mission-facts.ts'
import { readerOf } from '../reader.ts'
import { answer, incomplete } from '../rest.ts'
import { languageFiguresOf } from './languages.ts'
import { figureRows, figuresOf } from './report.ts'
import { daysBefore, mostDays } from './span.ts'

/** The routes of the press room's figures, for everybody at the desk. */
export const figureEndpoints: Endpoint[] = [
  { method: 'get', path: '/figures', handler: (req) => answer(() => figures(req)) },
  { method: 'get', path: '/figures.csv', handler: (req) => answer(() => file(req)) },
  { method: 'get', path: '/language-figures', handler: (req) => answer(() => languages(req)) },
  {
    method: 'get',
    path: '/language-figures.csv',
    handler: (req) => answer(() => languageFile(req)),
  },
]

const day = z.iso.date()
const spanQuery = z.strictObject({ since: day.optional(), until: day.optional() })

/** The last thirty days where nothing else is asked for. */
async function spanOf(req: PayloadRequest, now: Date): Promise<[string, string]> {
  const asked = spanQuery
    .refine(({ since, until }) => !since || !until || since <= until, 'since comes before until')
    .refine(
      ({ since, until }) => !since || !until || daysBefore(until, mostDays - 1) <= since,
      `at most ${mostDays} days`,
    )
    .safeParse(Object.fromEntries(req.searchParams))
  if (!asked.success) throw incomplete(asked.error)
  const until = asked.data.until ?? (await todayOf(req.payload, now))
  return [asked.data.since ?? daysBefore(until, 29), until]
}

async function figures(req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  return Response.json(await figuresOf(reader, ...(await spanOf(req, reader.now))))
}

const columns = ['day', 'what', 'name', 'language', 'number', 'count'] as const

async function file(req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  const [since, until] = await spanOf(req, reader.now)
  const rows = await figureRows(reader, since, until)
  const cells = rows.map((row) => columns.map((name) => row[name] ?? ''))
  return csvFile(`figures-${since}-${until}.csv`, [columns, ...cells])
}

async function languages(req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  const [since, until] = await spanOf(req, reader.now)
  return Response.json({
    since,
    until,
    languages: await languageFiguresOf(reader, since, until),
  })
}

const languageColumns = [
  'language',
  'releases',
  'readable',
  'translations',
  'median',
  'upper',
  'live',
  'stale',
  'waived',
] as const

async function languageFile(req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  const [since, until] = await spanOf(req, reader.now)
  const rows = await languageFiguresOf(reader, since, until)
  const cells = rows.map((row) => languageColumns.map((name) => row[name] ?? ''))
  return csvFile(`languages-${since}-${until}.csv`, [languageColumns, ...cells])
}

function csvFile(name: string, rows: Parameters<typeof csv>[0]): Response {
  // Spreadsheet programs take a file without this mark for another encoding.
  return new Response(`\uFEFF${csv(rows)}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

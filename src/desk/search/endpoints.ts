import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../../admin/words/words.ts'
import { csv } from '../../syndication/csv.ts'
import { readerOf } from '../reader.ts'
import { answer, bodyOf, idOf, incomplete, signedIn } from '../rest.ts'
import { possibleIds } from '../sound-parts.ts'
import { forget, mostSaved, save, savedOf } from './saved.ts'
import { type Found, inFile, search, searchQuery, type SearchQuery } from './search.ts'

/** The routes of the desk's search. */
export const searchEndpoints: Endpoint[] = [
  { method: 'get', path: '/search', handler: (req) => answer(() => find(req)) },
  { method: 'get', path: '/search.csv', handler: (req) => answer(() => list(req)) },
  { method: 'get', path: '/my-searches', handler: (req) => answer(() => mine(req)) },
  { method: 'post', path: '/my-searches', handler: (req) => answer(() => keep(req)) },
  { method: 'delete', path: '/my-searches/:id', handler: (req) => answer(() => drop(req)) },
]

function queryOf(req: PayloadRequest): SearchQuery {
  const parsed = searchQuery.safeParse(Object.fromEntries(req.searchParams))
  if (!parsed.success) throw incomplete(parsed.error)
  return parsed.data
}

async function find(req: PayloadRequest): Promise<Response> {
  return Response.json(await search(readerOf(req), queryOf(req)))
}

const columns = ['type', 'id', 'headline', 'language', 'state', 'changed', 'found in'] as const

async function list(req: PayloadRequest): Promise<Response> {
  const { found } = await search(readerOf(req), { ...queryOf(req), page: 1 }, inFile)
  const rows = found.map((one) => columns.map((name) => cellOf(one, name)))
  // Spreadsheet programs take a file without this mark for another encoding.
  return new Response(`\uFEFF${csv([columns, ...rows])}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="search.csv"',
      'cache-control': 'private, no-store',
    },
  })
}

function cellOf(found: Found, column: (typeof columns)[number]): string {
  if (column !== 'found in') return found[column] ?? ''
  return found.passages.map(({ pieces }) => pieces.map(({ words }) => words).join('')).join(' | ')
}

async function mine(req: PayloadRequest): Promise<Response> {
  return Response.json({ searches: await savedOf(req.payload, signedIn(req).id) })
}

const kept = z.strictObject({
  name: z.string().trim().min(1, 'a name').max(100),
  query: z.string().max(2_000),
})

async function keep(req: PayloadRequest): Promise<Response> {
  const { id: person } = signedIn(req)
  const input = kept.safeParse(await bodyOf(req, '{"name": "…", "query": "q=…&state=…"}'))
  if (!input.success) throw incomplete(input.error)
  const { name, query } = input.data
  const asked = searchQuery.safeParse(Object.fromEntries(new URLSearchParams(query)))
  if (!asked.success) throw incomplete(asked.error)
  if (!(await save(req.payload, person, { name, query })))
    throw new APIError(
      wordsOf(req.i18n.language).searchesFull.replace('{most}', String(mostSaved)),
      409,
    )
  return Response.json({ searches: await savedOf(req.payload, person) }, { status: 201 })
}

async function drop(req: PayloadRequest): Promise<Response> {
  const { id: person } = signedIn(req)
  const [id] = possibleIds(req.payload, [idOf(req)])
  if (id) await forget(req.payload, person, id)
  return Response.json({ searches: await savedOf(req.payload, person) })
}

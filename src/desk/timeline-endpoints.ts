import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { csv } from '../syndication/csv.ts'
import type { TextType } from '../workflow/states.ts'
import { whatIn } from './bar.ts'
import { readerOf } from './reader.ts'
import { eventsOf, familyTexts, type Member, timelineKinds } from './family-timeline.ts'
import { answer, idOf, incomplete, missing } from './rest.ts'
import type { EventRow } from './timeline.ts'
import { checkChain } from './timeline-view.ts'
import { noteIn } from '../workflow/clock-notes.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'

/** The timeline of a text's family, to be read by programs and kept in files. */
export function timelineEndpoints(type: TextType): Endpoint[] {
  return [
    {
      method: 'get',
      path: '/:id/timeline',
      handler: (req) => answer(() => timeline(type, req)),
    },
    {
      method: 'get',
      path: '/:id/timeline/check',
      handler: (req) => answer(() => check(type, req)),
    },
  ]
}

const question = z.object({
  format: z.enum(['json', 'csv']).default('json'),
  kind: z.enum(timelineKinds).optional(),
  language: z.string().min(2).max(20).optional(),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(5000),
})

async function timeline(type: TextType, req: PayloadRequest): Promise<Response> {
  const reader = readerOf(req)
  const parsed = question.safeParse(Object.fromEntries(req.searchParams))
  if (!parsed.success) throw incomplete(parsed.error)
  const family = await familyTexts(reader, type, idOf(req))
  if (!family) throw missing()
  const { format, kind, language, ...page } = parsed.data
  const { events, more } = await eventsOf(reader, family, { kind, language }, page)
  const rows = events.map((event) => rowOf(event, family.members, req.i18n.language))
  const next = more ? (events.at(-1)?.number ?? null) : null
  const name = `timeline-${family.id}.${format}`
  const headers = new Headers({ 'content-disposition': `attachment; filename="${name}"` })
  if (next !== null) {
    const on = new URLSearchParams({ ...Object.fromEntries(req.searchParams), after: String(next) })
    headers.set('link', `<?${on.toString()}>; rel="next"`)
  }
  if (format === 'json')
    return Response.json({ family: family.id, events: rows, next }, { headers })
  headers.set('content-type', 'text/csv; charset=utf-8; header=present')
  // Spreadsheet programs take a file without this mark for another encoding.
  return new Response(
    `\uFEFF${csv([columns, ...rows.map((row) => columns.map((name) => row[name]))])}`,
    {
      headers,
    },
  )
}

const columns = [
  'number',
  'at',
  'what',
  'label',
  'by',
  'of',
  'subject',
  'language',
  'headline',
  'from',
  'to',
  'note',
  'revision',
  'edition',
  'fingerprintBefore',
  'fingerprintAfter',
  'previousHash',
  'hash',
] as const

function rowOf(
  event: EventRow,
  members: readonly Member[],
  language: string,
): Record<(typeof columns)[number], string | number> {
  const member = members.find(({ id }) => id === event.subject)
  const { actorName: by, actor: _actor, act: _act, family: _family, ...row } = event
  return {
    ...row,
    label: whatIn(event.what, language),
    note: noteIn(event.note, catalogueOf(language)),
    by,
    // As the text is now; empty when it is gone.
    language: member?.language ?? '',
    headline: member?.headline ?? '',
  }
}

async function check(type: TextType, req: PayloadRequest): Promise<Response> {
  const found = await checkChain(readerOf(req), type, idOf(req))
  if (!found) throw missing()
  return Response.json(found)
}

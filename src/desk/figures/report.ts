import { z } from 'zod'
import { text } from '../columns.ts'
import type { Reader } from '../desk-lists.ts'
import { familiesHiddenFrom } from '../restrictions.ts'
import { daysOf, type Sums } from './day.ts'

/** The figures of a span of days. */
export interface Figures {
  since: string
  until: string
  /** Every day on which anything was counted. */
  days: readonly { day: string; views: number; downloads: number; feeds: number }[]
  /** Most looked at first, then most taken. `type`: what the edition is of. */
  editions: readonly {
    edition: string
    type: string
    id: string
    number: number
    language: string
    headline: string
    views: number
    downloads: number
  }[]
  feeds: readonly { feed: string; fetches: number }[]
  /** Sites that led here, by name. */
  sites: readonly { site: string; views: number }[]
}

/** Rows that the figures are read from, each of one day: what a file of them holds. */
export interface FigureRow {
  day: string
  what: 'view' | 'download' | 'feed' | 'site'
  name: string
  language: string
  number: number | null
  count: number
}

const editionRow = z.looseObject({
  id: z.string(),
  subject: z.string(),
  of: z.string(),
  family: z.string(),
  number: z.number(),
  language: text,
  headline: text,
})
type Known = z.infer<typeof editionRow>

interface Read {
  days: { day: string; sums: Sums }[]
  known: ReadonlyMap<string, Known>
}

/** What this person may know of: counts of what is hidden from them are counted nowhere. */
async function read({ payload, actor }: Reader, since: string, until: string): Promise<Read> {
  const days = await daysOf(payload, since, until)
  const ids = [
    ...new Set(days.flatMap(({ sums }) => Object.keys({ ...sums.views, ...sums.downloads }))),
  ]
  const hidden = new Set(await familiesHiddenFrom(payload, actor.id))
  const known = new Map<string, Known>()
  for (let at = 0; at < ids.length; at += 500) {
    const { docs } = await payload.db.find({
      collection: 'editions',
      where: { id: { in: ids.slice(at, at + 500) } },
      limit: 0,
      pagination: false,
      select: {
        subject: true,
        of: true,
        family: true,
        number: true,
        language: true,
        headline: true,
      },
    })
    for (const one of docs.map((doc) => editionRow.parse(doc)))
      if (!hidden.has(one.family)) known.set(one.id, one)
  }
  const visible = (counts: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).filter(([edition]) => known.has(edition)))
  return {
    known,
    days: days.map(({ day, sums }) => ({
      day,
      sums: { ...sums, views: visible(sums.views), downloads: visible(sums.downloads) },
    })),
  }
}

const sumOf = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

function totals(days: Read['days'], kind: keyof Sums): [string, number][] {
  const sums = new Map<string, number>()
  for (const day of days)
    for (const [name, count] of Object.entries(day.sums[kind]))
      sums.set(name, (sums.get(name) ?? 0) + count)
  return [...sums].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
}

/** The figures of the days from one to another (`YYYY-MM-DD`, both included). */
export async function figuresOf(reader: Reader, since: string, until: string): Promise<Figures> {
  const { days, known } = await read(reader, since, until)
  const views = new Map(totals(days, 'views'))
  const downloads = new Map(totals(days, 'downloads'))
  const editions = [...known.values()]
    .map(({ id: edition, subject, of, number, language, headline }) => ({
      edition,
      type: of,
      id: subject,
      number,
      language,
      headline,
      views: views.get(edition) ?? 0,
      downloads: downloads.get(edition) ?? 0,
    }))
    .sort(
      (a, b) => b.views - a.views || b.downloads - a.downloads || (a.edition < b.edition ? -1 : 1),
    )
  return {
    since,
    until,
    days: days.map(({ day, sums }) => ({
      day,
      views: sumOf(sums.views),
      downloads: sumOf(sums.downloads),
      feeds: sumOf(sums.feeds),
    })),
    editions,
    feeds: totals(days, 'feeds').map(([feed, fetches]) => ({ feed, fetches })),
    sites: totals(days, 'sites').map(([site, count]) => ({ site, views: count })),
  }
}

/** The same day by day, as rows of a file. */
export async function figureRows(
  reader: Reader,
  since: string,
  until: string,
): Promise<FigureRow[]> {
  const { days, known } = await read(reader, since, until)
  const ofEditions = (day: string, what: 'view' | 'download', counts: Record<string, number>) =>
    Object.entries(counts).map(([edition, count]): FigureRow => {
      const { headline = '', language = '', number = null } = known.get(edition) ?? {}
      return { day, what, name: headline, language, number, count }
    })
  const named = (day: string, what: 'feed' | 'site', counts: Record<string, number>) =>
    Object.entries(counts).map(
      ([name, count]): FigureRow => ({ day, what, name, language: '', number: null, count }),
    )
  return days.flatMap(({ day, sums }) => [
    ...ofEditions(day, 'view', sums.views),
    ...ofEditions(day, 'download', sums.downloads),
    ...named(day, 'feed', sums.feeds),
    ...named(day, 'site', sums.sites),
  ])
}

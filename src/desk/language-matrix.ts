import type { Where } from 'payload'
import { z } from 'zod'
import { type State, states } from '../workflow/states.ts'
import { dayOf } from '../workflow/zoned-time.ts'
import { moment, text } from './columns.ts'
import { peopleOf, type Reader } from './desk-lists.ts'
import { related } from './documents.ts'
import { missionOf, todayOf } from './mission-facts.ts'
import { sourceOf } from './situation.ts'

/** Releases and languages: what is translated, by whom and until when, what lags behind, and what nobody has begun. */

export const matrixFilters = ['all', 'missing', 'stale', 'in-review', 'overdue'] as const

export const matrixQuery = z.strictObject({
  filter: z.enum(matrixFilters).default('all'),
  /** Only what is so in this language. */
  language: z.string().max(20).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export type MatrixQuery = z.infer<typeof matrixQuery>

/** One release in one language. */
export type MatrixCell = { language: string } & (
  | { kind: 'original' }
  | { kind: 'missing' }
  | {
      kind: 'translation'
      id: string
      state: State
      stale: boolean
      /** By name; empty where nobody is named. */
      translator: string
      /** `YYYY-MM-DD`, by the post's calendar. */
      dueOn: string | null
      overdue: boolean
      /** When it was last changed: ISO 8601, UTC. */
      changedAt: string
    }
)

export interface MatrixRow {
  release: string
  headline: string
  state: State
  changedAt: string
  /** One for each language of the matrix, in its order. */
  cells: MatrixCell[]
}

export interface Matrix {
  languages: string[]
  rows: MatrixRow[]
  page: number
  more: boolean
  /** Missing and stale are sought among so many releases, the last changed; null where all are asked. */
  among: number | null
}

const perPage = 30
/** Who has translated and what is missing depends on a release with all its translations: asked of so many of them. */
const newest = 300

const releaseRow = z.object({
  id: z.string(),
  headline: text,
  language: z.string(),
  state: z.enum(states),
  updatedAt: moment,
})
const translationRow = z.object({
  id: z.string(),
  release: related,
  language: z.string(),
  state: z.enum(states),
  madeFrom: text,
  translator: related,
  dueOn: moment,
  updatedAt: moment,
})
type Release = z.infer<typeof releaseRow>
type Translation = z.infer<typeof translationRow>

/** States in which somebody still has to do something by the day that was named. */
const atWork: readonly State[] = ['draft', 'in-review', 'approved']

export async function matrixOf(reader: Reader, query: MatrixQuery): Promise<Matrix> {
  const { languages } = await missionOf(reader.payload)
  const today = await todayOf(reader.payload, reader.now)
  const { releases, more, among } = await releasesFor(reader, query, languages, today)
  const rows = await rowsOf(reader, releases, languages, today)
  const wanted = among === null ? rows : rows.filter((row) => isWanted(row, query))
  const first = among === null ? 0 : (query.page - 1) * perPage
  return {
    languages,
    rows: wanted.slice(first, first + perPage),
    page: query.page,
    more: among === null ? more : wanted.length > first + perPage,
    among,
  }
}

function isWanted({ cells }: MatrixRow, { filter, language }: MatrixQuery): boolean {
  return cells.some((cell) => {
    if (language !== undefined && cell.language !== language) return false
    if (filter === 'missing') return cell.kind === 'missing'
    return filter === 'stale' && cell.kind === 'translation' && cell.stale
  })
}

interface Asked {
  releases: Release[]
  more: boolean
  among: number | null
}

async function releasesFor(
  reader: Reader,
  { filter, language, page }: MatrixQuery,
  languages: readonly string[],
  today: string,
): Promise<Asked> {
  if (filter === 'all') return { ...(await newestReleases(reader, perPage, page)), among: null }
  if (filter === 'missing' || filter === 'stale') {
    const { releases } = await newestReleases(reader, newest, 1)
    return { releases, more: false, among: newest }
  }
  const inLanguage: Where = { language: { in: language ? [language] : [...languages] } }
  const asked: Where[] =
    filter === 'in-review'
      ? [{ state: { equals: 'in-review' } }, inLanguage]
      : [{ dueOn: { less_than: today } }, { state: { in: [...atWork] } }, inLanguage]
  const { docs, hasNextPage } = await found(reader, 'translations', { and: asked }, perPage, page)
  const ids = [...new Set(docs.map((row) => translationRow.parse(row).release ?? ''))]
  const releases = await found(reader, 'releases', { id: { in: ids } }, perPage, 1)
  return {
    releases: releases.docs.map((row) => releaseRow.parse(row)),
    more: hasNextPage,
    among: null,
  }
}

async function newestReleases(
  reader: Reader,
  limit: number,
  page: number,
): Promise<{ releases: Release[]; more: boolean }> {
  const { docs, hasNextPage } = await found(
    reader,
    'releases',
    { state: { not_equals: 'withdrawn' } },
    limit,
    page,
  )
  return { releases: docs.map((row) => releaseRow.parse(row)), more: hasNextPage }
}

const selected = {
  releases: { headline: true, language: true, state: true, updatedAt: true },
  translations: {
    release: true,
    language: true,
    state: true,
    madeFrom: true,
    translator: true,
    dueOn: true,
    updatedAt: true,
  },
} as const

/** As this person may read it: what they may not know of isn't there. */
async function found(
  { payload, user }: Reader,
  collection: 'releases' | 'translations',
  where: Where,
  limit: number,
  page: number,
): Promise<{ docs: unknown[]; hasNextPage: boolean }> {
  return payload.find({
    collection,
    where,
    sort: '-updatedAt',
    limit,
    page,
    depth: 0,
    select: selected[collection],
    overrideAccess: false,
    user: user as never,
  })
}

/** As many as a list over REST holds. */
const atOnce = 500

async function translationsOf(reader: Reader, releases: readonly Release[]) {
  const all: Translation[] = []
  if (releases.length === 0) return all
  const where = { release: { in: releases.map(({ id }) => id) } }
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await found(reader, 'translations', where, atOnce, page)
    all.push(...docs.map((row) => translationRow.parse(row)))
    if (!hasNextPage) return all
  }
}

async function rowsOf(
  reader: Reader,
  releases: readonly Release[],
  languages: readonly string[],
  today: string,
): Promise<MatrixRow[]> {
  const translations = await translationsOf(reader, releases)
  const names = await peopleOf(
    reader.payload,
    translations.map(({ translator }) => translator),
  )
  const sources = await sourcesOf(reader, translations)
  return releases.map(({ id, headline, language: own, state, updatedAt }) => ({
    release: id,
    headline,
    state,
    changedAt: updatedAt ?? '',
    cells: languages.map((language): MatrixCell => {
      if (language === own) return { language, kind: 'original' }
      const there = translations.find((one) => one.release === id && one.language === language)
      if (!there) return { language, kind: 'missing' }
      const dueOn = dayOf(there.dueOn)
      return {
        language,
        kind: 'translation',
        id: there.id,
        state: there.state,
        stale: there.state !== 'withdrawn' && there.madeFrom !== sources.get(id),
        translator: names.get(there.translator ?? '') ?? '',
        dueOn,
        overdue: dueOn !== null && dueOn < today && atWork.includes(there.state),
        changedAt: there.updatedAt ?? '',
      }
    }),
  }))
}

const entry = z.looseObject({ subject: z.string(), fingerprint: z.string() })

/** What each release with translations says now, by fingerprint. */
async function sourcesOf(
  { payload }: Reader,
  translations: readonly Translation[],
): Promise<Map<string, string>> {
  const ids = [...new Set(translations.flatMap(({ release }) => (release ? [release] : [])))]
  const { docs } = await payload.db.find({
    collection: 'entries',
    where: { subject: { in: ids }, standing: { equals: 'live' } },
    limit: 0,
    pagination: false,
    select: { subject: true, fingerprint: true },
  })
  const known = new Map(
    docs.map((row) => {
      const { subject, fingerprint } = entry.parse(row)
      return [subject, fingerprint]
    }),
  )
  // What isn't public is measured by its text on the desk.
  for (const id of ids) if (!known.has(id)) known.set(id, (await sourceOf(payload, id)).fingerprint)
  return known
}

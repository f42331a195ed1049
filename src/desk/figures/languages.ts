import type { Payload } from 'payload'
import { z } from 'zod'
import { text } from '../columns.ts'
import type { Reader } from '../desk-lists.ts'
import { missionOf } from '../mission-facts.ts'
import { familiesHiddenFrom } from '../restrictions.ts'
import { boundsOfDays } from './span.ts'

/** How one language keeps up, in a span of days. */
export interface LanguageFigures {
  language: string
  /** Of the releases that were first published in the span and are live: how many can be read in this language. */
  releases: number
  readable: number
  /**
   * Of the translations among them: hours from the first publication of the release to theirs. Null where there is none;
   * half of them took `median` hours or less, three quarters `upper`.
   */
  translations: number
  median: number | null
  upper: number | null
  /** Of the translations that are live now, whenever they were published: how many lag behind their release. */
  live: number
  stale: number
  /** Warnings that were signed for in the span, in texts of this language. */
  waived: number
}

const entryRow = z.looseObject({
  subject: z.string(),
  of: z.string(),
  family: z.string(),
  language: z.string(),
  fingerprint: text,
  madeFrom: text,
  publishedAt: z.union([z.string(), z.date()]).transform((value) => new Date(value).getTime()),
})
type Row = z.infer<typeof entryRow>

/** The live texts of a language, through the index of lists. */
async function liveTexts(payload: Payload, language: string): Promise<Row[]> {
  const { docs } = await payload.db.find({
    collection: 'entries',
    where: {
      shelf: { equals: 'texts' },
      language: { equals: language },
      standing: { equals: 'live' },
    },
    limit: 0,
    pagination: false,
    select: {
      subject: true,
      of: true,
      family: true,
      language: true,
      fingerprint: true,
      madeFrom: true,
      publishedAt: true,
    },
  })
  return docs.map((row) => entryRow.parse(row))
}

/** The value below which this share of them lies; the nearest one that occurs (nearest-rank). */
function quantile(sorted: readonly number[], share: number): number | null {
  const place = Math.max(0, Math.ceil(share * sorted.length) - 1)
  return sorted[place] ?? null
}

const eventRow = z.looseObject({ subject: z.string(), family: z.string() })
const languageRow = z.looseObject({ id: z.string(), language: text })

/** Warnings that were signed for, by the language of the text. What is hidden from the person is counted nowhere. */
async function waivedIn(
  { payload, actor }: Reader,
  from: string,
  until: string,
): Promise<Map<string, number>> {
  const hidden = new Set(await familiesHiddenFrom(payload, actor.id))
  const { docs } = await payload.db.find({
    collection: 'events',
    where: { at: { greater_than_equal: from, less_than: until }, what: { equals: 'waive' } },
    limit: 0,
    pagination: false,
    select: { subject: true, family: true },
  })
  const subjects = docs
    .map((row) => eventRow.parse(row))
    .filter(({ family }) => !hidden.has(family))
    .map(({ subject }) => subject)
  const languages = new Map<string, string>()
  for (const collection of ['releases', 'translations'] as const) {
    const found = await payload.db.find({
      collection,
      where: { id: { in: [...new Set(subjects)] } },
      limit: 0,
      pagination: false,
      select: { language: true },
    })
    for (const row of found.docs.map((one) => languageRow.parse(one)))
      languages.set(row.id, row.language)
  }
  const counts = new Map<string, number>()
  for (const subject of subjects) {
    const language = languages.get(subject)
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

/** How each language of the mission keeps up from one day to another (`YYYY-MM-DD` at the post, both included). */
export async function languageFiguresOf(
  reader: Reader,
  since: string,
  until: string,
): Promise<LanguageFigures[]> {
  const { payload } = reader
  const { languages, zones } = await missionOf(payload)
  const span = boundsOfDays(since, until, zones.post)
  const [from, end] = [Date.parse(span.from), Date.parse(span.until)]
  const [waived, ...texts] = await Promise.all([
    waivedIn(reader, span.from, span.until),
    ...languages.map((language) => liveTexts(payload, language)),
  ])
  const releases = new Map(
    texts
      .flat()
      .filter(({ of }) => of === 'release')
      .map((one) => [one.family, one]),
  )
  const wanted = new Set(
    [...releases.values()]
      .filter(({ publishedAt }) => publishedAt >= from && publishedAt < end)
      .map(({ family }) => family),
  )
  return languages.map((language, at) => {
    const all = texts[at] ?? []
    const within = all.filter(({ family }) => wanted.has(family))
    const translations = all.filter(
      ({ of, family }) => of === 'translation' && releases.has(family),
    )
    const hours = translations
      .filter(({ family }) => wanted.has(family))
      .map((one) => (one.publishedAt - (releases.get(one.family)?.publishedAt ?? 0)) / 3_600_000)
      .sort((one, other) => one - other)
    return {
      language,
      releases: wanted.size,
      readable: within.length,
      translations: hours.length,
      median: quantile(hours, 0.5),
      upper: quantile(hours, 0.75),
      live: translations.length,
      stale: translations.filter(
        ({ family, madeFrom }) => madeFrom !== releases.get(family)?.fingerprint,
      ).length,
      waived: waived.get(language) ?? 0,
    }
  })
}

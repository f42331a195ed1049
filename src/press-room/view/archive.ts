import { archivePath, releasePath } from '../addresses.ts'
import { count, type Dated, day, monthName } from '../dates.ts'
import type { Entry, Mission } from '../records.ts'
import { releaseKinds } from '../../workflow/states.ts'
import { wordsFor } from '../words/words.ts'
import { alternatesOf, type Frame, frameOf, languageName } from './frame.ts'
import { type Paging, pagingOf } from './lists.ts'
import type { Picture } from './pictures.ts'

interface Facts {
  mission: Mission
  logo: Picture | null
  origin: string
  language: string
  /** Those that have something in this time. */
  languages: readonly string[]
}

/** `year`: null on the first page. `periods`: years (`2026`) or months (`2026-11`) with what they have. */
export interface ArchiveFacts extends Facts {
  year: string | null
  periods: readonly { name: string; count: number }[]
}

export interface MonthFacts extends Facts {
  year: string
  month: string
  page: number
  more: boolean
  entries: readonly Entry[]
  total: number
  /** The newest month before this one that has something, `YYYY-MM`. */
  older: string | null
}

export interface ArchivePage {
  frame: Frame
  title: string
  periods: readonly { href: string; name: string; count: string }[]
  /** Back to the whole archive; null there. */
  whole: string | null
}

export interface MonthPage {
  frame: Frame
  title: string
  total: string
  rows: readonly { href: string; headline: string; kind: string; date: Dated }[]
  paging: Paging | null
  year: { href: string; name: string }
  older: { href: string; name: string } | null
}

function archiveFrame(
  { mission, logo, origin, language, languages }: Facts,
  title: string,
  pathIn: (language: string) => string,
  first = true,
): Frame {
  const versions = mission.languages
    .filter((one) => languages.includes(one))
    .map((one) => ({
      language: one,
      name: languageName(one),
      href: pathIn(one),
      current: one === language,
    }))
  return frameOf({
    mission,
    logo,
    origin,
    language,
    section: 'releases',
    path: pathIn(language),
    title,
    languages: versions,
    alternates: first ? alternatesOf(versions, mission.defaultLanguage, origin) : [],
  })
}

const [yearOf, monthOf] = [
  (period: string) => period.slice(0, 4),
  (period: string) => period.slice(5),
]

/** The years of the archive, or the months of a year. */
export function archivePage(facts: ArchiveFacts): ArchivePage {
  const { language, year } = facts
  const words = wordsFor(language)
  const title = year === null ? words.archive : `${words.archive}: ${year}`
  return {
    frame: archiveFrame(facts, title, (one) => archivePath(one, year ?? undefined)),
    title,
    periods: facts.periods.map(({ name, count: found }) => ({
      href: archivePath(language, yearOf(name), monthOf(name) || undefined),
      name: monthOf(name) ? monthName(name, language) : name,
      count: count(found, language),
    })),
    whole: year === null ? null : archivePath(language),
  }
}

/** The texts of a month, newest first. */
export function monthPage(facts: MonthFacts): MonthPage {
  const { language, year, month, page, mission, older } = facts
  const words = wordsFor(language)
  const title = monthName(`${year}-${month}`, language)
  const numbered = page > 1 ? ` – ${words.page(count(page, language))}` : ''
  const pathIn = (one: string) => archivePath(one, year, month)
  return {
    frame: {
      ...archiveFrame(facts, `${title} – ${words.archive}${numbered}`, pathIn, page === 1),
      canonical: facts.origin + archivePath(language, year, month, page),
    },
    title,
    total: words.found(count(facts.total, language)),
    rows: facts.entries.map(({ slug, headline, kind, publishedAt }) => {
      const known = releaseKinds.find((one) => one === kind)
      return {
        href: releasePath(language, slug),
        headline,
        kind: known ? words.kinds[known] : '',
        date: day(publishedAt, language, mission.timeZone),
      }
    }),
    paging: pagingOf(facts, (number) => archivePath(language, year, month, number)),
    year: { href: archivePath(language, year), name: `${words.archive}: ${year}` },
    older:
      older === null
        ? null
        : {
            href: archivePath(language, yearOf(older), monthOf(older)),
            name: monthName(older, language),
          },
  }
}

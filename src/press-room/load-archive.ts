import { boundsOf, dayIn } from '../workflow/month.ts'
import type { Basics } from './load.ts'
import type { PressStore } from './store.ts'
import type { ArchiveFacts, MonthFacts } from './view/archive.ts'

/** What the pages of the archive ask of the store: counts and months along the index of lists. */

/** A year (`2026`) or a month (`2026-11`) as the mission's clocks have it. */
function spanOf(period: string, timeZone: string): { since: string; until: string } {
  if (period.length > 4) {
    const { from, until } = boundsOf(period, timeZone)
    return { since: from, until }
  }
  return {
    since: boundsOf(`${period}-01`, timeZone).from,
    until: boundsOf(`${period}-12`, timeZone).until,
  }
}

const twelve = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

async function counted(
  store: PressStore,
  language: string,
  periods: readonly string[],
  timeZone: string,
): Promise<ArchiveFacts['periods']> {
  const counts = await Promise.all(
    periods.map(async (name) => ({
      name,
      count: await store.countWithin(language, spanOf(name, timeZone)),
    })),
  )
  return counts.filter(({ count }) => count > 0)
}

/** The years that have live texts, newest first; of one year, its months. Null where there is nothing. */
export async function loadArchive(
  store: PressStore,
  basics: Basics,
  { language, year }: { language: string; year: string | null },
): Promise<ArchiveFacts | null> {
  const { timeZone } = basics.mission
  const periods = year
    ? twelve.map((month) => `${year}-${month}`).toReversed()
    : await yearsOf(store, language, timeZone)
  const found = await counted(store, language, periods, timeZone)
  if (year && found.length === 0) return null
  return {
    ...basics,
    language,
    year,
    periods: found,
    languages: year
      ? await languagesWith(store, basics, language, year)
      : [...basics.mission.languages],
  }
}

async function yearsOf(store: PressStore, language: string, timeZone: string): Promise<string[]> {
  const [first, { entries }] = await Promise.all([
    store.firstIn(language),
    store.latest(language, 'texts', { page: 1, size: 1 }),
  ])
  const last = entries[0]?.publishedAt
  if (first === null || last === undefined) return []
  const yearOf = (moment: string): number => Number(dayIn(moment, timeZone).slice(0, 4))
  const newest = yearOf(last)
  return Array.from({ length: newest - yearOf(first) + 1 }, (_, at) => String(newest - at))
}

/** The languages of the mission that have something in this time, the page's own among them. */
async function languagesWith(
  store: PressStore,
  { mission }: Basics,
  language: string,
  period: string,
): Promise<string[]> {
  const span = spanOf(period, mission.timeZone)
  const there = await Promise.all(
    mission.languages.map(
      async (one) => one === language || (await store.countWithin(one, span)) > 0,
    ),
  )
  return mission.languages.filter((_, at) => there[at])
}

/** One page of the live texts of a month, newest first; null where there is nothing. */
export async function loadMonth(
  store: PressStore,
  basics: Basics,
  asked: { language: string; year: string; month: string; page: number; size: number },
): Promise<MonthFacts | null> {
  const { language, year, month, page, size } = asked
  const { timeZone } = basics.mission
  const period = `${year}-${month}`
  const { since, until } = spanOf(period, timeZone)
  const bounds = { since, until: { at: until, included: false } }
  const rows = await store.within(language, bounds, page * size + 1)
  const entries = rows.slice((page - 1) * size, page * size)
  if (entries.length === 0) return null
  const [older] = await store.within(
    language,
    { since: null, until: { at: since, included: false } },
    1,
  )
  return {
    ...basics,
    language,
    year,
    month,
    page,
    entries,
    more: rows.length > page * size,
    total: await store.countWithin(language, { since, until }),
    older: older ? dayIn(older.publishedAt, timeZone).slice(0, 7) : null,
    languages: await languagesWith(store, basics, language, period),
  }
}

/** Names and moments as the desk says them, in a person's language. */

/** British order of day and month; the other tags are locales as they are. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/**
 * Making a format takes a hundred times as long as using it, and a month holds thousands of moments. There are as many
 * as languages, ways of saying it and time zones of the mission.
 */
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options)
  formats.set(key, known)
  return known
}

const languageNames = new Map<string, Intl.DisplayNames>()

/** The name of a language in another one: "norsk bokmål" for `nb` in `nb`, "Norwegian Bokmål" in `en`. */
export function languageIn(tag: string, language: string): string {
  const names =
    languageNames.get(language) ?? new Intl.DisplayNames([localeOf(language)], { type: 'language' })
  languageNames.set(language, names)
  return names.of(tag) ?? tag
}

/** Names as one list, joined as the language does it: "a, b and c", or "a, b or c" for a disjunction. */
export function listIn(
  names: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(localeOf(language), { type }).format(names)
}

/** Day and time of a moment (ISO 8601) in a time zone, with the year where that matters. */
export function momentIn(
  moment: string,
  language: string,
  timeZone: string,
  withYear = false,
): string {
  return dateFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(moment))
}

/** A moment in both time zones of the mission, each with its city, for a sentence to be filled with. */
export function inBothZones(
  moment: string,
  { post, capital }: { post: string; capital: string },
  language: string,
): Record<'post' | 'zonePost' | 'capital' | 'zoneCapital', string> {
  return {
    post: momentIn(moment, language, post),
    zonePost: cityOf(post),
    capital: momentIn(moment, language, capital),
    zoneCapital: cityOf(capital),
  }
}

/** Time of day of a moment (ISO 8601) in a time zone. */
export function hourIn(moment: string, language: string, timeZone: string): string {
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return dateFormat(language, format).format(new Date(moment))
}

/** "Thursday 5 November" of a day `YYYY-MM-DD`. */
export function dayNameIn(day: string, language: string): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return dateFormat(language, format).format(new Date(`${day}T00:00:00Z`))
}

/** "5 Nov 2026" of a day `YYYY-MM-DD`, for a column. */
export function shortDayIn(day: string, language: string): string {
  const format = { dateStyle: 'medium', timeZone: 'UTC' } as const
  return dateFormat(language, format).format(new Date(`${day}T00:00:00Z`))
}

/** "November 2026" of a month `YYYY-MM`. */
export function monthNameIn(month: string, language: string): string {
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return dateFormat(language, format).format(new Date(`${month}-01T00:00:00Z`))
}

/** The days of a week, Monday first. */
export function weekdaysIn(language: string): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    // 1 January 2024 was a Monday.
    const day = new Date(Date.UTC(2024, 0, 1 + index))
    const name = (weekday: 'short' | 'long') =>
      dateFormat(language, { weekday, timeZone: 'UTC' }).format(day)
    return { short: name('short'), long: name('long') }
  })
}

/** How long ago, or how long until: "12 minutes ago". */
export function relativeIn(moment: string, now: Date, language: string): string {
  const minutes = Math.round((Date.parse(moment) - now.getTime()) / 60_000)
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  const hours = Math.round(minutes / 60)
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  return Math.abs(hours) < 24
    ? format.format(hours, 'hour')
    : format.format(Math.round(hours / 24), 'day')
}

/** Day, year and time in UTC, and says so: of what comes from elsewhere. */
export function utcIn(moment: string, language: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${dateFormat(language, format).format(new Date(moment))} UTC`
}

/** The city that a time zone is named after: "Oslo" for `Europe/Oslo`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

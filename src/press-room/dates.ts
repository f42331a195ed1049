/** A moment or day as a page shows it: `iso` for machines, `text` for people. */
export interface Dated {
  iso: string
  text: string
}

/** British order of day and month; the other tags are locales as they are. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** The day of a moment (ISO 8601) in a time zone, in words of a language. */
export function day(moment: string, language: string, timeZone: string): Dated {
  const text = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone })
  return { iso: moment, text: text.format(new Date(moment)) }
}

/** A calendar day (`YYYY-MM-DD`), which is the same day in every zone. */
export function calendarDay(date: string, language: string): Dated {
  return { ...day(`${date}T12:00:00Z`, language, 'UTC'), iso: date }
}

/** A month (`YYYY-MM`) as a heading. */
export function monthName(month: string, language: string): string {
  const locale = localeOf(language)
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const text = name.format(new Date(`${month}-15T12:00:00Z`))
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)
}

/** Day, time and zone of a moment. */
export function minute(moment: string, language: string, timeZone: string): Dated {
  const text = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  return { iso: moment, text: text.format(new Date(moment)) }
}

/** A whole number with the separators of a language. */
export function count(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(value)
}

/** A length of time in minutes, as short as the language says it. */
export function shortMinutes(value: number, language: string): string {
  const how = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const
  return new Intl.NumberFormat(localeOf(language), how).format(value)
}

/** A file's size as people say it: kB below a million bytes, MB from there on, one decimal at most. */
export function bytes(size: number, language: string): string {
  const [value, unit] =
    size < 1_000_000 ? [size / 1000, 'kilobyte'] : [size / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'kilobyte' || value >= 10 ? 0 : 1,
  }).format(unit === 'kilobyte' ? Math.max(1, Math.round(value)) : value)
}

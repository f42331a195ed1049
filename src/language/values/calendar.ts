import type { Language } from '../languages.ts'
import { lookup, numbered, type Lookup } from './forms.ts'
import type { Forms, Table } from './tables/table.ts'
import { fold } from './tokens.ts'

/** `short`: an abbreviation, which needs a day or a year beside it. */
export interface MonthName {
  month: number
  short: boolean
}

export interface Calendar {
  months: Lookup<MonthName>
  /** Monday is 1. */
  weekdays: Lookup<number>
  of: ReadonlySet<string>
  the: ReadonlySet<string>
  year: ReadonlySet<string>
  to: ReadonlySet<string>
}

const set = (forms: Forms): ReadonlySet<string> =>
  new Set(forms.split(' ').filter(Boolean).map(fold))

/** Names of months and weekdays from CLDR, with the further forms of the table. */
export function calendarOf(lang: Language, table: Table['calendar']): Calendar {
  const long = twelve((month) => monthNames(lang, month, 'long'))
  const short = twelve((month) => monthNames(lang, month, 'short'))
  const extra = numbered(table.months)
  return {
    months: lookup<MonthName>([
      ...long.map(([month, forms]) => [{ month, short: false }, forms] as const),
      ...extra.map(([month, forms]) => [{ month, short: false }, ofLength(forms, false)] as const),
      ...short.map(([month, forms]) => [{ month, short: true }, forms] as const),
      ...extra.map(([month, forms]) => [{ month, short: true }, ofLength(forms, true)] as const),
    ]),
    weekdays: lookup([
      ...Array.from(
        { length: 7 },
        (_, index) => [index + 1, weekdayName(lang, index + 1)] as const,
      ),
      ...numbered(table.weekdays),
    ]),
    of: set(table.of),
    the: set(table.the),
    year: set(table.year),
    to: set(table.to),
  }
}

/** In a table, what is short and only Latin letters is an abbreviation. */
function ofLength(forms: Forms, short: boolean): Forms {
  return forms
    .split(' ')
    .filter((form) => /^[a-zéû]{1,5}$/.test(form) === short)
    .join(' ')
}

function twelve(names: (month: number) => string[]): [number, Forms][] {
  return Array.from({ length: 12 }, (_, index) => [index + 1, names(index + 1).join(' ')])
}

/** As it stands alone and with a day: март, марта. */
function monthNames(lang: Language, month: number, style: 'long' | 'short'): string[] {
  const date = new Date(Date.UTC(2024, month - 1, 1))
  const alone = new Intl.DateTimeFormat(lang, { month: style, timeZone: 'UTC' })
  const withDay = new Intl.DateTimeFormat(lang, { month: style, day: 'numeric', timeZone: 'UTC' })
  return [alone, withDay]
    .map((format) => format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '')
    .map((name) => name.replace(/\.$/, ''))
    .filter((name) => /^\p{L}[\p{L}\p{M}'’]*$/u.test(name))
}

/** 1 January 2024 was a Monday. */
function weekdayName(lang: Language, weekday: number): string {
  const date = new Date(Date.UTC(2024, 0, weekday))
  return new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(date)
}

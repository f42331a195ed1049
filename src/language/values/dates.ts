import { lexiconOf } from './lexicon.ts'
import type { Span } from '../fidelity/pair.ts'
import type { MonthName } from './calendar.ts'
import {
  free,
  isCapital,
  isDash,
  isStopAfter,
  type Reading,
  spanOf,
  take,
  takeSpan,
  tokenFrom,
} from './reading.ts'
import type { DateParts, DateValue } from './value.ts'
import { wordNumberAt } from './word-numbers.ts'

/** Dates in digits and with names of months, ranges and lists of days, months with or without a year, weekdays. */
export function readDates(reading: Reading): void {
  readNumericDates(reading)
  for (let index = 0; index < reading.tokens.length; index++) {
    const token = free(reading, index)
    if (token?.kind === 'word') readNamedMonth(reading, index)
  }
  readWeekdays(reading)
  readRelatives(reading)
}

const earliest = 1000
const latest = 2199

const isoDate = /(?<![\p{N}.,/-])(\p{Nd}{4})-(\p{Nd}{2})-(\p{Nd}{2})(?![\p{N}]|-\p{N})/gu
const dayFirst =
  /(?<![\p{N}.,/-])(\p{Nd}{1,2})(?:([./])[ \u00a0]?(\p{Nd}{1,2})\2[ \u00a0]?|(\/)(\p{Nd}{1,2})[- ])(\p{Nd}{4}|\p{Nd}{2})(?![\p{N}]|[.,/-]\p{N})/gu

function readNumericDates(reading: Reading): void {
  for (const match of reading.text.matchAll(isoDate)) {
    const [year, month, day] = match.slice(1, 4).map(Number)
    const parts = valid(year, month, day)
    if (parts) push(reading, match.index, match.index + match[0].length, [parts], [])
  }
  const english = reading.lexicon.lang === 'en'
  for (const match of reading.text.matchAll(dayFirst)) {
    const first = Number(match[1])
    const second = Number(match[3] ?? match[5])
    const year = fullYear(match[6] ?? '')
    const dayMonth = valid(year, second, first)
    const monthDay = match[2] === '/' ? valid(year, first, second) : null
    const both = [dayMonth, monthDay].filter((parts) => parts !== null)
    const own = english ? both : both.slice(0, dayMonth ? 1 : 0)
    const foreign = english ? [] : both.slice(own.length)
    if (both.length > 0) push(reading, match.index, match.index + match[0].length, own, foreign)
  }
}

function push(
  reading: Reading,
  start: number,
  end: number,
  own: DateParts[],
  foreign: DateParts[],
): void {
  takeSpan(reading, { start, end })
  const value: DateValue = {
    kind: 'date',
    weight: 'firm',
    start,
    end,
    own,
    foreign,
    weekday: null,
    weekdaySpan: null,
    alien: false,
    phrase: start,
  }
  reading.values.push(value)
  attachWeekday(reading, value, tokenFrom(reading, start), tokenFrom(reading, end))
}

function valid(year: number | undefined, month = 0, day = 0): DateParts | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { year: year ?? null, month, day }
}

/** Two digits are of this century, or of the last one where that would be far in the future. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 60 ? 2000 + year : 1900 + year
}

interface Day {
  day: number
  /** Indexes of its first token, and behind its last. */
  start: number
  end: number
}

function readNamedMonth(reading: Reading, at: number): void {
  const named = monthAt(reading, at)
  if (!named) return
  const { month, short, alien } = named
  const { tokens, lexicon } = reading
  const days = daysBefore(reading, at)
  let end = isStopAfter(tokens[at + 1]) && short ? at + 2 : at + 1
  let monthFirst = false
  if (days.length === 0) {
    const after = daysAfter(reading, at, end, alien)
    days.push(...after)
    if (after.length > 0) {
      end = after.at(-1)?.end ?? end
      monthFirst = lexicon.lang !== 'en' && lexicon.lang !== 'kk'
    }
  }
  let start = Math.min(at, ...days.map((day) => day.start))
  const later = yearAfter(reading, end)
  const year = later ?? yearBefore(reading, start)
  if (year) {
    start = Math.min(start, year.start)
    end = Math.max(end, year.end)
  }
  const surely = days.length > 0 || year !== null
  if (!surely && (short || !standsAsMonth(reading, at))) return
  if (short && !year && !isStopAfter(tokens[at + 1]) && lexicon.lang !== 'en') return
  take(reading, start, end)
  const dates: DateValue[] = (days.length > 0 ? days : [null]).map((day) => ({
    kind: 'date',
    weight: day ? 'firm' : year ? 'firm' : 'soft',
    ...spanOfDay(reading, days, day, start, end),
    own: [{ year: year?.year ?? null, month, day: day?.day ?? null }],
    foreign: [],
    weekday: null,
    weekdaySpan: null,
    alien: alien || (monthFirst && days.length > 0),
    phrase: tokens[start]?.start ?? 0,
  }))
  reading.values.push(...dates)
  const last = dates.at(-1)
  if (last && days.length === 1) attachWeekday(reading, last, start, end)
}

/** Of several days, one carries the month: the last one before it. */
function spanOfDay(
  reading: Reading,
  days: readonly Day[],
  day: Day | null,
  start: number,
  end: number,
): Span {
  if (!day || days.length === 1) return spanOf(reading, start, end)
  return day === days.at(-1)
    ? spanOf(reading, day.start, Math.max(end, day.end))
    : spanOf(reading, day.start, day.end)
}

function monthAt(reading: Reading, at: number): (MonthName & { alien: boolean }) | null {
  const token = reading.tokens[at]
  if (!token) return null
  const { lexicon } = reading
  const own = lexicon.calendar.months.get(token.key)
  if (own) {
    const needsCapital = lexicon.table.calendar.capital && lexicon.lang === 'en'
    return needsCapital && !isCapital(token) ? null : { ...own, alien: false }
  }
  if (lexicon.lang === 'en' || !isCapital(token)) return null
  const english = lexiconOf('en').calendar.months.get(token.key)
  if (!english || english.short) return null
  // Only beside a number is it surely a month, and not a name.
  const beside = [reading.tokens[at - 1], reading.tokens[at + 1]].some(
    (one) => one?.kind === 'digits',
  )
  return beside ? { ...english, alien: true } : null
}

const englishNames = /^(may|march|august|april|june)$/
const beforeMonth =
  /^(in|of|by|since|until|till|from|to|for|during|last|next|this|early|late|mid|between|and)$/

/** A month alone: not May, Mars or August as names. */
function standsAsMonth({ lexicon, tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (lexicon.lang === 'en')
    return !englishNames.test(token.key) || beforeMonth.test(tokens[at - 1]?.key ?? '')
  if (lexicon.lang === 'de') return true
  return !isCapital(token)
}

/** 3 March; 3–5 March; 3, 4 and 5 March; the third of March. In their order. */
function daysBefore(reading: Reading, month: number): Day[] {
  const { lexicon } = reading
  let before = month - 1
  const joint = reading.tokens[before]
  if (joint && (lexicon.calendar.of.has(joint.key) || (isDash(joint) && joint.gap === ''))) before--
  const last = dayEndingAt(reading, before)
  if (!last) return []
  const days = [last]
  let sure = false
  for (let first = last; days.length < 8; ) {
    let joint = first.start - 1
    while (lexicon.calendar.the.has(reading.tokens[joint]?.key ?? '') && !isJoint(reading, joint))
      joint--
    if (!isJoint(reading, joint)) break
    const comma = reading.tokens[joint]?.text === ','
    if (comma && !sure) break
    sure = true
    const day = dayEndingAt(reading, joint - 1)
    if (!day || reading.tokens[day.start]?.kind !== 'digits') break
    days.unshift(day)
    first = day
  }
  return days
}

function isJoint(reading: Reading, index: number): boolean {
  const token = free(reading, index)
  if (!token) return false
  return isDash(token) || token.text === ',' || reading.lexicon.calendar.to.has(token.key)
}

/** A day of a month whose last token is at an index: `3`, `3.`, `3rd`, `third`, `3-го`. */
function dayEndingAt(reading: Reading, index: number): Day | null {
  const { tokens, lexicon } = reading
  const last = free(reading, index)
  if (!last) return null
  if (last.kind === 'digits') return digitDay(reading, index, index + 1)
  if (last.text === '.' && last.gap === '' && tokens[index - 1]?.kind === 'digits')
    return digitDay(reading, index - 1, index + 1)
  if (last.kind !== 'word') return null
  if (lexicon.suffixes.has(last.key) && last.gap === '') {
    const digits = isDash(tokens[index - 1]) ? index - 2 : index - 1
    if (tokens[digits]?.kind === 'digits') return digitDay(reading, digits, index + 1)
  }
  for (const start of [index - 2, index - 1, index]) {
    if (start < 0 || reading.taken[start]) continue
    const number = wordNumberAt(tokens, start, lexicon)
    const counts = number?.ordinal || lexicon.lang === 'es' || lexicon.lang === 'fr'
    if (number && counts && number.end === index + 1 && number.value >= 1 && number.value <= 31)
      return { day: number.value, start, end: index + 1 }
  }
  return null
}

function digitDay(reading: Reading, digits: number, end: number): Day | null {
  const token = free(reading, digits)
  const before = reading.tokens[digits - 1]
  if (!token || token.key.length > 2) return null
  // 1.3 March is no date.
  const continues =
    token.gap === '' && (before?.text === ',' || before?.text === '.' || before?.text === '/')
  if (continues && reading.tokens[digits - 2]?.kind === 'digits') return null
  const day = Number(token.key)
  return day >= 1 && day <= 31 ? { day, start: digits, end } : null
}

/** March 3; March 3–5; наурыздың 3-і. */
function daysAfter(reading: Reading, month: number, from: number, alien: boolean): Day[] {
  const { tokens, lexicon } = reading
  const first = lexicon.calendar.the.has(tokens[from]?.key ?? '') ? from + 1 : from
  const day = dayStartingAt(reading, first)
  if (!day || tokens[first]?.gap === '') return []
  if (lexicon.lang === 'kk' && !alien)
    return /[ндт][ыі]ң$/u.test(tokens[month]?.key ?? '') ? [day] : []
  const days = [day]
  for (let last = day; days.length < 8; ) {
    const joint = tokens[last.end]
    const next =
      joint && (isDash(joint) || lexicon.calendar.to.has(joint.key))
        ? dayStartingAt(reading, last.end + 1)
        : null
    // `March 3 to April 5`, `March 3 and 20 ministers`: only a dash surely joins days.
    if (!next || !isDash(joint)) break
    days.push(next)
    last = next
  }
  // Elsewhere a number behind a month is mostly another number: «i mars 3 personer».
  if (lexicon.lang !== 'en' && !alien && !yearAfter(reading, days.at(-1)?.end ?? from)) return []
  return days
}

function dayStartingAt(reading: Reading, index: number): Day | null {
  const { tokens, lexicon } = reading
  const token = free(reading, index)
  if (token?.kind !== 'digits' || token.key.length > 2) return null
  const next = tokens[index + 1]
  const decimal =
    next !== undefined &&
    /^[.,:/]$/.test(next.text) &&
    next.gap === '' &&
    tokens[index + 2]?.kind === 'digits' &&
    tokens[index + 2]?.gap === ''
  if (decimal) return null
  if (next?.text === '%') return null
  let end = index + 1
  const suffix = isDash(next) && next?.gap === '' ? index + 2 : index + 1
  if (tokens[suffix]?.gap === '' && lexicon.suffixes.has(tokens[suffix]?.key ?? ''))
    end = suffix + 1
  else if (lexicon.table.numbers.dotOrdinals && isStopAfter(tokens[end])) end++
  const day = Number(token.key)
  return day >= 1 && day <= 31 ? { day, start: index, end } : null
}

interface Year {
  year: number
  start: number
  end: number
}

function yearAfter(reading: Reading, from: number): Year | null {
  const { tokens, lexicon } = reading
  let index = from
  if (tokens[index]?.text === ',') index++
  while (lexicon.calendar.of.has(tokens[index]?.key ?? '') && index < from + 3) index++
  const year = yearAt(reading, index)
  if (!year) return null
  // Behind a comma a number may be an amount: «3 March, 2000 people».
  return { ...year, end: behindYearWords(reading, index + 1) }
}

/** 2026 жылғы 3 наурыз */
function yearBefore(reading: Reading, start: number): Year | null {
  const { tokens, lexicon } = reading
  if (!lexicon.table.calendar.yearFirst) return null
  let index = start - 1
  if (isStopAfter(tokens[index])) index--
  if (!lexicon.calendar.year.has(tokens[index]?.key ?? '')) return null
  const year = yearAt(reading, index - 1)
  return year ? { ...year, end: start } : null
}

function yearAt(reading: Reading, index: number): Year | null {
  const token = free(reading, index)
  if (token?.kind !== 'digits' || token.key.length !== 4) return null
  const year = Number(token.key)
  const { tokens } = reading
  const next = tokens[index + 1]
  const continues =
    next !== undefined &&
    /^[.,]$/.test(next.text) &&
    next.gap === '' &&
    tokens[index + 2]?.kind === 'digits' &&
    tokens[index + 2]?.gap === ''
  return year >= earliest && year <= latest && !continues
    ? { year, start: index, end: index + 1 }
    : null
}

function behindYearWords(reading: Reading, from: number): number {
  const { tokens, lexicon } = reading
  const suffix =
    isDash(tokens[from]) &&
    tokens[from]?.gap === '' &&
    lexicon.suffixes.has(tokens[from + 1]?.key ?? '')
      ? from + 2
      : from
  if (!lexicon.calendar.year.has(tokens[suffix]?.key ?? '')) return suffix
  const short = (tokens[suffix]?.key.length ?? 0) <= 2
  return short && isStopAfter(tokens[suffix + 1]) ? suffix + 2 : suffix + 1
}

/** Tuesday, 3 March; 3 March (Tuesday). */
function attachWeekday(reading: Reading, date: DateValue, start: number, end: number): void {
  const { tokens, lexicon } = reading
  const { weekdays, the } = lexicon.calendar
  let before = start - 1
  for (let skipped = 0; skipped < 3; skipped++, before--) {
    const token = tokens[before]
    if (!token || !(the.has(token.key) || /^[,(.]$/.test(token.text))) break
  }
  const weekdayBefore = weekdays.get(tokens[before]?.key ?? '')
  if (weekdayBefore !== undefined && !reading.taken[before]) {
    attach(weekdayBefore, before)
    return
  }
  const after = /^[,(]$/.test(tokens[end]?.text ?? '') ? end + 1 : end
  const weekdayAfter = weekdays.get(tokens[after]?.key ?? '')
  const followed = [1, 2, 3].some((offset) => tokens[after + offset]?.kind === 'digits')
  if (weekdayAfter !== undefined && !reading.taken[after] && !followed) attach(weekdayAfter, after)

  function attach(weekday: number, at: number): void {
    date.weekday = weekday
    date.weekdaySpan = spanOf(reading, at, at + 1)
    take(reading, at, at + 1)
  }
}

function readWeekdays(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || reading.taken[index]) continue
    const weekday = reading.lexicon.calendar.weekdays.get(token.key)
    if (weekday === undefined) continue
    reading.values.push({
      kind: 'weekday',
      weight: 'faint',
      weekday,
      start: token.start,
      end: token.end,
    })
  }
}

function readRelatives(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word') continue
    const phrases = reading.lexicon.relative.get(token.key)
    const found = phrases?.some((keys) =>
      keys.every((key, offset) => reading.tokens[index + offset]?.key === key),
    )
    if (found)
      reading.values.push({ kind: 'relative', weight: 'faint', start: token.start, end: token.end })
  }
}

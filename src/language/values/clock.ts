import { phraseAt, type Phrases } from './phrases.ts'
import { free, isDash, isStopAfter, type Reading, spanOf, take } from './reading.ts'
import { scaleAt } from './scales.ts'
import { zoneAt } from './time-zones.ts'
import { unitAt } from './units.ts'
import type { TimeValue } from './value.ts'
import { wordNumberAt } from './word-numbers.ts'

const day = 1440
export const hour = 60

/** An hour, with or without minutes. */
export interface Clock {
  minutes: number
  /** Only one half of the day can be meant. */
  exact: boolean
  /** It can't be anything else than a time. */
  evident?: boolean
  /** Index of the token behind it. */
  end: number
}

/** 14:30, 14.30, 14h30. A colon is evidence enough of a time; a point isn't. */
export function withMinutes(reading: Reading, at: number): Clock | null {
  const hours = free(reading, at)
  const mark = free(reading, at + 1)
  const minutes = free(reading, at + 2)
  if (!hours || !mark || minutes?.kind !== 'digits' || hours.key.length > 2) return null
  const colon = mark.text === ':' && mark.gap === ''
  const point = mark.text === '.' && mark.gap === ''
  const aitch = mark.key === 'h' || mark.key === 'uhr'
  if (!(colon || point || aitch) || minutes.key.length !== 2) return null
  if (!aitch && minutes.gap !== '') return null
  if (goesOn(reading, at + 3)) return null
  const total = minutesOf(hours.key, minutes.key)
  const evident = colon || aitch
  // 03.20 is in the morning.
  const exact = evident || hours.key.startsWith('0')
  return total === null ? null : { minutes: total, exact, evident, end: at + 3 }
}

/** 12:30:45, 1.20.3 */
function goesOn({ tokens }: Reading, index: number): boolean {
  const [mark, digits] = [tokens[index], tokens[index + 1]]
  const isMark = mark?.gap === '' && /^[:.,/]$/.test(mark.text)
  return isMark && digits?.kind === 'digits' && digits.gap === ''
}

export function bareHour(reading: Reading, at: number): Clock | null {
  const token = free(reading, at)
  if (!token || token.kind !== 'digits' || token.key.length > 2) return null
  if (goesOn(reading, at + 1)) return null
  const total = minutesOf(token.key, '0')
  return total === null ? null : { minutes: total, exact: false, end: at + 1 }
}

function minutesOf(hours: string, minutes: string): number | null {
  const total = Number(hours) * hour + Number(minutes)
  return Number(minutes) < hour && total <= day ? total : null
}

/** `kl.` or `at` before an hour. */
export function announcement(
  { tokens, lexicon }: Reading,
  at: number,
): { start: number; announced: boolean } {
  const stop = isStopAfter(tokens[at - 1])
  const word = tokens[stop ? at - 2 : at - 1]
  const announced = word !== undefined && lexicon.clock.before.has(word.key)
  return { start: announced ? (stop ? at - 2 : at - 1) : at, announced }
}

/** `Uhr`, `h`, `часов`. `marked`: it makes a time of the number before it. */
export function afterClock(reading: Reading, from: number): { end: number; marked: boolean } {
  const { tokens, lexicon } = reading
  const dashed = isDash(tokens[from]) && tokens[from]?.gap === '' && tokens[from + 1]?.gap === ''
  const at = dashed ? from + 1 : from
  const token = tokens[at]
  if (dashed && token?.kind === 'word' && lexicon.suffixes.has(token.key))
    return { end: at + 1, marked: false }
  if (!token || !lexicon.clock.after.has(token.key)) return { end: from, marked: false }
  const isHourMark = token.key === 'uhr' || token.key === "o'clock" || token.key === 'oclock'
  return { end: at + 1, marked: isHourMark || announcement(reading, from - 1).announced }
}

/** In the first or second half of the day. */
export interface Half {
  pm: boolean
  end: number
}

/** p.m., in the evening, кешкі: behind an hour, or before it. */
export function halfOf(reading: Reading, start: number, end: number): Half | null {
  const { tokens, lexicon } = reading
  const behind = (phrases: Phrases) => phraseAt(tokens, end, phrases)
  const pm = behind(lexicon.clock.pm)
  if (pm !== null) return { pm: true, end: pm }
  const am = behind(lexicon.clock.am)
  if (am !== null) return { pm: false, end: am }
  const before = start - 1
  if (lexicon.lang !== 'kk') return null
  if (phraseAt(tokens, before, lexicon.clock.pm) === start) return { pm: true, end }
  if (phraseAt(tokens, before, lexicon.clock.am) === start) return { pm: false, end }
  return null
}

function candidates(reading: Reading, clock: Clock, half: Half | null): number[] {
  const { minutes } = clock
  if (half?.pm) return [minutes < 12 * hour ? minutes + 12 * hour : minutes % day]
  if (half) return [minutes >= 12 * hour && minutes < 13 * hour ? minutes - 12 * hour : minutes]
  const single =
    minutes >= 13 * hour || minutes < hour || (clock.exact && reading.lexicon.lang !== 'en')
  return single ? [minutes % day] : [minutes, (minutes + 12 * hour) % day]
}

/** Keeps a time, with the zone that is named behind it. `start`, `end`: indexes of tokens. */
export function addTime(
  reading: Reading,
  start: number,
  end: number,
  clock: Clock,
  half: Half | null,
): void {
  const zone = zoneAt(reading, end)
  const last = zone?.end ?? end
  const { tokens, lexicon } = reading
  const written = tokens
    .slice(start, last)
    .some(({ key }, index, all) => /^[ap]$/.test(key) && all[index + 1]?.text === '.')
  const value: TimeValue = {
    kind: 'time',
    weight: 'firm',
    ...spanOf(reading, start, last),
    minutes: candidates(reading, { ...clock, minutes: (clock.minutes + day) % day }, half),
    zone: zone?.zone ?? null,
    alien: written && lexicon.lang !== 'en' && lexicon.lang !== 'es',
  }
  reading.values.push(value)
  take(reading, start, last)
}

export function isTo(reading: Reading, index: number): boolean {
  const token = free(reading, index)
  return token !== undefined && (isDash(token) || reading.lexicon.calendar.to.has(token.key))
}

/** What stands behind makes an amount of it: 14 %, 1.05 million, 10 km. */
export function isCounted(reading: Reading, at: number): boolean {
  return (
    scaleAt(reading, at, false) !== null || unitAt(reading.tokens, at, reading.lexicon) !== null
  )
}

export interface WholeHour {
  hours: number
  ordinal: boolean
  end: number
}

const locative = /(да|де|та|те|ға|ге|қа|ке|дан|ден|тан|тен)$/u

/** An hour in digits or words. */
export function hourAt(reading: Reading, at: number): WholeHour | null {
  const token = free(reading, at)
  if (!token) return null
  if (token.kind === 'digits') {
    const hours = Number(token.key)
    return token.key.length <= 2 && hours >= 1 && hours <= 24
      ? { hours, ordinal: true, end: at + 1 }
      : null
  }
  const { lexicon, tokens } = reading
  const number = wordNumberAt(tokens, at, lexicon)
  // онда is there, but ten behind сағат.
  const stem = lexicon.lang === 'kk' && lexicon.atoms.get(token.key.replace(locative, ''))
  if (!number && stem) return { hours: stem.value, ordinal: false, end: at + 1 }
  const fits = number && number.value >= 1 && number.value <= 24 && Number.isInteger(number.value)
  return fits ? { hours: number.value, ordinal: number.ordinal, end: number.end } : null
}

/** `et quart`, `y media`, `жарым` behind an hour: the minutes, and where they end. */
export function turnAfter(
  { tokens, lexicon }: Reading,
  at: number,
): { minutes: number; exact: boolean; end: number } | null {
  for (const [minutes, phrases] of lexicon.clock.turns) {
    const end = phraseAt(tokens, at, phrases)
    if (end !== null) return { minutes, exact: false, end }
  }
  return null
}

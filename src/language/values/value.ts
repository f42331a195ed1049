import type { Span } from '../fidelity/pair.ts'

/**
 * How much a value asks for on the other side. `firm`: it must be there. `soft`: it need not be there, but nothing
 * else may stand in its place (small numbers in words, labels). `faint`: it only answers for others.
 */
export type Weight = 'firm' | 'soft' | 'faint'

export type UnitKind = 'percent' | 'point' | 'permille' | 'money' | 'measure' | 'duration'

/** `codes` are all that the word can mean; `krone` may be Norwegian or Danish. */
export interface Unit {
  kind: UnitKind
  codes: readonly string[]
}

/** Readings are alternatives: `own` by the writing of the language, `foreign` by that of others (1,200 in Danish). */
export interface NumberValue extends Span {
  kind: 'number'
  weight: Weight
  own: readonly number[]
  foreign: readonly number[]
  form: 'digits' | 'words' | 'roman'
  ordinal: boolean
  unit: Unit | null
  /** A comma or point with three digits behind: both readings are possible. */
  ambiguous: boolean
  /** Digits that may be a time or a label: their separators aren't those of amounts. */
  unformatted: boolean
  /** Minutes after midnight, where 14.30 may be a time. */
  clock: number | null
}

/** Months and days from 1. What isn't said is null. */
export interface DateParts {
  year: number | null
  month: number
  day: number | null
}

export interface DateValue extends Span {
  kind: 'date'
  weight: Weight
  own: readonly DateParts[]
  foreign: readonly DateParts[]
  /** Monday is 1. */
  weekday: number | null
  /** Where the weekday stands. */
  weekdaySpan: Span | null
  /** Written in the order or with the names of another language. */
  alien: boolean
  /** Offset of the phrase that several days share a month in: 3–5 March. */
  phrase: number
}

export interface WeekdayValue extends Span {
  kind: 'weekday'
  weight: 'faint'
  weekday: number
}

/** Minutes after midnight; more than one where the half of the day isn't said. */
export interface TimeValue extends Span {
  kind: 'time'
  weight: Weight
  minutes: readonly number[]
  zone: string | null
  alien: boolean
}

/** First year of the decade; below 100 when the century isn't said. `century`: 1900 may mean the whole century. */
export interface DecadeValue extends Span {
  kind: 'decade'
  weight: Weight
  from: number
  century: number | null
}

/** Today, last year: may stand for a date or a year of the other side. */
export interface RelativeValue extends Span {
  kind: 'relative'
  weight: 'faint'
}

export interface AddressValue extends Span {
  kind: 'telephone' | 'email' | 'link'
  weight: Weight
  /** In one writing: digits; lower case; without scheme. */
  address: string
}

export type Value =
  | NumberValue
  | DateValue
  | WeekdayValue
  | TimeValue
  | DecadeValue
  | RelativeValue
  | AddressValue

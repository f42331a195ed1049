import { sameQuantity } from '../values/conversions.ts'
import type { DateParts, DateValue, NumberValue, TimeValue, Unit, Value } from '../values/value.ts'

/**
 * How well a value of the source and one of the target answer each other. `same`: value and unit. `value`: one of them
 * doesn't say what is counted. `related`: said in another way (2 weeks, 14 days). `unit`: the same number of something
 * else, which is a fault.
 */
export type Agreement = 'same' | 'value' | 'related' | 'unit' | 'none'

export interface Answer {
  agreement: Agreement
  /** The target writes it as another language would. */
  foreign: boolean
}

const none: Answer = { agreement: 'none', foreign: false }
const related: Answer = { agreement: 'related', foreign: false }

export function answer(source: Value, target: Value): Answer {
  if (source.kind === 'number' && target.kind === 'number') return numbers(source, target)
  if (source.kind === 'date' && target.kind === 'date') return dates(source, target)
  if (source.kind === 'time' && target.kind === 'time')
    return source.minutes.some((minute) => target.minutes.includes(minute)) ? same : none
  if (source.kind === 'decade' && target.kind === 'decade') return decades(source, target)
  return across(source, target) || across(target, source) ? related : none
}

const same: Answer = { agreement: 'same', foreign: false }

function numbers(source: NumberValue, target: NumberValue): Answer {
  if (isOtherWord(source, target) || isOtherWord(target, source)) return none
  const wanted = readings(source)
  const foreign = !meets(wanted, target.own) && meets(wanted, target.foreign)
  if (foreign || meets(wanted, target.own)) {
    // A 21st birthday is a 21-årsdag.
    const agreement = source.ordinal !== target.ordinal ? 'value' : units(source.unit, target.unit)
    if (agreement !== 'unit' || !sameQuantity(source, target)) return { agreement, foreign }
  }
  if (sameQuantity(source, target) || shares(source, target) || shares(target, source))
    return related
  return none
}

/** Double and both say no second, and a quarter of a year no third. */
function isOtherWord(faint: NumberValue, ordinal: NumberValue): boolean {
  return faint.weight === 'faint' && !faint.ordinal && ordinal.ordinal && ordinal.own.length === 1
}

/** A reading of the other languages counts for the source too, where its own writing leaves it open. */
function readings({ own, foreign, ambiguous }: NumberValue): readonly number[] {
  return own.length === 0 || ambiguous ? [...own, ...foreign] : own
}

function meets(some: readonly number[], others: readonly number[]): boolean {
  return some.some((one) => others.some((other) => equal(one, other)))
}

/** Numbers that were multiplied differ in their last binary digits. */
export function equal(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))
}

function units(source: Unit | null, target: Unit | null): Agreement {
  if (!source || !target) return source === target ? 'same' : 'value'
  if (isVague(source) || isVague(target)) return 'value'
  if (source.kind !== target.kind) return 'unit'
  return source.codes.some((code) => target.codes.includes(code)) ? 'same' : 'unit'
}

/** Degrees are of many things. */
function isVague({ codes }: Unit): boolean {
  return codes[0] === 'degree'
}

/** 50 per cent is a half; three in four isn't said in digits elsewhere. */
function shares(percent: NumberValue, part: NumberValue): boolean {
  return (
    percent.unit?.kind === 'percent' &&
    !part.unit &&
    meets(
      percent.own,
      part.own.map((value) => value * 100),
    )
  )
}

function dates(source: DateValue, target: DateValue): Answer {
  if (
    source.own
      .concat(source.foreign)
      .some((one) => target.own.some((other) => sameDate(one, other)))
  )
    return same
  const foreign = source.own.some((one) => target.foreign.some((other) => sameDate(one, other)))
  return foreign ? { agreement: 'same', foreign: true } : none
}

/** A year that one side leaves out is no difference; a lost day is. */
function sameDate(one: DateParts, other: DateParts): boolean {
  if (one.month !== other.month || one.day !== other.day) return false
  return one.year === null || other.year === null || one.year === other.year
}

function decades(
  source: { from: number; century: number | null },
  target: { from: number; century: number | null },
): Answer {
  if (source.from === target.from) return same
  const [short, long] = [source.from, target.from].sort((a, b) => a - b)
  const lately = short !== undefined && short < 100 && long !== undefined && long >= 1900
  return lately && short === long % 100 ? same : none
}

export function isYear({ form, own, unit }: NumberValue): boolean {
  const [value = 0] = own
  return form === 'digits' && !unit && Number.isInteger(value) && value >= 1000 && value < 2200
}

/** One of them isn't a number, and the number says a part of it. */
function across(value: Value, part: Value): boolean {
  if (part.kind !== 'number' || part.weight === 'faint') return false
  const says = (wanted: number | null | undefined) =>
    wanted !== null && wanted !== undefined && part.own.includes(wanted)
  if (value.kind === 'telephone')
    return part.form === 'digits' && part.own.some((one) => value.address.includes(String(one)))
  if (value.kind === 'date') return value.own.some((date) => says(date.day) || says(date.year))
  if (value.kind === 'time') return timeSays(value, part)
  if (value.kind === 'decade')
    return says(value.from) || says(value.century) || says(value.from % 100)
  return false
}

function timeSays(time: TimeValue, part: NumberValue): boolean {
  const { minutes } = time
  if (part.clock !== null && minutes.some((minute) => minute % 720 === (part.clock ?? 0) % 720))
    return true
  return part.own.some((hours) => minutes.some((minute) => minute % 720 === (hours * 60) % 720))
}

import type { DateValue, NumberValue, Value } from '../values/value.ts'

/** How many things differ besides the value: the smaller, the likelier one stands for the other. */
export function unlikeness(source: Value, target: Value): number {
  const weight = source.weight === target.weight ? 0 : 1
  if (source.kind === 'date' && target.kind === 'date')
    return weight + differingParts(source, target)
  if (source.kind !== 'number' || target.kind !== 'number') return weight
  const sameUnit =
    source.unit?.kind === target.unit?.kind && source.unit?.codes[0] === target.unit?.codes[0]
  const sameScript = (source.form === 'roman') === (target.form === 'roman')
  return (
    weight + (sameUnit ? 0 : 2) + (source.ordinal === target.ordinal ? 0 : 1) + (sameScript ? 0 : 1)
  )
}

function differingParts({ own: [source] }: DateValue, { own: [target] }: DateValue): number {
  const parts = ['year', 'month', 'day'] as const
  return parts.filter((part) => source?.[part] !== target?.[part]).length
}

/**
 * Whether the one may stand in the place of the other. Strictly: of one kind. Otherwise a number may have become a
 * date, or a time a number.
 */
export function mayReplace(source: Value, target: Value, strict: boolean): boolean {
  if (source.weight === 'soft' && target.weight === 'soft') {
    if (source.kind !== 'number' || target.kind !== 'number') return source.kind === target.kind
    return strict && source.ordinal === target.ordinal && isPart(source) === isPart(target)
  }
  if (source.kind === 'number' && target.kind === 'number')
    return (
      source.weight === target.weight ||
      (isSmall(source, target) && isPart(source) === isPart(target))
    )
  if (source.kind === target.kind) return true
  if (strict) return false
  return (source.weight === 'firm' && target.weight === 'firm') || areCenturies(source, target)
}

/** Whether it surely stands in its place, although one of the two is said elsewhere too: V and IV beside a fourth. */
export function surelyReplaces(source: Value, target: Value): boolean {
  if (!mayReplace(source, target, true) || unlikeness(source, target) > 0) return false
  return source.kind !== 'number' || source.weight === 'firm' || source.ordinal
}

const mostInWords = 1000

/** A word for a small number may stand where digits are on the other side; digits of a large one are no word for it. */
function isSmall(source: NumberValue, target: NumberValue): boolean {
  const digits = source.weight === 'firm' ? source : target
  return (digits.own[0] ?? 0) < mostInWords
}

/** A third, a quarter. */
function isPart({ own, ordinal }: NumberValue): boolean {
  return !ordinal && own.some((value) => value < 1)
}

export function isOrdinal({ ordinal, form }: NumberValue): boolean {
  return ordinal || form === 'roman'
}

/** 1800-tallet, XIX век */
function areCenturies(source: Value, target: Value): boolean {
  const [decade, number] = source.kind === 'decade' ? [source, target] : [target, source]
  return (
    decade.kind === 'decade' &&
    decade.century !== null &&
    number.kind === 'number' &&
    isOrdinal(number)
  )
}

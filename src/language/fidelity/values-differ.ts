import type { Value } from '../values/value.ts'
import type { CheckKey, Finding } from './finding.ts'
import type { Pair, Passage } from './pair.ts'
import { answer, isYear } from './values-agree.ts'
import { isOrdinal, mayReplace, unlikeness } from './values-likeness.ts'
import { type Block, isOpen, ordered, type Placed } from './values-match.ts'

/** What differs between the two sides of a block, when everything that answers each other is paired. */
export function differences(pair: Pair, block: Block, blocks: readonly Block[]): Finding[] {
  const findings: Finding[] = []
  const phrases = new Set<string>()
  const report = (key: CheckKey, source: Placed, target: Placed) => {
    source.answeredBy = target
    target.answeredBy = source
    // The wrong month of 3–5 March is one fault.
    const phrase = sharedPhrase(source, target)
    if (phrase !== null && phrases.has(phrase)) return
    if (phrase !== null) phrases.add(phrase)
    findings.push(finding(pair, key, source, target))
  }
  for (const source of asked(block.sources)) {
    const other = asked(block.targets).find(
      ({ value }) => answer(source.value, value).agreement === 'unit',
    )
    if (other) report(unitKey(source.value, other.value), source, other)
  }
  for (const strict of [true, false])
    for (const source of ordered(asked(block.sources))) {
      const other = changedOf(source, block, strict)
      if (other) report(keyOf(source.value), source, other)
    }
  for (const source of asked(block.sources))
    if (source.value.weight === 'firm' && !isRelative(source.value, block.targets))
      findings.push(lost(pair, source, block.segment))
  for (const target of asked(block.targets))
    if (
      target.value.weight === 'firm' &&
      !isRelative(target.value, block.sources) &&
      !isSaidBySource(target, blocks)
    )
      findings.push(added(pair, target))
  return findings
}

function sharedPhrase(
  { value: source, segment }: Placed,
  { value: target }: Placed,
): string | null {
  return source.kind === 'date' && target.kind === 'date'
    ? `${segment} ${source.phrase} ${target.phrase}`
    : null
}

function asked(values: readonly Placed[]): Placed[] {
  return values.filter((one) => isOpen(one) && one.value.weight !== 'faint')
}

/** What most likely stands in the place of a value: of the same kind, with the same unit, at about the same place. */
function changedOf(source: Placed, block: Block, strict: boolean): Placed | undefined {
  const candidates = asked(block.targets).filter(({ value }) =>
    mayReplace(source.value, value, strict),
  )
  const distance = (target: Placed) =>
    Math.abs(source.place - target.place) + unlikeness(source.value, target.value)
  return candidates.sort((a, b) => distance(a) - distance(b))[0]
}

/** Today, last year: said for a date or a year. */
export function isRelative(value: Value, others: readonly Placed[]): boolean {
  const isOne = value.kind === 'date' || (value.kind === 'number' && isYear(value))
  return isOne && others.some((other) => other.value.kind === 'relative')
}

/** What the target says once more is no addition. */
function isSaidBySource({ value }: Placed, blocks: readonly Block[]): boolean {
  return blocks.some(({ sources }) =>
    sources.some((source) => !['none', 'unit'].includes(answer(source.value, value).agreement)),
  )
}

function unitKey(source: Value, target: Value): CheckKey {
  if (source.kind !== 'number' || target.kind !== 'number') return 'unit-differs'
  const kinds = new Set([source.unit?.kind, target.unit?.kind])
  if (kinds.has('percent') && kinds.has('point')) return 'percent-point'
  return kinds.size === 1 && kinds.has('money') ? 'money-differs' : 'unit-differs'
}

function keyOf(value: Value): CheckKey {
  if (value.kind === 'date') return 'date-differs'
  if (value.kind === 'time') return 'time-differs'
  if (value.kind === 'decade') return 'decade-differs'
  return value.kind === 'number' && isOrdinal(value) ? 'ordinal-differs' : 'number-missing'
}

function lost(pair: Pair, source: Placed, segment: number): Finding {
  return {
    check: keyOf(source.value),
    level: 'warning',
    segment,
    source: passageOf(source),
    target: null,
    expected: textOf(pair, 'source', source),
    found: '',
  }
}

function added(pair: Pair, target: Placed): Finding {
  const key = keyOf(target.value)
  return {
    check: key === 'number-missing' || key === 'ordinal-differs' ? 'number-added' : key,
    level: 'warning',
    segment: target.segment,
    source: null,
    target: passageOf(target),
    expected: '',
    found: textOf(pair, 'target', target),
  }
}

/** A finding about two values that stand for each other. */
export function finding(pair: Pair, check: CheckKey, source: Placed, target: Placed): Finding {
  return {
    check,
    level: 'warning',
    segment: target.segment,
    source: passageOf(source),
    target: passageOf(target),
    expected: textOf(pair, 'source', source),
    found: textOf(pair, 'target', target),
  }
}

function passageOf({ segment, value: { start, end } }: Placed): Passage {
  return { segment, start, end }
}

function textOf(
  pair: Pair,
  side: 'source' | 'target',
  { segment, value: { start, end } }: Placed,
): string {
  return pair[side].segments[segment]?.text.slice(start, end) ?? ''
}

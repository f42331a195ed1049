import type { Value } from '../values/value.ts'
import type { Finding } from './finding.ts'
import type { Pair } from './pair.ts'
import { finding, isRelative } from './values-differ.ts'
import type { Block, Match } from './values-match.ts'

/**
 * Years that dates of the target leave out. Of a full date of the latest year that the text speaks of, it may: readers
 * know the year that they live in.
 */
export function lostYears(
  pair: Pair,
  blocks: readonly Block[],
  matches: readonly Match[],
): Finding[] {
  const latest = Math.max(
    ...blocks.flatMap(({ sources }) => sources.flatMap(({ value }) => yearsOf(value))),
  )
  return matches.flatMap(({ source, target }) => {
    const date = source.value.kind === 'date' ? source.value.own[0] : undefined
    if (
      !date ||
      date.year === null ||
      target.value.kind !== 'date' ||
      yearsOf(target.value).length > 0
    )
      return []
    if (date.day !== null && date.year === latest) return []
    const index = blocks.findIndex(({ targets }) => targets.includes(target))
    const near = blocks.slice(Math.max(0, index - 1), index + 2).flatMap(({ targets }) => targets)
    const isSaid = near.some(({ value }) => yearsOf(value).includes(date.year ?? 0))
    return isSaid || isRelative(target.value, blocks[index]?.targets ?? [])
      ? []
      : [finding(pair, 'date-differs', source, target)]
  })
}

/** Of a date or of a number that may be a year. */
function yearsOf(value: Value): number[] {
  if (value.kind === 'date') return value.own.flatMap(({ year }) => (year === null ? [] : [year]))
  if (value.kind !== 'number') return []
  return value.own.filter((year) => Number.isInteger(year) && year >= 1000 && year < 2200)
}

import { valuesOf } from '../values/read.ts'
import { sameZone } from '../values/time-zones.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import { differences, finding } from './values-differ.ts'
import { lostYears } from './values-years.ts'
import { type Match, matchValues } from './values-match.ts'
import type { Pair } from './pair.ts'

/**
 * Numbers, dates, times and decades by value: what the target changed, lost or added, and what it writes as another
 * language would. One finding for one fault.
 */
export const values: Check = (pair, alignment) => {
  if (pair.source === pair.target) return foreignlyWritten(pair)
  const { blocks, matches } = matchValues(pair, alignment, (side) =>
    pair[side].segments.map((segment) => valuesOf(segment, pair[side].lang)),
  )
  const regional = hasRegionalDecimals(pair, matches)
  const findings = [
    ...matches.flatMap((match) => writing(pair, match, regional)),
    ...lostYears(pair, blocks, matches),
    ...blocks.flatMap((block) => differences(pair, block, blocks)),
  ]
  return findings.sort((a, b) => a.segment - b.segment)
}

/** A text by itself: amounts that only the writing of another language makes sense of, as 68.44 and 27,000 in Danish. */
function foreignlyWritten(pair: Pair): Finding[] {
  const { lang, segments } = pair.target
  return segments.flatMap((whole, segment) =>
    valuesOf(whole, lang).flatMap((value) => {
      if (value.kind !== 'number' || value.form !== 'digits') return []
      if (value.unformatted || value.clock !== null || value.foreign.length === 0) return []
      const written = whole.text.slice(value.start, value.end)
      if (value.own.length > 0 && !noughtsBehind.test(written)) return []
      const placed = { value, segment, place: 0, answeredBy: null, paired: false }
      return [finding(pair, 'number-format', placed, placed)]
    }),
  )
}

/** Nobody writes three noughts behind a decimal sign. */
const noughtsBehind = /^\p{Nd}{1,3}[.,]000(?!\p{Nd})/u

/** How a value that is right is written. */
function writing(pair: Pair, { source, target, foreign }: Match, regional: boolean): Finding[] {
  // What nobody has translated is another check's finding.
  const untranslated =
    pair.source.segments[source.segment]?.text === pair.target.segments[target.segment]?.text
  if (untranslated) return []
  const { value } = target
  if (value.kind === 'number' && foreign && !value.unformatted && value.clock === null && !regional)
    return [finding(pair, 'number-format', source, target)]
  if (value.kind === 'date' && (value.alien || foreign))
    return [finding(pair, 'date-format', source, target)]
  if (value.kind !== 'time' || source.value.kind !== 'time') return []
  if (value.alien) return [finding(pair, 'date-format', source, target)]
  const zones = [source.value.zone, value.zone]
  return zones[0] && zones[1] && !sameZone(zones[0], zones[1])
    ? [finding(pair, 'time-differs', source, target)]
    : []
}

/** Spanish of America writes 12.5: a text that does so throughout isn't wrong. */
function hasRegionalDecimals(pair: Pair, matches: readonly Match[]): boolean {
  if (pair.target.lang !== 'es') return false
  const written = matches.filter(
    ({ target }) => target.value.kind === 'number' && isDecimal(pair, target),
  )
  return written.length > 1 && written.every(({ foreign }) => foreign)
}

function isDecimal(pair: Pair, { segment, value }: Match['target']): boolean {
  const text = pair.target.segments[segment]?.text.slice(value.start, value.end) ?? ''
  return /\p{Nd}[.,]\p{Nd}/u.test(text)
}

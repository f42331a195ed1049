import { valuesOf } from '../values/read.ts'
import type { DateValue, WeekdayValue } from '../values/value.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import type { Pair, Passage, Segment } from './pair.ts'

/** A weekday beside its date, or alone. `date` is null when it stands alone. */
interface Placed {
  weekday: number
  date: DateValue | null
  passage: Passage
}

/**
 * Weekdays of the target that aren't those of their date, and weekdays that differ between source and target. A
 * weekday that only one side names is no fault.
 */
export const weekdays: Check = (pair, alignment) => {
  const findings: Finding[] = []
  for (const [index, segment] of pair.target.segments.entries()) {
    const targets = weekdaysOf(segment, index, pair.target.lang)
    const from = alignment[index] ?? null
    const sourceSegment = from === null ? undefined : pair.source.segments[from]
    const sources =
      from === null || !sourceSegment ? [] : weekdaysOf(sourceSegment, from, pair.source.lang)
    findings.push(...compare(pair, sources, targets))
  }
  return findings
}

function weekdaysOf(segment: Segment, index: number, lang: Pair['source']['lang']): Placed[] {
  return valuesOf(segment, lang)
    .filter((value) => value.kind === 'weekday' || value.kind === 'date')
    .flatMap((value) => placed(value, index))
}

function placed(value: WeekdayValue | DateValue, segment: number): Placed[] {
  if (value.weekday === null) return []
  const span = value.kind === 'date' && value.weekdaySpan ? value.weekdaySpan : value
  return [
    {
      weekday: value.weekday,
      date: value.kind === 'date' ? value : null,
      passage: { segment, start: span.start, end: span.end },
    },
  ]
}

function compare(pair: Pair, sources: readonly Placed[], targets: readonly Placed[]): Finding[] {
  const openSources = [...sources]
  const rest: Placed[] = []
  for (const target of targets) {
    const twin = openSources.findIndex(({ weekday }) => weekday === target.weekday)
    if (twin === -1) rest.push(target)
    else openSources.splice(twin, 1)
  }
  const findings: Finding[] = []
  for (const target of targets) {
    const differing = rest.includes(target) ? openSources.shift() : undefined
    if (differing) findings.push(report(pair, differing, target))
    else if (target.date && isWrong(target.date) && !isOtherDate(target, sources))
      findings.push(report(pair, null, target))
  }
  return findings
}

/** The source has the same weekday and is right: then it is the date that differs, which is another finding. */
function isOtherDate({ weekday }: Placed, sources: readonly Placed[]): boolean {
  return sources.some(({ date, weekday: other }) => weekday === other && date && !isWrong(date))
}

/** Only where the text says the year. */
export function isWrong({ own, weekday }: DateValue): boolean {
  return !own.some(({ year, month, day }) => {
    if (year === null || day === null) return true
    const date = new Date(Date.UTC(year, month - 1, day))
    return (date.getUTCDay() || 7) === weekday
  })
}

function report(pair: Pair, source: Placed | null, target: Placed): Finding {
  const text = (side: 'source' | 'target', { segment, start, end }: Passage) =>
    pair[side].segments[segment]?.text.slice(start, end) ?? ''
  return {
    check: 'weekday-mismatch',
    level: 'warning',
    segment: target.passage.segment,
    source: source?.passage ?? null,
    target: target.passage,
    expected: source ? text('source', source.passage) : '',
    found: text('target', target.passage),
  }
}

import type { CheckKey, Finding, Level } from './finding.ts'
import type { Pair, Passage, Span } from './pair.ts'

/** What can be told from the target alone: there, these words. */
export function found(
  check: CheckKey,
  pair: Pair,
  segment: number,
  span: Span,
  rest: { level?: Level; source?: Passage | null; expected?: string; shown?: string } = {},
): Finding {
  return {
    check,
    level: rest.level ?? 'warning',
    segment,
    source: rest.source ?? null,
    target: { segment, start: span.start, end: span.end },
    expected: rest.expected ?? '',
    found: rest.shown ?? pair.target.segments[segment]?.text.slice(span.start, span.end) ?? '',
  }
}

/** A whole segment as a passage. */
export function whole(pair: Pair, side: 'source' | 'target', segment: number): Passage {
  return { segment, start: 0, end: pair[side].segments[segment]?.text.length ?? 0 }
}

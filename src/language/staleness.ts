import { canonicalForm } from '../workflow/content.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import type { Segment } from './fidelity/pair.ts'
import { matchUnits } from './matching.ts'
import { tokensOf } from './tokens.ts'
import { plainForm } from './typography.ts'

/** What a translation keeps of a source segment that it was confirmed against. SHA-256, hex. */
export interface SegmentPrint {
  exact: string
  /** The same with white space and typography evened out. */
  plain: string
}

/** `text`: the segment as it was, where it is still to be had; it tells a changed segment from a new one. */
export interface Confirmed extends SegmentPrint {
  text: string | null
}

/** What became of a segment. Places: `was` among the confirmed ones, `now` in the source as it is. */
export type SegmentChange =
  | { kind: 'unchanged' | 'moved' | 'typography' | 'changed'; was: number; now: number }
  | { kind: 'new'; was: null; now: number }
  | { kind: 'vanished'; was: number; now: null }

/** What of a segment a translation renders: its words, what it is, and where its links lead. */
function contentOf({ kind, text, links = [] }: Segment) {
  return { kind, text, links }
}

export function printOf(segment: Segment): SegmentPrint {
  const content = contentOf(segment)
  return {
    exact: sha256(canonicalForm(content)),
    plain: sha256(canonicalForm({ ...content, text: plainForm(content.text) })),
  }
}

export function confirmed(segment: Segment): Confirmed {
  return { ...printOf(segment), text: segment.text }
}

const names = {
  same: 'unchanged',
  moved: 'moved',
  typography: 'typography',
  changed: 'changed',
} as const

/**
 * The segments that a translation was confirmed against, and those of its source now. Every segment of both is in
 * exactly one change; they stand in the order of the source now. `language`: of the source.
 */
export function segmentChanges(
  was: readonly Confirmed[],
  now: readonly Segment[],
  language: string,
): SegmentChange[] {
  return confirmedChanges(was, now.map(confirmed), language)
}

/** The same of segments of which only this is known. */
export function confirmedChanges(
  was: readonly Confirmed[],
  now: readonly Confirmed[],
  language: string,
): SegmentChange[] {
  const unitOf = ({ exact, plain, text }: Confirmed) => ({
    exact,
    plain,
    words: text === null ? null : tokensOf(text, language),
  })
  return matchUnits(was.map(unitOf), now.map(unitOf)).map((change): SegmentChange => {
    if (change.kind === 'added') return { kind: 'new', was: null, now: change.after }
    if (change.kind === 'removed') return { kind: 'vanished', was: change.before, now: null }
    return { kind: names[change.kind], was: change.before, now: change.after }
  })
}

/** Whether a person has to look at it: still right, edit, or translate anew. */
export function isOpen({ kind }: SegmentChange): boolean {
  return kind === 'changed' || kind === 'new' || kind === 'vanished'
}

/** A translation is current when nothing of its source is open. */
export function isCurrent(changes: readonly SegmentChange[]): boolean {
  return !changes.some(isOpen)
}

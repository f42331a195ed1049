import { beadsOf } from './fidelity/align.ts'
import type { Side } from './fidelity/pair.ts'
import { confirmed, type SegmentChange, segmentChanges } from './staleness.ts'

/**
 * What a translator has to do with a segment. `current`: nothing; `moved`: nothing but its place changed; `changed`,
 * `new`, `vanished`: what became of it in the source since the translation was made; `missing`: it was there, and isn't
 * translated; `added`: the translation alone has it.
 */
export const rowStates = [
  'current',
  'moved',
  'changed',
  'new',
  'vanished',
  'missing',
  'added',
] as const
export type RowState = (typeof rowStates)[number]

/** A segment of the source beside what renders it. Numbers are places among the segments of each side. */
export interface Row {
  state: RowState
  /** In the source as it is now; null where it isn't in it. */
  source: number | null
  /** In the source as the translation was made from it; null where it wasn't in it. */
  was: number | null
  /** Several where the translation split it; none where it is missing, or merged with the row before. */
  targets: readonly number[]
}

export interface Sides {
  /** The source as the translation was made from it; null where that isn't to be had: then it is taken as it is now. */
  made: Side | null
  now: Side
  target: Side
}

/**
 * A translation beside its source, in the order of the source now; what vanished from it stands where it was, what the
 * translation alone has at the end. Every segment of the source now and of the target is in one row.
 */
export function rowsOf({ made: from, now, target }: Sides): Row[] {
  const made = from ?? now
  const changes = segmentChanges(made.segments.map(confirmed), now.segments, now.lang)
  const order = inOrderOfThen(changes)
  const rendered = order.flatMap((index) => {
    const { was, now: place } = changes[index] as SegmentChange
    const segment = was === null ? now.segments[place] : made.segments[was]
    return segment ? [segment] : []
  })
  const source = { lang: now.lang, segments: rendered }
  const beads = beadsOf({ source, target, glossary: [] })
  const rows = changes.map((change, index): Row => {
    const place = order.indexOf(index)
    const bead = beads.find(({ sources }) => sources.includes(place))
    // Of several segments that were merged the first has the passage.
    const targets = bead?.sources[0] === place ? bead.targets : []
    const isRendered = bead !== undefined && bead.targets.length > 0
    return { state: stateOf(change, isRendered), source: change.now, was: change.was, targets }
  })
  const taken = new Set(rows.flatMap(({ targets }) => targets))
  const added = target.segments
    .map((_, place) => place)
    .filter((place) => !taken.has(place))
    .map((place): Row => ({ state: 'added', source: null, was: null, targets: [place] }))
  return [
    // Nothing is left of it on either side.
    ...rows.filter(({ state, targets }) => state !== 'vanished' || targets.length > 0),
    ...added,
  ]
}

/**
 * The changes in the order of the source as the translation was made, which the translation keeps; what is new stands
 * after what it follows now.
 */
function inOrderOfThen(changes: readonly SegmentChange[]): number[] {
  let after = -1
  return changes
    .map(({ was }, index) => {
      if (was !== null) after = was
      return { index, was: after, isNew: was === null }
    })
    .toSorted((a, b) => a.was - b.was || Number(a.isNew) - Number(b.isNew))
    .map(({ index }) => index)
}

function stateOf({ kind }: SegmentChange, isRendered: boolean): RowState {
  if (kind === 'unchanged' || kind === 'typography') return isRendered ? 'current' : 'missing'
  return kind
}

/** Whether somebody has to look at it before the translation is current again. */
export function waits({ state }: Pick<Row, 'state'>): boolean {
  return state !== 'current' && state !== 'moved' && state !== 'added'
}

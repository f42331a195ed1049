import { usualRatio } from '../lengths.ts'
import { type Anchors, anchorsOf, likeness, shared } from './anchors.ts'
import { repeated } from './likeness.ts'
import type { Alignment, Bead, Pair, Segment, SegmentKind, Side } from './pair.ts'

/** Running text may be merged and split; headings, items and captions stand for themselves. */
const running: ReadonlySet<SegmentKind> = new Set(['lead', 'paragraph', 'quote'])

const cost = {
  /** A segment without a counterpart. */
  skip: 2.6,
  /** Two segments become one, or one becomes two. */
  merge: 1.3,
  /** Running text of another kind; anything else of another kind. */
  kindNear: 0.5,
  kindFar: 1.6,
  sentence: 0.3,
  /** At most, for a length out of proportion. */
  length: 3.2,
  /** At most, for having much in common. */
  reward: 3,
}

function kindCost(one: SegmentKind, other: SegmentKind): number {
  if (one === other) return 0
  return running.has(one) && running.has(other) ? cost.kindNear : cost.kindFar
}

/** How far apart two lengths are, less for short texts: a heading may well be half as long. */
function lengthCost(source: number, target: number, ratio: number): number {
  const off = Math.log((target + 12) / (source * ratio + 12))
  return Math.min(cost.length, off * off * 6)
}

interface Sides {
  pair: Pair
  source: readonly Anchors[]
  target: readonly Anchors[]
  ratio: number
  alike: (source: number, target: number) => number
}

function sidesOf(pair: Pair): Sides {
  const source = pair.source.segments.map(anchorsOf)
  const target = pair.target.segments.map(anchorsOf)
  const known = new Map<number, number>()
  return {
    pair,
    source,
    target,
    ratio: usualRatio(pair.source.lang, pair.target.lang),
    alike: (i, j) => {
      const key = i * target.length + j
      let value = known.get(key)
      if (value === undefined) {
        const [one, other] = [source[i], target[j]]
        value = one && other ? likeness(one, other) : 0
        known.set(key, value)
      }
      return value
    },
  }
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  if (found === undefined) throw new RangeError(`no segment ${index}`)
  return found
}

function oneToOne({ pair, source, target, ratio, alike }: Sides, i: number, j: number): number {
  const [one, other] = [at(source, i), at(target, j)]
  return (
    kindCost(at(pair.source.segments, i).kind, at(pair.target.segments, j).kind) +
    lengthCost(one.length, other.length, ratio) +
    Math.min(0.9, cost.sentence * Math.abs(one.sentences - other.sentences)) -
    Math.min(cost.reward, alike(i, j) * 2 * cost.reward)
  )
}

/** Of what `part` can't have lost, the share that `whole` has; a half where it has nothing such. */
function kept(part: Anchors, whole: Anchors): number {
  return part.firm.size === 0 ? 0.5 : shared(part.firm, whole.keys) / part.firm.size
}

/** Two neighbours on one side, `one` and the next, against one segment of the other side. */
function twoToOne(
  parts: readonly [Anchors, Anchors],
  kinds: readonly [SegmentKind, SegmentKind, SegmentKind],
  whole: Anchors,
  ratio: number,
): number {
  if (!kinds.every((kind) => running.has(kind))) return Number.POSITIVE_INFINITY
  const [one, two] = parts
  const together = one.length + two.length
  const common = shared(one.keys, whole.keys) + shared(two.keys, whole.keys)
  const alike = (2 * common) / Math.max(1, one.keys.size + two.keys.size + whole.keys.size)
  return (
    cost.merge +
    lengthCost(together, whole.length, ratio) +
    Math.min(0.9, cost.sentence * Math.abs(one.sentences + two.sentences - whole.sentences)) +
    1.5 * (1 - kept(one, whole)) +
    1.5 * (1 - kept(two, whole)) -
    Math.min(cost.reward, alike * 2 * cost.reward)
  )
}

type Step = readonly [sources: number, targets: number]
const steps: readonly Step[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
]

function stepCost(sides: Sides, i: number, j: number, [di, dj]: Step): number {
  const { pair, source, target, ratio } = sides
  if (di + dj === 1) return cost.skip
  if (di === 1 && dj === 1) return oneToOne(sides, i, j)
  const kindOf = (side: Side, index: number) => at(side.segments, index).kind
  if (di === 2) {
    return twoToOne(
      [at(source, i), at(source, i + 1)],
      [kindOf(pair.source, i), kindOf(pair.source, i + 1), kindOf(pair.target, j)],
      at(target, j),
      ratio,
    )
  }
  return twoToOne(
    [at(target, j), at(target, j + 1)],
    [kindOf(pair.target, j), kindOf(pair.target, j + 1), kindOf(pair.source, i)],
    at(source, i),
    1 / ratio,
  )
}

/** How far from the diagonal the search goes: texts of hundreds of segments stay quick. */
function bandOf(sources: number, targets: number): number {
  return Math.max(14, Math.abs(sources - targets) + 8)
}

/** The cheapest way through both sides, in order. `targets`: indexes that take part. */
function inOrder(sides: Sides, targets: readonly number[]): Bead[] {
  const n = sides.source.length
  const m = targets.length
  const width = m + 1
  const best = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY)
  const from = new Int8Array((n + 1) * width).fill(-1)
  const band = bandOf(n, m)
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    const middle = n === 0 ? 0 : Math.round((i * m) / n)
    for (let j = Math.max(0, middle - band); j <= Math.min(m, middle + band); j++) {
      const here = best[i * width + j] ?? Number.POSITIVE_INFINITY
      if (here === Number.POSITIVE_INFINITY) continue
      steps.forEach((step, index) => {
        const [di, dj] = step
        if (i + di > n || j + dj > m) return
        // Targets that were left out part what else would be neighbours.
        if (dj === 2 && at(targets, j + 1) !== at(targets, j) + 1) return
        const total = here + stepCost(sides, i, dj === 0 ? 0 : at(targets, j), step)
        const there = (i + di) * width + j + dj
        if (total < (best[there] ?? 0)) {
          best[there] = total
          from[there] = index
        }
      })
    }
  }
  const beads: Bead[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [di, dj] = at(steps, from[i * width + j] ?? -1)
    i -= di
    j -= dj
    beads.push({
      sources: Array.from({ length: di }, (_, k) => i + k),
      targets: Array.from({ length: dj }, (_, k) => at(targets, j + k)),
    })
  }
  return beads.toReversed()
}

const isPair = (bead: Bead): boolean => bead.sources.length === 1 && bead.targets.length === 1

/** Segments that changed places: two beads that fit better crosswise, and what is left over on both sides. */
function moved(sides: Sides, beads: readonly Bead[]): Bead[] {
  const result = [...beads]
  for (let a = 0; a < result.length; a++) {
    for (let b = a + 1; b < Math.min(result.length, a + 6); b++) {
      const [one, two] = [at(result, a), at(result, b)]
      if (!isPair(one) || !isPair(two)) continue
      const [i, k] = [at(one.sources, 0), at(two.sources, 0)]
      const [j, l] = [at(one.targets, 0), at(two.targets, 0)]
      const straight = oneToOne(sides, i, j) + oneToOne(sides, k, l)
      const crossed = oneToOne(sides, i, l) + oneToOne(sides, k, j)
      const apart = sides.alike(i, j) + sides.alike(k, l)
      // Lengths alone move nothing: a sentence may have been dropped.
      const together = sides.alike(i, l) + sides.alike(k, j)
      if (crossed + 1.2 < straight && together > apart) {
        result[a] = { sources: [i], targets: [l] }
        result[b] = { sources: [k], targets: [j] }
      }
    }
  }
  const lost = result.filter(({ targets }) => targets.length === 0)
  for (const bead of lost) {
    const i = at(bead.sources, 0)
    const candidates = result
      .filter(({ sources }) => sources.length === 0)
      .map((other) => ({ other, cost: oneToOne(sides, i, at(other.targets, 0)) }))
      .sort((one, two) => one.cost - two.cost)
    const [found] = candidates
    if (!found || found.cost > 0.6) continue
    result[result.indexOf(bead)] = { sources: [i], targets: found.other.targets }
    result.splice(result.indexOf(found.other), 1)
  }
  return result
}

/** Target segments that say again what an earlier one says, though the source doesn't: index → of the earlier one. */
export function doubledIn({ source, target }: Pair): Map<number, number> {
  const said = repeated(source.segments).size
  const again = repeated(target.segments)
  return said >= again.size ? new Map() : again
}

/**
 * Which segments of the source and of the target belong together, in the order of the source; what was added stands
 * where it stands in the target. Every segment is in one bead, apart from doubled ones, which are in none.
 */
export function beadsOf(pair: Pair): Bead[] {
  const doubled = doubledIn(pair)
  const sides = sidesOf(pair)
  const targets = pair.target.segments.map((_, index) => index).filter((j) => !doubled.has(j))
  return moved(sides, inOrder(sides, targets))
}

/** Which source segment each target segment translates; the first of them where several were merged. */
export function alignmentOf(pair: Pair, beads: readonly Bead[]): Alignment {
  const alignment: (number | null)[] = pair.target.segments.map(() => null)
  for (const { sources, targets } of beads)
    for (const target of targets) alignment[target] = sources[0] ?? null
  for (const [again, first] of doubledIn(pair)) alignment[again] = alignment[first] ?? null
  return alignment
}

export function textOf(segments: readonly Segment[], indexes: readonly number[]): string {
  return indexes.map((index) => segments[index]?.text ?? '').join('\n')
}

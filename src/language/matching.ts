import { diffArrays } from 'diff'

/** One block or segment of a text, as two versions of it are compared. */
export interface Unit {
  /** Equal exactly when nothing differs, marks and links included. */
  exact: string
  /** Equal when white space and typography alone differ. */
  plain: string
  /** Its words and signs; null where only the fingerprints are known. */
  words: readonly string[] | null
}

export type UnitChange =
  | {
      /** `moved`: nothing but its place; `typography`: white space or signs only. */
      kind: 'same' | 'moved' | 'typography' | 'changed'
      before: number
      after: number
    }
  | { kind: 'removed'; before: number; after: null }
  | { kind: 'added'; before: null; after: number }

/** From here on two units are one that was changed; below, one goes and another comes. */
const alike = 0.35
/** Elsewhere in the text more must be alike. */
const alikeElsewhere = 0.6
/** Where more is replaced in one place, all of it goes and all of it comes. */
const mostPairs = 10_000
const mostChanges = 2000

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

/** How much two lists of words have in common, from 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const [left, right] = [one.filter(isWord), other.filter(isWord)]
  const all = left.length + right.length
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const more = counts.get(word) ?? 0
    if (more > 0) common++
    counts.set(word, more - 1)
  }
  return all === 0 ? 0 : (2 * common) / all
}

interface Sides {
  before: readonly Unit[]
  after: readonly Unit[]
}

function likenessOf({ before, after }: Sides, i: number, j: number): number {
  const [one, other] = [before[i]?.words, after[j]?.words]
  return one && other ? likeness(one, other) : 0
}

/** Positions in order that have the same words, as many as can be. */
function inOrder({ before, after }: Sides): [number, number][] {
  const changes = diffArrays(
    before.map(({ plain }) => plain),
    after.map(({ plain }) => plain),
    { maxEditLength: mostChanges },
  )
  const found: [number, number][] = []
  let [i, j] = [0, 0]
  for (const { count, added, removed } of changes ?? []) {
    if (removed) i += count
    else if (added) j += count
    else for (let k = 0; k < count; k++) found.push([i++, j++])
  }
  return found
}

/** Pairs out of what is left between two fixed points, in order, so that as much as can be is alike. */
function changedIn(
  sides: Sides,
  before: readonly number[],
  after: readonly number[],
): [number, number][] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > mostPairs)
    return []
  if (before.some((i) => sides.before[i]?.words === null))
    // Of what is known by its fingerprint only, as many as are left are the ones that changed.
    return before.length === after.length ? before.map((i, k) => [i, after[k] ?? 0]) : []
  const scores = before.map((i) =>
    after.map((j) => {
      const score = likenessOf(sides, i, j)
      return score < alike ? 0 : score
    }),
  )
  const best = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const own = scores[i]?.[j] ?? 0
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0)
    }
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const own = scores[i]?.[j] ?? 0
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1))
      found.push([before[i++] ?? 0, after[j++] ?? 0])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return found
}

/** What is left of both sides between each two fixed points. */
function gapsOf(
  { before, after }: Sides,
  fixed: readonly (readonly [number, number])[],
  taken: Taken,
) {
  const gaps: { before: number[]; after: number[] }[] = []
  let [i, j] = [0, 0]
  for (const [k, l] of [...fixed, [before.length, after.length] as const]) {
    const gap = { before: [] as number[], after: [] as number[] }
    for (; i < k; i++) if (!taken.before.has(i)) gap.before.push(i)
    for (; j < l; j++) if (!taken.after.has(j)) gap.after.push(j)
    gaps.push(gap)
    ;[i, j] = [k + 1, l + 1]
  }
  return gaps
}

interface Taken {
  before: Map<number, number>
  after: Map<number, number>
}

/** What stands elsewhere now: first to the letter, then in its words, then for the most part. */
function elsewhere(sides: Sides, { before, after }: Taken): void {
  const take = (fits: (one: Unit, other: Unit, i: number, j: number) => boolean) => {
    sides.before.forEach((one, i) => {
      if (before.has(i)) return
      const j = sides.after.findIndex((other, k) => !after.has(k) && fits(one, other, i, k))
      if (j < 0) return
      before.set(i, j)
      after.set(j, i)
    })
  }
  take((one, other) => one.exact === other.exact)
  take((one, other) => one.plain === other.plain)
}

/** Words that were changed and moved at once. Looked for where few are left. */
function changedElsewhere(sides: Sides, { before, after }: Taken): void {
  const old = sides.before.flatMap((_, i) => (before.has(i) ? [] : [i]))
  const coming = sides.after.flatMap((_, j) => (after.has(j) ? [] : [j]))
  if (old.length * coming.length > mostPairs) return
  for (const i of old) {
    const [found] = coming
      .filter((j) => !after.has(j))
      .map((j) => ({ j, score: likenessOf(sides, i, j) }))
      .filter(({ score }) => score >= alikeElsewhere)
      .sort((one, other) => other.score - one.score)
    if (!found) continue
    before.set(i, found.j)
    after.set(found.j, i)
  }
}

/**
 * Which unit of one version is which of the other. Each unit of both is in exactly one change; changes stand in the
 * order of the later version, what was removed after what it stood behind.
 */
export function matchUnits(before: readonly Unit[], after: readonly Unit[]): UnitChange[] {
  const sides = { before, after }
  const fixed = inOrder(sides)
  const taken: Taken = {
    before: new Map(fixed),
    after: new Map(fixed.map(([i, j]) => [j, i])),
  }
  elsewhere(sides, taken)
  const ordered = new Set(fixed.map(([i]) => i))
  for (const gap of gapsOf(sides, fixed, taken))
    for (const [i, j] of changedIn(sides, gap.before, gap.after)) {
      taken.before.set(i, j)
      taken.after.set(j, i)
      ordered.add(i)
    }
  changedElsewhere(sides, taken)
  return listed(sides, taken, ordered)
}

function listed(
  { before, after }: Sides,
  taken: Taken,
  ordered: ReadonlySet<number>,
): UnitChange[] {
  const changes: UnitChange[] = []
  const removedFrom = (start: number) => {
    for (let i = start; i < before.length && !taken.before.has(i); i++)
      changes.push({ kind: 'removed', before: i, after: null })
  }
  removedFrom(0)
  after.forEach((unit, j) => {
    const i = taken.after.get(j)
    const old = i === undefined ? undefined : before[i]
    if (i === undefined || !old) {
      changes.push({ kind: 'added', before: null, after: j })
      return
    }
    const unmoved = ordered.has(i)
    const kind =
      old.exact === unit.exact
        ? unmoved
          ? 'same'
          : 'moved'
        : old.plain === unit.plain
          ? 'typography'
          : 'changed'
    changes.push({ kind, before: i, after: j })
    removedFrom(i + 1)
  })
  return changes
}

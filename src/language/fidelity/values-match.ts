import type { Value } from '../values/value.ts'
import type { Alignment, Pair } from './pair.ts'
import { type Agreement, answer, isYear } from './values-agree.ts'
import { mayReplace, surelyReplaces, unlikeness } from './values-likeness.ts'

/** A value and where it stands. */
export interface Placed {
  value: Value
  segment: number
  /** From 0 at the beginning of its segment to 1 at the end. */
  place: number
  /** What answers it; itself where its block says it already. */
  answeredBy: Placed | null
  /** It has a partner of its own, with the same value. */
  paired: boolean
}

/** What is translated by what: one or more segments of each side. */
export interface Block {
  sources: readonly Placed[]
  targets: readonly Placed[]
  /** Where a finding is reported that has no target of its own. */
  segment: number
}

/** Pairs of values, in the order in which they were found. `foreign`: the target has it in another writing. */
export interface Match {
  source: Placed
  target: Placed
  foreign: boolean
}

export interface Matching {
  blocks: readonly Block[]
  matches: readonly Match[]
}

export type ReadSegments = (side: 'source' | 'target') => readonly (readonly Value[])[]

/**
 * Pairs the values of two texts: within what translates each other first, then over the text as a whole, since
 * sentences move. What stays without an answer has `answeredBy` null.
 */
export function matchValues(pair: Pair, alignment: Alignment, read: ReadSegments): Matching {
  const blocks = blocksOf(pair, alignment, read)
  const matches: Match[] = []
  const link: Link = (source, target, foreign) => {
    source.answeredBy = target
    target.answeredBy = source
    source.paired = true
    target.paired = true
    matches.push({ source, target, foreign })
  }
  for (const agreement of ['same', 'value'] as const)
    for (const { sources, targets } of blocks) pairUp(sources, targets, agreement, link)
  for (const { sources, targets } of blocks) {
    answerRepeated(sources, targets)
    answerRepeated(targets, sources)
  }
  pairAcross(blocks, link)
  for (const [index, block] of blocks.entries()) {
    const near = blocks.slice(Math.max(0, index - 1), index + 2)
    answerRelated(
      block.sources,
      near.flatMap((one) => one.targets),
      (own, other) => answer(own, other).agreement,
    )
    answerRelated(
      block.targets,
      near.flatMap((one) => one.sources),
      (own, other) => answer(other, own).agreement,
    )
  }
  return { blocks, matches }
}

type Link = (source: Placed, target: Placed, foreign: boolean) => void

/** Over the text as a whole: sentences move, and are merged and split. */
function pairAcross(blocks: readonly Block[], link: Link): void {
  const movable = (side: 'sources' | 'targets', other: 'sources' | 'targets') =>
    blocks.flatMap((block) =>
      block[side].filter((one) => isOpen(one) && !isReplaced(one, block[other])),
    )
  const sources = movable('sources', 'targets')
  const targets = movable('targets', 'sources')
  for (const agreement of ['same', 'value'] as const)
    pairUp(sources.filter(isOpen), targets.filter(isOpen), agreement, link)
}

/** A small number in words isn't looked for elsewhere when another stands in its place. */
function isReplaced(one: Placed, others: readonly Placed[]): boolean {
  return (
    one.value.weight === 'soft' &&
    others.some((other) => isOpen(other) && mayReplace(one.value, other.value, true))
  )
}

function blocksOf(pair: Pair, alignment: Alignment, read: ReadSegments): Block[] {
  const sourceValues = read('source')
  const targetValues = read('target')
  const targetsOf = new Map<number, number[]>()
  for (const [target, source] of alignment.entries())
    if (source !== null) targetsOf.set(source, [...(targetsOf.get(source) ?? []), target])
  const blocks: { sources: Placed[]; targets: Placed[]; segment: number }[] = []
  const blockOfTarget = new Map<number, (typeof blocks)[number]>()
  let last: (typeof blocks)[number] | undefined
  const spareSources: Placed[] = []
  for (const source of pair.source.segments.keys()) {
    const targets = targetsOf.get(source)
    const [first] = targets ?? []
    if (!targets || first === undefined) {
      // Merged into a neighbour, or lost as a whole, which is another check's finding.
      const spare = placed(sourceValues[source], source, true)
      if (last) last.sources.push(...spare)
      else spareSources.push(...spare)
      continue
    }
    last = {
      sources: placed(sourceValues[source], source, false),
      targets: targets.flatMap((target) => placed(targetValues[target], target, false)),
      segment: first,
    }
    blocks.push(last)
    for (const target of targets) blockOfTarget.set(target, last)
  }
  blocks[0]?.sources.push(...spareSources)
  for (const [target, source] of alignment.entries()) {
    if (source !== null) continue
    const near = blockOfTarget.get(target - 1) ?? blockOfTarget.get(target + 1) ?? blocks[0]
    near?.targets.push(...placed(targetValues[target], target, true))
  }
  return blocks
}

/** `spare`: of a segment that has no partner; it may answer, and is not asked for. */
function placed(values: readonly Value[] | undefined, segment: number, spare: boolean): Placed[] {
  return (values ?? [])
    .filter(({ kind }) => compared.has(kind))
    .map((value, index, all) => ({
      value: spare || value.kind === 'telephone' ? { ...value, weight: 'faint' } : value,
      segment,
      place: index / Math.max(1, all.length),
      answeredBy: null,
      paired: false,
    }))
}

const compared: ReadonlySet<Value['kind']> = new Set([
  'number',
  'date',
  'time',
  'decade',
  'relative',
  'telephone',
])

export function isOpen({ answeredBy }: Placed): boolean {
  return answeredBy === null
}

const byWeight = { firm: 0, soft: 1, faint: 2 }

/** What must be there is served first. */
export function ordered(values: readonly Placed[]): Placed[] {
  return values.filter(isOpen).sort((a, b) => byWeight[a.value.weight] - byWeight[b.value.weight])
}

/** Each source with the likeliest of the targets that agree with it. */
function pairUp(
  sources: readonly Placed[],
  targets: readonly Placed[],
  agreement: Agreement,
  link: Link,
): void {
  const open = ordered(targets)
  for (const source of ordered(sources)) {
    if (open.length === 0) return
    let best: { index: number; foreign: boolean; cost: number } | null = null
    for (const [index, target] of open.entries()) {
      if (source.value.weight === 'faint' && target.value.weight === 'faint') continue
      const found = answer(source.value, target.value)
      if (found.agreement !== agreement || (found.foreign && source.value.weight === 'faint'))
        continue
      const cost = costOf(source, target) + (found.foreign ? farthest : 0)
      if (!best || cost < best.cost) best = { index, foreign: found.foreign, cost }
    }
    const target = best && open[best.index]
    if (!best || !target) continue
    open.splice(best.index, 1)
    link(source, target, best.foreign)
  }
}

/** More than all other costs together. */
const farthest = 1000

function costOf(source: Placed, target: Placed): number {
  return unlikeness(source.value, target.value) + Math.abs(source.place - target.place)
}

/** A text may say a number twice where the other says it once, or in two units: 30 metres (100 feet). */
function answerRepeated(own: readonly Placed[], others: readonly Placed[]): void {
  const answered = own.filter(({ answeredBy }) => answeredBy !== null)
  for (const one of own) {
    if (!isOpen(one)) continue
    const twin = answered.find(({ value }) => {
      const { agreement } = answer(one.value, value)
      const inOtherUnits = agreement === 'related' && one.value.kind === value.kind
      return agreement === 'same' || agreement === 'value' || inOtherUnits
    })
    const isChanged = others.some(
      (other) => isOpen(other) && surelyReplaces(one.value, other.value),
    )
    if (twin && others.length > 0 && !isChanged) one.answeredBy = twin
  }
}

function answerRelated(
  own: readonly Placed[],
  others: readonly Placed[],
  agree: (own: Value, other: Value) => Agreement,
): void {
  for (const one of own) {
    if (!isOpen(one) || one.value.weight === 'faint') continue
    const other = others.find(
      (other) => mayShare(one.value, other) && agree(one.value, other.value) === 'related',
    )
    if (other) one.answeredBy = other
  }
}

/** What has its partner is no part of another: only a date lends its year, and a number may be said in two units. */
function mayShare(value: Value, { value: other, paired }: Placed): boolean {
  if (!paired) return true
  if (value.kind !== 'number') return other.kind !== 'number'
  return other.kind === 'number' || (other.kind === 'date' && isYear(value))
}

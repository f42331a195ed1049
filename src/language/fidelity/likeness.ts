import { wordsOf } from '../words.ts'
import type { Segment } from './pair.ts'

/** The words of a text: word → how often. */
export interface Bag {
  counts: ReadonlyMap<string, number>
  size: number
}

export function bagOf(text: string): Bag {
  const counts = new Map<string, number>()
  const words = wordsOf(text)
  for (const { lower } of words) counts.set(lower, (counts.get(lower) ?? 0) + 1)
  return { counts, size: words.length }
}

/** From 0 to 1: the share of words that two texts of one language have in common. */
export function sameness(one: Bag, other: Bag): number {
  if (one.size === 0 || other.size === 0) return 0
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * common) / (one.size + other.size)
}

/** A repeated name or a repeated “Read more” says nothing. */
const leastWords = 4
const leastLetters = 25
const threshold = 0.9

/** Segments that repeat an earlier one of the same side: index → index of the earlier one. */
export function repeated(segments: readonly Segment[]): Map<number, number> {
  const found = new Map<number, number>()
  const seen: { index: number; bag: Bag }[] = []
  segments.forEach(({ text }, index) => {
    if (text.length < leastLetters) return
    const bag = bagOf(text)
    if (bag.size < leastWords) return
    const earlier = seen.find(
      (one) =>
        Math.abs(one.bag.size - bag.size) <= Math.max(one.bag.size, bag.size) * 0.2 &&
        sameness(one.bag, bag) >= threshold,
    )
    if (earlier) found.set(index, earlier.index)
    else seen.push({ index, bag })
  })
  return found
}

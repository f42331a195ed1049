import { sentencesOf } from '../split-sentences.ts'
import { wordsOf } from '../words.ts'
import { doubledIn, textOf } from './align.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import { bagOf, sameness } from './likeness.ts'
import type { Span } from './pair.ts'
import { found, whole } from './passages.ts'

/** Where a reader of the target looks for what is missing: after the translation of what stands before it. */
function placeOf(source: number, alignment: readonly (number | null)[]): number {
  let place = -1
  let nearest = -1
  alignment.forEach((translated, target) => {
    if (translated !== null && translated < source && translated >= nearest) {
      nearest = translated
      place = target
    }
  })
  return Math.max(0, place)
}

export const missingSegments: Check = (pair, alignment, beads) =>
  beads
    .filter(({ targets }) => targets.length === 0)
    .flatMap(({ sources }) => sources)
    .filter((source) => wordsOf(pair.source.segments[source]?.text ?? '').length > 0)
    .map((source) => ({
      check: 'segment-missing',
      level: 'warning',
      segment: placeOf(source, alignment),
      source: whole(pair, 'source', source),
      target: null,
      expected: pair.source.segments[source]?.text ?? '',
      found: '',
    }))

/** A line of a few words may be the translator's: a note, a date, a reference. */
const leastAdded = 5

export const addedSegments: Check = (pair, _alignment, beads) =>
  beads
    .filter(({ sources }) => sources.length === 0)
    .flatMap(({ targets }) => targets)
    .filter((target) => wordsOf(pair.target.segments[target]?.text ?? '').length >= leastAdded)
    .map((target) => ({
      check: 'segment-added',
      level: 'warning',
      segment: target,
      source: null,
      target: whole(pair, 'target', target),
      expected: '',
      found: pair.target.segments[target]?.text ?? '',
    }))

export const doubledSegments: Check = (pair, alignment) =>
  [...doubledIn(pair).keys()].map((target) => {
    const source = alignment[target] ?? null
    return {
      check: 'segment-doubled',
      level: 'warning',
      segment: target,
      source: source === null ? null : whole(pair, 'source', source),
      target: whole(pair, 'target', target),
      expected: '',
      found: pair.target.segments[target]?.text ?? '',
    }
  })

const leastSentence = 5

/** Sentences that stand twice in one text: the span of the second. */
function twice(text: string): Span[] {
  const sentences = sentencesOf(text)
  if (sentences.length < 2) return []
  const bags = sentences.map(({ start, end }) => bagOf(text.slice(start, end)))
  return sentences.filter((_, index) => {
    const bag = bags[index]
    if (!bag || bag.size < leastSentence) return false
    return bags.slice(0, index).some((earlier) => sameness(earlier, bag) >= 0.95)
  })
}

/** A sentence that stands twice in its segment, where the source says it once. */
export const doubledSentences: Check = (pair, _alignment, beads) =>
  beads.flatMap(({ sources, targets }): Finding[] =>
    targets.flatMap((target) => {
      const text = pair.target.segments[target]?.text ?? ''
      const again = twice(text)
      if (again.length === 0) return []
      if (again.length <= twice(textOf(pair.source.segments, sources)).length) return []
      return again.map((span) => found('segment-doubled', pair, target, span))
    }),
  )

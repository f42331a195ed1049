import { usualRatio } from '../lengths.ts'
import { sentencesOf } from '../split-sentences.ts'
import { textOf } from './align.ts'
import type { Check } from './check.ts'
import { whole } from './passages.ts'

/**
 * How far the logarithm of the length may be from the usual one, by the length of the source in letters. Measured on
 * professional translations: a hundredth of them or fewer are further off. Shorter segments say nothing.
 */
const allowed: readonly (readonly [letters: number, off: number])[] = [
  [240, 0.55],
  [120, 0.62],
  [60, 0.85],
]

/** Where sentences are missing or added too, less is enough. */
const allowedWithSentences: readonly (readonly [letters: number, off: number])[] = [[120, 0.34]]

function limitOf(table: typeof allowed, letters: number): number {
  return table.find(([least]) => letters >= least)?.[1] ?? Number.POSITIVE_INFINITY
}

/** Of the usual length of the last sentence, the share under which it breaks off where the whole is short too. */
const brokenOff = 0.4
const shortEnough = -0.35

function lastSentence(text: string): number {
  const span = sentencesOf(text).at(-1)
  return span ? span.end - span.start : 0
}

function breaksOff(before: string, after: string, ratio: number): boolean {
  return lastSentence(after) < lastSentence(before) * ratio * brokenOff
}

const sentencesIn = (text: string): number => sentencesOf(text).length

export const lengthRatio: Check = (pair, _alignment, beads) => {
  const ratio = usualRatio(pair.source.lang, pair.target.lang)
  return beads.flatMap(({ sources, targets }) => {
    const [target] = targets
    const [first] = sources
    if (target === undefined || first === undefined) return []
    const before = textOf(pair.source.segments, sources)
    const after = textOf(pair.target.segments, targets)
    const off = Math.log(after.length / (before.length * ratio))
    const letters = Math.max(before.length * ratio, after.length)
    const fewer = sentencesIn(after) - sentencesIn(before)
    const sameWay = (off < 0 && fewer < 0) || (off > 0 && fewer > 0)
    const limit = Math.min(
      limitOf(allowed, letters),
      sameWay ? limitOf(allowedWithSentences, letters) : Number.POSITIVE_INFINITY,
    )
    const cut =
      off < shortEnough && letters >= 120 && fewer === 0 && breaksOff(before, after, ratio)
    if (Math.abs(off) <= limit && !cut) return []
    return [
      {
        check: 'length-ratio',
        level: 'warning',
        segment: target,
        source: whole(pair, 'source', first),
        target: whole(pair, 'target', target),
        expected: String(Math.round(before.length * ratio)),
        found: String(after.length),
      },
    ]
  })
}

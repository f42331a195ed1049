import { latinOf } from '../latin.ts'
import { remembered } from '../remembered.ts'
import { sentencesOf } from '../split-sentences.ts'
import { wordsOf } from '../words.ts'
import type { Segment } from './pair.ts'

/** What of a segment is likely to stand in its translation too. */
export interface Anchors {
  length: number
  sentences: number
  /** Numbers, addresses, and the first four letters of each long word in Latin letters: energy, энергетика. */
  keys: ReadonlySet<string>
  /** What can hardly be translated: numbers, addresses, names. */
  firm: ReadonlySet<string>
}

const stem = 4
const groupedNumber = /\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?/g

/** Letters that are written in several ways when a word moves to another language or script. */
const sounded = remembered(
  (word) =>
    latinOf(word)
      .replace(/ph/g, 'f')
      .replace(/[wv]/g, 'v')
      .replace(/[cq]/g, 'k')
      .replace(/kh|h/g, '')
      .replace(/[yj]/g, 'i')
      .replace(/z/g, 's')
      .replace(/x/g, 'ks')
      .replace(/(.)\1/g, '$1'),
  20_000,
)

export function anchorsOf(segment: Segment): Anchors {
  const keys = new Set<string>()
  const firm = new Set<string>()
  for (const [number] of segment.text.matchAll(groupedNumber)) {
    const digits = number.replace(/\D/g, '')
    keys.add(digits)
    firm.add(digits)
  }
  for (const link of segment.links ?? []) {
    keys.add(link)
    firm.add(link)
  }
  for (const { text, capital } of wordsOf(segment.text)) {
    if (text.length < stem || /\d/.test(text)) continue
    const key = sounded(text).slice(0, stem)
    if (key.length < stem - 1) continue
    keys.add(key)
    if (capital) firm.add(key)
  }
  return {
    length: segment.text.length,
    sentences: Math.max(1, sentencesOf(segment.text).length),
    keys,
    firm,
  }
}

export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let count = 0
  for (const key of small) if (large.has(key)) count++
  return count
}

/** From 0 (nothing in common) to 1 (the same). */
export function likeness(one: Anchors, other: Anchors): number {
  const all = one.keys.size + other.keys.size
  return all === 0 ? 0 : (2 * shared(one.keys, other.keys)) / all
}

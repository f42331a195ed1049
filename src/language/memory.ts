import { wordsOf } from './words.ts'

/**
 * How alike two segments of one language are, and by which of its words a segment is found among very many. A segment
 * that has to share `least` of its words with another one can't do so without sharing one of its first few in an order
 * that all keep: so only those are marked (prefix filtering, after Chaudhuri, Ganti and Kaushik, 2006). Long words are
 * rare ones, so they come first.
 */

/** From here on an earlier segment is worth looking at: a share of the longer one's words. */
export const least = 0.7

/** Segments of more words aren't kept: nobody translates them as one. */
export const mostWords = 400

/** The words that are compared. */
export function memoryWords(text: string): string[] {
  return wordsOf(text).map(({ lower }) => lower)
}

/** A word that a segment has twice is two: each is told from the other by its number. */
function numbered(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return words.map((word) => {
    const count = (counts.get(word) ?? 0) + 1
    counts.set(word, count)
    return count === 1 ? word : `${word} ${count}`
  })
}

const inOrder = (one: string, other: string): number =>
  other.length - one.length || (one < other ? -1 : one > other ? 1 : 0)

/** By these a segment is found: numbers, so that they take little room. Two words may have one number, rarely. */
export function marksOf(words: readonly string[], language: string): number[] {
  const first = words.length - Math.ceil(least * words.length) + 1
  return numbered(words)
    .toSorted(inOrder)
    .slice(0, first)
    .map((word) => numberOf(`${language} ${word}`))
}

/** A number of 52 bits for a text (two of FNV-1a's 32, on its letters and on its letters with their places). */
export function numberOf(text: string): number {
  let one = 0x81_1c_9d_c5
  let two = 0x9e_37_79_b9
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01_00_01_93)
    two = Math.imul(two ^ (code + at), 0x85_eb_ca_6b)
  }
  return (one >>> 0) * 0x10_00_00 + (two >>> 12)
}

/** How many words a segment may have that is this much like one of so many. */
export function lengthsLike(words: number): { from: number; to: number } {
  return { from: Math.ceil(least * words), to: Math.floor(words / least) }
}

/** Words that have to be changed, put in or left out to make one of the other; null: more than `most`. */
function distance(one: readonly string[], other: readonly string[], most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, word] of one.entries()) {
    const next = [i + 1]
    let best = i + 1
    for (const [j, against] of other.entries()) {
      const change = (row[j] ?? 0) + (word === against ? 0 : 1)
      const value = Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1)
      next.push(value)
      best = Math.min(best, value)
    }
    if (best > most) return null
    row = next
  }
  const last = row.at(-1) ?? 0
  return last > most ? null : last
}

/** How many words two lists have in common, each as often as both have it. */
function common(one: readonly string[], other: readonly string[]): number {
  const mine = new Set(numbered(one))
  return numbered(other).filter((word) => mine.has(word)).length
}

/**
 * The match rate of an earlier segment in per cent: 100 to the letter, 99 where only signs, spaces or capitals differ,
 * else the share of words that stay. Null below `least`.
 */
export function rateOf(
  asked: { text: string; words: readonly string[] },
  kept: { text: string; words: readonly string[] },
): number | null {
  if (asked.text === kept.text) return 100
  const longer = Math.max(asked.words.length, kept.words.length)
  if (longer === 0 || common(asked.words, kept.words) < least * longer) return null
  const changed = distance(asked.words, kept.words, Math.floor((1 - least) * longer + 1e-9))
  if (changed === null) return null
  return changed === 0 ? 99 : Math.min(98, Math.round((1 - changed / longer) * 100))
}

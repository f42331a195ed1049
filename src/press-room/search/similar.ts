import { latinOf } from '../../language/latin.ts'
import { distance, nameKey, skeletonOf } from '../../language/name-keys.ts'

/** A word of a live text: folded, and as the text writes it. */
export interface KnownWord {
  word: string
  shown: string
}

const shortest = 4
const longest = 24

/** The word, and the word without each of its letters: of two that differ by one letter, some are alike. */
export function deletions(word: string): string[] {
  if (word.length < shortest || word.length > longest) return []
  return [
    ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
  ]
}

const capital = /^\p{Lu}/u

/** How a name sounds, as what no word begins with; none for what isn't written as a name, or has hardly a sound. */
export function soundOf(typed: string, anyWord = false): string[] {
  if (!anyWord && !capital.test(typed)) return []
  const sound = skeletonOf(typed)
  return sound.length < 2 ? [] : [`~${sound}`]
}

/** Those that are one name in two spellings or scripts: Tokayev, Токаев; Tleuberdi, Тілеуберді. */
export function soundingLike(typed: string, known: readonly KnownWord[]): KnownWord[] {
  const key = nameKey(typed)
  const most = key.length < 6 ? 1 : 2
  return known.filter(
    ({ shown }) =>
      skeletonOf(shown) === skeletonOf(typed) && distance(nameKey(shown), key, most) <= most,
  )
}

/** Those with one letter more, less, another one, or two changed over; of long words two. The nearest first. */
export function mistakenFor(word: string, known: readonly KnownWord[]): KnownWord[] {
  const most = word.length < 8 ? 1 : 2
  const far = (other: string): number =>
    changedOver(word, other) ? 1 : distance(word, other, most)
  return known
    .map((one) => ({ one, far: Math.min(far(one.word), far(latinOf(one.word))) }))
    .filter((found) => found.far <= most)
    .sort((one, other) => one.far - other.far)
    .map(({ one }) => one)
}

function changedOver(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

import { likeness } from './matching.ts'
import { wordsOf } from './words.ts'

/** So much of two headlines is the same that one reader takes them for one another. */
const alike = 0.75

const number = /^\p{N}+$/u

const numbersIn = (words: readonly string[]): string =>
  words.filter((word) => number.test(word)).join(' ')

/**
 * Whether two headlines say nearly the same. A number that differs makes two headlines of a series (Week 41, Week 42),
 * and of one or two words there is nothing to be alike in: they are the same or they aren't.
 */
export function nearlySame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((headline) => wordsOf(headline).map(({ lower }) => lower))
  if (!left || !right || left.length === 0) return false
  if (left.join(' ') === right.join(' ')) return true
  return (
    Math.min(left.length, right.length) > 2 &&
    numbersIn(left) === numbersIn(right) &&
    likeness(left, right) >= alike
  )
}

import { latinOf } from './latin.ts'
import { remembered } from './remembered.ts'

/** Spellings of one sound in the languages that write names of others: Tokayev, Tokajew, Tokaïev, Токаев. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|sjtj|chtch/g, 's'],
  [/tsch|tch|tsj|tj/g, 'c'],
  [/sch|sh|sj|zh|kj|skj|ch|dzh|dj|dsch/g, 's'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  // Central, Sentral
  [/c(?=[eiy])/g, 's'],
  [/ck|q|c/g, 'k'],
  [/x/g, 'ks'],
  [/ts|tz/g, 's'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/[yj]/g, 'i'],
  [/aa|ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/(.)\1+/g, '$1'],
]

/** How a name sounds, roughly, in whatever language and script it is written. */
export const nameKey = remembered((name) =>
  sounds.reduce((key, [pattern, sound]) => key.replace(pattern, sound), latinOf(name)),
)

/** The consonants of a name alone: what survives being written in another script. */
export const skeletonOf = remembered((name) =>
  nameKey(name)
    .replace(/[aeiou]/g, '')
    .replace(/c/g, 's')
    .replace(/[ghk]/g, 'k')
    .replace(/(.)\1+/g, '$1'),
)

/** Letters to change, add or drop to make one word of the other; at most `most` + 1. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[other.length] ?? 0
}

const latinLetters = /^[\p{Script=Latin}\p{M}’'-]+$/u

/** Without a genitive that languages write without a sign: Norges, Tokajevs. */
const bare = (name: string): string =>
  name.length > 4 ? name.replace(/(?<=\p{L})['’]?s$/u, '') : name

/** Consonants that endings of cases and plurals add in the languages that inflect names. */
const mostAdded = 3

const bareKey = remembered((name) => nameKey(bare(name)))
const bareSkeleton = remembered((name) => skeletonOf(bare(name)))

/**
 * Whether two words can be one name in two languages, in whatever form: Tokayev and Токаевым, Halvorsens and Halvorsen.
 * Between scripts only consonants are compared, so that sounds alike count as the same.
 */
export function sameName(one: string, other: string): boolean {
  if (latinLetters.test(one) && latinLetters.test(other)) return bareKey(one) === bareKey(other)
  const [first, second] = [bareSkeleton(one), bareSkeleton(other)]
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (short.length < 2) return false
  return long.startsWith(short) && long.length - short.length <= mostAdded
}

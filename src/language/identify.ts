import { commonWords, languageTraits } from './common-words.ts'
import type { Language } from './languages.ts'
import { remembered } from './remembered.ts'
import type { Word } from './words.ts'

/** How many words of a text speak for each language, and how many speak at all. */
export interface Evidence {
  /** For each word that tells: the languages that it may be of. */
  votes: readonly ReadonlySet<Language>[]
  /** Words that were looked at: no names, no numbers. */
  words: number
}

const latin = /^\p{Script=Latin}+$/u
const cyrillic = /^\p{Script=Cyrillic}+$/u

function countedVotes(lower: string): readonly ReadonlySet<Language>[] {
  const known = commonWords.get(lower)
  if (known) return [known]
  if (lower.length < 4) return []
  return languageTraits
    .filter(({ pattern }) => pattern.test(lower))
    .map(({ languages }) => languages)
}

const votesOf = remembered(countedVotes, 20_000)

/** Words in lower case only: names are of no language, and German nouns don't need to be heard. */
export function evidenceOf(words: readonly Word[]): Evidence {
  const plain = words.filter(
    ({ capital, text }) => !capital && (latin.test(text) || cyrillic.test(text)),
  )
  return { votes: plain.flatMap(({ lower }) => votesOf(lower)), words: plain.length }
}

/** Words that speak for one language and against the other. */
export function exclusive({ votes }: Evidence, one: Language, other: Language): number {
  return votes.filter((languages) => languages.has(one) && !languages.has(other)).length
}

/** What must speak for a foreign language, and how much may speak against it: sure, or silent. */
const least = 3
const leastInShort = 2
const shortText = 9
const contradiction = 0.2

const candidates: readonly Language[] = [
  'en',
  'nb',
  'nn',
  'da',
  'sv',
  'de',
  'fr',
  'es',
  'kk',
  'ru',
  'uk',
]

/**
 * The language that a text is surely in when it is surely not in the one that it should be in; null when it may well
 * be, or nothing is sure. `more`: how many more words than usual must speak for it.
 */
export function foreignLanguage(
  words: readonly Word[],
  expected: Language,
  more = 0,
): Language | null {
  const evidence = evidenceOf(words)
  const needed = more + (evidence.words < shortText ? leastInShort : least)
  const ranked = candidates
    .filter((language) => language !== expected)
    .map((language) => {
      const pro = exclusive(evidence, language, expected)
      const contra = exclusive(evidence, expected, language)
      return { language, pro, contra, margin: pro - contra }
    })
    .filter(({ pro, contra }) => pro >= needed && contra <= pro * contradiction)
    .sort((one, other) => other.margin - one.margin)
  const [first] = ranked
  if (!first) return null
  // Against every other language too, the first must have more on its side.
  const best = candidates
    .filter((language) => language !== expected)
    .every((language) => {
      if (language === first.language) return true
      return (
        exclusive(evidence, first.language, language) >=
        exclusive(evidence, language, first.language)
      )
    })
  return best ? first.language : null
}

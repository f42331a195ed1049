import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import { kazakhChain } from './inflection-tables.ts'
import type { Language } from './languages.ts'

/** Snowball's rules, as its project has them. Nynorsk is close enough to bokmål for a search. */
const stemmers: Readonly<Partial<Record<Language, (word: string) => string>>> = {
  en: english,
  nb: norwegian,
  nn: norwegian,
  da: danish,
  sv: swedish,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
  uk: ukrainian,
  ar: arabic,
}

/** Shorter beginnings of a Kazakh word aren't words. */
const leastKazakh = 3
const kazakhEndings = new RegExp(`^${kazakhChain}$`, 'u')
/** Before a vowel к, қ and п become г, ғ and б: халық, халығы. */
const hardened: Readonly<Record<string, string>> = { г: 'к', ғ: 'қ', б: 'п' }

/** Each beginning that is followed by endings only. Which of them is the word can't be told: forms of one share some. */
function kazakhStems(word: string): string[] {
  const stems: string[] = []
  for (let length = leastKazakh; length < word.length; length++) {
    const rest = word.slice(length)
    // қала, қаланың: its last vowel belongs to a short word.
    if ((length === leastKazakh && /^[ае]/.test(rest)) || !kazakhEndings.test(rest)) continue
    const last = word[length - 1] ?? ''
    stems.push(word.slice(0, length - 1) + (hardened[last] ?? last))
  }
  return stems
}

/**
 * What is left of a word in lower case without its endings, in the letters of its language; in Kazakh each possibility,
 * in others one; none where nothing is known of the language.
 */
export function stemsOf(lower: string, language: Language): string[] {
  if (language === 'kk') return kazakhStems(lower)
  const stem = stemmers[language]?.(lower)
  return stem ? [stem] : []
}

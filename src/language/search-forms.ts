import { folded, joinedNumbers } from './folding.ts'
import { isLanguage } from './languages.ts'
import { latinOf } from './latin.ts'
import { remembered } from './remembered.ts'
import { stemsOf } from './stems.ts'
import { wordsOf } from './words.ts'

/**
 * Under which words a word of a public text is found, and which words a question looks for. Both by one function: a
 * text is found, and its words are marked, where the two have a form in common.
 */

/** As those write who have no key for them: Aalesund, Tromsoe, Müller and Mueller. */
const spelled: Readonly<Record<string, string>> = {
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  ö: 'oe',
  ä: 'ae',
  ü: 'ue',
}

const cyrillic = /\p{Script=Cyrillic}/u
const inCyrillic: ReadonlySet<string> = new Set(['kk', 'ru', 'uk'])

/** Whoever types Astana in Latin letters means Астане too: what stays when an ending takes the place of a vowel. */
function latinStems(lower: string, language: string): string[] {
  const [, stem] = /^([a-z]{4,}?)[aeiouy]+$/.exec(lower) ?? []
  return stem && inCyrillic.has(language) ? [stem] : []
}

function made(lower: string, language: string): string[] {
  const spelling = folded(lower.replaceAll(/[åøæöäü]/gu, (letter) => spelled[letter] ?? letter))
  const stems = isLanguage(language) ? stemsOf(lower, language) : []
  const latin = cyrillic.test(lower) ? [lower, ...stems].map(latinOf) : []
  // An ending may leave letters that are typed for one another: they are folded after it is gone.
  const forms = [
    folded(lower),
    spelling,
    ...stems.map(folded),
    ...latin,
    ...latinStems(lower, language),
  ]
  return [...new Set(forms)].filter((form) => form !== '')
}

const makers = new Map<string, (lower: string) => string[]>()

/** The forms of one word in lower case; the first is the word itself, folded. Texts say the same words again and again. */
export function formsOf(lower: string, language: string): readonly string[] {
  let make = makers.get(language)
  if (!make) {
    make = remembered((word) => made(word, language), 20_000)
    makers.set(language, make)
  }
  return make(lower)
}

/** Every form of every word of a text. */
export function textForms(text: string, language: string): string[] {
  return wordsOf(joinedNumbers(text)).flatMap(({ lower }) => formsOf(lower, language))
}

/** A word that is asked for. */
export interface AskedWord {
  /** As it was typed. */
  typed: string
  /** A text has to have one of them. */
  forms: readonly string[]
  /** Or a word that begins so; null for what is too short to mean its beginnings. */
  beginning: string | null
}

/** Letters from which on a beginning is looked for. */
const leastBeginning = 4

/** The words of a question in a language, each once. */
export function askedWords(text: string, language: string): AskedWord[] {
  const words = wordsOf(joinedNumbers(text)).map(({ text: typed, lower }): AskedWord => {
    const forms = formsOf(lower, language)
    const [own = ''] = forms
    const begins = own.length >= leastBeginning && /^\p{L}+$/u.test(own)
    return { typed, forms, beginning: begins ? own : null }
  })
  return [...new Map(words.map((word) => [word.forms[0] ?? '', word])).values()].filter(
    ({ forms }) => forms.length > 0,
  )
}

/** Where words of a text are among those that were asked for. Places in UTF-16 units, `end` exclusive. */
export function askedIn(
  text: string,
  asked: readonly AskedWord[],
  language: string,
): { start: number; end: number; word: AskedWord }[] {
  return wordsOf(text).flatMap(({ lower, start, end }) => {
    const forms = formsOf(lower, language)
    const word = asked.find(
      (one) =>
        one.forms.some((form) => forms.includes(form)) ||
        (one.beginning !== null && forms.some((form) => form.startsWith(one.beginning ?? form))),
    )
    return word ? [{ start, end, word }] : []
  })
}

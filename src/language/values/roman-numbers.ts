import type { Language } from '../languages.ts'
import type { Draft } from './draft.ts'
import { isCapital, isDash, isStopAfter, type Reading } from './reading.ts'
import { romanValue } from './roman.ts'
import type { Token } from './tokens.ts'
import type { Unit } from './value.ts'

/** siglo XXI */
const century: Unit = { kind: 'duration', codes: ['century'] }

export function romanAt(reading: Reading, at: number): Draft | null {
  const { tokens, lexicon } = reading
  const token = tokens[at]
  if (!token) return null
  const numeral = /^([IVXLІХ]+)(e|er|re|ème|º|ª)?$/.exec(token.text)?.[1]
  const value = numeral === undefined ? null : romanValue(numeral)
  if (value === null || numeral === undefined || isShouted(reading, at)) return null
  if (numeral.length === 1 && !isSingleRoman(reading, at)) return null
  const hyphen =
    isDash(tokens[at + 1]) &&
    tokens[at + 1]?.gap === '' &&
    lexicon.suffixes.has(tokens[at + 2]?.key ?? '')
  const dot =
    lexicon.table.numbers.dotOrdinals && isStopAfter(tokens[at + 1]) && tokens[at + 2]?.gap !== ''
  return {
    end: hyphen ? at + 3 : dot && /^\p{Ll}/u.test(tokens[at + 2]?.text ?? '') ? at + 2 : at + 1,
    own: [value],
    foreign: [],
    weight: 'soft',
    form: 'roman',
    ordinal: true,
    ...(lexicon.century.get(tokens[at - 1]?.key ?? '') ? { unit: century } : {}),
  }
}

/** Among words in capitals, VI and XI are words too. */
function isShouted({ tokens }: Reading, at: number): boolean {
  return [tokens[at - 1], tokens[at + 1]].some(
    (token) =>
      token !== undefined &&
      token.text.length > 3 &&
      token.text === token.text.toUpperCase() &&
      token.text !== token.text.toLowerCase() &&
      romanValue(token.text) === null,
  )
}

/** One letter is a numeral behind a name (Harald V) or before a century; a pronoun, an initial or a preposition else. */
function isSingleRoman(reading: Reading, at: number): boolean {
  const { tokens, lexicon } = reading
  const letter = tokens[at]?.text ?? ''
  const next = tokens[at + 1]
  if (lexicon.century.get(next?.key ?? '') && next?.gap !== '' && next?.text !== 'в') return true
  if (lexicon.century.get(tokens[at - 1]?.key ?? '')) return true
  const { lang } = lexicon
  if (!/^[VX]$/.test(letter) && (letter !== 'I' || lettersAreWords.has(lang))) return false
  // V Харальд
  if (lang === 'kk' && isName(next)) return true
  if (!isName(tokens[at - 1])) return false
  // Michael V. Smith; in Cyrillic, a Latin letter is no initial.
  return isCyrillic(tokens[at - 1]) || !(isStopAfter(next) && isCapital(tokens[at + 2]))
}

/** Where I is a pronoun or a preposition. */
const lettersAreWords: ReadonlySet<Language> = new Set(['en', 'nb', 'nn', 'da', 'sv'])

function isName(token: Token | undefined): boolean {
  return isCapital(token) && (token?.text.length ?? 0) > 2
}

function isCyrillic(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Script=Cyrillic}/u.test(token.text)
}

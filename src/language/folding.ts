import { latinOf } from './latin.ts'
import { wordsOf } from './words.ts'

/** Words as somebody looks for them: without case and marks, with letters that are typed for one another made one. */

/** What people type who have no key for a letter, or hear another one. Cyrillic stays Cyrillic. */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
  'ø=o å=a æ=ae ö=o ä=a ü=u ß=ss œ=oe ð=d þ=th đ=d ł=l ı=i ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и ї=и є=е ґ=г ё=е й=и ў=у ъ= ь='
    .split(' ')
    .map((pair) => pair.split('=')),
)

/** One word in the form by which it is found. */
export function folded(word: string): string {
  return [...word.toLowerCase().normalize('NFC')]
    .map((char) => alike[char] ?? char)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
}

/** Thousands that are set apart make one number, whatever sets them apart: 1,200 and 1 200 are 1200. */
export const joinedNumbers = (text: string): string =>
  text.replaceAll(/(?<!\d)\d{1,3}(?:[.,’'\u0020\u00A0\u202F]\d{3})+(?!\d)/gu, (number) =>
    number.replaceAll(/\D/gu, ''),
  )

const cyrillic = /\p{Script=Cyrillic}/u

/** Every form by which a text is found, its Cyrillic words in Latin letters too. */
export function searchWords(text: string): string[] {
  return wordsOf(joinedNumbers(text)).flatMap(({ lower }) => {
    const word = folded(lower)
    return cyrillic.test(lower) ? [word, latinOf(lower)] : [word]
  })
}

/** The words of a question, each once; a text is found that has them all, or words that begin so. */
export function questionWords(text: string): string[] {
  const words = wordsOf(joinedNumbers(text)).map(({ lower }) => folded(lower))
  return [...new Set(words)].filter((word) => word !== '')
}

/** Where words of a text begin with what was asked for. Places in UTF-16 units, `end` exclusive. */
export function hitsIn(text: string, asked: readonly string[]): { start: number; end: number }[] {
  return wordsOf(text).flatMap(({ lower, start, end }) => {
    const forms = cyrillic.test(lower) ? [folded(lower), latinOf(lower)] : [folded(lower)]
    return forms.some((form) => asked.some((word) => form.startsWith(word))) ? [{ start, end }] : []
  })
}

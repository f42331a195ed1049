import type { Language } from './languages.ts'

/** A stretch of a text and what is the matter with it. */
export interface Mark {
  start: number
  end: number
  /** The words in question, or the name of what can't be seen. */
  shown: string
}

const word = /[\p{L}\p{M}]+/gu
const cyrillic = /\p{Script=Cyrillic}/u
const latin = /\p{Script=Latin}/u
const latinOrGreek = /[\p{Script=Latin}\p{Script=Greek}]/u
const sameScript =
  /[\p{Script=Cyrillic}\p{M}]+|[^\p{Script=Cyrillic}\p{M}][^\p{Script=Cyrillic}]*/gu

/** Latin and Greek letters that look like letters of Russian, Ukrainian or Kazakh, and those that they look like. */
const doubles = new Set([
  ...'aceikopxyhəøABCEHIKMOPTXYƏØ',
  ...'αορυχκΑΒΕΗΙΚΜΟΡΤΥΧ',
  ...'асеікорхуһәөАВСЕІКМНОРТХУҺӘӨҮ',
])

const looksLikeAnother = (part: string): boolean =>
  [...part.normalize('NFD').replace(/\p{M}/gu, '')].every((letter) => doubles.has(letter))

/** Greek letters that look like Latin ones; the others are notation (µ, Δ, σ). */
const greekTwin = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ]/u

function isMixed(run: string): boolean {
  if (!latinOrGreek.test(run)) return false
  if (!cyrillic.test(run)) return greekTwin.test(run) && latin.test(run) && [...run].length > 2
  const parts = run.match(sameScript) ?? []
  return parts.length > 2 || parts.some(looksLikeAnother)
}

/**
 * Words in which letters of two scripts are mixed in a way that can't be seen, such as an English word that begins
 * with a Cyrillic М: what stands in one of the two scripts is only letters that look the same in the other, or the
 * script changes to and fro. A name with a native ending (Equinor-дың, Equinorдың) can be seen to be two scripts, and
 * is right; single Greek letters beside Latin ones (μm, Δx) are notation.
 */
export function mixedWords(text: string): Mark[] {
  return marksOf(text, word).filter(({ shown }) => isMixed(shown))
}

function marksOf(text: string, pattern: RegExp): Mark[] {
  return [...text.matchAll(pattern)].map(({ 0: shown, index }) => ({
    start: index,
    end: index + shown.length,
    shown,
  }))
}

/** Cyrillic letters that look like Latin ones, and nothing else. */
const cyrillicTwins = /^[АВЕЅІЈКМНОРСТХаеіјорсухѕ]+$/u
const cyrillicLanguages: ReadonlySet<Language> = new Set(['kk', 'ru', 'uk'])
/** Small letters that are words in Cyrillic languages: и, а, о, у, с, в; the Latin twin of one is a slip. */
const lonelyTwin = /(?<=\p{Script=Cyrillic}[\p{L},]* )[acoyi](?= [\p{Script=Cyrillic}«])/gu

/**
 * Words of look-alikes only, in the other script than everything around them: a Cyrillic СОР in an English text, a
 * Latin c in a Russian one.
 */
export function disguisedWords(text: string, lang: Language): Mark[] {
  if (cyrillicLanguages.has(lang)) return marksOf(text, lonelyTwin)
  if (!cyrillic.test(text)) return []
  const runs = marksOf(text, word)
  const foreign = runs.filter(({ shown }) => cyrillic.test(shown))
  // A Cyrillic name among others is meant as one.
  return foreign.every(({ shown }) => cyrillicTwins.test(shown)) ? foreign : []
}

/** Named so that a message can show what can't be seen. */
const invisible: ReadonlyMap<string, string> = new Map([
  ['\u200B', 'U+200B zero width space'],
  ['\u2060', 'U+2060 word joiner'],
  ['\uFEFF', 'U+FEFF byte order mark'],
  ['\u2028', 'U+2028 line separator'],
  ['\u2029', 'U+2029 paragraph separator'],
  ['\u180E', 'U+180E vowel separator'],
  ['\u034F', 'U+034F combining grapheme joiner'],
  ['\u3164', 'U+3164 hangul filler'],
  ['\u2061', 'U+2061 function application'],
  ['\u2062', 'U+2062 invisible times'],
  ['\u2063', 'U+2063 invisible separator'],
  ['\u2064', 'U+2064 invisible plus'],
  ['\uFFFC', 'U+FFFC object replacement character'],
])

/** Right-to-left text needs them; without any, nobody does. */
const directions: ReadonlyMap<string, string> = new Map([
  ['\u200E', 'U+200E left-to-right mark'],
  ['\u200F', 'U+200F right-to-left mark'],
  ['\u061C', 'U+061C arabic letter mark'],
  ['\u2066', 'U+2066 left-to-right isolate'],
  ['\u2067', 'U+2067 right-to-left isolate'],
  ['\u2068', 'U+2068 first strong isolate'],
  ['\u2069', 'U+2069 pop directional isolate'],
])

/** They can make a text read as what it isn't, in any language. */
const overrides: ReadonlyMap<string, string> = new Map([
  ['\u202A', 'U+202A left-to-right embedding'],
  ['\u202B', 'U+202B right-to-left embedding'],
  ['\u202C', 'U+202C pop directional formatting'],
  ['\u202D', 'U+202D left-to-right override'],
  ['\u202E', 'U+202E right-to-left override'],
])

const joiners: ReadonlyMap<string, string> = new Map([
  ['\u200C', 'U+200C zero width non-joiner'],
  ['\u200D', 'U+200D zero width joiner'],
])

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Whose letters joiners join: outside of them and of emoji they join nothing. */
const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}]/u

/** Control characters apart from tab and line feed, and tag characters. */
const control = /(?![\t\n\r])\p{Cc}|[\u{E0000}-\u{E007F}]/gu
const suspicious = /[\u034F\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\u3164\uFEFF\uFFFC]/gu

function nameOf(char: string, text: string): string | undefined {
  return (
    invisible.get(char) ??
    overrides.get(char) ??
    (rightToLeft.test(text) ? undefined : directions.get(char)) ??
    (joined.test(text) ? undefined : joiners.get(char))
  )
}

/**
 * The invisible and direction-control characters of a text. None are: soft hyphens and no-break spaces, joiners where
 * letters or emoji need them, direction marks beside right-to-left letters. Of several alike in a row, the first.
 */
export function invisibleIn(text: string): Mark[] {
  const named = marksOf(text, suspicious).flatMap(({ start, end, shown }) => {
    const name = nameOf(shown, text)
    return name ? [{ start, end, shown: name }] : []
  })
  const controls = marksOf(text, control).map(({ start, end, shown }) => ({
    start,
    end,
    shown: `U+${(shown.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }))
  return [...named, ...controls]
    .sort((one, other) => one.start - other.start)
    .filter(({ start, shown }, index, all) => {
      const before = all[index - 1]
      return before === undefined || before.end !== start || before.shown !== shown
    })
}

export function findMixedScript(text: string): string[] {
  return mixedWords(text).map(({ shown }) => shown)
}

/** The invisible and direction-control characters of a text, each named once: soft hyphens too, which nobody typed. */
export function findInvisible(text: string): string[] {
  const soft = text.includes('\u00AD') ? ['U+00AD soft hyphen'] : []
  return [...new Set([...invisibleIn(text).map(({ shown }) => shown), ...soft])].sort()
}

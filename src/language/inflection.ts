import { derivedEndings, inflections, kazakhChain } from './inflection-tables.ts'
import type { Language } from './languages.ts'

/** Shorter beginnings say nothing about which word it is. */
const leastStem = 2

interface Row {
  ending: string
  forms: ReadonlySet<string>
}

function rowsOf(rows: readonly (readonly [string, string])[] = []): Row[] {
  return rows.map(([ending, forms]) => ({
    ending: ending === '*' ? '' : ending,
    forms: new Set(forms.split(' ').map((form) => (form === '_' ? '' : form))),
  }))
}

const known = new Map<Language, readonly Row[]>()

function rowsIn(lang: Language): readonly Row[] {
  let rows = known.get(lang)
  if (!rows) {
    const table = inflections[lang]
    rows = [...rowsOf(table?.surnames), ...rowsOf(table?.rows)]
    known.set(lang, rows)
  }
  return rows
}

function commonStart(one: string, other: string): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count++
  return count
}

const chain = new RegExp(`^${kazakhChain}$`, 'u')
/** Endings that keep their vowel whatever the word: мен, бен, пен, нікі. */
const unbound = /[мбп]ен|[нтд]ікі/gu

/** Vowels of one word are all back or all front. */
function harmonious(ending: string): boolean {
  const bound = ending.replace(unbound, '')
  return !(/[аоұы]/u.test(bound) && /[әеіөү]/u.test(bound))
}

/** Before a vowel: к → г, қ → ғ, п → б; халық → халқ. */
function kazakhStems(lemma: string): string[] {
  const soft: Readonly<Record<string, string>> = { к: 'г', қ: 'ғ', п: 'б' }
  const last = soft[lemma.at(-1) ?? '']
  const short = /^(.+\p{L})[ыі](\p{L})$/u.exec(lemma)
  return [
    ...(last ? [lemma.slice(0, -1) + last] : []),
    ...(short?.[1] && short[2] ? [short[1] + short[2]] : []),
  ]
}

function isKazakhForm(word: string, lemma: string): boolean {
  if (word.startsWith(lemma)) {
    const ending = word.slice(lemma.length)
    return chain.test(ending) && harmonious(ending)
  }
  return kazakhStems(lemma).some((stem) => {
    if (!word.startsWith(stem)) return false
    const ending = word.slice(stem.length)
    return /^[ыіае]/u.test(ending) && chain.test(ending) && harmonious(ending)
  })
}

const umlauts: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' }
const accents: Readonly<Record<string, string>> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' }

/** Letters that a form of the same word may have in another shape: Land, Länder; nación, naciones. */
function evened(word: string, lang: Language): string {
  if (lang === 'de') return word.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter)
  if (lang === 'es') return word.replace(/[áéíóú]/g, (letter) => accents[letter] ?? letter)
  return word
}

/** Norwegian and Swedish write program, programmet. */
const doubling: ReadonlySet<Language> = new Set(['nb', 'nn', 'da', 'sv'])

function fits(word: string, lemma: string, lang: Language): boolean {
  return rowsIn(lang).some(({ ending, forms }) => {
    if (!lemma.endsWith(ending)) return false
    const stem = lemma.slice(0, lemma.length - ending.length)
    if (stem.length < leastStem || !word.startsWith(stem)) return false
    const rest = word.slice(stem.length)
    if (forms.has(rest)) return true
    return (
      doubling.has(lang) && rest[0] === stem.at(-1) && rest.length > 1 && forms.has(rest.slice(1))
    )
  })
}

/**
 * Whether a word is a form of another, which stands as a dictionary or a term base has it. Both in lower case, ё as е
 * (`lowered`). Sure about the regular; an irregular form (Mann, Männer) is another word.
 */
export function isFormOf(word: string, lemma: string, lang: Language): boolean {
  if (word === lemma) return true
  if (lang === 'kk') return isKazakhForm(word, lemma)
  if (commonStart(word, lemma) < leastStem - 1) return false
  return fits(evened(word, lang), evened(lemma, lang), lang)
}

const derivedCache = new Map<Language, ReadonlySet<string>>()

function derivedIn(lang: Language): ReadonlySet<string> {
  let endings = derivedCache.get(lang)
  if (!endings) {
    endings = new Set((derivedEndings[lang] ?? '').split(' '))
    derivedCache.set(lang, endings)
  }
  return endings
}

const leastShared = 4
const mostLost = 3

/** Whether a word is an adjective of a name, or its inhabitants: Норвегия, норвежский; Kazakhstan, Kazakh. */
export function isDerivedFrom(word: string, lemma: string, lang: Language): boolean {
  const shared = commonStart(word, lemma)
  if (shared < leastShared) return false
  if (shared === word.length && lemma.length - shared <= 4 && shared >= 5) return true
  for (let cut = shared; cut >= Math.max(3, shared - 1); cut--)
    if (lemma.length - cut <= mostLost + 1 && derivedIn(lang).has(word.slice(cut))) return true
  // Consonants change before the ending: г → ж, к → ч, ц.
  const [, rest = ''] = /^.([а-яі]+)$/u.exec(word.slice(shared)) ?? []
  return lemma.length - shared <= mostLost && derivedIn(lang).has(rest)
}

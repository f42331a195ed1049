import { isDerivedFrom, isFormOf } from '../inflection.ts'
import type { Language } from '../languages.ts'
import { lowered, type Word, wordsOf } from '../words.ts'
import type { Segment, Side, Span } from './pair.ts'

/** A word of a text with the segment that it stands in. */
export interface Token extends Word {
  segment: number
  /** Its place among the words of its segment. */
  index: number
  /** A capital letter that says nothing: it begins a sentence, a heading or a list item. */
  opens: boolean
}

/** The words of one side, to be looked up by how they begin. */
export interface Index {
  lang: Language
  bySegment: readonly (readonly Token[])[]
  byStart: ReadonlyMap<string, readonly Token[]>
}

/** Of a word that is inflected, so much stays. */
const stays = 2
const startOf = (lower: string): string => lower.slice(0, stays)

const ends = '.!?…:\n•'
const between = ' \u00a0\u202f"”’»“«„‘()[]¿¡–—-'

/** Whether nothing but signs stands between a word and the end of the sentence before, or the beginning. */
function opensAt(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const char = text[at] ?? ''
    if (ends.includes(char)) return true
    if (!between.includes(char)) return false
  }
  return true
}

function tokensOf({ text }: Segment, segment: number): Token[] {
  // Field by field: a text has thousands of words, and copying whole objects is slow.
  return wordsOf(text).map((word, index) => ({
    text: word.text,
    lower: word.lower,
    start: word.start,
    end: word.end,
    capital: word.capital,
    segment,
    index,
    opens: word.capital && opensAt(text, word.start),
  }))
}

const known = new WeakMap<Side, Index>()

export function indexOf(side: Side): Index {
  const index = known.get(side) ?? indexed(side)
  known.set(side, index)
  return index
}

function indexed(side: Side): Index {
  const bySegment = side.segments.map(tokensOf)
  const byStart = new Map<string, Token[]>()
  for (const token of bySegment.flat()) {
    const list = byStart.get(startOf(token.lower))
    if (list) list.push(token)
    else byStart.set(startOf(token.lower), [token])
  }
  return { lang: side.lang, bySegment, byStart }
}

/** A form of a term as its words. */
export interface Lemma {
  form: string
  words: readonly Word[]
  /** In small letters throughout: it may begin a sentence, too. */
  small: boolean
}

/** Stands before a name and isn't part of it. */
const articles: ReadonlySet<string> = new Set(
  'the den det de der die das dei le la les l el los las'.split(' '),
)

export function lemmaOf(form: string): Lemma {
  const all = wordsOf(form)
  const words = all.length > 1 && articles.has(all[0]?.lower ?? '') ? all.slice(1) : all
  return { form, words, small: words.every(({ capital }) => !capital) }
}

/** How sure a place must be: in the source to the letter, in the target whatever can be meant. */
export type Strictness = 'strict' | 'lenient'

/** A term in a text: its words in their order. */
export interface Place extends Span {
  segment: number
  tokens: readonly Token[]
}

const longEnough = 6

function isCapitalised(token: Token, lemma: Word): boolean {
  return !lemma.capital || token.capital
}

function wordFits(token: Token, lemma: Word, lang: Language, strictness: Strictness): boolean {
  if (strictness === 'strict')
    return isCapitalised(token, lemma) && isFormOf(token.lower, lemma.lower, lang)
  if (isFormOf(token.lower, lemma.lower, lang)) return true
  // In a compound: Außenministeriumssprecher, utenriksdepartementssamarbeidet.
  return (
    compounds.has(lang) && lemma.lower.length >= longEnough && token.lower.startsWith(lemma.lower)
  )
}

const compounds: ReadonlySet<Language> = new Set(['nb', 'nn', 'da', 'sv', 'de'])

/** The place of a lemma that begins with this word, or null. */
function placeAt(
  index: Index,
  first: Token,
  { words }: Lemma,
  strictness: Strictness,
): Place | null {
  const line = index.bySegment[first.segment] ?? []
  const tokens: Token[] = []
  let at = first.index
  for (const word of words) {
    let token = line[at]
    // What a language sets between the words of a name: an article, a genitive.
    if (
      token &&
      tokens.length > 0 &&
      strictness === 'lenient' &&
      !wordFits(token, word, index.lang, strictness)
    )
      token = line[++at]
    if (!token || !wordFits(token, word, index.lang, strictness)) return null
    tokens.push(token)
    at++
  }
  const last = tokens.at(-1)
  return last ? { segment: first.segment, start: first.start, end: last.end, tokens } : null
}

/** Every place where a term stands, inflected or not. */
export function placesOf(index: Index, lemma: Lemma, strictness: Strictness): Place[] {
  const [first] = lemma.words
  if (!first) return []
  return (index.byStart.get(startOf(first.lower)) ?? []).flatMap(
    (token) => placeAt(index, token, lemma, strictness) ?? [],
  )
}

/** Whether an adjective of a one-word name stands in a segment: norsk for Norge. */
export function hasDerived(index: Index, { words }: Lemma, segment: number): boolean {
  const [word, more] = words
  if (!word || more) return false
  return (index.bySegment[segment] ?? []).some(({ lower }) =>
    isDerivedFrom(lower, lowered(word.lower), index.lang),
  )
}

import { isFormOf } from '../inflection.ts'
import type { Language } from '../languages.ts'
import { distance } from '../name-keys.ts'
import { isRegion } from '../regions.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import type { Bead, Pair, Passage, Side, Term } from './pair.ts'
import {
  hasDerived,
  type Index,
  indexOf,
  type Lemma,
  lemmaOf,
  type Place,
  placesOf,
  type Token,
} from './term-places.ts'

interface Known {
  of: Term
  source: Lemma | null
  target: Lemma | null
  /** Right in the target as well. */
  also: readonly Lemma[]
  forbidden: readonly Lemma[]
}

interface Sides {
  pair: Pair
  source: Index
  target: Index
  terms: readonly Known[]
}

const knownLemma = (form: string | undefined) => (form ? lemmaOf(form) : null)

/** A glossary has thousands of terms and stays the same while somebody types: its words are taken apart once. */
const kept = new WeakMap<Pair['glossary'], Map<string, readonly Known[]>>()

function knownIn({ source, target, glossary }: Pair): readonly Known[] {
  const byLanguages = kept.get(glossary) ?? new Map<string, readonly Known[]>()
  kept.set(glossary, byLanguages)
  const key = `${source.lang} ${target.lang}`
  const known = byLanguages.get(key) ?? glossary.map((term) => knownTerm(term, source, target))
  byLanguages.set(key, known)
  return known
}

const knownTerm = (of: Term, source: Side, target: Side): Known => ({
  of,
  source: knownLemma(of.term[source.lang]),
  target: knownLemma(of.term[target.lang]),
  also: (of.also?.[target.lang] ?? []).map(lemmaOf),
  forbidden: (of.forbidden?.[target.lang] ?? []).map(lemmaOf),
})

const rightIn = ({ target, also }: Known): Lemma[] => [...(target ? [target] : []), ...also]

const within = (one: Place, other: Place): boolean =>
  one.segment === other.segment && other.start <= one.start && one.end <= other.end
const longer = (one: Place, other: Place): boolean => one.end - one.start > other.end - other.start

/** Forms that must not be used, unless they are part of an approved one. */
function forbiddenPlaces({
  target,
  terms,
}: Pick<Sides, 'target' | 'terms'>): { place: Place; term: Known }[] {
  const approved = terms.flatMap((term) =>
    rightIn(term).flatMap((lemma) => placesOf(target, lemma, 'strict')),
  )
  return terms.flatMap((term) =>
    term.forbidden
      .flatMap((form) => placesOf(target, form, 'strict'))
      .filter((place) => !approved.some((one) => within(place, one)))
      .map((place) => ({ place, term })),
  )
}

const textAt = (pair: Pair, side: 'source' | 'target', { segment, start, end }: Passage): string =>
  pair[side].segments[segment]?.text.slice(start, end) ?? ''

const passage = ({ segment, start, end }: Place): Passage => ({ segment, start, end })

const firstLetters = (words: Lemma['words']): string =>
  words.map(({ text }) => text[0] ?? '').join('')

/** EU for Den europeiske union, ОБСЕ for Организация по безопасности и сотрудничеству в Европе. */
function initials({ words }: Lemma): string[] {
  return [firstLetters(words), firstLetters(words.filter(({ text }) => text.length > 3))]
    .map((short) => short.toUpperCase())
    .filter((short) => short.length >= 2)
}

const acronym = /^\p{Lu}{2,8}\p{Ll}{0,3}$/u

/** A short form of the term in either language, or any acronym where the term is long enough to have one. */
function hasAcronym(tokens: readonly Token[], term: Known): boolean {
  const known = [term.target, term.source].flatMap((lemma) => (lemma ? initials(lemma) : []))
  const words = term.target?.words.length ?? 0
  return tokens.some(({ text }) => {
    if (!acronym.test(text)) return false
    const upper = text.replace(/\p{Ll}+$/u, '')
    return words >= 3 || known.includes(upper)
  })
}

/** What stands in a term's place and is nearly it: misspelt, or with another word in it. */
function nearMiss(tokens: readonly Token[], { words }: Lemma, lang: Language): Place | null {
  const near = (token: Token, word: Lemma['words'][number]): boolean => {
    const [one, other] = [token.lower, word.lower]
    if (isFormOf(one, other, lang)) return false
    const most = other.length >= 8 ? 2 : other.length >= 5 ? 1 : 0
    if (most === 0 || (word.capital && !token.capital)) return false
    // The ending is the language's own affair.
    const [stem, start] = [other.slice(0, -1), one.slice(0, other.length - 1)]
    return distance(one, other, most) <= most || (most > 1 && distance(stem, start, 1) <= 1)
  }
  for (const [at, first] of tokens.entries()) {
    let [right, wrong] = [0, 0]
    const window = tokens.slice(at, at + words.length)
    if (window.length < words.length) break
    window.forEach((token, index) => {
      const word = words[index]
      if (!word) return
      if (isFormOf(token.lower, word.lower, lang)) right++
      else if (near(token, word)) wrong++
    })
    const last = window.at(-1)
    const all = right + wrong === words.length && wrong > 0
    if (last && all && wrong <= Math.max(1, words.length / 2))
      return { segment: first.segment, start: first.start, end: last.end, tokens: window }
  }
  return null
}

/** Whether a part of a longer term stands there: the Ministry, Tokayev. */
function hasPart(tokens: readonly Token[], { words }: Lemma, lang: Language): boolean {
  if (words.length < 2) return false
  return words
    .filter(({ text }) => text.length >= 5)
    .some((word) => tokens.some(({ lower }) => isFormOf(lower, word.lower, lang)))
}

/** A person is named in full in one language and by the surname in the other. */
function isPerson({ words }: Lemma): boolean {
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every(({ capital, text }) => capital && !/\d/.test(text))
  )
}

function surnameStands(tokens: readonly Token[], lemma: Lemma, lang: Language): boolean {
  const surname = lemma.words.at(-1)
  if (!surname) return false
  return tokens.some(({ lower }) => isFormOf(lower, surname.lower, lang))
}

function finding(
  { pair }: Sides,
  bead: Bead,
  at: Place,
  expected: string,
  near: Place | null,
): Finding {
  const segment = near?.segment ?? bead.targets[0] ?? 0
  return {
    check: 'term-missing',
    level: 'warning',
    segment,
    source: passage(at),
    target: near ? passage(near) : null,
    expected,
    found: near ? textAt(pair, 'target', near) : '',
  }
}

/** Whether everything that the term may have become can be ruled out in these segments. */
function missing(sides: Sides, bead: Bead, term: Known, at: Place, first: boolean): Finding | null {
  const { target } = sides
  const lemma = term.target
  if (!lemma || !term.source) return null
  const places = rightIn(term).flatMap((one) => placesOf(target, one, 'lenient'))
  if (places.some(({ segment }) => bead.targets.includes(segment))) return null
  const tokens = bead.targets.flatMap((segment) => target.bySegment[segment] ?? [])
  const near = nearMiss(tokens, lemma, target.lang)
  if (near) return finding(sides, bead, at, lemma.form, near)
  if (isRegion(lemma.form, target.lang)) return null
  if (bead.targets.some((segment) => hasDerived(target, lemma, segment))) return null
  if (hasAcronym(tokens, term)) return null
  if (isPerson(lemma) && surnameStands(tokens, lemma, target.lang)) return null
  if (!first && hasPart(tokens, lemma, target.lang)) return null
  return finding(sides, bead, at, lemma.form, null)
}

function missingTerms(sides: Sides, beads: readonly Bead[]): Finding[] {
  const places = sides.terms.map(({ source }) =>
    source ? placesOf(sides.source, source, 'strict') : [],
  )
  return sides.terms.flatMap((term, index) => {
    const own = places[index] ?? []
    // A longer term that this one is part of answers for it.
    const free = own.filter(
      (place) =>
        !places.some((others) =>
          others.some((other) => within(place, other) && longer(other, place)),
        ),
    )
    const [earliest] = free
    const lost = beads.flatMap((bead): Finding[] => {
      const at = free.find(({ segment }) => bead.sources.includes(segment))
      if (!at || bead.targets.length === 0) return []
      const found = missing(sides, bead, term, at, at === earliest)
      return found ? [found] : []
    })
    return movedElsewhere(sides, term, free, lost) ? [] : lost
  })
}

/** The target says the term as often as the source, in other segments: its sentences were put together otherwise. */
function movedElsewhere(
  { target }: Sides,
  term: Known,
  said: readonly Place[],
  lost: readonly Finding[],
): boolean {
  if (lost.length === 0 || !term.target || lost.some(({ found }) => found !== '')) return false
  const places = rightIn(term).flatMap((lemma) => placesOf(target, lemma, 'lenient'))
  return places.length >= said.length
}

/** Forms in a text by itself that its glossary forbids, with what to write instead. */
export function forbiddenIn(
  side: Side,
  glossary: Pair['glossary'],
): { term: Term; at: Passage; found: string; form: string }[] {
  const target = indexOf(side)
  const pair = { source: side, target: side, glossary }
  return forbiddenPlaces({ target, terms: knownIn(pair) }).map(({ place, term }) => ({
    term: term.of,
    at: passage(place),
    found: textAt(pair, 'target', place),
    form: term.target?.form ?? '',
  }))
}

export const terms: Check = (pair, _alignment, beads) => {
  if (pair.glossary.length === 0) return []
  const sides: Sides = {
    pair,
    source: indexOf(pair.source),
    target: indexOf(pair.target),
    terms: knownIn(pair),
  }
  const forbidden = forbiddenPlaces(sides)
  const lost = missingTerms(sides, beads).filter(
    ({ segment, expected }) =>
      !forbidden.some(
        ({ place, term }) => place.segment === segment && term.target?.form === expected,
      ),
  )
  return [
    ...lost,
    ...forbidden.map(
      ({ place, term }): Finding => ({
        check: 'term-forbidden',
        level: 'warning',
        segment: place.segment,
        source: null,
        target: passage(place),
        expected: term.target?.form ?? '',
        found: textAt(pair, 'target', place),
      }),
    ),
  ]
}

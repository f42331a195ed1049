import type { Atom, Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A number in words. `end`: index of the token behind it. */
export interface WordNumber {
  value: number
  ordinal: boolean
  end: number
  /** A scale without a number before it: hundred, million. */
  bare: boolean
  /** The scale at its end, from thousand on; else 1. */
  scale: number
}

type Item = Atom | 'and'

interface Part {
  value: number
  ordinal: boolean
  next: number
}

/** No number in words has more. */
const mostItems = 16
const longestWord = 64

/** The number that begins at a token, or null. */
export function wordNumberAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): WordNumber | null {
  const first = tokens[at]
  if (!first || first.kind !== 'word' || !itemOf(first, lexicon)) return null
  const items: Item[] = []
  const ends: number[] = []
  let index = at
  while (items.length < mostItems) {
    const token = tokens[index]
    const item = token ? itemOf(token, lexicon) : null
    if (!item) break
    items.push(item)
    ends.push(index + 1)
    const joint = jointAfter(tokens, index)
    if (joint === null) break
    index = joint
  }
  const number = readNumber(items, 0, lexicon)
  if (!number) return null
  const end = ends[number.next - 1]
  if (end === undefined) return null
  const only = number.next === 1 ? items[0] : undefined
  const bare = only !== undefined && only !== 'and' && only.kind === 'scale' && !only.ordinal
  if (bare && !only.standsAlone) return null
  const last = items[number.next - 1]
  const scale = isScale(last) && last.value >= 1000 ? last.value : 1
  return { value: number.value, ordinal: number.ordinal, end, bare, scale }
}

/** Where the next word of the number can be: behind a blank, or a hyphen without blanks. */
function jointAfter(tokens: readonly Token[], index: number): number | null {
  const next = tokens[index + 1]
  if (!next) return null
  if (next.kind === 'word') return next.gap !== '' && !next.gap.includes('\n') ? index + 1 : null
  const after = tokens[index + 2]
  const hyphen = (next.text === '-' || next.text === '‑') && next.gap === ''
  return hyphen && after?.kind === 'word' && after.gap === '' ? index + 2 : null
}

function itemOf(token: Token, lexicon: Lexicon): Item | null {
  if (token.kind !== 'word') return null
  const atom = lexicon.atoms.get(token.key)
  if (atom) return atom
  if (lexicon.and.has(token.key)) return 'and'
  return lexicon.table.numbers.joined ? joinedAtom(token.key, lexicon) : null
}

/** The number at the beginning of a compound: двух in двухдневный, achtzehn in achtzehnjährig. */
export function prefixValue(prefix: string, lexicon: Lexicon): number | null {
  const known = lexicon.prefixes.get(prefix)
  if (known !== undefined) return known
  const atom =
    lexicon.atoms.get(prefix) ?? (lexicon.table.numbers.joined ? joinedAtom(prefix, lexicon) : null)
  return atom && !atom.ordinal && atom.standsAlone ? atom.value : null
}

/** One word made of several: einundzwanzig, hundreogfemti. The whole word must be a number. */
function joinedAtom(word: string, lexicon: Lexicon): Atom | null {
  if (word.length > longestWord) return null
  const dead = new Set<number>()
  const items: Item[] = []
  const search = (from: number): Atom | null => {
    if (from === word.length) return items.length > 1 ? whole(items, lexicon) : null
    if (dead.has(from)) return null
    for (let length = Math.min(lexicon.longest, word.length - from); length >= 2; length--) {
      const piece = word.slice(from, from + length)
      const atom = lexicon.atoms.get(piece)
      const item = atom?.standsAlone ? atom : lexicon.and.has(piece) ? 'and' : null
      if (!item) continue
      items.push(item)
      const found = search(from + length)
      if (found) return found
      items.pop()
    }
    dead.add(from)
    return null
  }
  return search(0)
}

function whole(items: readonly Item[], lexicon: Lexicon): Atom | null {
  const number = readNumber(items, 0, lexicon)
  if (!number || number.next !== items.length) return null
  const { value, ordinal } = number
  return { value, ordinal, kind: 'small', standsAlone: true }
}

/** Thousands, millions …, each smaller than the one before. */
function readNumber(items: readonly Item[], at: number, lexicon: Lexicon): Part | null {
  let total = 0
  let smallest = Number.POSITIVE_INFINITY
  let next = at
  for (;;) {
    const part = readPart(items, next === at ? next : skipAnd(items, next), lexicon)
    // dos mil quinientos millones: the thousands count millions too.
    if (part && smallest === 1000 && part.scale >= 1e6 && items[next] !== 'and') {
      total = total * part.scale + part.value
      smallest = part.scale
      next = part.next
      continue
    }
    if (!part || part.scale >= smallest) break
    total += part.value
    smallest = part.scale
    next = part.next
    if (part.ordinal) return { value: total, ordinal: true, next }
    if (part.scale === 1) break
  }
  return next > at ? { value: total, ordinal: false, next } : null
}

/** A number below thousand with the scales that follow: three hundred thousand, mil millones. */
function readPart(
  items: readonly Item[],
  at: number,
  lexicon: Lexicon,
): (Part & { scale: number }) | null {
  const below = readBelowThousand(items, at, lexicon)
  if (below?.ordinal) return { ...below, scale: 1 }
  let value = below?.value ?? 1
  let next = below?.next ?? at
  let scale = 1
  for (let item = items[next]; isScale(item) && item.value >= 1000; item = items[next]) {
    value *= item.value
    scale *= item.value
    next++
    if (item.ordinal) return { value, ordinal: true, next, scale }
  }
  if (scale === 1 && below && below.value >= 1000) scale = scaleOf(below.value)
  return next > at ? { value, ordinal: false, next, scale } : null
}

/** Of a joined word that is a thousand or more already. */
function scaleOf(value: number): number {
  return [1e12, 1e9, 1e6, 1000].find((scale) => value >= scale) ?? 1
}

function readBelowThousand(items: readonly Item[], at: number, lexicon: Lexicon): Part | null {
  const first = items[at]
  const tens = readBelowHundred(items, at, lexicon)
  const hundreds =
    isSmall(first) && first.value >= 100 && first.value % 100 === 0 && !first.ordinal
      ? { value: first.value, next: at + 1 }
      : hundredsAt(items, at, tens)
  if (!hundreds) return tens
  const ordinal = items[hundreds.next - 1]
  if (ordinal && ordinal !== 'and' && ordinal.ordinal) return { ...hundreds, ordinal: true }
  const from = skipAnd(items, hundreds.next)
  const rest = readBelowHundred(items, from, lexicon)
  if (!rest || rest.value >= 100) return { ...hundreds, ordinal: false }
  // "Between two hundred and three hundred": the second begins anew.
  const scale = items[rest.next]
  if (from > hundreds.next && isScale(scale) && scale.value < 1000)
    return { ...hundreds, ordinal: false }
  return { value: hundreds.value + rest.value, ordinal: rest.ordinal, next: rest.next }
}

/** `two hundred`, `hundred`, `two dozen`. */
function hundredsAt(
  items: readonly Item[],
  at: number,
  tens: Part | null,
): { value: number; next: number } | null {
  const next = tens && !tens.ordinal ? tens.next : at
  const scale = items[next]
  if (!isScale(scale) || scale.value >= 1000) return null
  return { value: (tens?.value ?? 1) * scale.value, next: next + 1 }
}

function readBelowHundred(items: readonly Item[], at: number, lexicon: Lexicon): Part | null {
  const first = items[at]
  if (!isSmall(first)) return null
  const second = items[at + 1]
  const { tens } = lexicon.table.numbers
  if (first.ordinal) {
    // vigésimo primero
    const both =
      lexicon.lang === 'es' &&
      first.value >= 20 &&
      isSmall(second) &&
      second.ordinal &&
      second.value < 10
    return both
      ? { value: first.value + second.value, ordinal: true, next: at + 2 }
      : { value: first.value, ordinal: true, next: at + 1 }
  }
  // quatre-vingt
  if (lexicon.lang === 'fr' && first.value === 4 && isSmall(second) && second.value === 20)
    return withUnit(items, 80, at + 2, 20, lexicon)
  if (first.value < 10 && second === 'and' && tens === 'unit-and-ten') {
    const ten = items[at + 2]
    if (isSmall(ten) && ten.value >= 20 && ten.value < 100 && ten.value % 10 === 0)
      return { value: first.value + ten.value, ordinal: ten.ordinal, next: at + 3 }
  }
  const isTen = first.value % 10 === 0 && first.value < 100
  if (!isTen || (first.value === 10 && !lexicon.teensAreMade && lexicon.lang !== 'fr'))
    return { value: first.value, ordinal: false, next: at + 1 }
  const sixties = lexicon.lang === 'fr' && (first.value === 60 || first.value === 80)
  return withUnit(items, first.value, at + 1, sixties ? 20 : 10, lexicon)
}

/** A ten with its unit. French counts on to 19 after sixty and eighty. */
function withUnit(
  items: readonly Item[],
  ten: number,
  at: number,
  limit: number,
  lexicon: Lexicon,
): Part {
  const from = lexicon.table.numbers.tens === 'ten-and-unit' ? skipAnd(items, at) : at
  const unit = items[from]
  const alone = { value: ten, ordinal: false, next: at }
  if (!isSmall(unit) || unit.value === 0 || unit.value >= limit) return alone
  if (unit.value === 10) {
    const seventeen = items[from + 1]
    if (isSmall(seventeen) && seventeen.value > 6 && seventeen.value < 10)
      return {
        value: ten + 10 + seventeen.value,
        ordinal: seventeen.ordinal,
        next: from + 2,
      }
  }
  return { value: ten + unit.value, ordinal: unit.ordinal, next: from + 1 }
}

function skipAnd(items: readonly Item[], at: number): number {
  return items[at] === 'and' ? at + 1 : at
}

function isSmall(item: Item | undefined): item is Atom {
  return item !== undefined && item !== 'and' && item.kind === 'small'
}

function isScale(item: Item | undefined): item is Atom {
  return item !== undefined && item !== 'and' && item.kind === 'scale'
}

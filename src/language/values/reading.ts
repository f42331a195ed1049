import { lexiconOf, type Lexicon } from './lexicon.ts'
import { tokensOf, type Token } from './tokens.ts'
import type { Language } from '../languages.ts'
import type { Span } from '../fidelity/pair.ts'
import type { Value } from './value.ts'

/** A text while its values are read: what one reader has taken, the next ones leave alone. */
export interface Reading {
  text: string
  lexicon: Lexicon
  tokens: readonly Token[]
  taken: boolean[]
  values: Value[]
}

export function readingOf(text: string, lang: Language): Reading {
  const tokens = tokensOf(text, lang)
  return { text, lexicon: lexiconOf(lang), tokens, taken: tokens.map(() => false), values: [] }
}

/** Marks tokens as read; `end` exclusive. */
export function take(reading: Reading, start: number, end: number): void {
  for (let index = start; index < end; index++) reading.taken[index] = true
}

/** Marks what lies in a stretch of the text as read. */
export function takeSpan(reading: Reading, span: Span): void {
  take(reading, tokenFrom(reading, span.start), tokenFrom(reading, span.end))
}

/** Index of the first token that ends behind an offset. */
export function tokenFrom({ tokens }: Reading, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether a reader has taken what stands at an offset. */
export function isTaken(reading: Reading, offset: number): boolean {
  return reading.taken[tokenFrom(reading, offset)] ?? false
}

/** The stretch of the text of some tokens; `end` exclusive. */
export function spanOf({ tokens }: Reading, start: number, end: number): Span {
  return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
}

/** The token, if no reader has taken it. */
export function free(reading: Reading, index: number): Token | undefined {
  return reading.taken[index] ? undefined : reading.tokens[index]
}

const dash = /^[-‐‑–—−]$/

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && dash.test(token.text)
}

/** A stop that belongs to the word or digits before it. */
export function isStopAfter(token: Token | undefined): boolean {
  return token !== undefined && token.text === '.' && token.gap === ''
}

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text)
}

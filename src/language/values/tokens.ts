import type { Language } from '../languages.ts'
import type { Span } from '../fidelity/pair.ts'

/** `key`: lower case, one apostrophe, е for ё, European digits. `gap`: the white space before it. */
export interface Token extends Span {
  kind: 'word' | 'digits' | 'mark'
  text: string
  key: string
  gap: string
}

const plain = /(\s*)(?:(\p{Nd}+)|([\p{L}\p{M}]+)|(\S))/gu
/** In these languages an apostrophe is a part of words: п'ять, o'clock. */
const withApostrophe = /(\s*)(?:(\p{Nd}+)|([\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|(\S))/gu
const apostropheInWords: ReadonlySet<Language> = new Set(['uk', 'en'])

export function tokensOf(text: string, lang: Language): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(apostropheInWords.has(lang) ? withApostrophe : plain)) {
    const [all, gap = '', digits, word, mark] = match
    const end = match.index + all.length
    const text = digits ?? word ?? mark ?? ''
    tokens.push({
      kind: digits ? 'digits' : word ? 'word' : 'mark',
      text,
      key: digits ? europeanDigits(digits) : word ? fold(word) : text,
      gap,
      start: end - text.length,
      end,
    })
  }
  return tokens
}

/** One writing for what is the same word. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  return unusual.test(lower)
    ? lower.normalize('NFC').replaceAll('ё', 'е').replaceAll(/[’ʼ]/g, "'")
    : lower
}

const unusual = /[ё’ʼ\p{M}]/u

const firstDigits = [0x30, 0x660, 0x6f0, 0x966]

/** Digits of other scripts as 0–9; what isn't known stays. */
export function europeanDigits(digits: string): string {
  return digits.replaceAll(/[^0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = firstDigits.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** The words of a phrase, as `key`s. */
export function keysOf(phrase: string, lang: Language): string[] {
  return tokensOf(phrase, lang).map(({ key }) => key)
}

import type { Language } from '../languages.ts'
import { keysOf, type Token } from './tokens.ts'

/** Phrases by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

/** @param list phrases separated by `|` */
export function phrasesOf(list: string, lang: Language): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of list.split('|')) {
    const keys = keysOf(phrase, lang)
    const first = keys[0]
    if (first === undefined) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), keys])
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.length - a.length)
  return byFirst
}

/** The index behind the longest phrase that begins at a token, or null. */
export function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases): number | null {
  const first = tokens[at]
  if (!first) return null
  for (const keys of phrases.get(first.key) ?? [])
    if (keys.every((key, offset) => tokens[at + offset]?.key === key)) return at + keys.length
  return null
}

import { lowered } from '../words.ts'
import type { Index, Token } from './term-places.ts'

/** One spelling of a name on one side, with the places where it stands. */
export interface Name {
  lower: string
  text: string
  tokens: readonly Token[]
}

const least = 4
const letters = /^\p{Lu}[\p{Ll}\p{M}’'ʼ]+$/u

/** Whether a word is a name as far as its letters tell: a capital where none is due. */
export function isName(token: Token): boolean {
  return token.text.length >= least && !token.opens && letters.test(token.text)
}

/** Names of one side by their spelling, in the order in which they first stand. */
export function namesOf({ bySegment }: Index): Name[] {
  const names = new Map<string, { lower: string; text: string; tokens: Token[] }>()
  for (const token of bySegment.flat()) {
    if (!isName(token)) continue
    const lower = lowered(token.text)
    const name = names.get(lower)
    if (name) name.tokens.push(token)
    else names.set(lower, { lower, text: token.text, tokens: [token] })
  }
  return [...names.values()]
}

/** The next word, when nothing but a space stands between. */
export function nextTo({ bySegment }: Index, token: Token, by: 1 | -1): Token | null {
  const other = bySegment[token.segment]?.[token.index + by]
  if (!other) return null
  const gap = by === 1 ? other.start - token.end : token.start - other.end
  return gap === 1 ? other : null
}

import type { Segment } from './fidelity/pair.ts'
import { type Quote, quotesOf } from './quotes.ts'
import { wordsOf } from './words.ts'

/** What of a segment is quoted: letters of speech, and whether quoted words of any kind stand in it. */
export interface Quoted {
  /** Quotations that are somebody's words rather than a title or a so-called. */
  speech: readonly Quote[]
  /** Letters between quotation marks, titles included; of the whole segment where it is a quotation by its kind. */
  letters: number
  /** Letters of speech alone. */
  spoken: number
  /** A mark is left over, so that what is quoted runs on elsewhere or can't be told. */
  open: boolean
  /** The segment is a quotation without marks: by its kind, or begun with a dash. */
  unmarked: boolean
  /** The segment begins with a dash and goes on as speech does: all of it may be somebody's words. */
  dashed: boolean
}

const beginsWithDash = /^\s*[–—-]\s/u
/** Before another sentence: The meeting is over. – We are content, said the minister. */
const dashBetween = /[.!?:…]\s+[–—-]\s(?=[\p{Lu}\p{N}«“„])/u
/** Russian sets dashes around who says it, between the marks: «…, – said he. – …». */
const dashAround = /,[»”“"]?\s[–—-]\s/u
const isDashed = (text: string): boolean =>
  beginsWithDash.test(text) || (dashBetween.test(text) && !dashAround.test(text))

/** A list has short items, in lower case or with a semicolon behind. */
const dashedSpeech = /^\s*[–—-]\s[\p{Lu}\p{N}][^\n]{60,}[^;\n]$/u
const leastWords = 5
/** A title can be long; so many words in marks are speech whatever stands around them. */
const surelySpeech = 12
/** Before a comma, as in «…», says the minister. */
const likelySpeech = 7

function isSpeech(text: string, quote: Quote): boolean {
  if (quote.depth > 0) return false
  const inner = text.slice(quote.inner.start, quote.inner.end)
  const words = wordsOf(inner).length
  if (words < leastWords) return false
  if (words >= surelySpeech) return true
  const after = text.slice(quote.end, quote.end + 3)
  return (
    /[.,!?…]$/u.test(inner) ||
    /:\s*$/u.test(text.slice(Math.max(0, quote.start - 3), quote.start)) ||
    /^\s*[–—-]\s/u.test(after) ||
    (words >= likelySpeech && /^,\s\p{Ll}/u.test(after))
  )
}

const lengthOf = (list: readonly Quote[]) =>
  list.reduce((sum, { inner }) => sum + inner.end - inner.start, 0)

export function quotedIn({ kind, text }: Segment): Quoted {
  const { quotes, unclosed, unopened } = quotesOf(text)
  const outer = quotes.filter(({ depth }) => depth === 0)
  const speech = outer.filter((quote) => isSpeech(text, quote))
  const unmarked = (kind === 'quote' && outer.length === 0) || isDashed(text)
  return {
    speech,
    letters: unmarked ? text.length : lengthOf(outer),
    spoken: kind === 'quote' && unmarked ? text.length : lengthOf(speech),
    open: unclosed.length + unopened.length > 0,
    unmarked,
    dashed: kind !== 'item' && dashedSpeech.test(text),
  }
}

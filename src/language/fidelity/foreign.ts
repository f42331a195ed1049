import { blankAddresses } from '../blank-addresses.ts'
import { evidenceOf, exclusive, foreignLanguage } from '../identify.ts'
import type { Language } from '../languages.ts'
import { quotesOf } from '../quotes.ts'
import { remembered } from '../remembered.ts'
import { sentencesOf } from '../split-sentences.ts'
import { type Word, wordsOf } from '../words.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import { bagOf, sameness } from './likeness.ts'
import { found, whole } from './passages.ts'
import type { Pair, Span } from './pair.ts'

/** A title, a motto or a few words in the original may stand in any text. */
const longestTitle = 12
const leastWords = 3
const leastCopied = 4
const leastInSentence = 5

/** (Ministry of Foreign Affairs): the name in the original. */
const aside = /\([^()\n]{1,120}\)/gu

const blank = (from: string, { start, end }: Span) =>
  from.slice(0, start) + ' '.repeat(end - start) + from.slice(end)

/** The text with everything blanked that may be in another language: short quotations, addresses. */
const own = remembered((text) => {
  const spoken = quotesOf(text)
    .quotes.filter(({ start, end }) => wordsOf(text.slice(start, end)).length <= longestTitle)
    .reduce(blank, text)
    .replace(aside, (all) => ' '.repeat(all.length))
  return blankAddresses(spoken)
}, 1000)

const plain = (words: readonly Word[]): Word[] =>
  words.filter(({ capital, text }) => !capital && !/\d/.test(text))

const cyrillicLanguages: ReadonlySet<Language> = new Set(['kk', 'ru', 'uk'])
const latin = /^\p{Script=Latin}+$/u
const cyrillic = /\p{Script=Cyrillic}/u

/** Whether a text has words of the other script alone. */
function inOtherScript(words: readonly Word[], lang: Language): boolean {
  const letters = plain(words)
  if (letters.length < leastWords) return false
  return cyrillicLanguages.has(lang)
    ? letters.every(({ text }) => latin.test(text)) &&
        words.every(({ text }) => !cyrillic.test(text))
    : letters.every(({ text }) => cyrillic.test(text))
}

/** Whether a text is the source's, to the word, and nothing in it is of the target's language alone. */
function isCopied(text: string, pair: Pair, sources: readonly string[]): boolean {
  const words = wordsOf(text)
  if (plain(words).length < leastCopied) return false
  const bag = bagOf(text)
  if (!sources.some((source) => sameness(bagOf(source), bag) >= 0.92)) return false
  const evidence = evidenceOf(words)
  const { source, target } = pair
  const pro = exclusive(evidence, source.lang, target.lang)
  return pro > 0 && exclusive(evidence, target.lang, source.lang) === 0
}

/** The language that this is in instead of the target's; null where nothing is sure. */
function otherLanguage(
  text: string,
  pair: Pair,
  sources: readonly string[],
  more = 0,
): Language | null {
  const words = wordsOf(own(text))
  if (plain(words).length < 2) return null
  const { source, target } = pair
  if (source.lang !== target.lang && isCopied(own(text), pair, sources)) return source.lang
  const foreign = foreignLanguage(words, target.lang, more)
  if (foreign) return foreign
  return inOtherScript(words, target.lang) ? source.lang : null
}

function finding(
  pair: Pair,
  segment: number,
  span: Span,
  language: Language,
  source: number | null,
): Finding {
  return found(
    language === pair.source.lang && language !== pair.target.lang
      ? 'untranslated'
      : 'third-language',
    pair,
    segment,
    span,
    {
      source: source === null ? null : whole(pair, 'source', source),
      expected: pair.target.lang,
      shown: language,
    },
  )
}

/** Segments and sentences that are in the language of the source, or in a third one. */
export const foreignText: Check = (pair, alignment) =>
  pair.target.segments.flatMap(({ text }, segment): Finding[] => {
    const source = alignment[segment] ?? null
    const original = source === null ? '' : (pair.source.segments[source]?.text ?? '')
    const all = otherLanguage(text, pair, [original])
    if (all) return [finding(pair, segment, { start: 0, end: text.length }, all, source)]
    const sentences = sentencesOf(text)
    if (sentences.length < 2) return []
    const originals = sentencesOf(original).map(({ start, end }) => original.slice(start, end))
    const clean = own(text)
    return sentences.flatMap((span) => {
      const sentence = clean.slice(span.start, span.end)
      if (wordsOf(sentence).length < leastInSentence) return []
      const language = otherLanguage(sentence, pair, originals, 1)
      return language ? [finding(pair, segment, span, language, source)] : []
    })
  })

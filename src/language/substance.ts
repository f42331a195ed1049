import type { TextContent } from '../workflow/content.ts'
import type { Substance } from '../workflow/situation.ts'
import { commonWords } from './common-words.ts'
import type { Segment } from './fidelity/pair.ts'
import { isLanguage, type Language } from './languages.ts'
import { denials } from './negations.ts'
import { quotesOf } from './quotes.ts'
import { segmentsOf } from './segments.ts'
import { sentencesOf } from './split-sentences.ts'
import { readValues } from './values/read.ts'
import type { Value } from './values/value.ts'
import { lowered, wordsOf } from './words.ts'

/**
 * What a correction changes of what a text says, as far as that can be told word by word: its numbers, dates, names,
 * negations and quotations, in their order. It rather asks once too often: moving a sentence with a number counts.
 */
export function substanceTouched(before: TextContent, after: TextContent): Substance[] {
  const [one, other] = [partsOf(before), partsOf(after)]
  const inSentences = new Set([...one.plain, ...other.plain])
  const shown = (parts: Parts, substance: Substance): string =>
    (substance === 'name'
      ? parts.name.filter((word) => !inSentences.has(lowered(word)))
      : parts[substance]
    ).join('\n')
  const substances: Substance[] = ['number', 'date', 'name', 'negation', 'quotation']
  return substances.filter((substance) => shown(one, substance) !== shown(other, substance))
}

interface Parts extends Record<Substance, string[]> {
  /** Words that stand in small letters somewhere: at the start of a sentence they are no names. */
  plain: ReadonlySet<string>
}

function partsOf(text: TextContent): Parts {
  const language = isLanguage(text.language) ? text.language : 'en'
  const segments = segmentsOf(text)
  const values = segments.flatMap((segment) =>
    readValues(segment.text, language).map((value) => told(value, segment)),
  )
  const words = segments.flatMap(({ text: words }) => wordsOf(words))
  return {
    number: values.flatMap(({ number }) => number),
    date: [text.datelineDate?.slice(0, 10) ?? '', ...values.flatMap(({ date }) => date)],
    name: segments.flatMap((segment) => namesIn(segment, language)),
    negation: segments.flatMap(({ text: words }) =>
      denials(words, language).map(({ start, end }) => lowered(words.slice(start, end)).trim()),
    ),
    quotation: segments.flatMap(quotationsIn),
    plain: new Set(words.filter(({ capital }) => !capital).map(({ lower }) => lower)),
  }
}

/** A value by what it is, however it is written: “ten” and “10” are one number. */
function told(value: Value, { text }: Segment): { number: string[]; date: string[] } {
  const written = text.slice(value.start, value.end)
  switch (value.kind) {
    case 'number':
      return { number: [`${value.own.join('|')} ${value.unit?.codes.join('|') ?? ''}`], date: [] }
    case 'date':
      return { number: [], date: [JSON.stringify([value.own, value.weekday])] }
    case 'weekday':
      return { number: [], date: [String(value.weekday)] }
    case 'time':
      return { number: [], date: [`${value.minutes.join('|')} ${value.zone ?? ''}`] }
    case 'decade':
    case 'relative':
      return { number: [], date: [lowered(written)] }
    default:
      return { number: [written], date: [] }
  }
}

/** Words with a capital. At the start of a sentence, those that aren't everyday words of the language. */
function namesIn({ text }: Segment, language: Language): string[] {
  const starts = new Set(sentencesOf(text).map(({ start }) => start))
  return wordsOf(text)
    .filter(({ capital, start, lower }) => {
      if (!capital) return false
      const opens = starts.has(start) || starts.has(start - 1)
      return !opens || !commonWords.get(lower)?.has(language)
    })
    .map((word) => word.text)
}

/** What somebody is quoted with, and who it is. */
function quotationsIn({ kind, text }: Segment): string[] {
  if (kind === 'quote' || kind === 'speaker') return [text.trim()]
  return quotesOf(text)
    .quotes.filter(({ depth }) => depth === 0)
    .map(({ inner }) => text.slice(inner.start, inner.end))
}

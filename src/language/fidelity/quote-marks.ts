import type { Language } from '../languages.ts'
import { quoteStyles, sampleOf } from '../quote-styles.ts'
import { type Quote, quotesOf, type QuoteStyle } from '../quotes.ts'
import type { Check } from './check.ts'
import { found } from './passages.ts'
import type { Segment, Side } from './pair.ts'

interface Marked {
  segment: number
  text: string
  quote: Quote
}

function outer(segments: readonly Segment[]): Marked[] {
  return segments.flatMap(({ text }, segment) =>
    quotesOf(text)
      .quotes.filter(({ depth }) => depth === 0)
      .map((quote) => ({ segment, text, quote })),
  )
}

const sample = (lang: Language): string => {
  const [first] = quoteStyles[lang].right
  const shown = first ? sampleOf[first] : ''
  return lang === 'fr' ? shown.replace('…', ' … ') : shown
}

/** The style that most quotations of the text have, among those that its language knows. */
function usual(all: readonly Marked[], lang: Language): QuoteStyle | null {
  const counts = new Map<QuoteStyle, number>()
  for (const { quote } of all) counts.set(quote.style, (counts.get(quote.style) ?? 0) + 1)
  const { right, seen } = quoteStyles[lang]
  const known = [...right, ...seen].filter((style) => style !== 'single')
  return known.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? null
}

/**
 * Quotations in marks of another language. A style that careful print has too is none as long as the text keeps to
 * it; straight marks stand out only beside those of the language. A text that has no others is told once.
 */
export const foreignMarks: Check = ({ target, ...pair }) => {
  const all = outer(target.segments)
  const { right, seen } = quoteStyles[target.lang]
  const most = usual(all, target.lang)
  const counted = (style: QuoteStyle | null) =>
    all.filter(({ quote }) => quote.style === style).length
  const fits = ({ quote: { style } }: Marked): boolean => {
    if (style === 'single' || style === most) return true
    if (style === 'straight') return counted(most) < 2 || counted('straight') > 1
    if (right.includes(style)) return true
    return seen.includes(style) && counted(most) <= counted(style)
  }
  const faults = all.filter((one) => !fits(one))
  const consistent = faults.length === all.length
  return oncePerSegment(consistent ? faults.slice(0, 1) : faults).map(({ segment, quote, text }) =>
    found('quotation-marks', { ...pair, target }, segment, quote, {
      expected: sample(target.lang),
      shown: `${text[quote.start] ?? ''}…${text[quote.end - 1] ?? ''}`,
    }),
  )
}

function oncePerSegment(all: readonly Marked[]): Marked[] {
  return all.filter(
    (one, index) => all.findIndex((other) => other.segment === one.segment) === index,
  )
}

const spaced = /^«[\s\u00a0\u202f]|^«$/u
const endSpaced = /[\s\u00a0\u202f]»$/u

/** French sets a space inside its marks: told where a text doesn't, or at the one that has none. */
export const frenchSpaces: Check = (pair) => {
  if (pair.target.lang !== 'fr') return []
  const all = outer(pair.target.segments).filter(({ quote }) => quote.style === 'guillemets')
  const tight = all.filter(({ text, quote }) => {
    const shown = text.slice(quote.start, quote.end)
    return !spaced.test(shown) || !endSpaced.test(shown)
  })
  // A text that never has them keeps to the Swiss rule.
  if (tight.length === all.length && all.length > 1) return []
  return oncePerSegment(tight).map(({ segment, quote }) =>
    found('quotation-marks', pair, segment, quote, { expected: '« … »' }),
  )
}

const opensAgain = /^\s*[«“„”"»]/u
/** How many segments a quotation may run through. */
const longest = 6

/** Where an inner and an outer quotation end together, these languages write » once. */
const endsTogether: ReadonlySet<Language> = new Set(['ru', 'uk', 'kk'])

function closedWithInner(text: string, lang: Language): (place: number) => boolean {
  const { quotes } = quotesOf(text)
  return (place) =>
    endsTogether.has(lang) &&
    quotes.some(
      ({ start, end }) =>
        start > place && /^(?:\s*$|[.,;:?!]|\s[–—-])/u.test(text.slice(end, end + 3)),
    )
}

interface Loose {
  segment: number
  place: number
}

/** Marks without their other half, apart from those of quotations that run on into the next segments. */
function loose({ segments, lang }: Side): Loose[] {
  const left: Loose[] = []
  let open: Loose[] = []
  segments.forEach(({ text }, segment) => {
    const { unopened, unclosed: all } = quotesOf(text)
    const ended = closedWithInner(text, lang)
    const unclosed = all.filter((place) => !ended(place))
    for (const place of unopened) {
      const opened = open.findLast((one) => segment - one.segment < longest)
      if (opened) open = open.filter((one) => one !== opened)
      else left.push({ segment, place })
    }
    // A quotation of several paragraphs may open each of them and close the last.
    const goesOn = opensAgain.test(segments[segment + 1]?.text ?? '')
    open.push(...(goesOn ? unclosed.slice(0, -1) : unclosed).map((place) => ({ segment, place })))
  })
  return [...left, ...open]
}

/** Marks that open or close nothing: the first of each segment. */
export const unbalancedMarks: Check = (pair) => {
  const all = loose(pair.target)
  return all
    .filter((one, index) => all.findIndex((other) => other.segment === one.segment) === index)
    .map(({ segment, place }) =>
      found('quotation-marks', pair, segment, { start: place, end: place + 1 }),
    )
}

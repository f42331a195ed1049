import type { Language } from './languages.ts'
import type { QuoteStyle } from './quotes.ts'

interface Styles {
  /** What the language's rules ask for, or allow. */
  right: readonly QuoteStyle[]
  /** What is seen in careful print too: no fault, as long as a text keeps to it. */
  seen: readonly QuoteStyle[]
}

/** Outer quotation marks. Straight marks are of no language: typed, and no fault by themselves. */
export const quoteStyles: Readonly<Record<Language, Styles>> = {
  en: { right: ['english', 'single'], seen: [] },
  nb: { right: ['guillemets'], seen: ['single'] },
  nn: { right: ['guillemets'], seen: ['single'] },
  da: { right: ['inward', 'same', 'low', 'low-high'], seen: ['english', 'guillemets', 'single'] },
  sv: { right: ['same', 'right'], seen: ['single', 'inward'] },
  de: { right: ['low', 'inward'], seen: ['guillemets', 'single'] },
  fr: { right: ['guillemets'], seen: ['single'] },
  es: { right: ['guillemets', 'english'], seen: ['single'] },
  kk: { right: ['guillemets'], seen: ['english', 'low', 'low-high', 'left', 'same'] },
  ru: { right: ['guillemets'], seen: ['low'] },
  uk: { right: ['guillemets'], seen: ['english', 'low', 'low-high'] },
  ar: { right: ['guillemets', 'english', 'inward'], seen: ['same', 'single'] },
}

/** How the first style of a language looks: for the sentence that asks for it. */
export const sampleOf: Readonly<Record<QuoteStyle, string>> = {
  guillemets: '«…»',
  inward: '»…«',
  right: '»…»',
  english: '“…”',
  low: '„…“',
  'low-high': '„…”',
  same: '”…”',
  left: '“…“',
  straight: '"…"',
  single: '‘…’',
}

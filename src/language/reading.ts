import type { TextContent } from '../workflow/content.ts'
import { isLanguage, type Language } from './languages.ts'
import { segmentsOf } from './segments.ts'
import { tokensOf } from './tokens.ts'

/**
 * Words read in a minute, aloud, by adults: Trauzettel-Klosinski and Dietz, “Standardized assessment of reading
 * performance: the new International Reading Speed Texts IReST”, IOVS 53 (2012). Languages that weren't
 * measured take the nearest one that was: Norwegian and Danish Swedish, Ukrainian Russian, Kazakh Turkish.
 */
const speeds: Record<Language, number> = {
  en: 228,
  nb: 199,
  nn: 199,
  da: 199,
  sv: 199,
  de: 179,
  fr: 195,
  es: 218,
  kk: 166,
  ru: 184,
  uk: 184,
  ar: 138,
}

/** How many words a text has, headline, lead and body together, and how many minutes they take: whole ones, at least 1. */
export function readingOf(text: Pick<TextContent, 'language' | 'headline' | 'lead' | 'body'>): {
  words: number
  minutes: number
} {
  const { language, headline, lead, body } = text
  const words = segmentsOf({ headline, lead, body })
    .flatMap((segment) => tokensOf(segment.text, language))
    .filter((token) => /[\p{L}\p{N}]/u.test(token)).length
  const speed = isLanguage(language) ? speeds[language] : speeds.en
  return { words, minutes: Math.max(1, Math.round(words / speed)) }
}

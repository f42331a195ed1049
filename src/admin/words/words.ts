import { en, type Words } from './en.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { ru } from './ru.ts'

const spoken: Record<string, Words> = { en, nb, kk, ru }

/** The languages that the desk speaks. */
export const spokenLanguages = ['en', 'nb', 'kk', 'ru'] as const

/** Whether the desk speaks a language. */
export const isSpoken = (language: string): boolean => language in spoken

/** The desk's own words in a person's language, English where the desk doesn't speak it. */
export function wordsOf(language: string): Words {
  return spoken[language] ?? en
}

/** Puts facts into a sentence: `fill('Paragraph {number}', { number: '3' })`. */
export function fill(sentence: string, facts: Record<string, string>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole)
}

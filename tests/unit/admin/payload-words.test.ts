import { extractHeaderLanguage } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { describe, expect, it } from 'vitest'
import { payloadKk } from '@/admin/words/payload-kk.ts'
import { payloadLanguages } from '@/admin/words/payload-languages.ts'

type Tree = { [key: string]: Tree | string }

/** Every sentence by its whole key: `general:save`. */
function sentences(tree: Tree, above = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[`${above}${key}`, value]]
        : [...sentences(value, `${above}${key}:`)],
    ),
  )
}

/** What Payload fills in, and the marks around links. */
const placeholders = (sentence: string): string[] =>
  [...new Set(sentence.match(/\{\{\s*\w+\s*\}\}|<\/?\d>|<a href="[^"]*">|<br>/g))].sort()

const english = sentences(en.translations)
const kazakh = sentences(payloadKk)

describe('Payload’s own words in Kazakh', () => {
  it('are all there, and no others', () => {
    expect([...kazakh.keys()].sort()).toEqual([...english.keys()].sort())
    expect(english.size).toBeGreaterThan(500)
  })

  it('take the same things in', () => {
    const differing = [...english].filter(
      ([key, sentence]) =>
        placeholders(sentence).join() !== placeholders(kazakh.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it('are Kazakh, and not left in English or empty', () => {
    const foreign = [...kazakh].filter(
      ([key, sentence]) => !/[а-яёәғқңөұүһі]/i.test(sentence) && key !== 'general:of',
    )
    expect(foreign).toEqual([])
  })
})

describe('the admin', () => {
  it('speaks four languages', () => {
    expect(Object.keys(payloadLanguages.supportedLanguages ?? {})).toEqual(['en', 'nb', 'kk', 'ru'])
  })

  it('finds Kazakh in what a browser asks for', () => {
    expect(extractHeaderLanguage('kk-KZ,kk;q=0.9,ru;q=0.8')).toBe('kk')
  })
})

import { describe, expect, it } from 'vitest'
import { matchLanguage } from '@/exchange/language.ts'

describe('a language tag', () => {
  it.each([
    ['nb', ['en'], 'nb'],
    ['nb-NO', ['en', 'nb'], 'nb'],
    ['NB_no', ['nb'], 'nb'],
    ['kk-Cyrl-KZ', ['kk'], 'kk'],
    ['en-GB-oxendict', ['en'], 'en'],
    // Norwegian of no name is what the mission writes.
    ['no', ['nb', 'nn'], 'nb'],
    ['no-NO', ['nn'], 'nn'],
    ['no', ['en'], 'nb'],
    // ISO 639-2, as older systems write it.
    ['nor', ['nn'], 'nn'],
    ['eng', [], 'en'],
    ['ger', ['de'], 'de'],
    ['deu', ['de'], 'de'],
    // A language that the desk knows, whether or not the mission has a press room in it.
    ['ar', ['en'], 'ar'],
  ] as const)('%s, in a mission of %j, means %s', (tag, mission, language) => {
    expect(matchLanguage(tag, mission)).toBe(language)
  })

  it.each(['zh', 'xx-NO', '', '-', 'constructor', '__proto__', 'english'])(
    '%j means none',
    (tag) => {
      expect(matchLanguage(tag, ['en', 'nb'])).toBeNull()
    },
  )
})

import { describe, expect, it } from 'vitest'
import { checkPair } from '@/language/fidelity/check-pair.ts'
import type { Side, Term } from '@/language/fidelity/pair.ts'
import { forbiddenIn } from '@/language/fidelity/terms.ts'
import type { Language } from '@/language/languages.ts'

const side = (lang: Language, ...texts: string[]): Side => ({
  lang,
  segments: texts.map((text) => ({ kind: 'paragraph', text })),
})
const bridge: Term = {
  term: { en: 'Talvik Bridge', nb: 'Talvikbroen' },
  also: { nb: ['Talvikbrua'] },
  forbidden: { en: ['Talvik Viaduct'], nb: ['Talvikviadukten', 'Brua'] },
}
const english = side('en', 'Yesterday the Talvik Bridge was opened to everybody.')
const found = (text: string, glossary: Term[] = [bridge]) =>
  checkPair({ source: english, target: side('nb', text), glossary })
    .filter(({ check }) => check.startsWith('term'))
    .map(({ check, found: words, expected }) => [check, words, expected])

describe('a translation that is to keep to a term', () => {
  it.each([
    ['what to write', 'I går ble Talvikbroen åpnet for alle.', []],
    ['what is right as well', 'I går ble Talvikbrua åpnet for alle.', []],
    [
      'what never to write',
      'I går ble Talvikviadukten åpnet for alle.',
      [['term-forbidden', 'Talvikviadukten', 'Talvikbroen']],
    ],
    ['nothing of it', 'I går ble alt åpnet for alle.', [['term-missing', '', 'Talvikbroen']]],
  ])('says %s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('may say a forbidden form as a part of one that is right as well', () => {
    const whole: Term = {
      term: { en: 'Talvik Bridge', nb: 'Talvikbroen' },
      also: { nb: ['Nye Talvik Bru'] },
      forbidden: { nb: ['Talvik Bru'] },
    }
    expect(found('I går ble Nye Talvik Bru åpnet for alle.', [whole])).toEqual([])
    expect(found('I går ble Talvik Bru åpnet for alle.', [whole])).toEqual([
      ['term-forbidden', 'Talvik Bru', 'Talvikbroen'],
    ])
  })

  it('may say it in another segment, by a form that is right as well', () => {
    const source = side('en', 'The Talvik Bridge is open.', 'Everybody came to look at it.')
    const target = side('nb', 'Nå er den åpen for all trafikk.', 'Alle kom for å se Talvikbrua.')
    const checks = checkPair({ source, target, glossary: [bridge] }).map(({ check }) => check)
    expect(checks).not.toContain('term-missing')
  })

  it('is checked anew by another glossary, and by the same one for another language', () => {
    const glossary = [bridge]
    const kazakh = side('kk', 'Кеше Талвик көпірі ашылды.')
    expect(checkPair({ source: english, target: kazakh, glossary })).toEqual([])
    expect(found('I går ble Talvikviadukten åpnet for alle.', glossary)).toHaveLength(1)
    expect(found('I går ble Talvikviadukten åpnet for alle.', [])).toEqual([])
  })
})

describe('a text by itself', () => {
  it('tells each place of a forbidden form, with its term and what to write', () => {
    const text = side('en', 'No word.', 'The Talvik Viaduct, or Talvik Viaducts, is open.')
    expect(forbiddenIn(text, [{ term: { en: 'Oslo' } }, bridge])).toEqual([
      {
        term: bridge,
        at: { segment: 1, start: 4, end: 18 },
        found: 'Talvik Viaduct',
        form: 'Talvik Bridge',
      },
      {
        term: bridge,
        at: { segment: 1, start: 23, end: 38 },
        found: 'Talvik Viaducts',
        form: 'Talvik Bridge',
      },
    ])
  })

  it('has nothing to write instead where the term says nothing in its language', () => {
    const never: Term = { term: {}, forbidden: { ru: ['Алма-Ата'] } }
    expect(forbiddenIn(side('ru', 'Он родился в Алма-Ате.'), [never])).toMatchObject([
      { found: 'Алма-Ате', form: '' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import {
  contradictionsIn,
  glossaryOn,
  isForm,
  nameOfTerm,
  type TermEntry,
  type TermForms,
} from '@/language/term-base.ts'

const forms = (language: string, form: string, more: Partial<TermForms> = {}): TermForms => ({
  language,
  form,
  also: [],
  forbidden: [],
  ...more,
})
const term = (own: TermForms[], more: Partial<TermEntry> = {}): TermEntry => ({
  kind: 'body',
  forms: own,
  note: '',
  source: '',
  validFrom: null,
  validUntil: null,
  ...more,
})
const ministry = [
  forms('en', 'Ministry of Foreign Affairs', { also: ['MFA'], forbidden: ['Foreign Office'] }),
  forms('nb', 'Utenriksdepartementet', { forbidden: ['Utenriksministeriet'] }),
  forms('kk', 'Сыртқы істер министрлігі'),
]

describe('the terms in force', () => {
  it('are those of both languages, with what is right as well and what is forbidden', () => {
    expect(glossaryOn([term(ministry)], ['en', 'nb'], '2026-11-27')).toEqual([
      {
        term: { en: 'Ministry of Foreign Affairs', nb: 'Utenriksdepartementet' },
        also: { en: ['MFA'] },
        forbidden: { en: ['Foreign Office'], nb: ['Utenriksministeriet'] },
      },
    ])
  })

  it.each([
    ['before its first day', '2024-10-13', 0],
    ['on its first day', '2024-10-14', 1],
    ['on its last day', '2025-09-16', 1],
    ['after its last day', '2025-09-17', 0],
  ])('keep to its days: %s', (_when, day, count) => {
    const holder = term(ministry, { validFrom: '2024-10-14', validUntil: '2025-09-16' })
    expect(glossaryOn([holder], ['en', 'nb'], day)).toHaveLength(count)
  })

  it('leave out what says nothing of these languages, and keep what only forbids', () => {
    const only = [forms('en', 'Oslo'), forms('nb', 'Oslo')]
    expect(glossaryOn([term(only)], ['kk', 'ru'], '2026-11-27')).toEqual([])
    expect(glossaryOn([term(only)], ['nb', 'ru'], '2026-11-27')).toEqual([])
    const never = [forms('ru', '', { forbidden: ['Алма-Ата'] })]
    expect(glossaryOn([term(never)], ['ru', 'kk'], '2026-11-27')).toEqual([
      { term: {}, also: {}, forbidden: { ru: ['Алма-Ата'] } },
    ])
  })

  it('know nothing of languages that the desk doesn’t write', () => {
    const foreign = term([forms('fi', 'Oslo'), forms('en', 'Oslo'), forms('nb', 'Oslo')])
    expect(glossaryOn([foreign], ['en', 'nb'], '2026-11-27')[0]?.term).toEqual({
      en: 'Oslo',
      nb: 'Oslo',
    })
  })
})

describe('a term', () => {
  it('is called by the first form that there is', () => {
    expect(nameOfTerm(term([forms('nb', ''), forms('en', 'Oslo')]))).toBe('Oslo')
    expect(nameOfTerm(term([forms('ru', '', { forbidden: ['Алма-Ата'] })]))).toBe('Алма-Ата')
    expect(nameOfTerm(term([]))).toBe('')
  })

  it.each([
    ['a language twice', [forms('en', 'a'), forms('nb', 'b'), forms('en', 'c')], ['en']],
    ['a form both right and forbidden', [forms('en', 'a', { forbidden: ['b', 'a'] })], ['a']],
    ['one also right and forbidden', [forms('en', 'a', { also: ['b'], forbidden: ['b'] })], ['b']],
    ['the same in two languages', [forms('en', 'a'), forms('nb', 'b', { forbidden: ['a'] })], []],
  ])('may contradict itself: %s', (_what, own, expected) => {
    expect(contradictionsIn(own)).toEqual(expected)
  })

  it.each([
    ['Қазақстан Республикасы', true],
    ['', false],
    [' ', false],
    ['\u200B', false],
    [' Oslo', false],
    ['Oslo\nBergen', false],
    ['Oslo\u2028Bergen', false],
    ['a'.repeat(200), true],
    ['a'.repeat(201), false],
    [null, false],
  ])('has forms of one line: %j', (form, expected) => {
    expect(isForm(form)).toBe(expected)
  })
})

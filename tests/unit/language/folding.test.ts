import { describe, expect, it } from 'vitest'
import { folded, hitsIn, questionWords, searchWords } from '@/language/folding.ts'

describe('a word is found by what people type for it', () => {
  it.each([
    ['Tromsø', 'tromso'],
    ['ÅLESUND', 'alesund'],
    ['Skjærgård', 'skjaergard'],
    ['Straße', 'strasse'],
    ['résumé', 'resume'],
    ['Ёлка', 'елка'],
    ['Қазақстан', 'казакстан'],
    ['Тілеуберді', 'тилеуберди'],
    ['Київ', 'киив'],
  ])('%s as %s', (word, expected) => {
    expect(folded(word)).toBe(expected)
  })

  it('the same however it was composed', () => {
    expect(folded('e\u0301te\u0301')).toBe(folded('été'))
  })
})

it('finds Cyrillic words by Latin letters too', () => {
  expect(searchWords('Мұхтар Тілеуберді')).toEqual([
    'мухтар',
    'mukhtar',
    'тилеуберди',
    'tileuberdi',
  ])
})

it.each(['1,200 seats', '1 200 seats', '1.200 seats', '1\u00A0200 seats', '1200 seats'])(
  'reads %s as one number',
  (text) => {
    expect(searchWords(text)).toEqual(['1200', 'seats'])
  },
)

it('leaves decimals and years apart', () => {
  expect(searchWords('3.14 in 2026, 12')).toEqual(['3', '14', 'in', '2026', '12'])
})

it('asks for each word once', () => {
  expect(questionWords('Bro, bro! Øl')).toEqual(['bro', 'ol'])
  expect(questionWords('  ,.! ')).toEqual([])
})

it('marks what begins with what was asked for', () => {
  const text = 'Brua i Tromsø åpner. Мост.'
  const marked = (asked: string[]) =>
    hitsIn(text, asked).map(({ start, end }) => text.slice(start, end))
  expect(marked(['tromso'])).toEqual(['Tromsø'])
  expect(marked(['bru', 'mos'])).toEqual(['Brua', 'Мост'])
  expect(marked(['x'])).toEqual([])
})

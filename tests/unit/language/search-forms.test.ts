import { describe, expect, it } from 'vitest'
import { askedIn, askedWords, textForms } from '@/language/search-forms.ts'

/** Whether a text in a language is found by a question: each word that is asked for is among its forms, or begins one. */
function finds(language: string, question: string, text: string): boolean {
  const forms = textForms(text, language)
  return askedWords(question, language).every(
    ({ forms: asked, beginning }) =>
      asked.some((one) => forms.includes(one)) ||
      (beginning !== null && forms.some((one) => one.startsWith(beginning))),
  )
}

describe('a word is found', () => {
  it.each([
    ['en', 'minister', 'All ministers met.'],
    ['en', 'MINISTERS', 'The minister met nobody.'],
    ['en', 'Ålesund', 'A ferry from Aalesund'],
    ['en', 'Aalesund', 'A ferry from Ålesund'],
    ['en', 'Tromsoe', 'The port of Tromsø'],
    ['en', 'tromso', 'The port of Tromsø'],
    ['en', '1 200', 'It carries 1,200 people.'],
    ['nb', 'forhandling', 'Forhandlingene er i gang.'],
    ['nb', 'forhandlinger', 'En forhandling om fisk'],
    ['nb', 'fiskeri', 'Fiskeriministeren kom.'],
    ['nn', 'jente', 'Jentene vann.'],
    ['da', 'forhandling', 'Forhandlingerne er i gang.'],
    ['sv', 'förhandling', 'Förhandlingarna pågår.'],
    ['sv', 'forhandling', 'Förhandlingarna pågår.'],
    ['de', 'Verhandlung', 'Die Verhandlungen dauern an.'],
    ['de', 'Mueller', 'Frau Müller kam.'],
    ['fr', 'négociation', 'Les négociations continuent.'],
    ['fr', 'negociations', 'Une négociation a eu lieu.'],
    ['es', 'negociación', 'Las negociaciones siguen.'],
    ['ru', 'переговоры', 'В ходе переговоров'],
    ['ru', 'посольство', 'У посольства Норвегии'],
    ['uk', 'посольство', 'Біля посольства України'],
    ['kk', 'елшілік', 'Елшіліктің жанында'],
    ['kk', 'елшілікте', 'Елшіліктерге хат'],
    ['kk', 'қазақстанның', 'Олар Қазақстанда болды.'],
    ['ar', 'سفارة', 'في السفارة'],
    ['kk', 'Tileuberdi', 'Мұхтар Тілеуберді келді.'],
    ['kk', 'тилеуберди', 'Мұхтар Тілеуберді келді.'],
    ['en', 'Тілеуберді', 'Mr Tileuberdi came.'],
    ['ru', 'Astana', 'Встреча в Астане'],
  ])('%s: %s in “%s”', (language, question, text) => {
    expect(finds(language, question, text)).toBe(true)
  })

  it.each([
    ['en', 'pot', 'A poet reads.'],
    ['en', 'sea', 'They were searching.'],
    ['nb', 'fisk', 'Om is og snø'],
    ['en', '202', 'In the year 2026'],
    ['ru', 'посольство', 'Министерство молчит.'],
  ])('not: %s: %s in “%s”', (language, question, text) => {
    expect(finds(language, question, text)).toBe(false)
  })
})

describe('the words of a question', () => {
  it('are each there once, and signs are none', () => {
    const asked = askedWords('"Ferry" OR ferry* NEAR(-^:', 'en')
    expect(asked.map(({ typed }) => typed)).toEqual(['ferry', 'OR', 'NEAR'])
    expect(askedWords('"*^-:()', 'en')).toEqual([])
  })

  it('are found where they stand in a text', () => {
    const text = 'Avtalen fra Ålesund: avtalene gjelder.'
    const places = askedIn(text, askedWords('aalesund avtale', 'nb'), 'nb')
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Avtalen',
      'Ålesund',
      'avtalene',
    ])
  })
})

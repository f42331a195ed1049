import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { least, lengthsLike, marksOf, memoryWords, numberOf, rateOf } from '@/language/memory.ts'

const of = (text: string) => ({ text, words: memoryWords(text) })
const rate = (asked: string, kept: string) => rateOf(of(asked), of(kept))

describe('the match rate', () => {
  const bridge = 'The bridge at Talvik opens on Friday at noon for all traffic.'
  it.each([
    ['the same to the letter', bridge, 100],
    [
      'other signs and capitals',
      'The bridge at Talvik opens, on friday at noon, for all traffic',
      99,
    ],
    // Of twelve words.
    ['one word changed', bridge.replace('Friday', 'Monday'), 92],
    ['one word more', bridge.replace('opens', 'finally opens'), 92],
    ['one word less', bridge.replace('all ', ''), 92],
    ['three words changed', 'The tunnel at Talvik opens on Monday at noon for some traffic.', 75],
    ['four words changed', 'The tunnel at Jorsa opens on Monday at noon for some traffic.', null],
    [
      'the same words in another order',
      'For traffic all noon at Friday on opens Talvik at bridge the.',
      null,
    ],
    ['nothing in common', 'Ferries go on until further notice.', null],
    ['nothing', '', null],
  ])('of %s', (_what, kept, expected) => {
    expect(rate(bridge, kept)).toBe(expected)
  })

  it('is never as high as for the same words where a long text differs in one', () => {
    const long = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ')
    expect(rate(long, long.replace('word7 ', 'another '))).toBe(98)
  })

  it('compares words as they are read, whatever they are made of', () => {
    expect(rate('Ёлка́ стоит', 'ёлка\u0301 стоит')).toBe(99)
    expect(rate('Ілгері', 'Ілгері')).toBe(100)
  })
})

const word = fc.constantFrom(...'a be sea deux drei quatro cinque sechste septimana'.split(' '))
const words = fc.array(word, { minLength: 1, maxLength: 12 })

describe('segments that are alike enough', () => {
  it('always have a mark in common, and lengths that are looked at', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const found = rateOf(of(one.join(' ')), of(other.join(' ')))
        if (found === null) return
        const marks = new Set(marksOf(other, 'nb'))
        expect(marksOf(one, 'nb').some((mark) => marks.has(mark))).toBe(true)
        const { from, to } = lengthsLike(one.length)
        expect(other.length).toBeGreaterThanOrEqual(from)
        expect(other.length).toBeLessThanOrEqual(to)
      }),
      { numRuns: 2000 },
    )
  })

  it('are as alike one way as the other', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(rate(one.join(' '), other.join(' '))).toBe(rate(other.join(' '), one.join(' ')))
      }),
    )
  })
})

describe('marks', () => {
  it('are of the longest words, few of many, and of one language', () => {
    const ten = 'a be sea deux drei quatro cinque sechste septimana ottobrino'.split(' ')
    expect(least).toBe(0.7)
    expect(marksOf(ten, 'nb')).toEqual(
      ['ottobrino', 'septimana', 'sechste', 'cinque'].map((one) => numberOf(`nb ${one}`)),
    )
    expect(marksOf(ten, 'nn')).not.toEqual(marksOf(ten, 'nb'))
  })

  it('tell a word that is there twice from one that is there once', () => {
    expect(new Set(marksOf(['ha', 'ha', 'ha', 'ha'], 'en')).size).toBe(2)
  })

  it('are whole numbers that a database keeps as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Number.isSafeInteger(numberOf(text))).toBe(true)
        expect(numberOf(text)).toBeGreaterThanOrEqual(0)
      }),
    )
    const numbers = new Set(Array.from({ length: 50_000 }, (_, index) => numberOf(`word ${index}`)))
    expect(numbers.size).toBe(50_000)
  })
})

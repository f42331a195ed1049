import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '@/syndication/csv.ts'

/** A strict reader of RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = []
  let place = 0
  while (place < text.length) {
    const row: string[] = []
    for (;;) {
      let cell = ''
      if (text[place] === '"') {
        place++
        for (;;) {
          if (place >= text.length) throw new Error('a quotation without end')
          if (text[place] !== '"') cell += text[place++]
          else if (text[place + 1] === '"') {
            cell += '"'
            place += 2
          } else break
        }
        place++
      } else
        while (place < text.length && !/[,\r\n]/.test(text[place] ?? '')) {
          if (text[place] === '"') throw new Error('a quotation mark within a bare cell')
          cell += text[place++]
        }
      row.push(cell)
      if (text[place] === ',') place++
      else break
    }
    if (text.slice(place, place + 2) !== '\r\n') throw new Error('a row without CRLF')
    place += 2
    rows.push(row)
  }
  return rows
}

it('writes rows to the letter', () => {
  expect(
    csv([
      ['a', 'b, c', 'd "e"', 4],
      ['f\ng', '', 'h', -1],
    ]),
  ).toBe('a,"b, c","d ""e""",4\r\n"f\ng",,h,-1\r\n')
})

describe('a cell that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://evil.example","x")',
    '+47 22 00 00 01',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '  =1',
    '\u00A0=1',
    '＝1',
    '\r\n=1',
    '|calc',
  ])('is words: %j', (cell) => {
    expect(read(csv([[cell]]))).toEqual([[`'${cell}`]])
  })

  it.each(['A = b', 'Oslo – 5', '5-6', 'a@b.example', "'quoted'", '– said'])(
    'isn’t %j, which stays as it is',
    (cell) => {
      expect(read(csv([[cell]]))).toEqual([[cell]])
    },
  )
})

it('any cells come back as they were, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (cells) => {
      const [row = []] = read(csv([cells]))
      expect(row.map((cell, place) => (cell === `'${cells[place]}` ? cells[place] : cell))).toEqual(
        cells,
      )
    }),
  )
})

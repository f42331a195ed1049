import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTmx } from '@/exchange/memory/tmx-read.ts'
import { tmxAround, tmxUnit } from '@/syndication/tmx.ts'

const text = fc
  .string({
    unit: fc.constantFrom(...'aé <>&"\'\n\tӘғҚұ«»—\u00A0\u{1F1F3}\u0301]'),
    minLength: 1,
    maxLength: 20,
  })
  .filter((one) => one.trim() !== '')

const file = (units: string, header = '<header srclang="nb"/>'): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">${header}<body>${units}</body></tmx>`
const tuv = (lang: string, seg: string): string => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`

const unit = (attributes = '') =>
  `<tu${attributes}>${tuv('en', 'road')}${tuv('nb', 'vei')}${tuv('kk', 'жол')}</tu>`
const pairs = (text: string) =>
  readTmx(text).units.map(({ source, target }) => `${source.text} ${target.text}`)

describe('a translation memory', () => {
  it('is the same to the letter when it comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (all) => {
        const { before, after } = tmxAround('nb', 'https://example.org')
        const units = all.map(([nb, kk], index) =>
          tmxUnit({
            id: String(index),
            source: { language: 'nb', text: nb },
            target: { language: 'kk', text: kk },
            origin: 'a & b',
          }),
        )
        expect(readTmx(`${before}${units.join('')}${after}`)).toEqual({
          left: 0,
          units: all.map(([nb, kk]) => ({
            source: { language: 'nb', text: nb },
            target: { language: 'kk', text: kk },
          })),
        })
      }),
    )
  })

  it('of another program names its file, and has codes among the words', () => {
    const codes =
      'Den <bpt i="1">&lt;b&gt;</bpt>nye<ept i="1">&lt;/b&gt;</ept> <hi>broen</hi><ph>{1}<sub>note</sub></ph> åpner'
    const { units } = readTmx(
      file(
        `<tu tuid="1"><prop type="x">y</prop>${tuv('NB-NO', codes)}${tuv('en-GB', 'It opens')}</tu>`,
      ),
    )
    expect(units).toEqual([
      {
        source: { language: 'nb', text: 'Den nye broen åpner' },
        target: { language: 'en', text: 'It opens' },
      },
    ])
  })

  it('in several languages is a pair with each of the others', () => {
    expect(pairs(file(unit()))).toEqual(['vei road', 'vei жол'])
    expect(pairs(file(unit(' srclang="kk"')))).toEqual(['жол road', 'жол vei'])
    expect(pairs(file(unit(), '<header srclang="*all*"/>'))).toEqual(['road vei', 'road жол'])
  })

  it('leaves out what isn’t of two languages of the desk', () => {
    const read = readTmx(
      file(
        `<tu>${tuv('fi', 'tie')}${tuv('en', 'road')}</tu>
         <tu>${tuv('nb', ' ')}${tuv('en', 'road')}</tu>
         <tu>${tuv('en-GB', 'colour')}${tuv('en-US', 'color')}</tu>
         <tu><tuv xml:lang="nb"/></tu>`,
      ),
    )
    expect(read).toEqual({ units: [], left: 4 })
  })

  it.each([
    ['with entities', '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', /document type/],
    ['of another kind', '<tbx/>', /outermost element isn’t “tmx”/],
    ['that ends too soon', '<tmx><body><tu>', /no well-formed XML/],
  ])('is refused: one %s', (_what, hostile, sentence) => {
    expect(() => readTmx(hostile)).toThrow(sentence)
  })
})

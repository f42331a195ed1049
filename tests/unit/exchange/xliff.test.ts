import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXliff } from '@/exchange/xliff/xliff-read.ts'
import { tagged, tagPieces, textOfPieces } from '@/language/tagged.ts'
import { type UnitToWrite, xliff, type XliffToWrite, xliffVersions } from '@/syndication/xliff.ts'
import { inlineNodes } from '../language/editor.ts'

const unit = (id: string, source: string, targets: string[]): UnitToWrite => ({
  id,
  kind: 'paragraph',
  state: 'open',
  locked: false,
  source: tagPieces(source),
  targets: targets.map(tagPieces),
  tags: new Map([[1, { means: 'link', address: 'https://a.example/?b=1&c="2"' }]]),
  terms: [{ source: 'Foreign <Ministry>', target: 'Utenriksdepartementet & co' }],
  notes: [{ about: 'original-before', text: 'It was <1> once.' }],
})
const file = (units: UnitToWrite[]): XliffToWrite => ({
  original: 'communique:translation:1',
  source: 'en',
  target: 'nb',
  notes: [],
  units,
})

const back = (units: UnitToWrite[], version: (typeof xliffVersions)[number]) =>
  readXliff(xliff(file(units), version))[0]?.units.map(({ id, parts, unknown }) => ({
    id,
    texts: parts.map(textOfPieces),
    unknown,
  }))

describe.each(xliffVersions)('XLIFF %s', (version) => {
  it('brings back every letter, tag and part', () => {
    const letters = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'&<>"\'\\]]>',
            ' ',
            '\n',
            '\t',
            '\r',
            '\u00A0',
            '\u202F',
            'مرحبا',
            '\u202E',
            'e\u0301',
            'Қ',
            '\u0007',
            '\uFFFE',
            '😀',
            '&amp;',
            '<1>',
            ']]>',
            '<!--',
          ),
          fc.string({ unit: 'grapheme' }),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => tagged([{ type: 'text', text: `x${parts.join('')}` }]).text)
    const formatted = inlineNodes
      .map((nodes) => tagged(nodes).text)
      .filter((text) => text.trim() !== '')
    const text = fc.oneof(letters, formatted)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), text, (targets, source) => {
        expect(back([unit('a', source, targets)], version)).toEqual([
          { id: 'a', texts: targets, unknown: null },
        ])
      }),
    )
  })

  it('says nothing of what nobody has translated', () => {
    expect(back([unit('a', 'One', []), unit('b', 'Two', ['To'])], version)).toEqual([
      { id: 'b', texts: ['To'], unknown: null },
    ])
  })
})

const in21 = (inner: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="nb"><file id="f" original="o">${inner}</file></xliff>`
const in12 = (inner: string) =>
  `<xliff version="1.2"><file original="o" source-language="en" target-language="nb-NO"><body>${inner}</body></file></xliff>`
const read = (text: string) =>
  readXliff(text).flatMap(({ units }) =>
    units.map(({ id, parts, unknown }) => [id, parts.map(textOfPieces).join('|'), unknown]),
  )

describe('what other programs make of a file', () => {
  it.each([
    [
      'segments that were divided',
      in21(
        '<group id="g"><unit id="a"><segment><source>One.</source><target>En.</target></segment><ignorable><source> </source></ignorable><segment><source>Two.</source><target>To.</target></segment></unit></group>',
      ),
      [['a', 'En. To.', null]],
    ],
    [
      'one of which nobody has translated',
      in21(
        '<unit id="a"><segment><source>One.</source><target>En.</target></segment><segment><source>Two.</source></segment></unit>',
      ),
      [],
    ],
    [
      'codes that were cut in two',
      in21(
        '<unit id="a"><segment><source>x</source><target><sc id="1"/>En<ec startRef="1"/> <mrk id="m" type="comment">to</mrk><sm id="n"/></target></segment></unit>',
      ),
      [['a', '<1>En</1> to', null]],
    ],
    [
      'matches and candidates',
      in12(
        '<trans-unit id="a"><source>One</source><target><mrk mtype="seg" mid="0"><g id="1">En</g></mrk></target><alt-trans><target>Feil</target></alt-trans></trans-unit>',
      ),
      [['a', '<1>En</1>', null]],
    ],
    [
      'codes of 1.2 that were cut in two',
      in12(
        '<trans-unit id="a"><source>One</source><target><bx id="1" rid="4"/>En<ex id="2" rid="4"/><bpt id="3">&lt;b></bpt>to<ept id="3">&lt;/b></ept></target></trans-unit>',
      ),
      [['a', '<1>En</1><3>to</3>', null]],
    ],
    [
      'codes of its own',
      in12('<trans-unit id="a"><source>One</source><target>En <x id="tab"/></target></trans-unit>'),
      [['a', 'En ', 'tab']],
    ],
  ])('is read: %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['another format', '<tmx version="1.4"/>', /no XLIFF/],
    ['another version', '<xliff version="3.0"/>', /“3\.0” isn’t read/],
    ['nothing', '<xliff version="1.2"/>', /no “file”/],
    ['broken', '<xliff version="1.2"><file>', /well-formed/],
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><xliff version="1.2"><file>&b;</file></xliff>',
      /DOCTYPE/,
    ],
    [
      'an external entity',
      '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff version="1.2"><file/></xliff>',
      /DOCTYPE/,
    ],
    [
      'elements without end',
      `<xliff version="1.2"><file>${'<group>'.repeat(100_000)}`,
      /nested more than 64/,
    ],
    ['an entity that nobody declared', in12('&nbsp;'), /well-formed/],
  ])('is refused: %s', (_what, text, sentence) => {
    expect(() => readXliff(text)).toThrow(sentence)
  })
})

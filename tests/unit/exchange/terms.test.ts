import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfFile, UnreadableFile } from '@/exchange/file-text.ts'
import { readTbx } from '@/exchange/terms/tbx-read.ts'
import { readTermsCsv, termsCsv } from '@/exchange/terms/terms-csv.ts'
import { languageTags } from '@/language/languages.ts'
import { isForm, termKinds } from '@/language/term-base.ts'
import { tbx, type TermToWrite } from '@/syndication/tbx.ts'

const letters = fc
  .string({
    unit: fc.constantFrom(...'aZé ß\u0301<>&"\'|;,=+-@ӘғҚңөұүһіЁ№«»“”— 日\u{1F1F3}'),
    maxLength: 12,
  })
  .filter(isForm)
const words = fc
  .string({ unit: fc.constantFrom(...'aé&<"\',;=-\n ұ'), maxLength: 30 })
  .map((text) => text.trim())
const day = fc.option(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
const language = fc.record({
  form: letters,
  also: fc.uniqueArray(letters, { maxLength: 3 }),
  forbidden: fc.uniqueArray(letters, { maxLength: 3 }),
})
const terms: fc.Arbitrary<TermToWrite[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...termKinds),
    forms: fc
      .uniqueArray(fc.constantFrom(...languageTags), { minLength: 1, maxLength: 4 })
      .chain((tags) =>
        fc.tuple(
          ...tags.map((tag) =>
            language.map((own) => ({
              language: tag as string,
              ...own,
              also: own.also.filter((one) => one !== own.form),
            })),
          ),
        ),
      ),
    note: words,
    source: words.map((text) => text.replaceAll('\n', ' ')),
    validFrom: day,
    validUntil: day,
  }),
  { minLength: 1, maxLength: 4 },
)

const inOrder = (all: readonly TermToWrite[]) =>
  all.map(({ id: _id, forms, ...rest }) => ({
    ...rest,
    forms: [...forms].sort(
      (one, other) =>
        languageTags.indexOf(one.language as never) - languageTags.indexOf(other.language as never),
    ),
  }))

describe('terms that are saved and brought in again', () => {
  it('are the same to the letter as TBX', () => {
    fc.assert(
      fc.property(terms, (all) => {
        const read = readTbx(tbx(all, 'https://example.org'))
        expect(read.flatMap(({ problems }) => problems)).toEqual([])
        expect(read.map(({ entry }) => entry)).toEqual(all.map(({ id: _id, ...entry }) => entry))
      }),
    )
  })

  it('are the same to the letter as CSV', () => {
    fc.assert(
      fc.property(terms, (all) => {
        const read = readTermsCsv(termsCsv(all))
        expect(read.flatMap(({ problems }) => problems)).toEqual([])
        expect(read.map(({ entry }) => entry)).toEqual(inOrder(all))
      }),
    )
  })
})

const concept = (inside: string): string => `<conceptEntry id="c1">${inside}</conceptEntry>`
const dca = (inside: string): string =>
  `<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc/></tbxHeader><text><body>${inside}</body></text></tbx>`

describe('TBX of other programs', () => {
  it('may name data categories by attributes, with remarks in groups', () => {
    const [read] = readTbx(
      dca(
        concept(
          `<descrip type="subjectField">diplomacy</descrip>
           <descripGrp><descrip type="definition">Heads a mission.</descrip><admin type="source">Vienna Convention</admin></descripGrp>
           <langSec xml:lang="en-GB">
             <termSec><term>ambassador</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
             <termSec><term>ambassadour</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
           </langSec>
           <langSec xml:lang="nb-NO"><termSec><term>ambassadør</term></termSec><termSec><term>sendemann</term></termSec></langSec>
           <langSec xml:lang="fi"><termSec><term>suurlähettiläs</term></termSec></langSec>`,
        ),
      ),
    )
    expect(read?.entry).toEqual({
      kind: 'phrase',
      forms: [
        { language: 'en', form: 'ambassador', also: [], forbidden: ['ambassadour'] },
        { language: 'nb', form: 'ambassadør', also: ['sendemann'], forbidden: [] },
      ],
      note: 'diplomacy\nHeads a mission.',
      source: 'Vienna Convention',
      validFrom: null,
      validUntil: null,
    })
    expect(read?.problems).toEqual([
      'The language “fi” isn’t one of this desk’s, so its forms are left out.',
    ])
  })

  it('may be of the form of 2008, with its terms in groups', () => {
    const [read] = readTbx(
      `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="x7">
        <langSet xml:lang="kk"><ntig><termGrp><term>елші</term><termNote type="administrativeStatus">preferredTerm</termNote></termGrp></ntig></langSet>
        <langSet xml:lang="ru"><tig><term>посол</term></tig><ntig><termGrp><term>посланник</term><termNote type="normativeAuthorization">supersededTerm</termNote></termGrp></ntig></langSet>
      </termEntry></body></text></martif>`,
    )
    expect(read?.at).toBe('entry “x7”')
    expect(read?.entry.forms).toEqual([
      { language: 'kk', form: 'елші', also: [], forbidden: [] },
      { language: 'ru', form: 'посол', also: [], forbidden: ['посланник'] },
    ])
  })

  it('may have several kinds of English, which are one here', () => {
    const [read] = readTbx(
      dca(
        concept(
          `<langSec xml:lang="en-US"><termSec><term>color</term></termSec></langSec>
           <langSec xml:lang="en-GB"><termSec><term>colour</term></termSec></langSec>`,
        ),
      ),
    )
    expect(read?.entry.forms).toEqual([
      { language: 'en', form: 'color', also: ['colour'], forbidden: [] },
    ])
  })

  it('keeps to the days that it names, and leaves an impossible one in the note', () => {
    const [read] = readTbx(
      dca(
        concept(
          `<note>valid from 2024-10-14</note><note>valid until 2025-02-30</note>
           <langSec xml:lang="en"><termSec><term>Minister</term></termSec></langSec>`,
        ),
      ),
    )
    expect(read?.entry).toMatchObject({
      validFrom: '2024-10-14',
      validUntil: null,
      note: 'valid until 2025-02-30',
    })
  })

  it('is refused term by term where a form can’t be one', () => {
    const long = 'a'.repeat(201)
    const read = readTbx(
      dca(
        concept(`<langSec xml:lang="en"><termSec><term>${long}</term></termSec></langSec>`) +
          concept('<langSec xml:lang="en"><termSec><term> </term></termSec></langSec>'),
      ),
    )
    expect(read.map(({ unfit, problems }) => [unfit, problems])).toEqual([
      [true, [`“${'a'.repeat(60)}” is no form: one line, 200 characters at most.`]],
      [true, ['It has no form in a language of this desk.']],
    ])
  })
})

const bomb = `<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
const outside = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

describe('a hostile file', () => {
  it.each([
    ['an entity bomb', `${bomb}<tbx><text>&b;</text></tbx>`, /declares a document type/],
    ['an external entity', `${outside}<tbx>&x;</tbx>`, /declares a document type/],
    [
      'a far document type',
      '<!DOCTYPE tbx SYSTEM "http://x.example/a.dtd"><tbx/>',
      /document type/,
    ],
    ['one in a folder', '<!DOCTYPE tbx SYSTEM "../a.dtd"><tbx/>', /document type/],
    [
      'a named one with entities',
      '<!DOCTYPE tbx SYSTEM "a.dtd" [<!ENTITY x "y">]><tbx/>',
      /document type/,
    ],
    ['an unknown entity', dca(concept('&x;')), /no well-formed XML/],
    ['an end that is missing', dca('<conceptEntry>'), /no well-formed XML/],
    ['another kind of XML', '<rss/>', /neither “tbx” nor “martif”/],
    ['nothing', '', /no well-formed XML|neither/],
    ['a deep nest', `<tbx>${'<a>'.repeat(65)}${'</a>'.repeat(65)}</tbx>`, /more than 64/],
  ])('is refused with a sentence: %s', (_what, text, sentence) => {
    expect(() => readTbx(text)).toThrow(UnreadableFile)
    expect(() => readTbx(text)).toThrow(sentence)
  })

  it.each([
    ['a quotation without end', 'en,nb\n"a,b', /no table/],
    ['rows of different length', 'en,nb\na,b,c', /no table/],
    ['no column of a language', 'Foo,Bar\na,b', /No column of the first line is a language/],
    ['nothing', '', /No column/],
  ])('is refused as a table: %s', (_what, text, sentence) => {
    expect(() => readTermsCsv(text)).toThrow(sentence)
  })
})

describe('a table', () => {
  it('may part its cells by semicolons, and names what it can’t take', () => {
    const [read] = readTermsCsv('kind;en;nb also;fi;remark;valid from\nking;a, b;c;d;e;1.1.2024\n')
    expect(read?.entry.forms).toEqual([
      { language: 'en', form: 'a, b', also: [], forbidden: [] },
      { language: 'nb', form: '', also: ['c'], forbidden: [] },
    ])
    expect(read?.problems).toEqual([
      '“king” is no kind, so it is a phrase. Kinds: person, office, body, place, treaty, phrase.',
      '“1.1.2024” (valid from) is no day as in 2026-11-27.',
      'The language “fi” isn’t one of this desk’s, so its forms are left out.',
      '“remark” is no column.',
    ])
  })

  it('never runs as a formula', () => {
    const [read] = readTermsCsv("en,nb\n'=1+1,'tHart\n")
    expect(read?.entry.forms.map(({ form }) => form)).toEqual(['=1+1', "'tHart"])
    expect(termsCsv([{ ...(read?.entry as TermToWrite), id: '1' }])).toContain("'=1+1")
  })
})

describe('the letters of a file', () => {
  const said = '<tbx>Ә</tbx>'
  it.each([
    ['UTF-8', Buffer.from(said)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${said}`)],
    ['UTF-16', Buffer.from(`\uFEFF${said}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${said}`, 'utf16le').swap16()],
  ])('are read in %s', (_name, bytes) => {
    expect(textOfFile(bytes)).toBe(said)
  })

  it('are read in the encoding that XML declares, and refused where they are none', () => {
    const declared = '<?xml version="1.0" encoding="windows-1251"?><tbx>'
    const bytes = Buffer.concat([Buffer.from(declared), Buffer.from([0xcf]), Buffer.from('</tbx>')])
    expect(textOfFile(bytes)).toBe(`${declared}П</tbx>`)
    expect(() => textOfFile(Buffer.from([0x61, 0xff]))).toThrow(/isn’t text in utf-8/)
    expect(() => textOfFile(Buffer.from('<?xml version="1.0" encoding="x"?>'))).toThrow(/in x/)
  })
})

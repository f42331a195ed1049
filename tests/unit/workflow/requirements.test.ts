import { describe, expect, it } from 'vitest'
import type { TermEntry } from '@/language/term-base.ts'
import type {
  Block,
  ContactContent,
  Content,
  DocumentContent,
  ImageContent,
  ImageInText,
  Inline,
  TextContent,
} from '@/workflow/content.ts'
import {
  limits,
  type Problem,
  type OwnRequirementKey,
  problemsOf,
  type RequirementKey,
  requirements,
  unwaived,
  type Waiver,
} from '@/workflow/requirements.ts'
import { around, found, foundBy, paragraph, text, words } from './helpers.ts'

const file = { name: 'a.pdf', mime: 'application/pdf', bytes: 10, sha256: 'f'.repeat(64) }

function picture(changes: Partial<ImageInText> = {}): ImageInText {
  return {
    id: 'quay',
    alt: 'Two ferries at a quay',
    caption: 'The new ferries',
    credit: 'A. Nilsen',
    copyright: '',
    licence: '',
    file: 'f'.repeat(64),
    width: 100,
    height: 80,
    ...changes,
  }
}
function imageItem(changes: Partial<ImageContent> = {}): Content {
  return {
    type: 'image',
    texts: [{ language: 'en', alt: 'Two ferries at a quay', caption: '' }],
    credit: 'A. Nilsen',
    copyright: '',
    licence: '',
    cleared: true,
    file: { ...file, width: 100, height: 80 },
    focalX: 50,
    focalY: 50,
    ...changes,
  }
}
function documentItem(texts: DocumentContent['texts']): Content {
  return { type: 'document', texts, file }
}
function contactItem(changes: Partial<ContactContent> = {}): Content {
  return {
    type: 'contact',
    name: 'Ada Press',
    texts: [],
    organisation: '',
    email: 'ada@talvania.example',
    telephone: '',
    telephoneAfterHours: '',
    languages: [],
    ...changes,
  }
}

const forms = (language: string, form: string) => ({ language, form, also: [], forbidden: [] })
function termItem(changes: Partial<TermEntry> = {}): Content {
  return {
    type: 'term',
    kind: 'place',
    forms: [forms('en', 'Oslo')],
    note: '',
    source: '',
    validFrom: null,
    validUntil: null,
    ...changes,
  }
}

const link = (href: string): Inline => ({ type: 'link', href, children: words('here') })
const linked = (href: string): Block => ({ type: 'paragraph', children: [link(href)] })

describe('content that lacks nothing', () => {
  it.each([
    ['a statement', text()],
    [
      'a press release',
      text({ kind: 'press-release', datelinePlace: 'Oslo', datelineDate: '2026-11-24' }),
    ],
    [
      'a text with a picture',
      text({ images: [picture()], body: [{ type: 'image', image: 'quay' }, paragraph('x')] }),
    ],
    ['an image', imageItem()],
    ['a document', documentItem([{ language: 'en', title: 'Timetable' }])],
    ['a contact', contactItem()],
    ['a term of one day', termItem({ validFrom: '2026-02-01', validUntil: '2026-02-01' })],
  ])('fails nothing: %s', (_what, content) => {
    expect(found(content)).toEqual([])
  })

  const written: [string, Partial<TextContent>][] = [
    [
      'English',
      {
        headline: 'UN & NATO envoys meet at 10 °C: “We will not yield”',
        lead: 'The CO₂ price rose by 5 % [1], says the Ministry’s report (file report_v2.pdf).',
        body: [
          paragraph('“[The Government] recieved [sic] it […] and [NATO] agreed,” she said.'),
          paragraph('Write to press@talvania.example, or see https://talvania.example/a_b?x=[1].'),
          {
            type: 'quotation',
            text: 'It is 5 µm wide – or 5 μm.',
            speaker: 'Dr. Å. Øye (née O’Hara)',
          },
        ],
      },
    ],
    [
      'Norwegian',
      {
        language: 'nb',
        headline: 'BODØ: Ambassaden åpner på «Kystmuseet»',
        lead: 'Prisen øker med 3,5 % fra 1. januar (kl. 09.00), ifølge plan-2026.docx.',
        body: [
          paragraph('«[Norge] har alltid stått ved [avtalen]», sier Bjørn Ødegård-Ås.'),
          paragraph(
            'Les mer på https://www.regjeringen.no/ eller skriv til post@talvania.example.',
          ),
        ],
      },
    ],
    [
      'Kazakh',
      {
        language: 'kk',
        headline: 'ҚАЗАҚСТАН мен Норвегия: «Equinor-дың» жаңа жобасы',
        lead: 'NATO-ның шешімі туралы XXI ғасырдың басында −20 °C аязда айтылды.',
        body: [
          paragraph('«[Біздің] елдің [сол] күні [...] басталды», – деді елші Ә. Нұрлан.'),
          paragraph('press@mfa.kz-ке жазыңыз, COVID-19-дан кейінгі есеп: есеп_v2.pdf.'),
        ],
      },
    ],
    [
      'Russian',
      {
        language: 'ru',
        headline: 'МИД: «Мы [Норвегия] готовы» – XX век позади',
        lead: 'Концентрация 5 мкм (µm) при −5 °C; IT-компании и SMS-сервис, см. отчёт.pdf.',
        body: [
          paragraph(
            'В [XX] веке [так в тексте] «Telenor» работал; в Facebook’е [прим. ред.] – нет.',
          ),
          { type: 'quotation', text: 'Это […] наш выбор', speaker: 'А. В. Щёкина-Ёлкина' },
        ],
      },
    ],
  ]
  it.each(written)('is read without a false alarm in %s', (_language, changes) => {
    expect(found(text(changes))).toEqual([])
  })
})

describe('a text in which something is missing', () => {
  const rows: [string, RequirementKey, Partial<TextContent>, object[]][] = [
    ['a headline', 'headline-present', { headline: '' }, [{ field: 'headline' }]],
    [
      'a headline to read',
      'headline-present',
      { headline: ' \u00A0\u2003\n' },
      [{ field: 'headline' }],
    ],
    ['a lead', 'lead-present', { lead: '  ' }, [{ field: 'lead' }]],
    ['a body', 'body-present', { body: [] }, [{ field: 'body' }]],
    [
      'words in the body',
      'body-present',
      {
        body: [
          paragraph(' '),
          { type: 'heading', level: 2, children: [] },
          { type: 'image', image: 'quay' },
          { type: 'quotation', text: '', speaker: ' ' },
          { type: 'list', ordered: true, items: [{ children: [{ type: 'break' }] }] },
        ],
      },
      [{ field: 'body' }],
    ],
    ['a contact', 'contact-present', { contacts: [] }, [{ field: 'contacts' }]],
    [
      'place and date of a press release',
      'dateline-present',
      { kind: 'press-release' },
      [{ field: 'datelinePlace' }, { field: 'datelineDate' }],
    ],
    [
      'the place of a press release',
      'dateline-present',
      { kind: 'press-release', datelinePlace: ' ', datelineDate: '2026-11-24' },
      [{ field: 'datelinePlace' }],
    ],
    [
      'the date of a press release',
      'dateline-present',
      { kind: 'press-release', datelinePlace: 'Oslo', datelineDate: '' },
      [{ field: 'datelineDate' }],
    ],
  ]
  it('lacks a headline where nothing of it can be seen', () => {
    for (const headline of ['\u200E', '\u200C \u200D'])
      expect(foundBy('headline-present', text({ headline }))).toEqual([{ field: 'headline' }])
  })

  it.each(rows)('lacks %s', (_what, requirement, changes, expected) => {
    expect(foundBy(requirement, text(changes))).toEqual(expected)
    expect(found(text(changes)).map((problem) => problem.requirement)).toEqual(
      expected.map(() => requirement),
    )
  })

  it.each([
    ['a heading', { type: 'heading', level: 2, children: words('Ferries') }],
    ['a quotation', { type: 'quotation', text: 'They sail.', speaker: '' }],
    ['a list', { type: 'list', ordered: false, items: [{ children: words('One') }] }],
    [
      'a list in a list',
      {
        type: 'list',
        ordered: false,
        items: [
          {
            children: [],
            list: { type: 'list', ordered: true, items: [{ children: words('One') }] },
          },
        ],
      },
    ],
    ['a link', linked('https://talvania.example')],
    ['one letter', paragraph('х')],
  ] as [string, Block][])('has a body where there is %s', (_what, block) => {
    expect(foundBy('body-present', text({ body: [paragraph(''), block] }))).toEqual([])
  })
})

describe('lengths', () => {
  it.each([
    ['headline', 'headline-length', 140],
    ['lead', 'lead-length', 600],
  ] as const)('of a %s', (field, requirement, most) => {
    expect(limits[field]).toBe(most)
    const of = (count: number, letter: string) =>
      foundBy(requirement, text({ [field]: letter.repeat(count) }))
    expect(of(most, 'a')).toEqual([])
    expect(of(most + 1, 'a')).toEqual([{ field }])
    // Characters, not units of UTF-16.
    expect(of(most, '𝔄')).toEqual([])
    expect(of(most + 1, '𝔄')).toEqual([{ field }])
  })
})

describe('links', () => {
  const bad = 'http://intranet/a'
  const nested: Block = {
    type: 'list',
    ordered: true,
    items: [
      { children: [link('https://talvania.example'), link(`${bad}1`)] },
      {
        children: words('and'),
        list: { type: 'list', ordered: false, items: [{ children: [link(`${bad}2`)] }] },
      },
    ],
  }
  it.each([
    ['a paragraph', [paragraph('x'), linked(bad)], [{ field: 'body', segment: 1, found: bad }]],
    [
      'a heading',
      [{ type: 'heading', level: 3, children: [link(bad)] }],
      [{ field: 'body', segment: 0, found: bad }],
    ],
    [
      'lists within lists',
      [nested],
      [
        { field: 'body', segment: 0, found: `${bad}1` },
        { field: 'body', segment: 0, found: `${bad}2` },
      ],
    ],
    [
      'a link within a link',
      [
        {
          type: 'paragraph',
          children: [{ type: 'link', href: 'https://talvania.example', children: [link(bad)] }],
        },
      ],
      [{ field: 'body', segment: 0, found: bad }],
    ],
    ['words', [paragraph(bad)], []],
    ['a quotation', [{ type: 'quotation', text: bad, speaker: bad }], []],
    ['a picture', [{ type: 'image', image: bad }, paragraph('x')], []],
    ['a public link', [linked('https://talvania.example')], []],
  ] as [string, Block[], object[]][])('in %s', (_where, body, expected) => {
    expect(foundBy('link-public', text({ body }))).toEqual(expected)
  })

  it.each([
    ['', []],
    [' ', []],
    ['https://talvania.example/study', []],
    ['study.pdf', [{ field: 'sourceUrl', found: 'study.pdf' }]],
  ])('to a source: %j', (sourceUrl, expected) => {
    expect(foundBy('link-public', text({ sourceUrl }))).toEqual(expected)
  })

  it('into the mission’s own desk', () => {
    const desk = 'https://press.talvania.example/admin/collections/releases/1'
    const content = text({ body: [linked(desk)], sourceUrl: desk })
    expect(foundBy('link-public', content)).toEqual([
      { field: 'body', segment: 0, found: desk },
      { field: 'sourceUrl', found: desk },
    ])
    expect(foundBy('link-public', content, { origin: 'https://other.example' })).toEqual([])
  })
})

const everywhere = (piece: string): TextContent =>
  text({
    headline: `${piece} a`,
    lead: `b ${piece}`,
    datelinePlace: `c ${piece}`,
    sourceLabel: `d ${piece}`,
    body: [
      paragraph(`e ${piece}`),
      { type: 'heading', level: 2, children: words(`f ${piece}`) },
      {
        type: 'list',
        ordered: false,
        items: [
          {
            children: words('g'),
            list: { type: 'list', ordered: false, items: [{ children: words(piece) }] },
          },
        ],
      },
      { type: 'quotation', text: piece, speaker: '' },
      { type: 'quotation', text: '', speaker: piece },
      { type: 'image', image: piece },
    ],
  })

describe('what is found in the words', () => {
  const mixed = 'Мinistry'
  const zero = '\u200B'
  const places = [
    { field: 'headline' },
    { field: 'lead' },
    { field: 'datelinePlace' },
    { field: 'sourceLabel' },
    ...[0, 1, 2, 3, 4].map((segment) => ({ field: 'body', segment })),
  ]

  it.each([
    ['no-placeholder', '[NAME]', '[NAME]'],
    ['one-script-per-word', mixed, mixed],
    ['no-invisible-character', `a${zero}b`, 'U+200B zero width space'],
  ] as [RequirementKey, string, string][])('%s, with its place', (requirement, piece, name) => {
    expect(foundBy(requirement, { ...everywhere(piece), type: 'text' })).toEqual(
      places.map((place) => ({ ...place, found: name })),
    )
  })

  it('is all told, several in one place too', () => {
    const content = text({ lead: `[NAME] of ${mixed} [date], кoмпания${zero}` })
    expect(found(content).map(({ requirement, found: piece }) => [requirement, piece])).toEqual([
      ['no-placeholder', '[NAME]'],
      ['no-placeholder', '[date]'],
      ['one-script-per-word', mixed],
      ['one-script-per-word', 'кoмпания'],
      ['no-invisible-character', 'U+200B zero width space'],
    ])
  })

  it('is looked for across marks and in the words of links', () => {
    const children: Inline[] = [
      { type: 'text', text: '[NA', marks: ['bold'] },
      { type: 'link', href: 'https://talvania.example', children: words('ME]') },
      { type: 'break' },
      { type: 'text', text: 'х' },
    ]
    const content = text({ body: [{ type: 'paragraph', children }] })
    expect(foundBy('no-placeholder', content)).toEqual([
      { field: 'body', segment: 0, found: '[NAME]' },
    ])
  })

  it('keeps list items, a quotation and its speaker, and lines apart', () => {
    const apart: Block[] = [
      {
        type: 'list',
        ordered: false,
        items: [{ children: words('NATO') }, { children: words('ның') }],
      },
      { type: 'quotation', text: 'о', speaker: 'o' },
      { type: 'paragraph', children: [...words('о'), { type: 'break' }, ...words('o')] },
      {
        type: 'list',
        ordered: false,
        items: [
          {
            children: words('о'),
            list: { type: 'list', ordered: false, items: [{ children: words('o') }] },
          },
        ],
      },
    ]
    expect(found(text({ body: apart }))).toEqual([])
  })
})

describe('pictures, documents and contacts of a text', () => {
  it.each([
    ['an alternative text', { alt: '' }, 'image-has-alt', 'The new ferries'],
    [
      'an alternative text of its own',
      { alt: 'The new ferries' },
      'image-has-alt',
      'The new ferries',
    ],
    ['an alternative text and a caption', { alt: '', caption: '' }, 'image-has-alt', 'quay'],
    ['a credit', { credit: ' ' }, 'image-has-credit', 'Two ferries at a quay'],
  ] as [string, Partial<ImageInText>, RequirementKey, string][])(
    'a picture that lacks %s',
    (_what, changes, requirement, name) => {
      const content = text({ images: [picture({ id: 'other' }), picture(changes)] })
      expect(foundBy(requirement, content)).toEqual([{ field: 'images', found: name }])
      expect(found(content)).toHaveLength(1)
    },
  )

  it('a picture that lacks a credit and words is named by its id', () => {
    const content = text({ images: [picture({ alt: '', credit: '' })] })
    expect(foundBy('image-has-credit', content)).toEqual([{ field: 'images', found: 'quay' }])
  })

  it('a picture that isn’t cleared', () => {
    const content = text({ images: [picture(), picture({ id: 'map', alt: '' })] })
    expect(foundBy('image-cleared', content, { cleared: new Set() })).toEqual([
      { field: 'images', found: 'Two ferries at a quay' },
      { field: 'images', found: 'map' },
    ])
    expect(foundBy('image-cleared', content, { cleared: new Set(['quay']) })).toEqual([
      { field: 'images', found: 'map' },
    ])
  })

  it('what isn’t published', () => {
    const content = text({
      images: [picture(), picture({ id: 'map', alt: '' })],
      documents: [{ id: 'plan', title: 'Timetable', file: file.sha256 }],
      contacts: [{ id: 'ada', name: 'Ada Press', title: '' }],
    })
    expect(foundBy('parts-published', content, { published: new Set() })).toEqual([
      { field: 'images', found: 'Two ferries at a quay' },
      { field: 'images', found: 'map' },
      { field: 'documents', found: 'Timetable' },
      { field: 'contacts', found: 'Ada Press' },
    ])
    expect(
      foundBy('parts-published', content, { published: new Set(['quay', 'map', 'ada']) }),
    ).toEqual([{ field: 'documents', found: 'Timetable' }])
    expect(foundBy('parts-published', content)).toEqual([])
  })
})

describe('an embargo', () => {
  const embargo = '2026-11-24T09:00:00.000Z'

  it.each([
    ['ahead', '2026-11-24T08:59:59.999Z', []],
    ['at this very moment', embargo, [{ field: 'embargo' }]],
    ['past', '2026-11-24T10:00:00+00:30', [{ field: 'embargo' }]],
    ['of a text that was public before', undefined, []],
  ])('%s', (_when, embargoAfter, places) => {
    const changes = embargoAfter === undefined ? {} : { embargoAfter }
    expect(foundBy('embargo-ahead', text({ embargo }), changes)).toEqual(places)
  })

  it('that isn’t set is none', () => {
    expect(foundBy('embargo-ahead', text(), { embargoAfter: embargo })).toEqual([])
  })
})

describe('other texts that are being worked on', () => {
  const headline = 'Talvania and Norway open a power line'

  it('are named where they are called nearly the same', () => {
    const otherHeadlines = ['A bridge opens', 'Talvania and Norway open power line']
    expect(foundBy('headline-of-its-own', text({ headline }), { otherHeadlines })).toEqual([
      { field: 'headline', found: 'Talvania and Norway open power line' },
    ])
  })

  it('are three at the most', () => {
    const otherHeadlines = Array.from({ length: 9 }, () => headline)
    expect(foundBy('headline-of-its-own', text({ headline }), { otherHeadlines })).toHaveLength(3)
  })

  it('stop nothing, and are nothing to sign for', () => {
    const problems = found(text({ headline }), { otherHeadlines: [headline] })
    expect(problems.map(({ level }) => level)).toEqual(['advice'])
    const waiver = { by: 'eva', at: '2026-11-24T09:00:00.000Z', reason: 'x', fingerprint: 'now' }
    const waivers: Waiver[] = [{ ...waiver, requirement: 'headline-of-its-own' }]
    expect(unwaived(problems, waivers, { fingerprint: 'now', original: '' })).toEqual(problems)
  })
})

describe('what notes say must be fixed', () => {
  const open = { field: 'body', segment: 1, found: '40 million', note: 'n1' }

  it('fails in a text, where it stands', () => {
    expect(foundBy('must-fix-resolved', text(), { mustFix: [open] })).toEqual([open])
    expect(foundBy('must-fix-resolved', text(), { mustFix: [] })).toEqual([])
  })

  it('never in an item', () => {
    expect(foundBy('must-fix-resolved', contactItem(), { mustFix: [open] })).toEqual([])
  })
})

describe('a term that contradicts itself', () => {
  it.each([
    ['has a language twice', [forms('en', 'Oslo'), forms('en', 'Oslo City')], 'en'],
    ['has a form right and forbidden', [{ ...forms('en', 'Oslo'), forbidden: ['Oslo'] }], 'Oslo'],
  ])('%s', (_what, own, contradiction) => {
    expect(found(termItem({ forms: own }))).toEqual([
      {
        requirement: 'term-forms-agree',
        moment: 'submit',
        level: 'blocker',
        field: 'forms',
        found: contradiction,
      },
    ])
  })
})

describe('an item in which something is missing', () => {
  it.each([
    ['a contact without a name', contactItem({ name: ' ' }), 'item-named', 'name'],
    ['a document without a title', documentItem([]), 'item-named', 'texts'],
    [
      'a document with a blank title',
      documentItem([{ language: 'en', title: ' ' }]),
      'item-named',
      'texts',
    ],
    [
      'a contact that can’t be reached',
      contactItem({ email: ' ' }),
      'contact-reachable',
      'telephone',
    ],
    [
      'a contact that can be reached at night only',
      contactItem({ email: '', telephoneAfterHours: '+47 22 00 00 00' }),
      'contact-reachable',
      'telephone',
    ],
    ['a term without a form', termItem({ forms: [forms('en', ' ')] }), 'item-named', 'forms'],
    [
      'a term that ends the day before it begins',
      termItem({ validFrom: '2026-02-01', validUntil: '2026-01-31' }),
      'term-days-in-order',
      'validUntil',
    ],
    ['an image without words', imageItem({ texts: [] }), 'image-described', 'texts'],
    [
      'an image with words in one of two languages',
      imageItem({
        texts: [
          { language: 'en', alt: 'Two ferries', caption: '' },
          { language: 'nb', alt: 'bilde', caption: '' },
        ],
      }),
      'image-described',
      'texts',
    ],
    [
      'an image whose alternative text is its caption',
      imageItem({ texts: [{ language: 'en', alt: 'Two ferries', caption: 'Two ferries' }] }),
      'image-described',
      'texts',
    ],
    ['an image without a credit', imageItem({ credit: '' }), 'image-credited', 'credit'],
    ['an image that isn’t cleared', imageItem({ cleared: false }), 'image-clearance', 'cleared'],
  ] as [string, Content, RequirementKey, string][])('%s', (_what, content, requirement, field) => {
    expect(found(content)).toEqual([{ requirement, moment: 'submit', level: 'blocker', field }])
  })

  it.each([
    ['a telephone', contactItem({ email: '', telephone: '+47 22 00 00 00' })],
    ['an address', contactItem()],
    [
      'a title in one of two languages',
      documentItem([
        { language: 'en', title: '' },
        { language: 'nb', title: 'Rutetabell' },
      ]),
    ],
  ])('nothing, with %s', (_what, content) => {
    expect(found(content)).toEqual([])
  })
})

describe('the table of requirements', () => {
  it('says when each must hold, and whether it can be waived', () => {
    expect(
      Object.entries(requirements).map(([key, { moment, level }]) => `${key}: ${moment}, ${level}`),
    ).toEqual([
      'headline-present: submit, blocker',
      'headline-length: submit, blocker',
      'lead-present: submit, blocker',
      'lead-length: submit, blocker',
      'body-present: submit, blocker',
      'dateline-present: submit, blocker',
      'contact-present: submit, blocker',
      'link-public: submit, blocker',
      'standing-in-language: submit, blocker',
      'no-placeholder: submit, blocker',
      'one-script-per-word: submit, warning',
      'no-invisible-character: submit, warning',
      'embargo-ahead: submit, warning',
      'review-by-present: submit, blocker',
      'review-by-ahead: submit, blocker',
      'ends-ahead: submit, blocker',
      'headline-of-its-own: submit, advice',
      'must-fix-resolved: approve, blocker',
      'image-has-alt: publish, blocker',
      'image-has-credit: publish, blocker',
      'image-cleared: publish, blocker',
      'parts-published: publish, blocker',
      'item-named: submit, blocker',
      'contact-reachable: submit, blocker',
      'term-forms-agree: submit, blocker',
      'term-days-in-order: submit, blocker',
      'image-described: submit, blocker',
      'image-credited: submit, blocker',
      'image-clearance: submit, blocker',
    ])
  })

  it('asks of a text nothing that only items have, and of an item nothing of texts', () => {
    const nothing = { published: new Set<string>(), cleared: new Set<string>() }
    expect(
      found(
        text({
          headline: '',
          lead: '',
          body: [],
          contacts: [],
          images: [picture({ alt: '', credit: '' })],
        }),
        nothing,
      ).map(({ requirement }) => requirement),
    ).toEqual([
      'headline-present',
      'lead-present',
      'body-present',
      'contact-present',
      'image-has-alt',
      'image-has-credit',
      'image-cleared',
      'parts-published',
    ])
    expect(
      found(contactItem({ name: '', email: '' }), nothing).map(({ requirement }) => requirement),
    ).toEqual(['item-named', 'contact-reachable'])
    expect(
      found(imageItem({ texts: [], credit: '', cleared: false }), nothing).map(
        ({ requirement }) => requirement,
      ),
    ).toEqual(['image-described', 'image-credited', 'image-clearance'])
  })

  it('gives each problem its moment, level and place', () => {
    expect(found(text({ lead: '' }))).toEqual([
      { requirement: 'lead-present', moment: 'submit', level: 'blocker', field: 'lead' },
    ])
    expect(around(text()).published).toEqual(new Set(['ada']))
  })
})

const warning = (requirement: OwnRequirementKey): Problem => ({
  requirement,
  moment: 'submit',
  level: 'warning',
  field: 'lead',
})

const waiver = (requirement: RequirementKey, fingerprint: string): Waiver => ({
  requirement,
  by: 'kari',
  at: '2026-11-24T09:00:00.000Z',
  reason: 'A brand.',
  fingerprint,
})

describe('a waiver', () => {
  const mixed = warning('one-script-per-word')
  const unseen = warning('no-invisible-character')

  it.each([
    [
      'covers its warning, every place of it',
      [mixed, mixed],
      [waiver('one-script-per-word', 'a')],
      [],
    ],
    ['covers no other warning', [mixed, unseen], [waiver('one-script-per-word', 'a')], [unseen]],
    ['lapses with any change of the text', [mixed], [waiver('one-script-per-word', 'b')], [mixed]],
    [
      'given again counts again',
      [mixed],
      [waiver('one-script-per-word', 'b'), waiver('one-script-per-word', 'a')],
      [],
    ],
    [
      'for another text doesn’t lend itself to one for this text',
      [mixed, unseen],
      [waiver('one-script-per-word', 'b'), waiver('no-invisible-character', 'a')],
      [mixed],
    ],
    ['that isn’t there covers nothing', [mixed], [], [mixed]],
  ] as [string, Problem[], Waiver[], Problem[]][])('%s', (_what, problems, waivers, expected) => {
    expect(unwaived(problems, waivers, { fingerprint: 'a', original: '' })).toEqual(expected)
  })

  it('of a comparison lapses with the text and with the original', () => {
    const finding = {
      check: 'number-missing',
      level: 'warning',
      segment: 1,
      source: null,
      target: null,
      expected: '40',
      found: '30',
      place: { field: 'lead' },
    } as const
    const [differs] = problemsOf(text(), { ...around(text()), findings: [finding] })
    if (!differs) throw new Error('nothing differs')
    expect(differs).toMatchObject({ requirement: 'pair-number-missing', level: 'warning' })
    const waivers = [waiver('pair-number-missing', 'a:of')]
    expect(unwaived([differs], waivers, { fingerprint: 'a', original: 'of' })).toEqual([])
    expect(unwaived([differs], waivers, { fingerprint: 'b', original: 'of' })).toEqual([differs])
    expect(unwaived([differs], waivers, { fingerprint: 'a', original: 'on' })).toEqual([differs])
    const own = [waiver('pair-number-missing', 'a')]
    expect(unwaived([differs], own, { fingerprint: 'a', original: '' })).toEqual([differs])
  })

  it('never covers a blocker', () => {
    const blocker: Problem = { ...mixed, level: 'blocker' }
    const waivers = [waiver('one-script-per-word', 'a')]
    expect(unwaived([blocker], waivers, { fingerprint: 'a', original: '' })).toEqual([blocker])
  })
})

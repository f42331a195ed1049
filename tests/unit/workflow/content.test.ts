import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalForm, type Content, type Inline, plainText } from '@/workflow/content.ts'
import { fingerprintOf, sha256 } from '@/workflow/fingerprint.ts'
import { unwaived } from '@/workflow/requirements.ts'
import { paragraph, text } from './helpers.ts'

/** What a content is made of: JSON without `undefined`, and with few enough letters that two are often alike. */
const leaf = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ä', 'a\u0308', 'а', '"', '\\', ' '), maxLength: 3 }),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constant(null),
)
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: leaf },
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'aa', 'B', 'ä', '__x'), tie('json'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, reversed(one)])
      .toReversed(),
  )
}

describe('the canonical form', () => {
  it('is the same exactly where nothing differs', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(canonicalForm(one) === canonicalForm(other)).toBe(isDeepStrictEqual(one, other))
      }),
      { numRuns: 3000 },
    )
  })

  it('of a copy is the same, whatever the order of keys', () => {
    fc.assert(
      fc.property(json, (one) => {
        expect(canonicalForm(reversed(one))).toBe(canonicalForm(one))
      }),
    )
  })

  it('differs wherever one list is in another order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(json, { comparator: isDeepStrictEqual, minLength: 2 }), (list) => {
        expect(canonicalForm(list.toReversed())).not.toBe(canonicalForm(list))
      }),
    )
  })

  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(json, (one) => {
        expect(JSON.parse(canonicalForm(one))).toEqual(one)
      }),
    )
  })

  it.each([
    [{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: false }, '{"b":false}'],
    [{ é: 1, z: 2, Z: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"Z":3,"z":2,"é":1}'],
    [[], '[]'],
    [{}, '{}'],
    ['\u2028"\n', '"\u2028\\"\\n"'],
    [null, 'null'],
    [0.5, '0.5'],
  ])('of %j', (value, expected) => {
    expect(canonicalForm(value)).toBe(expected)
  })

  it('normalises no letter', () => {
    expect(canonicalForm('å')).not.toBe(canonicalForm('å'.normalize('NFD')))
    expect(canonicalForm('a b')).not.toBe(canonicalForm('a\u00A0b'))
  })
})

const marked = (marks: readonly ('bold' | 'italic')[]): Content =>
  text({ body: [{ type: 'paragraph', children: [{ type: 'text', text: 'x', marks }] }] })

describe('a fingerprint', () => {
  it('is SHA-256 in hexadecimal, of UTF-8', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('Қазақстан')).toBe(
      '357a286c34ec1d1acf4060e30aef7bca7f49690a7bbde18470bd441059156857',
    )
    expect(fingerprintOf(text())).toBe(sha256(canonicalForm(text())))
  })

  const changes: [string, Content, Content][] = [
    ['a letter', text({ lead: 'On Monday.' }), text({ lead: 'On Mondax.' })],
    ['a capital', text({ lead: 'On Monday.' }), text({ lead: 'on Monday.' })],
    ['a hard space', text({ lead: '5 km' }), text({ lead: '5\u00A0km' })],
    ['a Cyrillic letter', text({ lead: 'Oslo' }), text({ lead: 'Оslo' })],
    ['a mark', marked([]), marked(['bold'])],
    ['a link', text({ sourceUrl: 'https://a.example' }), text({ sourceUrl: 'https://b.example' })],
    [
      'the order of paragraphs',
      text({ body: [paragraph('a'), paragraph('b')] }),
      text({ body: [paragraph('b'), paragraph('a')] }),
    ],
    [
      'where a paragraph ends',
      text({ body: [paragraph('ab')] }),
      text({ body: [paragraph('a'), paragraph('b')] }),
    ],
    [
      'the field of a word',
      text({ lead: 'x', sourceLabel: '' }),
      text({ lead: '', sourceLabel: 'x' }),
    ],
    ['an embargo', text(), text({ embargo: '2026-11-24T09:00:00.000Z' })],
    [
      'a name of a topic',
      text({ topics: [{ id: 'a', name: 'Sea' }] }),
      text({ topics: [{ id: 'a', name: 'Seas' }] }),
    ],
    [
      'a title of a contact',
      text(),
      text({ contacts: [{ id: 'ada', name: 'Ada Press', title: '' }] }),
    ],
    ['the text about the mission', text(), text({ about: 'We are an embassy.' })],
  ]
  it.each(changes)('differs with %s', (_what, one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other))
  })

  it.each(changes)('and a waiver lapses with %s', (_what, one, other) => {
    const problem = {
      requirement: 'one-script-per-word',
      moment: 'submit',
      level: 'warning',
      field: 'lead',
    } as const
    const waiver = {
      requirement: 'one-script-per-word',
      by: 'kari',
      at: '2026-11-24T09:00:00.000Z',
      reason: 'A brand.',
      fingerprint: fingerprintOf(one),
    } as const
    expect(
      unwaived([problem], [waiver], { fingerprint: fingerprintOf(one), original: '' }),
    ).toEqual([])
    expect(
      unwaived([problem], [waiver], { fingerprint: fingerprintOf(other), original: '' }),
    ).toEqual([problem])
  })

  it('doesn’t differ with the order of keys', () => {
    expect(fingerprintOf(reversed(text()) as Content)).toBe(fingerprintOf(text()))
  })
})

describe('the words of inline content', () => {
  it('are those of its texts and links; a line break is a space', () => {
    const children: Inline[] = [
      { type: 'text', text: 'See ', marks: ['bold'] },
      {
        type: 'link',
        href: 'https://talvania.example',
        children: [
          { type: 'text', text: 'our' },
          { type: 'break' },
          { type: 'text', text: 'site' },
        ],
      },
      { type: 'break' },
      { type: 'text', text: 'now' },
    ]
    expect(plainText(children)).toBe('See our site now')
    expect(plainText([])).toBe('')
  })
})

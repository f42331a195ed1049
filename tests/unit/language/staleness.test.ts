import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '@/language/fidelity/pair.ts'
import { confirmed, isCurrent, isOpen, printOf, segmentChanges } from '@/language/staleness.ts'

const paragraph = (text: string): Segment => ({ kind: 'paragraph', text })
const source: readonly Segment[] = [
  { kind: 'headline', text: 'Embassy opens office in Almaty' },
  paragraph('The embassy opens a new office in Almaty on Monday.'),
  paragraph('The minister met students of the university in the afternoon.'),
  {
    kind: 'item',
    text: 'Passports are issued in Astana.',
    links: ['https://embassy.example/passports'],
  },
  { kind: 'caption', text: 'The new office, seen from the park.' },
]

const kindsOf = (now: readonly Segment[], then = source.map(confirmed)) =>
  segmentChanges(then, now, 'en').map(({ kind }) => kind)

describe('a translation whose source', () => {
  it('is untouched has nothing open', () => {
    expect(kindsOf(source)).toEqual(source.map(() => 'unchanged'))
    expect(isCurrent(segmentChanges(source.map(confirmed), source, 'en'))).toBe(true)
  })

  it.each<[string, (segments: Segment[]) => Segment[], string[]]>([
    [
      'has one changed paragraph',
      ([a, , ...rest]) =>
        [
          a,
          paragraph('The embassy opens a new office in Almaty on Tuesday.'),
          ...rest,
        ] as Segment[],
      ['unchanged', 'changed', 'unchanged', 'unchanged', 'unchanged'],
    ],
    [
      'has a new paragraph',
      ([a, ...rest]) => [a, paragraph('Visas are given in both places.'), ...rest] as Segment[],
      ['unchanged', 'new', 'unchanged', 'unchanged', 'unchanged', 'unchanged'],
    ],
    [
      'lost a paragraph',
      ([a, b, , ...rest]) => [a, b, ...rest] as Segment[],
      ['unchanged', 'unchanged', 'vanished', 'unchanged', 'unchanged'],
    ],
    [
      'has a moved paragraph',
      ([a, b, c, d, ...rest]) => [a, c, d, b, ...rest] as Segment[],
      ['unchanged', 'unchanged', 'unchanged', 'moved', 'unchanged'],
    ],
    [
      'has other white space',
      ([a, b, ...rest]) =>
        [a, paragraph(` ${b?.text.replace('a new', 'a\u00a0 new')}\n`), ...rest] as Segment[],
      ['unchanged', 'typography', 'unchanged', 'unchanged', 'unchanged'],
    ],
    [
      'has a link that leads elsewhere',
      ([a, b, c, d, e]) =>
        [a, b, c, { ...d, links: ['https://embassy.example/new'] }, e] as Segment[],
      ['unchanged', 'unchanged', 'unchanged', 'changed', 'unchanged'],
    ],
    [
      'has a paragraph that became a list item',
      ([a, b, c, ...rest]) => [a, b, { ...c, kind: 'item' }, ...rest] as Segment[],
      ['unchanged', 'unchanged', 'changed', 'unchanged', 'unchanged'],
    ],
  ])('%s has exactly that open', (_what, edit, kinds) => {
    expect(kindsOf(edit([...source]))).toEqual(kinds)
  })

  it('changed is told from new by its place where only fingerprints are kept', () => {
    const prints = source.map((segment) => ({ ...printOf(segment), text: null }))
    const now = source.with(1, paragraph('Something else entirely.'))
    expect(kindsOf(now, prints)).toEqual([
      'unchanged',
      'changed',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
  })
})

const words = fc.constantFrom(
  'embassy',
  'opens',
  'елшілік',
  'ambassaden',
  'in',
  'Oslo',
  '2026',
  '–',
)
const anySegment: fc.Arbitrary<Segment> = fc.record({
  kind: fc.constantFrom('headline', 'paragraph', 'item', 'quote'),
  text: fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => all.join(' ')),
})
const anyText = fc.array(anySegment, { maxLength: 12 })

describe('whatever a text says', () => {
  it('untouched, it is never stale', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const changes = segmentChanges(text.map(confirmed), text, 'en')
        expect(changes.filter(isOpen)).toEqual([])
      }),
    )
  })

  it('moving its paragraphs asks for nothing', () => {
    fc.assert(
      fc.property(
        anyText.chain((text) =>
          fc.tuple(fc.constant(text), fc.shuffledSubarray(text, { minLength: text.length })),
        ),
        ([text, moved]) => {
          expect(isCurrent(segmentChanges(text.map(confirmed), moved, 'en'))).toBe(true)
        },
      ),
    )
  })

  it('other spaces, dashes and quotation marks ask for nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printed = text.map(({ text: plain, ...rest }) => ({
          ...rest,
          text: `\u00a0${plain.replaceAll(' ', '\u202f \n').replaceAll('–', '—')} `,
        }))
        expect(isCurrent(segmentChanges(text.map(confirmed), printed, 'en'))).toBe(true)
      }),
    )
  })

  it('each segment of both versions is in exactly one change', () => {
    fc.assert(
      fc.property(anyText, anyText, (then, now) => {
        const changes = segmentChanges(then.map(confirmed), now, 'en')
        const places = (side: 'was' | 'now') =>
          changes.flatMap((change) => change[side] ?? []).toSorted((one, other) => one - other)
        expect(places('was')).toEqual(then.map((_, index) => index))
        expect(places('now')).toEqual(now.map((_, index) => index))
      }),
    )
  })
})

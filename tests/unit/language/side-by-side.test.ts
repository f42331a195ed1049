import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment, Side } from '@/language/fidelity/pair.ts'
import type { Language } from '@/language/languages.ts'
import { rowsOf, waits } from '@/language/side-by-side.ts'

function side(lang: Language, ...texts: string[]): Side {
  const segments = texts.map(
    (text, index): Segment => ({ kind: index === 0 ? 'headline' : 'paragraph', text }),
  )
  return { lang, segments }
}

const source = side(
  'en',
  'The bridge opens on Friday',
  'The bridge at Talvik has cost 40 million kroner.',
  'Ferries go on until 31 March 2027.',
  'The minister, Mira Holland, thanks everybody who has waited.',
)
const target = side(
  'nb',
  'Broen åpner på fredag',
  'Broen ved Talvik har kostet 40 millioner kroner.',
  'Fergene går til 31. mars 2027.',
  'Statsråd Mira Holland takker alle som har ventet.',
)
/** State, the words of the source now, and those of the translation. */
function told(made: Side | null, now: Side, translated = target) {
  return rowsOf({ made, now, target: translated }).map(({ state, source: place, targets }) => [
    state,
    place === null ? null : now.segments[place]?.text,
    targets.map((one) => translated.segments[one]?.text).join(' | '),
  ])
}
const places = (of: (number | null)[]) =>
  of.filter((place) => place !== null).toSorted((a, b) => a - b)
const words = (of: Side) => of.segments.map(({ text }) => text)

describe('a translation beside its source', () => {
  it('has nothing open while the source is as it was', () => {
    expect(told(source, source)).toEqual(
      words(source).map((text, index) => ['current', text, words(target)[index]]),
    )
  })

  it('has exactly what changed open: changed, moved, new, vanished', () => {
    const [headline = '', cost = '', ferries = '', thanks = ''] = words(source)
    const now = side(
      'en',
      headline,
      thanks,
      cost.replace('40', '42'),
      'Tickets cost 90 kroner for a car and its driver.',
    )
    const [title = '', money = '', boats = '', minister = ''] = words(target)
    expect(told(source, now)).toEqual(
      expect.arrayContaining([
        ['current', headline, title],
        ['changed', cost.replace('40', '42'), money],
        ['new', 'Tickets cost 90 kroner for a car and its driver.', ''],
        ['vanished', null, boats],
      ]),
    )
    const minor = told(source, now).find(([, text]) => text === thanks)
    expect(['current', 'moved']).toContain(minor?.[0])
    expect(minor?.[2]).toBe(minister)
    expect(ferries).not.toBe('')
  })

  it('asks nothing where white space or typography alone differ', () => {
    const now = side('en', ...words(source).map((text) => text.replaceAll(' ', '\u00a0')))
    expect(rowsOf({ made: source, now, target }).filter(waits)).toEqual([])
  })

  it('says what isn’t translated, and what the translation alone has', () => {
    const shorter = side('nb', ...words(target).slice(0, 3))
    expect(told(source, source, shorter).at(-1)).toEqual(['missing', words(source)[3], ''])
    const longer = side(
      'nb',
      ...words(target),
      'Avisen Fjordposten skriver om 17 gamle båter i dag.',
    )
    expect(told(source, source, longer).at(-1)).toEqual([
      'added',
      null,
      'Avisen Fjordposten skriver om 17 gamle båter i dag.',
    ])
  })

  it('shows what was translated meanwhile, which stays open until it is confirmed', () => {
    const now = side('en', ...words(source), 'Tickets cost 90 kroner for a car and its driver.')
    const later = side('nb', ...words(target), 'Billetten koster 90 kroner for bil og fører.')
    expect(told(source, now, later).at(-1)).toEqual([
      'new',
      'Tickets cost 90 kroner for a car and its driver.',
      'Billetten koster 90 kroner for bil og fører.',
    ])
  })

  it('does without what isn’t kept any more', () => {
    expect(rowsOf({ made: null, now: source, target }).filter(waits)).toEqual([])
  })

  it('puts every segment of the source now and of the translation in one row', () => {
    const text = fc.array(
      fc.constantFrom(...words(source), 'Snow fell in May.', '12 boats left.'),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(text, text, text, (was, is, translated) => {
        const now = side('en', ...is)
        const rows = rowsOf({ made: side('en', ...was), now, target: side('nb', ...translated) })
        expect(places(rows.map(({ source: place }) => place))).toEqual(is.map((_, index) => index))
        expect(places(rows.flatMap(({ targets }) => targets))).toEqual(
          translated.map((_, index) => index),
        )
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '@/language/languages.ts'
import { printOf } from '@/language/staleness.ts'
import {
  type Confirmation,
  type NamedSide,
  progressOf,
  type Row,
  translationRows,
} from '@/language/translation-rows.ts'

function side(lang: Language, headline: string, ...texts: string[]): NamedSide {
  const paragraphs = texts.map((text) => ({ kind: 'paragraph' as const, text, name: null }))
  const first = { kind: 'headline' as const, text: headline, name: 'headline' }
  return { lang, segments: [...(headline === '' ? [] : [first]), ...paragraphs] }
}

const cost = 'The bridge at Talvik has cost 40 million kroner.'
const ferries = 'Ferries go on until 31 March 2027.'
const thanks = 'The minister, Mira Holland, thanks everybody who has waited.'
const tickets = 'Tickets cost 90 kroner for a car and its driver.'
const title = 'The bridge opens on Friday'
const source = side('en', title, cost, ferries, thanks)
const [tittel, kostnad, ferger, takk, billett] = [
  'Broen åpner på fredag',
  'Broen ved Talvik har kostet 40 millioner kroner.',
  'Fergene går til 31. mars 2027.',
  'Statsråd Mira Holland takker alle som har ventet.',
  'Billetten koster 90 kroner for bil og fører.',
]
const target = side('nb', tittel, kostnad, ferger, takk)

interface More {
  made?: NamedSide | null
  translated?: NamedSide
  confirmations?: Confirmation[]
  whole?: boolean
}
function rowsOf(now: NamedSide, { made = null, translated = target, ...more }: More = {}): Row[] {
  return translationRows({ made, now, target: translated, confirmations: [], whole: true, ...more })
}
/** State, source now, translation, and whether it waits. */
function told(now: NamedSide, more: More = {}) {
  const { translated = target } = more
  return rowsOf(now, more).map(({ state, source: place, targets, open }) => [
    state,
    now.segments[place ?? -1]?.text ?? null,
    targets.map((one) => translated.segments[one]?.text).join(' | '),
    open,
  ])
}
function pair(text: string, translated: string, more: Partial<Confirmation> = {}): Confirmation {
  const kind = text === title ? 'headline' : 'paragraph'
  const of = (words: string) => printOf({ kind, text: words })
  return {
    source: of(text),
    text,
    targets: translated === '' ? [] : [of(translated).exact],
    ...more,
  }
}
const everything = [
  pair(title, tittel),
  pair(cost, kostnad),
  pair(ferries, ferger),
  pair(thanks, takk),
]

describe('a translation that somebody stood by as a whole', () => {
  it('has nothing open while the source is as it was', () => {
    expect(told(source)).toEqual([
      ['current', title, tittel, false],
      ['current', cost, kostnad, false],
      ['current', ferries, ferger, false],
      ['current', thanks, takk, false],
    ])
  })

  it('has exactly what changed open: changed, new and gone; what moved asks for nothing', () => {
    const now = side('en', title, thanks, cost.replace('40', '42'), tickets)
    expect(told(now, { made: source })).toEqual([
      ['current', title, tittel, false],
      [expect.stringMatching(/^(current|moved)$/), thanks, takk, false],
      ['changed', cost.replace('40', '42'), kostnad, true],
      ['gone', null, ferger, true],
      ['new', tickets, '', true],
    ])
  })

  it('asks nothing where white space or typography alone differ', () => {
    const now = side(
      'en',
      title,
      ...[cost, ferries, thanks].map((text) => text.replaceAll(' ', '\u00a0')),
    )
    expect(told(now, { made: source }).filter(([, , , open]) => open)).toEqual([])
  })

  it('has a headline in wholly other words open as changed', () => {
    const now = side('en', 'Talvik waits no more', cost, ferries, thanks)
    expect(told(now, { made: source })[0]).toEqual([
      'changed',
      'Talvik waits no more',
      tittel,
      true,
    ])
  })
})

describe('a translation in work', () => {
  it('waits for every segment', () => {
    const begun = side('nb', tittel, kostnad)
    expect(told(source, { translated: begun, whole: false })).toEqual([
      ['unconfirmed', title, tittel, true],
      ['unconfirmed', cost, kostnad, true],
      ['untranslated', ferries, '', true],
      ['untranslated', thanks, '', true],
    ])
  })

  it('has closed what was confirmed, and open again what was edited since', () => {
    const edited = side('nb', tittel, kostnad, 'Fergene slutter.', takk)
    expect(told(source, { translated: edited, confirmations: everything, whole: false })).toEqual([
      ['current', title, tittel, false],
      ['current', cost, kostnad, false],
      ['unconfirmed', ferries, 'Fergene slutter.', true],
      ['current', thanks, takk, false],
    ])
  })

  it('keeps pairs together that share no word, wherever they stand', () => {
    const swapped = side('nb', tittel, 'Én.', 'To.', 'Tre.')
    const pairs = [
      pair(title, tittel),
      pair(cost, 'Tre.'),
      pair(ferries, 'Én.'),
      pair(thanks, 'To.'),
    ]
    const rows = told(source, { translated: swapped, confirmations: pairs, whole: false })
    expect(rows.map(([, , words]) => words)).toEqual([tittel, 'Tre.', 'Én.', 'To.'])
    expect(rows.every(([, , , open]) => open === false)).toBe(true)
  })

  it('keeps together what was saved and not confirmed', () => {
    const saved = side('nb', tittel, 'Takk!')
    const rows = told(source, {
      translated: saved,
      confirmations: [pair(thanks, 'Takk!', { open: true })],
      whole: false,
    })
    expect(rows.at(-1)).toEqual(['unconfirmed', thanks, 'Takk!', true])
  })

  it('is closed where a segment is left out on purpose', () => {
    const shorter = side('nb', tittel, kostnad, ferger)
    const confirmations = [...everything.slice(0, 3), pair(thanks, '')]
    expect(told(source, { translated: shorter, confirmations, whole: false }).at(-1)).toEqual([
      'untranslated',
      thanks,
      '',
      false,
    ])
  })
})

describe('an answer to a segment that changed', () => {
  const now = side('en', title, cost.replace('40', '42'), ferries, thanks)
  const later = pair(cost.replace('40', '42'), kostnad)

  it('closes it while the whole is as it was', () => {
    expect(told(now, { made: source, confirmations: [later] }).map(([state]) => state)).toEqual([
      'current',
      'current',
      'current',
      'current',
    ])
  })

  it('is what the next change is told from', () => {
    const again = side('en', title, cost.replace('40', '44'), ferries, thanks)
    const [, row] = rowsOf(again, { made: source, confirmations: [later] })
    expect([row?.state, row?.was?.text]).toEqual(['changed', cost.replace('40', '42')])
  })

  it('that saved words and confirmed nothing leaves it open, with what it was', () => {
    const draft = pair(cost, 'Broen har kostet 42.', { open: true })
    const translated = side('nb', tittel, 'Broen har kostet 42.', ferger, takk)
    const [, row] = rowsOf(now, { made: source, translated, confirmations: [draft] })
    expect([row?.state, row?.open, row?.was?.text]).toEqual(['changed', true, cost])
  })

  it('keeps what is gone from the source, once and for all', () => {
    const without = side('en', title, cost, thanks)
    const rows = told(without, {
      made: source,
      confirmations: [pair(ferries, ferger, { kept: true })],
    })
    expect(rows).toContainEqual(['added', null, ferger, false])
    expect(rows.filter(([, , , open]) => open)).toEqual([])
  })
})

const all = (of: (number | null)[]) => of.filter((one) => one !== null).toSorted((a, b) => a - b)

describe('rows', () => {
  const texts = fc.array(fc.constantFrom(cost, ferries, thanks, tickets, 'Snow fell in May.'), {
    minLength: 1,
    maxLength: 7,
  })
  const translations = fc.array(fc.constantFrom(kostnad, ferger, takk, billett ?? ''), {
    maxLength: 6,
  })
  const kept = fc.array(
    fc.tuple(fc.constantFrom(cost, ferries, thanks), fc.constantFrom(kostnad, ferger, '')),
    { maxLength: 5 },
  )

  it('hold every segment of the source now and of the translation once, each with a name of its own', () => {
    fc.assert(
      fc.property(
        texts,
        texts,
        translations,
        kept,
        fc.boolean(),
        (was, is, rendered, pairs, whole) => {
          const now = side('en', title, ...is)
          const translated = side('nb', tittel, ...rendered)
          const rows = rowsOf(now, {
            made: side('en', title, ...was),
            translated,
            confirmations: pairs.map(([text, words]) => pair(text, words)),
            whole,
          })
          expect(all(rows.map((row) => row.source))).toEqual([...now.segments.keys()])
          expect(all(rows.flatMap((row) => row.targets))).toEqual([...translated.segments.keys()])
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        },
      ),
    )
  })

  it('of an untouched text are never open', () => {
    fc.assert(
      fc.property(texts, (is) => {
        const now = side('en', title, ...is)
        const confirmations = [pair(title, tittel), ...is.map((text) => pair(text, ''))]
        const translated = side('nb', tittel)
        const rows = rowsOf(now, { made: now, translated, confirmations, whole: false })
        expect(rows.filter(({ open }) => open)).toEqual([])
      }),
    )
  })

  it('count the words of the source, and those that are seen to', () => {
    const rows = rowsOf(source, { confirmations: [pair(cost, kostnad)], whole: false })
    expect(progressOf(rows, source)).toEqual({ words: 30, confirmed: 9 })
  })
})

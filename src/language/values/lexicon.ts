import type { Language } from '../languages.ts'
import { calendarOf, type Calendar } from './calendar.ts'
import { lookup, numbered, type Lookup } from './forms.ts'
import { phrasesOf, type Phrases } from './phrases.ts'
import type { Table, UnitCode } from './tables/table.ts'
import { tables } from './tables/tables.ts'
import { fold } from './tokens.ts'

/** One word of a number. */
export interface Atom {
  value: number
  kind: 'small' | 'scale'
  ordinal: boolean
  /** `millions` alone is no number. */
  standsAlone: boolean
}

/** A table, ready for reading. */
export interface Lexicon {
  lang: Language
  table: Table
  decimal: '.' | ','
  atoms: ReadonlyMap<string, Atom>
  /** Forms that may be parts of a joined number, and the length of the longest. */
  longest: number
  and: ReadonlySet<string>
  /** Languages without words for 11 to 19 put them together of ten and a unit. */
  teensAreMade: boolean
  short: Lookup<number>
  fractions: Lookup<number>
  faint: ReadonlyMap<string, readonly number[]>
  faintOrdinals: Lookup<number>
  suffixes: ReadonlySet<string>
  doubtful: ReadonlySet<string>
  article: ReadonlySet<string>
  times: ReadonlySet<string>
  half: Phrases
  andHalf: Phrases
  oneAndHalf: Phrases
  /** First parts of compounds that aren't number words themselves. */
  prefixes: ReadonlyMap<string, number>
  /** The first two letters of everything that can begin a compound. */
  beginnings: ReadonlySet<string>
  compound: Lookup<UnitCode>
  units: Lookup<UnitCode>
  money: Lookup<readonly string[]>
  beforeMoney: ReadonlySet<string>
  square: ReadonlySet<string>
  cubic: ReadonlySet<string>
  percent: Phrases
  percentPoint: Phrases
  calendar: Calendar
  relative: Phrases
  century: Lookup<true>
  clock: {
    before: ReadonlySet<string>
    after: ReadonlySet<string>
    half: ReadonlySet<string>
    quarter: ReadonlySet<string>
    quarterTo: Phrases
    /** Minutes that a phrase behind the hour adds to it. */
    turns: readonly (readonly [number, Phrases])[]
    followedBy: ReadonlySet<string>
    past: Phrases
    to: Phrases
    noon: Phrases
    midnight: Phrases
    pm: Phrases
    am: Phrases
  }
  decade: { after: Lookup<true>; before: ReadonlySet<string>; words: Lookup<number> }
  labels: ReadonlySet<string>
}

const made = new Map<Language, Lexicon>()

/** Made once per language; a table doesn't change while the program runs. */
export function lexiconOf(lang: Language): Lexicon {
  const known = made.get(lang)
  if (known) return known
  const lexicon = build(lang, tables[lang])
  made.set(lang, lexicon)
  return lexicon
}

function build(lang: Language, table: Table): Lexicon {
  const { numbers, clock, decade } = table
  const atoms = atomsOf(table)
  const prefixes = prefixesOf(table)
  const phrases = (list: string) => phrasesOf(list, lang)
  return {
    lang,
    table,
    decimal: decimalOf(lang),
    atoms,
    longest: Math.max(0, ...[...atoms.keys()].map((form) => form.length)),
    and: words(numbers.and),
    teensAreMade: !(11 in numbers.cardinals),
    short: lookup(numbered(numbers.short)),
    fractions: lookup(numbered(numbers.fractions)),
    faint: faintOf(table),
    faintOrdinals: lookup(numbered(numbers.faintOrdinals ?? {})),
    suffixes: words(numbers.suffixes),
    doubtful: words(numbers.doubtful ?? ''),
    article: words(numbers.article ?? ''),
    times: words(numbers.times ?? ''),
    half: phrases(numbers.half),
    andHalf: phrases(numbers.andHalf),
    oneAndHalf: phrases(numbers.oneAndHalf),
    prefixes,
    beginnings: new Set([...atoms.keys(), ...prefixes.keys()].map((form) => form.slice(0, 2))),
    compound: lookup(entries(numbers.compound ?? {})),
    units: lookup(entries(table.units)),
    money: lookup(Object.entries(table.money).map(([codes, forms]) => [codes.split(' '), forms])),
    beforeMoney: words(table.beforeMoney),
    square: words(table.square),
    cubic: words(table.cubic),
    percent: phrases(table.percent),
    percentPoint: phrases(table.percentPoint),
    calendar: calendarOf(lang, table.calendar),
    relative: phrases(table.calendar.relative),
    century: lookup([[true, table.calendar.century]]),
    clock: {
      before: words(clock.before),
      after: words(clock.after),
      half: words(clock.half),
      quarter: words(clock.quarter),
      quarterTo: phrases(clock.quarterTo ?? ''),
      turns: numbered(clock.turns ?? {}).map(([minutes, list]) => [minutes, phrases(list)]),
      followedBy: words(clock.followedBy ?? ''),
      past: phrases(clock.past),
      to: phrases(clock.to),
      noon: phrases(clock.noon),
      midnight: phrases(clock.midnight),
      pm: phrases(clock.pm),
      am: phrases(clock.am),
    },
    decade: {
      after: lookup([[true, decade.after.replaceAll("'", '')]]),
      before: words(decade.before),
      words: lookup(numbered(decade.words)),
    },
    labels: words(table.labels),
  }
}

export function words(forms: string): ReadonlySet<string> {
  return new Set(forms.split(' ').filter(Boolean).map(fold))
}

function entries(table: Readonly<Partial<Record<UnitCode, string>>>): [UnitCode, string][] {
  return Object.entries(table) as [UnitCode, string][]
}

function decimalOf(lang: Language): '.' | ',' {
  const parts = new Intl.NumberFormat(lang).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}

function atomsOf({ numbers }: Table): Map<string, Atom> {
  const atoms = new Map<string, Atom>()
  const not = words(numbers.not ?? '')
  const put = (form: string, atom: Atom) => {
    if (form && !not.has(form) && !atoms.has(form)) atoms.set(form, atom)
  }
  const endings = numbers.endings?.split(' ') ?? []
  for (const [value, forms] of numbered(numbers.cardinals)) {
    const atom: Atom = { value, kind: 'small', ordinal: false, standsAlone: true }
    for (const form of words(forms)) put(form, atom)
    for (const form of words(forms)) for (const ending of endings) put(form + ending, atom)
  }
  for (const [value, forms] of numbered(numbers.scales)) {
    const [alone = '', after = ''] = forms.split('|')
    for (const form of words(alone))
      put(form, { value, kind: 'scale', ordinal: false, standsAlone: true })
    for (const form of words(after))
      put(form, { value, kind: 'scale', ordinal: false, standsAlone: false })
  }
  for (const [value, forms] of numbered(numbers.ordinals))
    for (const form of words(forms))
      put(form, {
        value,
        kind: value < 100 ? 'small' : 'scale',
        ordinal: true,
        standsAlone: true,
      })
  return atoms
}

function faintOf({ numbers }: Table): Map<string, number[]> {
  const faint = new Map<string, number[]>()
  for (const [value, forms] of Object.entries(numbers.faint))
    for (const form of words(forms)) faint.set(form, [...(faint.get(form) ?? []), Number(value)])
  return faint
}

function prefixesOf({ numbers }: Table): Map<string, number> {
  return new Map(
    numbered(numbers.prefixes ?? {}).flatMap(([value, forms]) =>
      [...words(forms)].map((form): [string, number] => [form, value]),
    ),
  )
}

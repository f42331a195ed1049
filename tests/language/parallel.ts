import { isLanguage, type Language } from '@/language/languages.ts'
import type { Segment, SegmentKind, Term } from '@/language/fidelity/pair.ts'

/** A mistake that a translator could make in one language version. */
export interface Fault {
  kind: string
  segment: number
  /** The whole segment with the mistake in it. */
  text: string
}

export interface Version {
  segments: readonly Segment[]
  faults: readonly Fault[]
}

export type Parallel = ReadonlyMap<Language, Version>

const kinds: Readonly<Record<string, SegmentKind>> = {
  H: 'headline',
  L: 'lead',
  P: 'paragraph',
  I: 'item',
  Q: 'quote',
  C: 'caption',
}

/** The letter behind a mistake, and the kind that is reported. */
const faultKinds: Readonly<Record<string, string>> = {
  n: 'number',
  s: 'scale',
  m: 'money',
  u: 'unit',
  p: 'percentage-point',
  o: 'ordinal',
  d: 'date',
  w: 'weekday',
  t: 'time',
  z: 'time-zone',
  y: 'decade',
  c: 'telephone',
  e: 'email',
  l: 'link',
  f: 'format',
  x: 'missing',
  a: 'added',
  g: 'term',
  b: 'forbidden form',
  v: 'name misspelt',
  k: 'negation turned',
}

const marked = /\{([^{}~]*)~([^{}~]*)~([a-z])\}/g

/**
 * Reads one text in several languages. `## nb` begins a language, `P: …` is a paragraph, and `{right~wrong~d}` is a
 * passage with the mistake that a translator could make there.
 */
export function readParallel(text: string): Parallel {
  const versions = new Map<Language, Version>()
  for (const part of text.split(/^## /m).slice(1)) {
    const [lang = '', ...lines] = part.trim().split('\n')
    if (!isLanguage(lang)) throw new Error(`Unknown language «${lang}»`)
    versions.set(lang, versionOf(lines))
  }
  return versions
}

/**
 * The terms before the first language, one a line: `T: en=Storting | nb=Stortinget | -nb=Nasjonalforsamlinga`. A form
 * behind a minus must not be used.
 */
export function readGlossary(text: string): Term[] {
  const [head = ''] = text.split(/^## /m, 1)
  return [...head.matchAll(/^T: (.*)$/gm)].map(([, row = '']) => {
    const term: Partial<Record<Language, string>> = {}
    const forbidden: Partial<Record<Language, readonly string[]>> = {}
    for (const cell of row.split('|')) {
      const [, minus, lang = '', form = ''] = /^\s*(-?)([a-z]{2})=(.*?)\s*$/.exec(cell) ?? []
      if (!isLanguage(lang)) throw new Error(`Unknown language in «${cell}»`)
      if (minus) forbidden[lang] = [...(forbidden[lang] ?? []), form]
      else term[lang] = form
    }
    return { term, forbidden }
  })
}

function versionOf(lines: readonly string[]): Version {
  const segments: Segment[] = []
  const faults: Fault[] = []
  for (const [segment, line] of lines.entries()) {
    const kind = kinds[line.slice(0, 1)]
    if (!kind || line.slice(1, 3) !== ': ') throw new Error(`No kind of segment: ${line}`)
    const body = line.slice(3)
    segments.push({ kind, text: withFault(body, -1) })
    for (const [index, match] of [...body.matchAll(marked)].entries()) {
      const kindOfFault = faultKinds[match[3] ?? '']
      if (!kindOfFault) throw new Error(`Unknown kind of mistake: ${match[0]}`)
      faults.push({ kind: kindOfFault, segment, text: withFault(body, index) })
    }
  }
  return { segments, faults }
}

/** The text with the mistake at an index, and right everywhere else. */
function withFault(body: string, at: number): string {
  let index = 0
  return body.replaceAll(marked, (_all, right: string, wrong: string) =>
    index++ === at ? wrong : right,
  )
}

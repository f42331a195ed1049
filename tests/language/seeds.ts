import type { Language } from '@/language/languages.ts'
import { sentencesOf } from '@/language/split-sentences.ts'
import type { CorpusPair as Line } from './pairs.ts'
import type { Segment } from '@/language/fidelity/pair.ts'
import type { Parallel } from './parallel.ts'

/** Draws the same numbers for the same text again. */
export type Draw = (below: number) => number

export function drawing(seed: string): Draw {
  let state = [...seed].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7)
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return state % below
  }
}

interface Context {
  line: Line
  /** The same text in other languages. */
  text: Parallel
  /** Another text, to take a foreign paragraph from. */
  other: Parallel
  draw: Draw
}

type Seed = (context: Context) => Line | null

const pick = <T>(list: readonly T[], draw: Draw): T | undefined =>
  list[draw(Math.max(1, list.length))]

function withTexts(
  line: Line,
  kind: string,
  segment: number,
  edit: (segments: Segment[]) => void,
): Line {
  const segments = line.target.segments.map((one) => ({ ...one }))
  edit(segments)
  return { ...line, target: { ...line.target, segments }, fault: { kind, segment } }
}

/** Targets that fit, by index. */
function those(line: Line, fits: (text: string, index: number) => boolean): number[] {
  return line.target.segments.flatMap(({ text }, index) => (fits(text, index) ? [index] : []))
}

/** Replaces the text of one target segment. */
function replaced(
  kind: string,
  { line, draw }: Context,
  edit: (text: string, index: number) => string | null,
  fits: (text: string, index: number) => boolean = () => true,
): Line | null {
  const candidates = those(line, fits)
  for (let tries = candidates.length; tries > 0; tries--) {
    const index = pick(candidates, draw)
    const old = index === undefined ? undefined : line.target.segments[index]
    if (index === undefined || !old) return null
    const text = edit(old.text, index)
    if (text !== null && text !== old.text)
      return withTexts(line, kind, index, (segments) => {
        segments[index] = { ...old, text }
      })
  }
  return null
}

const long = (text: string): boolean => text.length > 60
const sentences = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end))

/** Which language an embassy's text is most likely to slip into. */
const slips: Readonly<Record<Language, readonly Language[]>> = {
  en: ['de', 'fr', 'es'],
  nb: ['da', 'nn', 'sv'],
  nn: ['nb', 'da'],
  da: ['nb', 'sv'],
  sv: ['da', 'nb'],
  de: ['en', 'da'],
  fr: ['es', 'en'],
  es: ['fr', 'en'],
  kk: ['ru'],
  ru: ['uk', 'kk'],
  uk: ['ru'],
  ar: ['en'],
}

const quoted = /([«“„”»"])([^«»“”„"]{50,}?)([»”“"«])/u

const twins: readonly (readonly [string, string])[] = [
  ['a', 'а'],
  ['e', 'е'],
  ['o', 'о'],
  ['c', 'с'],
  ['p', 'р'],
]
const cyrillic: ReadonlySet<Language> = new Set(['kk', 'ru', 'uk'])

const negations: Readonly<Partial<Record<Language, readonly (readonly [RegExp, string])[]>>> = {
  en: [
    [/ not(?= )/, ''],
    [/n’t\b/, ''],
    [/n't\b/, ''],
    [/\bnever /, ''],
  ],
  nb: [
    [/ ikke(?= )/, ''],
    [/\baldri /, ''],
  ],
  nn: [
    [/ ikkje(?= )/, ''],
    [/\baldri /, ''],
  ],
  da: [
    [/ ikke(?= )/, ''],
    [/\baldrig /, ''],
  ],
  sv: [
    [/ inte(?= )/, ''],
    [/\baldrig /, ''],
  ],
  de: [
    [/ nicht(?= )/, ''],
    [/\bkein(e[nmrs]?)?\b/, 'ein$1'],
  ],
  fr: [
    [/\b(?:ne |n’|n')(\S+) pas\b/, '$1'],
    [/\b(?:ne |n’|n')(\S+) jamais\b/, '$1'],
  ],
  es: [[/(?<= )no /, '']],
  ru: [[/(?<= )не /, '']],
  uk: [[/(?<= )не /, '']],
  kk: [
    [/(\p{L})[мбп]айды/u, '$1ады'],
    [/(\p{L})[мбп]ейді/u, '$1еді'],
    [/ емес(?=[ .,])/u, ''],
  ],
}

/** Marks that no careful text of the language has; what is seen in all kinds of marks has none. */
const foreignMarks: Readonly<Partial<Record<Language, readonly [string, string]>>> = {
  en: ['„', '“'],
  nb: ['“', '”'],
  nn: ['“', '”'],
  sv: ['„', '“'],
  de: ['“', '”'],
  fr: ['“', '”'],
  es: ['„', '“'],
  ru: ['“', '”'],
}

const mojibake = (word: string): string => Buffer.from(word, 'utf8').toString('latin1')

/** Faults that can be made by rule in any text. Kinds as `npm run fidelity` shows them. */
export const seeds: Readonly<Record<string, Seed>> = {
  'segment missing': ({ line, draw }) => {
    const index = pick(
      those(line, (text, at) => at > 0 && text.length > 30),
      draw,
    )
    if (index === undefined) return null
    return withTexts(line, 'segment missing', index, (all) => all.splice(index, 1))
  },
  'segment doubled': ({ line, draw }) => {
    const index = pick(
      those(line, (text, at) => at > 0 && long(text)),
      draw,
    )
    const again = index === undefined ? undefined : line.target.segments[index]
    if (index === undefined || !again) return null
    return withTexts(line, 'segment doubled', index + 1, (all) => all.splice(index + 1, 0, again))
  },
  'segment added': ({ line, other, draw }) => {
    const foreign = pick(
      (other.get(line.target.lang)?.segments ?? []).filter(({ text }) => long(text)),
      draw,
    )
    const index = 2 + draw(Math.max(1, line.target.segments.length - 2))
    if (!foreign) return null
    return withTexts(line, 'segment added', index, (all) =>
      all.splice(index, 0, { ...foreign, kind: 'paragraph' }),
    )
  },
  untranslated: (context) =>
    replaced(
      'untranslated',
      context,
      (_text, index) => context.line.source.segments[index]?.text ?? null,
      (text) => text.length > 40,
    ),
  'sentence untranslated': (context) =>
    replaced('sentence untranslated', context, (text, index) => {
      const own = sentences(text)
      const theirs = sentences(context.line.source.segments[index]?.text ?? '')
      if (own.length < 2 || own.length !== theirs.length) return null
      const which = context.draw(own.length)
      const [old = '', foreign = ''] = [own[which], theirs[which]]
      return foreign.length < 40 ? null : text.replace(old, () => foreign)
    }),
  'third language': (context) => {
    const slip = pick(slips[context.line.target.lang], context.draw)
    if (!slip || slip === context.line.source.lang) return null
    const foreign = context.text.get(slip)?.segments ?? []
    return replaced(
      'third language',
      context,
      (_text, index) => foreign[index]?.text ?? null,
      (text) => text.length > 80,
    )
  },
  'sentence omitted': (context) =>
    replaced('sentence omitted', context, (text) => {
      const own = sentences(text)
      if (own.length < 2) return null
      const gone = own[context.draw(own.length)] ?? ''
      return gone.length < 60 ? null : text.replace(gone, '').replace(/ {2,}/g, ' ').trim()
    }),
  'half omitted': (context) =>
    replaced(
      'half omitted',
      context,
      (text) => `${text.slice(0, text.indexOf(' ', text.length / 2))}.`,
      (text) => text.length > 160,
    ),
  residue: (context) =>
    replaced('residue', context, (text) => {
      const left = pick(
        ['{0}', '%s', '<g id="1">', '&nbsp;', 'XNUMX', '[[1]]', '\uFFFD', '</x>'],
        context.draw,
      )
      const number = /\b\d{2,}\b/.exec(text)
      if (left === 'XNUMX' && number) return text.replace(number[0], 'XNUMX')
      const place = text.indexOf(' ', context.draw(text.length))
      return place < 0 ? null : `${text.slice(0, place)} ${left}${text.slice(place)}`
    }),
  mojibake: (context) =>
    replaced('mojibake', context, (text) => {
      const word = pick(
        text.match(/\p{L}*[æøåäöüßéèñíóáа-яәғқңөұүһі]\p{L}{3,}/giu) ?? [],
        context.draw,
      )
      return word === undefined ? null : text.replace(word, () => mojibake(word))
    }),
  'mixed script': (context) =>
    replaced('mixed script', context, (text) => {
      const words = (text.match(/\p{L}{4,}/gu) ?? []).filter((word) =>
        twins.some((pair) =>
          word.includes(pair[cyrillic.has(context.line.target.lang) ? 1 : 0] ?? ''),
        ),
      )
      const word = pick(words, context.draw)
      if (word === undefined) return null
      const native = cyrillic.has(context.line.target.lang)
      const twin = twins.find((pair) => word.includes(native ? pair[1] : pair[0]))
      if (!twin) return null
      const mixed = native ? word.replace(twin[1], twin[0]) : word.replace(twin[0], twin[1])
      return text.replace(word, () => mixed)
    }),
  'invisible character': (context) =>
    replaced('invisible character', context, (text) => {
      const hidden = pick(
        ['\u200B', '\u202E', '\u200E', '\uFEFF', '\u2060', '\u0007'],
        context.draw,
      )
      const place = 1 + context.draw(Math.max(1, text.length - 1))
      return text.slice(0, place) + hidden + text.slice(place)
    }),
  'quotation mark unbalanced': (context) =>
    replaced('quotation mark unbalanced', context, (text) =>
      quoted.test(text) ? text.replace(quoted, context.draw(2) === 0 ? '$1$2' : '$2$3') : null,
    ),
  'quotation marks of another language': (context) =>
    replaced('quotation marks of another language', context, (text) => {
      const { lang } = context.line.target
      const [open, close] = foreignMarks[lang] ?? []
      if (!open || !close) return null
      return quoted.test(text) ? text.replace(quoted, `${open}$2${close}`) : null
    }),
  'quotation lost': (context) =>
    replaced('quotation lost', context, (text) =>
      quoted.test(text) ? text.replace(quoted, '$2') : null,
    ),
  'quotation shortened': (context) =>
    replaced('quotation shortened', context, (text) => {
      const [, open = '', inner = '', close = ''] = quoted.exec(text) ?? []
      if (inner.length < 90) return null
      const half = inner.slice(0, inner.indexOf(' ', inner.length * 0.35))
      return text.replace(quoted, () => open + half + close)
    }),
  'negation lost': (context) =>
    replaced('negation lost', context, (text) => {
      // Without one of two, a sentence is broken rather than turned.
      if (/еш|нікол|ніхто|жодн|никогда|никто|ни один|ни одна|personne|nadie/iu.test(text))
        return null
      for (const [no, yes] of negations[context.line.target.lang] ?? [])
        if (no.test(text)) return text.replace(no, yes)
      return null
    }),
}

import type { Block } from '../workflow/content.ts'
import { diffWords } from './diff.ts'
import type { Segment } from './fidelity/pair.ts'
import { matchUnits } from './matching.ts'
import { segmentsOf } from './segments.ts'
import { printOf } from './staleness.ts'
import { tokensOf } from './tokens.ts'

/** Where words stand in a text, so that they are found again after the text was changed. */

/** The fields in which words can be pointed at. */
export const passageFields = ['headline', 'lead', 'datelinePlace', 'body', 'sourceLabel'] as const
export type PassageField = (typeof passageFields)[number]

/** What of a text words can be pointed at in. `TextContent` is one. */
export interface Quotable {
  language: string
  headline: string
  lead: string
  datelinePlace: string
  body: readonly Block[]
  sourceLabel: string
}

/** Words of a text, and where they stood in it. Offsets: UTF-16 units in the segment's text. */
export interface Anchor {
  field: PassageField
  /** Which of the field's segments, from 0. */
  at: number
  /** Fingerprint of that segment: SHA-256, hex. */
  segment: string
  start: number
  quote: string
  /** A little of what stands around it in its segment. */
  before: string
  after: string
}

/** A segment of a field. `block`: index of its block in the body, where it is in it. */
export interface Stretch extends Segment {
  block: number | null
}

/**
 * What became of the words. `unchanged`: their paragraph is as it was; `moved`: so it is, and stands elsewhere;
 * `changed`: they stand, and the paragraph around them was changed; `reworded`: their paragraph is there, and they
 * themselves were changed; `vanished`: nothing of this text is surely the passage.
 */
export type Found =
  | { standing: 'unchanged' | 'moved' | 'changed'; at: number; start: number; end: number }
  | { standing: 'reworded'; at: number }
  | { standing: 'vanished' }
export type AnchorStanding = Found['standing']

/** So many characters on each side are kept. */
const around = 40
/** So much of them tells one place from another. */
const telling = 16

/** The segments of one field, in order. */
export function stretchesOf(text: Quotable, field: PassageField): Stretch[] {
  if (field === 'body')
    return text.body.flatMap((block, index) =>
      segmentsOf({ headline: '', lead: '', body: [block] }).map((segment) => ({
        ...segment,
        block: index,
      })),
    )
  const kinds = {
    headline: 'headline',
    lead: 'lead',
    datelinePlace: 'dateline',
    sourceLabel: 'title',
  } as const
  return text[field].trim() === '' ? [] : [{ kind: kinds[field], text: text[field], block: null }]
}

/** What somebody points at. `block`, `before`, `after`: what tells it from the same words elsewhere. */
export interface Pointing {
  field: PassageField
  quote: string
  block?: number | undefined
  before?: string | undefined
  after?: string | undefined
}

/** `gone`: the words don't stand in this text. `unclear`: they do more than once, and nothing says which are meant. */
export function anchorTo(text: Quotable, pointing: Pointing): Anchor | 'gone' | 'unclear' {
  const { field, quote, block, before = '', after = '' } = pointing
  const places = stretchesOf(text, field).flatMap((stretch, at) =>
    block !== undefined && stretch.block !== block
      ? []
      : occurrences(stretch.text, quote).map((start) => ({ stretch, at, start })),
  )
  if (places.length === 0) return 'gone'
  const meant = places.filter(
    ({ stretch, start }) =>
      stretch.text.slice(0, start).endsWith(before) &&
      stretch.text.slice(start + quote.length).startsWith(after),
  )
  const [place, another] = meant.length > 0 ? meant : places
  if (!place || another) return 'unclear'
  const { stretch, at, start } = place
  return {
    field,
    at,
    segment: printOf(stretch).exact,
    start,
    quote,
    before: stretch.text.slice(Math.max(0, start - around), start),
    after: stretch.text.slice(start + quote.length, start + quote.length + around),
  }
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** The words in the text as it is now. `then`: the text in which they were pointed at. */
export function findAgain(anchor: Anchor, then: Quotable, now: Quotable): Found {
  const before = stretchesOf(then, anchor.field)
  const after = stretchesOf(now, anchor.field)
  const old = before[anchor.at]
  if (!old || printOf(old).exact !== anchor.segment) return { standing: 'vanished' }
  const same = amongSame(anchor, before, after)
  if (same) return same
  const changes = matchUnits(unitsOf(before, then.language), unitsOf(after, now.language))
  const change = changes.find((one) => one.before === anchor.at)
  if (!change) return { standing: 'vanished' }
  const spot = { start: anchor.start, end: anchor.start + anchor.quote.length }
  const added = changes.flatMap((one) => (one.kind === 'added' ? [one.after] : []))
  if (change.kind === 'removed')
    return carriedOff(anchor, before, after, added) ?? { standing: 'vanished' }
  const at = change.after
  if (change.kind === 'same') return { standing: 'unchanged', at, ...spot }
  if (change.kind === 'moved') return { standing: 'moved', at, ...spot }
  const start = startWithin(anchor, old.text, after[at]?.text ?? '', now.language)
  if (start !== null) return { standing: 'changed', at, start, end: start + anchor.quote.length }
  return carriedOff(anchor, before, after, added) ?? { standing: 'reworded', at }
}

const unitsOf = (stretches: readonly Stretch[], language: string) =>
  stretches.map((stretch) => ({ ...printOf(stretch), words: tokensOf(stretch.text, language) }))

/**
 * Paragraphs that are equal to the letter can only be told apart by their neighbours: it is the one that stands
 * between the same ones, if as many are there as were. Null when the paragraph was, and is, there once at the most.
 */
function amongSame(
  anchor: Anchor,
  before: readonly Stretch[],
  after: readonly Stretch[],
): Found | null {
  const print = (stretch: Stretch | undefined) => (stretch ? printOf(stretch).exact : '')
  const placesIn = (stretches: readonly Stretch[]) =>
    stretches.flatMap((stretch, at) => (print(stretch) === anchor.segment ? [at] : []))
  const [then, now] = [placesIn(before), placesIn(after)]
  if (then.length <= 1 && now.length <= 1) return null
  const neighbours = (stretches: readonly Stretch[], at: number) =>
    `${print(stretches[at - 1])} ${print(stretches[at + 1])}`
  const wanted = neighbours(before, anchor.at)
  const [at, another] = now.filter((place) => neighbours(after, place) === wanted)
  if (at === undefined || another !== undefined || then.length !== now.length)
    return { standing: 'vanished' }
  return {
    standing: 'unchanged',
    at,
    start: anchor.start,
    end: anchor.start + anchor.quote.length,
  }
}

/** Where the words stand in their changed paragraph, or null. */
function startWithin(
  { quote, start, before, after }: Anchor,
  old: string,
  now: string,
  language: string,
): number | null {
  const there = occurrences(now, quote)
  if (there.length === 0) return null
  const once = occurrences(old, quote).length === 1
  if (once && there.length === 1) return there[0] ?? null
  const mapped = mappedStart(old, now, start, start + quote.length, language)
  if (mapped === null || once) return mapped
  // Of the same words twice, one may be gone: what stands beside them has to say that it is the other.
  const [head, tail] = [before.slice(-telling), after.slice(0, telling)]
  const fits = there.filter(
    (place) =>
      (head !== '' && now.slice(0, place).endsWith(head)) ||
      (tail !== '' && now.slice(place + quote.length).startsWith(tail)),
  )
  return fits.length === 1 && fits[0] === mapped ? mapped : null
}

/** A stretch that a comparison says stayed as it was, in the later text. */
function mappedStart(
  old: string,
  now: string,
  start: number,
  end: number,
  language: string,
): number | null {
  let [there, here] = [0, 0]
  for (const { kind, text } of diffWords(old, now, language)) {
    if (kind === 'same' && start >= there && end <= there + text.length) return here + start - there
    if (kind !== 'added') there += text.length
    if (kind !== 'removed') here += text.length
  }
  return null
}

/** The words with what stood around them, in a paragraph that is new: theirs was parted, or joined to another. */
function carriedOff(
  { quote, before, after }: Anchor,
  then: readonly Stretch[],
  now: readonly Stretch[],
  added: readonly number[],
): Found | null {
  const count = (stretches: readonly Stretch[]) =>
    stretches.reduce((sum, { text }) => sum + occurrences(text, quote).length, 0)
  if (count(then) !== 1 || count(now) !== 1) return null
  const [head, tail] = [before.slice(-telling), after.slice(0, telling)]
  for (const at of added) {
    const { text } = now[at] ?? { text: '' }
    const [start] = occurrences(text, quote)
    if (start === undefined) continue
    const beside =
      (head.length === telling && text.slice(0, start).endsWith(head)) ||
      (tail.length === telling && text.slice(start + quote.length).startsWith(tail))
    if (beside) return { standing: 'moved', at, start, end: start + quote.length }
  }
  return null
}

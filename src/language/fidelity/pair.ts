import type { Language } from '../languages.ts'

/** What a segment is in its text. One segment is one block: the unit of translation. */
export const segmentKinds = [
  'headline',
  'lead',
  'paragraph',
  'heading',
  'item',
  'quote',
  'speaker',
  'caption',
  'alt',
  'dateline',
  'title',
] as const
export type SegmentKind = (typeof segmentKinds)[number]

/** Plain text, without marks and links; a line break is `\n`. */
export interface Segment {
  kind: SegmentKind
  text: string
  /** Addresses of the links in it, in their order. */
  links?: readonly string[]
}

/** One language version of a text, in reading order. */
export interface Side {
  lang: Language
  segments: readonly Segment[]
}

/** A name, title or phrase with its approved form per language, and forms that must not be used. */
export interface Term {
  term: Readonly<Partial<Record<Language, string>>>
  /** Forms that are right as well. */
  also?: Readonly<Partial<Record<Language, readonly string[]>>>
  forbidden?: Readonly<Partial<Record<Language, readonly string[]>>>
}

/** What is checked: a source, its translation, and the terms that both should keep to. */
export interface Pair {
  source: Side
  target: Side
  glossary: readonly Term[]
}

/** Which source segment each target segment translates; null: none. As long as `target.segments`. */
export type Alignment = readonly (number | null)[]

/** Segments of the source and of the target that say the same together. One of the two may be empty. */
export interface Bead {
  sources: readonly number[]
  targets: readonly number[]
}

/** A stretch of a segment's text, in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

export interface Passage extends Span {
  /** Index of the segment in its side. */
  segment: number
}

import type { Block, DocumentInText, ImageInText, Inline, ListBlock } from '../workflow/content.ts'
import type { Segment, SegmentKind } from './fidelity/pair.ts'

/** What of a text is translated. `TextContent` is one; a text that comes from elsewhere may have fewer parts. */
export interface Segmented {
  headline: string
  lead: string
  body: readonly Block[]
  datelinePlace?: string
  images?: readonly Pick<ImageInText, 'id' | 'alt' | 'caption'>[]
  documents?: readonly Pick<DocumentInText, 'id' | 'title'>[]
}

/** Where a segment stands: the field of its text, and the block within the body. */
export interface SegmentPlace {
  field: 'headline' | 'datelinePlace' | 'lead' | 'body' | 'images' | 'documents'
  /** Index of the block in the body. */
  segment?: number
}

function wordsOf(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text
      return child.type === 'break' ? '\n' : wordsOf(child.children)
    })
    .join('')
}

function linksOf(children: readonly Inline[]): string[] {
  return children.flatMap((child) =>
    child.type === 'link' ? [child.href, ...linksOf(child.children)] : [],
  )
}

function inline(kind: SegmentKind, children: readonly Inline[]): Segment[] {
  const text = wordsOf(children)
  return text.trim() === '' ? [] : [{ kind, text, links: linksOf(children) }]
}

function plain(kind: SegmentKind, text: string): Segment[] {
  return text.trim() === '' ? [] : [{ kind, text }]
}

function ofList({ items }: ListBlock): Segment[] {
  return items.flatMap(({ children, list }) => [
    ...inline('item', children),
    ...(list ? ofList(list) : []),
  ])
}

function ofBlock(block: Block): Segment[] {
  // Kept once, in every language: nobody translates it here.
  if (block.type === 'paragraph' && block.standing !== undefined) return []
  if (block.type === 'list') return ofList(block)
  if (block.type === 'quotation')
    return [...plain('quote', block.text), ...plain('speaker', block.speaker)]
  if (block.type === 'image') return []
  return inline(block.type, block.children)
}

/**
 * The segments of a text in the order in which readers meet them: headline, date line, lead, body, then captions and
 * alt texts, then titles of documents. What is empty is none. Links stand beside the words.
 */
export function segmentsOf(text: Segmented): Segment[] {
  return placedSegmentsOf(text).map(({ segment }) => segment)
}

/** A segment with what it is in every language version of its text, where that doesn’t hang on its words. */
export interface NamedSegment extends Segment {
  /** `headline`, `dateline`, `lead`, or what belongs to a file; null within the body. */
  name: string | null
}

/** The same, each with its name. */
export function namedSegmentsOf(text: Segmented): NamedSegment[] {
  return placedSegmentsOf(text).map(({ segment, name }) => ({ ...segment, name }))
}

interface Placed extends Pick<NamedSegment, 'name'> {
  segment: Segment
  place: SegmentPlace
}

/** The same, each with its place in the text, and its name. */
export function placedSegmentsOf(text: Segmented): Placed[] {
  const parts: [place: SegmentPlace, segments: Segment[], file?: string][] = [
    [{ field: 'headline' }, plain('headline', text.headline)],
    [{ field: 'datelinePlace' }, plain('dateline', text.datelinePlace ?? '')],
    [{ field: 'lead' }, plain('lead', text.lead)],
    ...text.body.map((block, segment): [SegmentPlace, Segment[]] => [
      { field: 'body', segment },
      ofBlock(block),
    ]),
    ...(text.images ?? []).map(({ id, caption, alt }): [SegmentPlace, Segment[], string] => [
      { field: 'images' },
      [...plain('caption', caption), ...plain('alt', alt)],
      id,
    ]),
    ...(text.documents ?? []).map(({ id, title }): [SegmentPlace, Segment[], string] => [
      { field: 'documents' },
      plain('title', title),
      id,
    ]),
  ]
  return parts.flatMap(([place, segments, file]) =>
    segments.map((segment) => {
      const own = file === undefined ? segment.kind : `${segment.kind} ${file}`
      return { segment, place, name: place.field === 'body' ? null : own }
    }),
  )
}

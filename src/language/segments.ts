import type { Block, DocumentInText, ImageInText, Inline, ListBlock } from '../workflow/content.ts'
import type { Segment, SegmentKind } from './fidelity/pair.ts'

/** What of a text is translated. `TextContent` is one; a text that comes from elsewhere may have fewer parts. */
export interface Segmented {
  headline: string
  lead: string
  body: readonly Block[]
  datelinePlace?: string
  images?: readonly Pick<ImageInText, 'id' | 'alt' | 'caption'>[]
  documents?: readonly Pick<DocumentInText, 'title'>[]
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

/** The same, each with its place in the text. */
export function placedSegmentsOf(text: Segmented): { segment: Segment; place: SegmentPlace }[] {
  const parts: [SegmentPlace, Segment[]][] = [
    [{ field: 'headline' }, plain('headline', text.headline)],
    [{ field: 'datelinePlace' }, plain('dateline', text.datelinePlace ?? '')],
    [{ field: 'lead' }, plain('lead', text.lead)],
    ...text.body.map((block, segment): [SegmentPlace, Segment[]] => [
      { field: 'body', segment },
      ofBlock(block),
    ]),
    ...(text.images ?? []).map(({ caption, alt }): [SegmentPlace, Segment[]] => [
      { field: 'images' },
      [...plain('caption', caption), ...plain('alt', alt)],
    ]),
    ...(text.documents ?? []).map(({ title }): [SegmentPlace, Segment[]] => [
      { field: 'documents' },
      plain('title', title),
    ]),
  ]
  return parts.flatMap(([place, segments]) => segments.map((segment) => ({ segment, place })))
}

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

/** A segment with what it is in every language version of its text, where that doesn’t hang on its words. */
export interface NamedSegment extends Segment {
  /** `headline`, `dateline`, `lead`, or what belongs to a file or a standing paragraph; null within the body. */
  name: string | null
}

function inline(kind: SegmentKind, children: readonly Inline[]): NamedSegment[] {
  const text = wordsOf(children)
  return text.trim() === '' ? [] : [{ kind, text, links: linksOf(children), name: null }]
}

function plain(kind: SegmentKind, text: string, name: string | null): NamedSegment[] {
  return text.trim() === '' ? [] : [{ kind, text, name }]
}

function ofList({ items }: ListBlock): NamedSegment[] {
  return items.flatMap(({ children, list }) => [
    ...inline('item', children),
    ...(list ? ofList(list) : []),
  ])
}

function ofBlock(block: Block): NamedSegment[] {
  if (block.type === 'list') return ofList(block)
  if (block.type === 'quotation')
    return [...plain('quote', block.text, null), ...plain('speaker', block.speaker, null)]
  if (block.type === 'image') return []
  const segments = inline(block.type, block.children)
  const standing = block.type === 'paragraph' ? block.standing : undefined
  return standing === undefined
    ? segments
    : segments.map((segment) => ({ ...segment, name: `standing ${standing}` }))
}

/** The segments of `segmentsOf`, named. */
export function namedSegmentsOf(text: Segmented): NamedSegment[] {
  return [
    ...plain('headline', text.headline, 'headline'),
    ...plain('dateline', text.datelinePlace ?? '', 'dateline'),
    ...plain('lead', text.lead, 'lead'),
    ...text.body.flatMap(ofBlock),
    ...(text.images ?? []).flatMap(({ id, caption, alt }) => [
      ...plain('caption', caption, `caption ${id}`),
      ...plain('alt', alt, `alt ${id}`),
    ]),
    ...(text.documents ?? []).flatMap(({ id, title }) => plain('title', title, `title ${id}`)),
  ]
}

/**
 * The segments of a text in the order in which readers meet them: headline, date line, lead, body, then captions and
 * alt texts, then titles of documents. What is empty is none. Links stand beside the words.
 */
export function segmentsOf(text: Segmented): Segment[] {
  return namedSegmentsOf(text).map(({ name: _name, ...segment }) => segment)
}

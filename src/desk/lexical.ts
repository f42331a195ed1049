// The small edition of zod: this is sent to browsers, where requirements are asked while somebody types.
import * as z from 'zod/mini'
import type { Block, Inline, ListBlock, ListItem, Mark } from '../workflow/content.ts'

/**
 * Between the editor's state (Lexical 0.x JSON) and the blocks that are approved and published. Anything that the
 * blocks have no place for is an error, not silently dropped: what the editor shows is what is published.
 */

const bold = 1
const italic = 2

interface LexicalNode {
  type: string
  version: number
  [key: string]: unknown
}
export interface LexicalState {
  root: LexicalNode & { children: LexicalNode[] }
  [key: string]: unknown
}

const node = z.looseObject({ type: z.string(), children: z.optional(z.array(z.unknown())) })

const stateSchema = z.looseObject({ root: z.looseObject({ children: z.array(z.unknown()) }) })
const textNode = z.looseObject({ text: z.string(), format: z.optional(z.number()) })
const linkNode = z.looseObject({ fields: z.looseObject({ url: z.nullish(z.string()) }) })
const listNode = z.looseObject({ listType: z.optional(z.string()), tag: z.optional(z.string()) })
const headingNode = z.looseObject({ tag: z.string() })
const blockNode = z.looseObject({
  fields: z.looseObject({
    blockType: z.string(),
    text: z.nullish(z.string()),
    speaker: z.nullish(z.string()),
    image: z.nullish(z.union([z.string(), z.looseObject({ id: z.string() })])),
  }),
})

/** The editor holds something that can't be published. `message` names it. */
export class UnknownNodeError extends Error {}

function children(parent: { children?: unknown[] | undefined }): ReturnType<typeof node.parse>[] {
  return (parent.children ?? []).map((child) => node.parse(child))
}

function inlineFrom(raw: ReturnType<typeof node.parse>): Inline[] {
  switch (raw.type) {
    case 'text': {
      const { text, format = 0 } = textNode.parse(raw)
      const marks: Mark[] = []
      if (format & bold) marks.push('bold')
      if (format & italic) marks.push('italic')
      return text === ''
        ? []
        : [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
    }
    case 'tab':
      return [{ type: 'text', text: ' ' }]
    case 'linebreak':
      return [{ type: 'break' }]
    case 'link':
    case 'autolink': {
      const { fields } = linkNode.parse(raw)
      const inner = children(raw).flatMap(inlineFrom)
      return inner.length > 0 ? [{ type: 'link', href: fields.url ?? '', children: inner }] : []
    }
    default:
      throw new UnknownNodeError(`The text holds a "${raw.type}", which can't be published.`)
  }
}

function listFrom(raw: ReturnType<typeof node.parse>): ListBlock {
  const { listType, tag } = listNode.parse(raw)
  const items: ListItem[] = []
  for (const item of children(raw)) {
    const inner = children(item)
    const nested = inner.filter((child) => child.type === 'list')
    const words = inner.filter((child) => child.type !== 'list').flatMap(inlineFrom)
    // Lexical keeps a nested list in an item of its own, after the item that it belongs to.
    for (const list of nested) {
      const previous = items.at(-1)
      if (previous && words.length === 0 && !previous.list) previous.list = listFrom(list)
      else items.push({ children: words, list: listFrom(list) })
    }
    if (nested.length === 0) items.push({ children: words })
  }
  return { type: 'list', ordered: listType === 'number' || tag === 'ol', items }
}

/** Blocks of an editor state; empty paragraphs are left out. Throws `UnknownNodeError`. */
export function fromLexical(state: unknown): Block[] {
  if (state === null || state === undefined) return []
  return stateSchema.parse(state).root.children.flatMap((child): Block[] => {
    const raw = node.parse(child)
    switch (raw.type) {
      case 'paragraph': {
        const inner = children(raw).flatMap(inlineFrom)
        return inner.length > 0 ? [{ type: 'paragraph', children: inner }] : []
      }
      case 'heading': {
        const inner = children(raw).flatMap(inlineFrom)
        const level = headingNode.parse(raw).tag === 'h2' ? 2 : 3
        return inner.length > 0 ? [{ type: 'heading', level, children: inner }] : []
      }
      case 'list':
        return [listFrom(raw)]
      case 'block': {
        const { fields } = blockNode.parse(raw)
        if (fields.blockType === 'quotation')
          return [{ type: 'quotation', text: fields.text ?? '', speaker: fields.speaker ?? '' }]
        const image = typeof fields.image === 'string' ? fields.image : fields.image?.id
        if (fields.blockType === 'picture') return image ? [{ type: 'image', image }] : []
        throw new UnknownNodeError(
          `The text holds a "${fields.blockType}", which can't be published.`,
        )
      }
      default:
        throw new UnknownNodeError(`The text holds a "${raw.type}", which can't be published.`)
    }
  })
}

/** As Payload gives them: 24 hex digits. */
function nodeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const element = { direction: null, format: '', indent: 0, version: 1 } as const

function inlineTo(inline: Inline): LexicalNode {
  switch (inline.type) {
    case 'text': {
      const format =
        (inline.marks?.includes('bold') ? bold : 0) |
        (inline.marks?.includes('italic') ? italic : 0)
      return {
        type: 'text',
        text: inline.text,
        format,
        detail: 0,
        mode: 'normal',
        style: '',
        version: 1,
      }
    }
    case 'break':
      return { type: 'linebreak', version: 1 }
    case 'link':
      return {
        ...element,
        type: 'link',
        version: 3,
        id: nodeId(),
        fields: { linkType: 'custom', newTab: false, url: inline.href },
        children: inline.children.map(inlineTo),
      }
  }
}

function listTo(list: ListBlock): LexicalNode {
  const tag = list.ordered ? 'ol' : 'ul'
  const items = list.items.flatMap((item) => [
    ...(item.children.length > 0 || !item.list ? [item.children.map(inlineTo)] : []),
    ...(item.list ? [[listTo(item.list)]] : []),
  ])
  return {
    ...element,
    type: 'list',
    listType: list.ordered ? 'number' : 'bullet',
    start: 1,
    tag,
    children: items.map((inner, index) => ({
      ...element,
      type: 'listitem',
      value: index + 1,
      children: inner,
    })),
  }
}

function blockTo(block: Block): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return {
        ...element,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: block.children.map(inlineTo),
      }
    case 'heading':
      return {
        ...element,
        type: 'heading',
        tag: `h${block.level}`,
        children: block.children.map(inlineTo),
      }
    case 'list':
      return listTo(block)
    case 'quotation':
      return {
        type: 'block',
        format: '',
        version: 2,
        fields: {
          id: nodeId(),
          blockName: '',
          blockType: 'quotation',
          text: block.text,
          speaker: block.speaker,
        },
      }
    case 'image':
      return {
        type: 'block',
        format: '',
        version: 2,
        fields: {
          id: nodeId(),
          blockName: '',
          blockType: 'picture',
          image: block.image,
        },
      }
  }
}

/** An editor state that shows these blocks. `fromLexical(toLexical(blocks))` gives the same blocks. */
export function toLexical(blocks: readonly Block[]): LexicalState {
  return { root: { ...element, type: 'root', children: blocks.map(blockTo) } }
}

import type { Segment, SegmentKind } from './fidelity/pair.ts'
import { type EditorNode, linksOfNodes, wordsOfNodes } from './tagged.ts'

/** Where the segments of a body stand in the editor’s state. */

/** A node that may be changed: of a copy that nobody else has. */
export interface OpenNode extends EditorNode {
  children?: OpenNode[]
}

/** The state of the editor, as plain data. */
export interface EditorState {
  root: EditorNode
  [key: string]: unknown
}

/** A segment in its place. `parents`: from the root down to the node that it is in. */
export interface Spot {
  kind: SegmentKind
  node: OpenNode
  parents: readonly OpenNode[]
}

/** The words of an item; a list in it is none of them. */
export function inlineIn({ children = [] }: EditorNode): EditorNode[] {
  return children.filter(({ type }) => type !== 'list')
}

export function fieldsOf({ fields }: EditorNode): Record<string, unknown> {
  return (fields ?? {}) as Record<string, unknown>
}

/** Whether its words are plain, without formats and links. */
export function isPlain({ kind }: Pick<Segment, 'kind'>): boolean {
  return !['paragraph', 'heading', 'item'].includes(kind)
}

/** Every segment of a body in its order: those of `segmentsOf`, one for one. */
export function spotsOf({ root }: { root: EditorNode }): Spot[] {
  const top = root as OpenNode
  return (top.children ?? []).flatMap((node) => spotsIn(node, [top]))
}

function spotsIn(node: OpenNode, parents: readonly OpenNode[]): Spot[] {
  const spot = (kind: SegmentKind): Spot[] => {
    const one = { kind, node, parents }
    return segmentAt(one).text.trim() === '' ? [] : [one]
  }
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return spot(node.type)
    case 'list':
      return (node.children ?? []).flatMap((item) => spotsIn(item, [...parents, node]))
    case 'listitem': {
      const lists = (node.children ?? []).filter(({ type }) => type === 'list')
      return [...spot('item'), ...lists.flatMap((list) => spotsIn(list, [...parents, node]))]
    }
    case 'block':
      return fieldsOf(node).blockType === 'quotation' ? [...spot('quote'), ...spot('speaker')] : []
    default:
      return []
  }
}

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a segment says. */
export function segmentAt({ kind, node }: Pick<Spot, 'kind' | 'node'>): Segment {
  if (kind === 'quote') return { kind, text: wordsIn(fieldsOf(node).text) }
  if (kind === 'speaker') return { kind, text: wordsIn(fieldsOf(node).speaker) }
  const nodes = inlineIn(node)
  return { kind, text: wordsOfNodes(nodes), links: linksOfNodes(nodes) }
}

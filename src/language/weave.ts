import type { Segment } from './fidelity/pair.ts'
import {
  type EditorState,
  fieldsOf,
  inlineIn,
  type OpenNode,
  type Spot,
  segmentAt,
  spotsOf,
} from './spots.ts'
import type { EditorNode } from './tagged.ts'

/** Puts what segments say now into a body, each in its place. Whatever else stands in it stays to the letter. */

/** Inline nodes, or plain words of a quotation and its speaker. Null: the segment goes. */
export type NewWords = readonly EditorNode[] | string | null

/** What one segment of the source is to be rendered by. Numbers are places among the spots of each body. */
export interface Stitch {
  /** Null for what the translation alone has. */
  source: number | null
  targets: readonly number[]
  /** One for each target; for a new segment a single one. */
  words: readonly NewWords[]
}

export interface Woven {
  body: EditorState
  /** What each stitch is rendered by afterwards. Null: it has no place yet, a speaker without a quotation. */
  made: (Segment[] | null)[]
}

/** `pairs`: which spots of the body render each spot of the source, those of the stitches included. */
export function weave(
  before: EditorState,
  source: EditorState,
  pairs: ReadonlyMap<number, readonly number[]>,
  stitches: readonly Stitch[],
): Woven {
  const body = structuredClone(before)
  const spots = spotsOf(body)
  const cloth: Cloth = {
    root: body.root as OpenNode,
    sources: spotsOf(source),
    placed: new Map(
      [...pairs].map(([place, targets]) => [place, targets.flatMap((one) => spots[one] ?? [])]),
    ),
  }
  if (spots.length === 0) dropBlank(cloth.root)
  const order = stitches
    .map((stitch, index) => ({ stitch, index }))
    .toSorted((one, other) => (one.stitch.source ?? 0) - (other.stitch.source ?? 0))
  const made: (Segment[] | null)[] = stitches.map(() => null)
  for (const { stitch, index } of order) {
    const targets = stitch.targets.flatMap((place) => spots[place] ?? [])
    const left = targets.length > 0 ? changed(targets, stitch.words) : inserted(cloth, stitch)
    if (stitch.source !== null && left) cloth.placed.set(stitch.source, left)
    made[index] = left && left.map(segmentAt)
  }
  return { body, made }
}

interface Cloth {
  root: OpenNode
  sources: readonly Spot[]
  /** What renders each segment of the source by now. */
  placed: Map<number, readonly Spot[]>
}

/** An editor that nobody has typed in holds one empty paragraph. */
function dropBlank(root: OpenNode): void {
  root.children = (root.children ?? []).filter(
    (node) => node.type !== 'paragraph' || (node.children ?? []).length > 0,
  )
}

function changed(targets: readonly Spot[], words: readonly NewWords[]): Spot[] {
  return targets.filter((spot, index) => {
    const now = words[index]
    if (now === undefined) return true
    if (now === null) remove(spot)
    else put(spot, now)
    return now !== null
  })
}

function put({ kind, node }: Spot, words: readonly EditorNode[] | string): void {
  if (typeof words === 'string') {
    node.fields = { ...fieldsOf(node), [kind === 'speaker' ? 'speaker' : 'text']: words }
    return
  }
  const lists = (node.children ?? []).filter(({ type }) => type === 'list')
  node.children = [...structuredClone(words), ...lists] as OpenNode[]
}

function remove({ kind, node, parents }: Spot): void {
  if (kind === 'speaker') {
    node.fields = { ...fieldsOf(node), speaker: '' }
    return
  }
  // What is nested in an item stays.
  const lists = (node.children ?? []).filter(({ type }) => type === 'list')
  if (kind === 'item' && lists.length > 0) node.children = lists
  else takeOut(node, parents)
}

function takeOut(node: OpenNode, parents: readonly OpenNode[]): void {
  const parent = parents.at(-1)
  if (!parent) return
  parent.children = (parent.children ?? []).filter((child) => child !== node)
  if (parent.type === 'list') number(parent)
  // An empty list is nothing, nor is an item that held nothing else.
  if (parent.children.length === 0 && parents.length > 1) takeOut(parent, parents.slice(0, -1))
}

function number(list: OpenNode): void {
  for (const [index, item] of (list.children ?? []).entries()) item.value = index + 1
}

/** Null where there is no place for it. */
function inserted(cloth: Cloth, { source, words: [words] }: Stitch): Spot[] | null {
  const like = source === null ? undefined : cloth.sources[source]
  if (source === null || !like) return null
  if (words === undefined || words === null) return []
  if (like.kind === 'speaker') return speaker(cloth, source, words)
  const inline = typeof words === 'string' ? [] : (structuredClone(words) as OpenNode[])
  if (like.kind === 'item') return [item(cloth, source, like, inline)]
  const node = blockLike(like, typeof words === 'string' ? words : inline)
  placeBlock(cloth, source, node)
  bringPictures(cloth, like, node)
  return [{ kind: like.kind, node, parents: [cloth.root] }]
}

/** Pictures that stand before a block in the source come with it, and those at the end with the last one. */
function bringPictures({ root, sources }: Cloth, like: Spot, node: OpenNode): void {
  const all = like.parents[0]?.children ?? []
  const place = all.indexOf(like.node)
  const there = new Set((root.children ?? []).flatMap(pictureIn))
  const wanted = (nodes: readonly OpenNode[]): OpenNode[] => {
    const end = nodes.findIndex((one) => pictureIn(one).length === 0)
    return nodes
      .slice(0, end < 0 ? nodes.length : end)
      .filter((one) => !there.has(pictureIn(one)[0] ?? ''))
      .map((one) => structuredClone(one))
  }
  const before = wanted(all.slice(0, place).toReversed()).toReversed()
  const isLast = sources.at(-1) !== undefined && blockOf(sources.at(-1) ?? like) === like.node
  const after = isLast ? wanted(all.slice(place + 1)) : []
  const children = root.children ?? []
  root.children = children.toSpliced(children.indexOf(node), 1, ...before, node, ...after)
}

function pictureIn(node: EditorNode): string[] {
  const { blockType, image } = fieldsOf(node)
  if (node.type !== 'block' || blockType !== 'picture') return []
  const id = typeof image === 'string' ? image : (image as { id?: unknown } | null)?.id
  return typeof id === 'string' ? [id] : []
}

/** The same kind of block as in the source, in words of its own. */
function blockLike({ node, kind }: Spot, words: string | OpenNode[]): OpenNode {
  if (typeof words !== 'string') return { ...copyOf(node), children: words }
  const text = kind === 'quote' ? words : ''
  return { ...copyOf(node), fields: { ...fieldsOf(node), text, speaker: '' } }
}

function copyOf({ children: _children, ...node }: OpenNode): OpenNode {
  return structuredClone(node)
}

/** What stands nearest before or after in the source and has a place. */
function neighbour(
  { placed }: Cloth,
  source: number,
  step: 1 | -1,
  count: number,
  fits: (place: number) => boolean = () => true,
): Spot | null {
  for (let place = source + step; place >= 0 && place < count; place += step) {
    const spots = placed.get(place) ?? []
    const spot = step === -1 ? spots.at(-1) : spots[0]
    if (spot && isIn(spot) && fits(place)) return spot
  }
  return null
}

const isIn = ({ node, parents }: Spot): boolean => parents.at(-1)?.children?.includes(node) === true

const blockOf = ({ node, parents }: Spot): OpenNode => parents[1] ?? node

function placeBlock(cloth: Cloth, source: number, node: OpenNode): void {
  const { root, sources } = cloth
  const before = neighbour(cloth, source, -1, sources.length)
  const after = before ? null : neighbour(cloth, source, 1, sources.length)
  const children = root.children ?? []
  const at = before
    ? children.indexOf(blockOf(before)) + 1
    : after
      ? children.indexOf(blockOf(after))
      : children.length
  root.children = children.toSpliced(at, 0, node)
}

/** In the quotation that it belongs to. */
function speaker(cloth: Cloth, source: number, words: NonNullable<NewWords>): Spot[] | null {
  const [quote] = cloth.placed.get(source - 1) ?? []
  if (quote?.kind !== 'quote' || typeof words !== 'string') return null
  const spot: Spot = { ...quote, kind: 'speaker' }
  put(spot, words)
  return [spot]
}

/** Beside an item of the same list, else in a list of its own, which is nested where it is in the source. */
function item(cloth: Cloth, source: number, like: Spot, inline: OpenNode[]): Spot {
  const { sources, root } = cloth
  const list = like.parents.at(-1)
  const isSibling = (place: number) => sources[place]?.parents.at(-1) === list
  const node: OpenNode = { ...copyOf(like.node), children: inline }
  const add = (to: OpenNode, at: number, parents: readonly OpenNode[]): Spot => {
    to.children = (to.children ?? []).toSpliced(at, 0, node)
    number(to)
    return { kind: 'item', node, parents }
  }
  for (const step of [-1, 1] as const) {
    const spot = neighbour(cloth, source, step, sources.length, isSibling)
    const beside = spot?.parents.at(-1)
    if (spot?.kind !== 'item' || !beside) continue
    // A list that is nested in an item stands behind it.
    const at = (beside.children ?? []).indexOf(spot.node)
    return add(beside, step === -1 ? afterNested(beside, at) : at, spot.parents)
  }
  const own: OpenNode = { ...copyOf(list ?? { type: 'list' }), children: [] }
  const above = like.parents.length > 2 ? parentItem(cloth, source, like) : null
  const outer = above?.parents.at(-1)
  if (!above || !outer) {
    placeBlock(cloth, source, own)
    return add(own, 0, [root, own])
  }
  const wrap: OpenNode = { ...copyOf(above.node), children: [own] }
  outer.children = (outer.children ?? []).toSpliced(
    (outer.children ?? []).indexOf(above.node) + 1,
    0,
    wrap,
  )
  number(outer)
  return add(own, 0, [...above.parents, wrap, own])
}

/** Behind an item and the lists that are nested in it. */
function afterNested(list: OpenNode, at: number): number {
  const children = list.children ?? []
  let place = at + 1
  while (children[place] && inlineIn(children[place] as OpenNode).length === 0) place++
  return place
}

/** What renders the item in which a nested list stands. */
function parentItem(cloth: Cloth, source: number, like: Spot): Spot | null {
  const outer = like.parents.at(-3)
  const spot = neighbour(
    cloth,
    source,
    -1,
    cloth.sources.length,
    (place) => cloth.sources[place]?.parents.at(-1) === outer,
  )
  return spot?.kind === 'item' ? spot : null
}

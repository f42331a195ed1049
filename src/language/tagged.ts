/**
 * The words of a segment as people type them: plain text in which numbered tags stand for formats and links, `<1>so</1>`.
 * The numbers are those of a table that a source and its translation share.
 */

/** A node of the editor’s state, as plain data. What it is besides its words and children is its own. */
export interface EditorNode {
  type: string
  children?: readonly EditorNode[]
  [key: string]: unknown
}

/** `shell`: a stretch of text without its words, or a link without what is in it. */
export interface Tag {
  number: number
  shell: EditorNode
}

const plainShell: EditorNode = {
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
}

/** Places of the editor alone; they say nothing about what readers see. */
const own: ReadonlySet<string> = new Set(['id', 'version', 'direction', 'indent'])

/** Equal for what readers can’t tell apart. */
function looks(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (own.has(key)) return undefined
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one
    return Object.fromEntries(
      Object.entries(one)
        .filter(([, inner]) => inner !== '' && inner !== 0 && inner !== null && inner !== false)
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    )
  })
}

const plainLooks = looks(plainShell)

function shellOf({ children: _children, text: _text, ...shell }: EditorNode): EditorNode {
  return shell
}

const isLink = ({ type }: EditorNode): boolean => type === 'link' || type === 'autolink'

const textIn = ({ text }: EditorNode): string => (typeof text === 'string' ? text : '')

/** The words of inline nodes, as readers see them: a line break is `\n`, a tab a space. */
export function wordsOfNodes(nodes: readonly EditorNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return textIn(node)
      if (node.type === 'tab') return ' '
      return node.type === 'linebreak' ? '\n' : wordsOfNodes(node.children ?? [])
    })
    .join('')
}

/** Addresses of the links in them, in their order. */
export function linksOfNodes(nodes: readonly EditorNode[]): string[] {
  return nodes.flatMap((node) => {
    if (!isLink(node) || wordsOfNodes(node.children ?? []) === '') return []
    return [addressOf(node), ...linksOfNodes(node.children ?? [])]
  })
}

export function addressOf({ fields }: EditorNode): string {
  const url = (fields as { url?: unknown } | undefined)?.url
  return typeof url === 'string' ? url : ''
}

type Piece = { words: string } | { tag: string }

/** What could be taken for a tag, with the backslashes before it. */
const tagLike = /(\\*)<(?=\/?\d{1,4}>)/g

/** Words so that nothing in them is taken for a tag. `beforeTag`: a tag follows them. */
function escaped(words: string, beforeTag: boolean): string {
  const safe = words.replace(
    tagLike,
    (_whole, backslashes: string) => `${backslashes}${backslashes}\\<`,
  )
  return beforeTag ? safe.replace(/\\+$/, (backslashes) => backslashes + backslashes) : safe
}

/**
 * Inline nodes as text with numbered tags. A format or link that `known` has goes by its number there; others get the
 * next ones. `tags`: the known ones, and what came.
 */
export function tagged(
  nodes: readonly EditorNode[],
  known: readonly Tag[] = [],
): { text: string; tags: Tag[] } {
  const tags = [...known]
  const numberOf = (shell: EditorNode): number => {
    const found = tags.find((tag) => looks(tag.shell) === looks(shell))
    if (found) return found.number
    const number = Math.max(0, ...tags.map((tag) => tag.number)) + 1
    tags.push({ number, shell })
    return number
  }
  const within = (shell: EditorNode, inner: () => Piece[]): Piece[] => {
    const number = numberOf(shell)
    return [{ tag: `<${number}>` }, ...inner(), { tag: `</${number}>` }]
  }
  const pieces = (list: readonly EditorNode[]): Piece[] =>
    list.flatMap((node): Piece[] => {
      if (node.type === 'linebreak') return [{ words: '\n' }]
      if (node.type === 'tab') return [{ words: '\t' }]
      if (isLink(node)) return within(shellOf(node), () => pieces(node.children ?? []))
      const words = textIn(node)
      if (words === '') return []
      const shell = shellOf(node)
      return looks(shell) === plainLooks ? [{ words }] : within(shell, () => [{ words }])
    })
  return { text: written(joined(pieces(nodes))), tags }
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && 'words' in last && 'words' in piece)
      out[out.length - 1] = { words: last.words + piece.words }
    else out.push(piece)
  }
  return out
}

function written(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => {
      if ('tag' in piece) return piece.tag
      const next = pieces[index + 1]
      return escaped(piece.words, next !== undefined && 'tag' in next)
    })
    .join('')
}

/** A text with tags in its parts: words as readers see them, and where which tag opens and closes. */
export type TagPiece = { words: string } | { opens: number } | { closes: number }

const tagSign = /(\\*)<(\/?)(\d{1,4})>/g

export function tagPieces(text: string): TagPiece[] {
  const pieces: TagPiece[] = []
  let held = ''
  const flush = (): void => {
    if (held !== '') pieces.push({ words: held })
    held = ''
  }
  let at = 0
  for (const match of text.matchAll(tagSign)) {
    const [whole, backslashes = '', slash, number] = match
    held += text.slice(at, match.index) + backslashes.slice(0, Math.floor(backslashes.length / 2))
    at = match.index + whole.length
    if (backslashes.length % 2 === 1) held += whole.slice(backslashes.length)
    else {
      flush()
      pieces.push(slash === '' ? { opens: Number(number) } : { closes: Number(number) })
    }
  }
  held += text.slice(at)
  flush()
  return pieces
}

/** The text that has these parts: what `tagPieces` takes apart. */
export function textOfPieces(pieces: readonly TagPiece[]): string {
  const signs = pieces.map((piece): Piece => {
    if ('words' in piece) return piece
    return { tag: 'opens' in piece ? `<${piece.opens}>` : `</${piece.closes}>` }
  })
  return written(joined(signs))
}

export function wordsOfPieces(pieces: readonly TagPiece[]): string {
  return pieces.map((piece) => ('words' in piece ? piece.words : '')).join('')
}

/** Why a text can’t be read: a tag that nobody knows, one that isn’t closed, opened or that stands in itself. */
export interface TagFault {
  fault: 'unknown' | 'unclosed' | 'unopened' | 'nested'
  /** As it stands in the text. */
  tag: string
}

interface Open {
  tag: Tag
  written: string
  nodes: EditorNode[]
}

/** The inline nodes that a text with tags means, or why it means none. */
export function untagged(text: string, tags: readonly Tag[]): EditorNode[] | TagFault {
  const open: Open[] = []
  const top: EditorNode[] = []
  const into = (): EditorNode[] => open.findLast(({ tag }) => isLink(tag.shell))?.nodes ?? top
  for (const piece of tagPieces(text)) {
    if ('words' in piece) {
      into().push(...stretches(piece.words, shellAmong(open)))
      continue
    }
    const isOpening = 'opens' in piece
    const number = isOpening ? piece.opens : piece.closes
    const sign = isOpening ? `<${number}>` : `</${number}>`
    const tag = tags.find((one) => one.number === number)
    if (!tag) return { fault: 'unknown', tag: sign }
    if (isOpening) {
      const isTwice = open.some(
        (one) => one.tag === tag || (isLink(one.tag.shell) && isLink(tag.shell)),
      )
      if (isTwice) return { fault: 'nested', tag: sign }
      open.push({ tag, written: sign, nodes: [] })
      continue
    }
    const last = open.at(-1)
    if (last?.tag !== tag)
      return open.some((one) => one.tag === tag)
        ? { fault: 'unclosed', tag: last?.written ?? sign }
        : { fault: 'unopened', tag: sign }
    open.pop()
    if (isLink(tag.shell)) into().push({ ...tag.shell, children: last.nodes })
  }
  const [unclosed] = open
  return unclosed ? { fault: 'unclosed', tag: unclosed.written } : top
}

export function isFault(read: EditorNode[] | TagFault): read is TagFault {
  return !Array.isArray(read)
}

/** The formats that are open, one in the other, in one. */
function shellAmong(open: readonly Open[]): EditorNode {
  return open
    .filter(({ tag }) => !isLink(tag.shell))
    .reduce(
      (shell, { tag }): EditorNode => ({
        ...tag.shell,
        format: Number(shell.format ?? 0) | Number(tag.shell.format ?? 0),
      }),
      plainShell,
    )
}

/** Words, line breaks and tabs as the editor has them. */
function stretches(words: string, shell: EditorNode): EditorNode[] {
  return words
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return { type: 'linebreak', version: 1 }
      if (part === '\t') return { ...plainShell, detail: 2, type: 'tab', text: '\t' }
      return { ...shell, text: part }
    })
}

import { allowedHref } from '../syndication/html.ts'
import type { Block, Inline, ListBlock, ListItem, Mark } from '../workflow/content.ts'
import { foreign, place, quoted } from './foreign.ts'
import { inlineOf, paragraphsOf, type Run } from './inline.ts'
import {
  attribute,
  type Element,
  elementsIn,
  isElement,
  type Node,
  type Parent,
  parseHtml,
  wordsIn,
} from './markup.ts'

export interface FromHtml {
  blocks: Block[]
  /** What has no place in a body, each in words. */
  notPlaced: string[]
}

const containers = new Set(
  'address article aside body center dd details dialog div dl dt fieldset figcaption footer header hgroup html legend li main nav pre search section summary'.split(
    ' ',
  ),
)
const mostLines = 100
const raised: Record<string, string> = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉' }

interface Around {
  marks: readonly Mark[]
  link: { href: string } | null
}

/** Collects blocks while a tree is walked. */
class Collector {
  readonly blocks: Block[] = []
  private runs: Run[] = []
  private kind: 'loose' | 'paragraph' | 2 | 3 = 'loose'

  constructor(readonly notPlaced: string[]) {}

  walk(parent: Parent, around: Around): void {
    for (const child of parent.childNodes) this.visit(child, around)
  }

  /** What is open becomes a block. */
  flush(): void {
    const runs = this.runs
    this.runs = []
    const lines = this.kind === 'loose' ? paragraphsOf(runs) : [runs]
    for (const line of lines) {
      const children = inlineOf(line)
      if (children.length === 0) continue
      if (this.kind === 2 || this.kind === 3)
        this.blocks.push({ type: 'heading', level: this.kind, children })
      else this.blocks.push({ type: 'paragraph', children })
    }
  }

  private visit(node: Node, around: Around): void {
    if (node.nodeName === '#text' && 'value' in node)
      this.runs.push({ text: node.value, ...around })
    if (!isElement(node)) return
    const why = foreign(node)
    if (why !== null) {
      this.notPlaced.push(why)
      return
    }
    this.element(node, around)
  }

  private element(element: Element, around: Around): void {
    const { tagName: tag } = element
    const marked = (mark: Mark) => ({ ...around, marks: [...new Set([...around.marks, mark])] })
    if (tag === 'br') this.runs.push({ text: null, ...around })
    else if (tag === 'strong' || tag === 'b') this.walk(element, marked('bold'))
    else if (tag === 'em' || tag === 'i') this.walk(element, marked('italic'))
    else if (tag === 'a') this.walk(element, { ...around, link: this.linkOf(element) })
    else if (tag === 'sup' || tag === 'sub') this.shifted(element, around)
    else if (tag === 'q') this.quoted(element, around)
    else if (tag === 'p') this.within(element, around, 'paragraph')
    else if (/^h[1-6]$/.test(tag)) this.within(element, around, tag < 'h3' ? 2 : 3)
    else if (tag === 'ul' || tag === 'ol') {
      this.flush()
      const list = listOf(element, this.notPlaced)
      if (list.items.length > 0) this.blocks.push(list)
    } else if (tag === 'blockquote') {
      this.flush()
      this.blocks.push(...quotationOf(element, this.notPlaced))
    } else if (containers.has(tag) || tag === 'figure') this.within(element, around, 'loose')
    else this.walk(element, around)
  }

  private within(element: Element, around: Around, kind: Collector['kind']): void {
    this.flush()
    const outer = this.kind
    this.kind = kind
    this.walk(element, around)
    this.flush()
    this.kind = outer
  }

  /** Browsers put the marks of a quotation within a line around it themselves. */
  private quoted(element: Element, around: Around): void {
    this.runs.push({ text: '“', ...around })
    this.walk(element, around)
    this.runs.push({ text: '”', ...around })
  }

  private linkOf(element: Element): { href: string } | null {
    if (!element.attrs.some(({ name }) => name === 'href')) return null
    const address = attribute(element, 'href')
    const href = allowedHref(address)
    if (href === null)
      this.notPlaced.push(`link of${quoted(wordsIn(element)) || ' no words'}${place(address)}`)
    return href === null ? null : { href }
  }

  /** Raised and lowered digits exist as letters: m², CO₂. */
  private shifted(element: Element, around: Around): void {
    const words = wordsIn(element)
    const digits = raised[element.tagName]
    if (!digits || !/^\d+$/.test(words)) this.walk(element, around)
    else
      this.runs.push({
        text: [...words].map((digit) => digits[Number(digit)]).join(''),
        ...around,
      })
  }
}

const plain: Around = { marks: [], link: null }

function blocksIn(parent: Parent, notPlaced: string[]): Block[] {
  const collector = new Collector(notPlaced)
  collector.walk(parent, plain)
  collector.flush()
  return collector.blocks
}

function linesOf(children: readonly Inline[]): string {
  return children
    .map((child) =>
      child.type === 'text' ? child.text : child.type === 'break' ? '\n' : linesOf(child.children),
    )
    .join('')
}

/** Blocks inside a list item, as items: a paragraph after an inner list begins another item. */
function itemsOf(blocks: readonly Block[]): ListItem[] {
  const items: { children: Inline[]; list?: ListBlock }[] = []
  const add = (children: readonly Inline[]) => {
    const last = items.at(-1)
    if (!last || last.list) items.push({ children: [...children] })
    else last.children.push({ type: 'break' }, ...children)
  }
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') add(block.children)
    else if (block.type === 'quotation')
      add([{ type: 'text', text: block.text.replace(/\s+/g, ' ') }])
    else if (block.type === 'list') {
      const last = items.at(-1)
      if (last && !last.list) last.list = block
      else items.push({ children: [], list: block })
    }
  }
  return items
}

function listOf(element: Element, notPlaced: string[]): ListBlock {
  const items: ListItem[] = []
  for (const child of element.childNodes) {
    if (!isElement(child)) {
      const words = wordsIn(child)
      if (child.nodeName === '#text' && words !== '')
        items.push({ children: [{ type: 'text', text: words }] })
      continue
    }
    const why = foreign(child)
    if (why !== null) notPlaced.push(why)
    else if (child.tagName === 'ul' || child.tagName === 'ol') {
      const list = listOf(child, notPlaced)
      const last = items.at(-1)
      if (list.items.length === 0) continue
      if (last && !last.list) items[items.length - 1] = { ...last, list }
      else items.push({ children: [], list })
    } else items.push(...itemsOf(blocksIn(child, notPlaced)))
  }
  return { type: 'list', ordered: element.tagName === 'ol', items }
}

const pairs = [
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['»', '«'],
  ['"', '"'],
] as const

/** A quotation is stored without its quotation marks. Marks of quotations inside it stay. */
function withoutMarks(text: string): string {
  for (const [open, close] of pairs) {
    const inner = text.slice(open.length, -close.length)
    if (!text.startsWith(open) || !text.endsWith(close) || inner.trim() === '') continue
    if (!inner.includes(open) && !inner.includes(close)) return inner.trim()
  }
  return text
}

function quotationOf(element: Element, notPlaced: string[]): Block[] {
  const named = elementsIn(element).find(
    ({ tagName }) => tagName === 'footer' || tagName === 'cite',
  )
  const speaker = named ? wordsIn(named).replace(/^[-–—―\s]+/u, '') : ''
  if (named?.parentNode)
    named.parentNode.childNodes = named.parentNode.childNodes.filter((child) => child !== named)
  const text = withoutMarks(textOf(blocksIn(element, notPlaced), notPlaced))
  if (text !== '') return [{ type: 'quotation', text, speaker }]
  return speaker === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', text: speaker }] }]
}

/** Blocks as plain text: an empty line between paragraphs. */
function textOf(blocks: readonly Block[], notPlaced: string[]): string {
  const reportLinks = (children: readonly Inline[]) => {
    for (const child of children)
      if (child.type === 'link')
        notPlaced.push(
          `link of${quoted(linesOf(child.children))} in a quotation${place(child.href)}`,
        )
  }
  const listLines = (list: ListBlock): string[] =>
    list.items.flatMap(({ children, list: inner }) => {
      reportLinks(children)
      return [linesOf(children), ...(inner ? listLines(inner) : [])]
    })
  return blocks
    .map((block) => {
      if (block.type === 'list') return listLines(block).join('\n')
      if (block.type === 'quotation') return block.text
      if (block.type === 'image') return ''
      reportLinks(block.children)
      return linesOf(block.children)
    })
    .join('\n\n')
    .replace(/^\n+|\n+$/g, '')
}

const hasTags = /<[a-z!/?]/i
const hasEncodedTags = /&lt;\/?(a|b|blockquote|br|div|em|h[1-6]|i|li|ol|p|span|strong|table|ul)\b/i

/**
 * HTML as the blocks of a body: paragraphs, headings (1 and 2 → 2, deeper → 3), lists, quotations, links, bold,
 * italic and line breaks. Nothing executable survives; all else is named in `notPlaced`. A body that was encoded
 * twice as a whole is decoded once more. Throws `MarkupError` for HTML that is too deep or too large.
 */
export function blocksFromHtml(html: string): FromHtml {
  const notPlaced: string[] = []
  const once = !hasTags.test(html) && hasEncodedTags.test(html) ? decoded(html) : html
  const blocks = blocksIn(
    parseHtml(once, (stray) => notPlaced.push(stray)),
    notPlaced,
  )
  return { blocks, notPlaced: counted(notPlaced) }
}

/** The same thing many times is one line. */
function counted(notPlaced: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const one of notPlaced) times.set(one, (times.get(one) ?? 0) + 1)
  const lines = [...times].map(([what, count]) => (count > 1 ? `${what}, ${count} times` : what))
  const more = lines.length - mostLines
  return more > 0 ? [...lines.slice(0, mostLines), `${more} more things`] : lines
}

function decoded(html: string): string {
  return parseHtml(html)
    .childNodes.map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : ''))
    .join('')
}

/** Plain text as paragraphs: an empty line ends one, a single line end is a break. */
export function blocksFromPlain(text: string): Block[] {
  return text
    .split(/\r?\n[\t ]*(?:\r?\n[\t ]*)+|\u2029/)
    .map((part) =>
      inlineOf(
        part
          .trim()
          .split(/\r\n|\n|\r|\u2028/)
          .flatMap((line, index): Run[] => [
            ...(index > 0 ? [{ text: null, ...plain }] : []),
            { text: line, ...plain },
          ]),
      ),
    )
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children }))
}

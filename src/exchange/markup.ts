import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  html as names,
  parseFragment,
  type TreeAdapter,
} from 'parse5'
import { withoutStrays } from './strays.ts'

export type Node = DefaultTreeAdapterMap['childNode']
export type Parent = DefaultTreeAdapterMap['parentNode']
export type Element = DefaultTreeAdapterMap['element']

/** No text that people wrote comes near; beyond, a parser's work grows with the square of the input. */
const mostDeep = 200
const mostElements = 100_000

/** The HTML is too deep or too large to be a text. `message`: what was expected. */
export class MarkupError extends Error {}

/**
 * The tree of HTML as browsers build it, without running or fetching anything. `stray` is told of each character that
 * no text may hold, written as such or as a reference. Throws `MarkupError`.
 */
export function parseHtml(html: string, stray?: (what: string) => void): Parent {
  let elements = 0
  const depths = new WeakMap<object, number>()
  const deeper = (parent: Parent, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > mostDeep)
      throw new MarkupError(`HTML whose elements are nested at most ${mostDeep} deep`)
    depths.set(child, depth)
  }
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (tag, namespace, attributes) => {
      if (++elements > mostElements)
        throw new MarkupError(`HTML of at most ${mostElements.toLocaleString('en')} elements`)
      return defaultTreeAdapter.createElement(tag, namespace, attributes)
    },
    appendChild: (parent, child) => {
      deeper(parent, child)
      defaultTreeAdapter.appendChild(parent, child)
    },
    insertBefore: (parent, child, reference) => {
      deeper(parent, child)
      defaultTreeAdapter.insertBefore(parent, child, reference)
    },
    insertText: (parent, text) => {
      defaultTreeAdapter.insertText(parent, withoutStrays(text, stray))
    },
    insertTextBefore: (parent, text, reference) => {
      defaultTreeAdapter.insertTextBefore(parent, withoutStrays(text, stray), reference)
    },
  }
  // As the content of a `div`, so that rows and cells without a table are nothing but their words.
  const context = defaultTreeAdapter.createElement('div', names.NS.HTML, [])
  return parseFragment(context, html, { treeAdapter })
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

/** All elements below, in the order of the document. */
export function elementsIn(parent: Parent): Element[] {
  return parent.childNodes.flatMap((child) =>
    isElement(child) ? [child, ...elementsIn(child)] : [],
  )
}

const inline = new Set('a abbr b cite em i mark q small span strong sub sup u'.split(' '))

/** The words below, white space collapsed. */
export function wordsIn(node: Node | Parent): string {
  const parts: string[] = []
  const walk = (one: Node | Parent): void => {
    if (one.nodeName === '#text' && 'value' in one) parts.push(one.value)
    if (!('childNodes' in one)) return
    for (const child of one.childNodes) walk(child)
    if (!inline.has(one.nodeName)) parts.push(' ')
  }
  walk(node)
  return parts
    .join('')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/^ | $/g, '')
}

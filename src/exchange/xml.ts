import { SaxesParser, type SaxesTagNS } from 'saxes'
import { UnreadableFile } from './file-text.ts'

/**
 * XML that others wrote. Nothing is fetched and nothing is expanded: a file that declares entities, or names any place
 * where they could be, is refused before any of it counts.
 */

export interface XmlElement {
  /** Without its prefix. */
  name: string
  /** By their names without prefixes. */
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
}

const stop = (sentence: string): never => {
  throw new UnreadableFile(sentence)
}

type Growing = XmlElement & { children: (XmlElement | string)[] }

/** As translators' programs write it: the name of a file that belongs to the format, which nobody looks for. */
const namesOnly = /^\s*[\w.-]+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+["'][\w-]+\.dtd["']\s*$/

/** No format that is read here is nested half as deep. */
const deepest = 64

export interface Wanted {
  /** Names that the whole may have. */
  roots: readonly string[]
  /** Names of what is handed over. Nothing else is kept. */
  each: readonly string[]
  /** Said of a file of another kind. */
  otherwise: string
}

/**
 * Hands over each wanted element as soon as it is complete, with the line that it ends on. Returns the outermost
 * element without what is in it. Throws `UnreadableFile`.
 */
export function eachElement(
  text: string,
  { roots, each, otherwise }: Wanted,
  visit: (element: XmlElement, line: number) => void,
): Omit<XmlElement, 'children'> {
  const parser = new SaxesParser({ xmlns: true })
  let root: Omit<XmlElement, 'children'> | null = null
  let depth = 0
  /** From the wanted element inwards. */
  const open: Growing[] = []
  parser.on('doctype', (declared) => {
    if (!namesOnly.test(declared))
      stop('The file declares a document type (DOCTYPE) of its own, which isn’t read. Remove it.')
  })
  parser.on('error', (error) => stop(`This is no well-formed XML: ${error.message}.`))
  parser.on('opentag', (tag) => {
    if (++depth > deepest) stop(`The file is nested more than ${deepest} elements deep.`)
    const element: Growing = { name: tag.local, attributes: attributesOf(tag), children: [] }
    if (!root) {
      if (!roots.includes(tag.local)) stop(otherwise)
      root = { name: element.name, attributes: element.attributes }
    }
    const inside = open.at(-1)
    if (inside) inside.children.push(element)
    if (inside || each.includes(tag.local)) open.push(element)
  })
  const say = (words: string): void => {
    open.at(-1)?.children.push(words)
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    depth--
    const done = open.pop()
    if (done && open.length === 0) visit(done, parser.line)
  })
  parser.write(text).close()
  return root ?? stop(otherwise)
}

/** An attribute of another format beside the element’s own of the same name is left out: Trados has a version, too. */
function attributesOf({ attributes }: SaxesTagNS): Record<string, string> {
  const all = Object.values(attributes)
  const inOrder = [
    ...all.filter(({ prefix }) => prefix !== ''),
    ...all.filter((one) => one.prefix === ''),
  ]
  return Object.fromEntries(inOrder.map(({ local, value }) => [local, value]))
}

/** All words in an element, in their order. */
export function wordsIn(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsIn(child)))
    .join('')
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

import { attribute, type Element, elementsIn, wordsIn } from './markup.ts'
import { shown } from './strays.ts'

const embeds = new Set('applet audio embed frame frameset iframe object portal video'.split(' '))
const controls = new Set(
  'button datalist form input meter output progress select textarea'.split(' '),
)
const drawings = new Set(['canvas', 'math', 'svg'])
const unseen = new Set('base head link meta noscript template title'.split(' '))

/** ` “words”`, cut where they are long; nothing where there are none. */
export function quoted(text: string): string {
  return text === '' ? '' : ` “${shown(text)}”`
}

/** ` (address)`, or nothing. */
export function place(address: string): string {
  return address === '' ? '' : ` (${shown(address, 120)})`
}

/** Why an element has no place, in words; null when it has one. */
export function foreign(element: Element): string | null {
  const { tagName: tag } = element
  if (tag === 'script') return `script${place(attribute(element, 'src'))}`
  if (tag === 'style') return 'style sheet'
  if (tag === 'hr') return 'dividing line'
  if (embeds.has(tag))
    return `embedded ${tag}${place(attribute(element, 'src') || attribute(element, 'data'))}`
  if (controls.has(tag))
    return `form element “${tag}”${tag === 'form' ? quoted(wordsIn(element)) : ''}`
  if (drawings.has(tag)) return `drawing (${tag})`
  if (unseen.has(tag)) return `“${tag}” element${quoted(wordsIn(element))}`
  if (tag === 'del' || tag === 's' || tag === 'strike')
    return `struck text${quoted(wordsIn(element))}`
  if (tag === 'table') {
    const rows = elementsIn(element).filter(({ tagName }) => tagName === 'tr').length
    return `table with ${rows} row${rows === 1 ? '' : 's'}${quoted(wordsIn(element))}`
  }
  if (tag === 'img' || tag === 'picture' || tag === 'figure') {
    const image = [element, ...elementsIn(element)].find(({ tagName }) => tagName === 'img')
    if (!image) return tag === 'picture' ? 'picture without an image' : null
    const caption = quoted(tag === 'figure' ? wordsIn(element) : '')
    return `image${quoted(attribute(image, 'alt'))}${place(attribute(image, 'src'))}${caption && `, with the words${caption}`}`
  }
  return null
}

import fc from 'fast-check'
import type { EditorState } from '@/language/spots.ts'
import type { EditorNode } from '@/language/tagged.ts'

/** States of the editor, as it stores them. */

export const word = (text: string, format = 0): EditorNode => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
export const link = (url: string, ...children: EditorNode[]): EditorNode => ({
  type: 'link',
  version: 3,
  format: '',
  indent: 0,
  direction: null,
  id: 'f00d',
  fields: { linkType: 'custom', newTab: false, url },
  children,
})
export const lineBreak: EditorNode = { type: 'linebreak', version: 1 }

const element = { direction: null, format: '', indent: 0, version: 1 }
export const paragraph = (...children: (EditorNode | string)[]): EditorNode => ({
  ...element,
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? word(child) : child)),
})
export const heading = (text: string): EditorNode => ({
  ...paragraph(text),
  type: 'heading',
  tag: 'h2',
})
export const list = (...items: (string | EditorNode)[]): EditorNode => ({
  ...element,
  type: 'list',
  listType: 'bullet',
  tag: 'ul',
  start: 1,
  children: items.map((item, index) => ({
    ...element,
    type: 'listitem',
    value: index + 1,
    children: [typeof item === 'string' ? word(item) : item],
  })),
})
export const quotation = (text: string, speaker = ''): EditorNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: 'b1', blockName: '', blockType: 'quotation', text, speaker },
})
export const picture = (image: string): EditorNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: 'b2', blockName: '', blockType: 'picture', image },
})
export const body = (...children: EditorNode[]): EditorState => ({
  root: { ...element, type: 'root', children },
})

/** Words with everything in them that could be taken for a tag. */
const awkward = fc
  .array(fc.constantFrom('a', 'Å', ' ', '<', '>', '/', '\\', '1', '2', '<1>', '</2>', '\\<1>'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
const run = fc
  .tuple(awkward, fc.constantFrom(0, 1, 2, 3))
  .map(([text, format]) => word(text, format))
const piece = fc.oneof({ weight: 4, arbitrary: run }, fc.constant(lineBreak))
const linked = fc
  .tuple(
    fc.constantFrom('https://a.example/', 'https://b.example/'),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
  )
  .map(([url, children]) => link(url, ...merged(children)))

/** As the editor has it: two stretches of one format are one. */
function merged(nodes: readonly EditorNode[]): EditorNode[] {
  const out: EditorNode[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    const isOne = last?.type === 'text' && node.type === 'text' && last.format === node.format
    if (isOne) out[out.length - 1] = { ...last, text: `${String(last.text)}${String(node.text)}` }
    else out.push(node)
  }
  return out
}

export const inlineNodes = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, linked), { maxLength: 5 })
  .map(merged)

const words = fc.constantFrom(
  'It opens.',
  'It is closed.',
  ' ',
  'Mira Holland',
  'Two ferries sail.',
)
const items = fc.array(words, { minLength: 1, maxLength: 3 })
const block = fc.oneof(
  inlineNodes.map((nodes) => paragraph(...nodes)),
  words.map(heading),
  fc
    .tuple(items, fc.option(items))
    .map(([own, nested]) => list(...own, ...(nested ? [list(...nested)] : []))),
  fc.tuple(words, fc.constantFrom('', 'Leda')).map(([text, speaker]) => quotation(text, speaker)),
  fc.constant(picture('p1')),
)
export const bodies = fc.array(block, { maxLength: 6 }).map((blocks) => body(...blocks))

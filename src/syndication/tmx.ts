import { element, escapeXml, words, xmlDocument } from './xml.ts'

/** Segments with their translations as TMX 1.4b (LISA OSCAR, 2005). */

export interface UnitToWrite {
  id: string
  source: { language: string; text: string }
  target: { language: string; text: string }
  /** Where it is from: the address of a text, or the name of a file. */
  origin: string
}

/** What stands before and after the units of a file, so that a long one needn't be held in memory. `origin`: whose it is. */
export function tmxAround(source: string, origin: string): { before: string; after: string } {
  const header = element('header', {
    creationtool: 'Communique',
    creationtoolversion: '1',
    segtype: 'paragraph',
    'o-tmf': 'Communique',
    adminlang: 'en',
    srclang: source,
    datatype: 'plaintext',
    'o-encoding': 'UTF-8',
    creationid: origin,
  })
  const mark = ' '
  const [before = '', after = ''] = xmlDocument(
    element('tmx', { version: '1.4' }, `\n${header}\n${element('body', {}, mark)}\n`),
  ).split(`<body>${mark}</body>`)
  return { before: `${before}<body>\n`, after: `</body>${after}` }
}

export function tmxUnit({ id, source, target, origin }: UnitToWrite): string {
  const variant = ({ language, text }: UnitToWrite['source']) =>
    element('tuv', { 'xml:lang': language }, element('seg', {}, escapeXml(text)))
  return `${element(
    'tu',
    { tuid: id },
    words('prop', origin, { type: 'x-origin' }) + variant(source) + variant(target),
  )}\n`
}

import { isLanguage, languages } from '../language/languages.ts'
import type { TagPiece } from '../language/tagged.ts'
import { element, escapeXml, words, xmlDocument } from './xml.ts'

/** A translation for people outside, as XLIFF 2.1 (OASIS, 2018) and 1.2 (2008). */

export const xliffVersions = ['2.1', '1.2'] as const
export type XliffVersion = (typeof xliffVersions)[number]

export interface UnitToWrite {
  /** An NMTOKEN (XML 1.0, 2.3). */
  id: string
  kind: string
  /** `none`: nothing renders it yet; `changed`: what renders it is of another source; `open`: nobody stands by it yet. */
  state: 'none' | 'changed' | 'open' | 'confirmed'
  /** Its words are written elsewhere. */
  locked: boolean
  source: readonly TagPiece[]
  /** Several where the translation split it. */
  targets: readonly (readonly TagPiece[])[]
  /** What its tags stand for, by number. */
  tags: ReadonlyMap<number, TagToWrite>
  terms: readonly { source: string; target: string }[]
  notes: readonly NoteToWrite[]
}

export interface TagToWrite {
  means: 'bold' | 'italic' | 'bold-italic' | 'link' | 'format'
  /** Of a link. */
  address: string
}

export interface NoteToWrite {
  /** What it is about. */
  about: string
  text: string
}

export interface XliffToWrite {
  /** By which the file is known when it comes back. */
  original: string
  source: string
  target: string
  notes: readonly NoteToWrite[]
  units: readonly UnitToWrite[]
}

export function xliff(file: XliffToWrite, version: XliffVersion): string {
  return xmlDocument(version === '2.1' ? root21(file) : root12(file))
}

/** How codes are written in one version. */
interface Codes {
  pair: (id: string, tag: TagToWrite | undefined) => { name: string; attributes: Attributes }
  /** Stands for a letter that XML can’t carry. `hex`: four to six digits. */
  letter: (hex: string) => string
  /** Between two parts of a translation that was split. */
  part: (number: number) => string
}
type Attributes = Readonly<Record<string, string | undefined>>

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Every letter of the words: what XML forbids goes by its number, and what it would even out is spelt. */
function lettersOf(text: string, { letter }: Codes): string {
  return [...text]
    .map((char) => {
      if (char === '\r') return '&#13;'
      const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return forbidden.test(char) ? letter(hex) : escapeXml(char)
    })
    .join('')
}

/** Words and codes. In one segment each code has an id of its own; what renders it has the same. */
function inline(
  parts: readonly (readonly TagPiece[])[],
  tags: ReadonlyMap<number, TagToWrite>,
  codes: Codes,
): string {
  const met = new Map<number, number>()
  const open: string[] = []
  const write = (piece: TagPiece): string => {
    if ('words' in piece) return lettersOf(piece.words, codes)
    if ('closes' in piece) return `</${open.pop() ?? ''}>`
    const times = (met.get(piece.opens) ?? 0) + 1
    met.set(piece.opens, times)
    const id = times === 1 ? String(piece.opens) : `${piece.opens}-${times}`
    const { name, attributes } = codes.pair(id, tags.get(piece.opens))
    open.push(name)
    return element(name, attributes, '').slice(0, -`</${name}>`.length)
  }
  return parts
    .map((pieces, at) => (at === 0 ? '' : codes.part(at + 1)) + pieces.map(write).join(''))
    .join('')
}

const addressIn = (tag: TagToWrite | undefined): string | undefined => tag?.address || undefined

const directionOf = (language: string): string =>
  isLanguage(language) ? languages[language].direction : 'auto'

/* 2.1 */

const types21: Readonly<Record<TagToWrite['means'], Attributes>> = {
  bold: { type: 'fmt', subType: 'xlf:b' },
  italic: { type: 'fmt', subType: 'xlf:i' },
  'bold-italic': { type: 'fmt' },
  format: { type: 'fmt' },
  link: { type: 'link' },
}

const codes21: Codes = {
  pair: (id, tag) => ({
    name: 'pc',
    attributes: { id, ...(tag ? types21[tag.means] : {}), dispStart: addressIn(tag) },
  }),
  letter: (hex) => element('cp', { hex }),
  part: (number) => element('ph', { id: `part-${number}`, disp: '¶' }),
}

function root21({ original, source, target, notes, units }: XliffToWrite): string {
  const file = {
    id: 'text',
    original,
    canResegment: 'no',
    srcDir: directionOf(source),
    trgDir: directionOf(target),
  }
  return element(
    'xliff',
    {
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      'xmlns:gls': 'urn:oasis:names:tc:xliff:glossary:2.0',
      version: '2.1',
      srcLang: source,
      trgLang: target,
    },
    `\n${element('file', file, `\n${notes21(notes)}${units.map(unit21).join('\n')}\n`)}\n`,
  )
}

function notes21(notes: readonly NoteToWrite[]): string {
  const written = notes.map(({ about, text }) => words('note', text, { category: about })).join('')
  return written === '' ? '' : element('notes', {}, written)
}

const states21: Readonly<Record<UnitToWrite['state'], Attributes>> = {
  none: { state: 'initial' },
  changed: { state: 'initial', subState: 'communique:changed' },
  open: { state: 'initial', subState: 'communique:open' },
  confirmed: { state: 'translated' },
}

function unit21(unit: UnitToWrite): string {
  const { id, kind, locked, terms, notes, source, targets, tags, state } = unit
  const glossary = terms.map((term) =>
    element(
      'gls:glossEntry',
      {},
      words('gls:term', term.source) + words('gls:translation', term.target),
    ),
  )
  const attributes = { id, type: `communique:${kind}`, translate: locked ? 'no' : undefined }
  return element(
    'unit',
    { ...attributes, 'xml:space': 'preserve' },
    (glossary.length > 0 ? element('gls:glossary', {}, glossary.join('')) : '') +
      notes21(notes) +
      element(
        'segment',
        states21[state],
        element('source', {}, inline([source], tags, codes21)) +
          (targets.length > 0 ? element('target', {}, inline(targets, tags, codes21)) : ''),
      ),
  )
}

/* 1.2 */

const codes12: Codes = {
  pair: (id, tag) => {
    const means = tag?.means === 'bold-italic' || !tag ? 'format' : tag.means
    const ctype = means === 'format' ? 'x-format' : means
    return { name: 'g', attributes: { id, ctype, 'equiv-text': addressIn(tag) } }
  },
  letter: (hex) => element('x', { id: `cp-${hex}`, ctype: 'x-letter' }),
  part: (number) => element('x', { id: `part-${number}`, ctype: 'x-part', 'equiv-text': '¶' }),
}

function root12({ original, source, target, notes, units }: XliffToWrite): string {
  const file = {
    original,
    'source-language': source,
    'target-language': target,
    datatype: 'plaintext',
  }
  const inner = `${element('header', {}, notes12(notes))}\n${element('body', {}, `\n${units.map(unit12).join('\n')}\n`)}`
  return element(
    'xliff',
    { xmlns: 'urn:oasis:names:tc:xliff:document:1.2', version: '1.2' },
    `\n${element('file', file, `\n${inner}\n`)}\n`,
  )
}

function notes12(notes: readonly NoteToWrite[]): string {
  return notes.map(({ about, text }) => words('note', text, { from: about })).join('')
}

const states12: Readonly<Record<UnitToWrite['state'], string>> = {
  none: 'needs-translation',
  changed: 'needs-adaptation',
  open: 'needs-review-translation',
  confirmed: 'translated',
}

function unit12(unit: UnitToWrite): string {
  const { id, kind, locked, terms, notes, source, targets, tags, state } = unit
  const glossary = terms.map((term) => ({
    about: 'glossary',
    text: `${term.source} = ${term.target}`,
  }))
  const attributes = { id, restype: `x-${kind}`, translate: locked ? 'no' : undefined }
  return element(
    'trans-unit',
    { ...attributes, 'xml:space': 'preserve' },
    element('source', {}, inline([source], tags, codes12)) +
      element('target', { state: states12[state] }, inline(targets, tags, codes12)) +
      notes12([...notes, ...glossary]),
  )
}

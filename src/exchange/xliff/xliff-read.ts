import { type TagPiece, textOfPieces } from '../../language/tagged.ts'
import { UnreadableFile } from '../file-text.ts'
import { eachElement, elementsIn, type XmlElement } from '../xml.ts'

/**
 * What a file in XLIFF 2.0 to 2.2, 1.2 or 1.1 says, whichever program it went through: codes may have been cut in two,
 * segments divided, and what belongs to other programs put in between.
 */

export interface ReadUnit {
  id: string
  /** What is to render it, with tags; several where it is to be several parts. */
  parts: TagPiece[][]
  /** A code that isn’t of this desk; null: there is none. */
  unknown: string | null
}

export interface ReadXliff {
  original: string
  source: string
  /** Empty where the file doesn’t say. */
  target: string
  /** Those that have a translation. */
  units: ReadUnit[]
}

const wanted = {
  roots: ['xliff'],
  each: ['file'],
  otherwise: 'This is no XLIFF file: its outermost element isn’t “xliff”.',
}

/** One entry for each `file` in it. Throws `UnreadableFile`. */
export function readXliff(text: string): ReadXliff[] {
  const files: XmlElement[] = []
  const root = eachElement(text, wanted, (element) => files.push(element))
  const { version = '', srcLang = '', trgLang = '' } = root.attributes
  if (!/^(1\.[12]|2\.[012])$/.test(version))
    throw new UnreadableFile(
      `XLIFF “${version}” isn’t read here. Save the file as XLIFF 2.1 or 1.2.`,
    )
  if (files.length === 0) throw new UnreadableFile('There is no “file” in the XLIFF.')
  const isNew = version.startsWith('2')
  return files.map((file): ReadXliff => {
    const { original = '', 'source-language': source, 'target-language': target } = file.attributes
    return {
      original,
      source: isNew ? srcLang : (source ?? ''),
      target: isNew ? trgLang : (target ?? ''),
      units: unitsIn(file).flatMap((unit) => readUnit(unit) ?? []),
    }
  })
}

function unitsIn(element: XmlElement): XmlElement[] {
  return elementsIn(element).flatMap((one) => {
    if (one.name === 'unit' || one.name === 'trans-unit') return one
    return one.name === 'group' || one.name === 'body' ? unitsIn(one) : []
  })
}

const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsIn(element).find((one) => one.name === name)

/** Null: nobody has translated it. */
function readUnit(unit: XmlElement): ReadUnit | null {
  const targets = unit.name === 'trans-unit' ? [childOf(unit, 'target')] : targetsIn(unit)
  const reading: Reading = { parts: [[]], unknown: null, opened: new Map() }
  for (const target of targets) {
    if (!target) return null
    for (const child of target.children) readInline(child, reading)
  }
  const parts = reading.parts
  if (parts.every((part) => textOfPieces(part).trim() === '') && !reading.unknown) return null
  return { id: unit.attributes.id ?? '', parts, unknown: reading.unknown }
}

/** What stands between segments needs no translation of its own. */
function targetsIn(unit: XmlElement): (XmlElement | undefined)[] {
  return elementsIn(unit)
    .filter(({ name }) => name === 'segment' || name === 'ignorable')
    .map((one) => {
      const target = childOf(one, 'target')
      return target ?? (one.name === 'ignorable' ? childOf(one, 'source') : undefined)
    })
}

interface Reading {
  parts: TagPiece[][]
  unknown: string | null
  /** Codes that were cut in two, by the id of their first half. */
  opened: Map<string, number>
}

function readInline(child: XmlElement | string, reading: Reading): void {
  const add = (piece: TagPiece): void => {
    reading.parts.at(-1)?.push(piece)
  }
  if (typeof child === 'string') return add({ words: child })
  const { name, attributes, children } = child
  const inside = (): void => {
    for (const one of children) readInline(one, reading)
  }
  switch (name) {
    case 'pc':
    case 'g': {
      const number = numberIn(attributes.id, reading)
      add({ opens: number })
      inside()
      return add({ closes: number })
    }
    case 'sc':
    case 'bx':
    case 'bpt': {
      const number = numberIn(attributes.id, reading)
      reading.opened.set(attributes.rid ?? attributes.id ?? '', number)
      return add({ opens: number })
    }
    case 'ec':
    case 'ex':
    case 'ept': {
      const first = attributes.startRef ?? attributes.rid ?? attributes.id ?? ''
      return add({ closes: reading.opened.get(first) ?? numberIn(first, reading) })
    }
    case 'mrk':
      return inside()
    case 'sm':
    case 'em':
      return
    case 'cp':
      return add({ words: letterOf(attributes.hex ?? '', reading) })
    case 'ph':
    case 'x':
      return readPlaceholder(attributes.id ?? '', reading, add)
    default:
      reading.unknown ??= name
  }
}

function readPlaceholder(id: string, reading: Reading, add: (piece: TagPiece) => void): void {
  if (id.startsWith('part-')) reading.parts.push([])
  else if (id.startsWith('cp-')) add({ words: letterOf(id.slice('cp-'.length), reading) })
  else reading.unknown ??= id
}

/** A tag that stands twice in a segment has a number behind its own. */
function numberIn(id: string | undefined, reading: Reading): number {
  const [, number] = /^(\d{1,4})(?:-\d{1,4})?$/.exec(id ?? '') ?? []
  if (number === undefined) reading.unknown ??= id ?? ''
  return Number(number ?? 0)
}

function letterOf(hex: string, reading: Reading): string {
  const point = /^[\dA-F]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN
  if (point <= 0x10_ff_ff) return String.fromCodePoint(point)
  reading.unknown ??= hex
  return ''
}

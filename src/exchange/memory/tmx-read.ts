import { languageTags } from '../../language/languages.ts'
import { matchLanguage } from '../language.ts'
import { eachElement, elementsIn, type XmlElement } from '../xml.ts'

/**
 * Units of TMX 1.4b and of what came before it. Codes of other programs' markup are left out; the words that stand
 * between them stay. Of a unit in several languages each pair with the language that it was written in is one.
 */

export interface ReadUnit {
  source: { language: string; text: string }
  target: { language: string; text: string }
}

export interface ReadMemory {
  units: ReadUnit[]
  /** Units that have no two languages of this desk. */
  left: number
}

const wanted = {
  roots: ['tmx'],
  each: ['header', 'tu'],
  otherwise: 'This is no TMX file: its outermost element isn’t “tmx”.',
}

/** Throws `UnreadableFile`. `mission`: its languages, which decide what `no` means. */
export function readTmx(text: string, mission: readonly string[] = languageTags): ReadMemory {
  let written = '*all*'
  const read: ReadMemory = { units: [], left: 0 }
  eachElement(text, wanted, (element) => {
    if (element.name === 'header') written = element.attributes.srclang ?? written
    else {
      const units = unitsIn(element, element.attributes.srclang ?? written, mission)
      if (units.length === 0) read.left++
      read.units.push(...units)
    }
  })
  return read
}

/** What is markup of another program, and no words. */
const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut', 'sub'])

function wordsOf({ children }: XmlElement): string {
  return children
    .map((child) =>
      typeof child === 'string' ? child : codes.has(child.name) ? '' : wordsOf(child),
    )
    .join('')
}

function unitsIn(unit: XmlElement, written: string, mission: readonly string[]): ReadUnit[] {
  const variants = elementsIn(unit)
    .filter(({ name }) => name === 'tuv')
    .flatMap((variant) => {
      const language = matchLanguage(variant.attributes.lang ?? '', mission)
      const seg = elementsIn(variant).find(({ name }) => name === 'seg')
      const text = seg ? wordsOf(seg) : ''
      return language && text.trim() !== '' ? [{ language, text }] : []
    })
  const own = matchLanguage(written, mission)
  const source = variants.find(({ language }) => language === own) ?? variants[0]
  if (!source) return []
  return variants
    .filter(({ language }) => language !== source.language)
    .map((target) => ({ source, target }))
}

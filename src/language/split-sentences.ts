import type { Span } from './fidelity/pair.ts'

/**
 * What ends with a full stop within a sentence, in the languages of the desk. Single letters (J. Hansen) and numbers
 * (23. oktober) need no entry.
 */
const abbreviations = new Set(
  [
    'mr mrs ms dr prof st jr sr no vs etc inc ltd gen col capt rev hon gov sen rep approx est',
    'nr kl ca jf evt osv mfl mill mrd kr tlf pst bl eks dvs',
    'hr fr fru dhr bzw usw ggf vgl sog abs art bd nr str mio',
    'mme mlle cf env av',
    'sra srta dra ud uds núm pág art avda',
    'млн млрд тыс руб гг им ул пр др стр рис см проф акад',
    'тис грн вул ін проф акад',
    'мыр т б',
  ]
    .join(' ')
    .split(' '),
)

const end = /(?<![.!?…])[.!?…]+["”’»“«)\]]*\s+(?=["“„«»‘(¿¡–—-]?\s?[\p{Lu}\p{N}¿¡])/gu
const lastWord = /([\p{L}\p{N}]+)\.$/u

function endsHere(before: string, marks: string): boolean {
  if (!marks.startsWith('.') || marks.startsWith('..')) return true
  const word = lastWord.exec(`${before}.`)?.[1]
  if (word === undefined) return true
  // 11.30 and 4,5 are no ordinals: what follows their full stop begins anew.
  if (/\d[.,:]\d{1,2}$/.test(before)) return true
  if (/^\p{L}$/u.test(word) || /^\d{1,2}$/.test(word)) return false
  return !abbreviations.has(word.toLowerCase())
}

/** The sentences of a segment, without the space between them. Line breaks part sentences too. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let lineStart = 0
  for (const line of text.split('\n')) {
    let start = 0
    const keep = (until: number) => {
      const piece = line.slice(start, until)
      const trimmed = piece.trim()
      if (trimmed === '') return
      const from = lineStart + start + piece.indexOf(trimmed)
      spans.push({ start: from, end: from + trimmed.length })
    }
    for (const found of line.matchAll(end)) {
      // The word before is short: a window keeps this linear.
      if (!endsHere(line.slice(Math.max(start, found.index - 24), found.index), found[0])) continue
      keep(found.index + found[0].length)
      start = found.index + found[0].length
    }
    keep(line.length)
    lineStart += line.length + 1
  }
  return spans
}

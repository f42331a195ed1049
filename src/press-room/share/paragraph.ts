import type { Line, Setting, Typesetter } from './type.ts'

export interface Paragraph {
  size: number
  lines: readonly Line[]
}

/**
 * Words in the largest of the sizes in which they fit into so many lines of this width; in the smallest, cut off with an
 * ellipsis where they still don't.
 */
export function fitted(
  { line }: Typesetter,
  text: string,
  setting: Omit<Setting, 'size'>,
  room: { width: number; sizes: readonly { size: number; lines: number }[] },
): Paragraph {
  const words = text.trim().split(/\s+/)
  for (const { size, lines: most } of room.sizes) {
    const last = size === room.sizes.at(-1)?.size
    const measure = (part: string): number => line(part, { ...setting, size }).width
    const broken = brokenInto(words, (part) => measure(part) <= room.width)
    const fits = broken.length <= most && broken.every((part) => measure(part) <= room.width)
    if (!fits && !last) continue
    const shown = fits ? broken : cut(broken, most, (part) => measure(part) <= room.width)
    return { size, lines: shown.map((part) => line(part, { ...setting, size })) }
  }
  return { size: 0, lines: [] }
}

/** Lines with as many words as fit; a word that fits nowhere has a line to itself. */
function brokenInto(words: readonly string[], fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The first of the lines, each short enough, with an ellipsis where something is missing. */
function cut(lines: readonly string[], most: number, fits: (part: string) => boolean): string[] {
  const kept: string[] = []
  for (const part of lines.slice(0, most)) {
    const more = lines.length > most && kept.length === most - 1
    if (!more && fits(part)) {
      kept.push(part)
      continue
    }
    const letters = [...part]
    while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop()
    kept.push(`${letters.join('').trimEnd()}…`)
  }
  return kept
}

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import bidiFactory from 'bidi-js'
import type { Font } from 'harfbuzzjs'
import { sfntOf } from './woff.ts'

/**
 * Type set without asking the machine for a font: HarfBuzz chooses and places the letters of the project's own fonts, and
 * they are drawn as outlines.
 */

export type Weight = 400 | 600

/** How words are set. `size`: of the em, in pixels. */
export interface Setting {
  size: number
  weight: Weight
  language: string
  direction: 'ltr' | 'rtl'
}

/** One line. `outlines`: SVG whose origin is the left end of the base line. */
export interface Line {
  width: number
  outlines: string
}

export interface Typesetter {
  line: (text: string, setting: Setting) => Line
}

/** The parts that the fonts come in, most used first; a letter is taken from the first that has it. */
const parts = [
  ['noto-serif', 'latin'],
  ['noto-serif', 'latin-ext'],
  ['noto-serif', 'cyrillic'],
  // Kazakh's letters of its own.
  ['noto-serif', 'cyrillic-ext'],
  // Drawn smaller than Latin of the same size.
  ['noto-naskh-arabic', 'arabic', 1.15],
  ['noto-serif', 'greek'],
  ['noto-serif', 'vietnamese'],
] as const

interface Part {
  font: Font
  /** Units of the em. */
  units: number
  letters: ReadonlySet<number>
}

let opened: Promise<Typesetter> | undefined

/** Reads the fonts once. */
export function typesetter(): Promise<Typesetter> {
  opened ??= open()
  return opened
}

async function open(): Promise<Typesetter> {
  const harfbuzz = await import('harfbuzzjs')
  const bidi = bidiFactory()
  // The installation's own packages, wherever this code has been bundled to.
  const { resolve } = createRequire(path.join(process.cwd(), 'package.json'))
  const load = (weight: Weight): Promise<Part[]> =>
    Promise.all(
      parts.map(async ([family, part, zoom = 1]) => {
        const name = `@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff`
        const face = new harfbuzz.Face(new harfbuzz.Blob(sfntOf(await readFile(resolve(name)))))
        const font = new harfbuzz.Font(face)
        return { font, units: face.upem / zoom, letters: new Set(face.collectUnicodes()) }
      }),
    )
  const fonts = { 400: await load(400), 600: await load(600) }

  function outlinesOf(run: Run, text: string, { size, language }: Setting): Line {
    const { font, units } = run.part
    const buffer = new harfbuzz.Buffer()
    // With all of the line around it: an Arabic letter asks its neighbours for its form.
    buffer.addText(text, run.start, run.end - run.start)
    buffer.setDirection(run.level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR)
    buffer.setLanguage(language)
    buffer.guessSegmentProperties()
    harfbuzz.shape(font, buffer)
    const scale = size / units
    let x = 0
    const drawn = buffer.getGlyphInfosAndPositions().map((glyph) => {
      const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph
      const outline = font.glyphToPath(codepoint)
      const place = `translate(${round(x + xOffset * scale)} ${round(-yOffset * scale)})`
      x += xAdvance * scale
      return outline === ''
        ? ''
        : `<path transform="${place} scale(${scale} ${-scale})" d="${outline}"/>`
    })
    return { width: x, outlines: drawn.join('') }
  }

  return {
    line: (text, setting) => {
      const { levels } = bidi.getEmbeddingLevels(text, setting.direction)
      let width = 0
      const drawn = inOrder(runsOf(text, levels, fonts[setting.weight])).map((run) => {
        const { outlines, width: wide } = outlinesOf(run, text, setting)
        const placed = `<g transform="translate(${round(width)} 0)">${outlines}</g>`
        width += wide
        return placed
      })
      return { width, outlines: drawn.join('') }
    },
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Letters of one font in one direction. `start` and `end`: in UTF-16 units. */
interface Run {
  start: number
  end: number
  level: number
  part: Part
}

/** The parts of a line in the order in which they are read. A letter that no font has is drawn as the first font's box. */
function runsOf(text: string, levels: Uint8Array, fonts: readonly Part[]): Run[] {
  const runs: Run[] = []
  let start = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const level = levels[start] ?? 0
    const end = start + letter.length
    // Marks stay with the letter that they stand on, if its font has them.
    const part =
      last && /\p{M}|\s/u.test(letter) && last.part.letters.has(code)
        ? last.part
        : (fonts.find(({ letters }) => letters.has(code)) ?? fonts[0])
    if (!part) break
    if (last && last.part === part && last.level === level) last.end = end
    else runs.push({ start, end, level, part })
    start = end
  }
  return runs
}

/** The same from left to right (Unicode Bidirectional Algorithm, L2). */
function inOrder(runs: readonly Run[]): Run[] {
  const order = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level -= 1)
    for (let start = 0; start < order.length; start += 1) {
      let end = start
      while ((order[end]?.level ?? -1) >= level) end += 1
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).toReversed())
      start = end
    }
  return order
}

import type { Reading } from './reading.ts'
import { round } from './scales.ts'
import type { NumberValue } from './value.ts'

/** In `10–15 %`, `3 to 5 million` and `between 3 and 5 km`, what stands behind the second counts for the first too. */
export function inheritInRanges(reading: Reading): void {
  const numbers = reading.values.filter((value) => value.kind === 'number')
  for (const [index, first] of numbers.entries()) {
    const second = numbers[index + 1]
    if (!second || first.form === 'roman' || first.unit || first.ordinal) continue
    if (!isJoined(reading, reading.text.slice(first.end, second.start))) continue
    const scale = scaleOf(second, reading)
    const [small = 0] = first.own
    const larger = scale > 1 && small < scale ? first.own.map((value) => round(value * scale)) : []
    Object.assign(first, { unit: second.unit, own: [...larger, ...first.own] })
  }
}

const mostBetween = 16

/** A dash; `to`; `y el` with an article. */
function isJoined({ lexicon }: Reading, between: string): boolean {
  if (between.length > mostBetween) return false
  const [joint = '', article, ...more] = between.trim().toLowerCase().split(/\s+/)
  if (/^[-‐‑–—−]$/.test(joint)) return article === undefined
  const { to, the } = lexicon.calendar
  return to.has(joint) && more.length === 0 && (article === undefined || the.has(article))
}

function scaleOf(value: NumberValue, { text, lexicon }: Reading): number {
  const written = text.slice(value.start, value.end)
  for (const word of written.match(/\p{L}+/gu) ?? []) {
    const key = word.toLowerCase()
    const scale =
      lexicon.short.get(key) ??
      (lexicon.atoms.get(key)?.kind === 'scale' ? lexicon.atoms.get(key)?.value : undefined)
    if (scale !== undefined && scale >= 1000) return scale
  }
  return 1
}

import { europeanDigits } from './tokens.ts'

/** Digits with their separators. `end`: offset behind them. Readings as in `NumberValue`. */
export interface Numeral {
  end: number
  own: readonly number[]
  foreign: readonly number[]
  ambiguous: boolean
  /** Written without any separator. */
  bare: boolean
}

const separated = /\p{Nd}+(?:[.,'’٫٬ \u00a0\u202f\u2009]\p{Nd}+)*/uy
const space = /^[ \u00a0\u202f\u2009]$/
/** Longer runs are no amounts. */
const mostDigits = 18

/**
 * The numeral at an offset of a text, by the writing of a language: `decimal` is its decimal separator; blanks,
 * apostrophes and the other one of point and comma group thousands. Null where digits don't make an amount (1.2.3).
 */
export function numeralAt(text: string, start: number, decimal: '.' | ','): Numeral | null {
  separated.lastIndex = start
  const found = separated.exec(text)?.[0]
  if (found === undefined) return null
  const [groups, separators] = spaced(found)
  const length = groups.reduce((sum, group) => sum + group.length, 0) + separators.length
  const end = start + length
  const digits = groups.map(europeanDigits)
  if (digits.join('').length > mostDigits) return null
  const arabic = separators.map((one) => (one === '٫' ? '.' : one === '٬' ? ',' : one))
  const point = separators.includes('٫') || separators.includes('٬') ? '.' : decimal
  const readings = readingsOf(digits, arabic, point)
  return readings ? { end, bare: separators.length === 0, ...readings } : null
}

type Readings = Pick<Numeral, 'own' | 'foreign' | 'ambiguous'>

/** Blanks join only groups of three digits: `2025 150` is two numbers, `25 000` is one. */
function spaced(found: string): [string[], string[]] {
  const parts = found.split(/([.,'’٫٬ \u00a0\u202f\u2009])/u)
  const groups = [parts[0] ?? '']
  const separators: string[] = []
  for (let index = 1; index < parts.length; index += 2) {
    const separator = parts[index] ?? ''
    const group = parts[index + 1] ?? ''
    if (space.test(separator)) {
      const first = groups[0] ?? ''
      const onlySpaces = separators.every((one) => space.test(one))
      if (!onlySpaces || first.length > 3 || first.startsWith('0') || group.length !== 3) break
    }
    separators.push(separator)
    groups.push(group)
  }
  return [groups, separators]
}

function readingsOf(
  groups: readonly string[],
  separators: readonly string[],
  decimal: '.' | ',',
): Readings | null {
  const whole = Number(groups.join(''))
  const last = separators.at(-1)
  if (last === undefined) return exactly(whole)
  const fraction = Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)
  const kinds = new Set(separators.map((one) => (space.test(one) ? ' ' : one)))
  const first = groups[0] ?? ''
  const grouped = first.length <= 3 && first !== '0' && threes(groups.slice(1))

  if (kinds.size === 1 && separators.length > 1) return grouped ? exactly(whole) : null
  if (kinds.size === 2) {
    const lastOnly = separators.indexOf(last) === separators.length - 1
    if (!lastOnly || !threes(groups.slice(1, -1)) || first.length > 3 || !isDecimal(last))
      return null
    return last === decimal ? exactly(fraction) : { own: [], foreign: [fraction], ambiguous: false }
  }
  if (kinds.size > 2) return null
  if (!isDecimal(last)) return grouped ? exactly(whole) : null
  if (last === decimal)
    return grouped ? { own: [fraction], foreign: [whole], ambiguous: true } : exactly(fraction)
  return grouped
    ? { own: [whole], foreign: [fraction], ambiguous: false }
    : { own: [], foreign: [fraction], ambiguous: false }
}

function exactly(value: number): Readings {
  return { own: [value], foreign: [], ambiguous: false }
}

function threes(groups: readonly string[]): boolean {
  return groups.every((group) => group.length === 3)
}

function isDecimal(separator: string): separator is '.' | ',' {
  return separator === '.' || separator === ','
}

/** ½ and its kin by their value. */
export const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])

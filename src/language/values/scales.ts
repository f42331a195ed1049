import type { Draft } from './draft.ts'
import { numeralAt } from './numerals.ts'
import { phraseAt } from './phrases.ts'
import { free, isDash, isStopAfter, type Reading } from './reading.ts'
import { currencyCodes, currencySymbols, moneyBefore } from './units.ts'
import type { Unit } from './value.ts'

interface Scale {
  value: number
  end: number
  /** Where scale and money are one word: MSEK, mdkr, M€. */
  unit?: Unit
}

/** Millions and more behind digits: 5 million, 5 mrd., 2 мың 300. `at`: index of the first token of the digits. */
export function scaled(reading: Reading, draft: Draft, at: number): Draft {
  const { tokens, lexicon } = reading
  const scale =
    scaleAt(reading, draft.end, moneyBefore(tokens, at, lexicon) !== null) ??
    scaleBehindMoney(reading, draft.end)
  if (!scale) {
    const half = phraseAt(tokens, draft.end, lexicon.andHalf)
    if (half === null) return draft
    const own = draft.own.map((value) => value + 0.5)
    return scaled(reading, { ...draft, own, end: half }, at)
  }
  const times = (values: readonly number[]) => values.map((value) => round(value * scale.value))
  const more = phraseAt(tokens, scale.end, lexicon.andHalf)
  const half = more === null ? 0 : scale.value / 2
  const whole: Draft = {
    ...draft,
    own: times(draft.own).map((value) => value + half),
    foreign: times(draft.foreign),
    end: more ?? scale.end,
    clock: null,
    unformatted: false,
    ...(scale.unit ? { unit: scale.unit } : {}),
  }
  return withRest(reading, whole, scale.value)
}

/** 120 £ millioner */
function scaleBehindMoney(reading: Reading, at: number): Scale | null {
  const codes = currencySymbols.get(reading.tokens[at]?.text ?? '')
  const scale = codes && scaleAt(reading, at + 1, false)
  return scale ? { ...scale, unit: money(codes) } : null
}

/** 2 млрд 300 млн, 2 мың 300. */
function withRest(reading: Reading, draft: Draft, scale: number): Draft {
  const { tokens, text, lexicon } = reading
  const token = free(reading, draft.end)
  if (token?.kind !== 'digits' || token.gap === '') return draft
  const numeral = numeralAt(text, token.start, lexicon.decimal)
  const value = numeral?.own[0]
  if (!numeral || value === undefined) return draft
  let end = draft.end
  while (end < tokens.length && (tokens[end]?.end ?? 0) <= numeral.end) end++
  const next = scaleAt(reading, end, false)
  if (next && next.value < scale && value < scale / next.value)
    return withRest(
      reading,
      { ...draft, own: draft.own.map((sum) => sum + value * next.value), end: next.end },
      next.value,
    )
  if (next || scale !== 1000 || value >= 1000 || value < 100) return draft
  return { ...draft, own: draft.own.map((sum) => sum + value), end }
}

/** Twelve digits are enough for what people write, and hide that 2.3 × 1000 isn't 2300 in binary. */
export function round(value: number): number {
  return Number(value.toPrecision(12))
}

/** @param isMoney money stands before the number: only then is one letter a scale, since `m` is a metre */
export function scaleAt(reading: Reading, at: number, isMoney: boolean): Scale | null {
  const { tokens, lexicon } = reading
  const hyphened = isDash(tokens[at]) && tokens[at]?.gap === '' && tokens[at + 1]?.gap === ''
  const index = hyphened ? at + 1 : at
  const token = tokens[index]
  if (token?.kind !== 'word' || token.gap.includes('\n')) return null
  const short = lexicon.short.get(token.key)
  const isUnit = token.key.length === 1 && !isMoney && !(token.key === 'k' && token.gap === '')
  if (short !== undefined && !isUnit) {
    const end = isStopAfter(tokens[index + 1]) ? index + 2 : index + 1
    return { value: short, end }
  }
  const joined = scaleWithMoney(reading, index)
  if (joined) return joined
  let value = 1
  let end = index
  for (
    let atom = lexicon.atoms.get(tokens[end]?.key ?? '');
    atom?.kind === 'scale' && !atom.ordinal;
    atom = lexicon.atoms.get(tokens[end]?.key ?? '')
  ) {
    value *= atom.value
    end++
  }
  return value === 1 ? null : { value, end }
}

const scaleLetters: ReadonlyMap<string, number> = new Map([
  ['t', 1000],
  ['k', 1000],
  ['m', 1e6],
  ['mn', 1e6],
  ['md', 1e9],
  ['mdr', 1e9],
  ['g', 1e9],
])
const mostLetters = 3

/** MSEK, mdkr, M€, Md€ */
function scaleWithMoney({ tokens, lexicon }: Reading, index: number): Scale | null {
  const token = tokens[index]
  if (!token) return null
  const sign = tokens[index + 1]
  const symbol = sign?.gap === '' ? currencySymbols.get(sign.text) : undefined
  const alone = symbol && scaleLetters.get(token.key)
  if (symbol && alone) return { value: alone, end: index + 2, unit: money(symbol) }
  for (let length = 1; length <= mostLetters; length++) {
    const value = scaleLetters.get(token.key.slice(0, length))
    const rest = token.text.slice(length)
    if (!value || rest === '') continue
    if (currencyCodes.has(rest)) return { value, end: index + 1, unit: money([rest]) }
    const kroner = rest === 'kr' ? lexicon.money.get(rest) : undefined
    if (kroner) return { value, end: index + 1, unit: money(kroner) }
  }
  return null
}

function money(codes: readonly string[]): Unit {
  return { kind: 'money', codes }
}

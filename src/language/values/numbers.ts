import { digitsAt, fractionSignAt } from './digit-numbers.ts'
import type { Draft } from './draft.ts'
import { inheritInRanges } from './ranges.ts'
import { phraseAt } from './phrases.ts'
import { free, type Reading, spanOf, take } from './reading.ts'
import { romanAt } from './roman-numbers.ts'
import { wordsAt } from './spoken-numbers.ts'
import { moneyBefore, unitAt } from './units.ts'
import type { Unit } from './value.ts'

/** Amounts in digits, words and Roman numerals, with what they count; then words that say a number by the way. */
export function readNumbers(reading: Reading): void {
  for (let index = 0; index < reading.tokens.length; index++) {
    const token = free(reading, index)
    if (!token) continue
    const draft =
      token.kind === 'digits'
        ? digitsAt(reading, index)
        : token.kind === 'word'
          ? (wordsAt(reading, index) ?? romanAt(reading, index))
          : fractionSignAt(reading, index)
    if (draft) push(reading, index, draft)
  }
  inheritInRanges(reading)
  readFaint(reading)
}

function push(reading: Reading, at: number, draft: Draft): void {
  const { tokens, lexicon } = reading
  const money = draft.form === 'digits' ? moneyBefore(tokens, at, lexicon) : null
  const behind = draft.unit ? null : unitAt(tokens, draft.end, lexicon)
  const unit =
    draft.unit ?? (money && behind?.unit.kind !== 'money' ? money.unit : (behind?.unit ?? null))
  const start = money ? money.start : at
  // trois ans et demi
  const half =
    behind?.unit.kind === 'duration' ? phraseAt(tokens, behind.end, lexicon.andHalf) : null
  const end = half ?? (behind ? behind.end : draft.end)
  take(reading, start, end)
  reading.values.push({
    kind: 'number',
    ...spanOf(reading, start, end),
    weight: half !== null && draft.weight === 'faint' ? 'soft' : draft.weight,
    own: half === null ? draft.own : draft.own.map((value) => value + 0.5),
    foreign: draft.foreign,
    form: draft.form,
    ordinal: draft.ordinal ?? false,
    unit: isCalendarYear(draft, unit) ? null : unit,
    ambiguous: draft.ambiguous ?? false,
    unformatted: draft.unformatted ?? false,
    clock: draft.clock ?? null,
  })
}

/** 2026 год is a year, and not 2026 years. */
function isCalendarYear(draft: Draft, unit: Unit | null): boolean {
  const [value = 0] = draft.own
  return unit?.codes[0] === 'year' && draft.form === 'digits' && value >= 1000 && value < 2200
}

function readFaint(reading: Reading): void {
  const { tokens, lexicon } = reading
  for (const [index, token] of tokens.entries()) {
    if (reading.taken[index] || token.kind !== 'word') continue
    const ordinal = lexicon.faintOrdinals.get(token.key)
    const values = ordinal === undefined ? lexicon.faint.get(token.key) : [ordinal]
    if (!values) continue
    reading.values.push({
      kind: 'number',
      start: token.start,
      end: token.end,
      weight: 'faint',
      own: values,
      foreign: [],
      form: 'words',
      ordinal: ordinal !== undefined,
      // A mile is 1.6 kilometres on the other side.
      unit: unitAt(tokens, index + 1, lexicon)?.unit ?? null,
      ambiguous: false,
      unformatted: true,
      clock: null,
    })
  }
}

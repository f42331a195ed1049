import type { Draft } from './draft.ts'
import { numeralAt, vulgarFractions } from './numerals.ts'
import { isCapital, isDash, isStopAfter, type Reading, take } from './reading.ts'
import { scaled } from './scales.ts'
import { smallest } from './spoken-numbers.ts'
import type { Unit } from './value.ts'

export function digitsAt(reading: Reading, at: number): Draft | null {
  const { tokens, lexicon, text } = reading
  const token = tokens[at]
  if (!token) return null
  const before = tokens[at - 1]
  const glued = before && token.gap === '' && before.kind === 'word'
  if (
    glued &&
    isFormula(before.text, tokens[at + 1]?.kind === 'word' && tokens[at + 1]?.gap === '')
  ) {
    take(reading, at, at + 1)
    return null
  }
  const hyphened =
    before && isDash(before) && before.gap === '' && token.gap === '' && isCapital(tokens[at - 2])
  const label = glued || hyphened
  const parts = partsOfDotted(reading, at)
  if (parts) return parts
  const numeral = numeralAt(text, token.start, lexicon.decimal)
  if (!numeral)
    return {
      end: at + 1,
      own: [Number(token.key)],
      foreign: [],
      weight: 'firm',
      form: 'digits',
      unformatted: true,
    }
  let end = at + 1
  while (end < tokens.length && (tokens[end]?.end ?? 0) <= numeral.end) end++
  const draft: Draft = {
    ...numeral,
    end,
    weight: label ? 'soft' : 'firm',
    form: 'digits',
    clock: clockOf(reading, at, end),
    unformatted: label === true || isLabelled(reading, at) || isLabelledBehind(reading, end),
  }
  const year = shortYear(reading, at)
  if (year !== null) return { ...draft, own: [year, ...draft.own] }
  const feet = feetAndInches(reading, draft)
  if (feet) return feet
  const sloping = fractionAt(reading, at, draft)
  if (sloping) return sloping
  const more = vulgarFractions.get(tokens[end]?.text ?? '')
  if (more !== undefined)
    return { ...draft, end: end + 1, own: draft.own.map((value) => value + more) }
  return scaled(reading, withSuffix(reading, draft, at), at)
}

/** 1950–53, 2025/26; SS19 */
function shortYear({ tokens }: Reading, at: number): number | null {
  const token = tokens[at]
  if (token?.key.length !== 2 || token.gap !== '') return null
  const [first, joint] = [tokens[at - 2], tokens[at - 1]]
  if (joint?.kind === 'word') return 2000 + Number(token.key)
  const joined = joint?.gap === '' && (isDash(joint) || joint.text === '/')
  if (!joined || first?.kind !== 'digits' || first.key.length !== 4) return null
  const from = Number(first.key)
  const year = Math.floor(from / 100) * 100 + Number(token.key)
  return from >= 1000 && year > from && year < 2200 ? year : null
}

/** 6-foot-6, 6ft 2 */
function feetAndInches({ tokens, lexicon }: Reading, draft: Draft): Draft | null {
  const isHyphen = (index: number) => isDash(tokens[index]) && tokens[index]?.gap === ''
  const foot = isHyphen(draft.end) ? draft.end + 1 : draft.end
  if (lexicon.units.get(tokens[foot]?.key ?? '') !== 'foot') return null
  const inches = isHyphen(foot + 1) ? foot + 2 : foot + 1
  const token = tokens[inches]
  if (token?.kind !== 'digits' || Number(token.key) >= 12) return null
  const unit: Unit = { kind: 'measure', codes: ['foot'] }
  return {
    ...draft,
    own: draft.own.map((feet) => feet + Number(token.key) / 12),
    end: inches + 1,
    unit,
  }
}

/** CO2, H2O: no amounts. */
function isFormula(before: string, followed: boolean): boolean {
  return /^(CO|СО|CH|NO|SO|H|PM|N)$/.test(before) && (before !== 'H' || followed)
}

/** 12.30 may be a time where no point is written in decimals, or anywhere with nothing counted. */
function clockOf({ tokens }: Reading, at: number, end: number): number | null {
  const [hours, mark, minutes] = tokens.slice(at, end)
  if (end !== at + 3 || !hours || !minutes || mark?.text !== '.') return null
  if (hours.key.length > 2 || minutes.key.length !== 2) return null
  const total = Number(hours.key) * 60 + Number(minutes.key)
  return Number(hours.key) <= 24 && Number(minutes.key) < 60 ? total : null
}

/** article 5.2, version 3.1, Web 2.0 */
function isLabelled({ tokens, lexicon }: Reading, at: number): boolean {
  const before = isStopAfter(tokens[at - 1]) ? tokens[at - 2] : tokens[at - 1]
  return (
    before?.kind === 'word' && (lexicon.labels.has(before.key) || (isCapital(before) && at > 1))
  )
}

/** 5.2-бап */
function isLabelledBehind({ tokens, lexicon }: Reading, end: number): boolean {
  const index = isDash(tokens[end]) && tokens[end]?.gap === '' ? end + 1 : end
  return lexicon.lang === 'kk' && lexicon.labels.has(tokens[index]?.key ?? '')
}

/** 1.2.3 is no amount; each part stands for itself. */
function partsOfDotted(reading: Reading, at: number): Draft | null {
  const { tokens } = reading
  const dotted = [1, 3].every(
    (offset) =>
      tokens[at + offset]?.text === '.' &&
      tokens[at + offset]?.gap === '' &&
      tokens[at + offset + 1]?.kind === 'digits' &&
      tokens[at + offset + 1]?.gap === '',
  )
  const short = (tokens[at + 2]?.key.length ?? 0) < 3 || (tokens[at + 4]?.key.length ?? 0) < 3
  return dotted && short
    ? {
        end: at + 1,
        own: [Number(tokens[at]?.key)],
        foreign: [],
        weight: 'firm',
        form: 'digits',
        unformatted: true,
      }
    : null
}

const denominators = new Set([2, 3, 4, 5, 8, 10])

/** 2/3, but not 2025/26 or 24/7. */
function fractionAt({ tokens }: Reading, at: number, draft: Draft): Draft | null {
  const slash = tokens[draft.end]
  const below = tokens[draft.end + 1]
  if (slash?.text !== '/' || slash.gap !== '' || below?.kind !== 'digits' || below.gap !== '')
    return null
  if (tokens[draft.end + 2]?.text === '/' || tokens[at - 1]?.text === '/') return null
  const above = draft.own[0] ?? 0
  const denominator = Number(below.key)
  if (draft.end !== at + 1 || above >= denominator || !denominators.has(denominator)) return null
  return { ...draft, end: draft.end + 2, own: [above / denominator], weight: 'soft' }
}

export function fractionSignAt({ tokens }: Reading, at: number): Draft | null {
  const value = vulgarFractions.get(tokens[at]?.text ?? '')
  return value === undefined
    ? null
    : { end: at + 1, own: [value], foreign: [], weight: 'soft', form: 'digits' }
}

/** 3rd, 3-го, 3., 3:e, 3.ª: endings belong to the number. */
function withSuffix(reading: Reading, draft: Draft, at: number): Draft {
  const { tokens, lexicon } = reading
  const next = tokens[draft.end]
  if (
    lexicon.table.numbers.dotOrdinals &&
    isStopAfter(next) &&
    isOrdinalDot(reading, draft.end, at)
  )
    return ordinalOf(draft, draft.end + 1)
  const isJoint = next?.gap === '' && (isDash(next) || /^[:.]$/.test(next.text))
  const suffix = tokens[isJoint ? draft.end + 1 : draft.end]
  if (suffix?.kind !== 'word' || suffix.gap !== '' || !lexicon.suffixes.has(suffix.key))
    return draft
  return ordinalOf(draft, isJoint ? draft.end + 2 : draft.end + 1)
}

/** 1. juledag is Christmas Day: small ones are idioms as often as words are. */
function ordinalOf(draft: Draft, end: number): Draft {
  const weight = (draft.own[0] ?? 0) <= smallest ? 'soft' : draft.weight
  return { ...draft, ordinal: true, end, weight }
}

/** Before a small letter a stop isn't the end of a sentence; behind an article, not even before a capital. */
function isOrdinalDot({ tokens, lexicon }: Reading, stop: number, at: number): boolean {
  const next = tokens[stop + 1]
  if (next?.kind !== 'word' || next.gap === '') return false
  return !isCapital(next) || lexicon.calendar.the.has(tokens[at - 1]?.key ?? '')
}

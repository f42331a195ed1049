import type { Draft } from './draft.ts'
import type { Lexicon } from './lexicon.ts'
import { phraseAt } from './phrases.ts'
import { isDash, type Reading } from './reading.ts'
import { round, scaleAt } from './scales.ts'
import { unitAt } from './units.ts'
import type { Token } from './tokens.ts'
import type { Unit, Weight } from './value.ts'
import { prefixValue, type WordNumber, wordNumberAt } from './word-numbers.ts'

/** Small numbers are often words in one language and digits, or an idiom, in another. */
export const smallest = 12

export function wordsAt(reading: Reading, at: number): Draft | null {
  return (
    halfScaleAt(reading, at) ??
    unitAndHalfAt(reading, at) ??
    namedFractionAt(reading, at) ??
    plainWordsAt(reading, at) ??
    fractionNounAt(reading, at) ??
    compoundAt(reading, at)
  )
}

/** half a million, halvannen million, полтора миллиона */
function halfScaleAt(reading: Reading, at: number): Draft | null {
  const { tokens, lexicon } = reading
  for (const [phrases, factor] of [
    [lexicon.oneAndHalf, 1.5],
    [lexicon.half, 0.5],
  ] as const) {
    const end = phraseAt(tokens, at, phrases)
    if (end === null) continue
    const scale = scaleAt(reading, end, false)
    if (scale)
      return {
        end: scale.end,
        own: [factor * scale.value],
        foreign: [],
        weight: 'firm',
        form: 'words',
      }
    if (factor === 1.5) return { end, own: [1.5], foreign: [], weight: 'soft', form: 'words' }
    // Half an hour, eine halbe Stunde: only a length of time says what is halved.
    const article = tokens[end]?.key === 'an' ? end + 1 : end
    const unit = unitAt(tokens, article, lexicon)
    if (unit?.unit.kind === 'duration')
      return {
        end: unit.end,
        own: [0.5],
        foreign: [],
        weight: 'soft',
        form: 'words',
        unit: unit.unit,
      }
  }
  return joinedHalf(reading, at)
}

/** hora y media, without a number before it */
function unitAndHalfAt({ tokens, lexicon }: Reading, at: number): Draft | null {
  const unit = lexicon.lang === 'es' ? unitAt(tokens, at, lexicon) : null
  const end = unit?.unit.kind === 'duration' ? phraseAt(tokens, unit.end, lexicon.andHalf) : null
  return unit && end !== null
    ? { end, own: [1.5], foreign: [], weight: 'soft', form: 'words', unit: unit.unit }
    : null
}

/** полмиллиона, zweieinhalb Milliarden */
function joinedHalf(reading: Reading, at: number): Draft | null {
  const { tokens, lexicon } = reading
  const key = tokens[at]?.key ?? ''
  const [, before, behind = ''] = /^(.{3,})einhalb(tausend|hundert|mal|fach\w*)?$/.exec(key) ?? []
  const whole = before === undefined ? null : prefixValue(before, lexicon)
  if (whole !== null) {
    const scale = scaleAt(reading, at + 1, false)
    const factor = lexicon.atoms.get(behind)?.value ?? scale?.value ?? 1
    return {
      end: scale?.end ?? at + 1,
      own: [round((whole + 0.5) * factor)],
      foreign: [],
      weight: factor > 1 ? 'firm' : 'soft',
      form: 'words',
    }
  }
  const prefix = ['полу', 'пол', 'пів', 'demi'].find(
    (half) => key.startsWith(half) && lexicon.atoms.has(key.slice(half.length).replace(/^-/, '')),
  )
  const atom = prefix && lexicon.atoms.get(key.slice(prefix.length).replace(/^-/, ''))
  return atom && atom.kind === 'scale'
    ? { end: at + 1, own: [atom.value / 2], foreign: [], weight: 'firm', form: 'words' }
    : null
}

/** two thirds, tre firedeler, үштен екі */
function namedFractionAt(reading: Reading, at: number): Draft | null {
  const { tokens, lexicon } = reading
  const key = tokens[at]?.key ?? ''
  if (lexicon.table.numbers.denominatorFirst) {
    const below = lexicon.fractions.get(key)
    const above = below && (wordNumberAt(tokens, at + 1, lexicon) ?? oneOf(tokens, at + 1))
    if (!below || !above || above.value >= below || above.ordinal) return null
    // Eight of ten is said so too.
    return {
      end: above.end,
      own: [above.value / below, above.value],
      foreign: [],
      weight: 'soft',
      form: 'words',
    }
  }
  const above = lexicon.atoms.get(key)
  if (!above || above.kind !== 'small' || above.value >= 10 || above.ordinal) return null
  const next = isDash(tokens[at + 1]) && tokens[at + 1]?.gap === '' ? at + 2 : at + 1
  const below = lexicon.fractions.get(tokens[next]?.key ?? '')
  if (below === undefined || below <= above.value || (below === 2 && above.value === 1)) return null
  const isOrdinal = lexicon.atoms.get(tokens[next]?.key ?? '')?.ordinal ?? false
  if (above.value === 1 && isOrdinal) return null
  const part = /^partes?$/.test(tokens[next + 1]?.key ?? '') ? 1 : 0
  const end = next + 1 + part
  return { end, own: [above.value / below], foreign: [], weight: 'soft', form: 'words' }
}

/** үштен бірін: as a pronoun, бірін is no number elsewhere. */
function oneOf(
  tokens: readonly Token[],
  at: number,
): Pick<WordNumber, 'value' | 'ordinal' | 'end'> | null {
  return tokens[at]?.key.startsWith('бірі') ? { value: 1, ordinal: false, end: at + 1 } : null
}

/** A third of them: треть, Drittel, quarter, which is also of a year. */
function fractionNounAt({ tokens, lexicon }: Reading, at: number): Draft | null {
  const key = tokens[at]?.key ?? ''
  const below = lexicon.fractions.get(key)
  if (below === undefined || below === 2 || lexicon.table.numbers.denominatorFirst) return null
  return { end: at + 1, own: [1 / below], foreign: [], weight: 'soft', form: 'words' }
}

function plainWordsAt(reading: Reading, at: number): Draft | null {
  const { tokens, lexicon } = reading
  const number = wordNumberAt(tokens, at, lexicon)
  if (!number) return null
  if (tokens[at]?.text === 'I') return null
  const { value, ordinal, end, bare } = number
  // pour cent, por ciento without digits before
  if (bare && value === 100 && /^(pour|por)$/.test(tokens[at - 1]?.key ?? '')) return null
  const abbreviated = bare || ordinal ? null : scaleAt(reading, end, false)
  if (abbreviated) {
    const { value: scale, end: behind } = abbreviated
    return { end: behind, own: [round(value * scale)], foreign: [], weight: 'firm', form: 'words' }
  }
  const half = phraseAt(tokens, end, lexicon.andHalf)
  const weight = weightOf(value, ordinal, bare)
  if (half !== null && !ordinal) {
    const scale = scaleAt(reading, half, false)
    // A million and a half is half a million more; two and a half is half a one more.
    const factor = value + number.scale / 2
    return {
      end: scale?.end ?? half,
      own: [round(factor * (scale?.value ?? 1))],
      foreign: [],
      weight: scale || number.scale > 1 ? 'firm' : 'soft',
      form: 'words',
    }
  }
  const below = ordinal && end === at + 1 ? lexicon.fractions.get(tokens[at]?.key ?? '') : undefined
  const isPart = below !== undefined && lexicon.article.has(tokens[at - 1]?.key ?? '')
  return {
    end,
    own: below ? [value, 1 / below] : [value],
    foreign: [],
    weight: isDoubtful(reading, at, end) ? 'faint' : weight,
    form: 'words',
    // A third of them is no ordinal; a third meeting isn't told apart from it.
    ordinal: ordinal && !isPart,
  }
}

/** andre, annet: mostly other, and second only behind an article. */
function isDoubtful({ tokens, lexicon }: Reading, at: number, end: number): boolean {
  if (lexicon.lang === 'ar') return true
  return (
    end === at + 1 &&
    lexicon.doubtful.has(tokens[at]?.key ?? '') &&
    !lexicon.calendar.the.has(tokens[at - 1]?.key ?? '') &&
    ![0, 1, 2].some((offset) => lexicon.times.has(tokens[end + offset]?.key ?? ''))
  )
}

function weightOf(value: number, ordinal: boolean, bare: boolean): Weight {
  // One or two dozen is said of about as many.
  if (!ordinal && (value === 24 || value === 36)) return 'soft'
  if (value === 1 && !ordinal) return 'faint'
  return bare || value <= smallest ? 'soft' : 'firm'
}

/** двухдневный, achtzehnjährig, tredagers: the number and what it counts in one word. */
function compoundAt({ tokens, lexicon }: Reading, at: number): Draft | null {
  const key = tokens[at]?.key ?? ''
  // tiår is a decade before it is ten years.
  if (!lexicon.beginnings.has(key.slice(0, 2)) || lexicon.faint.has(key)) return null
  for (let length = key.length - shortestCompound; length >= 2; length--) {
    const code = lexicon.compound.get(key.slice(length))
    const value = code && prefixValue(key.slice(0, length), lexicon)
    if (!code || !value) continue
    const unit: Unit = { kind: code === 'kilometre' ? 'measure' : 'duration', codes: [code] }
    const weight = value <= smallest ? 'soft' : 'firm'
    return { end: at + 1, own: [value], foreign: [], weight, form: 'words', unit }
  }
  return aboutAt(key, at, lexicon)
}

const shortestCompound = 2

/** ett sjuttiotal: about seventy */
function aboutAt(key: string, at: number, lexicon: Lexicon): Draft | null {
  const before = /^(.{3,})tall?s?$/.exec(key)?.[1]
  const value = before === undefined ? null : prefixValue(before, lexicon)
  return value === null
    ? null
    : { end: at + 1, own: [value], foreign: [], weight: 'faint', form: 'words' }
}

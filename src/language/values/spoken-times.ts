import {
  addTime,
  afterClock,
  announcement,
  type Clock,
  halfOf,
  hour,
  hourAt,
  turnAfter,
} from './clock.ts'
import { phraseAt } from './phrases.ts'
import { free, isStopAfter, type Reading } from './reading.ts'

/** Times in words: half past ten, halv elleve, um zehn Uhr, без четверти десять. */
export function readSpokenTime(reading: Reading, at: number): void {
  if (readHalf(reading, at) || readQuarter(reading, at)) return
  const { tokens, lexicon } = reading
  const token = tokens[at]
  if (token && lexicon.clock.before.has(token.key)) readHourInWords(reading, at)
  else if (token && lexicon.atoms.has(token.key)) readMarkedHour(reading, at)
}

/** half past ten; halv elleve; половина одиннадцатого; пів на одинадцяту */
function readHalf(reading: Reading, at: number): boolean {
  const { tokens, lexicon } = reading
  const { clock, table } = lexicon
  if (!clock.half.has(tokens[at]?.key ?? '') || lexicon.lang === 'kk') return false
  const joint = phraseAt(tokens, at + 1, clock.past) ?? at + 1
  if (table.clock.halfCounts === 'past' && joint === at + 1) return false
  const whole = hourAt(reading, joint)
  if (!whole || lexicon.atoms.get(tokens[whole.end]?.key ?? '')?.kind === 'scale') return false
  if (table.clock.hoursAreOrdinal && !whole.ordinal) return false
  const minutes = whole.hours * hour + (table.clock.halfCounts === 'to' ? -30 : 30)
  finish(reading, at, whole.end, minutes)
  return true
}

/** quarter past ten; kvart over ti; четверть одиннадцатого; без четверти десять */
function readQuarter(reading: Reading, at: number): boolean {
  const { tokens, lexicon } = reading
  const { clock, table } = lexicon
  const less = phraseAt(tokens, at, clock.quarterTo)
  if (less !== null) {
    const whole = hourAt(reading, less)
    if (whole) finish(reading, at, whole.end, whole.hours * hour - 15)
    return whole !== null
  }
  if (!clock.quarter.has(tokens[at]?.key ?? '')) return false
  const past = phraseAt(tokens, at + 1, clock.past)
  const to = phraseAt(tokens, at + 1, clock.to)
  const isNext = table.clock.hoursAreOrdinal === true
  const whole = hourAt(reading, past ?? to ?? (isNext ? at + 1 : -1))
  if (!whole || (isNext && !whole.ordinal)) return false
  const minutes = isNext ? -45 : past === null ? -15 : 15
  finish(reading, at, whole.end, whole.hours * hour + minutes)
  return true
}

function finish(reading: Reading, at: number, end: number, minutes: number): void {
  const { start } = announcement(reading, at)
  const half = halfOf(reading, start, end)
  addTime(reading, start, half?.end ?? end, { minutes, exact: false, end }, half)
}

/** at ten o'clock, klokken ti, um zehn Uhr, в десять часов, à dix heures et demie, сағат 10 жарым */
function readHourInWords(reading: Reading, at: number): void {
  const { tokens, lexicon } = reading
  const from = isStopAfter(tokens[at + 1]) ? at + 2 : at + 1
  const isWord = free(reading, from)?.kind === 'word'
  const whole = hourAt(reading, from)
  if (!whole) return
  const behind = afterClock(reading, whole.end)
  const turn = turnAfter(reading, behind.end)
  if (!isWord && !turn) return
  const half = halfOf(reading, at, turn?.end ?? behind.end)
  const { beforeIsEnough, hoursAreOrdinal } = lexicon.table.clock
  const isMarked = behind.end > whole.end
  // «до одного дня» is no time, «о десятій ранку» is; «las primeras horas» is none.
  if (isWord && !isMarked && whole.ordinal !== (hoursAreOrdinal ?? false)) return
  if (isWord && isMarked && whole.ordinal && !hoursAreOrdinal) return
  if (!(isMarked || half !== null || beforeIsEnough) || !canFollow(reading, behind.end)) return
  const minutes = whole.hours * hour + (turn?.minutes ?? 0)
  const clock: Clock = { minutes, exact: false, end: turn?.end ?? behind.end }
  addTime(reading, at, half?.end ?? clock.end, clock, half)
}

/** ten o'clock, zehn Uhr */
function readMarkedHour(reading: Reading, at: number): void {
  const whole = hourAt(reading, at)
  if (!whole) return
  const behind = afterClock(reading, whole.end)
  if (!behind.marked) return
  const half = halfOf(reading, at, behind.end)
  const clock: Clock = { minutes: whole.hours * hour, exact: false, end: behind.end }
  addTime(reading, at, half?.end ?? behind.end, clock, half)
}

/** «a las diez» may also be «a las diez empresas»: what follows must be no noun. */
export function canFollow({ tokens, lexicon }: Reading, at: number): boolean {
  const next = tokens[at]
  const { followedBy } = lexicon.clock
  return followedBy.size === 0 || next?.kind !== 'word' || followedBy.has(next.key)
}

import {
  addTime,
  afterClock,
  announcement,
  bareHour,
  type Clock,
  type Half,
  halfOf,
  hour,
  isCounted,
  isTo,
  turnAfter,
  withMinutes,
} from './clock.ts'
import { phraseAt, type Phrases } from './phrases.ts'
import { free, isDash, type Reading, spanOf, take } from './reading.ts'
import { canFollow, readSpokenTime } from './spoken-times.ts'

/** Times of day: 14:30, kl. 14.30, 2.30 p.m., 14 h 30, halv elleve, noon. */
export function readTimes(reading: Reading): void {
  const { clock } = reading.lexicon
  for (let index = 0; index < reading.tokens.length; index++) {
    const token = free(reading, index)
    if (!token || token.kind === 'mark') continue
    if (readNamed(reading, index, clock.noon, 12 * hour)) continue
    if (readNamed(reading, index, clock.midnight, 0)) continue
    if (token.kind === 'digits') readDigits(reading, index)
    else readSpokenTime(reading, index)
  }
}

/** Noon and midnight, which other languages may say in digits. */
function readNamed(reading: Reading, at: number, phrases: Phrases, minutes: number): boolean {
  const end = phraseAt(reading.tokens, at, phrases)
  if (end === null) return false
  take(reading, at, end)
  const span = spanOf(reading, at, end)
  reading.values.push({
    kind: 'time',
    weight: 'soft',
    ...span,
    minutes: [minutes],
    zone: null,
    alien: false,
  })
  return true
}

function readDigits(reading: Reading, at: number): void {
  const { tokens, lexicon } = reading
  if (tokens[at]?.gap === '' && tokens[at - 1]?.kind === 'word') return
  const clock = withMinutes(reading, at) ?? bareHour(reading, at)
  if (!clock) return
  const { start, announced } = announcement(reading, at)
  const behind = afterClock(reading, clock.end)
  const more = behind.marked
    ? (minutesBehind(reading, behind.end) ?? turnAfter(reading, behind.end))
    : null
  if (more) {
    const minutes = clock.minutes + more.minutes
    const half = halfOf(reading, start, more.end)
    addTime(
      reading,
      start,
      half?.end ?? more.end,
      { minutes, exact: more.exact, end: more.end },
      half,
    )
    return
  }
  const half = halfOf(reading, start, behind.end)
  const isEvident =
    clock.evident ||
    behind.marked ||
    half !== null ||
    (announced &&
      (lexicon.table.clock.beforeIsEnough || clock.end > at + 1) &&
      canFollow(reading, behind.end) &&
      (behind.end > clock.end || !isCounted(reading, clock.end)))
  if (!isEvident) return
  const turn = announced ? turnAfter(reading, behind.end) : null
  if (turn) return
  addTime(reading, start, half?.end ?? behind.end, clock, half)
  readRangeAfter(reading, half?.end ?? behind.end, half)
  if (half || behind.marked) readRangeBefore(reading, at, half)
  else if (clock.evident) readRangeBefore(reading, at, null, true)
}

/** `14 часов 30 минут`: minutes as a number of their own behind the hours. */
function minutesBehind(
  { tokens, lexicon }: Reading,
  at: number,
): { minutes: number; exact: boolean; end: number } | null {
  const [digits, unit] = [tokens[at], tokens[at + 1]]
  if (digits?.kind !== 'digits' || lexicon.units.get(unit?.key ?? '') !== 'minute') return null
  const minutes = Number(digits.key)
  return minutes < hour ? { minutes, exact: true, end: at + 2 } : null
}

/** The second of two times: kl. 9–17, 10.00 til 12.00. */
function readRangeAfter(reading: Reading, from: number, half: Half | null): void {
  if (!isTo(reading, from)) return
  const at = announcement(reading, from + 2).announced ? from + 2 : from + 1
  if (free(reading, at)?.kind !== 'digits') return
  const clock =
    withMinutes(reading, at) ?? (isDash(reading.tokens[from]) ? bareHour(reading, at) : null)
  if (!clock) return
  const behind = afterClock(reading, clock.end)
  const own = halfOf(reading, at, behind.end)
  if (!own && clock.end === at + 1 && isCounted(reading, behind.end)) return
  addTime(reading, at, own?.end ?? behind.end, clock, own ?? (half?.pm ? half : null))
}

/**
 * The first of two: 2–4 p.m., von 9 bis 17 Uhr, de 9 h à 17 h. `at`: index of the second's digits. `marked`: only if it
 * has an `h` of its own.
 */
function readRangeBefore(reading: Reading, at: number, half: Half | null, marked = false): void {
  const joint = isTo(reading, at - 1) || isTaken(reading, at - 1) ? at - 1 : at - 2
  const { lexicon, tokens } = reading
  const isJoint = isDash(tokens[joint]) || lexicon.calendar.to.has(tokens[joint]?.key ?? '')
  if (!isJoint) return
  for (let start = joint - 1; start >= joint - 4; start--) {
    if (free(reading, start)?.kind !== 'digits' || isMinutes(reading, start)) continue
    const clock = withMinutes(reading, start) ?? bareHour(reading, start)
    if (!clock || afterClock(reading, clock.end).end !== joint) continue
    if (marked && clock.end === joint) return
    addTime(reading, announcement(reading, start).start, joint, clock, earlierHalf(clock, half))
    return
  }
}

/** The 30 of 9.30. */
function isMinutes({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.gap === '' && /^[.:]$/.test(tokens[at - 1]?.text ?? '')
}

/** `à` of «de 9 h à 17 h» belongs to the second time already. */
function isTaken(reading: Reading, index: number): boolean {
  return (
    reading.taken[index] === true &&
    reading.lexicon.calendar.to.has(reading.tokens[index]?.key ?? '')
  )
}

function earlierHalf(clock: Clock, half: Half | null): Half | null {
  return half && clock.minutes <= 12 * hour ? { ...half, end: clock.end } : null
}

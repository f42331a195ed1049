/** Wall-clock times are written as `<input type="datetime-local">` gives them: `YYYY-MM-DDTHH:MM`. */

/** One for each time zone: making one takes far longer than reading it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

const clockIn = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })

/** What a clock in a time zone shows at a moment (ISO 8601). */
export function wallTimeOf(moment: string, timeZone: string): string {
  const clock = clocks.get(timeZone) ?? clockIn(timeZone)
  clocks.set(timeZone, clock)
  const parts = clock.formatToParts(new Date(moment))
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The moments (ISO 8601, UTC) at which a clock in a time zone shows a wall-clock time, in their order: two of an hour that
 * comes twice; none of a time that the clocks skip, or that can't be read.
 */
export function momentsOf(wallTime: string, timeZone: string): string[] {
  const asUtc = Date.parse(`${wallTime}Z`)
  if (Number.isNaN(asUtc)) return []
  const hour = 3_600_000
  // The offset changes at most once within a day, so it is one of those on either side.
  const offsets = [asUtc - 24 * hour, asUtc + 24 * hour].map(
    (near) => Date.parse(`${wallTimeOf(new Date(near).toISOString(), timeZone)}Z`) - near,
  )
  const moments = offsets
    .map((offset) => new Date(asUtc - offset).toISOString())
    .filter((moment) => wallTimeOf(moment, timeZone) === wallTime)
  return [...new Set(moments)].sort()
}

/** The first of them, or null. */
export function momentOf(wallTime: string, timeZone: string): string | null {
  return momentsOf(wallTime, timeZone)[0] ?? null
}

const choice = /^(.*)#([12])$/

/** A wall-clock time with which of its two moments is meant: `2026-10-25T02:30#2`. */
export const withChoice = (wallTime: string, which: 1 | 2): string => `${wallTime}#${which}`
export const withoutChoice = (value: string): string => choice.exec(value)?.[1] ?? value

/** The moment that somebody has chosen; `twice`: they haven't said which of two. */
export function chosenMoment(value: string, timeZone: string): string | null {
  const moments = momentsOf(withoutChoice(value), timeZone)
  if (moments.length < 2) return moments[0] ?? null
  const which = choice.exec(value)?.[2]
  return which === undefined ? 'twice' : (moments[Number(which) - 1] ?? null)
}

/** The day that a picker of days has stored, as `YYYY-MM-DD`. */
export function dayOf(stored: string | null): string | null {
  return stored?.slice(0, 10) ?? null
}

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
 * The moment (ISO 8601, UTC) at which a clock in a time zone shows a wall-clock time. Of an hour that comes twice, the
 * first; null for a time that the clocks skip, or that can't be read.
 */
export function momentOf(wallTime: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${wallTime}Z`)
  if (Number.isNaN(asUtc)) return null
  const hour = 3_600_000
  // The offset changes at most once within a day, so it is one of those on either side.
  const offsets = [asUtc - 24 * hour, asUtc + 24 * hour].map(
    (near) => Date.parse(`${wallTimeOf(new Date(near).toISOString(), timeZone)}Z`) - near,
  )
  const moments = offsets
    .map((offset) => new Date(asUtc - offset).toISOString())
    .filter((moment) => wallTimeOf(moment, timeZone) === wallTime)
    .sort()
  return moments[0] ?? null
}

/** The day that a picker of days has stored, as `YYYY-MM-DD`. */
export function dayOf(stored: string | null): string | null {
  return stored?.slice(0, 10) ?? null
}

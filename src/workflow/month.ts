import { momentOf, wallTimeOf } from './zoned-time.ts'

/** Months as a calendar shows them, in a time zone. Days are `YYYY-MM-DD`, months `YYYY-MM`; nothing here reads a clock. */

/** The month that is asked for, or the one of `now` in the zone when none is, or none that exists. */
export function monthOf(asked: unknown, now: string, timeZone: string): string {
  return typeof asked === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked)
    ? asked
    : dayIn(now, timeZone).slice(0, 7)
}

/** The month so many months after another one. */
export function monthAfter(month: string, steps: number): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + steps)
  return date.toISOString().slice(0, 7)
}

/** The day that a calendar shows at a moment (ISO 8601). */
export function dayIn(moment: string, timeZone: string): string {
  return wallTimeOf(moment, timeZone).slice(0, 10)
}

/** The first moment of a day. Where the clocks go forward at midnight, a day begins later. */
export function beginningOf(day: string, timeZone: string): string {
  for (let hour = 0; hour < 4; hour++) {
    const moment = momentOf(`${day}T${String(hour).padStart(2, '0')}:00`, timeZone)
    if (moment) return moment
  }
  // A day that a zone skipped altogether.
  return `${day}T00:00:00.000Z`
}

/** From its first moment to the first one after it. ISO 8601, UTC. */
export function boundsOf(month: string, timeZone: string): { from: string; until: string } {
  return {
    from: beginningOf(`${month}-01`, timeZone),
    until: beginningOf(`${monthAfter(month, 1)}-01`, timeZone),
  }
}

/** The weeks of a month, Monday first; null where the days belong to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const cells: (string | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from(
      { length: count },
      (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
    ),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

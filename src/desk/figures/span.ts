import { beginningOf } from '../../workflow/month.ts'

/** Days of a report at the most. */
export const mostDays = 366

/** So many days before a day (`YYYY-MM-DD`). */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

/** From the first moment of a day to the first one after another (`YYYY-MM-DD`, in a time zone). ISO 8601, UTC. */
export function boundsOfDays(
  since: string,
  until: string,
  timeZone: string,
): { from: string; until: string } {
  return {
    from: beginningOf(since, timeZone),
    until: beginningOf(daysBefore(until, -1), timeZone),
  }
}

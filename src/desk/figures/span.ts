/** Days of a report at the most. */
export const mostDays = 366

/** So many days before a day (`YYYY-MM-DD`). */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

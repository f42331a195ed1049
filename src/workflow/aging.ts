import type { ReleaseKind } from './states.ts'

/**
 * Live texts that age. Days are `YYYY-MM-DD`, as a calendar at the post shows them: whoever asks says which day it is
 * there now.
 */

/** What a release says of its own age, and what counts of its live edition. Moments: ISO 8601, UTC. */
export interface Aging {
  /** Whether texts of this kind have to be looked at again. */
  needed: boolean
  /** Of the text on the desk, to count once it is published. */
  reviewBy: string | null
  endsAt: string | null
  /** Of what the public reads now. */
  live: { reviewBy: string | null; endsAt: string | null }
}

/** Kinds that tell people what to do: where the facts change and the text doesn't, somebody is led astray. */
const agingKinds: readonly ReleaseKind[] = ['advisory', 'consular-notice']

export function needsReview(kind: ReleaseKind): boolean {
  return agingKinds.includes(kind)
}

const day = 86_400_000
const atNoon = (of: string): number => Date.parse(`${of}T12:00:00Z`)

/** So many days later, or earlier where it is negative. */
export function daysAfter(of: string, days: number): string {
  return new Date(atNoon(of) + days * day).toISOString().slice(0, 10)
}

/** Later than this nobody promises to look again. Days. */
const furthest = 366

/** From tomorrow on, and within a year. */
export function isReviewDay(of: string, today: string): boolean {
  return of > today && of <= daysAfter(today, furthest)
}

/** What is proposed to whoever says that a text is still right: the same weekday, a quarter of a year on. */
export function proposedReview(today: string): string {
  return daysAfter(today, 13 * 7)
}

/** The day itself is still in time. */
export function isOverdue(reviewBy: string, today: string): boolean {
  return today > reviewBy
}

export const reminderKinds = ['review-soon', 'review-today', 'review-overdue'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export interface Reminder {
  what: ReminderKind
  day: string
}

const week = 7
/** Whole weeks from the review-by day on; the reminders are those from -1 on. */
const weeksAfter = (reviewBy: string, today: string): number =>
  Math.floor(Math.round((atNoon(today) - atNoon(reviewBy)) / day) / week)

/** The reminder that is due, be it since some days; null before the first. Of several that were missed, the last one. */
export function reminderOn(reviewBy: string, today: string): Reminder | null {
  const weeks = weeksAfter(reviewBy, today)
  if (weeks < -1) return null
  const what = weeks < 0 ? 'review-soon' : weeks > 0 ? 'review-overdue' : 'review-today'
  return { what, day: daysAfter(reviewBy, weeks * week) }
}

/** The day of the first reminder after today: a week before, on the day, and every week from then on. */
export function nextReminder(reviewBy: string, today: string): string {
  return daysAfter(reviewBy, Math.max(weeksAfter(reviewBy, today) + 1, -1) * week)
}

/** Requirements run over every live text once in so many days, and over what fails them every day. */
export const recheckEvery = week
export const recheckFailing = 1

import { daysAfter, nextReminder, recheckEvery } from '../workflow/aging.ts'
import type { ActionInput, Subject } from '../workflow/situation.ts'
import type { Action } from '../workflow/states.ts'
import type { Facts } from './situation.ts'
import { dayIn } from '../workflow/month.ts'
import { momentOf } from '../workflow/zoned-time.ts'

/** What the workflow keeps of a live text's age, in columns of its own beside the text (decision 025). */

/** Reminders come at this time of the post, before the day's work. */
const reminderTime = '07:00'

/** As pickers of days store a day. */
export const storedDay = (day: string): string => `${day}T12:00:00.000Z`

/** The moment (ISO 8601, UTC) of the next reminder after `now`. */
export function remindAt(reviewBy: string, now: string, zone: string): string {
  const day = nextReminder(reviewBy, dayIn(now, zone))
  return momentOf(`${day}T${reminderTime}`, zone) ?? `${day}T${reminderTime}:00.000Z`
}

/** When the requirements run again over what was right at `now` (ISO 8601, UTC). */
export function recheckAt(now: string, days = recheckEvery): string {
  return `${daysAfter(now.slice(0, 10), days)}${now.slice(10)}`
}

interface Act {
  action: Action
  input: ActionInput
  now: string
}

/** The columns that an act leaves for a text that is live after it. */
export function agingMarks({ action, input, now }: Act, facts: Facts): Record<string, unknown> {
  const { doc, subject, zone } = facts
  const becomesLive = ['publish', 'emergency-publish', 'reinstate'].includes(action)
  if (doc.type === 'translation') return becomesLive ? { recheckAt: recheckAt(now) } : {}
  const { aging } = subject
  if (doc.type !== 'release' || !aging) return {}
  const until = (reviewBy: string | null) => ({
    liveReviewBy: reviewBy && storedDay(reviewBy),
    remindAt: reviewBy && remindAt(reviewBy, now, zone),
  })
  switch (action) {
    case 'publish':
    case 'emergency-publish':
      return {
        ...until(aging.reviewBy),
        liveEndsAt: aging.endsAt,
        recheckAt: recheckAt(now),
      }
    case 'reinstate':
      return {
        ...until(aging.live.reviewBy),
        // What has ended by itself doesn't end again at once.
        ...(isPast(aging.live.endsAt, now) ? { liveEndsAt: null } : {}),
        recheckAt: recheckAt(now),
      }
    case 'still-right':
      return {
        ...until(input.reviewBy ?? null),
        ...staysInForm(subject, input),
        // Somebody has just looked: what failed for want of a date is right now.
        recheckAt: now,
      }
    default:
      return {}
  }
}

const isPast = (moment: string | null, now: string): boolean =>
  moment !== null && Date.parse(moment) <= Date.parse(now)

/** Whoever revises the text next starts from this day. A draft that is under way keeps the day that its author gave it. */
function staysInForm({ state }: Subject, { reviewBy }: ActionInput): Record<string, unknown> {
  return state === 'published' && reviewBy ? { reviewBy: storedDay(reviewBy) } : {}
}

import type { Payload } from 'payload'
import { type Reminder, reminderOn } from '../workflow/aging.ts'
import { remindAt, storedDay } from './aging.ts'
import { theClock } from './clock-person.ts'
import { loadDoc, type ReleaseDoc } from './documents.ts'
import { attendAll, textsWhere } from './due.ts'
import { missionOf } from './mission-facts.ts'
import { oweTold } from './outbox/owe.ts'
import { lastEvent } from './timeline.ts'
import { dayIn } from '../workflow/month.ts'
import { dayOf } from '../workflow/zoned-time.ts'

/**
 * Reminds whoever is responsible for a live release of the day by which it is to be looked at again. `now`: the desk's
 * time. The mails come first, under a key of their own, and then the row is set to the next reminder: whoever dies in
 * between, or looks at the same moment, owes the same mails once. Of several that were missed only the last is sent.
 * Returns how many releases people were reminded of.
 */
export async function remindDue(payload: Payload, now: Date): Promise<number> {
  const due = await textsWhere(
    payload,
    'release',
    { standing: { equals: 'live' }, remindAt: { less_than_equal: now.toISOString() } },
    'remindAt',
  )
  if (due.length === 0) return 0
  const { zones } = await missionOf(payload)
  let reminded = 0
  await attendAll(due, async (id) => {
    try {
      if (await remind(payload, id, now, zones.post)) reminded++
    } catch (error) {
      payload.logger.error({ err: error, msg: `Nobody could be reminded of the release ${id}.` })
    }
  })
  return reminded
}

async function remind(payload: Payload, id: string, now: Date, zone: string): Promise<boolean> {
  const doc = await loadDoc(payload, 'release', id)
  if (doc?.type !== 'release' || doc.standing !== 'live') return false
  const reviewBy = dayOf(doc.liveReviewBy)
  if (!reviewBy || !doc.remindAt || Date.parse(doc.remindAt) > now.getTime()) return false
  const moment = now.toISOString()
  const reminder = reminderOn(reviewBy, dayIn(moment, zone))
  if (reminder) await owe(payload, doc, reviewBy, reminder, moment)
  await payload.db.updateOne({
    collection: 'releases',
    where: { id: { equals: id }, remindAt: { equals: doc.remindAt } },
    data: { remindAt: remindAt(reviewBy, moment, zone) },
    options: { atomic: true },
  })
  return reminder !== null
}

async function owe(
  payload: Payload,
  doc: { type: 'release' } & ReleaseDoc,
  reviewBy: string,
  { what, day }: Reminder,
  now: string,
): Promise<void> {
  const looked = await lastEvent(payload, doc.id, 'still-right')
  await oweTold(payload, doc, what, {
    key: `review:${doc.id}:${doc.edition}:${reviewBy}:${day}`,
    subject: doc.id,
    of: 'release',
    actor: theClock.id,
    actorName: theClock.name,
    at: now,
    // Its words name the day and no time.
    about: storedDay(reviewBy),
    note: '',
    answeredBy: [doc.approvedBy, looked?.actor ?? null],
  })
}

import type { Payload } from 'payload'
import { z } from 'zod'
import { dueOf, mailChoices, receiversOf, type Told, toldEvents } from '../../workflow/mails.ts'
import { roles } from '../../workflow/states.ts'
import { list, text } from '../columns.ts'
import type { DeskDoc } from '../documents.ts'
import { missionOf } from '../mission-facts.ts'
import { knowing } from '../restrictions.ts'
import { actOf, type EventDraft } from '../timeline.ts'
import { momentOf, wallTimeOf } from '../zoned-time.ts'
import { oweMail } from './rows.ts'

const person = z.object({
  id: z.string(),
  name: text,
  roles: list(z.enum(roles)),
  reviews: list(z.string()),
  mailed: z
    .enum(mailChoices)
    .nullish()
    .transform((value) => value ?? 'at-once'),
})

/** Events whose reason stands in the mail. */
const saysWhy: readonly string[] = ['return', 'miss', 'emergency-publish', 'lift']

/** Summaries come at this time of the post, before the day's work. */
const summaryAt = '07:00'

/**
 * Writes down every mail that an act owes. Part of completing the act, so that what was acknowledged is told whoever
 * completes it; done twice it owes nothing more. Who may not know of the text is told nothing.
 */
export async function oweMails(
  payload: Payload,
  doc: DeskDoc,
  event: EventDraft,
  more: Pick<Told, 'noteBy' | 'named'> = {},
): Promise<void> {
  const what = toldEvents.find((one) => one === event.what)
  if (!what) return
  const { docs } = await payload.db.find({
    collection: 'users',
    limit: 0,
    pagination: false,
    select: { name: true, roles: true, reviews: true, mailed: true },
  })
  const people = z.array(person).parse(docs)
  const language = doc.type === 'release' || doc.type === 'translation' ? doc.language : ''
  const told = {
    what,
    actor: event.actor,
    type: doc.type,
    language,
    heldBy: doc.heldBy,
    submittedBy: doc.submittedBy,
    authors: doc.authors,
    ...more,
  }
  const receivers = await knowing(payload, doc, receiversOf(told, people))
  const due = receivers.flatMap((receiver) => {
    const when = dueOf(what, receiver.mailed)
    return when === 'never' ? [] : [{ receiver, summary: when === 'summary' }]
  })
  const { zones } = await missionOf(payload)
  for (const { receiver, summary } of due)
    await oweMail(payload, {
      key: `${actOf(event.subject, event.revision, event.step)}:${receiver.id}`,
      what,
      family: event.family,
      receiver: receiver.id,
      receiverName: people.find(({ id }) => id === receiver.id)?.name ?? '',
      dueAt: summary ? nextSummary(event.at, zones.post) : event.at,
      facts: {
        kind: 'told',
        what,
        subject: event.subject,
        of: event.of,
        headline: nameOf(doc),
        language,
        actor: event.actor,
        actorName: event.actorName,
        at: event.at,
        note: saysWhy.includes(what) ? event.note : '',
        summary,
      },
    })
}

function nameOf(doc: DeskDoc): string {
  if (doc.type === 'release' || doc.type === 'translation') return doc.headline
  return doc.type === 'contact' ? doc.name : doc.filename
}

/** The next time of summaries after a moment (ISO 8601), in the time zone of the post. */
export function nextSummary(after: string, timeZone: string): string {
  for (let days = 0; days < 3; days++) {
    const near = new Date(Date.parse(after) + days * 86_400_000).toISOString()
    const day = wallTimeOf(near, timeZone).slice(0, 10)
    const moment = momentOf(`${day}T${summaryAt}`, timeZone)
    if (moment !== null && moment > after) return moment
  }
  return after
}

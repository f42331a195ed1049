import type { Payload } from 'payload'
import { z } from 'zod'
import {
  dueOf,
  mailChoices,
  receiversOf,
  type Told,
  type ToldEvent,
  toldEvents,
} from '../../workflow/mails.ts'
import { roles } from '../../workflow/states.ts'
import { isOpenAccount } from '../accounts/credentials.ts'
import { theClock } from '../clock-person.ts'
import { list, text } from '../columns.ts'
import { type DeskDoc, familyOf } from '../documents.ts'
import { missionOf } from '../mission-facts.ts'
import { knowing } from '../restrictions.ts'
import { actOf, type EventDraft } from '../timeline.ts'
import { momentOf, wallTimeOf } from '../../workflow/zoned-time.ts'
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
  const what = toldBy(event)
  if (!what) return
  await oweTold(payload, doc, what, {
    ...event,
    key: actOf(event.subject, event.revision, event.step),
    note: said.includes(what) ? event.note : '',
    ...more,
    answeredBy: what === 'end' ? [doc.approvedBy] : [],
  })
}

/** What is told with the words of the act. */
const said: readonly ToldEvent[] = ['return', 'miss', 'emergency-publish', 'end', 'lift']

/** Nobody needs to be told of what people take back, but nobody was there when it ended by itself. */
function toldBy({ what, actor }: EventDraft): ToldEvent | undefined {
  if (what === 'withdraw' && actor === theClock.id) return 'end'
  return toldEvents.find((one) => one === what)
}

/** What a mail tells, beside the text itself. */
interface Telling
  extends Pick<EventDraft, 'subject' | 'of' | 'actor' | 'actorName' | 'at' | 'note'> {
  /** Of what is told: no mail about it twice to anybody. */
  key: string
  /** The moment (ISO 8601, UTC) that the words name, where it isn't that of the act. */
  about?: string
  noteBy?: string | null
  named?: readonly string[]
  answeredBy?: readonly (string | null)[]
}

/** Writes down the mails about one thing that somebody is told of, each once. */
export async function oweTold(
  payload: Payload,
  doc: DeskDoc,
  what: ToldEvent,
  { key, subject, of, actor, actorName, at, about, note, noteBy, named, answeredBy }: Telling,
): Promise<void> {
  const { docs } = await payload.db.find({
    collection: 'users',
    limit: 0,
    pagination: false,
    select: { name: true, roles: true, reviews: true, mailed: true },
  })
  const everybody = z.array(person).parse(docs)
  // Who answered for a text that has been live for long may have left since: then others are told.
  const people = answeredBy?.length ? await stillHere(payload, everybody) : everybody
  const language = doc.type === 'release' || doc.type === 'translation' ? doc.language : ''
  const told = {
    what,
    actor,
    type: doc.type,
    language,
    heldBy: doc.heldBy,
    submittedBy: doc.submittedBy,
    authors: doc.authors,
    noteBy: noteBy ?? null,
    answeredBy: answeredBy ?? [],
    named: named ?? [],
  }
  const receivers = await knowing(payload, doc, receiversOf(told, people))
  const due = receivers.flatMap((receiver) => {
    const when = dueOf(what, receiver.mailed)
    return when === 'never' ? [] : [{ receiver, summary: when === 'summary' }]
  })
  const { zones } = await missionOf(payload)
  for (const { receiver, summary } of due)
    await oweMail(payload, {
      key: `${key}:${receiver.id}`,
      what,
      family: familyOf(doc),
      receiver: receiver.id,
      receiverName: people.find(({ id }) => id === receiver.id)?.name ?? '',
      dueAt: summary ? nextSummary(at, zones.post) : at,
      facts: {
        kind: 'told',
        what,
        subject,
        of,
        headline: nameOf(doc),
        language,
        actor,
        actorName,
        at: about ?? at,
        note,
        summary,
      },
    })
}

async function stillHere<One extends { id: string }>(
  payload: Payload,
  people: readonly One[],
): Promise<One[]> {
  const open = await Promise.all(people.map(({ id }) => isOpenAccount(payload, id)))
  return people.filter((_, index) => open[index])
}

function nameOf(doc: DeskDoc): string {
  if (doc.type === 'release' || doc.type === 'translation') return doc.headline
  return doc.type === 'contact' || doc.type === 'term' ? doc.name : doc.filename
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

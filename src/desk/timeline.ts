import { type Payload, ValidationError } from 'payload'
import { z } from 'zod'
import { canonicalForm } from '../workflow/content.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import { deskTypes } from '../workflow/states.ts'
import { text } from './columns.ts'

/** What is recorded, before it has its place in the chain. Moments: ISO 8601, UTC. */
export const eventDraft = z.object({
  family: z.string(),
  subject: z.string(),
  of: z.enum(deskTypes),
  what: z.string(),
  actor: z.string(),
  actorName: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.string(),
  note: z.string(),
  /** The subject's revision after the event. */
  revision: z.number(),
  fingerprintBefore: z.string(),
  fingerprintAfter: z.string(),
  edition: z.number(),
  /** Of what leaves the revision as it is: `<id of the note or link>:<n>`, its n-th act. */
  step: z.string().optional(),
})
export type EventDraft = z.infer<typeof eventDraft>

export const eventRow = z.object({
  family: text,
  subject: text,
  of: z.enum(deskTypes),
  what: text,
  actor: text,
  actorName: text,
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
  from: text,
  to: text,
  note: text,
  revision: z.number(),
  fingerprintBefore: text,
  fingerprintAfter: text,
  edition: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  step: text,
  number: z.number(),
  act: text,
  previousHash: text,
  hash: text,
})
export type EventRow = z.infer<typeof eventRow>

/** Every rise of a revision is one act, so is every step beside it, and one act is one event. */
export function actOf(subject: string, revision: number, step = ''): string {
  return step === '' ? `${subject}:${revision}` : `${subject}:note:${step}`
}

/** The hash of an event: SHA-256 over its canonical form, its number and the hash before it. */
export function hashOf(event: EventDraft, number: number, previousHash: string): string {
  // Parsed once more, so that a row's own columns (id, timestamps) are left out.
  const draft = eventDraft.parse(event)
  // Most events have none, and those from before there were any have to keep their hash.
  const step = draft.step || undefined
  return sha256(canonicalForm({ ...draft, step, number, previousHash }))
}

/** What the first event of a family follows. */
export function rootHash(family: string): string {
  return sha256(family)
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof ValidationError
}

/**
 * Appends an event to its family's chain, once for each act however often it is called. Two writers at once can't take
 * the same number: the index (family, number) is unique, and the loser goes on with the next.
 */
export async function append(payload: Payload, event: EventDraft): Promise<void> {
  const act = actOf(event.subject, event.revision, event.step)
  for (let attempt = 0; attempt < 100; attempt++) {
    const known = await payload.db.findOne({
      collection: 'events',
      where: { act: { equals: act } },
    })
    if (known) return
    const { docs } = await payload.db.find({
      collection: 'events',
      where: { family: { equals: event.family } },
      sort: '-number',
      limit: 1,
      pagination: false,
    })
    const last = docs[0] ? eventRow.parse(docs[0]) : null
    const number = (last?.number ?? 0) + 1
    const previousHash = last?.hash ?? rootHash(event.family)
    try {
      await payload.db.create({
        collection: 'events',
        data: { ...event, number, act, previousHash, hash: hashOf(event, number, previousHash) },
      })
      return
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error(`the timeline of ${event.family} could not be written`)
}

/** What raised the revision of a text or item after a revision, oldest first. Notes change nothing that was seen. */
export async function eventsSince(
  payload: Payload,
  subject: string,
  revision: number,
): Promise<EventRow[]> {
  const { docs } = await payload.db.find({
    collection: 'events',
    where: {
      subject: { equals: subject },
      revision: { greater_than: revision },
      step: { exists: false },
    },
    sort: 'revision',
    limit: 50,
    pagination: false,
  })
  return docs.map((row) => eventRow.parse(row))
}

/** Everything that raised the revision of a text or item, oldest first. */
export async function eventsOf(payload: Payload, subject: string): Promise<EventRow[]> {
  const { docs } = await payload.db.find({
    collection: 'events',
    where: { subject: { equals: subject }, step: { exists: false } },
    sort: 'revision',
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => eventRow.parse(row))
}

/** The newest event of one kind of a text or item, or null. */
export async function lastEvent(
  payload: Payload,
  subject: string,
  what: string,
): Promise<EventRow | null> {
  const { docs } = await payload.db.find({
    collection: 'events',
    where: { subject: { equals: subject }, what: { equals: what } },
    sort: '-revision',
    limit: 1,
    pagination: false,
  })
  return docs[0] ? eventRow.parse(docs[0]) : null
}

/** The event of an act, by its key; null when there was none. */
export async function eventOf(payload: Payload, act: string): Promise<EventRow | null> {
  const row = await payload.db.findOne({ collection: 'events', where: { act: { equals: act } } })
  return row ? eventRow.parse(row) : null
}

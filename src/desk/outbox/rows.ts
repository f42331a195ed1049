import type { Payload } from 'payload'
import { z } from 'zod'
import { toldEvents } from '../../workflow/mails.ts'
import { deskTypes } from '../../workflow/states.ts'
import { moment, text } from '../columns.ts'
import { isUniqueViolation } from '../timeline.ts'

/** Mails as they are stored. */

/** `given-up`: tried too often, or refused for good. `dropped`: its receiver isn't to be written to any more. */
export const mailStates = ['waiting', 'sending', 'sent', 'given-up', 'dropped'] as const

/** What a mail is about, as the administrator's list calls it. */
export const owedKinds = [...toldEvents, 'account'] as const

/** A mail about an act; its words are made when it is sent, in the receiver's language. */
const told = z.object({
  kind: z.literal('told'),
  what: z.enum(toldEvents),
  subject: z.string(),
  of: z.enum(deskTypes),
  headline: z.string(),
  /** Of the text; empty for an item. */
  language: z.string(),
  actor: z.string(),
  actorName: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** What the act said: a reason. */
  note: z.string(),
  /** It goes with the others of the day. */
  summary: z.boolean(),
})
export type Told = z.infer<typeof told>

/** A mail whose words are made already. It may hold a secret, so it is emptied as soon as it was sent. */
const ready = z.object({
  kind: z.literal('ready'),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})

const facts = z.discriminatedUnion('kind', [told, ready])
export type MailFacts = z.infer<typeof facts>

const row = z.object({
  id: z.string(),
  key: z.string(),
  receiver: text,
  state: z.enum(mailStates),
  attempts: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  dueAt: moment,
  lease: moment,
  facts: text.transform((value) => (value === '' ? null : facts.parse(JSON.parse(value)))),
})
export type MailRow = z.infer<typeof row>

export const parseMail = (stored: unknown): MailRow => row.parse(stored)

export interface Owed {
  key: string
  what: (typeof owedKinds)[number]
  /** Of what it tells of; left out for a mail about an account. */
  family?: string
  receiver: string
  receiverName: string
  /** ISO 8601, UTC. */
  dueAt: string
  facts: MailFacts
}

/** Writes down that a mail is owed, once for each key however often it is called. */
export async function oweMail(payload: Payload, owed: Owed): Promise<void> {
  try {
    await payload.db.create({
      collection: 'outbox',
      data: { ...owed, state: 'waiting', attempts: 0, facts: JSON.stringify(owed.facts) },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

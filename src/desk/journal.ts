import { z } from 'zod'
import { deskTypes } from '../workflow/states.ts'
import { openItemDraft, settlements } from './open-items.ts'
import { linkPlan } from './links.ts'
import { notePlan } from './notes.ts'
import { restrictionPlan } from './restrictions.ts'
import { eventDraft } from './timeline.ts'

const moment = z.string()

/** A new edition with the entry that shows it, complete before the first write. */
const publication = z.object({
  kind: z.literal('publish'),
  edition: z.object({
    id: z.string(),
    subject: z.string(),
    of: z.enum(deskTypes),
    family: z.string(),
    number: z.number(),
    language: z.string(),
    headline: z.string(),
    fingerprint: z.string(),
    content: z.string(),
    madeFrom: z.string().nullable(),
    change: z.enum(['first', 'minor', 'major']),
    publicNote: z.string(),
    /** Empty, when it was published in an emergency. */
    approvedBy: z.string(),
    approvedAt: moment.nullable(),
    publishedBy: z.string(),
    publishedAt: moment,
  }),
  entry: z.object({
    slug: z.string(),
    kind: z.string(),
    uses: z.array(z.string()),
    topics: z.array(z.string()),
  }),
})

/** A change of standing: of the text itself when `own`, and of the translations named. */
const standing = z.object({
  kind: z.literal('stand'),
  standing: z.enum(['live', 'withdrawn', 'retracted']),
  at: moment,
  explanation: z.string(),
  /** It ended by itself: each text says so in its own language, in place of the explanation. */
  ended: z.boolean().optional(),
  own: z.boolean(),
  translations: z.array(z.string()),
  /** Items that only the retracted texts show: they go too. */
  items: z.array(z.object({ type: z.enum(deskTypes), id: z.string() })),
  actor: z.object({ id: z.string(), name: z.string() }),
})

/**
 * What is under way on a desk document: written with the one conditional write that decides the act, so that whoever
 * comes after a crash can complete it. Every step of completing is harmless when done twice.
 */
export const journal = z.discriminatedUnion('kind', [
  // `settles`, `raises`: the open items that this act settles and raises; of a change of content, once the text is `of` that item.
  z.object({
    kind: z.literal('content'),
    event: eventDraft,
    settles: settlements.optional(),
    of: z.object({ provenanceUri: z.string(), provenanceVersion: z.string() }).optional(),
  }),
  z.object({
    kind: z.literal('act'),
    event: eventDraft,
    settles: settlements.optional(),
    raises: openItemDraft.optional(),
  }),
  z.object({ kind: z.literal('note'), event: eventDraft, plan: notePlan }),
  z.object({ kind: z.literal('link'), event: eventDraft, plan: linkPlan }),
  z.object({ kind: z.literal('restriction'), event: eventDraft, plan: restrictionPlan }),
  z.object({ kind: z.literal('deletion'), event: eventDraft }),
  z.object({
    kind: z.literal('door'),
    event: eventDraft,
    plan: z.discriminatedUnion('kind', [publication, standing]),
    settles: settlements.optional(),
    raises: openItemDraft.optional(),
  }),
  /** A translation of this release is at the door, or (null) being made: nothing else of the family may pass meanwhile. */
  z.object({ kind: z.literal('family'), translation: z.string().nullable() }),
  /** A bundle holds it while it is decided what goes. `claim`: the bundle's own, by its `busySince`. */
  z.object({ kind: z.literal('bundle'), bundle: z.string(), claim: z.string() }),
])

export type Journal = z.infer<typeof journal>
export type Publication = z.infer<typeof publication>
export type ChangeOfStanding = z.infer<typeof standing>

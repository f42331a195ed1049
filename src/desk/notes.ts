import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { type Anchor, passageFields } from '../language/anchors.ts'
import type { TextType } from '../workflow/states.ts'
import { moment, text } from './columns.ts'
import { createOnce, takeStep } from './steps.ts'

/** Notes on texts and the replies to them, as they are stored. */

const anchor = z.object({
  field: z.enum(passageFields),
  at: z.number(),
  segment: z.string(),
  start: z.number(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
}) satisfies z.ZodType<Anchor>

const noteDraft = z.object({
  id: z.string(),
  subject: z.string(),
  of: z.enum(['release', 'translation'] satisfies TextType[]),
  family: z.string(),
  field: z.string(),
  anchor: anchor.nullable(),
  asOf: z.string(),
  words: z.string(),
  mustFix: z.boolean(),
  author: z.string(),
  authorName: z.string(),
  /** ISO 8601, UTC. */
  writtenAt: z.string(),
  revision: z.number(),
})

const replyDraft = z.object({
  id: z.string(),
  note: z.string(),
  subject: z.string(),
  words: z.string(),
  author: z.string(),
  authorName: z.string(),
  writtenAt: z.string(),
  step: z.number(),
})

const resolution = z.object({ by: z.string(), byName: z.string(), at: z.string() })

/** What an act does to notes: complete before the first write, and harmless when done twice. */
export const notePlan = z.discriminatedUnion('do', [
  z.object({ do: z.literal('write'), note: noteDraft }),
  z.object({ do: z.literal('reply'), reply: replyDraft }),
  /** `null`: reopened. */
  z.object({
    do: z.literal('resolve'),
    note: z.string(),
    step: z.number(),
    resolved: resolution.nullable(),
  }),
])
export type NotePlan = z.infer<typeof notePlan>

const noteRow = z
  .object({
    id: z.string(),
    subject: z.string(),
    of: z.enum(['release', 'translation']),
    family: z.string(),
    field: text,
    anchor: text.transform((value) => (value === '' ? null : anchor.parse(JSON.parse(value)))),
    asOf: z.string(),
    words: text,
    mustFix: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
    author: z.string(),
    authorName: text,
    writtenAt: moment,
    revision: z.number(),
    steps: z.number(),
    resolvedBy: text,
    resolvedByName: text,
    resolvedAt: moment,
  })
  .transform(({ resolvedBy, resolvedByName, resolvedAt, writtenAt, ...row }) => ({
    ...row,
    writtenAt: writtenAt ?? '',
    resolved: resolvedAt ? { by: resolvedBy, byName: resolvedByName, at: resolvedAt } : null,
  }))
/** A note. Moments: ISO 8601, UTC. */
export type Note = z.infer<typeof noteRow>

const replyRow = z.object({
  id: z.string(),
  note: z.string(),
  words: text,
  author: z.string(),
  authorName: text,
  writtenAt: moment.transform((value) => value ?? ''),
  step: z.number(),
})
export type Reply = z.infer<typeof replyRow>

async function rowsOf(
  payload: Payload,
  collection: 'notes' | 'replies',
  where: Where,
): Promise<unknown[]> {
  const { docs } = await payload.db.find({ collection, where, limit: 0, pagination: false })
  return docs
}

/** The notes on a text, oldest first. */
export async function notesOn(
  payload: Payload,
  subject: string,
  where: Where = {},
): Promise<Note[]> {
  const rows = await rowsOf(payload, 'notes', { ...where, subject: { equals: subject } })
  return rows
    .map((row) => noteRow.parse(row))
    .sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1))
}

/** What must be mended in a text, and nobody has resolved. */
export function mustFixOn(payload: Payload, subject: string): Promise<Note[]> {
  return notesOn(payload, subject, { mustFix: { equals: true }, resolvedAt: { exists: false } })
}

/** Of a reply: who wrote the note that it answers. */
export async function authorOfNote(payload: Payload, plan: NotePlan): Promise<string | null> {
  if (plan.do !== 'reply') return null
  const [row] = await rowsOf(payload, 'notes', { id: { equals: plan.reply.note } })
  return row ? noteRow.parse(row).author : null
}

/** How many are open on a text. */
export async function openNotesOn(payload: Payload, subject: string): Promise<number> {
  const { totalDocs } = await payload.db.count({
    collection: 'notes',
    where: { subject: { equals: subject }, resolvedAt: { exists: false } },
  })
  return totalDocs
}

/** The replies to all notes on a text, in the order in which they were written. */
export async function repliesOn(payload: Payload, subject: string): Promise<Reply[]> {
  const rows = await rowsOf(payload, 'replies', { subject: { equals: subject } })
  return rows.map((row) => replyRow.parse(row)).sort((one, other) => one.step - other.step)
}

/** Does what an act on notes was decided to do. What is done already stays as it is. */
export async function carryOut(payload: Payload, plan: NotePlan): Promise<void> {
  switch (plan.do) {
    case 'write': {
      const { anchor: place, ...note } = plan.note
      await createOnce(payload, 'notes', {
        ...note,
        anchor: place ? JSON.stringify(place) : null,
        steps: 1,
      })
      return
    }
    case 'reply':
      await createOnce(payload, 'replies', plan.reply)
      await takeStep(payload, 'notes', plan.reply.note, plan.reply.step, {})
      return
    case 'resolve':
      await takeStep(payload, 'notes', plan.note, plan.step, {
        resolvedBy: plan.resolved?.by ?? null,
        resolvedByName: plan.resolved?.byName ?? null,
        resolvedAt: plan.resolved?.at ?? null,
      })
  }
}

/** Of a text that is deleted its notes go too; that they were written stays in the timeline. */
export async function dropNotes(payload: Payload, subject: string): Promise<void> {
  const where = { subject: { equals: subject } }
  await payload.db.deleteMany({ collection: 'replies', where })
  await payload.db.deleteMany({ collection: 'notes', where })
}

import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { type Anchor, anchorTo, type Pointing } from '../language/anchors.ts'
import type { TextContent } from '../workflow/content.ts'
import { refusalsOfReopening, refusalsOfResolving } from '../workflow/notes.ts'
import type { Refusal } from '../workflow/refusals.ts'
import type { Person } from '../workflow/situation.ts'
import { textAsOf } from './as-of.ts'
import { type Aside, actBeside } from './beside.ts'
import { type DeskDoc, familyOf } from './documents.ts'
import { type Note, notesOn, repliesOn } from './notes.ts'
import { shortened } from './places.ts'
import type { Facts } from './situation.ts'
import { actOf, eventOf } from './timeline.ts'

/** Who does what to the notes of which text, and in which language sentences are to come back. */
export interface Noting extends Aside {
  actor: Person
}

export interface NewNote {
  /** Empty: about the text as a whole. */
  field: string
  words: string
  mustFix: boolean
  /** Words of the field; null: the field as a whole. */
  passage: Pointing | null
  /** The revision that the person was looking at, where they say it. */
  revision: number | undefined
}

/**
 * Writes a note. Returns its id; null when there is no such text, or `admits` doesn't let it in. Throws `Refused`.
 * `admits` is asked for as long as somebody else comes in between, so that what it said still holds.
 */
export function writeNote(
  ask: Noting,
  input: NewNote,
  admits: (facts: Facts) => Promise<boolean> = async () => true,
): Promise<string | null> {
  const { payload, type, actor, now } = ask
  return actBeside(ask, async (facts) => {
    const { doc } = facts
    if (!(await admits(facts))) return null
    const pointed = await anchorIn(payload, facts, input)
    if ('code' in pointed) return { kind: 'refused', refusals: [pointed] }
    const { anchor, asOf } = pointed
    const repeated = (await notesOn(payload, doc.id)).findLast(
      (note) =>
        note.author === actor.id &&
        note.steps === 1 &&
        note.field === input.field &&
        note.words === input.words &&
        note.mustFix === input.mustFix &&
        note.asOf === asOf &&
        JSON.stringify(note.anchor) === JSON.stringify(anchor),
    )
    if (repeated) return { kind: 'done', done: repeated.id }
    const id = randomUUID()
    return {
      kind: 'note',
      what: 'note',
      step: `${id}:1`,
      words: input.words,
      done: id,
      plan: {
        do: 'write',
        note: {
          id,
          subject: doc.id,
          of: type,
          family: familyOf(doc),
          field: input.field,
          anchor,
          asOf,
          words: input.words,
          mustFix: input.mustFix,
          author: actor.id,
          authorName: actor.name,
          writtenAt: now.toISOString(),
          revision: doc.revision,
        },
      },
    }
  })
}

/** The passage in the text that the person saw, where that is kept: what was changed since is no reason to refuse. */
async function anchorIn(
  payload: Payload,
  { doc, content, fingerprint }: Facts,
  { passage, revision }: NewNote,
): Promise<{ anchor: Anchor | null; asOf: string } | Refusal> {
  const now = content as { type: 'text' } & TextContent
  if (!passage) return { anchor: null, asOf: fingerprint }
  const seen =
    revision === undefined || revision === doc.revision
      ? null
      : await eventOf(payload, actOf(doc.id, revision))
  const then = seen && (await textAsOf(payload, doc.id, seen.fingerprintAfter))
  const anchor = anchorTo(then ?? now, passage)
  if (typeof anchor !== 'string')
    return { anchor, asOf: then ? seen.fingerprintAfter : fingerprint }
  return { code: `passage-${anchor}`, quote: shortened(passage.quote) }
}

/** Answers a note. Returns the note's id; null when there is no such text or note. */
export function replyTo(ask: Noting, id: string, words: string): Promise<string | null> {
  const { payload, actor, now } = ask
  return actBeside(ask, async ({ doc }) => {
    const note = await noteOn(payload, doc, id)
    if (!note) return null
    const last = (await repliesOn(payload, doc.id)).findLast((reply) => reply.note === id)
    if (last?.author === actor.id && last.words === words && last.step === note.steps)
      return { kind: 'done', done: id }
    const step = note.steps + 1
    return {
      kind: 'note',
      what: 'reply',
      step: `${id}:${step}`,
      words,
      done: id,
      plan: {
        do: 'reply',
        reply: {
          id: randomUUID(),
          note: id,
          subject: doc.id,
          words,
          author: actor.id,
          authorName: actor.name,
          writtenAt: now.toISOString(),
          step,
        },
      },
    }
  })
}

/** Resolves a note, or reopens it. Returns its id; null when there is no such text or note. Throws `Refused`. */
export function settleNote(
  ask: Noting,
  id: string,
  how: 'resolve' | 'reopen',
): Promise<string | null> {
  const { payload, actor, now } = ask
  return actBeside(ask, async ({ doc, subject }) => {
    const note = await noteOn(payload, doc, id)
    if (!note) return null
    if (how === 'resolve' && note.resolved?.by === actor.id) return { kind: 'done', done: id }
    if (how === 'reopen' && (await isOwnReopening(payload, doc, note, actor)))
      return { kind: 'done', done: id }
    const refusals =
      how === 'resolve' ? refusalsOfResolving(actor, subject, note) : refusalsOfReopening(note)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    const step = note.steps + 1
    return {
      kind: 'note',
      what: `${how}-note`,
      step: `${id}:${step}`,
      words: '',
      done: id,
      plan: {
        do: 'resolve',
        note: id,
        step,
        resolved:
          how === 'resolve' ? { by: actor.id, byName: actor.name, at: now.toISOString() } : null,
      },
    }
  })
}

/** Somebody sends it again because its answer was lost. */
async function isOwnReopening(
  payload: Payload,
  doc: DeskDoc,
  note: Note,
  actor: Person,
): Promise<boolean> {
  const last = await eventOf(payload, actOf(doc.id, doc.revision, `${note.id}:${note.steps}`))
  return last?.what === 'reopen-note' && last.actor === actor.id
}

async function noteOn(payload: Payload, doc: DeskDoc, id: string): Promise<Note | null> {
  const [note] = await notesOn(payload, doc.id, { id: { equals: id } })
  return note ?? null
}

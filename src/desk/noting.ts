import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { type Anchor, anchorTo, type Pointing } from '../language/anchors.ts'
import type { TextContent } from '../workflow/content.ts'
import { refusalsOfReopening, refusalsOfResolving } from '../workflow/notes.ts'
import type { Refusal } from '../workflow/refusals.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import type { TextType } from '../workflow/states.ts'
import { dropTexts, keepText, textAsOf } from './as-of.ts'
import { asRead, claimTime } from './claims.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc } from './documents.ts'
import { finish, settled } from './finish.ts'
import type { Journal } from './journal.ts'
import { type Note, type NotePlan, notesOn, repliesOn } from './notes.ts'
import { shortened } from './places.ts'
import { Refused } from './refused.ts'
import { type Facts, factsOf } from './situation.ts'
import { refuseWithoutRoom } from './storage.ts'
import { actOf, eventOf } from './timeline.ts'

/** Who does what to the notes of which text, and in which language sentences are to come back. */
export interface Noting {
  payload: Payload
  type: TextType
  /** Of the text. */
  id: string
  actor: Person
  now: Date
  language: string
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

/** What is to be done, once the text was read; `done`: the note that this very request has written or changed before. */
type Decision =
  | { plan: NotePlan; what: string; step: string; words: string; note: string }
  | { done: string }
  | { refusals: Refusal[] }
  | null

/** Writes a note. Returns its id; null when there is no such text. Throws `Refused`. */
export function writeNote(ask: Noting, input: NewNote): Promise<string | null> {
  const { payload, type, actor, now } = ask
  return act(ask, async (facts) => {
    const { doc } = facts
    const pointed = await anchorIn(payload, facts, input)
    if ('code' in pointed) return { refusals: [pointed] }
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
    if (repeated) return { done: repeated.id }
    const id = randomUUID()
    return {
      what: 'note',
      step: `${id}:1`,
      words: input.words,
      note: id,
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
  return act(ask, async ({ doc }) => {
    const note = await noteOn(payload, doc, id)
    if (!note) return null
    const last = (await repliesOn(payload, doc.id)).findLast((reply) => reply.note === id)
    if (last?.author === actor.id && last.words === words && last.step === note.steps)
      return { done: id }
    const step = note.steps + 1
    return {
      what: 'reply',
      step: `${id}:${step}`,
      words,
      note: id,
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
  return act(ask, async ({ doc, subject }) => {
    const note = await noteOn(payload, doc, id)
    if (!note) return null
    if (how === 'resolve' && note.resolved?.by === actor.id) return { done: id }
    if (how === 'reopen' && (await isOwnReopening(payload, doc, note, actor))) return { done: id }
    const refusals =
      how === 'resolve' ? refusalsOfResolving(actor, subject, note) : refusalsOfReopening(note)
    if (refusals.length > 0) return { refusals }
    const step = note.steps + 1
    return {
      what: `${how}-note`,
      step: `${id}:${step}`,
      words: '',
      note: id,
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

const attempts = 20

/**
 * Decides an act on notes with one conditional write on the text's row, which says in its journal what is to be done:
 * nothing is done by half after a crash, and whoever asked the rules about this text before finds it touched and asks
 * again (decision 016). The text's revision stays: a note changes nothing that somebody was looking at.
 */
async function act(
  ask: Noting,
  decide: (facts: Facts) => Promise<Decision>,
): Promise<string | null> {
  const { payload, type, id } = ask
  const catalogue = catalogueOf(ask.language)
  await refuseWithoutRoom(payload, ask.language)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const doc = await settled(payload, type, id)
    if (!doc) {
      // Deleted since it was read: of what it said nothing is kept.
      if (attempt > 0) await dropTexts(payload, id)
      return null
    }
    if (doc.busy === 1) break
    const facts = await factsOf(payload, doc)
    const decision = await decide(facts)
    if (!decision) return null
    if ('done' in decision) return decision.done
    if ('refusals' in decision)
      throw new Refused(decision.refusals, catalogue, { revision: doc.revision })
    await keepText(payload, id, facts)
    if (await claim(ask, facts, decision)) return decision.note
  }
  throw new Refused([{ code: 'busy' }], catalogue)
}

/** False when something passed since the text was read. */
async function claim(
  { payload, type, id, actor, now }: Noting,
  { doc, fingerprint }: Facts,
  { plan, what, step, words }: Extract<Decision, { plan: NotePlan }>,
): Promise<boolean> {
  const journal: Journal = {
    kind: 'note',
    plan,
    event: {
      family: familyOf(doc),
      subject: id,
      of: type,
      what,
      actor: actor.id,
      actorName: actor.name,
      at: now.toISOString(),
      from: doc.state,
      to: doc.state,
      note: words,
      revision: doc.revision,
      fingerprintBefore: fingerprint,
      fingerprintAfter: fingerprint,
      edition: doc.edition,
      step,
    },
  }
  const busySince = claimTime(doc)
  const won: unknown = await payload.db.updateOne({
    collection: collectionOf[type],
    where: asRead(doc),
    data: { busy: 1, busySince, unfinished: JSON.stringify(journal) },
    options: { atomic: true },
  })
  if (!won) return false
  // Where the claim is another's by now, ours was completed by them.
  const claimed = await loadDoc(payload, type, id)
  if (claimed?.busySince === busySince) await finish(payload, claimed, true)
  return true
}

import type { Payload } from 'payload'
import { refusalsOfReopening, refusalsOfResolving } from '../workflow/notes.ts'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import type { TextType } from '../workflow/states.ts'
import { settled } from './finish.ts'
import { type Note, notesOn, repliesOn } from './notes.ts'
import { type NotePlace, placeOf } from './places.ts'
import { type Facts, factsOf } from './situation.ts'

export interface ReplyView {
  id: string
  words: string
  by: { id: string; name: string }
  at: string
}

/** A note as one person sees it. Moments: ISO 8601, UTC. */
export interface NoteView {
  id: string
  /** Empty: about the text as a whole. */
  field: string
  /** The words that it is about, as they were, with a little of what stood around them; null: the field as a whole. */
  passage: { quote: string; before: string; after: string } | null
  /** Where they stand in the text as it is now. */
  place: NotePlace
  words: string
  mustFix: boolean
  by: { id: string; name: string }
  at: string
  /** The text's revision when it was written. */
  revision: number
  resolved: { by: string; byName: string; at: string } | null
  replies: ReplyView[]
  /** What this person can do with it; a sentence says why not. */
  resolve: { allowed: boolean; why: string }
  reopen: { allowed: boolean; why: string }
}

/** The notes on a text with what was answered, oldest first; null when there is no such text. */
export async function notesView(
  payload: Payload,
  type: TextType,
  id: string,
  actor: Person,
  language: string,
): Promise<{ revision: number; notes: NoteView[] } | null> {
  const doc = await settled(payload, type, id)
  if (!doc) return null
  const facts = await factsOf(payload, doc)
  return { revision: doc.revision, notes: await viewsOf(payload, facts, actor, language) }
}

export async function viewsOf(
  payload: Payload,
  { doc, content, subject }: Facts,
  actor: Person,
  language: string,
): Promise<NoteView[]> {
  if (content.type !== 'text') return []
  const catalogue = catalogueOf(language)
  const replies = await repliesOn(payload, doc.id)
  const views: NoteView[] = []
  for (const note of await notesOn(payload, doc.id)) {
    const opening = (refusals: Parameters<typeof sentenceOf>[0][]) => ({
      allowed: refusals.length === 0,
      why: refusals.map((refusal) => sentenceOf(refusal, catalogue)).join(' '),
    })
    views.push({
      ...said(note),
      place: await placeOf(payload, note, content),
      replies: replies
        .filter((reply) => reply.note === note.id)
        .map(({ id, words, author, authorName, writtenAt }) => ({
          id,
          words,
          by: { id: author, name: authorName },
          at: writtenAt,
        })),
      resolve: opening(refusalsOfResolving(actor, subject, note)),
      reopen: opening(refusalsOfReopening(note)),
    })
  }
  return views
}

function said({ id, field, anchor, words, mustFix, author, authorName, ...note }: Note) {
  return {
    id,
    field,
    passage: anchor && { quote: anchor.quote, before: anchor.before, after: anchor.after },
    words,
    mustFix,
    by: { id: author, name: authorName },
    at: note.writtenAt,
    revision: note.revision,
    resolved: note.resolved,
  }
}

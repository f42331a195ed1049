import type { Payload } from 'payload'
import { fill, wordsOf } from '../admin/words/words.ts'
import { passageFields, type PassageField, stretchesOf } from '../language/anchors.ts'
import type { SegmentKind } from '../language/fidelity/pair.ts'
import type { Person } from '../workflow/situation.ts'
import type { TextType } from '../workflow/states.ts'
import { type Changes, changesSince, type Point, pointsOf } from './changes.ts'
import { collectionOf } from './documents.ts'
import { settled } from './finish.ts'
import { momentIn } from './names.ts'
import { type NoteView, type ReplyView, viewsOf } from './note-view.ts'
import { factsOf } from './situation.ts'

/** A note with its moments in words. */
export interface ReviewNote extends Omit<NoteView, 'replies'> {
  when: string
  /** Empty while it is open. */
  resolvedWhen: string
  replies: (ReplyView & { when: string })[]
}

/** A passage of the text as it is now, with the notes that stand at it. */
export interface ReviewPassage {
  field: PassageField
  block: number | null
  kind: SegmentKind
  words: string
  notes: ReviewNote[]
}

/** What a reviewer sees of a text besides its bar. Sentences in the person's language. */
export interface ReviewModel {
  collection: string
  id: string
  revision: number
  /** Of the text. */
  language: string
  passages: ReviewPassage[]
  /** Notes whose passage is gone, and those on fields that have no words or on the text as a whole. */
  elsewhere: ReviewNote[]
  points: { value: string; label: string }[]
  /** Which of the points it is compared with; empty when there is nothing to compare with. */
  since: string
  changes: Changes | null
}

interface Ask {
  payload: Payload
  type: TextType
  id: string
  actor: Person
  language: string
  zone: string
  /** Which point is asked for; empty: the one that a reviewer most likely wants. */
  since: string
}

/** Null when there is no such text. */
export async function reviewOf(ask: Ask): Promise<ReviewModel | null> {
  const { payload, type, id, actor, language } = ask
  const doc = await settled(payload, type, id)
  if (!doc) return null
  const facts = await factsOf(payload, doc)
  const { content } = facts
  if (content.type !== 'text') return null
  const inWords = (at: string): string => momentIn(at, language, ask.zone)
  const notes = (await viewsOf(payload, facts, actor, language)).map((note) =>
    worded(note, inWords),
  )
  const passages = passageFields.flatMap((field) =>
    stretchesOf(content, field).map(({ kind, text, block }, at) => ({
      field,
      block,
      kind,
      words: text,
      notes: notes.filter((note) => note.field === field && placeIn(note) === at),
    })),
  )
  const placed = new Set(passages.flatMap((passage) => passage.notes.map((note) => note.id)))
  const points = (await pointsOf(payload, doc)).filter(
    // What it says now is nothing to compare it with, by whatever name.
    ({ what, fingerprint }) => what !== 'version' || fingerprint !== facts.fingerprint,
  )
  const since = ask.since || (points[0] ? valueOf(points[0]) : '')
  const changes = since === '' ? null : await changesSince(payload, type, id, since)
  return {
    collection: collectionOf[type],
    id,
    revision: doc.revision,
    language: content.language,
    passages,
    elsewhere: notes.filter((note) => !placed.has(note.id)),
    points: points.map((point) => ({ value: valueOf(point), label: labelOf(point, ask) })),
    since,
    changes: typeof changes === 'string' ? null : changes,
  }
}

function worded(note: NoteView, inWords: (at: string) => string): ReviewNote {
  return {
    ...note,
    when: inWords(note.at),
    resolvedWhen: note.resolved ? inWords(note.resolved.at) : '',
    replies: note.replies.map((reply) => ({ ...reply, when: inWords(reply.at) })),
  }
}

/** What is about a field as a whole stands at its first passage. */
function placeIn({ place, field }: ReviewNote): number | null {
  if (place.standing !== 'whole') return place.at
  return (passageFields as readonly string[]).includes(field) ? 0 : null
}

const valueOf = ({ what, fingerprint }: Point): string => (what === 'version' ? fingerprint : what)

function labelOf(point: Point, { language, zone }: Ask): string {
  return fill(wordsOf(language)[`since-${point.what}`], {
    number: String(point.edition),
    revision: String(point.revision),
    by: point.by,
    at: momentIn(point.at, language, zone),
  })
}

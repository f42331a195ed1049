import type { Payload } from 'payload'
import { type AnchorStanding, findAgain, stretchesOf } from '../language/anchors.ts'
import type { Content, TextContent } from '../workflow/content.ts'
import type { Place } from '../workflow/requirements.ts'
import { textAsOf } from './as-of.ts'
import type { DeskDoc } from './documents.ts'
import { mustFixOn, type Note } from './notes.ts'

/** Where a note stands in the text as it is now. */
export interface NotePlace {
  /** `whole`: it is about a field or the text, and no passage of it. */
  standing: AnchorStanding | 'whole'
  /** Which of the field's segments; null where it stands in none. */
  at: number | null
  /** Index of the block in the body; null elsewhere, and for what has vanished. */
  block: number | null
  /** Offsets of the words in the text of their segment; null when they don't stand any more. */
  start: number | null
  end: number | null
  /** The segment's words now, to show them in. */
  segment: string
}

const nowhere = { at: null, block: null, start: null, end: null, segment: '' }

export async function placeOf(
  payload: Payload,
  { anchor, asOf, subject }: Note,
  now: TextContent,
): Promise<NotePlace> {
  if (!anchor) return { standing: 'whole', ...nowhere }
  const then = await textAsOf(payload, subject, asOf)
  const found = then ? findAgain(anchor, then, now) : ({ standing: 'vanished' } as const)
  if (found.standing === 'vanished') return { standing: 'vanished', ...nowhere }
  const stretch = stretchesOf(now, anchor.field)[found.at]
  const spot =
    'start' in found ? { start: found.start, end: found.end } : { start: null, end: null }
  return {
    standing: found.standing,
    at: found.at,
    block: stretch?.block ?? null,
    segment: stretch?.text ?? '',
    ...spot,
  }
}

/** Enough to know a passage by. */
export function shortened(words: string): string {
  const letters = [...words]
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : words
}

/** What notes say must be mended, where it stands now, as the requirements ask for it. */
export async function openMustFix(
  payload: Payload,
  doc: DeskDoc,
  content: Content,
): Promise<Place[]> {
  if (content.type !== 'text') return []
  const places: Place[] = []
  for (const note of await mustFixOn(payload, doc.id)) {
    const { block } = await placeOf(payload, note, content)
    places.push({
      field: note.field,
      ...(block === null ? {} : { segment: block }),
      found: shortened(note.anchor?.quote ?? note.words),
      note: note.id,
    })
  }
  return places
}

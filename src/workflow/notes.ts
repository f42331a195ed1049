import type { Refusal } from './refusals.ts'
import type { Person, Subject } from './situation.ts'
import { refusalsOfAuthorship } from './transitions.ts'

/** What the rules need to know of a note on a text. */
export interface NoteFacts {
  /** Id of whoever wrote it. */
  author: string
  /** The text can't be approved or published while it is open. */
  mustFix: boolean
  /** Who resolved it and when (ISO 8601, UTC); null while it is open. */
  resolved: { byName: string; at: string } | null
}

/** Every reason why this person can't resolve the note now, none when they can. */
export function refusalsOfResolving(
  actor: Person,
  subject: Pick<Subject, 'type' | 'translator' | 'authors'>,
  note: NoteFacts,
): Refusal[] {
  const refusals: Refusal[] = []
  if (!mayResolve(actor, subject, note))
    refusals.push({ code: 'note-not-yours', mustFix: note.mustFix })
  if (note.resolved)
    refusals.push({ code: 'settled', by: note.resolved.byName, at: note.resolved.at })
  return refusals
}

/**
 * Whoever asked a question knows whether it is answered. Otherwise the people who write the text decide, but not about
 * what must be mended: nobody says of their own work that it was.
 */
function mayResolve(
  actor: Person,
  subject: Pick<Subject, 'type' | 'translator' | 'authors'>,
  { author, mustFix }: NoteFacts,
): boolean {
  if (actor.id === author) return true
  if (actor.roles.includes('reviewer') && !subject.authors.includes(actor.id)) return true
  return !mustFix && refusalsOfAuthorship(actor, subject).length === 0
}

/** Everybody who may write a note may reopen one: they could as well write it again. */
export function refusalsOfReopening({ resolved }: Pick<NoteFacts, 'resolved'>): Refusal[] {
  return resolved ? [] : [{ code: 'note-open' }]
}

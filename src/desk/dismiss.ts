import type { Payload } from 'payload'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { Refusal } from '../workflow/refusals.ts'
import type { Person } from '../workflow/situation.ts'
import { refusalsOfAuthorship } from '../workflow/transitions.ts'
import { asRead, claimTime } from './claims.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc } from './documents.ts'
import { resolve } from './content.ts'
import { finish, settled } from './finish.ts'
import type { Journal } from './journal.ts'
import { loadOpenItem, type OpenItem, settle, type Settlement } from './open-items.ts'
import { Refused } from './refused.ts'
import { refuseWithoutRoom } from './storage.ts'

/** Who settles which open item, when, in which language sentences are to come back. */
export interface Settling {
  payload: Payload
  id: string
  actor: Person
  now: Date
  language: string
}

/** Why this person can't settle the open item; none when they can. `doc`: the text that it is about. */
export function refusalsOfSettling(actor: Person, item: OpenItem, doc: DeskDoc | null): Refusal[] {
  const translator = doc?.type === 'translation' ? doc.translator : null
  // What the clock could not do, or has found, is for reviewers as well.
  const refusals =
    (item.kind === 'clock-failure' || item.kind === 'came-to-fail') &&
    actor.roles.includes('reviewer')
      ? []
      : refusalsOfAuthorship(actor, { type: item.of, translator })
  if (item.kind === 'emergency') refusals.push({ code: 'only-confirmed' })
  if (item.state !== 'open')
    refusals.push({ code: 'settled', by: item.settledByName, at: item.settledAt ?? '' })
  return refusals
}

/**
 * Settles an open item without taking it over, with a reason. Recorded in the text's timeline, which raises the text's
 * revision: the text's own row decides who wins, as in every act. The same request repeated is one act. Throws
 * `Refused`; null when there is no such item.
 */
export async function dismiss(ask: Settling & { note: string }): Promise<OpenItem | null> {
  const { payload, id, actor, note } = ask
  await refuseWithoutRoom(payload, ask.language)
  for (let attempt = 0; attempt < 20; attempt++) {
    const about = await loadOpenItem(payload, id)
    const doc = about && (await settled(payload, about.of, about.subject))
    // Read after the text: whoever settled it has raised the text's revision, or will be refused by ours.
    const item = await loadOpenItem(payload, id)
    if (!item) return null
    const repeated = item.state === 'dismissed' && item.settledBy === actor.id && item.note === note
    if (repeated) return item
    const refusals = refusalsOfSettling(actor, item, doc)
    if (doc?.busy === 1) refusals.push({ code: 'busy' })
    if (refusals.length > 0) throw new Refused(refusals, catalogueOf(ask.language))
    const how: Settlement = {
      id,
      state: 'dismissed',
      by: actor.id,
      byName: actor.name,
      at: ask.now.toISOString(),
      note,
    }
    // Nothing is left to lock where the text itself is gone.
    if (!doc) await settle(payload, how)
    else if (!(await decide(payload, doc, how))) continue
    return loadOpenItem(payload, id)
  }
  throw new Refused([{ code: 'busy' }], catalogueOf(ask.language))
}

/** One conditional write on the text, with all that follows from it in the journal. False when the race was lost. */
async function decide(payload: Payload, doc: DeskDoc, how: Settlement): Promise<boolean> {
  const { fingerprint } = await resolve(payload, doc)
  const revision = doc.revision + 1
  const journal: Journal = {
    kind: 'act',
    event: {
      family: familyOf(doc),
      subject: doc.id,
      of: doc.type,
      what: 'dismiss',
      actor: how.by,
      actorName: how.byName,
      at: how.at,
      from: doc.state,
      to: doc.state,
      note: how.note,
      revision,
      fingerprintBefore: fingerprint,
      fingerprintAfter: fingerprint,
      edition: doc.edition,
    },
    settles: [how],
  }
  const won: unknown = await payload.db.updateOne({
    collection: collectionOf[doc.type],
    where: asRead(doc),
    data: {
      revision,
      busy: 1,
      busySince: claimTime(doc),
      unfinished: JSON.stringify(journal),
    },
    options: { atomic: true },
  })
  if (!won) return false
  const claimed = await loadDoc(payload, doc.type, doc.id)
  if (claimed && claimed.revision === revision) await finish(payload, claimed, true)
  return true
}

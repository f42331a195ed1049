import type { Payload } from 'payload'
import type { Refusal } from '../workflow/refusals.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { TextType } from '../workflow/states.ts'
import { dropTexts, keepText } from './as-of.ts'
import { asRead, claimTime } from './claims.ts'
import { collectionOf, familyOf, loadDoc } from './documents.ts'
import { finish, settled } from './finish.ts'
import type { Journal } from './journal.ts'
import { Refused } from './refused.ts'
import { type Facts, factsOf } from './situation.ts'
import { refuseWithoutRoom } from './storage.ts'
import type { EventDraft } from './timeline.ts'

/** Acts beside a text, which leave it as it is: on its notes, on the links through which outsiders see it, and on who may know of it. */

/** Who acts beside which text, and in which language sentences are to come back. */
export interface Aside {
  payload: Payload
  type: TextType
  /** Of the text. */
  id: string
  /** Somebody at the desk, or the recipient of a link. */
  actor: { id: string; name: string }
  now: Date
  language: string
}

type Plans = Extract<Journal, { kind: 'note' | 'link' | 'restriction' }>
type Planned = Plans extends infer One ? (One extends Plans ? Omit<One, 'event'> : never) : never

/**
 * What is to be done, once the text was read; `done`: what it is done to, and alone, that it was done before.
 * Null: there is nothing here for whoever asks.
 */
export type Decision =
  | (Planned & { what: string; step: string; words: string; done: string })
  | { kind: 'done'; done: string }
  | { kind: 'refused'; refusals: Refusal[] }
  | null

type Planning = Extract<Decision, { plan: unknown }>

const attempts = 20

/**
 * Decides an act beside a text with one conditional write on the text's row, which says in its journal what is to be
 * done: nothing is done by half after a crash, and whoever asked the rules about this text before finds it touched and
 * asks again (decision 016). The text's revision stays: it changes nothing that somebody was looking at.
 */
export async function actBeside(
  ask: Aside,
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
    if (decision.kind === 'done') return decision.done
    if (decision.kind === 'refused')
      throw new Refused(decision.refusals, catalogue, { revision: doc.revision })
    await keepText(payload, id, facts)
    if (await claim(ask, facts, decision)) return decision.done
  }
  throw new Refused([{ code: 'busy' }], catalogue)
}

function journalOf(decision: Planning, event: EventDraft): Journal {
  switch (decision.kind) {
    case 'note':
      return { kind: 'note', plan: decision.plan, event }
    case 'link':
      return { kind: 'link', plan: decision.plan, event }
    case 'restriction':
      return { kind: 'restriction', plan: decision.plan, event }
  }
}

/** False when something passed since the text was read. */
async function claim(
  { payload, type, id, actor, now }: Aside,
  { doc, fingerprint }: Facts,
  decision: Planning,
): Promise<boolean> {
  const { what, step, words } = decision
  const event = {
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
  }
  const journal = journalOf(decision, event)
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

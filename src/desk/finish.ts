import type { Payload } from 'payload'
import { dropTexts, keepText } from './as-of.ts'
import { bundlesWhere, endHold, finishBundle, loadBundle } from './bundles.ts'
import { asRead, claimTime, free, markAsTouched, takeOver } from './claims.ts'
import { resolve } from './content.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc } from './documents.ts'
import { publish, stand } from './door.ts'
import { type ChangeOfStanding, journal, type Journal } from './journal.ts'
import { carryOutLink, dropLinks } from './links.ts'
import { dropProposals } from './proposals.ts'
import { authorOfNote, carryOut, dropNotes } from './notes.ts'
import {
  raiseOpenItem,
  settle,
  settleAllOf,
  type Settlement,
  settlementsAbout,
} from './open-items.ts'
import { oweMails } from './outbox/owe.ts'
import { carryOutRestriction } from './restrictions.ts'
import { append, type EventDraft } from './timeline.ts'
import { wordsFor } from '../press-room/words/words.ts'
import { type Action, type DeskType, deskTypes, type State } from '../workflow/states.ts'
import { isSecondTo } from '../workflow/transitions.ts'

/** A save that takes longer than this has died, and may be completed by somebody else. Milliseconds. */
const saveMayTake = 10_000

function journalOf(doc: DeskDoc): Journal | null {
  return doc.busy === 1 && doc.unfinished ? journal.parse(JSON.parse(doc.unfinished)) : null
}

/**
 * Completes what is under way on a document. `own`: the caller made the journal itself, or knows that its maker is
 * gone; a content change of somebody else is left to them until they are overdue.
 */
export async function finish(payload: Payload, doc: DeskDoc, own = false): Promise<void> {
  const entry = journalOf(doc)
  if (!entry) {
    // Claimed without a journal: the claim itself is all that happened.
    if (doc.busy === 1 && (own || overdue(doc))) await free(payload, doc)
    return
  }
  switch (entry.kind) {
    case 'content': {
      if (!own && !overdue(doc)) return
      const resolved = await resolve(payload, doc)
      await keepText(payload, doc.id, resolved)
      await append(payload, {
        ...entry.event,
        family: familyOf(doc),
        subject: doc.id,
        fingerprintAfter: resolved.fingerprint,
      })
      if (isOf(doc, entry.of)) for (const how of entry.settles ?? []) await settle(payload, how)
      break
    }
    case 'act':
      await append(payload, entry.event)
      for (const how of entry.settles ?? []) await settle(payload, how)
      if (entry.raises) await raiseOpenItem(payload, entry.raises)
      await oweMails(payload, doc, entry.event)
      break
    case 'note':
      await carryOut(payload, entry.plan)
      await append(payload, entry.event)
      await oweMails(payload, doc, entry.event, {
        noteBy: await authorOfNote(payload, entry.plan),
      })
      break
    case 'link':
      await carryOutLink(payload, entry.plan)
      await append(payload, entry.event)
      break
    case 'restriction':
      await carryOutRestriction(payload, entry.plan)
      await append(payload, entry.event)
      await oweMails(payload, doc, entry.event, { named: entry.plan.told })
      break
    case 'door':
      if (entry.plan.kind === 'publish') await publish(payload, entry.plan, entry.event.revision)
      else await changeStanding(payload, doc, entry.plan)
      await append(payload, entry.event)
      for (const how of entry.settles ?? []) await settle(payload, how)
      if (entry.raises) await raiseOpenItem(payload, entry.raises)
      await oweMails(payload, doc, entry.event)
      break
    case 'deletion':
      await recordDeletion(payload, entry.event)
      await payload.db.deleteVersions({
        collection: collectionOf[doc.type],
        where: { parent: { equals: doc.id } },
      })
      await payload.db.deleteOne({
        collection: collectionOf[doc.type],
        where: { id: { equals: doc.id } },
      })
      return
    case 'bundle':
      if (own || overdue(doc)) await endHold(payload, doc, entry, finish)
      return
    case 'family':
      if (own || overdue(doc)) await endFamilyAct(payload, doc, entry.translation)
      return
  }
  await free(payload, doc)
}

/**
 * Frees a release from an act on its translation whose doer is gone, or has only been slow. That act is completed when
 * it was decided, and can't be decided any more when it wasn't: whoever is slow finds the translation touched.
 */
async function endFamilyAct(payload: Payload, release: DeskDoc, id: string | null): Promise<void> {
  const mine = await takeOver(payload, release)
  if (!mine) return
  const before = id === null ? null : await loadDoc(payload, 'translation', id)
  if (before) {
    await markAsTouched(payload, before)
    const translation = await loadDoc(payload, 'translation', before.id)
    if (translation) await finish(payload, translation)
  }
  await free(payload, mine)
}

/** What stays of a text that is deleted: its timeline, in which nothing is left to be decided, and not what it said. */
export async function recordDeletion(payload: Payload, event: EventDraft): Promise<void> {
  await append(payload, event)
  const { subject, actor: by, actorName: byName, at } = event
  await settleAllOf(payload, subject, { state: 'text-deleted', by, byName, at, note: '' })
  await dropNotes(payload, subject)
  await dropLinks(payload, subject)
  await dropProposals(payload, subject)
  await dropTexts(payload, subject)
}

/** Whoever changes content may die between the claim and the text itself: then the item hasn't come in. */
function isOf(doc: DeskDoc, item: Extract<Journal, { kind: 'content' }>['of']): boolean {
  return (
    item !== undefined &&
    'provenanceUri' in doc &&
    doc.provenanceUri === item.provenanceUri &&
    doc.provenanceVersion === item.provenanceVersion
  )
}

function overdue(doc: Pick<DeskDoc, 'busySince'>): boolean {
  return doc.busySince === null || Date.now() - Date.parse(doc.busySince) > saveMayTake
}

async function changeStanding(
  payload: Payload,
  doc: DeskDoc,
  plan: ChangeOfStanding,
): Promise<void> {
  // A translation is never live without its release.
  const own = () =>
    plan.own ? stand(payload, doc.id, { ...explained(plan, doc), revision: doc.revision }) : null
  if (plan.standing === 'live') await own()
  for (const id of plan.translations) await takeAlong(payload, 'translation', id, plan, doc)
  if (plan.standing !== 'live') await own()
  for (const item of plan.items) await takeAlong(payload, item.type, item.id, plan, doc)
}

/** A translation that goes with its release, or an item that only retracted texts showed. `leader`: what it goes with. */
async function takeAlong(
  payload: Payload,
  type: DeskType,
  id: string,
  given: ChangeOfStanding,
  leader: DeskDoc,
): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const doc = await settled(payload, type, id)
    if (!doc) return
    const plan = explained(given, doc)
    // Somebody else completed all of this long ago, and it may have been published again since.
    const now = await loadDoc(payload, leader.type, leader.id)
    if (now?.busySince !== leader.busySince) return
    const gone =
      doc.standing === plan.standing || doc.standing === 'none' || doc.standing === 'retracted'
    if (gone) {
      if (doc.standing === plan.standing)
        await stand(payload, id, { ...plan, revision: doc.revision })
      return
    }
    const { what, to } = alongWith(plan, doc)
    const revision = doc.revision + 1
    const event: EventDraft = {
      family: familyOf(doc),
      subject: doc.id,
      of: type,
      what,
      actor: plan.actor.id,
      actorName: plan.actor.name,
      at: plan.at,
      from: doc.state,
      to,
      note: plan.explanation,
      revision,
      fingerprintBefore: '',
      fingerprintAfter: '',
      edition: doc.edition,
    }
    const settlesIt = plan.standing === 'retracted' && isSecondTo(doc.emergency, plan.actor.id)
    const next: Journal = {
      kind: 'door',
      event,
      plan: { ...plan, own: true, translations: [], items: [] },
      settles: [
        ...(settlesIt ? await overtaken(payload, doc.id, 'emergency', plan) : []),
        // What isn't current any more needs no mending.
        ...(plan.standing === 'live' ? [] : await overtaken(payload, doc.id, 'came-to-fail', plan)),
      ],
    }
    const won = await payload.db.updateOne({
      collection: collectionOf[type],
      where: asRead(doc),
      data: {
        state: to,
        standing: plan.standing,
        revision,
        ...(plan.standing === 'live'
          ? {}
          : { holder: '', scheduledFor: null, scheduledAs: null, bundle: null }),
        ...(settlesIt ? { emergency: null } : {}),
        busy: 1,
        busySince: claimTime(doc),
        unfinished: JSON.stringify(next),
      },
      options: { atomic: true },
    })
    if (won) {
      const claimed = await loadDoc(payload, type, id)
      if (claimed) await finish(payload, claimed, true)
      return
    }
  }
  throw new Error(`${type} ${id} could not be taken along`)
}

const overtaken = (
  payload: Payload,
  id: string,
  kind: 'emergency' | 'came-to-fail',
  { actor, at }: ChangeOfStanding,
): Promise<Settlement[]> =>
  settlementsAbout(payload, id, kind, {
    state: 'overtaken',
    by: actor.id,
    byName: actor.name,
    at,
    note: '',
  })

/** What ends by itself says so in the language of each text. */
function explained(plan: ChangeOfStanding, doc: DeskDoc): ChangeOfStanding {
  return plan.ended && 'language' in doc
    ? { ...plan, explanation: wordsFor(doc.language).ended }
    : plan
}

/** What happens to a text or item that goes with another one. */
function alongWith(
  { standing }: ChangeOfStanding,
  { type, state }: DeskDoc,
): { what: Action; to: State } {
  if (type !== 'translation') return { what: 'archive', to: 'archived' }
  if (standing === 'live')
    return { what: 'reinstate', to: state === 'withdrawn' ? 'published' : state }
  return { what: standing === 'retracted' ? 'retract' : 'withdraw', to: 'withdrawn' }
}

/**
 * The document once nothing is under way on it: waits for others up to `patience` milliseconds, completing what is
 * overdue. Comes back still `busy` when that was not enough.
 */
export async function settled(
  payload: Payload,
  type: DeskType,
  id: string,
  patience = 3000,
): Promise<DeskDoc | null> {
  const until = Date.now() + patience
  for (;;) {
    const doc = await loadDoc(payload, type, id)
    if (!doc || doc.busy === 0) return doc
    if (overdue(doc)) await finish(payload, doc)
    else if (Date.now() > until) return doc
    else await new Promise((done) => setTimeout(done, 15))
  }
}

/**
 * After a crash: completes every act at the door at once, and every save that is overdue. Returns how many.
 * `all`: nobody else works on this database, so nothing needs to be waited for.
 */
export async function finishAll(payload: Payload, all = false): Promise<number> {
  let count = 0
  for (const type of deskTypes) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: collectionOf[type],
      where: { busy: { equals: 1 } },
      limit: 0,
      pagination: false,
    })
    for (const { id } of docs) {
      const doc = await loadDoc(payload, type, id)
      if (!doc) continue
      await finish(payload, doc, all)
      count++
    }
  }
  return count + (await finishBundles(payload, all))
}

async function finishBundles(payload: Payload, all: boolean): Promise<number> {
  let count = 0
  for (const id of await bundlesWhere(payload, { busy: { equals: 1 } })) {
    const bundle = await loadBundle(payload, id)
    if (!bundle || !(all || bundle.unfinished?.kind === 'decided' || overdue(bundle))) continue
    await finishBundle(payload, bundle, finish)
    count++
  }
  return count
}

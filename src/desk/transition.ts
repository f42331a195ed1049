import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { slugOf } from '../language/slug.ts'
import { canonicalForm, type Content } from '../workflow/content.ts'
import { httpStatus } from '../workflow/refusals.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { ActionInput, Approval, Emergency, Person, Situation } from '../workflow/situation.ts'
import { type Action, type DeskType, isText, type Standing } from '../workflow/states.ts'
import {
  approvesByConfirming,
  emergencyOf,
  refusalsOf,
  settlesEmergency,
  stateAfter,
} from '../workflow/transitions.ts'
import { dropTexts, keepText } from './as-of.ts'
import { asRead, claimTime, free } from './claims.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc } from './documents.ts'
import { standsBefore } from './door.ts'
import { entriesOfFamily } from './entries.ts'
import { finish, settled } from './finish.ts'
import type { ChangeOfStanding, Journal, Publication } from './journal.ts'
import { mediaDirOf } from './media-dir.ts'
import { type OpenItemDraft, type Settlement, settlementsAbout } from './open-items.ts'
import { makePublicFiles } from './public-files.ts'
import { changesMeanwhile, Refused } from './refused.ts'
import { isRepeated, noteOf } from './repeated.ts'
import { type Facts, factsOf, situationOf } from './situation.ts'
import { refuseWithoutRoom } from './storage.ts'
import { eventsSince } from './timeline.ts'
import { shownOnlyBy } from './uses.ts'

/** What is asked for, by whom, in which language sentences are to come back. */
export interface Ask {
  payload: Payload
  type: DeskType
  id: string
  action: Action
  input: ActionInput
  actor: Person
  /** The moment of the act, by the desk's clock. */
  now: Date
  language: string
}

/** How often an act is tried again when something passed between its question and its answer. */
const attempts = 10

/**
 * Takes one action on one document: asks the rules, then decides with a single conditional write on state and
 * revision, so that of several who act at once exactly one wins. Comes back when the act is complete.
 * The same request repeated after it succeeded (a lost answer, a crash) is answered with the document and does nothing.
 * Throws `Refused`; returns null when there is no such document.
 */
export async function perform(ask: Ask): Promise<DeskDoc | null> {
  // What takes something away from the public is never held up.
  if (!['withdraw', 'retract', 'archive'].includes(ask.action))
    await refuseWithoutRoom(ask.payload, ask.language)
  const first = await loadDoc(ask.payload, ask.type, ask.id)
  if (!first) return null
  const familyAct =
    first.type === 'translation' &&
    first.release !== null &&
    ['publish', 'emergency-publish', 'withdraw', 'retract', 'reinstate'].includes(ask.action)
  if (familyAct) await refuseOthers(ask, first)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const done = familyAct ? await decideForFamily(ask, first.release ?? '') : await decide(ask)
    if (done !== 'again') return done
  }
  throw new Refused([{ code: 'busy' }], catalogueOf(ask.language))
}

/** Whoever may not act anyway holds up nobody: their refusal needs no hold of the family. */
async function refuseOthers({ payload, action, input, actor, now, language }: Ask, doc: DeskDoc) {
  const facts = await factsOf(payload, doc)
  const refusals = refusalsOf(action, situationOf(facts, actor, now.toISOString(), input))
  if (refusals.some(({ code }) => httpStatus[code] === 403))
    throw new Refused(refusals, catalogueOf(language), {
      revision: doc.revision,
      changes: changesMeanwhile(await eventsSince(payload, doc.id, input.revision)),
    })
}

/** Nothing may happen to the release between asking whether it is live and showing its translation. */
async function decideForFamily(ask: Ask, id: string): Promise<DeskDoc | null | 'again'> {
  const { payload } = ask
  const release = await holdFamily(ask, id)
  try {
    return await decide(ask, async () => {
      const now = await loadDoc(payload, 'release', id)
      return now?.busy === 1 && now.busySince === release.busySince
    })
  } finally {
    await free(payload, release)
  }
}

/**
 * `again`: the row was touched between the question and the act, at the same revision, so the question has to be asked
 * again. `holds`: whether what the act was promised still stands; asked after the row was read, since whoever breaks
 * the promise touches the row.
 */
async function decide(
  ask: Ask,
  holds: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<DeskDoc | null | 'again'> {
  const { payload, type, id, action, input, actor } = ask
  const doc = await settled(payload, type, id)
  if (!doc) return null
  const catalogue = catalogueOf(ask.language)
  if (doc.busy === 1) throw new Refused([{ code: 'busy' }], catalogue)
  if (!(await holds())) return 'again'
  const at = ask.now.toISOString()
  const facts = await factsOf(payload, doc)
  const refusals = refusalsOf(action, situationOf(facts, actor, at, input))
  if (refusals.length > 0) {
    const since = await eventsSince(payload, id, input.revision)
    if (await isRepeated(payload, { doc, action, input, actor }, since)) return doc
    throw new Refused(refusals, catalogue, {
      revision: doc.revision,
      changes: changesMeanwhile(since),
    })
  }
  // Before it is decided, so that what was submitted and approved is never missing.
  await keepText(payload, id, facts)
  const { journal, standing, edition, emergency } = await plan(ask, facts)
  const revision = doc.revision + 1
  const won: unknown = await payload.db.updateOne({
    collection: collectionOf[type],
    where: asRead(doc),
    data: {
      ...marks(ask, facts),
      state: stateAfter(action, facts.subject, input),
      standing,
      edition,
      emergency: emergency && JSON.stringify(emergency),
      revision,
      busy: 1,
      busySince: claimTime(doc),
      unfinished: JSON.stringify(journal),
    },
    options: { atomic: true },
  })
  if (!won) {
    const now = await loadDoc(payload, type, id)
    if (!now) {
      // Deleted at this moment: of what it said nothing is kept.
      await dropTexts(payload, id)
      return null
    }
    if (now.revision === doc.revision) return 'again'
    throw new Refused(
      [{ code: 'stale-revision', seen: input.revision, now: now.revision }],
      catalogue,
      {
        revision: now.revision,
        changes: changesMeanwhile(await eventsSince(payload, id, input.revision)),
      },
    )
  }
  const claimed = await loadDoc(payload, type, id)
  if (claimed && claimed.revision === revision) await finish(payload, claimed, true)
  return loadDoc(payload, type, id)
}

const unscheduled = { scheduledFor: null, scheduledAs: null }

/** The columns that an action leaves its mark on. */
function marks(ask: Ask, facts: Facts): Record<string, unknown> {
  const { actor, input } = ask
  const at = ask.now.toISOString()
  switch (ask.action) {
    case 'submit':
      return { submittedBy: actor.id, submittedAt: at, returnNote: null }
    case 'return':
      return { returnNote: input.note ?? '' }
    case 'approve':
      return approvedBy(ask, facts.fingerprint)
    case 'schedule':
      return {
        scheduledFor: new Date(input.at ?? '').toISOString(),
        scheduledAs: JSON.stringify({ change: input.change, publicNote: input.publicNote }),
      }
    case 'unschedule':
    case 'miss':
    case 'reopen':
      return unscheduled
    case 'publish':
      // For items, publication is the approval.
      return isText(ask.type) ? unscheduled : approvedBy(ask, facts.fingerprint)
    case 'emergency-publish':
      return { returnNote: null }
    case 'confirm':
      return approvesByConfirming({ actor, subject: facts.subject })
        ? approvedBy(ask, facts.fingerprint)
        : {}
    case 'withdraw':
    case 'retract':
      // Where only translations go, their release may stay scheduled.
      return stateAfter(ask.action, facts.subject, input) === 'scheduled' ? {} : unscheduled
    case 'renew':
      // Saying that a translation is right is authorship.
      return {
        madeFrom: facts.subject.source?.fingerprint ?? null,
        authors: JSON.stringify([...new Set([...facts.subject.authors, actor.id])]),
        approvedBy: null,
        approvedAt: null,
        approvedFingerprint: null,
      }
    case 'waive':
      return {
        waivers: JSON.stringify([
          ...facts.doc.waivers,
          {
            requirement: input.requirement,
            by: actor.id,
            at,
            reason: input.reason,
            fingerprint: facts.fingerprint,
          },
        ]),
      }
    default:
      return {}
  }
}

function approvedBy({ actor, now }: Ask, fingerprint: string): Record<string, unknown> {
  return {
    approvedBy: actor.id,
    approvedAt: now.toISOString(),
    approvedFingerprint: fingerprint,
  }
}

interface Plan {
  journal: Journal
  standing: Standing
  edition: number
  emergency: Emergency | null
}

async function plan(ask: Ask, facts: Facts): Promise<Plan> {
  const { doc, subject } = facts
  const { action, input, actor, type, id } = ask
  const event = {
    family: familyOf(doc),
    subject: id,
    of: type,
    what: action,
    actor: actor.id,
    actorName: actor.name,
    at: ask.now.toISOString(),
    from: doc.state,
    to: stateAfter(action, subject, input),
    note: noteOf(input),
    revision: doc.revision + 1,
    fingerprintBefore: facts.fingerprint,
    fingerprintAfter: facts.fingerprint,
    edition: subject.edition,
  }
  const situation = situationOf(facts, actor, ask.now.toISOString(), input)
  const emergency = settlesEmergency(action, situation) ? null : subject.emergency
  const settles = await settlementsOf(ask, situation)
  if (action === 'publish' || action === 'emergency-publish') {
    const publication = await publicationOf(ask, facts)
    const number = publication.edition.number
    const urgent = action === 'publish' ? null : emergencyOf(situation, number)
    return {
      journal: {
        kind: 'door',
        event: { ...event, edition: number },
        plan: publication,
        settles,
        ...(urgent ? { raises: itemAbout('emergency', ask, facts) } : {}),
      },
      standing: 'live',
      edition: number,
      emergency: urgent ?? emergency,
    }
  }
  const standing = standingAfter[action]
  if (standing) {
    const change = await standingOf(ask, facts, standing)
    return {
      journal: { kind: 'door', event, plan: change, settles },
      standing: change.own ? change.standing : subject.standing,
      edition: subject.edition,
      emergency,
    }
  }
  return {
    journal: {
      kind: 'act',
      // What is confirmed is the edition, whatever has become of the text on the desk.
      event: {
        ...event,
        edition: (action === 'confirm' && subject.emergency?.edition) || event.edition,
      },
      settles,
      ...(action === 'miss' ? { raises: itemAbout('clock-failure', ask, facts) } : {}),
    },
    standing: subject.standing,
    edition: subject.edition,
    emergency,
  }
}

/** The open items that an act settles. */
async function settlementsOf(ask: Ask, situation: Situation): Promise<Settlement[]> {
  const { payload, id, type, action, actor, now } = ask
  if (!isText(type)) return []
  const how = { by: actor.id, byName: actor.name, at: now.toISOString(), note: '' }
  const all = (kind: OpenItemDraft['kind'], state: Settlement['state']) =>
    settlementsAbout(payload, id, kind, { ...how, state })
  return [
    // A missed time is nobody's concern any more once people have decided what comes of the text.
    ...(action === 'miss' || action === 'confirm' ? [] : await all('clock-failure', 'overtaken')),
    ...(action === 'emergency-publish' ? await all('emergency', 'superseded') : []),
    ...(settlesEmergency(action, situation)
      ? await all('emergency', action === 'confirm' ? 'confirmed' : 'overtaken')
      : []),
  ]
}

/** What the desk itself raises about a text: one for each act. */
function itemAbout(
  kind: 'clock-failure' | 'emergency',
  { actor, now, input }: Ask,
  { doc, content }: Facts,
): OpenItemDraft {
  return {
    kind,
    title: headlineOf(content),
    language: content.type === 'text' ? content.language : '',
    subject: doc.id,
    of: doc.type === 'translation' ? 'translation' : 'release',
    family: familyOf(doc),
    uri: '',
    version: String(doc.revision),
    versionAt: kind === 'clock-failure' ? doc.scheduledFor : now.toISOString(),
    item: '',
    reason: noteOf(input),
    raisedAt: now.toISOString(),
    raisedBy: actor.id,
    raisedByName: actor.name,
  }
}

async function publicationOf(
  ask: Ask,
  { doc, content, fingerprint, subject }: Facts,
): Promise<Publication> {
  const at = ask.now.toISOString()
  const number = subject.edition + 1
  const edition = randomUUID()
  // Nobody can reach these files before the entry names their edition.
  await makePublicFiles({ mediaDir: mediaDirOf(ask.payload), editionId: edition, content })
  return {
    kind: 'publish',
    edition: {
      id: edition,
      subject: doc.id,
      of: doc.type,
      family: familyOf(doc),
      number,
      language: content.type === 'text' ? content.language : 'mul',
      headline: headlineOf(content),
      fingerprint,
      content: canonicalForm(content),
      madeFrom: doc.type === 'translation' ? doc.madeFrom : null,
      change: number === 1 ? 'first' : (ask.input.change ?? 'major'),
      publicNote: ask.input.publicNote ?? '',
      ...approvalOf(ask, subject.approval),
      publishedBy: ask.actor.id,
      publishedAt: at,
    },
    entry: {
      slug: content.type === 'text' ? slugOf(content.headline) : doc.id,
      kind: content.type === 'text' ? content.kind : '',
      uses:
        content.type === 'text'
          ? [...content.images, ...content.documents, ...content.contacts].map(({ id }) => id)
          : [],
      topics: content.type === 'text' ? content.topics.map(({ id }) => id) : [],
    },
  }
}

/** Of an edition. An item's second person approves by publishing it; in an emergency nobody has. */
function approvalOf(
  { action, actor, now }: Ask,
  approval: Approval | null,
): Pick<Publication['edition'], 'approvedBy' | 'approvedAt'> {
  if (action === 'emergency-publish') return { approvedBy: '', approvedAt: null }
  return {
    approvedBy: approval?.by ?? actor.id,
    approvedAt: approval?.at ?? now.toISOString(),
  }
}

/** What the acts that publish nothing leave of what is public. */
const standingAfter: Partial<Record<Action, ChangeOfStanding['standing']>> = {
  withdraw: 'withdrawn',
  retract: 'retracted',
  archive: 'retracted',
  reinstate: 'live',
}

async function standingOf(
  ask: Ask,
  { doc, subject }: Facts,
  standing: ChangeOfStanding['standing'],
): Promise<ChangeOfStanding> {
  const { payload, input, actor } = ask
  const own =
    doc.type !== 'release' || !input.languages || input.languages.includes(subject.language)
  const translations =
    doc.type === 'release'
      ? (await entriesOfFamily(payload, doc.id))
          .filter(
            (entry) => entry.subject !== doc.id && standsBefore[standing].includes(entry.standing),
          )
          .filter((entry) => !input.languages || input.languages.includes(entry.language))
          .map((entry) => entry.subject)
      : []
  const gone = [...(own ? [doc.id] : []), ...translations]
  return {
    kind: 'stand',
    standing,
    at: ask.now.toISOString(),
    explanation: input.explanation ?? '',
    own,
    translations,
    items: ask.action === 'retract' ? await shownOnlyBy(payload, gone) : [],
    actor: { id: actor.id, name: actor.name },
  }
}

function headlineOf(content: Content): string {
  switch (content.type) {
    case 'text':
      return content.headline
    case 'contact':
      return content.name
    default:
      return content.file.name
  }
}

async function holdFamily(ask: Ask, release: string): Promise<DeskDoc> {
  const { payload } = ask
  const until = Date.now() + 5000
  while (Date.now() < until) {
    const doc = await settled(payload, 'release', release)
    if (!doc) break
    const journal: Journal = { kind: 'family', translation: ask.id }
    const held = { busy: 1, busySince: claimTime(doc), unfinished: JSON.stringify(journal) }
    const won: unknown = await payload.db.updateOne({
      collection: 'releases',
      where: asRead(doc),
      data: held,
      options: { atomic: true },
    })
    if (won) return { ...doc, ...held }
  }
  throw new Refused([{ code: 'busy' }], catalogueOf(ask.language))
}

import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { nameOfTerm } from '../language/term-base.ts'
import { canonicalForm, type Content } from '../workflow/content.ts'
import { type RequirementKey, waivedPrint } from '../workflow/requirements.ts'
import type { ActionInput, Approval, Emergency, Person, Situation } from '../workflow/situation.ts'
import { type Action, type DeskType, isText, type Standing } from '../workflow/states.ts'
import {
  approvesByConfirming,
  emergencyOf,
  settlesEmergency,
  stateAfter,
} from '../workflow/transitions.ts'
import { agingMarks } from './aging.ts'
import { familyOf } from './documents.ts'
import { standsBefore } from './door.ts'
import { entriesOfFamily } from './entries.ts'
import type { ChangeOfStanding, Journal, Publication } from './journal.ts'
import { mediaDirOf } from './media-dir.ts'
import { type OpenItemDraft, type Settlement, settlementsAbout } from './open-items.ts'
import { makePublicFiles } from './public-files.ts'
import { publicName } from './public-names.ts'
import { noteOf } from './repeated.ts'
import { confirmedBy } from './segment-confirmations.ts'
import { type Facts, situationOf } from './situation.ts'
import { shownOnlyBy } from './uses.ts'
import { noteIn } from '../workflow/clock-notes.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'

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
  /** Id of the bundle that the text is scheduled with. */
  bundle?: string
}

/** What an act that the rules allow leaves on its document's row, and what is to be completed after it. */
export interface PlannedAct {
  /** Columns of the row, its new revision among them. */
  marks: Record<string, unknown>
  journal: Journal
}

/** Everything that follows from an act, complete before it is decided. Nothing of it is public yet. */
export async function planAct(ask: Ask, facts: Facts): Promise<PlannedAct> {
  const { journal, standing, edition, emergency } = await plan(ask, facts)
  return {
    marks: {
      ...marks(ask, facts),
      ...agingMarks({ ...ask, now: ask.now.toISOString() }, facts),
      ...(await confirmedBy(ask.payload, facts.doc, ask.action)),
      state: stateAfter(ask.action, facts.subject, ask.input),
      standing,
      edition,
      emergency: emergency && JSON.stringify(emergency),
      revision: facts.doc.revision + 1,
    },
    journal,
  }
}

/** What a text has no more when no time is set for it. */
const unscheduled = { scheduledFor: null, scheduledAs: null, bundle: null }

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
        scheduledAs: JSON.stringify({
          change: input.change,
          publicNote: input.publicNote,
          reason: input.reason,
        }),
        bundle: ask.bundle ?? null,
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
            fingerprint: waivedPrint(input.requirement as RequirementKey, facts.waived),
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

const overtaken: readonly Action[] = ['publish', 'emergency-publish', 'withdraw', 'retract']

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
    // What failed was another edition, or isn't read any more.
    ...(overtaken.includes(action) ? await all('came-to-fail', 'overtaken') : []),
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
    item: kind === 'clock-failure' ? noteOf(input) : '',
    reason: noteIn(noteOf(input), catalogueOf('en')),
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
      slug: publicName(content) ?? doc.id,
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
  { type, action, actor, now }: Ask,
  approval: Approval | null,
): Pick<Publication['edition'], 'approvedBy' | 'approvedAt'> {
  if (action === 'emergency-publish') return { approvedBy: '', approvedAt: null }
  // That somebody published an item before, unchanged, is no approval of its being public again.
  const given = isText(type) ? approval : null
  return { approvedBy: given?.by ?? actor.id, approvedAt: given?.at ?? now.toISOString() }
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
    ...(actor.roles.includes('clock') ? { ended: true } : {}),
    own,
    translations,
    items: ask.action === 'retract' ? await shownOnlyBy(payload, gone) : [],
    actor: { id: actor.id, name: actor.name },
  }
}

/** What a text or item is called. */
export function headlineOf(content: Content): string {
  switch (content.type) {
    case 'text':
      return content.headline
    case 'contact':
      return content.name
    case 'term':
      return nameOfTerm(content)
    default:
      return content.file.name
  }
}

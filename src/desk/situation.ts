import type { Payload } from 'payload'
import { z } from 'zod'
import { needsReview } from '../workflow/aging.ts'
import type { PlacedFinding } from '../language/faithful.ts'
import { substanceTouched } from '../language/substance.ts'
import type { Content, TextContent } from '../workflow/content.ts'
import {
  problemsOf,
  type RequirementKey,
  type Surroundings,
  unwaived,
  type Waived,
} from '../workflow/requirements.ts'
import type { ActionInput, Person, Situation, Subject } from '../workflow/situation.ts'
import type { State } from '../workflow/states.ts'
import { resolve, type Resolved } from './content.ts'
import { type DeskDoc, loadDoc } from './documents.ts'
import { entriesOfFamily, entryOf } from './entries.ts'
import { missionOf } from './mission-facts.ts'
import { comparedWith, findingsIn } from './original.ts'
import { openMustFix } from './places.ts'
import { dayIn } from '../workflow/month.ts'
import { dayOf } from '../workflow/zoned-time.ts'

/** A document with all that the rules ask about it. */
export interface Facts extends Resolved {
  doc: DeskDoc
  subject: Subject
  /** What a waiver that is signed now is given for. */
  waived: Waived
  /** Time zone in which days are counted: of the post, where anything here depends on a day. */
  zone: string
}

/** Loads what the rules need to know of a document as it is stored now. */
export async function factsOf(payload: Payload, doc: DeskDoc): Promise<Facts> {
  const resolved = await resolve(payload, doc)
  const subject: Subject = {
    type: doc.type,
    language: doc.type === 'release' || doc.type === 'translation' ? doc.language : '',
    state: doc.state,
    revision: doc.revision,
    fingerprint: resolved.fingerprint,
    createdBy: doc.createdBy,
    submittedBy: doc.submittedBy,
    translator: writerOf(doc),
    authors: doc.authors,
    approval:
      doc.approvedBy && doc.approvedAt && doc.approvedFingerprint
        ? { by: doc.approvedBy, at: doc.approvedAt, fingerprint: doc.approvedFingerprint }
        : null,
    emergency: doc.emergency,
    standing: doc.standing,
    edition: doc.edition,
    embargo: resolved.content.type === 'text' ? resolved.content.embargo : null,
    scheduledFor: doc.scheduledFor,
    aging: agingOf(doc, resolved.content),
    source: null,
    madeFrom: doc.type === 'translation' ? doc.madeFrom : null,
    touches: [],
    liveTranslations: [],
    readableTranslations: [],
  }
  if (doc.type === 'translation' && doc.release)
    subject.source = await sourceOf(payload, doc.release)
  if (resolved.content.type === 'text' && doc.edition > 0 && isAboutToGo(doc.state))
    subject.touches = await touchesOf(payload, doc.id, resolved.content)
  if (doc.type === 'release') {
    const others = (await entriesOfFamily(payload, doc.id)).filter(
      (entry) => entry.subject !== doc.id,
    )
    subject.liveTranslations = others
      .filter((entry) => entry.standing === 'live')
      .map((entry) => entry.language)
    subject.readableTranslations = others
      .filter((entry) => entry.standing !== 'retracted')
      .map((entry) => entry.language)
  }
  const mustFix = await openMustFix(payload, doc, resolved.content)
  const { aging } = subject
  const counts = aging && (aging.needed || aging.reviewBy || aging.endsAt || aging.live.reviewBy)
  const zone = counts ? (await missionOf(payload)).zones.post : 'UTC'
  const { original, findings } = await comparison(payload, resolved, doc, subject)
  return {
    ...resolved,
    around: { ...resolved.around, mustFix, findings },
    doc,
    subject,
    waived: { fingerprint: resolved.fingerprint, original },
    zone,
  }
}

/** Of a translation: what the checks find beside its original, and the fingerprint of that. */
async function comparison(
  payload: Payload,
  resolved: Resolved,
  doc: DeskDoc,
  { source }: Subject,
): Promise<{ original: string; findings: readonly PlacedFinding[] }> {
  if (doc.type !== 'translation' || !doc.release || !source) return { original: '', findings: [] }
  const original = comparedWith(doc, source.fingerprint)
  return { original, findings: await findingsIn(payload, doc.release, resolved, original) }
}

/** A term is whose who began it. */
function writerOf(doc: DeskDoc): string | null {
  if (doc.type === 'term') return doc.createdBy
  return doc.type === 'translation' ? doc.translator : null
}

function agingOf(doc: DeskDoc, content: Content): Subject['aging'] {
  if (doc.type !== 'release' || content.type !== 'text') return null
  return {
    needed: needsReview(content.kind),
    reviewBy: dayOf(doc.reviewBy),
    endsAt: doc.endsAt,
    live: { reviewBy: dayOf(doc.liveReviewBy), endsAt: doc.liveEndsAt },
  }
}

/** Only then somebody says what kind of change it is. */
const isAboutToGo = (state: State): boolean => state === 'approved' || state === 'scheduled'

async function touchesOf(
  payload: Payload,
  subject: string,
  content: TextContent,
): Promise<Subject['touches']> {
  const entry = await entryOf(payload, subject)
  const edition = entry && (await payload.db.findOne(edited(entry.edition)))
  if (!edition) return []
  const before = frozen.parse(edition).content
  return substanceTouched(JSON.parse(before) as TextContent, content)
}

const frozen = z.object({ content: z.string() })
const edited = (id: string) => ({ collection: 'editions' as const, where: { id: { equals: id } } })

/** The release of a translation, as its translations are measured against it. */
export async function sourceOf(
  payload: Payload,
  release: string,
): Promise<NonNullable<Subject['source']>> {
  const entry = await entryOf(payload, release)
  if (entry?.standing === 'live') return { live: true, fingerprint: entry.fingerprint }
  const doc = await loadDoc(payload, 'release', release)
  return { live: false, fingerprint: doc ? (await resolve(payload, doc)).fingerprint : '' }
}

/** What the rules are asked about: this person, these facts, this input. `now`: ISO 8601, UTC. */
export function situationOf(
  facts: Facts,
  actor: Person,
  now: string,
  input?: ActionInput,
): Situation {
  const { content, around, waived, doc, subject, zone } = facts
  const today = dayIn(now, zone)
  const waivers = doc.waivers.map((waiver) => ({
    ...waiver,
    requirement: waiver.requirement as RequirementKey,
  }))
  return {
    actor,
    subject,
    problems: unwaived(
      problemsOf(content, {
        ...around,
        ...embargoAfter(doc, now),
        ...datesOf(subject, today, now),
      }),
      waivers,
      waived,
    ),
    now,
    today,
    input,
  }
}

/**
 * What the embargo of a release must lie after, as long as nothing of it has been public: now while it is written, and
 * the moment of its submission afterwards. One that passes while a reviewer reads was right.
 */
export function embargoAfter(doc: DeskDoc, now: string): Pick<Surroundings, 'embargoAfter'> {
  if (doc.type !== 'release' || doc.edition > 0) return {}
  if (doc.state === 'draft') return { embargoAfter: now }
  return doc.state === 'in-review' && doc.submittedAt ? { embargoAfter: doc.submittedAt } : {}
}

/** The dates of a release. What was published with them is judged by them no more: then the clock looks after them. */
export function datesOf(
  { aging, state }: Pick<Subject, 'aging' | 'state'>,
  today: string,
  now: string,
): Pick<Surroundings, 'dates'> {
  if (!aging) return {}
  const { reviewBy, endsAt } = aging
  const isToCome = state !== 'published' && state !== 'withdrawn'
  return { dates: { reviewBy, endsAt, ahead: isToCome ? { today, now } : null } }
}

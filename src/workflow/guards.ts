import { isReviewDay } from './aging.ts'
import type { InputField, Refusal } from './refusals.ts'
import { type Moment, moments } from './requirements.ts'
import type { Situation } from './situation.ts'
import { type Action, isTranslators } from './states.ts'

/** A rule of one action: a refusal with its facts, or null. Nothing here throws, reads a clock or a database. */
export type Guard = (situation: Situation, action: Action) => Refusal | null

/** Counts everyone who changed the text since it was last approved: a corrected comma is authorship too. */
export const isSecondPerson: Guard = ({ actor, subject }) =>
  subject.authors.includes(actor.id) ? { code: 'own-work' } : null

export const declaresLanguage: Guard = ({ actor, subject }) =>
  actor.reviews.includes(subject.language)
    ? null
    : { code: 'language-not-declared', language: subject.language }

export const isUnconfirmed: Guard = ({ subject }) =>
  subject.emergency ? null : { code: 'nothing-to-confirm' }

export const isSecondToEmergency: Guard = ({ actor, subject }) =>
  subject.emergency?.persons.includes(actor.id) ? { code: 'own-emergency' } : null

/** Translators act on their own translations and terms; an editor or reviewer who holds the action's role acts on all. */
export const isOwnTranslation: Guard = ({ actor, subject }, action) => {
  if (!isTranslators(subject.type)) return null
  if (actor.roles.includes('editor')) return null
  if ((action === 'reopen' || action === 'waive') && actor.roles.includes('reviewer')) return null
  if (!actor.roles.includes('translator')) return null
  return subject.translator === actor.id ? null : { code: 'not-own', action }
}

export const isSubmitterOrEditor: Guard = ({ actor, subject }, action) =>
  actor.roles.includes('editor') || subject.submittedBy === actor.id
    ? null
    : { code: 'not-own', action }

/** A blank input is refused only when the action is taken: a button that asks for it may be open. */
export function asksFor(field: Exclude<InputField, 'revision'>): Guard {
  return ({ subject, input }) => {
    if (!input) return null
    // The first edition has nothing to correct, and only a major change is told to the reader.
    if (field === 'change' && subject.edition === 0) return null
    if (field === 'publicNote' && (subject.edition === 0 || input.change !== 'major')) return null
    return input[field]?.trim() ? null : { code: 'input-missing', field }
  }
}

/** Nobody is told of a minor change: where it touches what the text says, somebody signs for that. */
export const minorIsSignedFor: Guard = ({ subject, input }) =>
  input?.change === 'minor' && subject.touches.length > 0 && !input.reason?.trim()
    ? { code: 'minor-touches', touches: subject.touches }
    : null

/** A scheduled text is the clock's until a person takes the time back; and the clock's only from its time on. */
export const isOfClockOrPerson: Guard = ({ actor, subject, now }, action) => {
  const scheduled = subject.state === 'scheduled'
  if (scheduled !== actor.roles.includes('clock'))
    return ['approved', 'scheduled'].includes(subject.state)
      ? { code: 'wrong-state', action, state: subject.state }
      : null
  const early = scheduled && !(Date.parse(subject.scheduledFor ?? '') <= Date.parse(now))
  return early ? { code: 'not-due', at: subject.scheduledFor ?? '' } : null
}

export const timeIsRight: Guard = ({ subject, input, now }) => {
  if (!input?.at) return null
  const at = Date.parse(input.at)
  // Negated so that a time that can't be read is refused as well.
  if (!(at > Date.parse(now))) return { code: 'time-not-ahead', at: input.at }
  if (subject.embargo && at < Date.parse(subject.embargo))
    return { code: 'time-before-embargo', at: input.at, until: subject.embargo }
  const endsAt = subject.aging?.endsAt
  if (endsAt && at >= Date.parse(endsAt))
    return { code: 'time-after-end', at: input.at, until: endsAt }
  return null
}

/** The clock takes back nothing but what was to end by itself, and nothing before its time. */
export const endsByItself: Guard = ({ actor, subject, now }) => {
  if (!actor.roles.includes('clock')) return null
  const endsAt = subject.aging?.live.endsAt ?? ''
  return Date.parse(endsAt) <= Date.parse(now) ? null : { code: 'not-due', at: endsAt }
}

export const isToBeReviewed: Guard = ({ subject: { aging } }) =>
  aging && (aging.needed || aging.live.reviewBy) ? null : { code: 'nothing-to-review' }

/** A day in the past reminds nobody, and one in ten years neither. */
export const reviewDayIsRight: Guard = ({ input, today }) =>
  input?.reviewBy && !isReviewDay(input.reviewBy, today)
    ? { code: 'not-a-review-day', day: input.reviewBy }
    : null

export const approvedTextUnchanged: Guard = ({ subject }) =>
  subject.approval?.fingerprint === subject.fingerprint ? null : { code: 'changed-since-approval' }

export const embargoPassed: Guard = ({ subject, now }) =>
  subject.embargo && Date.parse(now) < Date.parse(subject.embargo)
    ? { code: 'embargoed', until: subject.embargo }
    : null

export const sourceIsLive: Guard = ({ subject }) =>
  subject.type === 'translation' && !subject.source?.live ? { code: 'release-not-live' } : null

export const translationIsCurrent: Guard = ({ subject }) =>
  subject.type === 'translation' && subject.madeFrom !== subject.source?.fingerprint
    ? { code: 'translation-stale' }
    : null

export const isNotCurrent: Guard = ({ subject }) =>
  subject.madeFrom === subject.source?.fingerprint ? { code: 'translation-current' } : null

export const hasPublicEdition: Guard = ({ subject }, action) =>
  subject.standing === 'live' ? null : { code: 'not-public', action }

export const hasReadableEdition: Guard = ({ subject }, action) =>
  subject.standing === 'live' || subject.standing === 'withdrawn'
    ? null
    : { code: 'not-public', action }

export const languagesOfFamily: Guard = ({ subject, input }) => {
  if (!input?.languages) return null
  const family =
    subject.type === 'release'
      ? [subject.language, ...subject.readableTranslations]
      : [subject.language]
  const strangers = input.languages.filter((language) => !family.includes(language))
  return strangers.length > 0 || input.languages.length === 0
    ? { code: 'language-not-in-family', languages: strangers }
    : null
}

export const isWithdrawn: Guard = ({ subject }) =>
  subject.standing === 'withdrawn' ? null : { code: 'not-withdrawn' }

/** A translation stands in public only beside its release: whoever names languages names the release's own too. */
export const releaseComesBack: Guard = ({ subject, input }) =>
  subject.type === 'release' && input?.languages && !input.languages.includes(subject.language)
    ? { code: 'release-not-live' }
    : null

/**
 * No translation stays behind a release that goes. Withdrawing takes the live translations along, retracting the
 * withdrawn ones too: whoever names languages names them all, or leaves the release itself standing.
 */
export const familyStaysWhole: Guard = ({ subject, input }, action) => {
  const named = input?.languages
  if (subject.type !== 'release' || !named?.includes(subject.language)) return null
  const concerned = action === 'retract' ? subject.readableTranslations : subject.liveTranslations
  const left = concerned.filter((language) => !named.includes(language))
  return left.length > 0 ? { code: 'translations-live', languages: left } : null
}

export function requirementsHold(moment: Moment): Guard {
  return ({ problems }) => {
    const due = moments.slice(0, moments.indexOf(moment) + 1)
    const blockers = problems.filter(
      (problem) => problem.level === 'blocker' && due.includes(problem.moment),
    )
    return blockers.length > 0 ? { code: 'requirements', problems: blockers } : null
  }
}

export const noOpenWarning: Guard = ({ problems }) => {
  const warnings = problems.filter((problem) => problem.level === 'warning')
  return warnings.length > 0 ? { code: 'requirements', problems: warnings } : null
}

export const waivesSomething: Guard = ({ problems, input }) => {
  if (!input?.requirement) return null
  return problems.some(
    (problem) => problem.level === 'warning' && problem.requirement === input.requirement,
  )
    ? null
    : { code: 'nothing-to-waive', requirement: input.requirement }
}

import {
  approvedTextUnchanged,
  asksFor,
  declaresLanguage,
  embargoPassed,
  endsByItself,
  familyStaysWhole,
  hasPublicEdition,
  hasReadableEdition,
  isWithdrawn,
  isNotCurrent,
  isOfClockOrPerson,
  isSecondToEmergency,
  isOwnTranslation,
  isSecondPerson,
  isSubmitterOrEditor,
  isToBeReviewed,
  isUnconfirmed,
  languagesOfFamily,
  minorIsSignedFor,
  noOpenWarning,
  releaseComesBack,
  requirementsHold,
  reviewDayIsRight,
  sourceIsLive,
  timeIsRight,
  translationIsCurrent,
  waivesSomething,
  type Guard,
} from './guards.ts'
import type { Refusal } from './refusals.ts'
import type { ActionInput, Emergency, Person, Situation, Subject } from './situation.ts'
import {
  type Action,
  type ActorRole,
  type DeskType,
  isText,
  isTranslators,
  type Role,
  type State,
} from './states.ts'

export interface Transition {
  from: readonly State[]
  /** `null`: the state stays as it is. */
  to: State | null
  roles: readonly ActorRole[]
  /** Asked in this order; every refusal is told. */
  guards: readonly Guard[]
}

type Course = Partial<Record<Action, Transition>>

const anyState: readonly State[] = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
]

/** The course of releases and translations: the table of the design, section 3. */
export const textCourse = {
  submit: {
    from: ['draft'],
    to: 'in-review',
    roles: ['editor', 'translator'],
    guards: [isOwnTranslation, requirementsHold('submit')],
  },
  recall: {
    from: ['in-review'],
    to: 'draft',
    roles: ['editor', 'translator'],
    guards: [isSubmitterOrEditor],
  },
  return: {
    from: ['in-review'],
    to: 'draft',
    roles: ['reviewer'],
    guards: [asksFor('note')],
  },
  approve: {
    from: ['in-review'],
    to: 'approved',
    roles: ['reviewer'],
    guards: [declaresLanguage, isSecondPerson, requirementsHold('approve'), noOpenWarning],
  },
  reopen: {
    from: ['approved', 'scheduled'],
    to: 'draft',
    roles: ['editor', 'translator', 'reviewer'],
    guards: [isOwnTranslation],
  },
  schedule: {
    from: ['approved'],
    to: 'scheduled',
    roles: ['reviewer'],
    // What the clock will publish is decided here: a correction says what it is.
    guards: [
      asksFor('at'),
      timeIsRight,
      asksFor('change'),
      asksFor('publicNote'),
      minorIsSignedFor,
    ],
  },
  unschedule: {
    from: ['scheduled'],
    to: 'approved',
    roles: ['reviewer'],
    guards: [],
  },
  // The clock could not publish a text at its time: never silently late.
  miss: {
    from: ['scheduled'],
    to: 'approved',
    roles: ['clock'],
    guards: [isOfClockOrPerson, asksFor('note')],
  },
  publish: {
    from: ['approved', 'scheduled'],
    to: 'published',
    roles: ['reviewer', 'clock'],
    guards: [
      isOfClockOrPerson,
      approvedTextUnchanged,
      embargoPassed,
      sourceIsLive,
      translationIsCurrent,
      asksFor('change'),
      asksFor('publicNote'),
      minorIsSignedFor,
      requirementsHold('publish'),
    ],
  },
  // Nobody has approved it: it is public at once, and open on every reviewer's desk until another person confirms it.
  'emergency-publish': {
    from: ['draft', 'in-review'],
    to: 'published',
    roles: ['reviewer', 'administrator'],
    guards: [
      embargoPassed,
      sourceIsLive,
      translationIsCurrent,
      asksFor('reason'),
      asksFor('change'),
      asksFor('publicNote'),
      requirementsHold('publish'),
    ],
  },
  confirm: {
    from: anyState,
    to: null,
    roles: ['reviewer'],
    guards: [isUnconfirmed, declaresLanguage, isSecondToEmergency],
  },
  revise: {
    from: ['published', 'withdrawn'],
    to: 'draft',
    roles: ['editor', 'translator'],
    guards: [isOwnTranslation],
  },
  // What is public was approved once, to the letter. Somebody who reviews its language answers for it for longer.
  'still-right': {
    from: anyState,
    to: null,
    roles: ['reviewer'],
    guards: [
      hasPublicEdition,
      isToBeReviewed,
      declaresLanguage,
      asksFor('reviewBy'),
      reviewDayIsRight,
    ],
  },
  withdraw: {
    from: anyState,
    to: 'withdrawn',
    // The clock: what is to end by itself.
    roles: ['reviewer', 'clock'],
    guards: [
      endsByItself,
      hasPublicEdition,
      asksFor('explanation'),
      languagesOfFamily,
      familyStaysWhole,
    ],
  },
  retract: {
    from: anyState,
    to: 'withdrawn',
    roles: ['reviewer'],
    guards: [hasReadableEdition, asksFor('explanation'), languagesOfFamily, familyStaysWhole],
  },
  // What was approved once is current again, to the letter; what was retracted comes back as a new edition only.
  reinstate: {
    from: anyState,
    to: 'published',
    roles: ['reviewer'],
    guards: [
      isWithdrawn,
      sourceIsLive,
      asksFor('explanation'),
      languagesOfFamily,
      releaseComesBack,
    ],
  },
  renew: {
    from: ['draft'],
    to: null,
    roles: ['editor', 'translator'],
    guards: [isOwnTranslation, isNotCurrent],
  },
  waive: {
    from: ['draft', 'in-review'],
    to: null,
    roles: ['editor', 'translator', 'reviewer'],
    guards: [isOwnTranslation, asksFor('requirement'), asksFor('reason'), waivesSomething],
  },
} satisfies Course

/**
 * The shorter course of contacts, images, documents and terms: approval and publication are one act of a second person.
 * Translators write terms only.
 */
export const itemCourse = {
  submit: {
    from: ['draft'],
    to: 'in-review',
    roles: ['editor', 'translator'],
    guards: [isOwnTranslation, requirementsHold('submit')],
  },
  recall: {
    from: ['in-review'],
    to: 'draft',
    roles: ['editor', 'translator'],
    guards: [isSubmitterOrEditor],
  },
  return: {
    from: ['in-review'],
    to: 'draft',
    roles: ['reviewer'],
    guards: [asksFor('note')],
  },
  publish: {
    from: ['in-review'],
    to: 'published',
    roles: ['reviewer'],
    guards: [isSecondPerson, requirementsHold('publish'), noOpenWarning],
  },
  revise: {
    from: ['published', 'archived'],
    to: 'draft',
    roles: ['editor', 'translator'],
    guards: [isOwnTranslation],
  },
  archive: {
    from: ['draft', 'in-review', 'published'],
    to: 'archived',
    roles: ['reviewer'],
    guards: [hasPublicEdition, asksFor('explanation')],
  },
  waive: {
    from: ['draft', 'in-review'],
    to: null,
    roles: ['editor', 'reviewer'],
    guards: [asksFor('requirement'), asksFor('reason'), waivesSomething],
  },
} satisfies Course

export function courseOf(type: DeskType): Course {
  return isText(type) ? textCourse : itemCourse
}

/**
 * The actions that exist for people of a type, in the order of the table. `renew` is for translations only, `still-right`
 * for releases, whose families are looked at as one, `miss` for the clock.
 */
export function actionsOf(type: DeskType): Action[] {
  const all = Object.entries(courseOf(type)) as [Action, Transition][]
  return all
    .filter(
      ([action, { roles }]) =>
        roles.some(isPersons) && (onlyOf[action] === undefined || onlyOf[action] === type),
    )
    .map(([action]) => action)
}

const onlyOf: Partial<Record<Action, DeskType>> = {
  renew: 'translation',
  'still-right': 'release',
}

const isPersons = (role: ActorRole): role is Role => role !== 'clock'

/** The state after an action that was allowed. Withdrawing only translations leaves their release as it is. */
export function stateAfter(action: Action, subject: Subject, input?: ActionInput): State {
  if (!isConcerned(subject, input)) return subject.state
  // A new edition may be under way on the desk meanwhile.
  if (action === 'reinstate' && subject.state !== 'withdrawn') return subject.state
  return courseOf(subject.type)[action]?.to ?? subject.state
}

/** Whether an act falls on the text itself, and not on translations of it alone. */
function isConcerned(subject: Subject, input?: ActionInput): boolean {
  const { languages } = input ?? {}
  return !languages || subject.type !== 'release' || languages.includes(subject.language)
}

/** What an emergency leaves open. Those of an earlier one that nobody has confirmed yet stay in it. */
export function emergencyOf({ actor, subject, now, input }: Situation, edition: number): Emergency {
  const persons = [actor.id, ...subject.authors, ...(subject.emergency?.persons ?? [])]
  return {
    by: actor.id,
    at: now,
    reason: input?.reason ?? '',
    edition,
    fingerprint: subject.fingerprint,
    persons: [...new Set(persons)],
  }
}

/**
 * Whether an act settles an emergency: confirming it does, and so does a second person who takes the edition back, or
 * who approved the one that takes its place. Whoever published alone can't have it forgotten by taking it back alone.
 */
export function settlesEmergency(
  action: Action,
  { actor, subject, input }: Pick<Situation, 'actor' | 'subject' | 'input'>,
): boolean {
  const { emergency, approval } = subject
  switch (action) {
    case 'confirm':
      return emergency !== null
    // What is only withdrawn may be reinstated.
    case 'retract':
      return isSecondTo(emergency, actor.id) && isConcerned(subject, input)
    case 'publish':
      return isSecondTo(emergency, approval?.by)
    default:
      return false
  }
}

/**
 * Whether confirming an emergency approves the text on the desk as well: while it is published as that very text, and
 * the confirming person has not had their hand in it since, be it that they typed it back to what it was.
 */
export function approvesByConfirming({ actor, subject }: Pick<Situation, 'actor' | 'subject'>) {
  return (
    subject.state === 'published' &&
    subject.emergency?.fingerprint === subject.fingerprint &&
    !subject.authors.includes(actor.id)
  )
}

/** Whether there is an emergency that this person had no part in. */
export function isSecondTo(
  emergency: Pick<Emergency, 'persons'> | null,
  person: string | undefined,
): boolean {
  return emergency !== null && person !== undefined && !emergency.persons.includes(person)
}

/** Every reason why the content isn't this person's to change, in whatever state it is. */
export function refusalsOfAuthorship(
  actor: Person,
  subject: Pick<Subject, 'type' | 'translator'>,
): Refusal[] {
  const roles: readonly Role[] = isTranslators(subject.type) ? ['editor', 'translator'] : ['editor']
  if (!roles.some((role) => actor.roles.includes(role)))
    return [{ code: 'wrong-role', action: null, roles }]
  if (!actor.roles.includes('editor') && subject.translator !== actor.id)
    return [{ code: 'not-own', action: null }]
  return []
}

/** Every reason why this person can't change the content now, none when they can. */
export function refusalsOfChange(actor: Person, subject: Subject, seen?: number): Refusal[] {
  const refusals = refusalsOfAuthorship(actor, subject)
  if (subject.state !== 'draft')
    refusals.push({
      code: 'not-draft',
      state: subject.state,
      next:
        actionsOf(subject.type).find((action) => {
          const transition = courseOf(subject.type)[action]
          return transition?.to === 'draft' && transition.from.includes(subject.state)
        }) ?? null,
    })
  if (seen !== undefined && seen !== subject.revision)
    refusals.push({ code: 'stale-revision', seen, now: subject.revision })
  return refusals
}

/** Every reason why this person can't delete the document: what was ever published, or is under way, stays. */
export function refusalsOfDeletion(
  actor: Person,
  subject: Subject,
  translations: number,
  seen?: number,
): Refusal[] {
  const refusals = refusalsOfChange(actor, subject, seen)
  if (!actor.roles.includes('editor') && !refusals.some(({ code }) => code === 'wrong-role'))
    refusals.unshift({ code: 'wrong-role', action: null, roles: ['editor'] })
  if (subject.edition > 0) refusals.push({ code: 'was-published' })
  if (translations > 0) refusals.push({ code: 'has-translations' })
  return refusals
}

/** Every reason against an action, none when it is open. The button, REST and the clock ask only this. */
export function refusalsOf(action: Action, situation: Situation): Refusal[] {
  const { subject, actor, input } = situation
  const transition = courseOf(subject.type)[action]
  const there = actionsOf(subject.type).includes(action) || actor.roles.includes('clock')
  if (!transition || !there) return [{ code: 'unknown-here', action }]
  const refusals: Refusal[] = []
  const roles = transition.roles.filter(
    (role) => role !== 'translator' || isTranslators(subject.type),
  )
  if (!roles.some((role) => actor.roles.includes(role)))
    refusals.push({ code: 'wrong-role', action, roles: roles.filter(isPersons) })
  if (!transition.from.includes(subject.state))
    refusals.push({ code: 'wrong-state', action, state: subject.state })
  if (input && input.revision !== subject.revision)
    refusals.push({ code: 'stale-revision', seen: input.revision, now: subject.revision })
  for (const guard of transition.guards) {
    const refusal = guard(situation, action)
    if (refusal) refusals.push(refusal)
  }
  return refusals
}

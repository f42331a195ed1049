import { reminderKinds } from './aging.ts'
import { type DeskType, isText, type Role } from './states.ts'

/** Who is written to about what. Whoever acts knows of it already, and is never told. */

/** What somebody is told of: events of the timeline, texts that ended by themselves, and reminders. */
export const toldEvents = [
  'submit',
  'return',
  'approve',
  'publish',
  'emergency-publish',
  'miss',
  'note',
  'reply',
  'lift',
  'end',
  ...reminderKinds,
] as const
export type ToldEvent = (typeof toldEvents)[number]

/** How much a person wants to be mailed. What is essential comes at once whatever they chose. */
export const mailChoices = ['at-once', 'daily', 'essential'] as const
export type MailChoice = (typeof mailChoices)[number]

/** Of these nobody can afford to hear tomorrow. */
export const essentialEvents: readonly ToldEvent[] = ['emergency-publish', 'miss', 'lift']

export interface Colleague {
  id: string
  roles: readonly Role[]
  /** Languages that they declare to review. */
  reviews: readonly string[]
  mailed: MailChoice
}

/** What happened, and whose text or item it is. Ids; empty or null where there is nobody. */
export interface Told {
  what: ToldEvent
  actor: string
  type: DeskType
  /** Of a text. */
  language: string
  /** With whom the draft waits. */
  heldBy: string | null
  submittedBy: string | null
  authors: readonly string[]
  /** Of a reply: who wrote the note. */
  noteBy?: string | null
  /** Of a lifted restriction: who was named on it. */
  named?: readonly string[]
  /** Of a live text: who answers for it, by approving it or by saying that it is still right. */
  answeredBy?: readonly (string | null)[]
}

const isReviewerOf = (type: DeskType, language: string) => (one: Colleague) =>
  one.roles.includes('reviewer') && (!isText(type) || one.reviews.includes(language))

/** Everybody who is told, each once, the actor left out. */
export function receiversOf(told: Told, colleagues: readonly Colleague[]): Colleague[] {
  const { what, type, language, heldBy, submittedBy, authors, noteBy, answeredBy = [] } = told
  const named = (...ids: readonly (string | null | undefined)[]) => {
    const wanted = new Set(ids)
    return (one: Colleague) => wanted.has(one.id)
  }
  const reviews = isReviewerOf(type, language)
  const responsible = named(submittedBy, heldBy, ...answeredBy)
  // Where all of them have left, it is the concern of whoever could take it up.
  const isLeft = !colleagues.some((one) => one.roles.length > 0 && responsible(one))
  const remind = (one: Colleague) => responsible(one) || (isLeft && reviews(one))
  const concerns: Record<ToldEvent, (one: Colleague) => boolean> = {
    // Who has written in it can't approve it.
    submit: (one) => reviews(one) && !authors.includes(one.id),
    return: named(submittedBy, heldBy),
    approve: named(submittedBy, heldBy, ...authors),
    publish: named(submittedBy, heldBy, ...authors),
    'emergency-publish': ({ roles }) =>
      roles.includes('reviewer') || roles.includes('administrator'),
    miss: (one) => reviews(one) || named(submittedBy, heldBy, ...authors)(one),
    note: named(submittedBy, heldBy),
    reply: named(submittedBy, heldBy, noteBy),
    lift: named(...(told.named ?? [])),
    end: (one) => remind(one) || named(...authors)(one),
    'review-soon': remind,
    'review-today': remind,
    'review-overdue': (one) => remind(one) || reviews(one),
  }
  return colleagues.filter((one) => one.id !== told.actor && concerns[what](one))
}

/** When a mail about this is due: at once, with the next summary, or never. */
export function dueOf(what: ToldEvent, choice: MailChoice): 'at-once' | 'summary' | 'never' {
  if (choice === 'at-once' || essentialEvents.includes(what)) return 'at-once'
  return choice === 'daily' ? 'summary' : 'never'
}

/** How long after a failed attempt the next one comes: a minute, then twice as long each time, four hours at most. Milliseconds. */
export function pauseAfter(attempts: number): number {
  return Math.min(60_000 * 2 ** (attempts - 1), 4 * 3_600_000)
}

/** After so many attempts, more than two days, a mail stays for an administrator to look at. */
export const mostAttempts = 20

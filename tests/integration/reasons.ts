import { type Attempt, people, type Shelf, type Somebody, type Who } from './expectations.ts'

/**
 * Why something is closed: every reason that holds, as a code of the REST interface. By hand from the design, as
 * `expectations.ts` is, and told apart from it so that each can be held against the other.
 */

/** What the name of a situation says of a text or item. */
function factsOf(shelf: Shelf, situation: string) {
  const is = (pattern: RegExp) => pattern.test(situation)
  return {
    draft: is(/^draft/),
    inReview: is(/in review/),
    approved: is(/approved/),
    scheduled: is(/^scheduled/),
    published: is(/^published/),
    gone: is(/^(withdrawn|retracted|archived)/),
    /** Of a text on the desk that is, to the letter, what was approved last. */
    isWhatWasApproved: is(/approved|scheduled|^published$|withdrawn|retracted|draft of a second/),
    everPublished: is(/published|withdrawn|retracted|archived|second edition/),
    live: is(/^published|second edition/),
    readable: is(/^published|second edition|^withdrawn/),
    withdrawn: is(/^withdrawn/),
    /** Nobody but whoever published it answers for it yet. */
    alone: is(/emergency/),
    warned: is(/warning/),
    stale: is(/out of date/),
    sourceGone: is(/isn’t live/),
    text: shelf === 'releases' || shelf === 'translations',
    translation: shelf === 'translations',
  }
}

/** The roles that an action needs one of. */
function rolesFor(attempt: Attempt, translation: boolean): readonly string[] {
  const writing = translation ? ['editor', 'translator'] : ['editor']
  if (/^(submit|recall|revise|renew|change|restore)$/.test(attempt)) return writing
  if (/^(reopen|waive)$/.test(attempt)) return [...writing, 'reviewer']
  if (attempt === 'emergency-publish') return ['reviewer', 'administrator']
  return attempt === 'delete' ? ['editor'] : ['reviewer']
}

/** The situations in which an action belongs. */
function belongs(attempt: Attempt, facts: ReturnType<typeof factsOf>): boolean {
  const { draft, inReview, approved, scheduled, published, gone } = facts
  switch (attempt) {
    case 'submit':
    case 'renew':
      return draft
    case 'waive':
    case 'emergency-publish':
      return draft || inReview
    case 'recall':
    case 'return':
    case 'approve':
      return inReview
    case 'publish':
      return facts.text ? approved : inReview
    case 'schedule':
      return approved
    case 'reopen':
      return approved || scheduled
    case 'unschedule':
      return scheduled
    case 'revise':
      return published || gone
    case 'archive':
      return draft || inReview || published
    default:
      return true
  }
}

/** Codes of every reason against it; none, when it is open. Nobody without a role is told a reason. */
export function reasonsAgainst(
  attempt: Attempt,
  who: Who,
  shelf: Shelf,
  situation: string,
): string[] {
  const { roles, did, reviews }: Somebody = people[who]
  const facts = factsOf(shelf, situation)
  const is = (role: string) => roles.includes(role)
  const hasRole = rolesFor(attempt, facts.translation).some(is)
  const reasons = new Set<string>()
  if (!hasRole) reasons.add('wrong-role')
  if (!belongs(attempt, facts)) reasons.add('wrong-state')

  const others = facts.translation && is('translator') && !is('editor') && did !== 'translates'
  if (others && /^(submit|revise|renew|change|restore|delete)$/.test(attempt))
    reasons.add('not-own')
  if (others && /^(reopen|waive)$/.test(attempt) && !is('reviewer')) reasons.add('not-own')
  if (attempt === 'recall' && !is('editor') && did !== 'submitted') reasons.add('not-own')

  const wrote = did === 'wrote' || did === 'translates'
  if (wrote && attempt === (facts.text ? 'approve' : 'publish')) reasons.add('own-work')
  if (attempt === 'confirm') {
    if (!facts.alone) reasons.add('nothing-to-confirm')
    else if (wrote) reasons.add('own-emergency')
  }
  // None of these is of a kind that has to be looked at again.
  if (attempt === 'still-right') reasons.add('nothing-to-review')
  if (/^(approve|confirm|still-right)$/.test(attempt) && reviews)
    reasons.add('language-not-declared')
  if (attempt === 'approve' && facts.warned) reasons.add('requirements')

  if (attempt === 'publish' && facts.text) {
    if (!facts.isWhatWasApproved) reasons.add('changed-since-approval')
  }
  if (attempt.endsWith('publish') && facts.text) {
    if (facts.sourceGone) reasons.add('release-not-live')
    if (facts.stale) reasons.add('translation-stale')
  }
  if (attempt === 'reinstate' && !facts.withdrawn) reasons.add('not-withdrawn')
  if (attempt === 'reinstate' && facts.sourceGone) reasons.add('release-not-live')
  if (attempt === 'renew' && !facts.stale) reasons.add('translation-current')
  if (/^(withdraw|archive|still-right)$/.test(attempt) && !facts.live) reasons.add('not-public')
  if (attempt === 'retract' && !facts.readable) reasons.add('not-public')
  if (attempt === 'waive' && !facts.warned) reasons.add('nothing-to-waive')

  if (/^(change|restore|delete)$/.test(attempt) && !facts.draft) reasons.add('not-draft')
  if (attempt === 'delete' && facts.everPublished) reasons.add('was-published')
  return [...reasons].sort()
}

const forbidden = ['wrong-role', 'not-own', 'own-work', 'own-emergency', 'language-not-declared']
const unfit = ['requirements', 'nothing-to-waive']

/** The one status for several reasons: who may not, learns that first; then what is in the way; then what is missing. */
export function statusFor(reasons: readonly string[]): number {
  if (reasons.length === 0) return 200
  if (reasons.some((reason) => forbidden.includes(reason))) return 403
  return reasons.every((reason) => unfit.includes(reason)) ? 422 : 409
}

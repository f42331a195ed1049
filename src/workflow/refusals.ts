import type { Problem } from './requirements.ts'
import type { Substance } from './situation.ts'
import type { Action, BundleState, DeskType, Role, State } from './states.ts'

/** A text of a bundle, with every reason why it can't go with it. */
export interface Member {
  id: string
  type: DeskType
  /** Nothing goes without it. */
  must: boolean
  language: string
  headline: string
  why: readonly Refusal[]
}

/** Why an action is closed, with the facts that its sentence needs. Sentences: `sentences/`. */
export type Refusal =
  | { code: 'unknown-here'; action: Action }
  | { code: 'wrong-state'; action: Action; state: State }
  | { code: 'stale-revision'; seen: number; now: number }
  | { code: 'wrong-role'; action: Action | null; roles: readonly Role[] }
  | { code: 'not-own'; action: Action | null }
  | { code: 'language-not-declared'; language: string }
  | { code: 'own-work' }
  | { code: 'not-public'; action: Action }
  | { code: 'not-withdrawn' }
  | { code: 'changed-since-approval' }
  | { code: 'release-not-live' }
  | { code: 'translation-stale' }
  | { code: 'translation-current' }
  | { code: 'translations-live'; languages: readonly string[] }
  | { code: 'language-not-in-family'; languages: readonly string[] }
  | { code: 'embargoed'; until: string }
  | { code: 'input-missing'; field: InputField }
  | { code: 'time-not-ahead'; at: string }
  | { code: 'time-before-embargo'; at: string; until: string }
  | { code: 'not-due'; at: string }
  | { code: 'time-after-end'; at: string; until: string }
  | { code: 'nothing-to-review' }
  | { code: 'not-a-review-day'; day: string }
  | { code: 'nothing-to-waive'; requirement: string }
  | { code: 'nothing-to-confirm' }
  | { code: 'own-emergency' }
  | { code: 'minor-touches'; touches: readonly Substance[] }
  | { code: 'requirements'; problems: readonly Problem[] }
  | { code: 'not-draft'; state: State; next: Action | null }
  | { code: 'has-translations' }
  | { code: 'was-published' }
  | { code: 'busy' }
  | { code: 'no-room' }
  | { code: 'settled'; by: string; at: string }
  | { code: 'nothing-to-take-over' }
  | { code: 'only-confirmed' }
  | { code: 'note-not-yours'; mustFix: boolean }
  | { code: 'note-open' }
  | { code: 'passage-gone'; quote: string }
  | { code: 'passage-unclear'; quote: string }
  | { code: 'no-draft'; state: State }
  | { code: 'links-enough' }
  | { code: 'without-you' }
  | { code: 'bundle-state'; state: BundleState }
  | { code: 'bundle-held'; texts: readonly Member[] }
  | { code: 'bundle-left' }

export type RefusalCode = Refusal['code']

export type InputField =
  | 'revision'
  | 'note'
  | 'explanation'
  | 'at'
  | 'change'
  | 'publicNote'
  | 'reviewBy'
  | 'requirement'
  | 'reason'

/** The HTTP status of each refusal; where several apply, the one that comes first in `statusOf` counts. */
export const httpStatus: Record<RefusalCode, 403 | 404 | 409 | 422 | 507> = {
  'unknown-here': 404,
  'wrong-role': 403,
  'not-own': 403,
  'language-not-declared': 403,
  'own-work': 403,
  'own-emergency': 403,
  'wrong-state': 409,
  'stale-revision': 409,
  'not-public': 409,
  'not-withdrawn': 409,
  'changed-since-approval': 409,
  'release-not-live': 409,
  'translation-stale': 409,
  'translation-current': 409,
  'translations-live': 409,
  embargoed: 409,
  'not-draft': 409,
  'not-due': 409,
  'has-translations': 409,
  'was-published': 409,
  'nothing-to-confirm': 409,
  'nothing-to-review': 409,
  busy: 409,
  'no-room': 507,
  settled: 409,
  'nothing-to-take-over': 409,
  'only-confirmed': 409,
  'note-not-yours': 403,
  'note-open': 409,
  'no-draft': 409,
  'links-enough': 409,
  'without-you': 422,
  'bundle-state': 409,
  'bundle-held': 409,
  'bundle-left': 409,
  'passage-gone': 409,
  'passage-unclear': 422,
  'language-not-in-family': 422,
  'input-missing': 422,
  'minor-touches': 422,
  'time-not-ahead': 422,
  'time-before-embargo': 422,
  'time-after-end': 422,
  'not-a-review-day': 422,
  'nothing-to-waive': 422,
  requirements: 422,
}

/** One status for several refusals: who may not act at all learns nothing else first. */
export function statusOf(refusals: readonly Refusal[]): 403 | 404 | 409 | 422 | 507 {
  const present = new Set(refusals.map((refusal) => httpStatus[refusal.code]))
  for (const status of [404, 403, 507, 409] as const) if (present.has(status)) return status
  return 422
}

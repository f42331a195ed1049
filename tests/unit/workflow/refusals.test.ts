import { describe, expect, it } from 'vitest'
import { httpStatus, type Refusal, type RefusalCode, statusOf } from '@/workflow/refusals.ts'

const expected: Record<RefusalCode, number> = {
  // Nothing of that name is here.
  'unknown-here': 404,
  // Not this person.
  'wrong-role': 403,
  'not-own': 403,
  'language-not-declared': 403,
  'own-work': 403,
  'own-emergency': 403,
  'note-not-yours': 403,
  // Not now.
  'wrong-state': 409,
  'stale-revision': 409,
  'not-public': 409,
  'not-withdrawn': 409,
  'nothing-to-confirm': 409,
  'only-confirmed': 409,
  'nothing-to-review': 409,
  'changed-since-approval': 409,
  'release-not-live': 409,
  'translation-stale': 409,
  'translation-current': 409,
  'translations-live': 409,
  embargoed: 409,
  'not-draft': 409,
  'has-translations': 409,
  'was-published': 409,
  busy: 409,
  settled: 409,
  'nothing-to-take-over': 409,
  'bundle-state': 409,
  'bundle-held': 409,
  'bundle-left': 409,
  'note-open': 409,
  'no-draft': 409,
  'links-enough': 409,
  'passage-gone': 409,
  // Not on this disk (RFC 4918, 11.5).
  'not-due': 409,
  'no-room': 507,
  // Not this text or not this input.
  'without-you': 422,
  'language-not-in-family': 422,
  'input-missing': 422,
  'minor-touches': 422,
  'time-not-ahead': 422,
  'time-before-embargo': 422,
  'time-after-end': 422,
  'not-a-review-day': 422,
  'nothing-to-waive': 422,
  'passage-unclear': 422,
  requirements: 422,
}

const one = (code: RefusalCode) => ({ code }) as Refusal

describe('the status of an answer', () => {
  it.each(Object.entries(expected) as [RefusalCode, number][])('%s is %i', (code, status) => {
    expect(httpStatus[code]).toBe(status)
    expect(statusOf([one(code)])).toBe(status)
  })

  it.each([
    [['requirements', 'wrong-state'], 409],
    [['requirements', 'stale-revision', 'own-work'], 403],
    [['wrong-role', 'wrong-state', 'input-missing'], 403],
    [['requirements', 'wrong-role', 'unknown-here', 'busy'], 404],
    [['input-missing', 'requirements'], 422],
    [['wrong-state', 'stale-revision'], 409],
  ] as [RefusalCode[], number][])('of %j is %i, in whatever order', (codes, status) => {
    expect(statusOf(codes.map(one))).toBe(status)
    expect(statusOf(codes.toReversed().map(one))).toBe(status)
  })
})

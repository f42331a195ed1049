import { describe, expect, it } from 'vitest'
import {
  besideItsRelease,
  type BundleAction,
  bundleActions,
  bundleCourse,
  refusalsOfBundle,
  verdictOf,
} from '@/workflow/bundles.ts'
import type { Member } from '@/workflow/refusals.ts'
import type { Subject } from '@/workflow/situation.ts'
import { type BundleState, bundleStates } from '@/workflow/states.ts'

/** Every step that is possible, and whose it is. All others are refused. */
const possible: readonly [BundleAction, BundleState, readonly string[]][] = [
  ['schedule', 'open', ['reviewer']],
  ['unschedule', 'scheduled', ['reviewer']],
  ['publish', 'open', ['reviewer']],
  ['publish', 'scheduled', ['clock']],
  ['miss', 'scheduled', ['clock']],
  ['dissolve', 'open', ['editor', 'reviewer']],
]
const everybody = ['editor', 'translator', 'reviewer', 'administrator', 'clock'] as const

describe('a step with a bundle', () => {
  const cases = bundleActions.flatMap((action) =>
    bundleStates.flatMap((state) => everybody.map((role) => [action, state, role] as const)),
  )
  it.each(cases)('%s when it is %s, by the role %s', (action, state, role) => {
    const row = possible.find(
      ([a, s, roles]) => a === action && s === state && roles.includes(role),
    )
    const refusals = refusalsOfBundle(action, { state, revision: 3 }, [role], 3)
    expect(refusals.length === 0).toBe(row !== undefined)
  })

  it('leads where it says', () => {
    const leads = bundleActions.map((action) => [action, bundleCourse[action].to])
    expect(Object.fromEntries(leads)).toEqual({
      schedule: 'scheduled',
      unschedule: 'open',
      publish: 'published',
      miss: 'open',
      dissolve: 'dissolved',
    })
  })

  it('says whose it is, and never names the clock', () => {
    expect(refusalsOfBundle('publish', { state: 'open', revision: 1 }, ['editor'])).toEqual([
      { code: 'wrong-role', action: null, roles: ['reviewer'] },
    ])
    expect(refusalsOfBundle('dissolve', { state: 'open', revision: 1 }, ['translator'])).toEqual([
      { code: 'wrong-role', action: null, roles: ['editor', 'reviewer'] },
    ])
  })

  it('says what state the bundle is in, and every other reason with it', () => {
    expect(
      refusalsOfBundle('schedule', { state: 'published', revision: 4 }, ['editor'], 2),
    ).toEqual([
      { code: 'wrong-role', action: null, roles: ['reviewer'] },
      { code: 'bundle-state', state: 'published' },
      { code: 'stale-revision', seen: 2, now: 4 },
    ])
  })

  it('isn’t asked about a revision that nobody names', () => {
    expect(refusalsOfBundle('publish', { state: 'open', revision: 9 }, ['reviewer'])).toEqual([])
  })
})

const member = (id: string, must: boolean, open: boolean): Member => ({
  id,
  type: 'release',
  must,
  language: 'en',
  headline: id,
  why: open ? [] : [{ code: 'own-work' }],
})

describe('the verdict on a bundle', () => {
  it.each([
    ['all that must go can', [member('a', true, true), member('b', true, true)], ['a', 'b']],
    ['what may stay behind can’t', [member('a', true, true), member('b', false, false)], ['a']],
    ['what may stay behind can', [member('a', true, true), member('b', false, true)], ['a', 'b']],
  ])('lets go what can, when %s', (_when, members, go) => {
    expect(verdictOf(members)).toEqual({ go, refusal: null })
  })

  it.each([
    ['one that must go can’t', [member('a', true, true), member('b', true, false)], ['b']],
    [
      'one that must go can’t, nor one that may stay behind',
      [member('a', true, true), member('b', true, false), member('c', false, false)],
      ['b'],
    ],
    ['none can', [member('a', false, false), member('b', false, false)], ['a', 'b']],
    ['there is none', [], []],
  ])('lets nothing go, when %s, and names what can’t', (_when, members, held) => {
    const { go, refusal } = verdictOf(members)
    expect(go).toEqual([])
    expect(refusal).toEqual({
      code: 'bundle-held',
      texts: members.filter(({ id }) => held.includes(id)),
    })
  })
})

describe('a translation in the same act as its release', () => {
  const subject = { type: 'translation', source: { live: false, fingerprint: 'old' } } as Subject

  it('is measured against what the release says then', () => {
    const release = { live: true, fingerprint: 'new' }
    expect(besideItsRelease(subject, release)).toEqual({ type: 'translation', source: release })
  })

  it('is measured against what there is when the release doesn’t go', () => {
    expect(besideItsRelease(subject, undefined)).toBe(subject)
  })
})

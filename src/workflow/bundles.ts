import type { Member, Refusal } from './refusals.ts'
import type { SourceFacts, Subject } from './situation.ts'
import type { ActorRole, BundleState } from './states.ts'

/**
 * Several texts that go out together or not at all: languages of a family, or releases. Every text of a bundle is asked
 * the same rules as one that goes alone; a bundle only says how many of them have to agree.
 */

/** `miss` is the clock’s: the time came, and nothing went. */
export const bundleActions = ['schedule', 'unschedule', 'publish', 'miss', 'dissolve'] as const
export type BundleAction = (typeof bundleActions)[number]

interface Step {
  from: readonly BundleState[]
  to: BundleState
  roles: readonly ActorRole[]
}

export const bundleCourse: Record<BundleAction, Step> = {
  schedule: { from: ['open'], to: 'scheduled', roles: ['reviewer'] },
  unschedule: { from: ['scheduled'], to: 'open', roles: ['reviewer'] },
  publish: { from: ['open', 'scheduled'], to: 'published', roles: ['reviewer', 'clock'] },
  miss: { from: ['scheduled'], to: 'open', roles: ['clock'] },
  dissolve: { from: ['open'], to: 'dissolved', roles: ['editor', 'reviewer'] },
}

/** Why a bundle as a whole can't take this step, whatever its texts say. */
export function refusalsOfBundle(
  action: BundleAction,
  bundle: { state: BundleState; revision: number },
  roles: readonly ActorRole[],
  seen?: number,
): Refusal[] {
  const step = bundleCourse[action]
  const refusals: Refusal[] = []
  if (!step.roles.some((role) => roles.includes(role)))
    refusals.push({
      code: 'wrong-role',
      action: null,
      roles: step.roles.filter((role) => role !== 'clock'),
    })
  // A scheduled bundle is the clock's until a person takes its time back, as a single text is.
  const clocks = bundle.state === 'scheduled' && action === 'publish'
  if (
    !step.from.includes(bundle.state) ||
    clocks !== (roles.includes('clock') && action !== 'miss')
  )
    refusals.push({ code: 'bundle-state', state: bundle.state })
  if (seen !== undefined && seen !== bundle.revision)
    refusals.push({ code: 'stale-revision', seen, now: bundle.revision })
  return refusals
}

/** Which texts go: all that can, when everything that must go can. Otherwise none, and why. */
export function verdictOf(members: readonly Member[]): {
  go: readonly string[]
  refusal: Refusal | null
} {
  const held = members.filter(({ why }) => why.length > 0)
  const going = members.filter(({ why }) => why.length === 0)
  if (going.length > 0 && !held.some(({ must }) => must))
    return { go: going.map(({ id }) => id), refusal: null }
  const decisive = going.length > 0 ? held.filter(({ must }) => must) : held
  return { go: [], refusal: { code: 'bundle-held', texts: decisive } }
}

/** A translation in the same act as its release is measured against what that release says then. */
export function besideItsRelease(subject: Subject, release: SourceFacts | undefined): Subject {
  return release ? { ...subject, source: release } : subject
}

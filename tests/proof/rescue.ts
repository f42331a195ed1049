import type { Person } from '@/workflow/situation.ts'
import type { Action, State } from '@/workflow/states.ts'
import {
  after,
  hasWarning,
  printOf,
  realLaws,
  refusalsIn,
  type Step,
  type Which,
  type World,
} from './world.ts'

/** The way back to a draft. */
const home: Partial<Record<State, Action>> = {
  'in-review': 'return',
  approved: 'reopen',
  scheduled: 'reopen',
  published: 'revise',
  withdrawn: 'revise',
}

/**
 * The world in which a text is published, reached from here by one road: back to a draft, up to date, signed for,
 * through a review, to the press room; for a translation, its release first. Null where nobody of the staff can take
 * the next step.
 */
export function published(world: World, which: Which, staff: readonly Person[]): World | null {
  const needsRelease = which === 'translation' && world.release.live.length === 0
  let now = needsRelease ? published(world, 'release', staff) : world
  const take = (action: Action) => {
    const here = now
    if (!here) return
    const step: Step = { kind: 'act', which, action }
    const actor = staff.find((one) => refusalsIn(here, step, one, realLaws).length === 0)
    now = actor ? after(here, step, Number(actor.id), realLaws) : null
  }
  const first = now && home[now[which].state]
  if (first) take(first)
  if (now && which === 'translation' && now.translation.madeFrom !== now.release.live[0])
    take('renew')
  if (now && hasWarning(now, which) && !now[which].waived.includes(printOf(now, which)))
    take('waive')
  take('submit')
  take('approve')
  take('publish')
  return now
}

/**
 * Looks at every world for texts that could never be published again. What only says who wrote what is left out of
 * the memory, so `staff` must hold somebody who wrote nothing.
 */
export function deadEnds(worlds: readonly World[], staff: readonly Person[]): World[] {
  const known = new Map<string, boolean>()
  return worlds.filter((world) => {
    const { release, translation, caption } = world
    const key = JSON.stringify([
      [release, translation].map(({ state, standing, letters, waived, madeFrom }) => [
        state,
        standing,
        letters,
        waived,
        madeFrom,
      ]),
      release.live,
      caption,
    ])
    let alive = known.get(key)
    if (alive === undefined) {
      alive = (['release', 'translation'] as const).every(
        (which) => published(world, which, staff)?.[which].standing === 'live',
      )
      known.set(key, alive)
    }
    return !alive
  })
}

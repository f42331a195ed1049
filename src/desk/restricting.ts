import type { Person } from '../workflow/situation.ts'
import { refusalsOfLifting, refusalsOfRestricting } from '../workflow/restrictions.ts'
import { type Aside, actBeside } from './beside.ts'
import { peopleOf } from './desk-lists.ts'
import { listIn } from './names.ts'
import { restrictionOf } from './restrictions.ts'

/** Acts by which a release and its family become known to named people only, and to everybody again. */

export interface Restricting extends Omit<Aside, 'type'> {
  actor: Person
}

/** Names who may know of the family; those who were named before and aren't any more may not. Null: no such release. */
export function restrict(ask: Restricting, people: readonly string[]): Promise<string | null> {
  const { payload, id, actor, now } = ask
  return actBeside({ ...ask, type: 'release' }, async () => {
    const refusals = refusalsOfRestricting(actor, people)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    const present = await restrictionOf(payload, id)
    const named = [...new Set(people)].sort()
    if (present?.holds && String(present.people) === String(named))
      return { kind: 'done', done: id }
    const step = (present?.steps ?? 0) + 1
    const names = [...(await peopleOf(payload, named)).values()].sort()
    return {
      kind: 'restriction',
      what: 'restrict',
      step: `restriction:${step}`,
      words: listIn(names, ask.language),
      done: id,
      plan: { family: id, step, people: named, ...by(actor, now), told: [] },
    }
  })
}

/** Everybody at the desk may know of it again. Null when there is no such release. */
export function lift(ask: Restricting, reason: string): Promise<string | null> {
  const { payload, id, actor, now } = ask
  return actBeside({ ...ask, type: 'release' }, async () => {
    const present = await restrictionOf(payload, id)
    if (!present?.holds) return { kind: 'done', done: id }
    const refusals = refusalsOfLifting(actor, present.people, reason)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    const step = present.steps + 1
    return {
      kind: 'restriction',
      what: 'lift',
      step: `restriction:${step}`,
      words: reason.trim(),
      done: id,
      plan: { family: id, step, people: [], ...by(actor, now), told: present.people },
    }
  })
}

const by = ({ id, name }: Person, now: Date) => ({ by: id, byName: name, at: now.toISOString() })

import type { Refusal } from './refusals.ts'
import type { Person } from './situation.ts'
import type { Role } from './states.ts'

/** Texts that only named people may know of. */

/** People who can be named on one text. */
export const mostNamedPeople = 100

const mayRestrict: readonly Role[] = ['editor', 'reviewer']
const holds = ({ roles }: Person, wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role))

/** Every reason why this person, who may know of the text, can't restrict it to these people (ids). */
export function refusalsOfRestricting(actor: Person, people: readonly string[]): Refusal[] {
  const refusals: Refusal[] = holds(actor, mayRestrict)
    ? []
    : [{ code: 'wrong-role', action: null, roles: mayRestrict }]
  if (!people.includes(actor.id)) refusals.push({ code: 'without-you' })
  return refusals
}

/**
 * Every reason why this person can't lift a restriction. Those who are named and could have made it may; an
 * administrator who isn't named gives a reason, since it opens what they could not look at.
 */
export function refusalsOfLifting(
  actor: Person,
  people: readonly string[],
  reason: string,
): Refusal[] {
  const named = people.includes(actor.id)
  if (named && holds(actor, mayRestrict)) return []
  if (!holds(actor, ['administrator']))
    return [{ code: 'wrong-role', action: null, roles: [...mayRestrict, 'administrator'] }]
  return reason.trim() === '' ? [{ code: 'input-missing', field: 'reason' }] : []
}

import type { Refusal } from './refusals.ts'
import type { Person, Subject } from './situation.ts'
import type { Role, State } from './states.ts'
import { refusalsOfAuthorship } from './transitions.ts'

/** For how many days an outsider may be let in. */
export const linkDays = [1, 3, 7, 14, 30] as const

/** Links to one text that are open at the same time; a text that more experts check is better sent by mail. */
export const mostLinks = 20

/** States in which there is a draft to be looked at. */
const inWork: readonly State[] = ['draft', 'in-review', 'approved', 'scheduled']

/** What the rules need to know of a link. Moments: ISO 8601, UTC. */
export interface LinkFacts {
  madeBy: string
  until: string
  revokedAt: string | null
  /** How many editions the text had when it was made. */
  edition: number
}

/** Whether a link opens, or what ended it. */
export const linkStandings = ['open', 'revoked', 'expired', 'ended', 'restricted'] as const
export type LinkStanding = (typeof linkStandings)[number]

/**
 * `ended`: the draft that it was made for is published, or there is none. `restricted`: whoever made it (`knows`) may not
 * know of the text any more, so neither may whom they let in. `now`: ISO 8601, UTC.
 */
export function standingOfLink(
  { until, revokedAt, edition }: LinkFacts,
  subject: Pick<Subject, 'state' | 'edition'>,
  now: string,
  knows = true,
): LinkStanding {
  if (revokedAt !== null) return 'revoked'
  if (!knows) return 'restricted'
  if (edition !== subject.edition || !inWork.includes(subject.state)) return 'ended'
  return now < until ? 'open' : 'expired'
}

/** Every reason why this person can't let an outsider see the text now. `open`: how many links to it are. */
export function refusalsOfLinking(
  actor: Person,
  subject: Pick<Subject, 'type' | 'translator' | 'state'>,
  open: number,
): Refusal[] {
  const refusals: Refusal[] = actor.roles.includes('reviewer')
    ? []
    : refusalsOfAuthorship(actor, subject).map((refusal) =>
        refusal.code === 'wrong-role'
          ? { ...refusal, roles: [...refusal.roles, 'reviewer'] }
          : refusal,
      )
  if (!inWork.includes(subject.state)) refusals.push({ code: 'no-draft', state: subject.state })
  if (open >= mostLinks) refusals.push({ code: 'links-enough' })
  return refusals
}

const mayRevoke: readonly Role[] = ['editor', 'reviewer', 'administrator']

/** Every reason why this person can't take a link back. Whoever let somebody in may send them out again. */
export function refusalsOfRevoking(
  actor: Person,
  { madeBy }: Pick<LinkFacts, 'madeBy'>,
): Refusal[] {
  if (madeBy === actor.id || mayRevoke.some((role) => actor.roles.includes(role))) return []
  return [{ code: 'wrong-role', action: null, roles: mayRevoke }]
}

/** What can happen to an account, as its record names it. */
export const accountActs = [
  'made',
  'invited',
  'invited-again',
  'invitation-revoked',
  'invitation-accepted',
  'changed',
  'disabled',
  'enabled',
  'password-changed',
  'password-reset',
  'factor-set',
  'factor-dropped',
  'factor-taken',
  'recovery-used',
  'recovery-renewed',
] as const
export type AccountAct = (typeof accountActs)[number]

/** One line of the record. `actor`: whoever did it, the person themselves included. */
export interface AccountEntry {
  what: AccountAct
  person: string
  personName: string
  actor: string
  actorName: string
  reason: string
  detail: string
  /** ISO 8601, UTC. */
  at: string
}

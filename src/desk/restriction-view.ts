import type { Payload } from 'payload'
import { z } from 'zod'
import { refusalsOfLifting, refusalsOfRestricting } from '../workflow/restrictions.ts'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import { type Role, roles } from '../workflow/states.ts'
import { isOpenAccount } from './accounts/credentials.ts'
import { list, text } from './columns.ts'
import { peopleOf } from './desk-lists.ts'
import { loadDocs } from './documents.ts'
import { restrictionOf, restrictionsNow } from './restrictions.ts'

/** Whether somebody can do it; a sentence says why not. */
interface Opening {
  allowed: boolean
  why: string
}

/** Who may know of a release and its family, as somebody sees it who does. Moments: ISO 8601, UTC. */
export interface RestrictionView {
  /** Null: everybody at the desk. */
  since: { by: string; at: string | null } | null
  /** Everybody at the desk, by name. `named` only where it is restricted. */
  people: { id: string; name: string; roles: Role[]; named: boolean }[]
  restrict: Opening
  lift: Opening
}

const person = z.object({ id: z.string(), name: text, roles: list(z.enum(roles)) })

/** Accounts with a role that aren't closed, by name. */
export async function colleagues(payload: Payload): Promise<z.infer<typeof person>[]> {
  const { docs } = await payload.db.find({
    collection: 'users',
    limit: 0,
    pagination: false,
    select: { name: true, roles: true },
  })
  const all = z
    .array(person)
    .parse(docs)
    .filter((one) => one.roles.length > 0)
  const open = await Promise.all(all.map(({ id }) => isOpenAccount(payload, id)))
  return all
    .filter((_, place) => open[place])
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** Those of them who translate. */
export async function translatorsOf(payload: Payload): Promise<z.infer<typeof person>[]> {
  const all = await colleagues(payload)
  return all.filter(({ roles }) => roles.includes('translator') || roles.includes('editor'))
}

export async function restrictionView(
  payload: Payload,
  family: string,
  actor: Person,
  language: string,
): Promise<RestrictionView> {
  const found = await restrictionOf(payload, family)
  const present = found?.holds ? found : null
  const catalogue = catalogueOf(language)
  const opening = (refusals: Parameters<typeof sentenceOf>[0][]): Opening => ({
    allowed: refusals.length === 0,
    why: refusals.map((refusal) => sentenceOf(refusal, catalogue)).join(' '),
  })
  return {
    since: present ? { by: present.byName, at: present.at } : null,
    people: (await colleagues(payload)).map((one) => ({
      ...one,
      named: present?.people.includes(one.id) ?? false,
    })),
    restrict: opening(refusalsOfRestricting(actor, [actor.id])),
    // Whether a reason is needed is asked when one could be given.
    lift: opening(refusalsOfLifting(actor, present?.people ?? [], '–')),
  }
}

/** What an administrator learns of a restricted text: that there is one, who made it so, and whom to ask. */
export interface RestrictedText {
  id: string
  by: string
  at: string | null
  people: string[]
}

export async function restrictedTexts(payload: Payload): Promise<RestrictedText[]> {
  const all = await restrictionsNow(payload)
  const there = new Set(
    (
      await loadDocs(
        payload,
        'release',
        all.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const names = await peopleOf(
    payload,
    all.flatMap(({ people }) => people),
  )
  return all
    .filter(({ id }) => there.has(id))
    .map(({ id, byName, at, people }) => ({
      id,
      by: byName,
      at,
      people: people.map((one) => names.get(one) ?? '').sort(),
    }))
    .sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))
}

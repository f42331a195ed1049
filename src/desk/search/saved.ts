import type { Payload } from 'payload'
import { z } from 'zod'

/** Questions that somebody keeps for themselves; nobody else sees or removes them. */

export interface SavedSearch {
  id: string
  name: string
  /** As it stands in an address. */
  query: string
}

const row = z.object({ id: z.string(), name: z.string(), query: z.string() })

/** Of one person. */
export const mostSaved = 100

const own = (person: string) => ({ person: { equals: person } })

export async function savedOf(payload: Payload, person: string): Promise<SavedSearch[]> {
  const { docs } = await payload.db.find({
    collection: 'saved-searches',
    where: own(person),
    limit: mostSaved,
    pagination: false,
  })
  return docs.map((one) => row.parse(one)).sort((one, other) => one.name.localeCompare(other.name))
}

/** False when there are too many. */
export async function save(
  payload: Payload,
  person: string,
  search: Omit<SavedSearch, 'id'>,
): Promise<boolean> {
  if ((await savedOf(payload, person)).length >= mostSaved) return false
  await payload.db.create({ collection: 'saved-searches', data: { person, ...search } })
  return true
}

/** Harmless when it is gone. */
export async function forget(payload: Payload, person: string, id: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'saved-searches',
    where: { and: [own(person), { id: { equals: id } }] },
  })
}

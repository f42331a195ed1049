import type { Payload } from 'payload'
import { z } from 'zod'
import type { Person } from '../workflow/situation.ts'
import { isUniqueViolation } from './timeline.ts'

/**
 * Who has a text open. It locks nobody out: the revision decides what is saved, and this only lets people see one
 * another before that. A window says so every quarter of a minute, and is forgotten soon after it went silent.
 */

/** Somebody else who has the text open. `writing`: with changes that aren't saved. */
export interface Neighbour {
  name: string
  writing: boolean
}

/** Three times as long as a window waits between two signs of life. */
const counts = 45_000
/** Rows that are of no use to anybody are removed after so long. */
const kept = 3_600_000

const row = z.looseObject({ name: z.string(), writing: z.boolean() })

/** A sign of life from one window. Returns who else is there. */
export async function arrive(
  payload: Payload,
  subject: string,
  person: Pick<Person, 'id' | 'name'>,
  writing: boolean,
  now: Date,
): Promise<Neighbour[]> {
  const key = `${subject}:${person.id}`
  const data = { name: person.name, writing, seenAt: now.toISOString() }
  const renewed: unknown = await payload.db.updateOne({
    collection: 'presences',
    where: { key: { equals: key } },
    data,
    options: { atomic: true },
  })
  if (!renewed) {
    await forgetOld(payload, person.id, now)
    try {
      await payload.db.create({
        collection: 'presences',
        data: { key, subject, person: person.id, ...data },
      })
    } catch (error) {
      // Another window of theirs came at the same moment.
      if (!isUniqueViolation(error)) throw error
    }
  }
  const { docs } = await payload.db.find({
    collection: 'presences',
    where: {
      subject: { equals: subject },
      person: { not_equals: person.id },
      seenAt: { greater_than: new Date(now.getTime() - counts).toISOString() },
    },
    sort: 'name',
    limit: 20,
    pagination: false,
  })
  return docs.map((one) => {
    const { name, writing: writes } = row.parse(one)
    return { name, writing: writes }
  })
}

/** The window is closed. Harmless when there is nothing; another window says so again. */
export async function leave(payload: Payload, subject: string, person: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'presences',
    where: { key: { equals: `${subject}:${person}` } },
  })
}

async function forgetOld(payload: Payload, person: string, now: Date): Promise<void> {
  await payload.db.deleteMany({
    collection: 'presences',
    where: {
      person: { equals: person },
      seenAt: { less_than: new Date(now.getTime() - kept).toISOString() },
    },
  })
}

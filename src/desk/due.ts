import type { Payload, Where } from 'payload'
import type { ClockNote } from '../workflow/clock-notes.ts'
import type { TextType } from '../workflow/states.ts'
import { collectionOf } from './documents.ts'

/** What the clock's tasks have in common: which texts a moment has come for, several at a time, and how late. */

const atOnce = 100
const lanes = 4

/** The ids of all texts of which something is so, in the order of a moment. */
export async function textsWhere(
  payload: Payload,
  type: TextType,
  where: Where,
  moment: string,
): Promise<string[]> {
  const found: string[] = []
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await payload.db.find<{ id: string }>({
      collection: collectionOf[type],
      where,
      sort: [moment, 'id'],
      limit: atOnce,
      page,
      select: {},
    })
    found.push(...docs.map(({ id }) => id))
    if (!hasNextPage) return found
  }
}

/** Attends to each of them in their order, several at a time. */
export async function attendAll(
  ids: readonly string[],
  attend: (id: string) => Promise<void>,
): Promise<void> {
  const left = [...ids]
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) await attend(id)
    }),
  )
}

/** What is done later than this after its time is marked as late. Milliseconds. */
const late = 60_000

/** What the timeline says of what was done late; empty when it was in time. `due`: ISO 8601, UTC. */
export function lateness(due: string | null, now: Date): Pick<ClockNote, 'due'> {
  return due && now.getTime() - Date.parse(due) > late ? { due } : {}
}

import type { Payload } from 'payload'

/** The row of `counters` that every act at the door raises, after it has changed the register. */
export const revisionKey = 'press-room'

/** The press room's revision: a whole number that every act at the door raises. */
export async function pressRevision(payload: Payload): Promise<number> {
  const row = await payload.db.findOne<{ id: string; value: number }>({
    collection: 'counters',
    where: { key: { equals: revisionKey } },
  })
  return row?.value ?? 0
}

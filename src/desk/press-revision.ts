import type { Payload, PayloadRequest } from 'payload'

const key = 'press-room'

/** Makes the counter, so that raising it is always an update. Safe to call again. */
export async function preparePressRevision(payload: Payload): Promise<void> {
  const found = await payload.db.findOne({
    collection: 'counters',
    where: { key: { equals: key } },
  })
  if (!found) await payload.db.create({ collection: 'counters', data: { key, value: 1 } })
}

/** Makes every cached public page out of date. Called after each act that changes what the public sees. */
export async function raise(payload: Payload): Promise<void> {
  await payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: 1 } },
    options: { atomic: true },
  })
}

/** The press room's revision: a whole number that every act at the door raises. */
export async function pressRevision(payload: Payload): Promise<number> {
  const row = await payload.db.findOne<{ id: string; value: number }>({
    collection: 'counters',
    where: { key: { equals: key } },
  })
  return row?.value ?? 0
}

/** As a hook, for what the public sees without an act at the door: names of topics and of the mission. */
export async function raisePressRevision({ req }: { req: PayloadRequest }): Promise<void> {
  await raise(req.payload)
}

import type { Payload, PayloadRequest } from 'payload'
import { revisionKey } from '../press-room/revision.ts'

/** Makes the counter, so that raising it is always an update. Safe to call again. */
export async function preparePressRevision(payload: Payload): Promise<void> {
  const found = await payload.db.findOne({
    collection: 'counters',
    where: { key: { equals: revisionKey } },
  })
  if (!found)
    await payload.db.create({ collection: 'counters', data: { key: revisionKey, value: 1 } })
}

/** Makes every cached public page out of date. Called after each act that changes what the public sees. */
export async function raise(payload: Payload): Promise<void> {
  await payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: revisionKey } },
    data: { value: { $inc: 1 } },
    options: { atomic: true },
  })
}

/** As a hook, for what the public sees without an act at the door: names of topics and of the mission. */
export async function raisePressRevision({ req }: { req: PayloadRequest }): Promise<void> {
  await raise(req.payload)
}

import type { Payload } from 'payload'
import { finishAll } from './finish.ts'
import { preparePressRevision } from './press-revision.ts'
import { nameImages } from './public-names.ts'

/** Before the first answer: what was begun is completed. `alone`: no other process works on this database. */
export async function repair(payload: Payload, alone: boolean): Promise<void> {
  await preparePressRevision(payload)
  const count = await finishAll(payload, alone)
  if (count > 0) payload.logger.info(`Completed ${count} interrupted act${count === 1 ? '' : 's'}.`)
  await nameImages(payload)
}

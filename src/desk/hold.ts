import type { Payload } from 'payload'
import type { DeskType } from '../workflow/states.ts'
import { asRead, claimTime } from './claims.ts'
import { collectionOf, type DeskDoc } from './documents.ts'
import { settled } from './finish.ts'
import type { Journal } from './journal.ts'

/**
 * Claims a document without deciding anything of it, so that nothing of it may pass meanwhile: waits up to `patience`
 * milliseconds for others. Null when there is no such document; `busy` when others were at it all the time.
 */
export async function hold(
  payload: Payload,
  type: DeskType,
  id: string,
  journal: Journal,
  patience = 5000,
): Promise<DeskDoc | 'busy' | null> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const doc = await settled(payload, type, id)
    if (!doc) return null
    const held = { busy: 1, busySince: claimTime(doc), unfinished: JSON.stringify(journal) }
    const won: unknown = await payload.db.updateOne({
      collection: collectionOf[type],
      where: asRead(doc),
      data: held,
      options: { atomic: true },
    })
    if (won) return { ...doc, ...held }
  }
  return 'busy'
}

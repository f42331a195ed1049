import type { Payload, Where } from 'payload'
import { collectionOf, type DeskDoc } from './documents.ts'

/**
 * A claim on a desk row: `busy` is 1 from the conditional write that decides an act until all of it is done. Claims
 * are told apart by `busySince`, which stays when the row is freed: whoever read the row can see whether anything was
 * done to it since, a claim that came and went included.
 */

/** The moment of a new claim, later than that of every claim before it. ISO 8601, UTC. */
export function claimTime({ busySince }: Pick<DeskDoc, 'busySince'>): string {
  const last = busySince === null ? 0 : Date.parse(busySince)
  return new Date(Math.max(Date.now(), last + 1)).toISOString()
}

/** The row as it was read, with nothing done to it since and nothing under way. */
export function asRead(doc: DeskDoc): Where {
  return {
    id: { equals: doc.id },
    state: { equals: doc.state },
    revision: { equals: doc.revision },
    busy: { equals: 0 },
    busySince: { equals: doc.busySince },
  }
}

/** The row while this very claim is on it. */
function claimed(doc: DeskDoc): Where {
  return {
    id: { equals: doc.id },
    busy: { equals: 1 },
    busySince: { equals: doc.busySince },
  }
}

/** Ends a claim. Nothing happens when it has ended already, whatever has begun since. */
export async function free(payload: Payload, doc: DeskDoc): Promise<void> {
  await payload.db.updateOne({
    collection: collectionOf[doc.type],
    where: claimed(doc),
    data: { busy: 0, unfinished: null },
    options: { atomic: true },
  })
}

/** Makes somebody else's claim one's own, with all that is unfinished. Null when it has ended meanwhile. */
export async function takeOver<Doc extends DeskDoc>(
  payload: Payload,
  doc: Doc,
): Promise<Doc | null> {
  const busySince = claimTime(doc)
  const won: unknown = await payload.db.updateOne({
    collection: collectionOf[doc.type],
    where: claimed(doc),
    data: { busySince },
    options: { atomic: true },
  })
  return won ? { ...doc, busySince } : null
}

/** Whoever read this row before, and wants to act on it now, has to read it again. A claim on it stays. */
export async function markAsTouched(payload: Payload, doc: DeskDoc): Promise<void> {
  await payload.db.updateOne({
    collection: collectionOf[doc.type],
    where: { id: { equals: doc.id }, busy: { equals: 0 } },
    data: { busySince: claimTime(doc) },
    options: { atomic: true },
  })
}

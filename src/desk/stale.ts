import type { Payload } from 'payload'
import type { DeskDoc } from './documents.ts'
import { sourceOf } from './situation.ts'

/** Whether a translation was made from other words than its release has now (decision 008). */
export async function isStale(payload: Payload, doc: DeskDoc): Promise<boolean> {
  if (doc.type !== 'translation' || !doc.release) return false
  return doc.madeFrom !== (await sourceOf(payload, doc.release)).fingerprint
}

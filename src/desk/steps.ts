import type { Payload } from 'payload'

/** Writes beside a text that may be repeated after a crash: rows with an id that was chosen before, and steps on them. */

/** Writes the row unless it is there. */
export async function createOnce(
  payload: Payload,
  collection: 'notes' | 'replies' | 'preview-links' | 'restrictions',
  data: { id: string } & Record<string, unknown>,
): Promise<void> {
  const there = () => payload.db.findOne({ collection, where: { id: { equals: data.id } } })
  if (await there()) return
  try {
    await payload.db.create({ collection, data })
  } catch (error) {
    // Somebody else may complete the same act at this moment, and have written the same row.
    if (!(await there())) throw error
  }
}

/** Takes the row to its next step, once. */
export async function takeStep(
  payload: Payload,
  collection: 'notes' | 'preview-links' | 'restrictions',
  id: string,
  step: number,
  data: Record<string, unknown>,
): Promise<void> {
  await payload.db.updateOne({
    collection,
    where: { id: { equals: id }, steps: { equals: step - 1 } },
    data: { ...data, steps: step },
    options: { atomic: true },
  })
}

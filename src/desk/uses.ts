import type { Payload } from 'payload'
import type { DeskType } from '../workflow/states.ts'

/**
 * The images and documents that are public now and that only these texts show. When a text is retracted its files
 * can't be fetched any more; what another readable text shows, and contacts, stay.
 */
export async function shownOnlyBy(
  payload: Payload,
  texts: readonly string[],
): Promise<{ type: DeskType; id: string }[]> {
  const { docs: going } = await payload.db.find<{ uses?: string[] | null }>({
    collection: 'entries',
    where: { subject: { in: [...texts] } },
    limit: 0,
    pagination: false,
  })
  const ids = [...new Set(going.flatMap((entry) => entry.uses ?? []))]
  const only: { type: DeskType; id: string }[] = []
  for (const id of ids) {
    const { docs: others } = await payload.db.find<{ id: string }>({
      collection: 'entries',
      where: {
        and: [
          { uses: { equals: id } },
          { standing: { in: ['live', 'withdrawn'] } },
          { subject: { not_in: [...texts] } },
        ],
      },
      limit: 1,
      pagination: false,
    })
    if (others.length > 0) continue
    const item = await payload.db.findOne<{ id: string; of: DeskType }>({
      collection: 'entries',
      where: { subject: { equals: id }, standing: { equals: 'live' } },
    })
    if (item?.of === 'image' || item?.of === 'document') only.push({ type: item.of, id })
  }
  return only
}

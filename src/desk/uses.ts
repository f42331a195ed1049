import type { Payload, Where } from 'payload'
import { z } from 'zod'
import type { DeskType, TextType } from '../workflow/states.ts'
import { text } from './columns.ts'
import { collectionOf, related } from './documents.ts'
import { familiesHiddenFrom } from './restrictions.ts'

/** A text that shows a picture, document or contact. `live`: the public reads it so; else it is being worked on. */
export interface Use {
  type: TextType
  id: string
  headline: string
  language: string
  live: boolean
}

/** How many of a kind are named at most. */
export const mostUses = 50

const row = z.looseObject({
  id: z.string(),
  subject: text,
  of: text,
  family: text,
  headline: text,
  language: text,
  release: related,
})

/** Where an item is shown, as this person may know of it: on public pages first, then by what releases in work list. */
export async function usesOf(
  payload: Payload,
  { type, id }: { type: DeskType; id: string },
  person: string,
): Promise<Use[]> {
  // No text lists the terms that it keeps to.
  if (type === 'term') return []
  const hidden = await familiesHiddenFrom(payload, person)
  const find = async (collection: 'entries' | 'releases', where: Where) => {
    const page = { limit: mostUses, pagination: false }
    const { docs } = await payload.db.find({ collection, where, ...page, sort: '-updatedAt' })
    return docs.map((one) => row.parse(one))
  }
  const shown = await find('entries', {
    uses: { equals: id },
    standing: { in: ['live', 'withdrawn'] },
  })
  const listed = await find('releases', {
    [collectionOf[type]]: { in: [id] },
    state: { in: ['draft', 'in-review', 'approved', 'scheduled'] },
  })
  return [
    ...shown
      .filter(({ family }) => !hidden.includes(family))
      .map((entry) => ({ ...nameOf(entry), type: typeOf(entry), id: entry.subject, live: true })),
    ...listed
      .filter((one) => !hidden.includes(one.id))
      .map((one) => ({ ...nameOf(one), type: 'release' as const, id: one.id, live: false })),
  ]
}

const typeOf = ({ of }: z.infer<typeof row>): TextType =>
  of === 'translation' ? 'translation' : 'release'
const nameOf = ({ headline, language }: z.infer<typeof row>) => ({ headline, language })

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

import type { Payload } from 'payload'
import { z } from 'zod'

/** The sums of one day as they are stored. Views and downloads by edition; feeds by path; sites by name. */

const counts = z.record(z.string(), z.number().int().positive())

const sumsSchema = z.strictObject({
  views: counts,
  downloads: counts,
  feeds: counts,
  sites: counts,
})

export type Sums = z.infer<typeof sumsSchema>

const row = z.looseObject({
  id: z.string(),
  day: z.string(),
  // Only the desk writes it.
  sums: z.string().transform((value) => sumsSchema.parse(JSON.parse(value))),
  writings: z.number(),
})

export type Day = z.infer<typeof row>

/** The stored days of a span, in their order. `since`, `until`: `YYYY-MM-DD`, both included. */
export async function daysOf(payload: Payload, since: string, until: string): Promise<Day[]> {
  const { docs } = await payload.db.find({
    collection: 'tallies',
    where: { day: { greater_than_equal: since, less_than_equal: until } },
    sort: 'day',
    limit: 0,
    pagination: false,
  })
  return docs.map((one) => row.parse(one))
}

/** Different names of one kind that a day keeps; what goes beyond is added to the last one. */
const most = 2000
const others = '…'

/** One day's sums with those of a shorter while added. */
export function added(day: Sums | null, more: Sums): Sums {
  const kinds = ['views', 'downloads', 'feeds', 'sites'] as const
  const all = kinds.map((kind) => {
    const sums = new Map(Object.entries(day?.[kind] ?? {}))
    for (const [name, count] of Object.entries(more[kind])) {
      const under = sums.has(name) || sums.size < most ? name : others
      sums.set(under, (sums.get(under) ?? 0) + count)
    }
    return [kind, Object.fromEntries(sums)] as const
  })
  return sumsSchema.parse(Object.fromEntries(all))
}

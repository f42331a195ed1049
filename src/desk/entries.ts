import type { Payload } from 'payload'
import { z } from 'zod'
import { type DeskType, deskTypes } from '../workflow/states.ts'

const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString())

const entrySchema = z.object({
  id: z.string(),
  subject: z.string(),
  of: z.enum(deskTypes),
  family: z.string(),
  language: z.string(),
  slug: z.string(),
  standing: z.enum(['live', 'withdrawn', 'retracted']),
  edition: z.string(),
  number: z.number(),
  fingerprint: z.string(),
  publishedAt: moment,
})

/** A row of the press room's register, as the desk reads it. */
export type DeskEntry = z.infer<typeof entrySchema>

export async function entryOf(payload: Payload, subject: string): Promise<DeskEntry | null> {
  const row = await payload.db.findOne({
    collection: 'entries',
    where: { subject: { equals: subject } },
  })
  return row ? entrySchema.parse(row) : null
}

/** The entries of a family: release and translations, in any standing. */
export async function entriesOfFamily(payload: Payload, family: string): Promise<DeskEntry[]> {
  const { docs } = await payload.db.find({
    collection: 'entries',
    where: { family: { equals: family } },
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => entrySchema.parse(row))
}

/** Where a type stands in the register. The press room knows nothing of the shelf of terms. */
export function shelfOf(type: DeskType): 'texts' | 'images' | 'documents' | 'contacts' | 'terms' {
  return type === 'release' || type === 'translation' ? 'texts' : (`${type}s` as const)
}

import type { Payload } from 'payload'
import { z } from 'zod'
import { list, text } from '../columns.ts'
import { mailChoices } from '../../workflow/mails.ts'
import { type Role, roles } from '../../workflow/states.ts'

const row = z.object({
  id: z.string(),
  name: text,
  email: text,
  roles: list(z.enum(roles)),
  writes: list(z.string()),
  reviews: list(z.string()),
  mailed: z
    .enum(mailChoices)
    .nullish()
    .transform((value) => value ?? 'at-once'),
})
export type Account = z.infer<typeof row> & { roles: Role[] }

export async function accountOf(payload: Payload, id: string): Promise<Account | null> {
  const where = { id: { equals: id } }
  const found: unknown = await payload.db.findOne({ collection: 'users', where })
  return found ? row.parse(found) : null
}

export async function accountAt(payload: Payload, email: string): Promise<Account | null> {
  const where = { email: { equals: email.toLowerCase().trim() } }
  const found: unknown = await payload.db.findOne({ collection: 'users', where })
  return found ? row.parse(found) : null
}

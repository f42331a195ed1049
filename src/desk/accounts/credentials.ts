import type { Payload } from 'payload'
import { z } from 'zod'
import { moment, text } from '../columns.ts'
import { isUniqueViolation } from '../timeline.ts'

/** Rows of `credentials`, and the one way to change them. */

const flag = z.union([z.boolean(), z.number()]).nullish().transform(Boolean)

const row = z.object({
  id: z.string(),
  person: z.string(),
  passwordHash: text,
  passwordSalt: text,
  disabled: flag,
  epoch: z.number(),
  revision: z.number(),
  factor: text,
  factorOffered: text,
  lastStep: z.number(),
  recovery: text,
  linkHash: text,
  linkFor: text,
  linkUntil: moment,
  language: text,
  unfinished: text,
  busySince: moment,
})
export type Credentials = z.infer<typeof row>

export const credentialsIn = (stored: unknown): Credentials => row.parse(stored)

/** What a change writes. Empty texts are stored as such, so that conditions read alike on both databases. */
export type Change = Partial<
  Omit<Credentials, 'id' | 'person' | 'revision' | 'unfinished' | 'busySince'>
>

const blank = {
  passwordHash: '',
  passwordSalt: '',
  disabled: false,
  epoch: 0,
  revision: 0,
  factor: '',
  factorOffered: '',
  lastStep: 0,
  recovery: '[]',
  linkHash: '',
  linkFor: '',
  linkUntil: null,
  language: '',
  unfinished: '',
  busySince: null,
}

/** Null for an account that can't sign in at all. */
export async function credentialsOf(payload: Payload, person: string): Promise<Credentials | null> {
  const where = { person: { equals: person } }
  const found: unknown = await payload.db.findOne({ collection: 'credentials', where })
  return found ? row.parse(found) : null
}

/** Whether somebody works here: not disabled, and not only invited. */
export async function isOpenAccount(payload: Payload, person: string): Promise<boolean> {
  const found = await credentialsOf(payload, person)
  return found !== null && !found.disabled && found.passwordHash !== ''
}

/** The row that a mailed link belongs to, be it in time or not. */
export async function credentialsByLink(
  payload: Payload,
  linkHash: string,
): Promise<Credentials | null> {
  const where = { linkHash: { equals: linkHash } }
  const found: unknown = await payload.db.findOne({ collection: 'credentials', where })
  return found ? row.parse(found) : null
}

/** Many at once, by the account. */
export async function credentialsOfAll(
  payload: Payload,
  people: readonly string[],
): Promise<Map<string, Credentials>> {
  const { docs } = await payload.db.find({
    collection: 'credentials',
    where: { person: { in: [...people] } },
    pagination: false,
    limit: people.length,
  })
  return new Map(docs.map((one) => row.parse(one)).map((one) => [one.person, one]))
}

/** Makes the row of an account; harmless where there is one. */
export async function makeCredentials(
  payload: Payload,
  person: string,
  change: Change = {},
): Promise<void> {
  try {
    await payload.db.create({ collection: 'credentials', data: { ...blank, ...change, person } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

/**
 * Writes over exactly the row that was seen: false when somebody else was quicker. `unfinished` and `busySince` go with
 * an act that is to be completed.
 */
export async function swap(
  payload: Payload,
  seen: Pick<Credentials, 'person' | 'revision'>,
  data: Change & { unfinished?: string; busySince?: string | null },
): Promise<boolean> {
  const written: unknown = await payload.db.updateOne({
    collection: 'credentials',
    where: { person: { equals: seen.person }, revision: { equals: seen.revision } },
    data: { ...data, revision: seen.revision + 1 },
    options: { atomic: true },
  })
  return Boolean(written)
}

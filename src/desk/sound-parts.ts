import {
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type FlattenedField,
  type GlobalBeforeChangeHook,
  isValidID,
  type Payload,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { z } from 'zod'
import { familiesHiddenFrom, filesHiddenFrom } from './restrictions.ts'

/**
 * On SQLite a document's lists and relations lie in tables of their own, which Payload writes after the document's row.
 * There are no transactions (decision 3), so what the database refused there would leave half a change behind, and the
 * old list gone. What it would refuse is therefore found first: relations to nothing, and lines of a list under the id
 * of a line that exists elsewhere.
 */
export const soundParts: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { flattenedFields, slug } = collection
  await refuseDangling(req, flattenedFields, data, { collection: slug })
  return { ...data, ...ownLines(flattenedFields, data, originalDoc) }
}

/** The same for a global. */
export const soundGlobalParts: GlobalBeforeChangeHook = async ({
  global,
  data,
  originalDoc,
  req,
}) => {
  const { flattenedFields, slug } = global
  await refuseDangling(req, flattenedFields, data, { global: slug })
  return { ...data, ...ownLines(flattenedFields, data, originalDoc) }
}

type Data = Record<string, unknown>

/** MongoDB fails on an id that can't be one of its own. */
export function possibleIds({ db }: Payload, wanted: readonly string[]): string[] {
  return wanted.filter((id) => db.name !== 'mongoose' || isValidID(id, 'ObjectID'))
}

const ids = z.union([
  z.array(z.string()),
  z.string().transform((id) => [id]),
  // Anything else is refused by Payload's own validation, which comes next.
  z.unknown().transform((): string[] => []),
])

async function refuseDangling(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  data: Data,
  where: { collection: string } | { global: string },
): Promise<void> {
  const errors: { path: string; message: string }[] = []
  for (const field of fields) {
    if (field.type !== 'relationship' || typeof field.relationTo !== 'string') continue
    const wanted = [...new Set(ids.parse(data[field.name]))]
    if (wanted.length === 0) continue
    const found = await present(req, field.relationTo, wanted)
    if (wanted.some((id) => !found.has(id)))
      errors.push({
        path: field.name,
        message: 'One of these doesn’t exist any more. Take it out, or choose another.',
      })
  }
  if (errors.length > 0) throw new ValidationError({ ...where, errors }, req.t)
}

async function present(
  req: PayloadRequest,
  collection: CollectionSlug,
  wanted: readonly string[],
): Promise<Set<string>> {
  const possible = possibleIds(req.payload, wanted)
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where: { id: { in: possible } },
    select: {},
    limit: 0,
    pagination: false,
  })
  const found = new Set(docs.map(({ id }) => id))
  for (const id of await hiddenIn(req, collection)) found.delete(id)
  return found
}

/** What this person may not know of is nothing to refer to, either. */
async function hiddenIn(
  { payload, user }: PayloadRequest,
  collection: CollectionSlug,
): Promise<string[]> {
  if (!user) return []
  const person = user.id
  switch (collection) {
    case 'releases':
      return familiesHiddenFrom(payload, person)
    case 'images':
    case 'documents':
    case 'contacts':
      return filesHiddenFrom(payload, person)
    default:
      return []
  }
}

const lines = z.array(z.looseObject({ id: z.unknown() })).catch([])

/** Lists with the ids of their own lines only; a line without one gets a new id. */
function ownLines(fields: readonly FlattenedField[], data: Data, stored: Data | undefined): Data {
  const own: Data = {}
  for (const { name, type } of fields) {
    const given = data[name]
    if (type !== 'array' || !Array.isArray(given)) continue
    const free = new Set(lines.parse(stored?.[name]).map(({ id }) => id))
    own[name] = given.map((line: unknown) => {
      if (typeof line !== 'object' || line === null || !('id' in line)) return line
      if (free.delete(line.id)) return line
      const { id: _foreign, ...rest } = line
      return rest
    })
  }
  return own
}

import {
  APIError,
  type BaseDatabaseAdapter,
  type DatabaseAdapterObj,
  ValidationError,
} from 'payload'
import { z } from 'zod'
import { claimTime } from '../desk/claims.ts'

const guarded = new Set(['releases', 'translations', 'contacts', 'images', 'documents', 'terms'])

/** Values that only one row may have, and what to do about it: of two who come at once, one is told. */
const taken: Record<string, string> = {
  translations: 'There is a translation into this language already. Open that one.',
  images: 'A file of this name is being uploaded at the same moment. Try again.',
  documents: 'A file of this name is being uploaded at the same moment. Try again.',
}

const lost = () =>
  new APIError(
    'Somebody else changed this at the same moment. Look at the changes, then try again.',
    409,
  )

/** Both adapters say so of a unique index. Everything that people fill in was validated before. */
function takenOr(error: unknown, collection: string): unknown {
  const sentence = taken[collection]
  return error instanceof ValidationError && sentence ? new APIError(sentence, 409) : error
}

const rowOf = z.looseObject({
  busySince: z
    .union([z.string(), z.date()])
    .nullish()
    .transform((value) => (value ? new Date(value).toISOString() : null)),
})

/** How long a save, or a new translation, waits for an act that leaves its text as it is. Milliseconds. */
const patience = 3_000

/**
 * While a translation is being made, its release is claimed: it can't be deleted meanwhile, and one that is being
 * deleted gets no translation. Returns what ends the claim. Throws 409 when the release is gone or stays busy.
 */
async function holdRelease(
  database: Pick<BaseDatabaseAdapter, 'findOne'>,
  write: BaseDatabaseAdapter['updateOne'],
  release: unknown,
): Promise<() => Promise<unknown>> {
  const id = z.string().parse(release)
  const collection = 'releases'
  const options = { atomic: true }
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const row: unknown = await database.findOne({ collection, where: { id: { equals: id } } })
    if (!row) throw new APIError('The release was deleted at this moment.', 409)
    const busySince = claimTime(rowOf.parse(row))
    const unfinished = JSON.stringify({ kind: 'family', translation: null })
    const won: unknown = await write({
      collection,
      where: { id: { equals: id }, busy: { equals: 0 } },
      data: { busy: 1, busySince, unfinished },
      options,
    })
    const mine = { id: { equals: id }, busy: { equals: 1 }, busySince: { equals: busySince } }
    if (won)
      return () => write({ collection, where: mine, data: { busy: 0, unfinished: null }, options })
    await new Promise((done) => setTimeout(done, 15))
  }
  throw new APIError('Somebody is working on the release at this moment. Try again.', 409)
}

/**
 * Payload writes a changed document by its id, whatever happened to the row since it was read. This puts a condition
 * in front of that write, for every route to it: the row must still be the draft, in the revision, that the change was
 * made on, with nothing else under way. The claim is one statement; of several at once exactly one wins (decision 4).
 * The write itself then asks whether the claim still stands: one that took too long may have been given up.
 */
export function guardedAdapter<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const write = database.updateOne.bind(database)
      const create = database.create.bind(database)
      database.create = async (made) => {
        const { collection, data } = made
        const letGo =
          collection === 'translations' ? await holdRelease(database, write, data.release) : null
        try {
          return await create(made)
        } catch (error) {
          throw takenOr(error, collection)
        } finally {
          await letGo?.()
        }
      }
      database.updateOne = async (update) => {
        const { collection, id, data } = update
        if (id === undefined || !guarded.has(collection)) return write(update)
        const revision = Number(data.revision)
        const unchanged = {
          id: { equals: id },
          state: { equals: 'draft' },
          revision: { equals: revision - 1 },
        }
        const unclaimed = { ...unchanged, busy: { equals: 0 } }
        const mine = {
          id: { equals: id },
          revision: { equals: revision },
          busy: { equals: 1 },
          busySince: { equals: data.busySince as string },
        }
        const { busySince, unfinished } = data
        const claim = (): Promise<unknown> =>
          write({
            collection,
            where: unclaimed,
            data: { busy: 1, busySince, unfinished, revision },
            options: { atomic: true },
          })
        const passes = async (): Promise<boolean> => {
          const row: unknown = await database.findOne({ collection, where: unchanged })
          return row !== null
        }
        const until = Date.now() + patience
        while (!(await claim())) {
          // A note or a family's act passes, and leaves the draft as it is.
          if (Date.now() > until || !(await passes())) throw lost()
          await new Promise((done) => setTimeout(done, 15))
        }
        try {
          const { id: _id, ...rest } = update
          const written: unknown = await write({ ...rest, where: mine } as typeof update)
          if (!written) throw lost()
          return written as never
        } catch (error) {
          await write({
            collection,
            where: mine,
            data: { busy: 0, unfinished: null, revision: revision - 1 },
            options: { atomic: true },
          })
          throw takenOr(error, collection)
        }
      }
      return database
    },
  }
}

import { APIError, type BaseDatabaseAdapter, type DatabaseAdapterObj } from 'payload'

const guarded = new Set(['releases', 'translations', 'contacts', 'images', 'documents'])

/**
 * Payload writes a changed document by its id, whatever happened to the row since it was read. This puts a condition
 * in front of that write, for every route to it: the row must still be the draft, in the revision, that the change was
 * made on, with nothing else under way. The claim is one statement; of several at once exactly one wins (decision 4).
 */
export function guardedAdapter<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const write = database.updateOne.bind(database)
      database.updateOne = async (update) => {
        const { collection, id, data } = update
        if (id === undefined || !guarded.has(collection)) return write(update)
        const revision = Number(data.revision)
        const free = {
          id: { equals: id },
          state: { equals: 'draft' },
          revision: { equals: revision - 1 },
          busy: { equals: 0 },
        }
        const mine = {
          busy: 1,
          busySince: data.busySince,
          unfinished: data.unfinished,
          revision,
        }
        const claimed = (await write({
          collection,
          where: free,
          data: mine,
          options: { atomic: true },
        })) as unknown
        if (!claimed)
          throw new APIError(
            'Somebody else changed this at the same moment. Look at the changes, then try again.',
            409,
          )
        try {
          return await write(update)
        } catch (error) {
          await write({
            collection,
            where: { id: { equals: id }, revision: { equals: revision }, busy: { equals: 1 } },
            data: { busy: 0, busySince: null, unfinished: null, revision: revision - 1 },
            options: { atomic: true },
          })
          throw error
        }
      }
      return database
    },
  }
}

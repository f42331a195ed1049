import type { CollectionBeforeOperationHook } from 'payload'

/** Most documents that one request over REST gets. */
const most = 500

/** Whoever asks for everything at once gets the first page of it. */
export const boundedLists: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'read' || !('limit' in args) || args.overrideAccess) return args
  const { limit } = args
  return typeof limit === 'number' && limit > 0 && limit <= most ? args : { ...args, limit: most }
}

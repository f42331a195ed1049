import { type CollectionBeforeOperationHook, QueryError } from 'payload'
import { z } from 'zod'
import { rolesOf } from './access.ts'

/** Most documents that one request over REST gets. */
const most = 500

/** Whoever asks for everything at once gets the first page of it. */
export const boundedLists: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'read' || !('limit' in args) || args.overrideAccess) return args
  const { limit } = args
  return typeof limit === 'number' && limit > 0 && limit <= most ? args : { ...args, limit: most }
}

const order = z.union([z.string(), z.array(z.string())]).catch([])

/**
 * Lists over REST are ordered by fields of their own. Payload orders by whatever a path reaches through a relation,
 * fields that nobody may read included: the order of translations told that of their translators' password hashes.
 */
export function refuseForeignOrder(sort: unknown): void {
  const foreign = [order.parse(sort)]
    .flat()
    .flatMap((paths) => paths.split(','))
    .map((path) => path.trim().replace(/^-/, ''))
    // Versions keep the document's fields under `version`; `__` is another spelling of the dot.
    .filter((path) => /\.|__/.test(path.replace(/^version(\.|__)/, '')))
  if (foreign.length > 0) throw new QueryError(foreign.map((path) => ({ path })))
}

export const orderedByOwnFields: CollectionBeforeOperationHook = ({
  args,
  overrideAccess,
  req,
}) => {
  // Who may read nothing is told so, and not first what is wrong with the question.
  if (!overrideAccess && rolesOf(req).length > 0 && 'sort' in args) refuseForeignOrder(args.sort)
  return args
}

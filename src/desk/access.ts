import type { Access, PayloadRequest } from 'payload'
import type { Role } from '../workflow/states.ts'
import { bundlesHiddenFrom } from './bundles.ts'
import {
  everythingHiddenFrom,
  familiesHiddenFrom,
  filesHiddenFrom,
  without,
} from './restrictions.ts'

/** Roles of the person who asks; none for a stranger. */
export function rolesOf(req: PayloadRequest): readonly Role[] {
  return (req.user as { roles?: Role[] } | null)?.roles ?? []
}

export const has =
  (...wanted: Role[]): Access =>
  ({ req }) =>
    rolesOf(req).some((role) => wanted.includes(role))

/** Everybody who has a role at this desk. */
export const staff: Access = ({ req }) => rolesOf(req).length > 0

export const nobody: Access = () => false

/**
 * Whether something is to be read. Where Payload asks in general, to tell browsers what somebody may do, it passes the
 * answer on as it is: a question in it would name what is hidden. It says nothing of files then.
 */
const isReading = ({ isReadingStaticFile }: Parameters<Access>[0]): boolean =>
  isReadingStaticFile !== undefined

type Rows = 'texts' | 'files' | 'records' | 'bundles'

/**
 * Everybody who has a role at this desk, but for what belongs to a text that is restricted to others. `column`: where a
 * row names what it belongs to: its family, or for pictures, documents and contacts itself.
 */
export function knowing(rows: Rows, column: string, allowed: Access = staff): Access {
  return async (args) => {
    const { user, payload } = args.req
    if (!user || (await allowed(args)) !== true) return false
    const ids = await hiddenOf(rows, payload, user.id)
    if (isReading(args)) return ids.length === 0 ? true : without(column, ids)
    return true
  }
}

/** The same for versions, whose absence Payload answers otherwise where there is a question: so there always is one. */
export function knowingVersions(rows: Rows, column: string): Access {
  return async (args) => {
    const open = await knowing(rows, column)(args)
    return open === true && isReading(args) ? { id: { exists: true } } : open
  }
}

async function hiddenOf(
  rows: Rows,
  payload: PayloadRequest['payload'],
  person: string,
): Promise<string[]> {
  switch (rows) {
    case 'texts':
      return familiesHiddenFrom(payload, person)
    case 'files':
      return filesHiddenFrom(payload, person)
    case 'bundles':
      return bundlesHiddenFrom(payload, person)
    // Of texts and files alike.
    case 'records':
      return everythingHiddenFrom(payload, person)
  }
}

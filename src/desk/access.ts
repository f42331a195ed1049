import type { Access, PayloadRequest } from 'payload'
import type { Role } from '../workflow/states.ts'

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

import { APIError } from 'payload'
import { z } from 'zod'
import type { Person } from '../workflow/situation.ts'
import { roles } from '../workflow/states.ts'
import { list, text } from './columns.ts'

const schema = z.object({
  id: z.string(),
  name: text,
  roles: list(z.enum(roles)),
  writes: list(z.string()),
  reviews: list(z.string()),
})

/** The person of a signed-in user, or null for a stranger and for an account without any role. */
export function personOf(user: unknown): Person | null {
  const parsed = schema.safeParse(user)
  return parsed.success && parsed.data.roles.length > 0 ? parsed.data : null
}

/** Whether somebody is signed in, but has to set up a second factor before anything else. */
export function waitsForFactor(user: unknown): boolean {
  return z.looseObject({ waitsForFactor: z.literal(true) }).safeParse(user).success
}

/**
 * The person of a request. Throws an `APIError`: 401 for a stranger, with `otherwise` as its sentence, and 403 for
 * somebody whose account has no role at this desk.
 */
export function requirePerson(user: unknown, otherwise: string): Person {
  const person = personOf(user)
  if (person) return person
  if (waitsForFactor(user))
    throw new APIError(
      'Your role needs a second factor. Set one up first: /admin/signing-in, or POST /api/my-account/second-factor.',
      403,
    )
  if (user) throw new APIError('Your account has no role at this desk. Ask an administrator.', 403)
  throw new APIError(otherwise, 401)
}

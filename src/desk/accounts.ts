import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionAfterErrorHook, CollectionBeforeOperationHook } from 'payload'
import { APIError, AuthenticationError, LockedAuth } from 'payload'
import { z } from 'zod'
import { weaknessOf } from './password-rule.mjs'

const withPassword = z.looseObject({ password: z.unknown() })

/** Create, update and reset alike; the reset carries its password in the same place. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const parsed = withPassword.safeParse('data' in args ? args.data : undefined)
  const password = parsed.success ? (parsed.data.password ?? null) : null
  if (password === null) return args
  const weakness =
    typeof password === 'string' ? weaknessOf(password) : 'Send the password as a text.'
  if (weakness) throw new APIError(weakness, 422)
  return args
}

/** Bulk changes of accounts have no place either, whatever route they come by. */
export const oneAccountAtATime: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'update' && !('id' in args))
    throw new APIError('Change one account at a time.', 405)
  return args
}

/** That an account is locked would tell that there is one: it is answered like a wrong password. */
export const hideLock: CollectionAfterErrorHook = ({ error, req }) => {
  if (!(error instanceof LockedAuth)) return
  const { message, status } = new AuthenticationError(req.t)
  return { response: { errors: [{ message }] }, status }
}

const signingIn = z.looseObject({ email: z.string(), password: z.string() })
const lockable = z.looseObject({
  lockUntil: z.union([z.string(), z.date()]).nullish(),
})

/**
 * Payload compares passwords only where it finds an account that isn't locked, and the time that it saves elsewhere
 * would tell which addresses have one. The work is Payload's own: PBKDF2-SHA256, 600,000 rounds.
 */
export const sameWorkForEverybody: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'login') return args
  const parsed = signingIn.safeParse('data' in args ? args.data : undefined)
  if (!parsed.success) return args
  const row = await req.payload.db.findOne({
    collection: 'users',
    where: { email: { equals: parsed.data.email.toLowerCase().trim() } },
  })
  const { lockUntil } = row ? lockable.parse(row) : {}
  if (!row || (lockUntil && new Date(lockUntil) > new Date()))
    await promisify(pbkdf2)(parsed.data.password, 'nobody', 600_000, 32, 'sha256')
  return args
}

import type { CollectionBeforeOperationHook } from 'payload'
import { APIError } from 'payload'
import { z } from 'zod'

/** OWASP ASVS 5.0, 6.2: length is what counts; twelve characters at least. */
export const shortestPassword = 12

const commonest = new Set(
  [
    'password',
    'qwertyuiop',
    '123456789',
    'administrator',
    'letmein',
    'welcome',
    'communique',
  ].flatMap((word) => [word, `${word}1`, `${word}123`, `${word}1234`, `${word}12345`]),
)

/** Null, or what to do about a password. */
export function weaknessOf(password: string): string | null {
  if ([...password].length < shortestPassword)
    return `Choose a password of at least ${shortestPassword} characters.`
  if (commonest.has(password.toLowerCase()) || new Set(password).size < 5)
    return 'Choose a password that isn’t so easily guessed.'
  return null
}

const withPassword = z.looseObject({ password: z.string() })

/** Create, update and reset alike; the reset carries its password in the same place. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const parsed = withPassword.safeParse('data' in args ? args.data : undefined)
  const weakness = parsed.success ? weaknessOf(parsed.data.password) : null
  if (weakness) throw new APIError(weakness, 422)
  return args
}

/** Bulk changes of accounts have no place either, whatever route they come by. */
export const oneAccountAtATime: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'update' && !('id' in args))
    throw new APIError('Change one account at a time.', 405)
  return args
}

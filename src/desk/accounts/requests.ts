import { addDataAndFileToRequest, APIError, type PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { AccountWord } from '../../admin/words/accounts-en.ts'
import { fill, wordsOf } from '../../admin/words/words.ts'
import type { SignedIn } from './sessions.ts'
import { incomplete } from '../rest.ts'

/** What the routes about accounts have in common. */

/** A refusal in the words of whoever asks. */
export function refusal(
  req: Pick<PayloadRequest, 'i18n'>,
  status: number,
  key: AccountWord,
  facts: Record<string, string> = {},
  data: Record<string, unknown> = {},
): APIError {
  return new APIError(fill(wordsOf(req.i18n.language)[key], facts), status, data)
}

/** A body that may come as JSON or as the admin's forms send it. */
export async function inputOf<Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  // A body can be read once only.
  if (req.data === undefined) await addDataAndFileToRequest(req)
  const parsed = schema.safeParse(req.data ?? {})
  if (!parsed.success) throw incomplete(parsed.error)
  return parsed.data
}

/** Whoever is signed in, also while they wait for their second factor. */
export function somebody(req: PayloadRequest): SignedIn {
  if (!req.user) throw new APIError('Sign in first.', 401)
  return req.user as unknown as SignedIn
}

/** Of whom the server says that they ask; empty where there is no network in between. */
export const addressOf = (req: Pick<PayloadRequest, 'headers'>): string =>
  req.headers.get('x-forwarded-for') ?? ''

/** An answer that nobody keeps. */
export const unkept = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }

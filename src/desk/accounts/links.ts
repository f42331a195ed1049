import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { sha256 } from '../../workflow/fingerprint.ts'
import { clockOf } from '../desk-clock.ts'
import { giveBack, take } from './attempts.ts'
import { type Change, type Credentials, credentialsByLink, credentialsOf } from './credentials.ts'
import { tell } from './letters.ts'
import { hashed, weaknessFor } from './passwords.ts'
import { type Account, accountAt, accountOf } from './people.ts'
import { act } from './plans.ts'
import { addressOf, inputOf, refusal, unkept } from './requests.ts'
import { ownEntry } from './sign-in.ts'
import { swap } from './credentials.ts'

/**
 * Links by which people choose their own password: to accept an invitation, or because they have forgotten it. The
 * secret is 256 random bits; only its hash is stored, and it counts once. In the link it stands behind `#`, which
 * browsers keep to themselves: no server, log or referrer ever sees it.
 */

const day = 24 * 3_600_000
const lasting = { invitation: 7 * day, reset: day / 24 } as const
type Purpose = keyof typeof lasting

export function newLink(
  origin: string,
  purpose: Purpose,
  now: Date,
): { address: string; change: Change } {
  const secret = randomBytes(32).toString('base64url')
  return {
    address: `${origin}/admin/choose-password#${secret}`,
    change: {
      linkHash: sha256(secret),
      linkFor: purpose,
      linkUntil: new Date(now.getTime() + lasting[purpose]).toISOString(),
    },
  }
}

export const noLink: Change = { linkHash: '', linkFor: '', linkUntil: null }

/** Whether a row's link counts now. */
export function isOpen({ linkHash, linkUntil, disabled }: Credentials, now: Date): boolean {
  return linkHash !== '' && !disabled && linkUntil !== null && Date.parse(linkUntil) > now.getTime()
}

const secret = z.string().regex(/^[\w-]{43}$/)

/** The account behind a secret; the same refusal for one that never was, is over, was used or taken back. */
async function behind(
  req: PayloadRequest,
  given: unknown,
): Promise<{ account: Account; row: Credentials }> {
  const address = addressOf(req)
  if (address && (await take(req.payload, 'address', address)) !== null)
    throw refusal(req, 429, 'signInTooOften', { minutes: '10' })
  const parsed = secret.safeParse(given)
  const row = parsed.success && (await credentialsByLink(req.payload, sha256(parsed.data)))
  const account = row && isOpen(row, clockOf(req)) && (await accountOf(req.payload, row.person))
  if (!row || !account) throw refusal(req, 404, 'linkGone')
  if (address) await giveBack(req.payload, 'address', address)
  return { account, row }
}

const withSecret = z.strictObject({ secret: z.string() })

/** Whom a link is for, and what for. */
export async function lookAtLink(req: PayloadRequest): Promise<Response> {
  const { account, row } = await behind(req, (await inputOf(req, withSecret)).secret)
  const { name, email } = account
  return Response.json({ name, email, purpose: row.linkFor }, { headers: unkept })
}

const choice = z.strictObject({ secret: z.string(), password: z.string().max(1024) })

/** Sets the password of whoever holds the secret, uses the secret up, and ends every session. Signs nobody in. */
export async function choosePassword(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const given = await inputOf(req, choice)
  const { account, row: seen } = await behind(req, given.secret)
  const weakness = await weaknessFor(payload, given.password, account)
  if (weakness) throw refusal(req, 422, weakness)
  const password = await hashed(given.password)
  const accepted = seen.linkFor === 'invitation'
  await act(payload, account.id, req.i18n.language, (row) => {
    if (row.linkHash !== seen.linkHash || !isOpen(row, clockOf(req)))
      throw refusal(req, 404, 'linkGone')
    return {
      change: { ...password, ...noLink, epoch: row.epoch + 1 },
      entry: ownEntry(req, account, accepted ? 'invitation-accepted' : 'password-reset'),
    }
  })
  if (!accepted) await tell(payload, account, 'PasswordChanged')
  return Response.json({ email: account.email }, { headers: unkept })
}

const forgotten = z.strictObject({ email: z.string().max(320) })

/** The same answer, at once, for every address: whether a mail goes out is seen in its mailbox only. */
export async function forgotPassword(req: PayloadRequest): Promise<Response> {
  const { email } = await inputOf(req, forgotten)
  const { payload } = req
  sendReset(req, email).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'a link to a new password could not be made' })
  })
  return Response.json({ message: 'OK' }, { headers: unkept })
}

async function sendReset(req: PayloadRequest, email: string): Promise<void> {
  const { payload } = req
  const account = await accountAt(payload, email)
  const row = account && (await credentialsOf(payload, account.id))
  // Whoever was invited has a link of their own, which lasts longer.
  if (!account || !row || row.disabled || row.passwordHash === '') return
  if ((await take(payload, 'forgotten', account.id)) !== null) return
  const { address, change } = newLink(payload.config.serverURL, 'reset', clockOf(req))
  for (let tries = 0; tries < 5; tries++) {
    const now = await credentialsOf(payload, account.id)
    if (!now || now.disabled) return
    if (await swap(payload, now, change)) return tell(payload, account, 'Reset', {}, address)
  }
}

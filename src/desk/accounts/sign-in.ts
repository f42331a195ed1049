import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { clockOf } from '../desk-clock.ts'
import { type AccountEntry } from './acts.ts'
import { giveBack, type limits, take } from './attempts.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import { opened, recoveryLeft, stepOf, withoutCode } from './factor.ts'
import { knownDevice, newDeviceMark } from './known-devices.ts'
import { tell } from './letters.ts'
import { isPassword } from './passwords.ts'
import { type Account, accountAt } from './people.ts'
import { act } from './plans.ts'
import { addressOf, inputOf, refusal, unkept } from './requests.ts'
import { beginSession, needsFactor } from './sessions.ts'
import { deviceCookie, deviceMarkOf, sessionCookie } from './tokens.ts'
import { swap } from './credentials.ts'

/**
 * The one route that begins a session. Password and code come together: a right password alone is answered with the
 * wish for the code, and leaves nothing behind.
 */

const input = z.strictObject({
  email: z.string().max(320),
  // No password is longer; whoever sends more gets no work done for it.
  password: z.string().max(1024),
  code: z.string().max(64).optional(),
})

type Count = [kind: keyof typeof limits, who: string]

export async function signIn(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const { email, password, code = '' } = await inputOf(req, input)
  const account = await accountAt(payload, email)
  const device = account && knownDevice(payload, account.id, deviceMarkOf(payload, req.headers))
  const counts: Count[] = [
    ['account', device ? `device:${device}` : email.toLowerCase().trim()],
    ...(addressOf(req) ? [['address', addressOf(req)] satisfies Count] : []),
  ]
  for (const count of counts) await allowed(req, count)
  const credentials = account && (await credentialsOf(payload, account.id))
  const right = await isPassword(password, credentials)
  if (!account || !credentials || credentials.disabled || !right)
    throw refusal(req, 401, 'signInWrong')
  const back = () => Promise.all(counts.map((count) => giveBack(payload, ...count)))
  if (credentials.factor !== '') {
    if (code.trim() === '') {
      await back()
      throw refusal(req, 401, 'signInCode', {}, { secondFactor: true })
    }
    await allowed(req, ['code', account.id])
    if (!(await isCode(req, account, credentials, code)))
      throw refusal(req, 401, 'signInCodeWrong', {}, { secondFactor: true })
    await giveBack(payload, 'code', account.id)
  }
  await back()
  return begin(req, account, credentials)
}

async function allowed(req: PayloadRequest, count: Count): Promise<void> {
  const wait = await take(req.payload, ...count)
  if (wait === null) return
  throw refusal(req, 429, 'signInTooOften', { minutes: String(Math.ceil(wait / 60)) })
}

/** A code of the authenticator or a recovery code, used up by one conditional write. */
async function isCode(
  req: PayloadRequest,
  account: Account,
  credentials: Credentials,
  code: string,
): Promise<boolean> {
  const { payload } = req
  if (await useStep(req, account.id, code)) return true
  if (withoutCode(credentials.recovery, code) === null) return false
  let used = false
  let left = ''
  await act(payload, account.id, req.i18n.language, (row) => {
    const recovery = withoutCode(row.recovery, code)
    // Somebody else has used the same code meanwhile.
    if (recovery === null) throw refusal(req, 401, 'signInCodeWrong', {}, { secondFactor: true })
    used = true
    left = String(recoveryLeft(recovery))
    const entry = { ...ownEntry(req, account, 'recovery-used'), detail: left }
    return { change: { recovery }, entry }
  })
  if (used) await tell(payload, account, 'RecoveryUsed', { left })
  return used
}

/** Accepts a code of the authenticator once: its step must be later than the last one. */
export async function useStep(req: PayloadRequest, person: string, code: string): Promise<boolean> {
  const { payload } = req
  for (let tries = 0; tries < 5; tries++) {
    const row = await credentialsOf(payload, person)
    const secret = row && opened(row.factor, payload.secret, person)
    const step = secret ? stepOf(secret, code, clockOf(req)) : null
    if (!row || step === null || step <= row.lastStep) return false
    if (await swap(payload, row, { lastStep: step })) return true
  }
  return false
}

/** The line in the record for what a person does with their own account. */
export function ownEntry(
  req: PayloadRequest,
  { id, name }: Pick<Account, 'id' | 'name'>,
  what: AccountEntry['what'],
): AccountEntry {
  const at = clockOf(req).toISOString()
  const who = { person: id, personName: name, actor: id, actorName: name }
  return { what, ...who, reason: '', detail: '', at }
}

async function begin(
  req: PayloadRequest,
  account: Account,
  credentials: Credentials,
): Promise<Response> {
  const { payload } = req
  const userAgent = req.headers.get('user-agent')
  const { token, expiresAt } = await beginSession(payload, credentials, userAgent)
  await keepLanguage(req, credentials)
  const waits = credentials.factor === '' && (await needsFactor(payload, account.roles))
  const headers = new Headers(unkept)
  headers.append('set-cookie', sessionCookie(payload, token, expiresAt))
  headers.append('set-cookie', deviceCookie(payload, newDeviceMark(payload, account.id)))
  return Response.json(
    {
      user: { ...account, collection: 'users' },
      token,
      exp: Math.floor(expiresAt / 1000),
      secondFactorMissing: waits,
    },
    { headers },
  )
}

/** Mails speak the language that somebody works in. Not worth a second try when the row changes meanwhile. */
async function keepLanguage(req: PayloadRequest, seen: Credentials): Promise<void> {
  const { language } = req.i18n
  if (language === seen.language) return
  const row = await credentialsOf(req.payload, seen.person)
  if (row) await swap(req.payload, row, { language })
}

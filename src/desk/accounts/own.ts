import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { clockOf } from '../desk-clock.ts'
import { missing } from '../rest.ts'
import { giveBack, take } from './attempts.ts'
import { type Credentials, credentialsOf, swap } from './credentials.ts'
import {
  factorAddress,
  newFactor,
  newRecoveryCodes,
  opened,
  recoveryLeft,
  recoveryOf,
  sealed,
  stepOf,
} from './factor.ts'
import { noLink } from './links.ts'
import { tell } from './letters.ts'
import { hashed, isPassword, weaknessFor } from './passwords.ts'
import { act } from './plans.ts'
import { square } from './square.ts'
import { inputOf, refusal, somebody, unkept } from './requests.ts'
import {
  carryOver,
  endSession,
  needsFactor,
  prolong,
  sessionsOf,
  type SignedIn,
} from './sessions.ts'
import { ownEntry, useStep } from './sign-in.ts'
import { noSessionCookie, sessionCookie, tokenOf } from './tokens.ts'

/** What people do with their own account and sessions. */

async function rowOf(req: PayloadRequest, person: string): Promise<Credentials> {
  const row = await credentialsOf(req.payload, person)
  if (!row) throw missing()
  return row
}

/** An open browser isn't enough for what could lock its person out. Counted like attempts to sign in. */
async function confirmed(
  req: PayloadRequest,
  me: SignedIn,
  password: string,
): Promise<Credentials> {
  const { payload } = req
  const who = `own:${me.id}`
  const wait = await take(payload, 'account', who)
  if (wait !== null)
    throw refusal(req, 429, 'signInTooOften', { minutes: String(Math.ceil(wait / 60)) })
  const row = await rowOf(req, me.id)
  if (!(await isPassword(password, row))) throw refusal(req, 403, 'passwordWrong')
  await giveBack(payload, 'account', who)
  return row
}

const nameOf = ({ id, name, email }: SignedIn) => ({ id, name, email })

/** Who is signed in, as Payload's admin asks; `user: null` for a stranger. */
export async function me(req: PayloadRequest): Promise<Response> {
  if (!req.user) return Response.json({ user: null }, { headers: unkept })
  const { session: _session, expiresAt, hash: _hash, salt: _salt, ...user } = somebody(req)
  const exp = Math.floor(expiresAt / 1000)
  return Promise.resolve(
    Response.json({ user, collection: 'users', strategy: 'session', exp }, { headers: unkept }),
  )
}

/** Goes on with the session that asks; never begins one. */
export async function refresh(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const mine = somebody(req)
  if (mine.waitsForFactor) throw refusal(req, 403, 'factorFirst')
  const expiresAt = await prolong(payload, mine.session)
  const token = tokenOf(payload, req.headers)
  if (expiresAt === null || token === null) throw refusal(req, 401, 'signInFirst')
  const headers = new Headers(unkept)
  headers.append('set-cookie', sessionCookie(payload, token, expiresAt))
  const { session: _session, hash: _hash, salt: _salt, ...user } = mine
  const exp = Math.floor(expiresAt / 1000)
  return Response.json({ user, exp, setCookie: true }, { headers })
}

export async function signOut(req: PayloadRequest): Promise<Response> {
  const mine = somebody(req)
  await endSession(req.payload, mine.id, mine.session)
  const headers = { ...unkept, 'set-cookie': noSessionCookie(req.payload) }
  return Response.json({ message: 'OK' }, { headers })
}

/** Sessions and second factor of the person who asks. */
export async function ownAccount(req: PayloadRequest): Promise<Response> {
  return Response.json(await ownAccountOf(req, somebody(req)), { headers: unkept })
}

export async function ownAccountOf({ payload }: Pick<PayloadRequest, 'payload'>, mine: SignedIn) {
  const row = await credentialsOf(payload, mine.id)
  return {
    name: mine.name,
    email: mine.email,
    waits: mine.waitsForFactor,
    secondFactor: (row?.factor ?? '') !== '',
    // Roles are hidden from whoever waits, and then it is required all the more.
    required: mine.waitsForFactor || (await needsFactor(payload, mine.roles)),
    recoveryCodes: recoveryLeft(row?.recovery ?? ''),
    sessions: await sessionsOf(payload, mine.id, mine.session),
  }
}
export type OwnAccount = Awaited<ReturnType<typeof ownAccountOf>>

export async function endOwnSession(req: PayloadRequest): Promise<Response> {
  const id = z.string().parse(req.routeParams?.id)
  if (!(await endSession(req.payload, somebody(req).id, id))) throw missing()
  return ownAccount(req)
}

/** Ends all sessions but the one that asks, those that begin at this moment included. */
export async function endOthers(req: PayloadRequest): Promise<Response> {
  const mine = somebody(req)
  for (let tries = 0; tries < 5; tries++) {
    const row = await rowOf(req, mine.id)
    if (!(await swap(req.payload, row, { epoch: row.epoch + 1 }))) continue
    await carryOver(req.payload, mine.session, row.epoch + 1)
    return ownAccount(req)
  }
  throw refusal(req, 409, 'accountBusy')
}

const newPassword = z.strictObject({
  password: z.string().max(1024),
  newPassword: z.string().max(1024),
})

/** Ends all other sessions, and whatever link to a new password there is. */
export async function changePassword(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const mine = somebody(req)
  const given = await inputOf(req, newPassword)
  const seen = await confirmed(req, mine, given.password)
  const weakness = await weaknessFor(payload, given.newPassword, mine)
  if (weakness) throw refusal(req, 422, weakness)
  const password = await hashed(given.newPassword)
  let epoch = 0
  await act(payload, mine.id, req.i18n.language, (row) => {
    // Changed elsewhere at the same moment: what was confirmed isn't the password any more.
    if (row.passwordHash !== seen.passwordHash) throw refusal(req, 403, 'passwordWrong')
    epoch = row.epoch + 1
    const entry = ownEntry(req, mine, 'password-changed')
    return { change: { ...password, ...noLink, epoch }, entry }
  })
  await carryOver(payload, mine.session, epoch)
  await tell(payload, nameOf(mine), 'PasswordChanged')
  return ownAccount(req)
}

const withPassword = z.strictObject({ password: z.string().max(1024) })

/** Offers a second factor. It counts from the first right code on. */
export async function offerFactor(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const mine = somebody(req)
  const seen = await confirmed(req, mine, (await inputOf(req, withPassword)).password)
  if (seen.factor !== '') throw refusal(req, 409, 'factorThere')
  const secret = newFactor()
  const factorOffered = sealed(secret, payload.secret, mine.id)
  if (!(await swap(payload, seen, { factorOffered }))) throw refusal(req, 409, 'accountBusy')
  const address = factorAddress(
    secret,
    mine.email,
    `Communiqué ${new URL(payload.config.serverURL).hostname}`,
  )
  return Response.json({ secret, address, square: square(address) }, { headers: unkept })
}

const withCode = z.strictObject({ code: z.string().max(64) })

/** The first right code makes the offered factor count. Returns the recovery codes, this once. */
export async function confirmFactor(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const mine = somebody(req)
  const { code } = await inputOf(req, withCode)
  if ((await take(payload, 'code', mine.id)) !== null)
    throw refusal(req, 429, 'signInTooOften', { minutes: '60' })
  const codes = newRecoveryCodes()
  let epoch = 0
  await act(payload, mine.id, req.i18n.language, (row) => {
    if (row.factor !== '') throw refusal(req, 409, 'factorThere')
    const secret = opened(row.factorOffered, payload.secret, mine.id)
    const step = secret ? stepOf(secret, code, clockOf(req)) : null
    if (step === null) throw refusal(req, 422, 'codeWrong')
    epoch = row.epoch + 1
    const change = { factor: row.factorOffered, factorOffered: '', lastStep: step, epoch }
    return {
      change: { ...change, recovery: recoveryOf(codes) },
      entry: ownEntry(req, mine, 'factor-set'),
    }
  })
  await carryOver(payload, mine.session, epoch)
  await giveBack(payload, 'code', mine.id)
  await tell(payload, nameOf(mine), 'FactorSet')
  return Response.json({ recoveryCodes: codes }, { headers: unkept })
}

const withBoth = z.strictObject({ password: z.string().max(1024), code: z.string().max(64) })

/** Asks for password and code: a session that somebody left open can do neither of what follows. */
async function proven(req: PayloadRequest, mine: SignedIn): Promise<void> {
  const { password, code } = await inputOf(req, withBoth)
  const row = await confirmed(req, mine, password)
  if (row.factor === '') throw refusal(req, 409, 'noFactor')
  if ((await take(req.payload, 'code', mine.id)) !== null)
    throw refusal(req, 429, 'signInTooOften', { minutes: '60' })
  if (!(await useStep(req, mine.id, code))) throw refusal(req, 422, 'codeWrong')
  await giveBack(req.payload, 'code', mine.id)
}

/** Ten new ones; the old ones count no more. */
export async function renewRecovery(req: PayloadRequest): Promise<Response> {
  const mine = somebody(req)
  await proven(req, mine)
  const codes = newRecoveryCodes()
  await act(req.payload, mine.id, req.i18n.language, (row) => {
    if (row.factor === '') throw refusal(req, 409, 'noFactor')
    const entry = ownEntry(req, mine, 'recovery-renewed')
    return { change: { recovery: recoveryOf(codes) }, entry }
  })
  return Response.json({ recoveryCodes: codes }, { headers: unkept })
}

export async function dropFactor(req: PayloadRequest): Promise<Response> {
  const mine = somebody(req)
  if (await needsFactor(req.payload, mine.roles)) throw refusal(req, 403, 'factorRequired')
  await proven(req, mine)
  await act(req.payload, mine.id, req.i18n.language, (row) => {
    if (row.factor === '') throw refusal(req, 409, 'noFactor')
    const change = { factor: '', factorOffered: '', recovery: '[]' }
    return { change, entry: ownEntry(req, mine, 'factor-dropped') }
  })
  await tell(req.payload, nameOf(mine), 'FactorDropped')
  return ownAccount(req)
}

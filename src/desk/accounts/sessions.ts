import { createHmac, randomBytes } from 'node:crypto'
import type { AuthStrategy, Payload, TypedUser } from 'payload'
import { z } from 'zod'
import { type Role, roles } from '../../workflow/states.ts'
import { list, text } from '../columns.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import { deviceOf } from './devices.ts'
import { tokenOf } from './tokens.ts'

/**
 * A session is a row, and 256 random bits in the browser, of which the row keeps the hash. It counts as long as the
 * account is open and of the same epoch: one write in `credentials` ends all of them, those that begin at this moment
 * included.
 */

const hours = 3_600_000
/** A session ends when nothing was done for so long, and in any case after the other. Milliseconds. */
export const idle = 8 * hours
const longest = 24 * hours

const time = z.union([z.string(), z.date()]).transform((value) => new Date(value).getTime())
const row = z.object({
  id: z.string(),
  person: z.string(),
  epoch: z.number(),
  device: text,
  beganAt: time,
  seenAt: time,
  expiresAt: time,
})
type Session = z.infer<typeof row>

const userRow = z.looseObject({
  id: z.string(),
  name: text,
  email: text,
  roles: list(z.enum(roles)),
  writes: list(z.string()),
  reviews: list(z.string()),
})

/** Whoever is signed in, as Payload hands them on. Without roles as long as they have to set up a second factor. */
export type SignedIn = z.infer<typeof userRow> & {
  collection: 'users'
  session: string
  expiresAt: number
  waitsForFactor: boolean
}

const missionRow = z.looseObject({ secondFactorFor: list(z.enum(roles)) })

/** Whether one of these roles may only be used with a second factor. */
export async function needsFactor(payload: Payload, held: readonly Role[]): Promise<boolean> {
  const found: unknown = await payload.db.findGlobal({
    slug: 'mission',
    select: { secondFactorFor: true },
  })
  const { secondFactorFor } = missionRow.parse(found ?? {})
  return held.some((role) => secondFactorFor.includes(role))
}

/** The person behind what a browser or a script sends; null when it isn't, or isn't any more, a session. */
export async function whoAsks(payload: Payload, headers: Headers): Promise<SignedIn | null> {
  const token = tokenOf(payload, headers)
  if (!token || !/^[\w-]{43}$/.test(token)) return null
  const where = { secretHash: { equals: hashOf(payload, token) } }
  const found: unknown = await payload.db.findOne({ collection: 'sessions', where })
  if (!found) return null
  const session = row.parse(found)
  const [user, credentials] = await Promise.all([
    payload.db.findOne({ collection: 'users', where: { id: { equals: session.person } } }),
    credentialsOf(payload, session.person),
  ])
  if (!user || !credentials || !counts(session, credentials)) return null
  await seen(payload, session)
  const person = userRow.parse(user)
  const waitsForFactor = credentials.factor === '' && (await needsFactor(payload, person.roles))
  return {
    ...person,
    ...(waitsForFactor ? { roles: [] } : {}),
    collection: 'users',
    session: session.id,
    expiresAt: session.expiresAt,
    waitsForFactor,
  }
}

/** Keyed, so that another PAYLOAD_SECRET signs everybody out, and a copy of the database opens nothing. */
const hashOf = (payload: Payload, token: string): string =>
  createHmac('sha256', payload.secret).update(`session:${token}`).digest('hex')

const counts = (session: Session, { disabled, epoch }: Credentials): boolean =>
  !disabled && epoch === session.epoch && session.expiresAt > Date.now()

/** The only way to be signed in: Payload's own tokens count for nothing. */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  authenticate: async ({ headers, payload }) => ({
    user: (await whoAsks(payload, headers)) as TypedUser | null,
  }),
}

/** Once a minute is often enough to tell when a session was used last. */
async function seen(payload: Payload, session: Session): Promise<void> {
  if (session.seenAt > Date.now() - 60_000) return
  await payload.db.updateOne({
    collection: 'sessions',
    where: { id: { equals: session.id } },
    data: { seenAt: new Date().toISOString() },
    options: { atomic: true },
  })
}

/** Begins a session of an account as it was when its password was compared. Returns what the browser keeps. */
export async function beginSession(
  payload: Payload,
  { person, epoch }: Pick<Credentials, 'person' | 'epoch'>,
  userAgent: string | null,
): Promise<{ token: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  const at = new Date(now).toISOString()
  await payload.db.deleteMany({
    collection: 'sessions',
    where: { expiresAt: { less_than: at } },
  })
  await payload.db.create({
    collection: 'sessions',
    data: {
      person,
      secretHash: hashOf(payload, token),
      epoch,
      device: deviceOf(userAgent),
      beganAt: at,
      seenAt: at,
      expiresAt: new Date(now + idle).toISOString(),
    },
  })
  return { token, expiresAt: now + idle }
}

/** Goes on for as long as a new one would, but never past its longest. Returns its new end. */
export async function prolong(payload: Payload, id: string): Promise<number | null> {
  const where = { id: { equals: id } }
  const found: unknown = await payload.db.findOne({ collection: 'sessions', where })
  if (!found) return null
  const expiresAt = Math.min(Date.now() + idle, row.parse(found).beganAt + longest)
  const written: unknown = await payload.db.updateOne({
    collection: 'sessions',
    where,
    data: { expiresAt: new Date(expiresAt).toISOString() },
    options: { atomic: true },
  })
  return written ? expiresAt : null
}

export interface SessionView {
  id: string
  device: string
  /** ISO 8601, UTC. */
  beganAt: string
  seenAt: string
  current: boolean
}

/** The sessions of a person that count, newest use first. `current`: the one that asks. */
export async function sessionsOf(
  payload: Payload,
  person: string,
  current: string,
): Promise<SessionView[]> {
  const credentials = await credentialsOf(payload, person)
  if (!credentials) return []
  const { docs } = await payload.db.find({
    collection: 'sessions',
    where: { person: { equals: person } },
    pagination: false,
    limit: 500,
  })
  return docs
    .map((one) => row.parse(one))
    .filter((session) => counts(session, credentials))
    .sort((one, other) => other.seenAt - one.seenAt)
    .map(({ id, device, beganAt, seenAt }) => ({
      id,
      device,
      beganAt: new Date(beganAt).toISOString(),
      seenAt: new Date(seenAt).toISOString(),
      current: id === current,
    }))
}

/** Ends one session of a person. False: there is no such session of theirs. */
export async function endSession(payload: Payload, person: string, id: string): Promise<boolean> {
  const where = { id: { equals: id }, person: { equals: person } }
  const found: unknown = await payload.db.findOne({ collection: 'sessions', where })
  if (!found) return false
  await payload.db.deleteMany({ collection: 'sessions', where })
  return true
}

/** Carries the session that asks over into an epoch that ends all others. */
export async function carryOver(payload: Payload, id: string, epoch: number): Promise<void> {
  await payload.db.updateOne({
    collection: 'sessions',
    where: { id: { equals: id } },
    data: { epoch },
    options: { atomic: true },
  })
}

import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Payload } from 'payload'
import { z } from 'zod'
import { list, text } from '../columns.ts'
import type { Credentials } from './credentials.ts'
import { type Weakness, weaknessOf } from './password-rule.mjs'

/**
 * PBKDF2-SHA256 with 600,000 rounds (OWASP Password Storage), as Payload keeps passwords: those of older accounts go on
 * counting. Passwords are compared in one Unicode form, whatever keyboard typed them.
 */
const derive = promisify(pbkdf2)
const prefix = 'pbkdf2-sha256-v1:'

async function rounds(password: string, salt: string): Promise<Buffer> {
  return derive(password, salt, 600_000, 32, 'sha256')
}

export async function hashed(
  password: string,
): Promise<Pick<Credentials, 'passwordHash' | 'passwordSalt'>> {
  const passwordSalt = randomBytes(32).toString('hex')
  const hash = await rounds(password.normalize('NFKC'), passwordSalt)
  return { passwordHash: `${prefix}${hash.toString('hex')}`, passwordSalt }
}

/** Takes as long without an account, and with one that has no password, as with one. */
export async function isPassword(
  password: string,
  stored: Pick<Credentials, 'passwordHash' | 'passwordSalt'> | null,
): Promise<boolean> {
  const { passwordHash, passwordSalt } = stored ?? { passwordHash: '', passwordSalt: '' }
  const expected = Buffer.from(passwordHash.slice(prefix.length), 'hex')
  const found = await rounds(password.normalize('NFKC'), passwordSalt || 'nobody')
  const usable = passwordHash.startsWith(prefix) && expected.length === found.length
  return timingSafeEqual(found, usable ? expected : Buffer.alloc(found.length)) && usable
}

const missionRow = z.looseObject({ names: list(z.looseObject({ name: text })) })

/** What is weak about a password for this person at this mission. */
export async function weaknessFor(
  payload: Payload,
  password: string,
  person: { name: string; email: string },
): Promise<Weakness | null> {
  const mission = missionRow.parse(await payload.findGlobal({ slug: 'mission', depth: 0 }))
  return weaknessOf(password, [person.name, person.email, ...mission.names.map(({ name }) => name)])
}

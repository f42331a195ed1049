import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  randomInt,
} from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'

/**
 * The second factor: codes that change with time (RFC 6238, with the parameters that every authenticator knows), and
 * recovery codes for when the telephone is lost.
 */
const period = 30
const digits = 6

/** Base 32, 160 bits as RFC 4226 advises. */
export const newFactor = (): string => new Secret({ size: 20 }).base32

const generator = (secret: string, label = '', issuer = '') =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits,
    period,
    label,
    ...(issuer ? { issuer } : {}),
  })

/** What the square says to an authenticator: `otpauth://totp/…`. */
export const factorAddress = (secret: string, email: string, issuer: string): string =>
  generator(secret, email, issuer).toString()

/** The time step of a code that is right now or was so half a minute ago or ahead; null for any other. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const delta = generator(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'communique', 'second factor', 32))

/** AES-256-GCM under a key made from PAYLOAD_SECRET; bound to the person, so that a row copied to another is useless. */
export function sealed(plain: string, secret: string, person: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv)
  cipher.setAAD(Buffer.from(person))
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')
}

/** Null when it was sealed under another PAYLOAD_SECRET or for somebody else. */
export function opened(box: string, secret: string, person: string): string | null {
  const bytes = Buffer.from(box, 'base64url')
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
    cipher.setAAD(Buffer.from(person))
    cipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of 79 bits each, without letters that look alike: `abcd-efgh-jkmn-pqrs`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
    ).join('-'),
  )

const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest('hex')

/** As they are stored. */
export const recoveryOf = (codes: readonly string[]): string => JSON.stringify(codes.map(hashOf))

const stored = z.array(z.string())
export const recoveryLeft = (recovery: string): number => hashes(recovery).length

const hashes = (recovery: string): string[] => stored.parse(JSON.parse(recovery || '[]'))

/** What is left when this code is used; null when it is none of them. */
export function withoutCode(recovery: string, code: string): string | null {
  const all = hashes(recovery)
  const used = hashOf(code)
  return all.includes(used) ? JSON.stringify(all.filter((hash) => hash !== used)) : null
}

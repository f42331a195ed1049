import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'

/**
 * Device cookies (OWASP, "Slow down online guessing attacks with device cookies"): whoever guesses at an account from
 * elsewhere uses up the attempts of all unknown devices together, but not those of a browser in which its person has
 * signed in before. So a stranger can't keep them out.
 */

function signature(payload: Payload, person: string, nonce: string): Buffer {
  return createHmac('sha256', payload.secret).update(`device:${person}:${nonce}`).digest()
}

export function newDeviceMark(payload: Payload, person: string): string {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}.${signature(payload, person, nonce).toString('base64url')}`
}

/** The device's own name when it is known to this person, else null. */
export function knownDevice(payload: Payload, person: string, mark: string): string | null {
  const [nonce = '', given = ''] = mark.split('.')
  const expected = signature(payload, person, nonce)
  const signed = Buffer.from(given, 'base64url')
  const known = signed.length === expected.length && timingSafeEqual(signed, expected)
  return known && nonce !== '' ? nonce : null
}

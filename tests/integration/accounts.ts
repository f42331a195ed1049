import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { at, type Desk, type Someone } from './harness.ts'
import { wholeDatabase } from './whole-database.ts'

/** What tests of accounts have in common. Codes are worked out from RFC 6238 itself, not by what the desk uses. */

export const password = 'correct horse battery'
export const another = 'quite another password'

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

/** Keeps the mails of a desk instead of sending them. */
export function mailbox(desk: Desk): Mail[] {
  const mails: Mail[] = []
  desk.payload.sendEmail = (mail) => {
    mails.push(mail as unknown as Mail)
    return Promise.resolve()
  }
  return mails
}

export const lastOf = (mails: Mail[], to: string): Mail =>
  mails.filter((mail) => mail.to === to).at(-1) ?? expect.unreachable(`no mail to ${to}`)

/** The secret in the link of a mail. */
export function secretIn(mail: Mail): string {
  const [, secret] = /\/admin\/choose-password#([\w-]{43})\b/.exec(mail.text) ?? []
  return secret ?? expect.unreachable(mail.text)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of a moment, by RFC 4226 and RFC 6238: HMAC-SHA-1 of the 30-second step, six figures. */
export function codeAt(secret: string, moment: Date, steps = 0): string {
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(moment.getTime() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(step).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Signs in over REST. */
export const signIn = (desk: Desk, email: string, more: object = {}, headers = {}) =>
  desk.stranger.rest('POST', '/api/users/login', { email, password, ...more }, headers)

/** Somebody as signed in by an answer of the sign-in. */
export function holderOf(desk: Desk, body: unknown): Someone['rest'] {
  const token = at(body, 'token') as string
  return (method, path, data, headers = {}) =>
    desk.stranger.rest(method, path, data, { Authorization: `JWT ${token}`, ...headers })
}

export const message = (body: unknown) => at(body, 'errors', 0, 'message')

/** Sets a second factor up, and returns its secret and recovery codes. The desk's clock moves on by a step. */
export async function withFactor(desk: Desk, who: Pick<Someone, 'rest'>) {
  const offered = await who.rest('POST', '/api/my-account/second-factor', { password })
  expect(offered.status, JSON.stringify(offered.body)).toBe(200)
  const secret = at(offered.body, 'secret') as string
  const code = codeAt(secret, desk.clock.now)
  const confirmed = await who.rest('POST', '/api/my-account/second-factor/confirm', { code })
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
  later(desk, 30)
  return { secret, used: code, recovery: at(confirmed.body, 'recoveryCodes') as string[] }
}

export function later(desk: Desk, seconds: number): void {
  desk.clock.now = new Date(desk.clock.now.getTime() + seconds * 1000)
}

/** Everything but the counts of attempts, which only counting changes. */
export async function allButCounts(desk: Desk): Promise<string> {
  const { attempts: _attempts, ...rest } = JSON.parse(await wholeDatabase(desk)) as Record<
    string,
    unknown
  >
  return JSON.stringify(rest, null, 1)
}

export const forgetCounts = (desk: Desk) =>
  desk.payload.db.deleteMany({ collection: 'attempts', where: {} })

import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { mostAttempts, pauseAfter } from '../../workflow/mails.ts'
import { sha256 } from '../../workflow/fingerprint.ts'
import { roles } from '../../workflow/states.ts'
import { isOpenAccount } from '../accounts/credentials.ts'
import { languageOfLetters } from '../accounts/letters.ts'
import { list, text } from '../columns.ts'
import { loadDoc } from '../documents.ts'
import { lookAgain } from '../loop.ts'
import { missionOf } from '../mission-facts.ts'
import { isHiddenFrom } from '../restrictions.ts'
import { type Carrier, isRefusedForGood, problemOf } from './carrier.ts'
import { type Letter, letterOf, summaryOf } from './letters.ts'
import { type MailRow, parseMail, type Told } from './rows.ts'

/**
 * Sends what is owed. Every process may look: a mail is claimed by a conditional write, for longer than any attempt
 * takes, and whoever dies in the middle leaves it to the next look after that.
 */

/** For how long a mail is one process's to send. Milliseconds. */
const leaseFor = 120_000
const atOnce = 50
/** How long a mail stays on record after it was sent. Milliseconds. */
const keptFor = 30 * 86_400_000

export interface Post {
  carrier: Carrier
  from: string
}

export interface Sent {
  sent: number
  /** Left for a later look. */
  failed: number
}

/** Sends every mail whose time has come. `now`: the desk's time. */
export async function sendDue(payload: Payload, post: Post, now: Date): Promise<Sent> {
  const count: Sent = { sent: 0, failed: 0 }
  const due = await dueMails(payload, now)
  for (const mail of due) {
    const parcel = await claimed(payload, mail, due, now)
    if (parcel.length === 0) continue
    const outcome = await deliver(payload, post, parcel, now)
    if (outcome === 'sent') count.sent++
    if (outcome === 'failed') count.failed++
    // The server itself is out of reach: the others can wait as well.
    if (outcome === 'failed' && due.length > 1) break
  }
  await forgetSent(payload, now)
  return count
}

async function dueMails(payload: Payload, now: Date): Promise<MailRow[]> {
  const at = now.toISOString()
  const [waiting, left] = await Promise.all([
    mails(payload, { state: { equals: 'waiting' }, dueAt: { less_than_equal: at } }),
    mails(payload, { state: { equals: 'sending' }, lease: { less_than: at } }),
  ])
  return [...waiting, ...left]
}

async function mails(payload: Payload, where: Where): Promise<MailRow[]> {
  const { docs } = await payload.db.find({
    collection: 'outbox',
    where,
    sort: 'dueAt',
    limit: atOnce,
    pagination: false,
  })
  return docs.map(parseMail)
}

const isSummary = ({ facts }: MailRow): boolean => facts?.kind === 'told' && facts.summary

/** The mail, and with a summary all that belongs into it; only what nobody else is sending. */
async function claimed(
  payload: Payload,
  mail: MailRow,
  due: readonly MailRow[],
  now: Date,
): Promise<MailRow[]> {
  const together = isSummary(mail)
    ? due.filter((one) => isSummary(one) && one.receiver === mail.receiver)
    : [mail]
  const won: MailRow[] = []
  for (const one of together) if (await claim(payload, one, now)) won.push(one)
  return won
}

async function claim(payload: Payload, mail: MailRow, now: Date): Promise<boolean> {
  const won: unknown = await payload.db.updateOne({
    collection: 'outbox',
    where: {
      id: { equals: mail.id },
      state: { equals: mail.state },
      attempts: { equals: mail.attempts },
    },
    data: {
      state: 'sending',
      attempts: mail.attempts + 1,
      lease: new Date(now.getTime() + leaseFor).toISOString(),
    },
    options: { atomic: true },
  })
  return Boolean(won)
}

async function deliver(
  payload: Payload,
  { carrier, from }: Post,
  parcel: readonly MailRow[],
  now: Date,
): Promise<'sent' | 'failed' | 'over'> {
  const [first] = parcel
  if (!first) return 'over'
  const addressed = await addressedTo(payload, parcel)
  if (!addressed) {
    await settle(payload, parcel, { state: 'dropped', facts: '' })
    return 'over'
  }
  const host = new URL(payload.config.serverURL || 'http://localhost').hostname
  const messageId = `<${sha256(first.key).slice(0, 40)}@${host}>`
  try {
    await carrier.carry({ ...addressed, from, messageId })
  } catch (error) {
    const problem = problemOf(error)
    const attempts = first.attempts + 1
    if (isRefusedForGood(error) || attempts >= mostAttempts) {
      payload.logger.error(`A mail (${first.id}) was given up: ${problem}.`)
      await settle(payload, parcel, { state: 'given-up', problem })
      return 'over'
    }
    const dueAt = new Date(now.getTime() + pauseAfter(attempts)).toISOString()
    await settle(payload, parcel, { state: 'waiting', dueAt, problem })
    return 'failed'
  }
  const sentAt = now.toISOString()
  await settle(payload, parcel, { state: 'sent', sentAt, problem: '', facts: '' })
  return 'sent'
}

/** Only what is still this attempt's: whoever took it over meanwhile has the word. */
async function settle(
  payload: Payload,
  parcel: readonly MailRow[],
  data: Record<string, unknown>,
): Promise<void> {
  for (const { id, attempts } of parcel)
    await payload.db.updateOne({
      collection: 'outbox',
      where: {
        id: { equals: id },
        state: { equals: 'sending' },
        attempts: { equals: attempts + 1 },
      },
      data: { ...data, lease: null },
      options: { atomic: true },
    })
}

const person = z.object({ id: z.string(), email: text, roles: list(z.enum(roles)) })

/** The mail in words, to the address that its receiver has now. Null when nobody is to be written to any more. */
async function addressedTo(
  payload: Payload,
  parcel: readonly MailRow[],
): Promise<(Letter & { to: string }) | null> {
  const [first] = parcel
  if (first?.facts?.kind === 'ready') {
    const { to, subject, text: plain, html } = first.facts
    return { to, subject, text: plain, html }
  }
  const all = await knownOf(payload, parcel)
  const [told] = all
  const found = await payload.db.findOne({
    collection: 'users',
    where: { id: { equals: first?.receiver ?? '' } },
  })
  if (!told || !found) return null
  const receiver = person.parse(found)
  if (receiver.roles.length === 0 || !(await isOpenAccount(payload, receiver.id))) return null
  const { zones } = await missionOf(payload)
  const reader = {
    language: await languageOfLetters(payload, receiver.id),
    timeZone: zones.post,
    serverUrl: payload.config.serverURL,
  }
  const letter = told.summary ? summaryOf(all, reader) : letterOf(told, reader)
  return { ...letter, to: receiver.email }
}

/** What its receiver may know of by now: a text can be restricted after the mail was owed. */
async function knownOf(payload: Payload, parcel: readonly MailRow[]): Promise<Told[]> {
  const all = parcel.flatMap(({ facts }): Told[] => (facts?.kind === 'told' ? [facts] : []))
  const known: Told[] = []
  for (const told of all) {
    const doc = await loadDoc(payload, told.of, told.subject)
    if (!doc || !(await isHiddenFrom(payload, parcel[0]?.receiver ?? '', doc))) known.push(told)
  }
  return known
}

/** A bounded number at each look. */
async function forgetSent(payload: Payload, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor).toISOString()
  const old = await mails(payload, {
    state: { in: ['sent', 'dropped'] },
    dueAt: { less_than: before },
  })
  for (const { id } of old)
    await payload.db.deleteOne({ collection: 'outbox', where: { id: { equals: id } } })
}

/** How often the post is looked after. Milliseconds. */
const lookEvery = 5_000

/** Sends what is due, again and again. Returns how to stop it: resolved when nothing is being sent any more. */
export function startPost(
  payload: Payload,
  post: Post,
  now: () => Date,
  every = lookEvery,
): () => Promise<void> {
  return lookAgain(async () => {
    try {
      const { failed } = await sendDue(payload, post, now())
      if (failed > 0) payload.logger.warn('A mail could not be sent, and will be tried again.')
    } catch (error) {
      payload.logger.error(`The post could not be looked after (${problemOf(error)}).`)
    }
  }, every)
}

/** Puts a mail that was given up in line again. False when it isn't given up. */
export async function tryAgain(payload: Payload, id: string, now: Date): Promise<boolean> {
  const won: unknown = await payload.db.updateOne({
    collection: 'outbox',
    where: { id: { equals: id }, state: { equals: 'given-up' } },
    data: { state: 'waiting', dueAt: now.toISOString(), attempts: 0 },
    options: { atomic: true },
  })
  return Boolean(won)
}

import { randomBytes, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { fill, wordsOf } from '../admin/words/words.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import { refusalsOfLinking, refusalsOfRevoking, standingOfLink } from '../workflow/preview-links.ts'
import type { Person } from '../workflow/situation.ts'
import { type Aside, actBeside } from './beside.ts'
import { type DeskDoc, familyOf, loadDoc } from './documents.ts'
import { guestOf, type Link, linkBehind, linksTo } from './links.ts'
import { missionOf } from './mission-facts.ts'
import { isHiddenFrom } from './restrictions.ts'

/** Links through which outsiders see a draft: made, opened, taken back. Each is an act beside its text. */

/** Who makes or takes back links to which text. */
export interface Linking extends Aside {
  actor: Person
}

const day = 24 * 3_600_000

/** Lets somebody in. Returns the link's id and its secret, told once; null when there is no such text. Throws `Refused`. */
export async function makeLink(
  ask: Linking,
  { recipient, days }: { recipient: string; days: number },
): Promise<{ id: string; secret: string } | null> {
  const { payload, type, actor, now } = ask
  const id = randomUUID()
  // 256 random bits.
  const secret = randomBytes(32).toString('base64url')
  const until = new Date(now.getTime() + days * day).toISOString()
  const made = await actBeside(ask, async ({ doc, subject }) => {
    const links = await linksTo(payload, doc.id)
    const open = links.filter((link) => isOpen(link, doc, now)).length
    const refusals = refusalsOfLinking(actor, subject, open)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    return {
      kind: 'link',
      what: 'make-link',
      step: `${id}:1`,
      words: wordsOfLink({ recipient, until }),
      done: id,
      plan: {
        do: 'make',
        link: {
          id,
          subject: doc.id,
          of: type,
          family: familyOf(doc),
          secretHash: sha256(secret),
          recipient,
          guest: fill(wordsOf(ask.language).linkGuest, { name: recipient }),
          madeBy: actor.id,
          madeByName: actor.name,
          madeAt: now.toISOString(),
          until,
          edition: doc.edition,
        },
      },
    }
  })
  return made === null ? null : { id, secret }
}

/** What the timeline keeps of a link: for whom, and until when. `verify` compares it with the link's row. */
export function wordsOfLink({ recipient, until }: Pick<Link, 'recipient' | 'until'>): string {
  return `${recipient} (${until})`
}

/** Takes a link back. Returns its id; null when there is no such text or link. Throws `Refused`. */
export function revokeLink(ask: Linking, id: string): Promise<string | null> {
  const { payload, actor, now } = ask
  return actBeside(ask, async ({ doc }) => {
    const [link] = await linksTo(payload, doc.id, { id: { equals: id } })
    if (!link) return null
    const refusals = refusalsOfRevoking(actor, link)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    if (link.revokedAt !== null) return { kind: 'done', done: id }
    const step = link.steps + 1
    return {
      kind: 'link',
      what: 'revoke-link',
      step: `${id}:${step}`,
      words: link.recipient,
      done: id,
      plan: {
        do: 'revoke',
        link: id,
        step,
        by: actor.id,
        byName: actor.name,
        at: now.toISOString(),
      },
    }
  })
}

/** Whether a link opens its text now. */
export function isOpen(link: Link, doc: Pick<DeskDoc, 'state' | 'edition'>, now: Date): boolean {
  return standingOfLink(link, doc, now.toISOString()) === 'open'
}

/** 256 bits as base64url. */
const secretShape = /^[\w-]{43}$/

export interface Opened {
  link: Link
  secret: string
  doc: Extract<DeskDoc, { type: Link['of'] }>
}

/** The link behind a secret with its text; null, without a difference, for what never was, is over, or was taken back. */
export async function openedBy(
  payload: Payload,
  secret: string,
  now: Date,
): Promise<Opened | null> {
  const link = secretShape.test(secret) ? await linkBehind(payload, secret) : null
  const doc = link && (await loadDoc(payload, link.of, link.subject))
  if (!link || !doc || !isOpen(link, doc, now)) return null
  if (await isHiddenFrom(payload, link.madeBy, doc)) return null
  return doc.type === 'release' || doc.type === 'translation' ? { link, secret, doc } : null
}

/**
 * Puts into the timeline that the link was opened: the first time, and once on each day of the post after that. False
 * when it doesn't open any more. Throws `Refused` when nothing can be recorded now: then nothing is shown, either.
 */
export async function recordOpening(payload: Payload, link: Link, now: Date): Promise<boolean> {
  const { zones } = await missionOf(payload)
  if (openedOnDayOf(link, now, zones.post)) return true
  const ask = {
    payload,
    type: link.of,
    id: link.subject,
    actor: { id: guestOf(link), name: link.guest },
    now,
    language: 'en',
  }
  const recorded = await actBeside(ask, async ({ doc }) => {
    const [present] = await linksTo(payload, doc.id, { id: { equals: link.id } })
    if (!present || !isOpen(present, doc, now)) return null
    if (openedOnDayOf(present, now, zones.post)) return { kind: 'done', done: link.id }
    const step = present.steps + 1
    return {
      kind: 'link',
      what: 'open-link',
      step: `${link.id}:${step}`,
      words: '',
      done: link.id,
      plan: { do: 'open', link: link.id, step, at: now.toISOString() },
    }
  })
  return recorded !== null
}

function openedOnDayOf({ openedAt }: Link, now: Date, timeZone: string): boolean {
  if (openedAt === null) return false
  const dayOf = (moment: Date) => moment.toLocaleDateString('sv-SE', { timeZone })
  return dayOf(new Date(openedAt)) === dayOf(now)
}

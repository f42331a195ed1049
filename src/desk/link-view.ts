import type { Payload } from 'payload'
import {
  linkDays,
  type LinkStanding,
  refusalsOfLinking,
  refusalsOfRevoking,
  standingOfLink,
} from '../workflow/preview-links.ts'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import type { TextType } from '../workflow/states.ts'
import { settled } from './finish.ts'
import { linksTo } from './links.ts'
import { isHiddenFrom, knowing } from './restrictions.ts'
import { factsOf } from './situation.ts'

/** A link as people at the desk see it. Moments: ISO 8601, UTC. */
export interface LinkView {
  id: string
  recipient: string
  madeBy: { id: string; name: string }
  madeAt: string
  until: string
  standing: LinkStanding
  /** When it was opened for the first time on the last day on which it was; null: never. */
  openedAt: string | null
  revoked: { byName: string; at: string } | null
  /** Whether this person can take it back; a sentence says why not. */
  revoke: { allowed: boolean; why: string }
}

export interface LinksView {
  revision: number
  /** Newest first. */
  links: LinkView[]
  /** Whether this person can make one; a sentence says why not. */
  make: { allowed: boolean; why: string; days: readonly number[] }
}

/** The links to a text; null when there is no such text. Nothing in it opens anything. */
export async function linksView(
  payload: Payload,
  type: TextType,
  id: string,
  actor: Person,
  now: Date,
  language: string,
): Promise<LinksView | null> {
  const doc = await settled(payload, type, id)
  if (!doc || (await isHiddenFrom(payload, actor.id, doc))) return null
  const { subject } = await factsOf(payload, doc)
  const catalogue = catalogueOf(language)
  const opening = (refusals: Parameters<typeof sentenceOf>[0][]) => ({
    allowed: refusals.length === 0,
    why: refusals.map((refusal) => sentenceOf(refusal, catalogue)).join(' '),
  })
  const made = (await linksTo(payload, id)).toReversed()
  const makers = made.map(({ madeBy }) => ({ id: madeBy }))
  const knowers = new Set((await knowing(payload, doc, makers)).map((maker) => maker.id))
  const links = made.map(
    (link): LinkView => ({
      id: link.id,
      recipient: link.recipient,
      madeBy: { id: link.madeBy, name: link.madeByName },
      madeAt: link.madeAt,
      until: link.until,
      standing: standingOfLink(link, doc, now.toISOString(), knowers.has(link.madeBy)),
      openedAt: link.openedAt,
      revoked: link.revokedAt === null ? null : { byName: link.revokedByName, at: link.revokedAt },
      revoke: opening(refusalsOfRevoking(actor, link)),
    }),
  )
  const open = links.filter(({ standing }) => standing === 'open').length
  return {
    revision: doc.revision,
    links,
    make: { ...opening(refusalsOfLinking(actor, subject, open)), days: linkDays },
  }
}

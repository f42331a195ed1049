import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { sha256 } from '../workflow/fingerprint.ts'
import { moment, text } from './columns.ts'
import { createOnce, takeStep } from './steps.ts'

/** Links for outsiders as they are stored: each opens the draft of one text (decision 018). */

const linkDraft = z.object({
  id: z.string(),
  subject: z.string(),
  of: z.enum(['release', 'translation']),
  family: z.string(),
  secretHash: z.string(),
  recipient: z.string(),
  guest: z.string(),
  madeBy: z.string(),
  madeByName: z.string(),
  /** ISO 8601, UTC, as every moment here. */
  madeAt: z.string(),
  until: z.string(),
  edition: z.number(),
})

/** What an act does to a link: complete before the first write, and harmless when done twice. */
export const linkPlan = z.discriminatedUnion('do', [
  z.object({ do: z.literal('make'), link: linkDraft }),
  z.object({ do: z.literal('open'), link: z.string(), step: z.number(), at: z.string() }),
  z.object({
    do: z.literal('revoke'),
    link: z.string(),
    step: z.number(),
    by: z.string(),
    byName: z.string(),
    at: z.string(),
  }),
])
export type LinkPlan = z.infer<typeof linkPlan>

const filled = moment.transform((value) => value ?? '')

const linkRow = linkDraft.extend({
  madeByName: text,
  madeAt: filled,
  until: filled,
  steps: z.number(),
  openedAt: moment,
  revokedAt: moment,
  revokedByName: text,
})
export type Link = z.infer<typeof linkRow>

/** Links to a text, oldest first. */
export async function linksTo(
  payload: Payload,
  subject: string,
  where: Where = {},
): Promise<Link[]> {
  const { docs } = await payload.db.find({
    collection: 'preview-links',
    where: { ...where, subject: { equals: subject } },
    limit: 0,
    pagination: false,
  })
  return docs
    .map((row) => linkRow.parse(row))
    .sort((one, other) => (one.madeAt < other.madeAt ? -1 : 1))
}

/** The link that a secret belongs to, whatever has become of it since; null for any other word. */
export async function linkBehind(payload: Payload, secret: string): Promise<Link | null> {
  const row = await payload.db.findOne({
    collection: 'preview-links',
    where: { secretHash: { equals: sha256(secret) } },
  })
  return row ? linkRow.parse(row) : null
}

/** Whose note or opening it is, where no account is. */
export const guestOf = ({ id }: Pick<Link, 'id'>): string => `link:${id}`

/** Does what an act on a link was decided to do. What is done already stays as it is. */
export async function carryOutLink(payload: Payload, plan: LinkPlan): Promise<void> {
  switch (plan.do) {
    case 'make':
      await createOnce(payload, 'preview-links', { ...plan.link, steps: 1 })
      return
    case 'open':
      await takeStep(payload, 'preview-links', plan.link, plan.step, { openedAt: plan.at })
      return
    case 'revoke':
      await takeStep(payload, 'preview-links', plan.link, plan.step, {
        revokedAt: plan.at,
        revokedBy: plan.by,
        revokedByName: plan.byName,
      })
  }
}

/** Nothing is left to be opened of a text that is deleted. */
export async function dropLinks(payload: Payload, subject: string): Promise<void> {
  const where = { subject: { equals: subject } }
  await payload.db.deleteMany({ collection: 'preview-links', where })
}

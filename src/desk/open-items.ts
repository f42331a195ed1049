import type { Payload } from 'payload'
import { z } from 'zod'
import { sha256 } from '../workflow/fingerprint.ts'
import { isUniqueViolation } from './timeline.ts'
import { moment, text } from './columns.ts'

/** What somebody has to decide about a text. Rows of their own, so that nothing on a text has to remember them. */

/** What a source proposes; what the desk itself raises. */
export const sourceItemKinds = ['proposed-update', 'canceled-at-source'] as const
export const openItemKinds = [
  ...sourceItemKinds,
  'clock-failure',
  'emergency',
  'came-to-fail',
] as const

/**
 * `open`, or how it was settled. `superseded`: a newer version of the same item waits instead. `text-deleted`: the
 * text is gone. `overtaken`: what it was about was done otherwise. `confirmed`: another person answers for it now.
 * `right-again`: what the requirements found was mended.
 */
export const openItemStates = [
  'open',
  'taken-over',
  'dismissed',
  'superseded',
  'text-deleted',
  'overtaken',
  'confirmed',
  'right-again',
] as const

const openItemRow = z.object({
  id: z.string(),
  kind: z.enum(openItemKinds),
  state: z.enum(openItemStates),
  title: text,
  language: text,
  subject: z.string(),
  of: z.enum(['release', 'translation']),
  family: z.string(),
  uri: text,
  version: text,
  versionAt: moment,
  item: text,
  reason: text,
  raisedAt: moment,
  raisedByName: text,
  settledAt: moment,
  settledBy: text,
  settledByName: text,
  note: text,
})

/** As it is stored. Moments: ISO 8601, UTC. */
export type OpenItem = z.infer<typeof openItemRow>

/** What is raised. Stored in the journal of the act that raises it, so that a crash can't part them. */
export const openItemDraft = z.object({
  kind: z.enum(openItemKinds),
  title: z.string(),
  language: z.string(),
  subject: z.string(),
  of: z.enum(['release', 'translation']),
  family: z.string(),
  uri: z.string(),
  version: z.string(),
  versionAt: z.string().nullable(),
  item: z.string(),
  reason: z.string(),
  raisedAt: z.string(),
  raisedBy: z.string(),
  raisedByName: z.string(),
})
export type OpenItemDraft = z.infer<typeof openItemDraft>

/** How an open item is settled. Stored in the journal of the act that settles it, so that a crash can't part them. */
const settlement = z.object({
  id: z.string(),
  state: z.enum(openItemStates).exclude(['open']),
  by: z.string(),
  byName: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  note: z.string(),
})
export type Settlement = z.infer<typeof settlement>
export const settlements = z.array(settlement)

function keyOf({ kind, subject, uri, version }: OpenItemDraft): string {
  return `${kind}:${subject}:${sha256(JSON.stringify([uri, version]))}`
}

export async function loadOpenItem(payload: Payload, id: string): Promise<OpenItem | null> {
  const row = await payload.db.findOne({ collection: 'open-items', where: { id: { equals: id } } })
  return row ? openItemRow.parse(row) : null
}

/** All open items that an item of a source has raised beside a text, settled or not. */
export async function itemsFrom(
  payload: Payload,
  { subject, uri }: Pick<OpenItem, 'subject' | 'uri'>,
): Promise<OpenItem[]> {
  const { docs } = await payload.db.find({
    collection: 'open-items',
    where: { subject: { equals: subject }, uri: { equals: uri } },
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => openItemRow.parse(row))
}

/**
 * Raises it. False when it was there already: the key is unique, so of several at once one raises it. `look`: what
 * tells it from another one of the same version.
 */
export async function raiseOpenItem(
  payload: Payload,
  draft: OpenItemDraft,
  look = '',
): Promise<boolean> {
  try {
    await payload.db.create({
      collection: 'open-items',
      data: { ...draft, state: 'open', key: `${keyOf(draft)}${look}` },
    })
    return true
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return false
  }
}

/** Settles it, unless it is settled: one conditional write, harmless when done twice. */
export async function settle(payload: Payload, how: Settlement): Promise<void> {
  await payload.db.updateOne({
    collection: 'open-items',
    where: { id: { equals: how.id }, state: { equals: 'open' } },
    data: {
      state: how.state,
      settledAt: how.at,
      settledBy: how.by,
      settledByName: how.byName,
      note: how.note,
    },
    options: { atomic: true },
  })
}

/** The ids of what is open about a text. */
async function openAbout(
  payload: Payload,
  subject: string,
  kind?: OpenItem['kind'],
): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'open-items',
    where: {
      subject: { equals: subject },
      state: { equals: 'open' },
      ...(kind ? { kind: { equals: kind } } : {}),
    },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ id }) => id)
}

/** All open items of one kind about a text, settled or not, in the order in which they were raised. */
export async function itemsAbout(
  payload: Payload,
  subject: string,
  kind: OpenItem['kind'],
): Promise<OpenItem[]> {
  const { docs } = await payload.db.find({
    collection: 'open-items',
    where: { subject: { equals: subject }, kind: { equals: kind } },
    sort: 'raisedAt',
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => openItemRow.parse(row))
}

/** How everything of one kind that is open about a text is to be settled, for the journal of the act that does it. */
export async function settlementsAbout(
  payload: Payload,
  subject: string,
  kind: OpenItem['kind'],
  how: Omit<Settlement, 'id'>,
): Promise<Settlement[]> {
  return (await openAbout(payload, subject, kind)).map((id) => ({ ...how, id }))
}

/** Settles all that is open about a text. */
export async function settleAllOf(
  payload: Payload,
  subject: string,
  how: Omit<Settlement, 'id'>,
): Promise<void> {
  for (const id of await openAbout(payload, subject)) await settle(payload, { ...how, id })
}

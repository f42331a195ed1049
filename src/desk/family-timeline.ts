import type { Where } from 'payload'
import { z } from 'zod'
import type { TextType } from '../workflow/states.ts'
import { text } from './columns.ts'
import { collectionOf, related } from './documents.ts'
import type { Reader } from './desk-lists.ts'
import { type EventRow, eventRow } from './timeline.ts'

/** Everything that happened to a family, as this person may know it. */

/** What events are about, for a filter. `workflow`: whatever neither changes words nor the press room. */
export const timelineKinds = ['text', 'workflow', 'public'] as const
export type TimelineKind = (typeof timelineKinds)[number]

const kinds: Record<Exclude<TimelineKind, 'workflow'>, readonly string[]> = {
  text: ['create', 'change', 'restore', 'import', 'delete'],
  public: ['publish', 'emergency-publish', 'withdraw', 'retract', 'reinstate'],
}

/** Whether what happened changed what the public reads. */
export const isPublic = ({ what }: Pick<EventRow, 'what'>): boolean => kinds.public.includes(what)

export interface TimelineFilter {
  kind?: TimelineKind | undefined
  /** BCP 47. */
  language?: string | undefined
}

/** A text of the family that is there. */
export interface Member {
  type: TextType
  id: string
  language: string
  headline: string
}

export interface FamilyTexts {
  /** Id of its release. */
  id: string
  members: Member[]
}

const textRow = z.looseObject({ id: z.string(), language: text, headline: text, release: related })

/** The family of a text; null when there is no such text, or this person may not know of it. */
export async function familyTexts(
  reader: Reader,
  type: TextType,
  id: string,
): Promise<FamilyTexts | null> {
  const { payload, user } = reader
  const asReader = { overrideAccess: false, user: user as never, depth: 0, disableErrors: true }
  const select = { language: true, headline: true } as const
  const own = await payload.findByID({
    ...asReader,
    collection: collectionOf[type],
    id,
    select: type === 'translation' ? { ...select, release: true } : select,
  })
  if (!own) return null
  const family = type === 'translation' ? (textRow.parse(own).release ?? id) : id
  const release =
    type === 'release'
      ? own
      : await payload.findByID({ ...asReader, collection: 'releases', id: family, select })
  const { docs } = await payload.find({
    ...asReader,
    collection: 'translations',
    where: { release: { equals: family } },
    sort: 'language',
    limit: 100,
    pagination: false,
    select,
  })
  const member = (kind: TextType, row: unknown): Member => {
    const { id: of, language, headline } = textRow.parse(row)
    return { type: kind, id: of, language, headline }
  }
  return {
    id: family,
    members: [
      ...(release ? [member('release', release)] : []),
      ...docs.map((row) => member('translation', row)),
    ],
  }
}

/** Where to go on from, and how far. Numbers are those of the family's chain. */
export type Page = { before: number | null; limit: number } | { after: number; limit: number }

/** Events of a family: `before` newest first, `after` oldest first. `more`: whether there are others beyond. */
export async function eventsOf(
  { payload, user }: Reader,
  family: FamilyTexts,
  filter: TimelineFilter,
  page: Page,
): Promise<{ events: EventRow[]; more: boolean }> {
  const where: Where[] = [{ family: { equals: family.id } }]
  if ('after' in page) where.push({ number: { greater_than: page.after } })
  else if (page.before !== null) where.push({ number: { less_than: page.before } })
  if (filter.kind === 'workflow') where.push({ what: { not_in: Object.values(kinds).flat() } })
  else if (filter.kind) where.push({ what: { in: [...kinds[filter.kind]] } })
  if (filter.language !== undefined) {
    const { language } = filter
    const ids = family.members.filter((one) => one.language === language).map(({ id }) => id)
    if (ids.length === 0) return { events: [], more: false }
    where.push({ subject: { in: ids } })
  }
  const events: EventRow[] = []
  // A list over REST holds 500 at most, and so does a question here.
  for (let number = 1; events.length <= page.limit; number++) {
    const { docs } = await payload.find({
      collection: 'events',
      where: { and: where },
      sort: 'after' in page ? 'number' : '-number',
      limit: atOnce,
      page: number,
      pagination: true,
      depth: 0,
      overrideAccess: false,
      user: user as never,
    })
    events.push(...docs.map((row) => eventRow.parse(row)))
    if (docs.length < atOnce) break
  }
  return { events: events.slice(0, page.limit), more: events.length > page.limit }
}

const atOnce = 250

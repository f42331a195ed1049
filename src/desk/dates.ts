import type { Where } from 'payload'
import { z } from 'zod'
import { type Standing, standings, type State, states, type TextType } from '../workflow/states.ts'
import { moment, text } from './columns.ts'
import type { Reader } from './desk-lists.ts'

/** What happens or happened at a time: texts that go out, that went out, and embargoes that end. */
export interface DeskDate {
  kind: 'scheduled' | 'published' | 'embargo'
  /** ISO 8601, UTC. */
  at: string
  type: TextType
  id: string
  headline: string
  /** BCP 47. */
  language: string
  state: State | null
  standing: Standing
  /** Of the edition that goes out or went out; of an embargo, 0. */
  edition: number
  /** Of the text as it is on the desk now. */
  revision: number
  /** When it was last changed. ISO 8601, UTC. */
  changed: string
}

export interface Dates {
  dates: DeskDate[]
  /** Whether there are more than are named. */
  more: boolean
}

/** How many of a kind are named at most. */
export const mostDates = 500

const row = z.looseObject({
  id: z.string(),
  headline: text,
  language: text,
  state: z.enum(states).nullish(),
  standing: z.enum(standings).nullish(),
  edition: z.number().nullish(),
  revision: z.number().nullish(),
  scheduledFor: moment,
  embargo: moment,
  updatedAt: moment,
})

const select = {
  headline: true,
  language: true,
  state: true,
  standing: true,
  edition: true,
  revision: true,
  scheduledFor: true,
  updatedAt: true,
} as const

/** What happens from a moment on (ISO 8601, UTC) and before another one, as this person may know it. In order of time. */
export async function datesOf(reader: Reader, from: string, until: string): Promise<Dates> {
  const found = await Promise.all([
    ...(['release', 'translation'] as const).map((type) => scheduled(reader, type, from, until)),
    embargoes(reader, from, until),
    published(reader, from, until),
  ])
  return {
    dates: found.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    more: found.some(({ length }) => length >= mostDates),
  }
}

function within(field: string, from: string, until: string): Where[] {
  return [{ [field]: { greater_than_equal: from } }, { [field]: { less_than: until } }]
}

/** Payload's Local API as this person: past their rights nothing is read. */
function asReader({ user }: Reader) {
  return {
    overrideAccess: false,
    user: user as never,
    depth: 0,
    pagination: false,
    limit: mostDates,
  } as const
}

async function scheduled(
  reader: Reader,
  type: TextType,
  from: string,
  until: string,
): Promise<DeskDate[]> {
  const { docs } = await reader.payload.find({
    ...asReader(reader),
    collection: `${type}s`,
    where: { and: [{ state: { equals: 'scheduled' } }, ...within('scheduledFor', from, until)] },
    sort: 'scheduledFor',
    select,
  })
  return docs.flatMap((doc) => {
    const one = row.parse(doc)
    const edition = (one.edition ?? 0) + 1
    return dateOf('scheduled', type, one, one.scheduledFor, edition)
  })
}

async function embargoes(reader: Reader, from: string, until: string): Promise<DeskDate[]> {
  const { docs } = await reader.payload.find({
    ...asReader(reader),
    collection: 'releases',
    where: { and: [{ state: { not_equals: 'withdrawn' } }, ...within('embargo', from, until)] },
    sort: 'embargo',
    select: { ...select, embargo: true },
  })
  return docs.flatMap((doc) => {
    const one = row.parse(doc)
    return dateOf('embargo', 'release', one, one.embargo, 0)
  })
}

function dateOf(
  kind: DeskDate['kind'],
  type: TextType,
  one: z.infer<typeof row>,
  at: string | null,
  edition: number,
): DeskDate[] {
  if (at === null) return []
  return [
    {
      kind,
      at,
      type,
      id: one.id,
      headline: one.headline,
      language: one.language,
      state: one.state ?? null,
      standing: one.standing ?? 'none',
      edition,
      revision: one.revision ?? 0,
      changed: one.updatedAt ?? at,
    },
  ]
}

const editionRow = z.looseObject({
  subject: z.string(),
  of: z.enum(['release', 'translation']),
  language: text,
  headline: text,
  number: z.number(),
  publishedAt: moment,
})

/** Editions, corrections included. What was retracted since is told by its own timeline alone. */
async function published(reader: Reader, from: string, until: string): Promise<DeskDate[]> {
  const { docs } = await reader.payload.find({
    ...asReader(reader),
    collection: 'editions',
    where: {
      and: [{ of: { in: ['release', 'translation'] } }, ...within('publishedAt', from, until)],
    },
    sort: 'publishedAt',
    select: {
      subject: true,
      of: true,
      language: true,
      headline: true,
      number: true,
      publishedAt: true,
    },
  })
  const editions = docs.map((doc) => editionRow.parse(doc))
  const [standing, revisions] = await Promise.all([
    standingsOf(reader, editions),
    revisionsOf(reader, editions),
  ])
  return editions.flatMap(({ subject, of, language, headline, number, publishedAt }) => {
    const now = standing.get(subject)
    if (!publishedAt || !now || now === 'retracted') return []
    return [
      {
        kind: 'published' as const,
        at: publishedAt,
        type: of,
        id: subject,
        headline,
        language,
        state: now === 'withdrawn' ? 'withdrawn' : 'published',
        standing: now,
        edition: number,
        revision: revisions.get(subject) ?? 1,
        changed: publishedAt,
      },
    ]
  })
}

type Publication = Pick<z.infer<typeof editionRow>, 'subject' | 'of'>

const subjectsOf = (editions: readonly Publication[], type?: TextType): string[] => [
  ...new Set(
    editions.flatMap(({ subject, of }) => (type === undefined || of === type ? [subject] : [])),
  ),
]

const standingRow = z.looseObject({ subject: z.string(), standing: z.enum(standings) })

async function standingsOf(
  reader: Reader,
  editions: readonly Publication[],
): Promise<Map<string, Standing>> {
  if (editions.length === 0) return new Map()
  const { docs } = await reader.payload.find({
    ...asReader(reader),
    collection: 'entries',
    where: { subject: { in: subjectsOf(editions) } },
    sort: 'id',
    select: { subject: true, standing: true },
  })
  return new Map(
    docs.map((doc) => {
      const { subject, standing } = standingRow.parse(doc)
      return [subject, standing]
    }),
  )
}

async function revisionsOf(
  reader: Reader,
  editions: readonly Publication[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const type of ['release', 'translation'] as const) {
    const ids = subjectsOf(editions, type)
    if (ids.length === 0) continue
    const { docs } = await reader.payload.find({
      ...asReader(reader),
      collection: `${type}s`,
      where: { id: { in: ids } },
      sort: 'id',
      select: { revision: true },
    })
    for (const doc of docs) found.set(doc.id, row.parse(doc).revision ?? 1)
  }
  return found
}

const takenBack = z.object({
  subject: z.string(),
  of: z.enum(['release', 'translation']),
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
  revision: z.number(),
  edition: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
})

/**
 * Times that were taken back since a moment (ISO 8601, UTC), of texts that have no other one now, and weren't
 * published since. The headline is left out; `at` is the moment of taking back, since nobody keeps the time itself.
 */
export async function takenBackSince(reader: Reader, since: string): Promise<DeskDate[]> {
  const { docs } = await reader.payload.find({
    ...asReader(reader),
    collection: 'events',
    where: {
      and: [
        { at: { greater_than_equal: since } },
        { from: { equals: 'scheduled' } },
        { to: { not_in: ['scheduled', 'published'] } },
        { of: { in: ['release', 'translation'] } },
      ],
    },
    sort: '-at',
  })
  const newest = new Map<string, z.infer<typeof takenBack>>()
  for (const doc of docs) {
    const event = takenBack.parse(doc)
    if (!newest.has(event.subject)) newest.set(event.subject, event)
  }
  const dates: DeskDate[] = []
  for (const type of ['release', 'translation'] as const) {
    const events = [...newest.values()].filter(({ of }) => of === type)
    if (events.length === 0) continue
    const texts = await reader.payload.find({
      ...asReader(reader),
      collection: `${type}s`,
      where: { id: { in: events.map(({ subject }) => subject) } },
      sort: 'id',
      select,
    })
    for (const doc of texts.docs) {
      const one = row.parse(doc)
      const event = events.find(({ subject }) => subject === one.id)
      if (!event || one.state === 'scheduled' || (one.edition ?? 0) > event.edition) continue
      const known = { ...one, headline: '', revision: Math.max(one.revision ?? 0, event.revision) }
      dates.push(...dateOf('scheduled', type, known, event.at, event.edition + 1))
    }
  }
  return dates
}

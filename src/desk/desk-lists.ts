import type { CollectionSlug, Payload, Where } from 'payload'
import { z } from 'zod'
import { languageTags } from '../language/languages.ts'
import { type DeskGroup, openItemGroups } from '../workflow/desk-groups.ts'
import type { Person } from '../workflow/situation.ts'
import { deskTypes, isText } from '../workflow/states.ts'
import { moment, text } from './columns.ts'
import { collectionOf, related } from './documents.ts'
import { missionOf } from './mission-facts.ts'
import { dayIn } from '../workflow/month.ts'

/** Which rows wait in a group of somebody's desk: questions that a list of the admin can ask as well. */

export type DeskCollection = Extract<
  CollectionSlug,
  | 'releases'
  | 'translations'
  | 'contacts'
  | 'images'
  | 'documents'
  | 'terms'
  | 'open-items'
  | 'outbox'
>

/** One list behind a group. `rows`: any of these, each with all of its conditions. */
export interface DeskList {
  collection: DeskCollection
  rows: Where[][]
  sort: string
}

/** Who asks, past whose rights nothing is read. */
export interface Reader {
  payload: Payload
  /** The account, as Payload's access rules know it. */
  user: unknown
  actor: Person
  now: Date
}

/** How far ahead the desk looks. Milliseconds. */
export const ahead = 7 * 24 * 3_600_000
/** How many of the newest editions of releases are compared with their translations. */
export const newestReleases = 300
/** How many texts a list can name one by one. */
export const mostNamed = 50

export async function listsOf(group: DeskGroup, reader: Reader): Promise<DeskList[]> {
  const { actor, now } = reader
  const me = { equals: actor.id }
  const until = new Date(now.getTime() + ahead).toISOString()
  const draft = { state: { equals: 'draft' } }
  const unsent = { returnNote: { exists: false } }
  const sent = { returnNote: { exists: true } }
  /** A translation lies with its translator; where it has none, and with releases, with whoever wrote in it last. */
  const mine = (conditions: Where[], collection: 'releases' | 'translations'): Where[][] =>
    collection === 'releases'
      ? [[{ heldBy: me }, ...conditions]]
      : [
          [{ translator: me }, ...conditions],
          [{ heldBy: me }, { translator: { exists: false } }, ...conditions],
        ]
  switch (group) {
    case 'clock-failure':
    case 'emergency':
    case 'failing':
    case 'import':
      return openItems({ in: [...openItemGroups[group]] })
    case 'mail':
      return [{ collection: 'outbox', rows: [[{ state: { equals: 'given-up' } }]], sort: 'dueAt' }]
    case 'other-item':
      return openItems({ not_in: Object.values(openItemGroups).flat() })
    case 'review': {
      // What the guards of `approve` ask, as columns: the language is declared, and nobody reviews their own work.
      const conditions = [
        { state: { equals: 'in-review' } },
        { authors: without(actor.id, reader) },
      ]
      const languages = languageTags.filter((tag) => actor.reviews.includes(tag))
      return deskTypes
        .filter((type) => !isText(type) || languages.length > 0)
        .map((type) => ({
          collection: collectionOf[type],
          rows: [isText(type) ? [...conditions, { language: { in: languages } }] : conditions],
          sort: 'submittedAt',
        }))
    }
    case 'returned':
      return texts(
        (collection) => [...mine([draft, sent], collection), [{ submittedBy: me }, draft, sent]],
        'updatedAt',
      )
    case 'draft':
      return texts((collection) => mine([draft, unsent], collection), '-updatedAt')
    case 'publish':
      return texts(() => [[{ state: { equals: 'approved' } }]], 'approvedAt')
    case 'scheduled':
      return texts(
        () => [[{ state: { equals: 'scheduled' } }, { scheduledFor: { less_than_equal: until } }]],
        'scheduledFor',
      )
    case 'embargo':
      return [
        {
          collection: 'releases',
          rows: [
            [
              { embargo: { greater_than: now.toISOString() } },
              { embargo: { less_than_equal: until } },
            ],
          ],
          sort: 'embargo',
        },
      ]
    case 'overdue': {
      const { zones } = await missionOf(reader.payload)
      const today = `${dayIn(now.toISOString(), zones.post)}T00:00:00.000Z`
      return live({ liveReviewBy: { less_than: today } }, 'liveReviewBy')
    }
    case 'ending':
      return live({ liveEndsAt: { less_than_equal: until } }, 'liveEndsAt')
    case 'renew':
      return named('translations', await staleOf(reader))
    case 'translate':
      return named('releases', await untranslated(reader))
  }
}

function texts(
  rows: (collection: 'releases' | 'translations') => Where[][],
  sort: string,
): DeskList[] {
  return (['releases', 'translations'] as const).map((collection) => ({
    collection,
    rows: rows(collection),
    sort,
  }))
}

/** Of releases that the public reads. */
function live(asked: Where, sort: string): DeskList[] {
  return [{ collection: 'releases', rows: [[{ standing: { equals: 'live' } }, asked]], sort }]
}

/** Rows whose JSON doesn't name an id. Payload's SQLite adapter takes the pattern as it is, MongoDB's the words in it. */
function without(id: string, { payload }: Reader): Where[string] {
  return { not_like: payload.db.name === 'sqlite' ? `%${id}%` : id }
}

function openItems(kind: Where[string]): DeskList[] {
  const rows = [[{ state: { equals: 'open' } }, { kind } as Where]]
  return [{ collection: 'open-items', rows, sort: 'raisedAt' }]
}

function named(collection: DeskCollection, ids: readonly string[]): DeskList[] {
  if (ids.length === 0) return []
  return [{ collection, rows: [[{ id: { in: ids.slice(0, mostNamed) } }]], sort: '-updatedAt' }]
}

const entry = z.object({ subject: z.string(), language: z.string(), fingerprint: z.string() })
const translation = z.object({
  id: z.string(),
  release: related,
  language: z.string(),
  madeFrom: text,
  translator: related,
  heldBy: text,
  state: z.string(),
})

type Entry = z.infer<typeof entry>
type Translation = z.infer<typeof translation>

/** The releases of the newest editions, as the public reads them now: two questions, however large the archive is. */
async function newestAtTheDoor({ payload, user }: Reader): Promise<Entry[]> {
  const asReader = { overrideAccess: false, user: user as never, depth: 0, pagination: false }
  const editions = await payload.find({
    ...asReader,
    collection: 'editions',
    where: { of: { equals: 'release' } },
    sort: '-publishedAt',
    limit: newestReleases,
    select: { subject: true },
  })
  const subjects = [...new Set(editions.docs.map(({ subject }) => subject))]
  if (subjects.length === 0) return []
  const { docs } = await payload.find({
    ...asReader,
    collection: 'entries',
    where: { subject: { in: subjects }, standing: { equals: 'live' } },
    limit: newestReleases,
    sort: 'id',
    select: { subject: true, language: true, fingerprint: true },
  })
  return docs.map((row) => entry.parse(row))
}

/** All translations of these releases. Whose they are is asked here: the database would look through all of theirs. */
async function translationsOf(
  { payload, user }: Reader,
  releases: readonly Entry[],
): Promise<Translation[]> {
  const found: Translation[] = []
  if (releases.length === 0) return found
  for (let page = 1; ; page++) {
    const { docs } = await payload.find({
      collection: 'translations',
      where: { release: { in: releases.map(({ subject }) => subject) } },
      limit: atOnce,
      page,
      sort: 'id',
      depth: 0,
      select: {
        release: true,
        language: true,
        madeFrom: true,
        translator: true,
        heldBy: true,
        state: true,
      },
      overrideAccess: false,
      user: user as never,
    })
    found.push(...docs.map((row) => translation.parse(row)))
    if (docs.length < atOnce) return found
  }
}

/** As many as a list over REST holds. */
const atOnce = 500

interface AtTheDoor {
  releases: Entry[]
  translations: Translation[]
}

/** Two groups ask for the same, so it is read once for each look at a desk. */
const looks = new WeakMap<Reader, Promise<AtTheDoor>>()

function atTheDoor(reader: Reader): Promise<AtTheDoor> {
  const known = looks.get(reader)
  if (known) return known
  const look = newestAtTheDoor(reader).then(async (releases) => ({
    releases,
    translations: await translationsOf(reader, releases),
  }))
  looks.set(reader, look)
  return look
}

/** This person's translations that were made from other words than their release shows now (decision 008). */
async function staleOf(reader: Reader): Promise<string[]> {
  const { releases, translations } = await atTheDoor(reader)
  const shown = new Map(releases.map(({ subject, fingerprint }) => [subject, fingerprint]))
  return translations
    .filter(({ translator, heldBy }) => (translator ?? heldBy) === reader.actor.id)
    .filter(({ state }) => state !== 'withdrawn')
    .filter(({ release, madeFrom }) => madeFrom !== shown.get(release ?? ''))
    .map(({ id }) => id)
}

/** Releases that the public reads, and that nobody has begun to translate into a language of this person. */
async function untranslated(reader: Reader): Promise<string[]> {
  const { writes } = reader.actor
  const { releases, translations } = await atTheDoor(reader)
  const begun = new Set(translations.map(({ release, language }) => `${release} ${language}`))
  return releases
    .filter(({ subject, language }) =>
      writes.some((tag) => tag !== language && !begun.has(`${subject} ${tag}`)),
    )
    .map(({ subject }) => subject)
}

/** The question of a list, as Payload's Local API and its lists take it. */
export function whereOf({ rows }: Pick<DeskList, 'rows'>): Where {
  return { or: rows.map((and) => ({ and })) }
}

/** The list in the admin, with exactly this question. */
export function addressOf(list: DeskList): string {
  const query = new URLSearchParams()
  list.rows.forEach((conditions, row) => {
    conditions.forEach((condition, place) => {
      for (const [field, asked] of Object.entries(condition))
        for (const [operator, value] of Object.entries(asked as Record<string, unknown>)) {
          const name = `where[or][${row}][and][${place}][${field}][${operator}]`
          // Several with commas between them: as an array only the first twenty would be read.
          query.append(name, String(value))
        }
    })
  })
  query.append('sort', list.sort)
  return `/admin/collections/${list.collection}?${query.toString()}`
}

/** Ids of people by name, in one question. */
export async function peopleOf(
  payload: Payload,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null && id !== ''))]
  if (known.length === 0) return new Map()
  const { docs } = await payload.db.find({
    collection: 'users',
    where: { id: { in: known } },
    pagination: false,
    limit: known.length,
    select: { name: true },
  })
  return new Map(
    docs.map((row) => {
      const person = z.object({ id: z.string(), name: text }).parse(row)
      return [person.id, person.name]
    }),
  )
}

export const deskItemRow = z
  .looseObject({
    id: z.string(),
    headline: text,
    name: text,
    filename: text,
    title: text,
    language: text,
    state: text,
    holder: text,
    submittedBy: text,
    submittedAt: moment,
    approvedBy: text,
    approvedAt: moment,
    scheduledFor: moment,
    embargo: moment,
    liveReviewBy: moment,
    liveEndsAt: moment,
    item: text,
    returnNote: text,
    raisedAt: moment,
    raisedByName: text,
    reason: text,
    kind: text,
    subject: text,
    of: text,
    what: text,
    receiverName: text,
    problem: text,
    dueAt: moment,
    updatedAt: moment,
  })
  .transform((row) => ({
    ...row,
    title: row.headline || row.title || row.name || row.filename || row.receiverName,
  }))
export type DeskItemRow = z.infer<typeof deskItemRow>

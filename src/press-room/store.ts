import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { isLanguage } from '../language/languages.ts'
import type { Content } from '../workflow/content.ts'
import { deskTypes } from '../workflow/states.ts'
import { along, type Bound, onTopic, sqliteOf } from './on-topic.ts'
import { pressRevision } from './revision.ts'
import type { Correction, Edition, Entry, Mission, Shelf, Topic } from './records.ts'

/** All that the press room ever asks of the database. It reads the register, editions and the mission. */
export interface PressStore {
  mission(): Promise<Mission>
  /** Raised by every act at the door, after it has changed the register. */
  revision(): Promise<number>
  /** The entry at an address, in any standing. */
  entryAt(language: string, slug: string): Promise<Entry | null>
  /** The edition with this id, whether or not it is shown: ask the register first. */
  edition(id: string): Promise<Edition | null>
  editionsOf(ids: readonly string[]): Promise<Edition[]>
  /** The entries of a release and its translations, in any standing. */
  family(family: string): Promise<Entry[]>
  /** The same of several families. */
  families(families: readonly string[]): Promise<Entry[]>
  /** The entries of these texts or items, in any standing. */
  entriesOf(subjects: readonly string[]): Promise<Entry[]>
  /**
   * Entries of one shelf in one standing, live ones unless said, newest first; with the id of a topic, those on it.
   * `page` counts from 1. Nothing is counted.
   */
  latest(
    language: string,
    shelf: Shelf,
    range: { page: number; size: number; standing?: Entry['standing']; topic?: string },
  ): Promise<{ entries: Entry[]; more: boolean }>
  /** At most `size` live texts of a span of time, newest first. */
  within(
    language: string,
    span: { since: string | null; until: Bound | null; topic?: string },
    size: number,
  ): Promise<Entry[]>
  /**
   * Entries of every shelf in any standing whose row changed at this moment or later (ISO 8601, UTC), in that order; null:
   * all. `page` counts from 1.
   */
  changed(since: string | null, page: number, size: number): Promise<ChangedEntry[]>
  /** When a row of the register changed last; null when there is none. */
  lastChange(): Promise<string | null>
  /**
   * Topics by their ids, the one that an address names, or the first ones by their addresses. Only how they are called
   * in addresses.
   */
  topics(by: { ids: readonly string[] } | { slug: string } | { first: number }): Promise<Topic[]>
  /** The live text of a language that was published next after a moment (ISO 8601, UTC); null when there is none. */
  nextIn(language: string, after: string): Promise<Entry | null>
  /** At most `size` live texts of a language that show this image, newest first. */
  showing(image: string, language: string, size: number): Promise<Entry[]>
  /** How many live texts a span of time has: from a moment (ISO 8601) on, before another. */
  countWithin(language: string, span: { since: string; until: string }): Promise<number>
  /** When the first live text of a language was published; null when there is none. */
  firstIn(language: string): Promise<string | null>
  /** How many live entries a shelf has. */
  countLive(language: string, shelf: Shelf): Promise<number>
  /** The public corrections of texts, of each up to the number of an edition, newest first. */
  corrections(texts: readonly Pick<Entry, 'subject' | 'number'>[]): Promise<Correction[]>
}

/** `changedAt`: when its row was written last, ISO 8601, UTC. */
export type ChangedEntry = Entry & { changedAt: string }

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
/** Both databases: a date column comes back as a string or a Date. */
const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString())
const list = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? [])
const related = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((value) => value ?? null)

const entrySchema = z.object({
  id: z.coerce.string(),
  subject: z.string(),
  of: z.enum(deskTypes),
  shelf: z.enum(['texts', 'images', 'documents', 'contacts']),
  family: z.string(),
  language: z.string(),
  slug: z.string(),
  kind: text,
  headline: text,
  standing: z.enum(['live', 'withdrawn', 'retracted']),
  edition: z.string(),
  number: z.number(),
  fingerprint: z.string(),
  madeFrom: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  publishedAt: moment,
  updatedAtPublic: moment,
  noticeAt: moment.nullish().transform((value) => value ?? null),
  explanation: text,
})

/** Terms stand in the register too, for the desk alone: here there are none. */
const shown: Where = { shelf: { not_equals: 'terms' } }
const isShown = (row: unknown): boolean => shelved.parse(row).shelf !== 'terms'
const shelved = z.looseObject({ shelf: z.string() })

const changedSchema = entrySchema
  .extend({ updatedAt: moment })
  .transform(({ updatedAt, ...entry }): ChangedEntry => ({ ...entry, changedAt: updatedAt }))

/**
 * Named column by column: what an entry has several of (topics, what it shows) lies in a table of its own, and would be
 * fetched for every row of every list.
 */
const entryColumns = Object.fromEntries(
  Object.keys(entrySchema.shape).map((name) => [name, true as const]),
)

const editionSchema = z.object({
  id: z.string(),
  subject: z.string(),
  number: z.number(),
  change: z
    .enum(['first', 'minor', 'major'])
    .nullish()
    .transform((value) => value ?? 'first'),
  publicNote: text,
  publishedAt: moment,
  // Only the door writes it, from a `Content`; it can't be another shape unless the row was forged.
  content: z.string().transform((value) => JSON.parse(value) as Content),
})

const correctionSchema = z.object({
  subject: z.string(),
  number: z.number(),
  publicNote: text,
  publishedAt: moment,
})

const topicSchema = z.object({ id: z.string(), slug: z.string() })

const missionSchema = z
  .object({
    names: z
      .array(z.object({ language: z.string(), name: z.string(), about: text }))
      .nullish()
      .transform((value) => value ?? []),
    languages: list,
    defaultLanguage: text,
    address: text,
    timeZonePost: text,
    colour: text,
    logo: related,
    countsReaders: z
      .boolean()
      .nullish()
      .transform((value) => value !== false),
  })
  .transform(({ timeZonePost, languages, defaultLanguage, ...rest }): Mission => {
    const standard = isLanguage(defaultLanguage) ? defaultLanguage : 'en'
    const offered = languages.filter(isLanguage)
    return {
      ...rest,
      defaultLanguage: standard,
      languages: offered.length > 0 ? offered : [standard],
      timeZone: timeZonePost || 'UTC',
    }
  })

/** The store on Payload's database. Reads only; what it returns is parsed, so a foreign row throws. */
export function payloadStore(payload: Payload): PressStore {
  async function find(
    collection: 'entries' | 'editions',
    where: Where,
    limit = 0,
  ): Promise<unknown[]> {
    const { docs } = await payload.db.find({
      collection,
      where,
      limit,
      pagination: false,
      ...(collection === 'entries' ? { select: entryColumns } : {}),
    })
    return docs
  }
  const entries = async (where: Where, limit?: number): Promise<Entry[]> =>
    (await find('entries', where, limit)).filter(isShown).map((row) => entrySchema.parse(row))
  const editions = async (where: Where, limit?: number): Promise<Edition[]> =>
    (await find('editions', where, limit)).map((row) => editionSchema.parse(row))

  const inOrder = async (ids: readonly string[]): Promise<Entry[]> => {
    const found = ids.length === 0 ? [] : await entries({ id: { in: [...ids] } })
    return found.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  }

  return {
    mission: async () =>
      missionSchema.parse(await payload.findGlobal({ slug: 'mission', depth: 0 })),

    revision: () => pressRevision(payload),

    entryAt: async (language, slug) =>
      (await entries({ language: { equals: language }, slug: { equals: slug } }, 1))[0] ?? null,

    edition: async (id) => (await editions({ id: { equals: id } }, 1))[0] ?? null,

    editionsOf: async (ids) => (ids.length === 0 ? [] : editions({ id: { in: [...ids] } })),

    family: (family) => entries({ family: { equals: family } }),

    families: async (families) =>
      families.length === 0 ? [] : entries({ family: { in: [...families] } }),

    entriesOf: async (subjects) =>
      subjects.length === 0 ? [] : entries({ subject: { in: [...subjects] } }),

    latest: async (language, shelf, { page, size, standing = 'live', topic }) => {
      const wanted = { shelf, language, standing, ...(topic ? { topics: topic } : {}) }
      const skip = (page - 1) * size
      const drizzle = topic ? sqliteOf(payload) : null
      const rows =
        topic && drizzle
          ? await inOrder(await onTopic(drizzle, { topic, language, standing }, size + 1, skip))
          : (await rowsOf(payload, wanted, skip, size)).map((row) => entrySchema.parse(row))
      return { entries: rows.slice(0, size), more: rows.length > size }
    },

    within: async (language, { since, until, topic }, size) => {
      const drizzle = topic ? sqliteOf(payload) : null
      if (topic && drizzle) {
        const asked = { topic, language, standing: 'live', since, until } as const
        return inOrder(await onTopic(drizzle, asked, size))
      }
      const { docs } = await payload.db.find({
        collection: 'entries',
        where: {
          shelf: { equals: 'texts' },
          language: { equals: language },
          standing: { equals: 'live' },
          ...(topic ? { topics: { equals: topic } } : {}),
          publishedAt: {
            ...(since ? { greater_than_equal: since } : {}),
            ...(until ? { [until.included ? 'less_than_equal' : 'less_than']: until.at } : {}),
          },
        },
        sort: ['-publishedAt', '-createdAt'],
        limit: size,
        pagination: false,
        select: entryColumns,
      })
      return docs.map((row) => entrySchema.parse(row))
    },

    changed: async (since, page, size) => {
      const { docs } = await payload.db.find({
        collection: 'entries',
        where: {
          ...shown,
          ...(since === null ? {} : { updatedAt: { greater_than_equal: since } }),
        },
        sort: ['updatedAt', 'id'],
        page,
        limit: size,
        pagination: false,
        select: { ...entryColumns, updatedAt: true },
      })
      return docs.map((row) => changedSchema.parse(row))
    },

    lastChange: async () => {
      const { docs } = await payload.db.find({
        collection: 'entries',
        where: shown,
        sort: '-updatedAt',
        limit: 1,
        pagination: false,
        select: { updatedAt: true },
      })
      return docs[0] ? z.object({ updatedAt: moment }).parse(docs[0]).updatedAt : null
    },

    topics: async (by) => {
      if ('ids' in by && by.ids.length === 0) return []
      const { docs } = await payload.db.find({
        collection: 'topics',
        where:
          'ids' in by
            ? { id: { in: [...by.ids] } }
            : 'slug' in by
              ? { slug: { equals: by.slug } }
              : {},
        limit: 'first' in by ? by.first : 0,
        sort: 'slug',
        pagination: false,
        select: { slug: true },
      })
      return docs.map((row) => topicSchema.parse(row))
    },

    nextIn: async (language, after) => {
      const { docs } = await payload.db.find({
        collection: 'entries',
        where: { ...liveTextsIn(language), publishedAt: { greater_than: after } },
        sort: 'publishedAt',
        limit: 1,
        pagination: false,
        select: entryColumns,
      })
      return docs[0] ? entrySchema.parse(docs[0]) : null
    },

    showing: async (image, language, size) => {
      const drizzle = sqliteOf(payload)
      if (drizzle)
        return inOrder(await along(drizzle, 'uses', image, { language, standing: 'live' }, size))
      const { docs } = await payload.db.find({
        collection: 'entries',
        where: { ...liveTextsIn(language), uses: { equals: image } },
        sort: ['-publishedAt', '-createdAt'],
        limit: size,
        pagination: false,
        select: entryColumns,
      })
      return docs.map((row) => entrySchema.parse(row))
    },

    countLive: async (language, shelf) => {
      const { totalDocs } = await payload.db.count({
        collection: 'entries',
        where: {
          shelf: { equals: shelf },
          language: { equals: language },
          standing: { equals: 'live' },
        },
      })
      return totalDocs
    },

    countWithin: async (language, { since, until }) => {
      const { totalDocs } = await payload.db.count({
        collection: 'entries',
        where: {
          ...liveTextsIn(language),
          publishedAt: { greater_than_equal: since, less_than: until },
        },
      })
      return totalDocs
    },

    firstIn: async (language) => {
      const { docs } = await payload.db.find({
        collection: 'entries',
        where: liveTextsIn(language),
        sort: 'publishedAt',
        limit: 1,
        pagination: false,
        select: entryColumns,
      })
      return docs[0] ? entrySchema.parse(docs[0]).publishedAt : null
    },

    corrections: async (texts) => {
      const upTo = new Map(texts.map(({ subject, number }) => [subject, number]))
      // A first edition corrects nothing.
      const corrected = texts.filter(({ number }) => number > 1).map(({ subject }) => subject)
      if (corrected.length === 0) return []
      const rows = await find('editions', {
        subject: { in: corrected },
        number: { greater_than: 1 },
        change: { equals: 'major' },
      })
      return rows
        .map((row) => correctionSchema.parse(row))
        .filter(({ subject, number, publicNote }) => {
          return number <= (upTo.get(subject) ?? 0) && publicNote.trim() !== ''
        })
        .map(({ publicNote, ...rest }) => ({ ...rest, note: publicNote }))
        .sort((a, b) => b.number - a.number)
    },
  }
}

const liveTextsIn = (language: string): Where => ({
  shelf: { equals: 'texts' },
  language: { equals: language },
  standing: { equals: 'live' },
})

interface Wanted {
  shelf: Shelf
  language: string
  standing: Entry['standing']
  /** Id of one of its topics. */
  topics?: string
}

/**
 * Up to `size + 1` rows after the first `skip`, newest first, through the compound index; MongoDB tries for those on a
 * topic which of both indexes is quicker. Payload skips without counting on SQLite
 * only, and in whole pages; on MongoDB the collection is asked itself.
 */
async function rowsOf(
  payload: Payload,
  wanted: Wanted,
  skip: number,
  size: number,
): Promise<unknown[]> {
  const model = mongoModel(payload)
  if (model) {
    const rows = await model
      .find({ ...wanted })
      .sort({ publishedAt: -1, createdAt: -1 })
      .skip(skip)
      .limit(size + 1)
      .lean()
    return rows.map(({ _id: id, ...row }) => ({ ...row, id: String(id) }))
  }
  const part = async (page: number, limit: number): Promise<unknown[]> => {
    const { docs } = await payload.db.find({
      collection: 'entries',
      where: Object.fromEntries(
        Object.entries(wanted).map(([field, value]) => [field, { equals: value }]),
      ),
      sort: '-publishedAt',
      page,
      limit,
      pagination: false,
      select: entryColumns,
    })
    return docs
  }
  if (skip === 0) return part(1, size + 1)
  const [rows, next] = await Promise.all([part(skip / size + 1, size), part(skip + size + 1, 1)])
  return [...rows, ...next]
}

interface MongoQuery extends PromiseLike<{ _id: unknown }[]> {
  sort(order: Record<string, 1 | -1>): MongoQuery
  skip(count: number): MongoQuery
  limit(count: number): MongoQuery
  lean(): MongoQuery
}

/** Mongoose's model of the register, or null on another database. */
function mongoModel(payload: Payload): { find(filter: Record<string, string>): MongoQuery } | null {
  if (payload.db.name !== 'mongoose') return null
  const { collections } = payload.db as unknown as {
    collections: Record<string, { find(filter: Record<string, string>): MongoQuery }>
  }
  return collections.entries ?? null
}

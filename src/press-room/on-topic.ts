import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import type { Entry } from './records.ts'

/** An end in time, ISO 8601. What was published at this very moment belongs to the span only where it says so. */
export interface Bound {
  at: string
  included: boolean
}

interface OnTopic {
  /** Id of the topic. */
  topic: string
  language: string
  standing: Entry['standing']
  since?: string | null
  until?: Bound | null
}

type Drizzle = SQLiteAdapter['drizzle']

/** The SQL behind Payload; null on MongoDB. */
export function sqliteOf({ db }: Payload): Drizzle | null {
  return db.name === 'sqlite' ? (db as unknown as SQLiteAdapter).drizzle : null
}

/** Among so many of the newest texts a frequent topic is found without looking at all that is on it. */
const newest = 2000

/**
 * Ids of the texts on a topic, newest first. In SQL, since SQLite has one way to look for them and keeps to it: along
 * the texts, which is endless for a rare topic, or along the topic, which is endless for a frequent one. So the newest
 * texts are looked through first, and only where they don't hold enough, all that is on the topic.
 */
export async function onTopic(
  drizzle: Drizzle,
  { topic, language, standing, since, until }: OnTopic,
  count: number,
  skip = 0,
): Promise<string[]> {
  const before = until?.included ? sql`<=` : sql`<`
  const fits = sql`shelf = 'texts' and language = ${language} and standing = ${standing}
    ${since ? sql`and published_at >= ${since}` : sql``}
    ${until ? sql`and published_at ${before} ${until.at}` : sql``}`
  const part = sql`order by published_at desc, created_at desc limit ${count} offset ${skip}`
  // The plus keeps it from looking up the topic for each text.
  const near = await drizzle.all<{ id: string }>(sql`select id from (
      select id, published_at, created_at from entries where ${fits}
      order by published_at desc, created_at desc limit ${newest}
    ) as newest where exists (
      select 1 from entries_texts t
      where t.parent_id = newest.id and t.path = 'topics' and +t.text = ${topic}
    ) ${part}`)
  if (near.length === count) return near.map(({ id }) => id)
  // A cross join is made in the order in which it is written.
  const all = await drizzle.all<{ id: string }>(sql`select e.id from entries_texts t
    cross join entries e on e.id = t.parent_id
    where t.text = ${topic} and t.path = 'topics' and ${fits} ${part}`)
  return all.map(({ id }) => id)
}

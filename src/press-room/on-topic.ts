import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import type { Entry } from './records.ts'

/** An end in time, ISO 8601. What was published at this very moment belongs to the span only where it says so. */
export interface Bound {
  at: string
  included: boolean
}

interface Texts {
  language: string
  standing: Entry['standing']
  since?: string | null
  until?: Bound | null
}

interface OnTopic extends Texts {
  /** Id of the topic. */
  topic: string
}

type Drizzle = SQLiteAdapter['drizzle']
type SQL = ReturnType<typeof sql>

/** The SQL behind Payload; null on MongoDB. */
export function sqliteOf({ db }: Payload): Drizzle | null {
  return db.name === 'sqlite' ? (db as unknown as SQLiteAdapter).drizzle : null
}

function conditionsOf({ language, standing, since, until }: Texts): SQL {
  const before = until?.included ? sql`<=` : sql`<`
  return sql`shelf = 'texts' and language = ${language} and standing = ${standing}
    ${since ? sql`and published_at >= ${since}` : sql``}
    ${until ? sql`and published_at ${before} ${until.at}` : sql``}`
}

const part = (count: number, skip: number): SQL =>
  sql`order by published_at desc, created_at desc limit ${count} offset ${skip}`

/**
 * Ids of the texts that name something (the id of a topic, or of what they use), newest first, by looking at all of
 * them: for what few texts name.
 */
export async function along(
  drizzle: Drizzle,
  path: 'topics' | 'uses',
  named: string,
  texts: Texts,
  count: number,
  skip = 0,
): Promise<string[]> {
  // A cross join is made in the order in which it is written.
  const all = await drizzle.all<{ id: string }>(sql`select e.id from entries_texts t
    cross join entries e on e.id = t.parent_id
    where t.text = ${named} and t.path = ${path} and ${conditionsOf(texts)} ${part(count, skip)}`)
  return all.map(({ id }) => id)
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
  { topic, ...texts }: OnTopic,
  count: number,
  skip = 0,
): Promise<string[]> {
  // The plus keeps it from looking up the topic for each text.
  const near = await drizzle.all<{ id: string }>(sql`select id from (
      select id, published_at, created_at from entries where ${conditionsOf(texts)}
      order by published_at desc, created_at desc limit ${newest}
    ) as newest where exists (
      select 1 from entries_texts t
      where t.parent_id = newest.id and t.path = 'topics' and +t.text = ${topic}
    ) ${part(count, skip)}`)
  return near.length === count
    ? near.map(({ id }) => id)
    : along(drizzle, 'topics', topic, texts, count, skip)
}

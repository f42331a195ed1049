import type { Payload } from 'payload'
import { z } from 'zod'
import { list, text } from './columns.ts'
import { dayIn } from '../workflow/month.ts'

export interface Zones {
  post: string
  capital: string
}

const missionRow = z
  .looseObject({
    timeZonePost: text,
    timeZoneCapital: text,
    defaultLanguage: text,
    countsReaders: z.boolean().nullish(),
    languages: list(z.string()),
  })
  .transform((row) => ({
    zones: { post: row.timeZonePost || 'UTC', capital: row.timeZoneCapital || 'UTC' },
    defaultLanguage: row.defaultLanguage || 'en',
    countsReaders: row.countsReaders !== false,
    /** Of the press room, in the order in which the mission names them. */
    languages: row.languages,
  }))

/** What the desk has to know of the mission to name times and pages. */
export type MissionFacts = z.infer<typeof missionRow>

export async function missionOf(payload: Payload): Promise<MissionFacts> {
  return missionRow.parse(await payload.findGlobal({ slug: 'mission', depth: 0 }))
}

/** What a calendar at the post shows: `YYYY-MM-DD`. */
export async function todayOf(payload: Payload, now: Date): Promise<string> {
  return dayIn(now.toISOString(), (await missionOf(payload)).zones.post)
}

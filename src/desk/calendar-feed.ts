import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../admin/words/words.ts'
import { type CalendarEvent, iCalendar } from '../syndication/icalendar.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import { isOpenAccount } from './accounts/credentials.ts'
import { collectionOf } from './documents.ts'
import { type DeskDate, datesOf, takenBackSince } from './dates.ts'
import { languageIn } from './names.ts'
import { personOf } from './person.ts'
import { isUniqueViolation } from './timeline.ts'

/**
 * The calendar of a person behind a secret address, for calendar programs that can't sign in. 256 random bits are the
 * secret; only their hash is stored, so the address can be told once and never again.
 */

const feedRow = z.looseObject({
  id: z.string(),
  person: z.string(),
  headlines: z.boolean(),
  language: z.string(),
  madeAt: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
})
type Feed = z.infer<typeof feedRow>

/** The feed of a person as they may know of it; null when they have none. */
export async function feedOf(
  payload: Payload,
  person: string,
): Promise<Pick<Feed, 'headlines' | 'madeAt'> | null> {
  const row = await payload.db.findOne({
    collection: 'calendar-feeds',
    where: { person: { equals: person } },
  })
  if (!row) return null
  const { headlines, madeAt } = feedRow.parse(row)
  return { headlines, madeAt }
}

/** Makes the one address of a person; the one that they had before is nobody's from now on. Returns its secret. */
export async function makeFeed(
  payload: Payload,
  { person, ...more }: { person: string; headlines: boolean; language: string; madeAt: string },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const data = { ...more, secretHash: sha256(secret) }
  for (let attempt = 0; attempt < 5; attempt++) {
    const renewed: unknown = await payload.db.updateOne({
      collection: 'calendar-feeds',
      where: { person: { equals: person } },
      data,
      options: { atomic: true },
    })
    if (renewed) return secret
    try {
      await payload.db.create({ collection: 'calendar-feeds', data: { person, ...data } })
      return secret
    } catch (error) {
      // Made in another window at the same moment: the later one counts.
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error('the address of a calendar could not be kept')
}

/** Takes the address back. Harmless when there is none. */
export async function revokeFeed(payload: Payload, person: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'calendar-feeds',
    where: { person: { equals: person } },
  })
}

const secretShape = /^[\w-]{43}$/

/** Days that the feed looks back and ahead. */
const back = 60
const ahead = 366
const day = 24 * 3_600_000

/** The calendar behind a secret; null for one that isn't, isn't any more, or belongs to somebody who has left. */
export async function calendarBehind(
  payload: Payload,
  secret: string,
  now: Date,
  origin: string,
): Promise<string | null> {
  if (!secretShape.test(secret)) return null
  const row = await payload.db.findOne({
    collection: 'calendar-feeds',
    where: { secretHash: { equals: sha256(secret) } },
  })
  if (!row) return null
  const feed = feedRow.parse(row)
  const user = await payload.db.findOne({
    collection: 'users',
    where: { id: { equals: feed.person } },
  })
  const actor = personOf(user)
  if (!actor || !(await isOpenAccount(payload, actor.id))) return null
  const reader = { payload, user: { ...user, collection: 'users' }, actor, now }
  const moment = (days: number) => new Date(now.getTime() + days * day).toISOString()
  const { dates } = await datesOf(reader, moment(-back), moment(ahead))
  const cancelled = await takenBackSince(reader, moment(-back))
  return iCalendar({
    name: wordsOf(feed.language).calendarName,
    refreshMinutes: 30,
    events: [
      ...dates.map((date) => eventOf(date, feed, origin, false)),
      ...cancelled.map((date) => eventOf(date, feed, origin, true)),
    ],
  })
}

/**
 * A text that goes out is the same event when it has gone out. Two embargoes of one text are one event too: only the
 * time of an embargo changes.
 */
function eventOf(date: DeskDate, feed: Feed, origin: string, cancelled: boolean): CalendarEvent {
  const { kind, type, id, edition, at, revision, changed } = date
  const name = kind === 'embargo' ? `embargo-${id}` : `${type}-${id}-${edition}`
  return {
    uid: `${name}@${new URL(origin).hostname}`,
    stamp: changed,
    at,
    sequence: revision,
    status: cancelled ? 'CANCELLED' : kind === 'scheduled' ? 'TENTATIVE' : 'CONFIRMED',
    summary: summaryOf(date, feed),
    url: `${origin}/admin/collections/${collectionOf[type]}/${id}`,
  }
}

function summaryOf({ kind, type, headline, language: tag }: DeskDate, feed: Feed): string {
  const words = wordsOf(feed.language)
  const language = languageIn(tag, feed.language)
  const facts = { what: words[`date-${kind}`], type: words[type], language, headline }
  return feed.headlines && headline !== ''
    ? fill(words.calendarSummary, facts)
    : fill(words.calendarSummaryPlain, facts)
}

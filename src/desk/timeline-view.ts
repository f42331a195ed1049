import type { Payload } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../admin/words/words.ts'
import { type Comparison, compareTexts, type ShownField } from '../language/comparison.ts'
import type { TextContent } from '../workflow/content.ts'
import { type State, states, type TextType } from '../workflow/states.ts'
import { whatIn } from './bar.ts'
import { moment, text } from './columns.ts'
import {
  eventsOf,
  familyTexts,
  isPublic,
  type Member,
  type TimelineFilter,
  type TimelineKind,
  timelineKinds,
} from './family-timeline.ts'
import type { Reader } from './desk-lists.ts'
import { missionOf } from './mission-facts.ts'
import { mailStates, owedKinds } from './outbox/rows.ts'
import { languageIn, momentIn, relativeIn } from './names.ts'
import type { EventRow } from './timeline.ts'
import { verify, type VerifyReport } from './verify.ts'
import { noteIn } from '../workflow/clock-notes.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'

/** One event in the person's language. */
export interface TimelineLine {
  number: number
  what: string
  by: string
  /** ISO 8601, UTC. */
  at: string
  atIn: string
  ago: string
  /** Name of the text's language, or that the text is gone. */
  text: string
  from: State | null
  to: State | null
  note: string
  /** 0 where it is about none. */
  edition: number
  /** Whether the words of the text were others afterwards. */
  changed: boolean
  /** Whether an edition before this one is there to compare with. */
  comparable: boolean
}

/** A mail that somebody is owed or was sent. What it says stands in the events. */
export interface MailLine {
  id: string
  what: string
  to: string
  state: string
  /** ISO 8601, UTC: when it was sent, or is due. */
  at: string
  atIn: string
}

export interface EditionComparison extends Comparison<ShownField> {
  /** Number of the event that made the newer edition. */
  event: number
  /** Of the text. */
  language: string
}

export interface TimelineView {
  lines: TimelineLine[]
  /** Number to go on before; null at the beginning of the record. */
  next: number | null
  /** Chosen, and what can be chosen. */
  filter: TimelineFilter
  kinds: { value: TimelineKind; label: string }[]
  languages: { value: string; label: string }[]
  comparison: EditionComparison | null
  /** Mails about the family, the newest first, as long as they are kept. */
  mails: MailLine[]
}

const number = z.coerce.number().int().positive().optional().catch(undefined)

/** What a page of the timeline is asked for; what can't be understood counts as not said. */
const asked = z.object({
  kind: z.enum(timelineKinds).optional().catch(undefined),
  language: z.string().min(2).max(20).optional().catch(undefined),
  before: number,
  compare: number,
})

const linesAtOnce = 50

/** A page of the timeline of a text's family, newest first; null when this person may not know of the text. */
export async function timelineOf(
  reader: Reader,
  type: TextType,
  id: string,
  query: unknown,
  language: string,
): Promise<TimelineView | null> {
  const family = await familyTexts(reader, type, id)
  if (!family) return null
  const { before, compare, ...filter } = asked.parse(query ?? {})
  const page = { before: before ?? null, limit: linesAtOnce }
  const { events, more } = await eventsOf(reader, family, filter, page)
  const { zones } = await missionOf(reader.payload)
  const words = wordsOf(language)
  const shown = events.find((event) => event.number === compare)
  return {
    lines: events.map((event) => lineOf(event, family.members, reader.now, zones.post, language)),
    next: more ? (events.at(-1)?.number ?? null) : null,
    filter,
    kinds: timelineKinds.map((value) => ({ value, label: words[`timeline-${value}`] })),
    languages: [...new Set(family.members.map((member) => member.language))].map((value) => ({
      value,
      label: languageIn(value, language),
    })),
    comparison: shown ? await comparisonOf(reader.payload, shown) : null,
    mails: await mailsAbout(reader.payload, family.id, zones.post, language),
  }
}

const mailRow = z.looseObject({
  id: z.string(),
  what: z.enum(owedKinds),
  receiverName: text,
  state: z.enum(mailStates),
  dueAt: moment,
  sentAt: moment,
})

/** How many mails are named. */
const mostMails = 100

async function mailsAbout(
  payload: Payload,
  family: string,
  zone: string,
  language: string,
): Promise<MailLine[]> {
  const { docs } = await payload.db.find({
    collection: 'outbox',
    where: { family: { equals: family } },
    sort: '-dueAt',
    limit: mostMails,
    pagination: false,
  })
  const words = wordsOf(language)
  return docs.map((one) => {
    const { id, what, receiverName, state: now, dueAt, sentAt } = mailRow.parse(one)
    const at = sentAt ?? dueAt ?? ''
    return {
      id,
      what: words[`owed-${what}`],
      to: receiverName,
      state: words[`mail-${now}`],
      at,
      atIn: momentIn(at, language, zone),
    }
  })
}

const state = z.enum(states).nullable().catch(null)

function lineOf(
  event: EventRow,
  members: readonly Member[],
  now: Date,
  zone: string,
  language: string,
): TimelineLine {
  const member = members.find(({ id }) => id === event.subject)
  const { fingerprintBefore: before, fingerprintAfter: after } = event
  return {
    number: event.number,
    what: whatIn(event.what, language),
    by: event.actorName,
    at: event.at,
    atIn: momentIn(event.at, language, zone, true),
    ago: relativeIn(event.at, now, language),
    text: member ? languageIn(member.language, language) : wordsOf(language).timelineGone,
    from: state.parse(event.from),
    to: state.parse(event.to),
    note: noteIn(event.note, catalogueOf(language)),
    // An approval names the edition that stands; what it is about is the next one.
    edition: isPublic(event) ? event.edition : 0,
    changed: before !== '' && after !== '' && before !== after,
    comparable: isPublication(event) && event.edition > 1,
  }
}

const isPublication = ({ what }: EventRow): boolean => /(^|-)publish$/.test(what)

const frozen = z.object({ number: z.number(), language: text, content: z.string() })

async function comparisonOf(payload: Payload, event: EventRow): Promise<EditionComparison | null> {
  if (!isPublication(event)) return null
  const { docs } = await payload.db.find({
    collection: 'editions',
    where: {
      subject: { equals: event.subject },
      number: { in: [event.edition - 1, event.edition] },
    },
    sort: 'number',
    limit: 2,
    pagination: false,
    select: { number: true, language: true, content: true },
  })
  const [older, newer] = docs.map((row) => frozen.parse(row))
  if (!older || !newer) return null
  // What the door froze: the canonical form of a text, whose fingerprint `verify` proves.
  const [before, after] = [older, newer].map(({ content }) => JSON.parse(content) as TextContent)
  if (!before || !after) return null
  return { event: event.number, language: newer.language, ...compareTexts(before, after) }
}

/** Whether the record of a family is whole: the same proof as `npm run verify`, of this family alone. */
export interface ChainCheck {
  holds: boolean
  /** Events that were looked at. */
  events: number
  editions: number
  /** Where it breaks, in English sentences as `npm run verify` prints them. */
  problems: string[]
  /** Problems beyond those that are listed. */
  more: number
}

export async function checkChain(
  reader: Reader,
  type: TextType,
  id: string,
): Promise<ChainCheck | null> {
  const family = await familyTexts(reader, type, id)
  if (!family) return null
  return chainOf(await verify(reader.payload, family.id))
}

function chainOf(report: VerifyReport): ChainCheck {
  const checks = Object.values(report)
  const problems = checks.flatMap((check) => check.problems)
  const shown = problems.slice(0, 50)
  return {
    holds: problems.length === 0,
    events: report.events.count,
    editions: report.editions.count,
    problems: shown,
    more: problems.length - shown.length + checks.reduce((sum, check) => sum + check.more, 0),
  }
}

import type { Payload } from 'payload'
import { type Comparison, compareTexts, type ShownField } from '../language/comparison.ts'
import type { Content } from '../workflow/content.ts'
import type { TextType } from '../workflow/states.ts'
import { textOrEdition } from './as-of.ts'
import type { DeskDoc } from './documents.ts'
import { settled } from './finish.ts'
import { factsOf } from './situation.ts'
import { type EventRow, eventsOf } from './timeline.ts'

/** What a text said at a time, to compare it with what it says now. Moments: ISO 8601, UTC. */
export interface Point {
  /** `edition`, `approval`, `submission`, or `version`. */
  what: 'edition' | 'approval' | 'submission' | 'version'
  revision: number
  fingerprint: string
  at: string
  by: string
  /** Number of the edition; 0 for the others. */
  edition: number
}

export interface Changes extends Comparison<ShownField> {
  since: Point
  now: { revision: number; fingerprint: string }
  language: string
}

const names = {
  edition: ['publish'],
  approval: ['approve'],
  submission: ['submit'],
} as const satisfies Partial<Record<Point['what'], readonly string[]>>

function pointOf(what: Point['what'], event: EventRow): Point {
  const { revision, fingerprintAfter, at, actorName, edition } = event
  const number = what === 'edition' ? edition : 0
  return { what, revision, fingerprint: fingerprintAfter, at, by: actorName, edition: number }
}

/**
 * The points that a text can be compared with: its last edition, approval and submission, then each wording that it
 * ever had, newest first. A text that is in review was last submitted the time before, as what lies there now is that.
 */
export async function pointsOf(payload: Payload, doc: DeskDoc): Promise<Point[]> {
  const events = (await eventsOf(payload, doc.id)).toReversed()
  const named = (Object.keys(names) as (keyof typeof names)[]).flatMap((what) => {
    const those = events.filter((event) => (names[what] as readonly string[]).includes(event.what))
    const last = what === 'submission' && doc.state === 'in-review' ? those[1] : those[0]
    return last ? [pointOf(what, last)] : []
  })
  const seen = new Set<string>()
  const versions = events.flatMap((event) => {
    if (event.fingerprintAfter === '' || seen.has(event.fingerprintAfter)) return []
    seen.add(event.fingerprintAfter)
    return [pointOf('version', event)]
  })
  return [...named, ...versions]
}

/** Which of the points a request means: by its name, by a fingerprint, or by the revision of any act. */
async function pointIn(payload: Payload, doc: DeskDoc, since: string): Promise<Point | null> {
  const points = await pointsOf(payload, doc)
  const named = points.find(({ what }) => what === since && what !== 'version')
  if (named) return named
  if (/^[0-9a-f]{64}$/.test(since))
    return points.find(({ fingerprint }) => fingerprint === since) ?? null
  if (!/^\d{1,9}$/.test(since)) return null
  const events = await eventsOf(payload, doc.id)
  const event = events.find(({ revision }) => revision === Number(since))
  return event ? pointOf('version', event) : null
}

/** `no-text`: there is none; `no-point`: it was never so, or what it said then wasn't kept. */
export async function changesSince(
  payload: Payload,
  type: TextType,
  id: string,
  since: string,
): Promise<Changes | 'no-text' | 'no-point'> {
  const doc = await settled(payload, type, id)
  if (!doc) return 'no-text'
  const { content, fingerprint } = await factsOf(payload, doc)
  const point = await pointIn(payload, doc, since)
  const then = point && (await textOrEdition(payload, doc.id, point.fingerprint))
  if (!point || !then) return 'no-point'
  const now = content as Extract<Content, { type: 'text' }>
  return {
    since: point,
    now: { revision: doc.revision, fingerprint },
    language: now.language,
    ...compareTexts(then, now),
  }
}

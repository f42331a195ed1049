import type { Payload } from 'payload'
import { z } from 'zod'
import type { ActionInput, Person } from '../workflow/situation.ts'
import type { Action, Standing } from '../workflow/states.ts'
import type { DeskDoc } from './documents.ts'
import { entriesOfFamily } from './entries.ts'
import type { EventRow } from './timeline.ts'
import { dayOf } from '../workflow/zoned-time.ts'

/** The words of an act that its event keeps. */
export function noteOf(input: ActionInput): string {
  return input.note ?? input.explanation ?? input.reason ?? input.publicNote ?? input.reviewBy ?? ''
}

/**
 * Whether the last act on a document is this very request, which somebody sends again because its answer was lost
 * (decision 10). Who asked for something else than what happened must not be told that it is done.
 * `since`: what happened after the revision that the request names, oldest first.
 */
export async function isRepeated(
  payload: Payload,
  {
    doc,
    action,
    input,
    actor,
  }: { doc: DeskDoc; action: Action; input: ActionInput; actor: Person },
  since: readonly EventRow[],
): Promise<boolean> {
  const last = since[0]
  return (
    doc.revision === input.revision + 1 &&
    last?.what === action &&
    last.actor === actor.id &&
    last.note === noteOf(input) &&
    (await cameTrue(payload, doc, action, input))
  )
}

/** What a request asks for besides its words, against what is so now. */
async function cameTrue(
  payload: Payload,
  doc: DeskDoc,
  action: Action,
  input: ActionInput,
): Promise<boolean> {
  switch (action) {
    case 'schedule':
      return (
        doc.scheduledFor !== null && Date.parse(doc.scheduledFor) === Date.parse(input.at ?? '')
      )
    case 'still-right':
      return doc.type === 'release' && dayOf(doc.liveReviewBy) === input.reviewBy
    case 'waive':
      return doc.waivers.at(-1)?.requirement === input.requirement
    case 'publish':
    case 'emergency-publish':
      return doc.edition === 1 || (await changeOf(payload, doc)) === (input.change ?? 'major')
    case 'withdraw':
      return areAll(payload, doc, ['withdrawn', 'retracted'], input.languages)
    case 'retract':
      return areAll(payload, doc, ['retracted'], input.languages)
    case 'reinstate':
      return areAll(payload, doc, ['live'], input.languages)
    default:
      return true
  }
}

async function changeOf(payload: Payload, doc: DeskDoc): Promise<string | null | undefined> {
  const row = await payload.db.findOne({
    collection: 'editions',
    where: { subject: { equals: doc.id }, number: { equals: doc.edition } },
  })
  return z.object({ change: z.string().nullish() }).parse(row).change
}

async function areAll(
  payload: Payload,
  doc: DeskDoc,
  standings: readonly Standing[],
  languages: readonly string[] | undefined,
): Promise<boolean> {
  if (doc.type !== 'release' || !languages) return standings.includes(doc.standing)
  const family = await entriesOfFamily(payload, doc.id)
  return languages.every((language) =>
    family.some((entry) => entry.language === language && standings.includes(entry.standing)),
  )
}

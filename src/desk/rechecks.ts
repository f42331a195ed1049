import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { recheckFailing } from '../workflow/aging.ts'
import type { TextContent } from '../workflow/content.ts'
import { failuresOf, type Problem, type ReleaseDates } from '../workflow/requirements.ts'
import { catalogueOf, sentenceOfProblem } from '../workflow/sentences/sentences.ts'
import type { TextType } from '../workflow/states.ts'
import { recheckAt } from './aging.ts'
import { theClock } from './clock-person.ts'
import { aroundFrozen } from './content.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc } from './documents.ts'
import { entryOf } from './entries.ts'
import { lookAgain } from './loop.ts'
import {
  itemsAbout,
  type OpenItem,
  type OpenItemDraft,
  raiseOpenItem,
  settle,
  type Settlement,
} from './open-items.ts'
import { dayOf } from '../workflow/zoned-time.ts'
import { noteIn } from '../workflow/clock-notes.ts'

/**
 * The requirements run over every live text again, each in its turn: what stands around a text changes without it. A
 * bounded number at each look, so that an archive of any size holds up nobody; where it was broken off, the next look
 * goes on. What is found is an open item, which ends by itself once all is right again.
 */

/** At each look. With a look every half minute, half a million texts in a week. */
const atOnce = 25
const lookEvery = 30_000

/** Runs over the texts that are due, those that never were looked at last. `most`: at most so many. Returns how many. */
export async function recheckDue(payload: Payload, now: Date, most = atOnce): Promise<number> {
  let count = 0
  for (const due of [{ less_than_equal: now.toISOString() }, { exists: false }])
    for (const type of ['release', 'translation'] as const) {
      const ids = await some(payload, type, due, most - count)
      for (const id of ids) await attend(payload, type, id, now)
      count += ids.length
    }
  return count
}

async function some(
  payload: Payload,
  type: TextType,
  due: Where[string],
  limit: number,
): Promise<string[]> {
  // To Payload, 0 is all of them.
  if (limit <= 0) return []
  const { docs } = await payload.db.find<{ id: string }>({
    collection: collectionOf[type],
    where: { standing: { equals: 'live' }, recheckAt: due },
    sort: 'recheckAt',
    limit,
    pagination: false,
    select: {},
  })
  return docs.map(({ id }) => id)
}

type TextDoc = Extract<DeskDoc, { type: TextType }>

async function attend(payload: Payload, type: TextType, id: string, now: Date): Promise<void> {
  try {
    const doc = await loadDoc(payload, type, id)
    if (doc && isLiveText(doc)) await recheck(payload, doc, now)
  } catch (error) {
    payload.logger.error({ err: error, msg: `The requirements could not run over ${type} ${id}.` })
  }
}

const isLiveText = (doc: DeskDoc): doc is TextDoc =>
  (doc.type === 'release' || doc.type === 'translation') && doc.standing === 'live'

async function recheck(payload: Payload, doc: TextDoc, now: Date): Promise<void> {
  const failures = await failuresIn(payload, doc)
  if (!failures) return
  const found = JSON.stringify(failures)
  const items = await itemsAbout(payload, doc.id, 'came-to-fail')
  const open = items.filter(({ state }) => state === 'open')
  // Whoever dismissed it has said that this very thing may stay.
  const known = items.findLast(({ state }) => state === 'open' || state === 'dismissed')
  const isNews = failures.length > 0 && known?.item !== found
  // Of one look: another process, or this one after a crash, raises it once.
  if (isNews)
    await raiseOpenItem(payload, draftOf(doc, failures, found, now), `:${doc.recheckAt ?? 'first'}`)
  const state = failures.length > 0 ? 'superseded' : 'right-again'
  if (isNews || failures.length === 0) await settleAll(payload, open, state, now)
  const isOpen = isNews || (failures.length > 0 && known?.state === 'open')
  const won: unknown = await payload.db.updateOne({
    collection: collectionOf[doc.type],
    where: {
      id: { equals: doc.id },
      standing: { equals: 'live' },
      edition: { equals: doc.edition },
      recheckAt: doc.recheckAt ? { equals: doc.recheckAt } : { exists: false },
    },
    data: { recheckAt: recheckAt(now.toISOString(), isOpen ? recheckFailing : undefined) },
    options: { atomic: true },
  })
  if (!won) await forgetOf(payload, doc, now)
}

/** Null when the text has no edition to be read. */
async function failuresIn(payload: Payload, doc: TextDoc): Promise<Problem[] | null> {
  const entry = await entryOf(payload, doc.id)
  const edition =
    entry?.standing === 'live' &&
    (await payload.db.findOne<{ id: string; content: string }>({
      collection: 'editions',
      where: { id: { equals: entry.edition } },
    }))
  if (!edition) return null
  const content = JSON.parse(edition.content) as { type: 'text' } & TextContent
  const around = await aroundFrozen(payload, content)
  return failuresOf(content, { ...around, ...liveDates(doc) })
}

/** Which days have passed is for the list of what is overdue; here it counts whether there is one at all. */
function liveDates(doc: TextDoc): { dates?: ReleaseDates } {
  if (doc.type !== 'release') return {}
  return { dates: { reviewBy: dayOf(doc.liveReviewBy), endsAt: doc.liveEndsAt, ahead: null } }
}

function draftOf(
  doc: TextDoc,
  failures: readonly Problem[],
  found: string,
  now: Date,
): OpenItemDraft {
  return {
    kind: 'came-to-fail',
    title: doc.headline,
    language: doc.language,
    subject: doc.id,
    of: doc.type,
    family: familyOf(doc),
    uri: '',
    version: String(doc.edition),
    versionAt: now.toISOString(),
    item: found,
    reason: reasonIn(failures, 'en'),
    raisedAt: now.toISOString(),
    raisedBy: theClock.id,
    raisedByName: theClock.name,
  }
}

function reasonIn(failures: readonly Problem[], language: string): string {
  const catalogue = catalogueOf(language)
  return failures.map((problem) => sentenceOfProblem(problem, catalogue)).join(' ')
}

const failing = z.array(z.looseObject({ requirement: z.string() }))

/** Why the desk raised an open item, in a person's language where that is known. */
export function reasonOfItem(
  { kind, item, reason }: Pick<OpenItem, 'item' | 'reason'> & { kind: string },
  language: string,
): string {
  if (item === '') return reason
  if (kind === 'clock-failure') return noteIn(item, catalogueOf(language))
  if (kind !== 'came-to-fail') return reason
  return reasonIn(failing.parse(JSON.parse(item)) as unknown as Problem[], language)
}

async function settleAll(
  payload: Payload,
  open: readonly OpenItem[],
  state: Settlement['state'],
  now: Date,
): Promise<void> {
  const how = { state, by: theClock.id, byName: theClock.name, at: now.toISOString(), note: '' }
  for (const { id } of open) await settle(payload, { ...how, id })
}

/** The text was published anew, or taken back, while it was looked at: what was found is of no edition that is read. */
async function forgetOf(payload: Payload, looked: TextDoc, now: Date): Promise<void> {
  const doc = await loadDoc(payload, looked.type, looked.id)
  if (doc?.standing === 'live' && doc.edition === looked.edition) return
  const items = await itemsAbout(payload, looked.id, 'came-to-fail')
  const open = items.filter(({ state }) => state === 'open')
  await settleAll(payload, open, 'overtaken', now)
}

/** Looks at once and then again and again. Returns how to stop it: resolved when it stands still. */
export function startRechecks(
  payload: Payload,
  now: () => Date,
  every = lookEvery,
): () => Promise<void> {
  return lookAgain(async () => {
    try {
      await recheckDue(payload, now())
    } catch (error) {
      payload.logger.error({ err: error, msg: 'The requirements could not run again.' })
    }
  }, every)
}

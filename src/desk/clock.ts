import type { Payload, Where } from 'payload'
import { keptNote } from '../workflow/clock-notes.ts'
import type { Member, Refusal } from '../workflow/refusals.ts'
import type { TextType } from '../workflow/states.ts'
import { performTogether } from './bundle-acts.ts'
import { type BundleRow, bundlesWhere, loadBundle } from './bundles.ts'
import { theClock } from './clock-person.ts'
import { type DeskDoc, loadDoc } from './documents.ts'
import { attendAll, lateness, textsWhere } from './due.ts'
import { endDue } from './endings.ts'
import { lookAgain } from './loop.ts'
import { Refused } from './refused.ts'
import { remindDue } from './reminders.ts'
import { perform } from './transition.ts'

/**
 * The clock publishes what is due, through the same rules as people, and with the same conditional write: however many
 * processes look, a text is published at most once. What can't be published goes back to approved, and says why.
 */

export interface Due {
  published: number
  missed: number
}

/**
 * Publishes every text whose time has come, releases before their translations. `now`: the desk's time. What another
 * process is at, or what only waits (for its release, for room on the disk), is left to the next look.
 */
export async function publishDue(payload: Payload, now: Date): Promise<Due> {
  const due: Due = { published: 0, missed: 0 }
  for (const type of ['release', 'translation'] as const) {
    const ids = await textsWhere(payload, type, dueAt(now), 'scheduledFor')
    await attendAll(ids, async (id) => {
      const outcome = await attend(payload, type, id, now)
      if (outcome) due[outcome]++
    })
  }
  for (const id of await bundlesWhere(payload, dueAt(now))) {
    const outcome = await attendBundle(payload, id, now)
    if (outcome) due[outcome] += 1
  }
  return due
}

const dueAt = (now: Date): Where => ({
  state: { equals: 'scheduled' },
  scheduledFor: { less_than_equal: now.toISOString() },
})

async function attend(
  payload: Payload,
  type: TextType,
  id: string,
  now: Date,
): Promise<keyof Due | null> {
  try {
    const doc = await loadDoc(payload, type, id)
    // What goes out with others is the bundle's.
    if (doc?.state !== 'scheduled' || doc.bundle) return null
    const refusals = await publishNow(payload, doc, now)
    if (refusals === null) return 'published'
    if (await waits(payload, doc, refusals, now)) return null
    await act(payload, doc, now, 'miss', { note: keptNote({ refusals }) })
    return 'missed'
  } catch (error) {
    // Somebody else acted first; or it is tried again at the next look.
    if (!(error instanceof Refused))
      payload.logger.error({ err: error, msg: `The clock could not attend to the ${type} ${id}.` })
    return null
  }
}

/** All of a bundle, or nothing of it: then each of its texts says why, and waits for people. */
async function attendBundle(payload: Payload, id: string, now: Date): Promise<keyof Due | null> {
  try {
    const bundle = await loadBundle(payload, id)
    if (bundle?.state !== 'scheduled') return null
    const { revision, scheduledFor } = bundle
    const ask = { payload, id, revision, actor: theClock, now, language: 'en' }
    const late = lateness(scheduledFor, now)
    const notes = new Map(late.due ? bundle.texts.map((text) => [text.id, keptNote(late)]) : [])
    try {
      await performTogether({ ...ask, action: 'publish', notes })
      return 'published'
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const [held] = error.refusals
      if (held?.code !== 'bundle-held') return null
      if (held.texts.some(({ why }) => why.some(({ code }) => passing.includes(code)))) return null
      await performTogether({ ...ask, action: 'miss', notes: missedNotes(bundle, held.texts) })
      return 'missed'
    }
  } catch (error) {
    if (!(error instanceof Refused))
      payload.logger.error({ err: error, msg: `The clock could not attend to the bundle ${id}.` })
    return null
  }
}

/** What is said of each text of a bundle that could not go: its own reasons, or those of the others. */
function missedNotes({ texts }: BundleRow, held: readonly Member[]): Map<string, string> {
  const others: Refusal[] = [{ code: 'bundle-held', texts: held }]
  return new Map(
    texts.map(({ id }) => {
      const own = held.find((member) => member.id === id)
      return [id, keptNote({ refusals: own?.why ?? others })]
    }),
  )
}

/** Null when it is published now, by this process or another one. */
async function publishNow(payload: Payload, doc: DeskDoc, now: Date): Promise<Refusal[] | null> {
  const late = lateness(doc.scheduledFor, now)
  try {
    const note = late.due ? { note: keptNote(late) } : {}
    await act(payload, doc, now, 'publish', { ...doc.scheduledAs, ...note })
    return null
  } catch (error) {
    if (error instanceof Refused) return [...error.refusals]
    throw error
  }
}

async function act(
  payload: Payload,
  doc: DeskDoc,
  now: Date,
  action: 'publish' | 'miss',
  more: object,
): Promise<void> {
  await perform({
    payload,
    type: doc.type,
    id: doc.id,
    action,
    input: { revision: doc.revision, ...more },
    actor: theClock,
    now,
    language: 'en',
  })
}

/** What passes by itself: somebody is at it, or there is no room at the moment. */
const passing = ['busy', 'stale-revision', 'no-room', 'wrong-state', 'not-due']

/** Nothing speaks against the text itself: somebody is at it, or it comes after its release. */
async function waits(
  payload: Payload,
  doc: DeskDoc,
  refusals: readonly Refusal[],
  now: Date,
): Promise<boolean> {
  if (refusals.some(({ code }) => passing.includes(code))) return true
  const source = ['release-not-live', 'translation-stale']
  if (doc.type !== 'translation' || !doc.release) return false
  if (!refusals.some(({ code }) => source.includes(code))) return false
  const release = await loadDoc(payload, 'release', doc.release)
  const due = release?.scheduledFor ? Date.parse(release.scheduledFor) <= now.getTime() : false
  return release?.busy === 1 || (release?.state === 'scheduled' && due)
}

/** How often the clock looks. Milliseconds. */
const lookEvery = 2_000

/** One look. What can't be done holds up nothing of the others. A correction comes before the end of what it corrects. */
const tasks: readonly ((payload: Payload, now: Date) => Promise<void>)[] = [
  async (payload, now) => {
    const { published, missed } = await publishDue(payload, now)
    if (published > 0) payload.logger.info(`Published at their time: ${published}.`)
    if (missed > 0) payload.logger.warn(`Could not be published at their time: ${missed}.`)
  },
  async (payload, now) => {
    const ended = await endDue(payload, now)
    if (ended > 0) payload.logger.info(`Ended by themselves: ${ended}.`)
  },
  async (payload, now) => {
    await remindDue(payload, now)
  },
]

/** Looks at once and then again and again, one look at a time. Returns how to stop it: resolved when it stands still. */
export function startClock(
  payload: Payload,
  now: () => Date,
  every = lookEvery,
): () => Promise<void> {
  return lookAgain(async () => {
    for (const task of tasks)
      try {
        await task(payload, now())
      } catch (error) {
        payload.logger.error({ err: error, msg: 'The clock could not look.' })
      }
  }, every)
}

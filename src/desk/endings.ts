import type { Payload } from 'payload'
import { wordsFor } from '../press-room/words/words.ts'
import { theClock } from './clock-person.ts'
import { loadDoc } from './documents.ts'
import { keptNote } from '../workflow/clock-notes.ts'
import { attendAll, lateness, textsWhere } from './due.ts'
import { Refused } from './refused.ts'
import { perform } from './transition.ts'

/**
 * Takes back every release that was to end by itself, with its family. `now`: the desk's time. It is the act
 * `withdraw` of the table, so that one conditional write decides, however many processes look. Returns how many ended.
 */
export async function endDue(payload: Payload, now: Date): Promise<number> {
  const due = await textsWhere(
    payload,
    'release',
    { standing: { equals: 'live' }, liveEndsAt: { less_than_equal: now.toISOString() } },
    'liveEndsAt',
  )
  let ended = 0
  await attendAll(due, async (id) => {
    if (await end(payload, id, now)) ended++
  })
  return ended
}

async function end(payload: Payload, id: string, now: Date): Promise<boolean> {
  try {
    const doc = await loadDoc(payload, 'release', id)
    if (doc?.type !== 'release' || doc.standing !== 'live') return false
    const notice = wordsFor(doc.language).ended
    const late = lateness(doc.liveEndsAt, now)
    const done = await perform({
      payload,
      type: 'release',
      id,
      action: 'withdraw',
      input: {
        revision: doc.revision,
        explanation: notice,
        note: late.due ? keptNote({ ...late, words: notice }) : notice,
      },
      actor: theClock,
      now,
      language: 'en',
    })
    return done?.standing === 'withdrawn'
  } catch (error) {
    // Somebody is at it, or gave it another time: the next look finds what is so then.
    if (!(error instanceof Refused))
      payload.logger.error({ err: error, msg: `The release ${id} could not end by itself.` })
    return false
  }
}

import type { Payload } from 'payload'
import { entryOf } from './entries.ts'
import type { Standing } from '../workflow/states.ts'
import type { ChangeOfStanding, Publication } from './journal.ts'
import { pastReserve } from './press-reserve.ts'
import { raise } from './press-revision.ts'
import { isUniqueViolation } from './timeline.ts'
import { shelfOf } from './entries.ts'

/**
 * The door: the only code that writes editions and entries. Each function may be called again after a crash at any
 * of its writes and then completes what was begun. The public side changes in one write, the entry's.
 */

/** Freezes the edition and shows it. `revision`: the text's, which the act has led to. */
export async function publish(
  payload: Payload,
  plan: Publication,
  revision: number,
): Promise<void> {
  await pastReserve(() => freezeAndShow(payload, plan, revision))
}

async function freezeAndShow(payload: Payload, plan: Publication, revision: number): Promise<void> {
  const { edition } = plan
  const frozen = await payload.db.findOne({
    collection: 'editions',
    where: { id: { equals: edition.id } },
  })
  if (!frozen) {
    try {
      await payload.db.create({ collection: 'editions', data: { ...edition } })
    } catch (error) {
      // Somebody else may complete the same act at this moment, and have written the same row.
      const written = await payload.db.findOne({
        collection: 'editions',
        where: { id: { equals: edition.id } },
      })
      if (!written) throw error
    }
  }
  await show(payload, plan, revision)
  await raise(payload)
}

async function show(
  payload: Payload,
  { edition, entry }: Publication,
  revision: number,
): Promise<void> {
  const shown = {
    edition: edition.id,
    number: edition.number,
    fingerprint: edition.fingerprint,
    madeFrom: edition.madeFrom,
    headline: edition.headline,
    kind: entry.kind,
    standing: 'live',
    standsSince: revision,
    noticeAt: null,
    explanation: null,
    ...(edition.change === 'minor' ? {} : { updatedAtPublic: edition.publishedAt }),
  }
  const present = await entryOf(payload, edition.subject)
  if (present) {
    if (present.number > edition.number) return
    // What the edition uses lies in tables of its own, so it is written first: the flip itself is one write. A crash
    // while the entry was made may have left them out, so they are written again.
    await payload.db.updateOne({
      collection: 'entries',
      id: present.id,
      data: { uses: entry.uses, topics: entry.topics },
    })
    await payload.db.updateOne({
      collection: 'entries',
      where: { id: { equals: present.id }, number: { less_than: edition.number } },
      data: shown,
      options: { atomic: true },
    })
    return
  }
  for (let attempt = 1; attempt <= 1000; attempt++) {
    const slug = attempt === 1 ? entry.slug : `${entry.slug}-${attempt}`
    const taken = await payload.db.findOne({
      collection: 'entries',
      where: { language: { equals: edition.language }, slug: { equals: slug } },
    })
    if (taken) continue
    try {
      await payload.db.create({
        collection: 'entries',
        data: {
          ...shown,
          subject: edition.subject,
          of: edition.of,
          shelf: shelfOf(edition.of),
          family: edition.family,
          language: edition.language,
          slug,
          publishedAt: edition.publishedAt,
          updatedAtPublic: edition.publishedAt,
          uses: entry.uses,
          topics: entry.topics,
        },
      })
      return
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      if (await entryOf(payload, edition.subject)) return
    }
  }
  throw new Error(`no address is free for ${edition.headline}`)
}

/** How a text or item stands before an act that makes it stand so. Nothing makes a retracted edition readable again. */
export const standsBefore: Record<ChangeOfStanding['standing'], readonly Standing[]> = {
  withdrawn: ['live'],
  retracted: ['live', 'withdrawn'],
  live: ['withdrawn'],
}

/**
 * Puts a notice on what is public, takes the notice back, or takes away what is public. `revision`: the subject's, which the act has
 * led to. Whoever completes the act late finds that a later one has passed, and changes nothing.
 */
export async function stand(
  payload: Payload,
  subject: string,
  change: Pick<ChangeOfStanding, 'standing' | 'at' | 'explanation'> & { revision: number },
): Promise<void> {
  await pastReserve(() => changeEntry(payload, subject, change))
}

async function changeEntry(
  payload: Payload,
  subject: string,
  change: Pick<ChangeOfStanding, 'standing' | 'at' | 'explanation'> & { revision: number },
): Promise<void> {
  await payload.db.updateOne({
    collection: 'entries',
    where: {
      subject: { equals: subject },
      standing: { in: standsBefore[change.standing] },
      // MongoDB has no such column in rows from before it.
      or: [{ standsSince: { less_than: change.revision } }, { standsSince: { exists: false } }],
    },
    data: {
      standing: change.standing,
      standsSince: change.revision,
      noticeAt: change.at,
      explanation: change.explanation,
    },
    options: { atomic: true },
  })
  await raise(payload)
}

import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { tagPieces, wordsOfPieces } from '../language/tagged.ts'
import type { Row } from '../language/translation-rows.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import { moment, text } from './columns.ts'
import { type RowWords, type SegmentWork, wordsOfRow } from './segment-work.ts'
import { isUniqueViolation } from './timeline.ts'

/**
 * What a file from outside proposes for the segments of a translation. It stands beside the text until somebody takes
 * it, which is an ordinary answer, or leaves it.
 */
export interface Proposal {
  /** Of the segment, as it was when the file came in. */
  row: string
  /** `printOfWords` of what rendered it when the file was made. */
  base: string
  texts: string[]
  /** Name of the file. */
  from: string
  by: string
  byName: string
  /** ISO 8601, UTC. */
  at: string
}

/** What a segment says, as a file carries it away: equal as long as nobody has changed it. 16 digits, hex. */
export function printOfWords(texts: readonly string[]): string {
  return sha256(JSON.stringify(texts)).slice(0, 16)
}

const row = z.looseObject({
  row: z.string(),
  base: z.string(),
  texts: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  from: text,
  by: z.string(),
  byName: text,
  at: moment.transform((at) => at ?? ''),
})

export async function proposalsOf(payload: Payload, translation: string): Promise<Proposal[]> {
  const { docs } = await payload.db.find({
    collection: 'proposals',
    where: { translation: { equals: translation } },
    limit: 0,
    pagination: false,
  })
  return docs.map((one) => row.parse(one))
}

/** Each in the place of an earlier one for the same segment. */
export async function keepProposals(
  payload: Payload,
  translation: string,
  proposals: readonly Proposal[],
): Promise<void> {
  for (const one of proposals) {
    const data = { ...one, translation, texts: JSON.stringify(one.texts) }
    try {
      await payload.db.create({ collection: 'proposals', data })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const where = { translation: { equals: translation }, row: { equals: one.row } }
      await payload.db.updateMany({ collection: 'proposals', where, data })
    }
  }
}

/** Harmless when they are gone. `rows`: left out, all of them. */
export async function dropProposals(
  payload: Payload,
  translation: string,
  rows?: readonly string[],
): Promise<void> {
  const where: Where = { translation: { equals: translation } }
  if (rows) where.row = { in: [...rows] }
  await payload.db.deleteMany({ collection: 'proposals', where })
}

/** A proposal beside what stands there. `conflict`: what somebody has changed since the file was made. */
export interface Proposed {
  proposal: Proposal
  texts: string[]
  conflict: 'source' | 'translation' | null
}

/** By row. */
export function proposedIn(
  work: SegmentWork,
  proposals: readonly Proposal[],
): ReadonlyMap<Row, Proposed> {
  const found = new Map<Row, Proposed>()
  for (const proposal of proposals) {
    const own = work.rows.find(({ id }) => id === proposal.row)
    const now = own ?? work.rows.find(({ was }) => was?.exact === proposal.row)
    if (now && !found.has(now)) found.set(now, proposedFor(proposal, now, wordsOfRow(work, now)))
  }
  return found
}

function proposedFor(proposal: Proposal, { id }: Row, { targets }: RowWords): Proposed {
  const { base, texts } = proposal
  // Of another source the numbers of tags mean other formats.
  if (id !== proposal.row) return { proposal, texts: texts.map(withoutTags), conflict: 'source' }
  const isAsThen = printOfWords(targets) === base || isSame(targets, texts)
  return { proposal, texts, conflict: isAsThen ? null : 'translation' }
}

export const withoutTags = (words: string): string => wordsOfPieces(tagPieces(words))

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((words, index) => words === other[index])

/** Whoever confirms a segment, or says in it what was proposed, has seen to what was proposed. */
export async function settleProposals(
  payload: Payload,
  work: SegmentWork,
  answers: readonly { row: string; texts?: string[] | undefined; confirm: boolean }[],
): Promise<void> {
  const proposals = await proposalsOf(payload, work.doc.id)
  if (proposals.length === 0) return
  const done = [...proposedIn(work, proposals)].flatMap(([{ id }, { proposal, texts }]) => {
    const said = answers.find((one) => one.row === id)
    if (!said) return []
    return said.confirm || isSame(said.texts ?? [], texts) ? proposal.row : []
  })
  if (done.length > 0) await dropProposals(payload, work.doc.id, done)
}

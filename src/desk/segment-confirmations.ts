import type { Payload } from 'payload'
import type { Segment } from '../language/fidelity/pair.ts'
import { printOf } from '../language/staleness.ts'
import type { Confirmation, Row, RowState } from '../language/translation-rows.ts'
import type { Action } from '../workflow/states.ts'
import type { DeskDoc } from './documents.ts'
import { type SegmentWork, segmentIn, segmentWorkOf } from './segment-work.ts'

/** What a translation keeps of what people stood by, as its column holds it. */

export const keptForm = (confirmations: readonly Confirmation[]): string =>
  JSON.stringify(confirmations)

/** What is kept of a row that is rendered by these segments. Null: nothing. `confirm`: somebody stands by it. */
export function confirmationOf(
  { source }: SegmentWork,
  { source: place, was }: Row,
  segments: readonly Segment[],
  confirm: boolean,
): Confirmation | null {
  const targets = segments.map((segment) => printOf(segment).exact)
  const now = segmentIn(source, place)
  if (now && confirm) return { source: printOf(now), text: now.text, targets }
  // Words that nobody stands by yet are kept with what stood there when somebody did.
  if (now && !was) return { source: printOf(now), text: now.text, targets, open: true }
  // What the translation alone has, nobody asks about.
  if (!was || (!now && targets.length === 0)) return null
  const { exact, plain, text } = was
  const then = { source: { exact, plain }, text: text ?? '', targets }
  return confirm ? { ...then, kept: true } : { ...then, open: true }
}

export function renderedBy({ target }: SegmentWork, { targets }: Row): Segment[] {
  return targets.flatMap((place) => segmentIn(target, place) ?? [])
}

/** What a new source has asked is answered by no submission. */
const asked: ReadonlySet<RowState> = new Set(['changed', 'new', 'gone'])

/**
 * Whoever submits a translation stands by what it says of the source that it was made from, and whoever confirms it as
 * current by all of it. The column that says so; of other acts and other documents, none.
 */
export async function confirmedBy(
  payload: Payload,
  doc: DeskDoc,
  action: Action,
): Promise<{ confirmed?: string }> {
  if (action !== 'submit' && action !== 'renew') return {}
  const work = await segmentWorkOf(payload, doc)
  if (!work) return {}
  const confirmations = work.rows.flatMap((row) => {
    const stays = action === 'submit' && asked.has(row.state)
    const kept = stays ? row.confirmation : confirmationOf(work, row, renderedBy(work, row), true)
    return kept ?? []
  })
  return { confirmed: keptForm(confirmations) }
}

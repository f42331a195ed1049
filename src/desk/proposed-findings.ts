import type { Payload } from 'payload'
import { checkPair } from '../language/fidelity/check-pair.ts'
import type { Finding } from '../language/fidelity/finding.ts'
import type { Segment } from '../language/fidelity/pair.ts'
import type { Row } from '../language/translation-rows.ts'
import { clockOf } from './desk-clock.ts'
import { glossaryFor } from './glossary.ts'
import { todayOf } from './mission-facts.ts'
import { type Proposed, withoutTags } from './proposals.ts'
import { type SegmentWork, segmentIn } from './segment-work.ts'

/** What the checks of a translation and its source find in what is proposed, as if all of it were taken. */
export async function findingsOfProposed(
  payload: Payload,
  work: SegmentWork,
  proposed: ReadonlyMap<Row, Proposed>,
): Promise<ReadonlyMap<Row, Finding[]>> {
  const { source, target } = work
  const placed = work.rows.flatMap((row) =>
    segmentsWith(work, row, proposed.get(row)).map((segment) => ({ row, segment })),
  )
  const today = await todayOf(payload, clockOf({ payload }))
  const glossary = await glossaryFor(payload, [source.side.lang, target.side.lang], today)
  const pair = {
    source: source.side,
    target: { lang: target.side.lang, segments: placed.map(({ segment }) => segment) },
    glossary,
  }
  const found = new Map<Row, Finding[]>()
  for (const finding of checkPair(pair)) {
    const row = placed[finding.segment]?.row
    if (row && proposed.has(row)) found.set(row, [...(found.get(row) ?? []), finding])
  }
  return found
}

function segmentsWith(work: SegmentWork, row: Row, proposed: Proposed | undefined): Segment[] {
  const stand = row.targets.flatMap((place) => segmentIn(work.target, place) ?? [])
  if (!proposed) return stand
  const kind = (stand[0] ?? segmentIn(work.source, row.source))?.kind ?? 'paragraph'
  return proposed.texts.map((text, part) => ({ ...stand[part], kind, text: withoutTags(text) }))
}

'use client'

import type { SegmentRow } from '../../desk/segments.ts'
import { Button } from '../button.tsx'
import { Pieces } from '../comparison.tsx'
import { fill } from '../words/words.ts'
import { storedIn } from './drafts.ts'
import { directionOf, Findings, type Words } from './pair.tsx'

/** Whether what is proposed can be put into the fields that there are now. */
export const canBeTaken = (row: SegmentRow): boolean =>
  row.elsewhere === null && row.proposed?.texts.length === storedIn(row).length

/** What somebody outside proposes for a segment, beside what stands there now. */
export function Proposed({
  row,
  to,
  closed,
  words,
  onTake,
  onLeave,
}: {
  row: SegmentRow
  to: string
  closed: boolean
  words: Words
  onTake: () => void
  onLeave: () => void
}) {
  if (!row.proposed) return null
  const { changes, conflict, from, by, found } = row.proposed
  const title =
    from === ''
      ? fill(words.proposedNameless, { name: by })
      : fill(words.proposed, { name: by, file: from })
  return (
    <section className="desk-pair__proposed" aria-label={words.proposals}>
      <p className="desk-pair__hint">{title}</p>
      {conflict ? <p className="desk-notice">{words[`proposed-${conflict}`]}</p> : null}
      <p lang={to} dir={directionOf(to)} className="desk-pair__words desk-diff">
        <Pieces pieces={changes} words={words} />
      </p>
      <Findings found={found} words={words} />
      {closed ? null : (
        <div className="desk-pair__answers">
          {canBeTaken(row) ? <Button onClick={onTake}>{words.proposedTake}</Button> : null}
          <Button onClick={onLeave}>{words.proposedLeave}</Button>
        </div>
      )}
    </section>
  )
}

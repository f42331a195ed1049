import { isFault, untagged } from '../../language/tagged.ts'
import type { SegmentRow, Segments } from '../../desk/segments.ts'
import type { SegmentAnswer } from '../rest.ts'

/** What is typed into the translation view and not saved yet. Decides without a browser. */

/** `base`: what it was typed over. */
export interface Draft {
  texts: string[]
  base: string[]
}

/** By row. */
export type Drafts = Readonly<Record<string, Draft>>

/** What a row’s text fields hold where nobody has typed. */
export function storedIn({ targets }: Pick<SegmentRow, 'targets'>): string[] {
  return targets.length === 0 ? [''] : targets
}

export function textsIn(row: SegmentRow, drafts: Drafts): string[] {
  return drafts[row.row]?.texts ?? storedIn(row)
}

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index])

/** With one more text typed. What was typed back to what is stored is no draft. */
export function typed(drafts: Drafts, row: SegmentRow, index: number, text: string): Drafts {
  const base = drafts[row.row]?.base ?? storedIn(row)
  const texts = textsIn(row, drafts).with(index, text)
  const { [row.row]: _, ...others } = drafts
  return isSame(texts, storedIn(row)) ? others : { ...others, [row.row]: { texts, base } }
}

/** What stands in a draft that can’t be read, null where all is well. `{fault, tag}` as its sentence needs it. */
export function faultIn({ tags, kind }: SegmentRow, texts: readonly string[]) {
  if (!['paragraph', 'heading', 'item'].includes(kind)) return null
  // What the tags stand for doesn’t matter here, only which there are and which are links.
  const shells = tags.map(({ number, means }) => ({
    number,
    shell: { type: means === 'link' ? 'link' : 'text' },
  }))
  for (const text of texts) {
    const read = untagged(text, shells)
    if (isFault(read)) return read
  }
  return null
}

/** What can be sent now: every draft that says something and can be read, and what is confirmed. */
export function answersOf(
  { rows }: Segments,
  drafts: Drafts,
  confirm: ReadonlySet<string>,
): SegmentAnswer[] {
  return rows.flatMap((row): SegmentAnswer[] => {
    const draft = drafts[row.row]
    const isConfirmed = confirm.has(row.row)
    if (!draft) return isConfirmed ? [{ row: row.row, confirm: true }] : []
    // Whoever clears a segment is about to write it anew.
    const isBlank = draft.texts.some((text) => text.trim() === '')
    if ((isBlank && !isConfirmed) || faultIn(row, draft.texts)) return []
    return [{ row: row.row, texts: draft.texts, confirm: isConfirmed }]
  })
}

/** Drafts after others or oneself have saved. `clashes`: rows that say something else now than what was typed over. */
export function rebased(
  drafts: Drafts,
  { rows }: Segments,
  sent: readonly SegmentAnswer[] = [],
): { drafts: Drafts; clashes: string[]; lost: string[] } {
  const left: Record<string, Draft> = {}
  const clashes: string[] = []
  const lost: string[] = []
  for (const [id, draft] of Object.entries(drafts)) {
    const row = rows.find((one) => one.row === id)
    const arrived = sent.find((one) => one.row === id)?.texts
    if (arrived && isSame(arrived, draft.texts)) continue
    if (!row) {
      if (draft.texts.some((text) => text.trim() !== '')) lost.push(draft.texts.join('\n'))
      continue
    }
    const now = storedIn(row)
    if (isSame(now, draft.texts)) continue
    const isOwn = arrived !== undefined
    if (!isOwn && !isSame(now, draft.base)) clashes.push(id)
    left[id] = isOwn ? { ...draft, base: now } : draft
  }
  return { drafts: left, clashes, lost }
}

/** The next row that fits, from one on, and round again from the start. Null: there is none. */
export function following(
  rows: readonly SegmentRow[],
  from: string | null,
  step: 1 | -1,
  fits: (row: SegmentRow) => boolean,
): string | null {
  const at = rows.findIndex(({ row }) => row === from)
  const start = at < 0 && step === -1 ? rows.length : at
  for (let count = 1; count <= rows.length; count++) {
    const row = rows[(start + step * count + rows.length * 2) % rows.length]
    if (row && row.row !== from && fits(row)) return row.row
  }
  return null
}

import { type Block, canonicalForm } from '../workflow/content.ts'
import { type BlockDiff, diffBlocks } from './diff.ts'

/** Two versions of a text that were made from one, passage by passage, for a person who decides. */

/** `mine`: what somebody has typed; `theirs`: what others have saved meanwhile. */
export type Side = 'mine' | 'theirs'

/** A passage of the body. `before`: its place in theirs; `after`: its place in mine. */
export interface Passage extends BlockDiff {
  /** What loses nothing: the side that was changed. Null where both were, or nobody knows. */
  suggested: Side | null
}

/** `base`: what both were made from; null where it isn't known. */
export interface Versions<Value> {
  base: Value | null
  mine: Value
  theirs: Value
}

/** Which side of a field was changed. Compared to the letter, in canonical form. */
export function suggestionFor({ base, mine, theirs }: Versions<unknown>): Side | null {
  if (base === null) return null
  const from = canonicalForm(base)
  if (canonicalForm(mine) === from) return 'theirs'
  return canonicalForm(theirs) === from ? 'mine' : null
}

/** The two bodies in one order to be read, that of mine. Passages of kind `same` need no decision. */
export function passagesOf(
  { base, mine, theirs }: Versions<readonly Block[]>,
  language: string,
): Passage[] {
  const known = base && new Set(base.map((block) => canonicalForm(block)))
  const unchanged = (block: Block | undefined): boolean =>
    block !== undefined && known !== null && known.has(canonicalForm(block))
  return diffBlocks(theirs, mine, language).map((diff) => {
    const own = diff.after === null ? undefined : mine[diff.after]
    const other = diff.before === null ? undefined : theirs[diff.before]
    return { ...diff, suggested: known ? suggested(own, other, unchanged) : null }
  })
}

function suggested(
  own: Block | undefined,
  other: Block | undefined,
  unchanged: (block: Block | undefined) => boolean,
): Side | null {
  // Here and not there: whoever has it wrote it, unless it stood in both and the other took it out.
  if (!own) return unchanged(other) ? 'mine' : 'theirs'
  if (!other) return unchanged(own) ? 'theirs' : 'mine'
  if (canonicalForm(own) === canonicalForm(other)) return 'mine'
  if (unchanged(own)) return unchanged(other) ? null : 'theirs'
  return unchanged(other) ? 'mine' : null
}

/** Whether somebody has to decide about a passage. */
export function isOpen({ kind }: Passage): boolean {
  return kind !== 'same'
}

/**
 * The body that the choices make, as places in the two versions. `choices`: by index of the passage; what isn't named
 * is mine. All choices of one side give that side's body to the letter.
 */
export function chosenBody(
  passages: readonly Passage[],
  choices: ReadonlyMap<number, Side>,
): { side: Side; index: number }[] {
  const open = passages.flatMap((passage, index) => (isOpen(passage) ? [index] : []))
  if (open.length > 0 && open.every((index) => choices.get(index) === 'theirs'))
    return passages
      .flatMap(({ before }) => (before === null ? [] : [before]))
      .sort((one, other) => one - other)
      .map((index) => ({ side: 'theirs', index }))
  return passages.flatMap(({ before, after }, at) => {
    const side = choices.get(at) ?? 'mine'
    const index = side === 'mine' ? after : before
    return index === null ? [] : [{ side, index }]
  })
}

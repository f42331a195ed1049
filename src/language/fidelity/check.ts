import type { Finding } from './finding.ts'
import type { Alignment, Bead, Pair } from './pair.ts'

/**
 * One kind of check. Pure: the same pair gives the same findings, in the order of the target.
 * `beads`: what the alignment can't show, merged segments and missing ones.
 */
export type Check = (pair: Pair, alignment: Alignment, beads: readonly Bead[]) => Finding[]

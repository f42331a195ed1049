import { alignmentOf, beadsOf } from './align.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import { foreignText } from './foreign.ts'
import { invisibleCharacters, mixedScript, residue } from './letters.ts'
import { lengthRatio } from './length.ts'
import { negationLost } from './negation.ts'
import { names } from './names.ts'
import type { Pair } from './pair.ts'
import {
  addedSegments,
  doubledSegments,
  doubledSentences,
  missingSegments,
} from './segments-check.ts'
import { foreignMarks, frenchSpaces, unbalancedMarks } from './quote-marks.ts'
import { quotations } from './quotations.ts'
import { structure } from './structure.ts'
import { terms } from './terms.ts'
import { values } from './values.ts'
import { contacts } from './values-contacts.ts'
import { weekdays } from './values-weekdays.ts'

const checks: readonly Check[] = [
  values,
  weekdays,
  contacts,
  terms,
  names,
  missingSegments,
  addedSegments,
  doubledSegments,
  doubledSentences,
  lengthRatio,
  structure,
  negationLost,
  foreignText,
  residue,
  mixedScript,
  invisibleCharacters,
  quotations,
  foreignMarks,
  frenchSpaces,
  unbalancedMarks,
]

export function checkPair(pair: Pair): Finding[] {
  const beads = beadsOf(pair)
  const alignment = alignmentOf(pair, beads)
  return checks
    .flatMap((check) => check(pair, alignment, beads))
    .sort((one, other) => one.segment - other.segment)
}

import type { Passage } from './pair.ts'

/**
 * Everything that the checks can find, by the name under which it is reported. A false alarm costs more than a miss:
 * people who are warned in vain stop reading warnings.
 */
export const checkKeys = [
  // Values
  'number-missing',
  'number-added',
  'number-format',
  'percent-point',
  'money-differs',
  'unit-differs',
  'ordinal-differs',
  'date-differs',
  'date-format',
  'weekday-mismatch',
  'time-differs',
  'decade-differs',
  'telephone-differs',
  'email-differs',
  'link-differs',
  // Words
  'term-missing',
  'term-forbidden',
  'name-missing',
  'name-variants',
  'quotation-lost',
  'quotation-shortened',
  'quotation-speaker',
  'quotation-marks',
  'negation-lost',
  // The text as a whole
  'segment-missing',
  'segment-added',
  'segment-doubled',
  'untranslated',
  'third-language',
  'length-ratio',
  'structure-differs',
  'residue',
  'mixed-script',
  'invisible-character',
] as const
export type CheckKey = (typeof checkKeys)[number]

export type Level = 'blocker' | 'warning'

/** One thing that a careful reader of both languages would want to look at. */
export interface Finding {
  check: CheckKey
  level: Level
  /** Index of the target segment; of the segment after which something is missing when there is none. */
  segment: number
  /** Where in the source, and where in the target; null where there is nothing to point at. */
  source: Passage | null
  target: Passage | null
  /** What the sentence needs: what the source says, and what the target says. As they stand in the text. */
  expected: string
  found: string
}

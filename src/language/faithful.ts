import { checkPair } from './fidelity/check-pair.ts'
import type { CheckKey, Finding } from './fidelity/finding.ts'
import type { Side, Term } from './fidelity/pair.ts'
import { isLanguage } from './languages.ts'
import { placedSegmentsOf, type Segmented, type SegmentPlace } from './segments.ts'

/** What a translation is compared with: its original as it is to be rendered, and the terms that both keep to. */
export interface Original {
  source: Side
  glossary: readonly Term[]
}

/** What of these a text shows without its original is asked of every text. */
const asksEveryText = ['mixed-script', 'invisible-character'] as const
export type PairCheck = Exclude<CheckKey, (typeof asksEveryText)[number]>

/** What a check finds, and where in the translation. */
export interface PlacedFinding extends Finding {
  check: PairCheck
  place: SegmentPlace
}

function isOfPair(finding: Finding): finding is Finding & { check: PairCheck } {
  return !asksEveryText.some((check) => check === finding.check)
}

/**
 * What a careful reader of both languages would want to look at. Of a translation that has no body yet: nothing, since
 * everything is missing.
 */
export function findingsAgainst(
  { source, glossary }: Original,
  text: Segmented & { language: string },
): PlacedFinding[] {
  const placed = placedSegmentsOf(text)
  if (!isLanguage(text.language) || !placed.some(({ place }) => place.field === 'body')) return []
  const target = { lang: text.language, segments: placed.map(({ segment }) => segment) }
  return checkPair({ source, target, glossary })
    .filter(isOfPair)
    .flatMap((finding) => {
      const place = placed[finding.segment]?.place ?? { field: 'body' as const }
      return { ...finding, place }
    })
}

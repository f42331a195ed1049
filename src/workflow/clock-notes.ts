import type { Refusal } from './refusals.ts'
import type { Catalogue } from './sentences/catalogue.ts'
import { sentenceOf, sentenceOfProblem } from './sentences/sentences.ts'

/** What the clock has to say of an act of its own: facts, which whoever reads them is told in their own language. */
export interface ClockNote {
  /** When it was due, where it came late. ISO 8601, UTC. */
  due?: string
  /** Why it wasn't done. */
  refusals?: readonly Refusal[]
  /** Words that stand for themselves, in whatever language. */
  words?: string
}

const mark = 'clock:'

/** As it is kept in the timeline. */
export const keptNote = (note: ClockNote): string => mark + JSON.stringify(note)

/** A note as it is kept, in words. What people have written stays as it is, though it begins like one of the clock's. */
export function noteIn(kept: string, catalogue: Catalogue): string {
  if (!kept.startsWith(mark)) return kept
  try {
    return inWords(JSON.parse(kept.slice(mark.length)) as ClockNote, catalogue)
  } catch {
    return kept
  }
}

function inWords({ due, refusals = [], words }: ClockNote, catalogue: Catalogue): string {
  return [
    ...(due ? [catalogue.late(due)] : []),
    ...refusals.flatMap((refusal) => reasonsOf(refusal, catalogue)),
    ...(words ? [words] : []),
  ].join(' ')
}

/** Why something can't be done, with everything that is to be mended. */
function reasonsOf(refusal: Refusal, catalogue: Catalogue): string[] {
  const more =
    refusal.code === 'requirements'
      ? refusal.problems.map((problem) => sentenceOfProblem(problem, catalogue))
      : refusal.code === 'bundle-held'
        ? refusal.texts.flatMap(({ headline, language, why }) => [
            `“${headline}” (${language}):`,
            ...why.flatMap((one) => reasonsOf(one, catalogue)),
          ])
        : []
  return [sentenceOf(refusal, catalogue), ...more]
}

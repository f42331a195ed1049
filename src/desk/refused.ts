import { type AfterErrorHook, APIError, Forbidden, NotFound } from 'payload'
import { wordsOf } from '../admin/words/words.ts'
import { type Refusal, statusOf } from '../workflow/refusals.ts'
import type { Problem } from '../workflow/requirements.ts'
import type { Catalogue } from '../workflow/sentences/catalogue.ts'
import { sentenceOf, sentenceOfProblem } from '../workflow/sentences/sentences.ts'
import { waitsForFactor } from './person.ts'
import type { EventRow } from './timeline.ts'

/** What happened to a text since somebody looked, as REST tells it. */
export interface ChangeMeanwhile {
  what: string
  by: string
  at: string
  revision: number
}

export function changesMeanwhile(events: readonly EventRow[]): ChangeMeanwhile[] {
  return events.map(({ what, actorName, at, revision }) => ({ what, by: actorName, at, revision }))
}

/** A refusal as REST sends it: code, sentence, and for requirements each problem with its field. */
export function refusalData(refusal: Refusal, catalogue: Catalogue): Record<string, unknown> {
  const message = sentenceOf(refusal, catalogue)
  if (refusal.code !== 'requirements') return { ...refusal, message }
  return {
    code: refusal.code,
    message,
    problems: refusal.problems.map((problem) => problemData(problem, catalogue)),
  }
}

/** A problem as REST sends it. `expected`: what the original of a translation says, where it says something else. */
export function problemData(problem: Problem, catalogue: Catalogue): Record<string, unknown> {
  const message = sentenceOfProblem(problem, catalogue)
  if (!('finding' in problem)) return { ...problem, message }
  const { finding, ...plain } = problem
  return { ...plain, expected: finding.expected, message }
}

/** Rules said no. Status by the refusals (403, 404, 409, 422); the sentences are for the person. */
export class Refused extends APIError {
  readonly refusals: readonly Refusal[]

  constructor(
    refusals: readonly Refusal[],
    catalogue: Catalogue,
    more: { revision?: number; changes?: readonly ChangeMeanwhile[] } = {},
  ) {
    const data = refusals.map((refusal) => refusalData(refusal, catalogue))
    super(refusals.map((refusal) => sentenceOf(refusal, catalogue)).join(' '), statusOf(refusals), {
      why: data,
      problems: data.flatMap((one) => one.problems ?? []),
      ...more,
    })
    this.refusals = refusals
  }
}

/** Payload's «Not Found», in a sentence. The same for what never was and for what may not be seen. */
export const tellMissing: AfterErrorHook = ({ error }) => {
  if (!(error instanceof NotFound)) return
  const message = 'There is no such document. Perhaps it was deleted; look at the list.'
  return { status: 404, response: { errors: [{ message }] } as never }
}

/** Payload's «Forbidden», with what to do next, for whoever has yet to set up a second factor. */
export const tellFactorFirst: AfterErrorHook = ({ error, req }) => {
  if (!(error instanceof Forbidden) || !waitsForFactor(req.user)) return
  const message = wordsOf(req.i18n.language).factorFirst
  return { status: 403, response: { errors: [{ message }] } as never }
}

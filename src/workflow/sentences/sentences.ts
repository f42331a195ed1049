import type { Refusal } from '../refusals.ts'
import type { Problem } from '../requirements.ts'
import type { Action, DeskType } from '../states.ts'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { ru } from './ru.ts'

/** Languages that the desk speaks. */
export const deskLanguages = ['en', 'nb', 'kk', 'ru'] as const
export type DeskLanguage = (typeof deskLanguages)[number]

const catalogues: Record<DeskLanguage, Catalogue> = { en, nb, kk, ru }

/** The sentences of a language, English where the desk doesn't speak it. */
export function catalogueOf(language: string): Catalogue {
  return Object.hasOwn(catalogues, language) ? catalogues[language as DeskLanguage] : en
}

/** What an action does, in one sentence. */
export function explanationOf(action: Action, type: DeskType, catalogue: Catalogue): string {
  const own = type === 'term' ? catalogue.explainsOfTerms[action] : undefined
  return own ?? catalogue.explains[action]
}

/** A refusal in words: what is so, then what to do next. */
export function sentenceOf(refusal: Refusal, catalogue: Catalogue): string {
  // The catalogue is typed code by code; TypeScript can't follow the union through the index.
  const say = catalogue.refusals[refusal.code] as (facts: Refusal) => string
  return say(refusal)
}

export function sentenceOfProblem(problem: Problem, catalogue: Catalogue): string {
  if ('finding' in problem) return catalogue.findings[problem.finding.check](problem.finding)
  return catalogue.requirements[problem.requirement](problem)
}

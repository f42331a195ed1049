import type { InputField, Refusal } from '../workflow/refusals.ts'
import type { ActionInput, Situation } from '../workflow/situation.ts'
import type { Action } from '../workflow/states.ts'
import { actionsOf, refusalsOf } from '../workflow/transitions.ts'

/** An action with everything that speaks against it now; nothing, when it is open. */
export interface Opening {
  action: Action
  refusals: readonly Refusal[]
}

/** Every action that exists for a text or item, in the order of the table. REST and the workflow bar ask only this. */
export function openingsOf(situation: Situation): Opening[] {
  return actionsOf(situation.subject.type).map((action) => ({
    action,
    refusals: refusalsOf(action, askedAbout(action, situation)),
  }))
}

/** Whether there is a warning to waive is only judged of one that is named, so one that can't exist is. */
function askedAbout(action: Action, situation: Situation): Situation {
  if (action !== 'waive' || situation.problems.some(({ level }) => level === 'warning'))
    return situation
  const input = { revision: situation.subject.revision, requirement: 'none', reason: 'none' }
  return { ...situation, input }
}

/** Something that an action asks for. `only`: just when the change is said to be this. */
export interface AskedFor {
  field: InputField
  only: 'minor' | 'major' | null
}

/** What an action asks for: what the rules miss when nothing is given. */
export function askedForBy(action: Action, situation: Situation): AskedFor[] {
  const missing = (input: Partial<ActionInput>): InputField[] =>
    refusalsOf(action, {
      ...situation,
      input: { revision: situation.subject.revision, ...input },
    }).flatMap((refusal): InputField[] => {
      if (refusal.code === 'minor-touches') return ['reason']
      return refusal.code === 'input-missing' ? [refusal.field] : []
    })
  const always = missing({})
  return [
    ...always.map((field) => ({ field, only: null })),
    ...(['minor', 'major'] as const).flatMap((only) =>
      missing({ change: only })
        .filter((field) => !always.includes(field))
        .map((field) => ({ field, only })),
    ),
  ]
}

import type { InputField, Refusal, RefusalCode } from '../refusals.ts'
import type { FidelityCatalogue } from '../../language/fidelity/sentences/catalogue.ts'
import type { OwnProblem, OwnRequirementKey } from '../requirements.ts'
import type { Action, Role, State } from '../states.ts'

type Facts<Code extends RefusalCode> = Extract<Refusal, { code: Code }>

/** What a language needs to say everything that the rules can say. A missing sentence doesn't compile. */
export interface Catalogue {
  /** As on a button: "Submit". */
  actions: Record<Action, string>
  /** What the action does, in one sentence, for the dialog. */
  explains: Record<Action, string>
  /** The same of a term, which is no part of the press room. */
  explainsOfTerms: Partial<Record<Action, string>>
  /** As in "The text is in review." */
  states: Record<State, string>
  roles: Record<Role, string>
  /** Labels of what an action asks for. */
  inputs: Record<InputField, string>
  /** What is so, then what to do next. */
  refusals: { [Code in RefusalCode]: (facts: Facts<Code>) => string }
  /** Of an act of the clock that came after its time. `due`: ISO 8601, UTC. */
  late: (due: string) => string
  /** An imperative that says what to do. */
  requirements: Record<OwnRequirementKey, (problem: OwnProblem) => string>
  /** What a translation says otherwise than its original. */
  findings: FidelityCatalogue['findings']
}

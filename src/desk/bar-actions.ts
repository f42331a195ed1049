import { proposedReview } from '../workflow/aging.ts'
import { languageTags } from '../language/languages.ts'
import type { InputField, Refusal, RefusalCode } from '../workflow/refusals.ts'
import type { Problem } from '../workflow/requirements.ts'
import type { Catalogue } from '../workflow/sentences/catalogue.ts'
import {
  catalogueOf,
  explanationOf,
  sentenceOf,
  sentenceOfProblem,
} from '../workflow/sentences/sentences.ts'
import type { Situation } from '../workflow/situation.ts'
import { type Action, type DeskType, isText } from '../workflow/states.ts'
import { wordsOf } from '../admin/words/words.ts'
import { languageIn } from './names.ts'
import { askedForBy, type Opening, openingsOf } from './openings.ts'

/** Something to be mended, and where. */
export interface BarProblem {
  message: string
  /** Name of the field in the form; empty when it isn't about one. */
  field: string
  /** Index of the block within the body. */
  segment: number | null
  /** Id of the note that says so. */
  note: string | null
}

export interface BarReason {
  message: string
  problems: BarProblem[]
}

/** One input of a dialog, in the order in which it is asked. */
export interface BarInput {
  field: Exclude<InputField, 'revision'>
  label: string
  kind: 'words' | 'moment' | 'day' | 'choice'
  /** Of a choice. */
  options: { value: string; label: string }[]
  /** Shown and needed only when the change is said to be this. */
  only: 'minor' | 'major' | null
  /** What stands there at first; of a moment, ISO 8601; of a day, `YYYY-MM-DD`. */
  preset: string
  /** Why it is asked, in a sentence; empty where that is plain. */
  help: string
}

/** A language that an act falls on. `own`: that of the text itself. */
export interface BarLanguage {
  tag: string
  name: string
  own: boolean
}

export interface BarAction {
  action: Action
  label: string
  /** What it will do, as sentences. */
  explains: string
  /** Why it is closed; empty when it is open. */
  why: BarReason[]
  /** What doesn't close it, and is better known before. */
  reminds: BarProblem[]
  asks: BarInput[]
  /** More than one where languages can be left out. */
  languages: BarLanguage[]
  /** Says which languages it falls on, with `{languages}` to be filled in; empty where it isn't about languages. */
  fallsOn: string
}

export interface BarActions {
  /** The step that makes sense now, open or closed by what can be mended; null when there is none. */
  next: BarAction | null
  /** At most two more that are open. */
  beside: BarAction[]
  /** All the others, open ones first, those of other states last. */
  others: BarAction[]
}

/** What leads a text on, the earliest step first. */
const steps: readonly Action[] = [
  'confirm',
  'renew',
  'submit',
  'approve',
  'publish',
  'schedule',
  'revise',
  'still-right',
]

/** Handing a text on or back is the moment to think of what must be fixed in it. */
const reminded: ReadonlySet<Action> = new Set(['submit', 'return'])

/** What neither mending the text nor waiting opens to this person. */
const final: ReadonlySet<RefusalCode> = new Set([
  'wrong-state',
  'wrong-role',
  'not-own',
  'own-work',
  'language-not-declared',
  'not-public',
  'translation-current',
  'nothing-to-waive',
  'nothing-to-confirm',
  'nothing-to-review',
  'own-emergency',
  'not-withdrawn',
])

/** Every action as the bar shows it. The bar says what the rules say: nothing is decided here but the order. */
export function barActionsOf(situation: Situation, language: string): BarActions {
  const openings = openingsOf(situation)
  const isOpen = (action: Action): boolean =>
    openings.some((one) => one.action === action && one.refusals.length === 0)
  const isNear = (action: Action): boolean =>
    openings.some(
      (one) => one.action === action && one.refusals.every(({ code }) => !final.has(code)),
    )
  const next = steps.find(isOpen) ?? steps.find(isNear) ?? null
  const beside = openings
    .filter(({ action, refusals }) => action !== next && refusals.length === 0)
    // Never at hand by accident.
    .filter(({ action }) => action !== 'emergency-publish')
    .slice(0, 2)
  const shown = openings.map(({ action, refusals }): BarAction => {
    return {
      action,
      ...saidOf(action, situation.subject.type, language),
      why: refusals.map((refusal) => reasonOf(refusal, language)),
      reminds: reminded.has(action)
        ? mustFixIn(situation).map((problem) => problemIn(problem, catalogueOf(language)))
        : [],
      asks: inputsOf(action, situation, language),
      languages: languagesOf(action, situation, language),
    }
  })
  const placed = [next, ...beside.map(({ action }) => action)]
  return {
    next: shown.find(({ action }) => action === next) ?? null,
    beside: shown.filter(({ action }) => action !== next && placed.includes(action)),
    others: shown
      .filter(({ action }) => !placed.includes(action))
      .sort((a, b) => distance(openings, a.action) - distance(openings, b.action)),
  }
}

/** How far off an action is: open, closed to this person, or not of this state at all. */
function distance(openings: readonly Opening[], action: Action): number {
  const refusals = openings.find((one) => one.action === action)?.refusals ?? []
  if (refusals.length === 0) return 0
  return refusals.some(({ code }) => code === 'wrong-state') ? 2 : 1
}

function saidOf(
  action: Action,
  type: DeskType,
  language: string,
): Pick<BarAction, 'label' | 'explains' | 'fallsOn'> {
  const catalogue = catalogueOf(language)
  const words = wordsOf(language)
  const said = {
    label: catalogue.actions[action],
    explains: explanationOf(action, type, catalogue),
    fallsOn: '',
  }
  if (action === 'publish' || action === 'emergency-publish')
    return { ...said, fallsOn: words['inLanguages-publish'] }
  if (action === 'withdraw' || action === 'reinstate')
    return { ...said, fallsOn: words[`inLanguages-${action}`] }
  if (action !== 'retract') return said
  const explains = `${said.explains} ${words.retractsParts}`
  return { ...said, explains, fallsOn: words['inLanguages-retract'] }
}

function reasonOf(refusal: Refusal, language: string): BarReason {
  const catalogue = catalogueOf(language)
  return {
    message: sentenceOf(refusal, catalogue),
    problems:
      refusal.code === 'requirements'
        ? refusal.problems.map((problem) => problemIn(problem, catalogue))
        : [],
  }
}

/** What open notes say must be fixed. */
export function mustFixIn({ problems }: Situation): Problem[] {
  return problems.filter(({ requirement }) => requirement === 'must-fix-resolved')
}

function problemIn(problem: Problem, catalogue: Catalogue): BarProblem {
  const { field, segment, note } = problem
  const message = sentenceOfProblem(problem, catalogue)
  return { message, field, segment: segment ?? null, note: note ?? null }
}

function kindOf(field: InputField, options: BarInput['options']): BarInput['kind'] {
  if (options.length > 0) return 'choice'
  if (field === 'reviewBy') return 'day'
  return field === 'at' ? 'moment' : 'words'
}

function inputsOf(action: Action, situation: Situation, language: string): BarInput[] {
  const { inputs } = catalogueOf(language)
  return askedForBy(action, situation).flatMap(({ field, only }): BarInput[] => {
    if (field === 'revision') return []
    const options = optionsOf(field, situation, language)
    return [
      {
        field,
        label: inputs[field],
        kind: kindOf(field, options),
        options,
        only,
        preset: presetOf(field, situation),
        help: only === 'minor' ? whySigned(situation, language) : '',
      },
    ]
  })
}

/** Why a minor change needs a reason. */
function whySigned({ subject: { touches } }: Situation, language: string): string {
  return sentenceOf({ code: 'minor-touches', touches }, catalogueOf(language))
}

/** The end of the embargo is the earliest time that can be chosen. */
function presetOf(field: InputField, { subject, now, today }: Situation): string {
  if (field === 'reviewBy') return proposedReview(today)
  if (field !== 'at') return ''
  return subject.embargo && subject.embargo > now ? subject.embargo : ''
}

function optionsOf(
  field: InputField,
  { problems }: Situation,
  language: string,
): BarInput['options'] {
  const words = wordsOf(language)
  if (field === 'change')
    return [
      { value: 'minor', label: words.changeMinor },
      { value: 'major', label: words.changeMajor },
    ]
  if (field !== 'requirement') return []
  const catalogue = catalogueOf(language)
  const warnings = problems.filter(({ level }) => level === 'warning')
  return [...new Set(warnings.map(({ requirement }) => requirement))].map((value) => ({
    value,
    label: warnings
      .filter(({ requirement }) => requirement === value)
      .map((problem) => sentenceOfProblem(problem, catalogue))
      .join(' '),
  }))
}

/** Which languages of the public side an act changes. Only what takes a release back falls on its family. */
function languagesOf(action: Action, { subject }: Situation, language: string): BarLanguage[] {
  const family = {
    publish: [],
    'emergency-publish': [],
    withdraw: subject.liveTranslations,
    retract: subject.readableTranslations,
    reinstate: subject.readableTranslations.filter(
      (tag) => !subject.liveTranslations.includes(tag),
    ),
  }
  if (!isText(subject.type) || !(action in family)) return []
  const others: readonly string[] = family[action as keyof typeof family]
  const inOrder = languageTags.filter((tag) => others.includes(tag))
  return [subject.language, ...inOrder].map((tag, index) => ({
    tag,
    name: languageIn(tag, language),
    own: index === 0,
  }))
}

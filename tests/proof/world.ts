import { type Problem, unwaived, type Waiver } from '@/workflow/requirements.ts'
import type { Refusal } from '@/workflow/refusals.ts'
import type { ActionInput, Person, Subject } from '@/workflow/situation.ts'
import type { Action, Standing, State } from '@/workflow/states.ts'
import { actionsOf, refusalsOf, refusalsOfChange, stateAfter } from '@/workflow/transitions.ts'

/**
 * A family in the smallest world: a release in English, its translation into bokmål, three people, one picture with a
 * caption. The rules are the real ones; what an act leaves behind is done here as `src/desk/` does it, without a
 * database. `tests/integration/world.test.ts` holds this world to the real desk, column by column.
 */

/** A text's fingerprint, for which three letters are enough. */
export type Print = number
export const none = -1

export type Which = 'release' | 'translation'

export interface Text {
  // Columns of the desk.
  state: State
  authors: readonly number[]
  submittedBy: number
  approval: Print
  approvedBy: number
  standing: Standing
  edition: number
  waived: readonly Print[]
  /** Of the translation. */
  madeFrom: Print
  /** Bits: of the release its own letter and the one that it gives to its translation; of the translation its own. */
  letters: number
  /** The press room: fingerprints of what stands there as live. The door keeps it at one. */
  live: readonly Print[]

  // The proof's own memory, which no rule sees.
  /** For each letter, who changed it last, while nobody else has approved it since. The translation's second: `madeFrom`. */
  unseen: readonly number[]
  /** Exactly what was approved last, whoever changed it since. */
  agreed: Print
}

export interface World {
  release: Text
  translation: Text
  /** Of a picture that both show; it runs a course of its own, so it may change whenever it likes. */
  caption: 0 | 1
}

/** Editor and reviewer; reviewer and translator; editor, and reviewer of one of both languages. */
export const people: readonly Person[] = [
  { id: '0', name: 'Eva', roles: ['editor', 'reviewer'], writes: [], reviews: ['en', 'nb'] },
  { id: '1', name: 'Ola', roles: ['reviewer', 'translator'], writes: [], reviews: ['en', 'nb'] },
  { id: '2', name: 'Kim', roles: ['editor', 'reviewer'], writes: [], reviews: ['en'] },
]
/** Never writes: the colleague whom a mission asks when everybody else has written. */
export const newcomer: Person = {
  id: '3',
  name: 'Nina',
  roles: ['reviewer'],
  writes: [],
  reviews: ['en', 'nb'],
}
const translator = 1

/** What may be weakened, to see the search find something. */
export interface Laws {
  refuses: (refusal: Refusal, which: Which) => boolean
  /** Columns that a change of content leaves. */
  authorsAfter: (text: Text, actor: number) => readonly number[]
  approvalAfterChange: (text: Text) => Print
  authorsAfterRenewal: (text: Text, actor: number) => readonly number[]
  liveAfter: (text: Text, print: Print) => readonly Print[]
  waivedHere: (text: Text, print: Print) => readonly Print[]
}

const together = (authors: readonly number[], actor: number) => [...new Set([...authors, actor])]

export const realLaws: Laws = {
  refuses: () => true,
  authorsAfter: ({ approval, authors }, actor) =>
    approval === none ? together(authors, actor) : [actor],
  approvalAfterChange: () => none,
  authorsAfterRenewal: ({ authors }, actor) => together(authors, actor),
  liveAfter: (_text, print) => [print],
  waivedHere: ({ waived }) => waived,
}

const fresh = (creator: number): Text => ({
  state: 'draft',
  authors: [creator],
  submittedBy: none,
  approval: none,
  approvedBy: none,
  standing: 'none',
  edition: 0,
  waived: [],
  madeFrom: none,
  letters: 0,
  live: [],
  unseen: [creator, creator],
  agreed: none,
})

/** Kim has written a release, Ola its translation. */
export function beginning(): World {
  const release = fresh(2)
  const world: World = { release, translation: fresh(translator), caption: 0 }
  return { ...world, translation: { ...world.translation, madeFrom: printOf(world, 'release') } }
}

/** Fingerprint of a text as it would be published now: its letters, what it takes from its release, the caption. */
export function printOf(world: World, which: Which): Print {
  const caption = world.caption << 2
  if (which === 'release') return world.release.letters | caption
  // From the live edition; from the desk while none is live.
  const shared = (world.release.live[0] ?? world.release.letters) & 2
  return world.translation.letters | shared | caption
}

/** What the translation is measured against. */
function sourceOf(world: World): { live: boolean; fingerprint: Print } {
  const [live] = world.release.live
  return live === undefined
    ? { live: false, fingerprint: printOf(world, 'release') }
    : { live: true, fingerprint: live }
}

export function subjectOf(world: World, which: Which): Subject {
  const text = world[which]
  const source = sourceOf(world)
  const { standing } = world.translation
  return {
    type: which,
    language: which === 'release' ? 'en' : 'nb',
    state: text.state,
    revision: 1,
    fingerprint: String(printOf(world, which)),
    createdBy: null,
    submittedBy: text.submittedBy === none ? null : String(text.submittedBy),
    translator: which === 'translation' ? String(translator) : null,
    authors: text.authors.map(String),
    approval:
      text.approval === none
        ? null
        : { by: String(text.approvedBy), at: '', fingerprint: String(text.approval) },
    standing: text.standing,
    edition: text.edition,
    embargo: null,
    source: which === 'translation' ? { ...source, fingerprint: String(source.fingerprint) } : null,
    madeFrom: which === 'translation' ? String(text.madeFrom) : null,
    liveTranslations: which === 'release' && standing === 'live' ? ['nb'] : [],
    readableTranslations:
      which === 'release' && (standing === 'live' || standing === 'withdrawn') ? ['nb'] : [],
  }
}

/** The release's own letter, where it is 1, is a warning: a word of two scripts, say. */
const warning: Problem = {
  requirement: 'one-script-per-word',
  moment: 'submit',
  level: 'warning',
  field: 'lead',
}

export function hasWarning(world: World, which: Which): boolean {
  return which === 'release' && (world.release.letters & 1) === 1
}

function problemsOf(world: World, which: Which, laws: Laws): readonly Problem[] {
  if (!hasWarning(world, which)) return []
  const print = printOf(world, which)
  const waivers: Waiver[] = laws.waivedHere(world[which], print).map((waived) => ({
    requirement: 'one-script-per-word',
    by: '',
    at: '',
    reason: '',
    fingerprint: String(waived),
  }))
  return unwaived([warning], waivers, String(print))
}

/**
 * Something that happens: an action, a save that leaves these letters, a new caption; and, where only the translation
 * is looked at, anything at all that others may have made of the release: other letters on the desk, or in public.
 */
export type Step =
  | { kind: 'act'; which: Which; action: Action; languages?: readonly string[] }
  | { kind: 'save'; which: Which; letters: number }
  | { kind: 'caption' }
  | { kind: 'release'; letters: number; goesLive: boolean }

/** Of a release that is taken back; none named is the whole family. */
const languageChoices = [['en'], ['nb'], ['en', 'nb']] as const

/**
 * What people do with a text. Restoring an earlier version is a save that leaves whatever letters, and saving without
 * a change is one too.
 */
export const stepsOf: Record<Which, readonly Step[]> = {
  release: [...actsOn('release'), ...savesOf('release', [0, 1, 2, 3])],
  translation: [...actsOn('translation'), ...savesOf('translation', [0, 1])],
}
function savesOf(which: Which, texts: readonly number[]): Step[] {
  return texts.map((letters) => ({ kind: 'save', which, letters }))
}
function actsOn(which: Which): Step[] {
  return actionsOf(which).flatMap((action): Step[] => {
    const act: Step = { kind: 'act', which, action }
    return which === 'release' && (action === 'withdraw' || action === 'retract')
      ? [act, ...languageChoices.map((languages): Step => ({ ...act, languages }))]
      : [act]
  })
}

const now = '2026-11-24T09:00:00.000Z'
const complete: ActionInput = {
  revision: 1,
  note: 'x',
  explanation: 'x',
  at: '2026-11-25T09:00:00.000Z',
  change: 'major',
  publicNote: 'x',
  requirement: 'one-script-per-word',
  reason: 'x',
}

/** What the rules say against a step of this person. */
export function refusalsIn(world: World, step: Step, actor: Person, laws: Laws): Refusal[] {
  if (step.kind === 'caption' || step.kind === 'release') return []
  const subject = subjectOf(world, step.which)
  const refusals =
    step.kind === 'save'
      ? refusalsOfChange(actor, subject)
      : refusalsOf(step.action, {
          actor,
          subject,
          problems: problemsOf(world, step.which, laws),
          now,
          input: step.languages ? { ...complete, languages: step.languages } : complete,
        })
  return refusals.filter((refusal) => laws.refuses(refusal, step.which))
}

/** Everything that the rules can see of one text. Where it is the same, they say the same. */
export function seenByRules(world: World, which: Which, laws: Laws): string {
  return JSON.stringify([subjectOf(world, which), problemsOf(world, which, laws).length])
}

/** The state that the rules lead to. */
export function stateOf(world: World, step: Step): State {
  if (step.kind !== 'act') return step.kind === 'save' ? 'draft' : world.release.state
  const languages = step.languages
  return stateAfter(step.action, subjectOf(world, step.which), { revision: 1, languages })
}

/** The world after a step that nothing speaks against, its text in the state `to`. */
export function after(
  world: World,
  step: Step,
  actor: number,
  laws: Laws,
  to: State = stateOf(world, step),
): World {
  if (step.kind === 'caption') return { ...world, caption: world.caption === 0 ? 1 : 0 }
  if (step.kind === 'release') {
    const release = { ...world.release, letters: step.letters }
    const live = [step.letters | (world.caption << 2)]
    return { ...world, release: step.goesLive ? { ...release, standing: 'live', live } : release }
  }
  const text = world[step.which]
  if (step.kind === 'save')
    return withText(world, step.which, {
      ...text,
      letters: step.letters,
      authors: laws.authorsAfter(text, actor),
      approval: laws.approvalAfterChange(text),
      approvedBy: none,
      unseen: text.unseen.map((who, letter) =>
        ((text.letters ^ step.letters) >> letter) & 1 ? actor : who,
      ),
    })
  const acted: Text = { ...text, state: to }
  switch (step.action) {
    case 'submit':
      acted.submittedBy = actor
      break
    case 'approve':
      acted.approval = printOf(world, step.which)
      acted.approvedBy = actor
      acted.unseen = text.unseen.map((who) => (who === actor ? who : none))
      acted.agreed = acted.approval
      break
    case 'publish':
      acted.standing = 'live'
      acted.edition = text.edition + 1
      acted.live = laws.liveAfter(text, printOf(world, step.which))
      break
    case 'renew':
      acted.madeFrom = sourceOf(world).fingerprint
      acted.authors = laws.authorsAfterRenewal(text, actor)
      acted.approval = none
      acted.approvedBy = none
      acted.unseen = [text.unseen[0] ?? none, actor]
      break
    case 'waive':
      acted.waived = [...new Set([...text.waived, printOf(world, step.which)])]
      break
    case 'withdraw':
    case 'retract':
      return takenBack(world, step.which, step.action, to, step.languages)
    default:
  }
  return withText(world, step.which, acted)
}

function withText({ release, translation, caption }: World, which: Which, text: Text): World {
  return which === 'release'
    ? { release: text, translation, caption }
    : { release, translation: text, caption }
}

function takenBack(
  world: World,
  which: Which,
  action: 'withdraw' | 'retract',
  to: State,
  languages: readonly string[] | undefined,
): World {
  const standing = action === 'withdraw' ? 'withdrawn' : 'retracted'
  const gone = (text: Text, state: State): Text => ({ ...text, state, standing, live: [] })
  if (which === 'translation') return withText(world, which, gone(world.translation, to))
  const named = (language: string) => !languages || languages.includes(language)
  const affected: readonly Standing[] = action === 'withdraw' ? ['live'] : ['live', 'withdrawn']
  const along = affected.includes(world.translation.standing) && named('nb')
  return {
    release: named('en') ? gone(world.release, to) : { ...world.release, state: to },
    translation: along ? gone(world.translation, 'withdrawn') : world.translation,
    caption: world.caption,
  }
}

/** In words, for a counterexample. */
export function told(step: Step, actor: Person): string {
  if (step.kind === 'caption') return 'the caption of the picture changes'
  if (step.kind === 'release')
    return `the release becomes ${step.letters} ${step.goesLive ? 'in public' : 'on the desk'}`
  if (step.kind === 'save') return `${actor.name} saves ${step.letters} in the ${step.which}`
  const languages = step.languages ? ` (${step.languages.join(', ')})` : ''
  return `${actor.name}: ${step.action} the ${step.which}${languages}`
}

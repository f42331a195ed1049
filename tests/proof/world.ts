import { type Problem, unwaived, type Waiver } from '@/workflow/requirements.ts'
import type { Refusal } from '@/workflow/refusals.ts'
import type { ActionInput, Person, Subject } from '@/workflow/situation.ts'
import type { Action, Standing, State } from '@/workflow/states.ts'
import {
  actionsOf,
  approvesByConfirming,
  refusalsOf,
  refusalsOfChange,
  settlesEmergency,
  stateAfter,
} from '@/workflow/transitions.ts'

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
  /** Fingerprint of the newest edition, however it stands. */
  newest: Print
  /** Who can't confirm what one person published alone; null when nothing waits for it. */
  emergency: { persons: readonly number[]; print: Print } | null

  // The proof's own memory, which no rule sees.
  /** For each letter, who changed it last, while nobody else has approved it since. The translation's second: `madeFrom`. */
  unseen: readonly number[]
  /** Exactly what was approved last, whoever changed it since. */
  agreed: Print
  /** Whose own act the newest edition was, while nobody else has answered for it; none, where two persons did. */
  alone: readonly number[]
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
/** No person: it publishes what is scheduled, by the same rules. */
export const theClock: Person = {
  id: 'clock',
  name: 'the clock',
  roles: ['clock'],
  writes: [],
  reviews: [],
}
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
  /** What waits for a confirmation after an act that may settle it. */
  emergencyAfter: (world: World, step: Act, actor: number) => Text['emergency']
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
  emergencyAfter: (world, { which, action }, actor) => {
    // By the rule itself, which is asked of the text that the act falls on.
    const settled = settlesEmergency(action, {
      ...whoAndWhat(world, which, actor),
      input: undefined,
    })
    return settled ? null : world[which].emergency
  },
}

const whoAndWhat = (world: World, which: Which, actor: number) => ({
  actor: people[actor] ?? theClock,
  subject: subjectOf(world, which),
})

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
  newest: none,
  emergency: null,
  unseen: [creator, creator],
  agreed: none,
  alone: [],
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
    emergency: text.emergency && {
      by: '',
      at: '',
      reason: '',
      edition: 1,
      fingerprint: String(text.emergency.print),
      persons: text.emergency.persons.map(String),
    },
    standing: text.standing,
    edition: text.edition,
    embargo: null,
    // Its time has come as soon as one is set: the clock may always act.
    scheduledFor: text.state === 'scheduled' ? now : null,
    aging: null,
    source: which === 'translation' ? { ...source, fingerprint: String(source.fingerprint) } : null,
    madeFrom: which === 'translation' ? String(text.madeFrom) : null,
    touches: [],
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
  return unwaived([warning], waivers, { fingerprint: String(print), original: '' })
}

/**
 * Something that happens: an action, a save that leaves these letters, a new caption; and, where only the translation
 * is looked at, anything at all that others may have made of the release: other letters on the desk, or in public.
 */
type Act = { kind: 'act'; which: Which; action: Action; languages?: readonly string[] }
export type Step =
  | Act
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
    return which === 'release' && ['withdraw', 'retract', 'reinstate'].includes(action)
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
          today: now.slice(0, 10),
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
    const newest = step.letters | (world.caption << 2)
    const live = [newest]
    return {
      ...world,
      release: step.goesLive ? { ...release, standing: 'live', live, newest } : release,
    }
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
      acted.newest = printOf(world, step.which)
      acted.emergency = laws.emergencyAfter(world, step, actor)
      acted.alone = []
      break
    case 'emergency-publish':
      acted.standing = 'live'
      acted.edition = text.edition + 1
      acted.live = [printOf(world, step.which)]
      acted.newest = printOf(world, step.which)
      acted.emergency = {
        persons: together([...text.authors, ...(text.emergency?.persons ?? [])], actor),
        print: printOf(world, step.which),
      }
      acted.alone = together(
        text.unseen.filter((who) => who !== none),
        actor,
      )
      break
    case 'confirm':
      if (approvesByConfirming(whoAndWhat(world, step.which, actor))) {
        acted.approval = printOf(world, step.which)
        acted.approvedBy = actor
        acted.unseen = text.unseen.map((who) => (who === actor ? who : none))
        acted.agreed = acted.approval
      }
      acted.emergency = null
      acted.alone = []
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
    case 'reinstate':
      return standing(world, step, actor, step.action, to, laws)
    default:
  }
  return withText(world, step.which, acted)
}

function withText({ release, translation, caption }: World, which: Which, text: Text): World {
  return which === 'release'
    ? { release: text, translation, caption }
    : { release, translation: text, caption }
}

const standings = { withdraw: 'withdrawn', retract: 'retracted', reinstate: 'live' } as const
const fallsOn: Record<keyof typeof standings, readonly Standing[]> = {
  withdraw: ['live'],
  retract: ['live', 'withdrawn'],
  reinstate: ['withdrawn'],
}

/** What is taken back from the public, or comes back: a release with the translations that go with it. */
function standing(
  world: World,
  step: Act,
  actor: number,
  action: keyof typeof standings,
  to: State,
  laws: Laws,
): World {
  const stands = (which: Which, state: State): Text => ({
    ...world[which],
    state,
    standing: standings[action],
    live: action === 'reinstate' ? [world[which].newest] : [],
    emergency: laws.emergencyAfter(world, { ...step, which }, actor),
  })
  if (step.which === 'translation') return withText(world, 'translation', stands('translation', to))
  const named = (language: string) => !step.languages || step.languages.includes(language)
  const along = fallsOn[action].includes(world.translation.standing) && named('nb')
  const back = world.translation.state === 'withdrawn' ? 'published' : world.translation.state
  return {
    release: named('en') ? stands('release', to) : { ...world.release, state: to },
    translation: along
      ? stands('translation', action === 'reinstate' ? back : 'withdrawn')
      : world.translation,
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

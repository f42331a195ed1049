import type { Person } from '@/workflow/situation.ts'
import type { Action, Standing, State } from '@/workflow/states.ts'
import {
  after,
  hasWarning,
  type Laws,
  none,
  people,
  printOf,
  refusalsIn,
  seenByRules,
  stateOf,
  type Step,
  stepsOf,
  theClock,
  type Text,
  told,
  type Which,
  type World,
} from './world.ts'

export interface Found {
  states: number
  /** Steps that were tried, by everybody in every state; most are refused. */
  transitions: number
  /** What must never be, and the shortest way there. */
  counterexample: { what: string; path: string[] } | null
  worlds: World[]
}

interface Move {
  step: Step
  who: number
  actor: Person
}
const byPeople = (steps: readonly Step[]): Move[] =>
  steps.flatMap((step) => people.map((actor, who) => ({ step, who, actor })))
/** By nobody of these three. */
const byOthers = (steps: readonly Step[]): Move[] =>
  steps.flatMap((step) => people.slice(0, 1).map((actor) => ({ step, who: 0, actor })))

/** A step that nothing speaks against, with the state that it leads to. */
interface Open extends Move {
  to: State
}

/** What may happen to each text, and besides. */
export interface Moves {
  release: readonly Move[]
  translation: readonly Move[]
  besides: readonly Move[]
}
function isOrdinary({ step }: Move): boolean {
  return !(
    step.kind === 'act' && ['emergency-publish', 'confirm', 'reinstate'].includes(step.action)
  )
}
/** What the clock may try with what is scheduled. */
const byClock = (which: Which): Move[] =>
  (['publish', 'miss'] as const).map((action) => ({
    step: { kind: 'act', which, action },
    who: none,
    actor: theClock,
  }))
const release = [...byPeople(stepsOf.release), ...byClock('release')]
const translation = [...byPeople(stepsOf.translation), ...byClock('translation')]
const caption: Step = { kind: 'caption' }
const takingBack = release.filter(
  ({ step }) => step.kind === 'act' && ['withdraw', 'retract', 'reinstate'].includes(step.action),
)
/** As it was, other in a word of its own, other in what the translation shows too. */
const anyRelease = [0, 1, 2].flatMap((letters): Step[] => [
  { kind: 'release', letters, goesLive: false },
  { kind: 'release', letters, goesLive: true },
])

export const everything: Moves = { release, translation, besides: byOthers([caption]) }
export const releaseAlone: Moves = { release, translation: [], besides: byOthers([caption]) }
/** Without what nobody does on a usual day: then the search gets further. */
export const ordinary: Moves = {
  release: release.filter(isOrdinary),
  translation: translation.filter(isOrdinary),
  besides: byOthers([caption]),
}
/** Its release is taken back by the rules, and otherwise does whatever it likes: more than any release can do. */
export const translationAlone: Moves = {
  release: takingBack,
  translation,
  besides: byOthers([caption, ...anyRelease]),
}

/**
 * Walks breadth-first through everything that may happen, at most `depth` steps far, and stops at what must never be.
 * The rules are pure, so what they said of a text is remembered for every world in which it looks the same to them.
 */
export function search(root: World, moves: Moves, laws: Laws, depth = Infinity): Found {
  const asked = { release: new Map<string, Open[]>(), translation: new Map<string, Open[]>() }
  const open = (world: World, which: Which): readonly Open[] => {
    const key = seenByRules(world, which, laws)
    const remembered = asked[which].get(key)
    if (remembered) return remembered
    const allowed = moves[which].filter(
      ({ step, actor }) => refusalsIn(world, step, actor, laws).length === 0,
    )
    // Who it was leaves no mark: once is enough.
    const answer = allowed
      .filter(
        ({ step }, index) =>
          leavesMark(step) || allowed.findIndex((other) => other.step === step) === index,
      )
      .map((move) => ({ ...move, to: stateOf(world, move.step) }))
    asked[which].set(key, answer)
    return answer
  }
  const besides = moves.besides.map((move) => ({ ...move, to: root.release.state }))
  const tried = moves.release.length + moves.translation.length + moves.besides.length

  const seen = new Set([keyOf(root)])
  const worlds = [root]
  const parents = [none]
  const ways: (Move | null)[] = [null]
  let transitions = 0
  const found = (what: string | null, path: string[] = []): Found => ({
    states: worlds.length,
    transitions,
    counterexample: what === null ? null : { what, path },
    worlds,
  })
  const pathTo = (index: number): string[] => {
    const way = ways[index]
    return way ? [...pathTo(parents[index] ?? 0), told(way.step, way.actor)] : []
  }

  let from = 0
  for (let far = 0; far < depth && from < worlds.length; far++) {
    const end = worlds.length
    for (let index = from; index < end; index++) {
      const world = worlds[index] as World
      const possible = [open(world, 'release'), open(world, 'translation')]
      if (possible.flat().length === 0) return found('nobody can do anything', pathTo(index))
      transitions += tried
      for (const list of [...possible, besides])
        for (const move of list) {
          const { step, who, actor, to } = move
          const reached = after(world, step, who, laws, to)
          const what = forbidden(world, step, actor, reached)
          if (what !== null) return found(what, [...pathTo(index), told(step, actor)])
          const key = keyOf(reached)
          if (seen.has(key)) continue
          seen.add(key)
          worlds.push(reached)
          parents.push(index)
          ways.push(move)
        }
    }
    from = end
  }
  return found(null)
}

const leavesMarks: readonly Action[] = [
  'submit',
  'approve',
  'renew',
  'emergency-publish',
  'confirm',
  'withdraw',
  'retract',
]

/** Whether the world after a step depends on who took it. */
function leavesMark(step: Step): boolean {
  return step.kind === 'act' ? leavesMarks.includes(step.action) : true
}

/** What the promises forbid, told from the walk's own memory and the press room alone. */
function forbidden(before: World, step: Step, actor: Person, reached: World): string | null {
  if (step.kind === 'act' && step.action === 'approve') {
    const language = step.which === 'release' ? 'en' : 'nb'
    if (!actor.reviews.includes(language))
      return 'a text is approved by somebody who doesn’t review its language'
  }
  if (step.kind === 'act' && step.action === 'confirm') {
    const language = step.which === 'release' ? 'en' : 'nb'
    if (before[step.which].alone.some((who) => String(who) === actor.id))
      return 'an emergency is confirmed by somebody whose own act it was'
    if (!actor.reviews.includes(language))
      return 'an emergency is confirmed by somebody who doesn’t review its language'
  }
  if (step.kind === 'act' && step.action === 'emergency-publish') {
    if (step.which === 'translation' && before.translation.madeFrom !== before.release.live[0])
      return 'a translation is published that was made from another text than the one that is live'
  }
  if (step.kind === 'act' && step.action === 'publish') {
    const text = before[step.which]
    const print = printOf(before, step.which)
    if (text.agreed !== print) return 'an edition is another text than the one that was approved'
    if (text.unseen.some((who) => who !== none))
      return 'an edition holds a letter that nobody approved but who changed it last'
    if (step.which === 'translation' && text.madeFrom !== before.release.live[0])
      return 'a translation is published that was made from another text than the one that is live'
    if (hasWarning(before, step.which) && !text.waived.includes(print))
      return 'an edition holds a warning that nobody signed for'
  }
  for (const which of ['release', 'translation'] as const) {
    if (
      reached[which].live.length > 0 &&
      reached[which].alone.length > 0 &&
      !reached[which].emergency
    )
      return 'one person alone answers for what is live, and nothing asks for another one'
    if (reached[which].live.length > 1) return 'two editions of one text are live'
    if ((reached[which].standing === 'live') !== (reached[which].live.length === 1))
      return 'the desk and the press room say different things of what is live'
  }
  if (reached.translation.live.length > 0 && reached.release.live.length === 0)
    return 'a translation is live, and its release isn’t'
  return null
}

const stateNumbers: Record<State, number> = {
  draft: 0,
  'in-review': 1,
  approved: 2,
  scheduled: 3,
  published: 4,
  withdrawn: 5,
  archived: 5,
}
const standingNumbers: Record<Standing, number> = { none: 0, live: 1, withdrawn: 2, retracted: 3 }

/**
 * One key for all worlds that no rule and no promise can tell apart. Left out: counts of editions; who submitted,
 * except in review; which text was approved, except while it waits to be published (an approval is always given anew
 * on the way there; whether there is one decides who counts as author); whose own act an edition was, once that is
 * settled; which of two letters a text has where only
 * "the same or another" matters – so the present caption, shared letter and letter of the translation are called 0.
 */
function keyOf({ release, translation, caption }: World): string {
  const shift = (release.letters & 2) | (caption << 2)
  let key = release.letters & 1
  const put = (value: number, size: number) => {
    key = key * size + value
  }
  const common = (text: Text, by: number) => {
    const waits = text.state === 'approved' || text.state === 'scheduled'
    put(stateNumbers[text.state], 6)
    put(standingNumbers[text.standing], 4)
    put(maskOf(text.authors), 8)
    put(waits ? shifted(text.approval, by) : Number(text.approval !== none), 9)
    put(
      text.unseen.reduce((sum, who) => sum * 4 + who + 1, 0),
      16,
    )
    put(waits ? shifted(text.agreed, by) : 0, 9)
    put(maskOf(text.emergency?.persons ?? []), 8)
    put(text.emergency ? maskOf(text.alone) : 0, 8)
    put(text.emergency ? shifted(text.emergency.print, by) : 0, 9)
    put(text.standing === 'withdrawn' ? shifted(text.newest, by) : 0, 9)
    put(text.state === 'in-review' ? text.submittedBy + 1 : 0, 4)
  }
  common(release, shift)
  put(shifted(release.live[0] ?? none, shift), 9)
  // Only texts with the warning are ever signed for.
  put(
    release.waived.reduce((mask, print) => mask | (1 << ((print ^ shift) >> 1)), 0),
    16,
  )
  // Beyond what one number can hold.
  const first = key
  key = 0
  common(translation, shift | translation.letters)
  put(shifted(translation.madeFrom, shift), 9)
  return `${first} ${key}`
}

const maskOf = (people: readonly number[]) => people.reduce((mask, who) => mask | (1 << who), 0)

function shifted(print: number, by: number): number {
  return print === none ? 0 : (print ^ by) + 1
}

import type { Payload } from 'payload'
import { wordsOf } from '../admin/words/words.ts'
import {
  type BundleAction,
  bundleActions,
  bundleCourse,
  refusalsOfBundle,
  verdictOf,
} from '../workflow/bundles.ts'
import type { Member, Refusal } from '../workflow/refusals.ts'
import type { Catalogue } from '../workflow/sentences/catalogue.ts'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import type { Person, Substance } from '../workflow/situation.ts'
import type { BundleState, State } from '../workflow/states.ts'
import { type BundleAsk, membersOf, weigh, type Weighed } from './bundle-weigh.ts'
import { type BundleRow, bundlesHiddenFrom, loadBundle, textsOf } from './bundles.ts'
import { theClock } from './clock-person.ts'
import { missionOf, type Zones } from './mission-facts.ts'
import { refusalData } from './refused.ts'

/** A text of a bundle as it is now. */
export interface BundleText {
  collection: 'releases' | 'translations'
  id: string
  /** Empty when it has been deleted. */
  headline: string
  language: string
  state: State | null
  revision: number
  must: boolean
  /** Whether a correction has to say what it is: it has been published before. */
  correction: boolean
  /** Why a minor change needs a reason, in a sentence; empty where it needs none. */
  minorNeeds: string
  /** Sentences: why it couldn’t go now. */
  why: string[]
  /** What came of it when the bundle was last tried. */
  went: boolean | null
}

export interface BundleView {
  id: string
  title: string
  state: BundleState
  revision: number
  /** ISO 8601, UTC. */
  scheduledFor: string | null
  /** When, and that nothing went: the last try of the clock. */
  missedAt: string | null
  texts: BundleText[]
  zones: Zones
  actions: { action: PersonsAction; label: string; allowed: boolean; why: string[] }[]
}

/** What people do; `miss` is the clock’s. */
export type PersonsAction = Exclude<BundleAction, 'miss'>
export const personsActions = bundleActions.filter(
  (action): action is PersonsAction => action !== 'miss',
)

function signedFor(touches: readonly Substance[], catalogue: Catalogue): string {
  return touches.length > 0 ? sentenceOf({ code: 'minor-touches', touches }, catalogue) : ''
}

/** The steps that its state knows. */
function stepsOf({ state }: BundleRow): PersonsAction[] {
  return personsActions.filter((action) => bundleCourse[action].from.includes(state))
}

/** A bundle with what would come of it now. Null when there is none. */
export async function bundleView(
  payload: Payload,
  id: string,
  actor: Person,
  now: Date,
  language: string,
): Promise<BundleView | null> {
  const bundle = await loadBundle(payload, id)
  if (!bundle || (await bundlesHiddenFrom(payload, actor.id)).includes(id)) return null
  const words = wordsOf(language)
  const catalogue = catalogueOf(language)
  const say = (refusal: Refusal): string[] => {
    const { message, problems } = refusalData(refusal, catalogue)
    return [
      String(message),
      ...((problems ?? []) as { message: string }[]).map((problem) => problem.message),
    ]
  }
  const { members, weighed } = await membersNow({ payload, now, language }, bundle)
  const { refusal } = verdictOf(members)
  return {
    id,
    title: bundle.title,
    state: bundle.state,
    revision: bundle.revision,
    scheduledFor: bundle.scheduledFor,
    missedAt: bundle.outcome?.action === 'miss' ? bundle.outcome.at : null,
    zones: (await missionOf(payload)).zones,
    texts: members.map(({ type, why, ...member }) => {
      const facts = weighed.find(({ doc }) => doc.id === member.id)?.facts
      return {
        ...member,
        collection: type === 'release' ? 'releases' : 'translations',
        state: facts?.doc.state ?? null,
        revision: facts?.doc.revision ?? 0,
        correction: (facts?.subject.edition ?? 0) > 0,
        minorNeeds: signedFor(facts?.subject.touches ?? [], catalogue),
        why: why.flatMap(say),
        went: bundle.outcome?.texts.find(({ id }) => id === member.id)?.went ?? null,
      }
    }),
    actions: stepsOf(bundle).map((action) => {
      const refusals = refusalsOfBundle(action, bundle, actor.roles)
      if (action === 'publish' && refusals.length === 0 && refusal) refusals.push(refusal)
      return {
        action,
        label: words[`bundle-do-${action}`],
        allowed: refusals.length === 0,
        why: refusals.flatMap(say),
      }
    }),
  }
}

/** What would come of it now, or of a scheduled one at its time. What is over keeps what was said of it then. */
async function membersNow(
  { payload, now, language }: Pick<BundleAsk, 'payload' | 'now' | 'language'>,
  bundle: BundleRow,
): Promise<{ members: Member[]; weighed: Weighed[] }> {
  const { id, revision, state, scheduledFor } = bundle
  const scheduled = state === 'scheduled' && scheduledFor !== null
  const ask: BundleAsk = {
    payload,
    id,
    action: 'publish',
    revision,
    actor: scheduled ? theClock : publisher,
    now: scheduled ? new Date(scheduledFor) : now,
    language,
    asking: true,
  }
  const weighed = await weigh(ask, bundle, await textsOf(payload, bundle))
  const over = state === 'published' || state === 'dissolved'
  const members = membersOf(bundle, weighed).map((member) =>
    over
      ? { ...member, why: bundle.outcome?.texts.find(({ id }) => id === member.id)?.why ?? [] }
      : member,
  )
  return { members, weighed }
}

/** Somebody who may publish: what the texts themselves say is asked, not who looks at them. */
const publisher: Person = { id: '', name: '', roles: ['reviewer'], writes: [], reviews: [] }

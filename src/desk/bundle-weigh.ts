import type { Payload } from 'payload'
import { besideItsRelease, type BundleAction } from '../workflow/bundles.ts'
import type { Member, Refusal } from '../workflow/refusals.ts'
import type { ActionInput, Person, SourceFacts } from '../workflow/situation.ts'
import { refusalsOf } from '../workflow/transitions.ts'
import { type Ask, headlineOf } from './act-plan.ts'
import type { BundleRow } from './bundles.ts'
import type { DeskDoc } from './documents.ts'
import { type Facts, factsOf, situationOf } from './situation.ts'

/** What a person says of each text of a bundle; the clock says what was said when the time was set. */
export interface SaidOfText
  extends Pick<ActionInput, 'revision' | 'change' | 'publicNote' | 'reason'> {
  id: string
}

export interface BundleAsk {
  payload: Payload
  id: string
  action: BundleAction
  /** The bundle's, as it was seen. */
  revision: number
  at?: string | undefined
  texts?: readonly SaidOfText[] | undefined
  /** For `miss`: why nothing went, for each text. */
  notes?: ReadonlyMap<string, string>
  actor: Person
  now: Date
  language: string
  /** It is only asked what would come of it. */
  asking?: true
}

type Text = BundleRow['texts'][number]

/** A text of a bundle with the act on it, and every reason against that. */
export interface Weighed {
  text: Text
  doc: DeskDoc
  facts: Facts
  ask: Ask
  why: readonly Refusal[]
}

/** What the rules say of each text; releases first, since a translation goes with its release or not. */
export async function weigh(
  ask: BundleAsk,
  bundle: BundleRow,
  docs: readonly DeskDoc[],
): Promise<Weighed[]> {
  const going = new Map<string, SourceFacts>()
  const found: Weighed[] = []
  for (const doc of docs) {
    const text = bundle.texts.find(({ id }) => id === doc.id)
    if (!text) continue
    const loaded = await factsOf(ask.payload, doc)
    const source = doc.type === 'translation' ? going.get(doc.release ?? '') : undefined
    const facts = { ...loaded, subject: besideItsRelease(loaded.subject, source) }
    const of = askOf(ask, bundle, text, doc)
    const why = whyNot(ask, bundle, facts, of)
    if (ask.action === 'publish' && why.length === 0 && text.type === 'release')
      going.set(doc.id, { live: true, fingerprint: facts.fingerprint })
    found.push({ text, doc, facts, ask: of, why })
  }
  return found
}

function whyNot(ask: BundleAsk, bundle: BundleRow, facts: Facts, of: Ask): readonly Refusal[] {
  const { doc } = facts
  // What has left the bundle isn't asked any further.
  if (bundle.state === 'scheduled' && doc.bundle !== bundle.id) return [{ code: 'bundle-left' }]
  if (isSaid(ask) && !ask.texts?.some(({ id }) => id === doc.id))
    return [{ code: 'input-missing', field: 'revision' }]
  const input = ask.asking ? undefined : of.input
  return refusalsOf(of.action, situationOf(facts, of.actor, ask.now.toISOString(), input))
}

/** Whether the texts that were seen have to be named: where a person says what is to go. */
function isSaid({ action, actor, asking }: BundleAsk): boolean {
  return (
    !asking && !actor.roles.includes('clock') && (action === 'schedule' || action === 'publish')
  )
}

/** The act on one text that this step consists of. */
function askOf(ask: BundleAsk, bundle: BundleRow, text: Text, doc: DeskDoc): Ask {
  const { payload, actor, now, language } = ask
  const said = isSaid(ask)
    ? ask.texts?.find(({ id }) => id === doc.id)
    : { ...doc.scheduledAs, revision: doc.revision }
  const input: ActionInput = {
    revision: said?.revision ?? doc.revision,
    note: ask.notes?.get(doc.id) ?? bundle.title,
    ...(ask.at === undefined ? {} : { at: ask.at }),
    ...(said?.change === undefined ? {} : { change: said.change }),
    ...(said?.publicNote === undefined ? {} : { publicNote: said.publicNote }),
    ...(said?.reason === undefined ? {} : { reason: said.reason }),
  }
  const action = ask.action === 'dissolve' ? 'unschedule' : ask.action
  return {
    payload,
    type: text.type,
    id: doc.id,
    action,
    input,
    actor,
    now,
    language,
    bundle: bundle.id,
  }
}

/** The texts of a bundle as the verdict is asked about them, in its own order. What has been deleted can't go. */
export function membersOf({ texts }: BundleRow, weighed: readonly Weighed[]): Member[] {
  return texts.map((text) => {
    const found = weighed.find(({ doc }) => doc.id === text.id)
    if (!found) return { ...text, language: '', headline: '', why: [{ code: 'bundle-left' }] }
    const { subject, content } = found.facts
    return { ...text, language: subject.language, headline: headlineOf(content), why: found.why }
  })
}

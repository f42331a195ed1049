import type { Payload } from 'payload'
import { bundleCourse, refusalsOfBundle, verdictOf } from '../workflow/bundles.ts'
import type { Member } from '../workflow/refusals.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import { planAct } from './act-plan.ts'
import { keepText } from './as-of.ts'
import { type BundleAsk, membersOf, weigh, type Weighed } from './bundle-weigh.ts'
import {
  type BundleJournal,
  type BundleOutcome,
  type BundleRow,
  finishBundle,
  type Held,
  letGo,
  loadBundle,
  ofType,
  textsOf,
  writeClaimed,
} from './bundles.ts'
import { claimTime } from './claims.ts'
import { type DeskDoc, loadDocs } from './documents.ts'
import { finish } from './finish.ts'
import { hold } from './hold.ts'
import { Refused } from './refused.ts'
import { refuseWithoutRoom } from './storage.ts'

/**
 * Takes one step with a bundle: holds all its texts, asks the rules about each, and decides with one conditional write
 * on the bundle. Either all that has to go goes, or nothing is changed. Comes back when every text is done. Throws
 * `Refused`; null when there is no such bundle.
 */
export async function performTogether(ask: BundleAsk): Promise<BundleRow | null> {
  const { payload, id, action } = ask
  await refuseWithoutRoom(payload, ask.language)
  const bundle = await settledBundle(payload, id)
  if (!bundle) return null
  const catalogue = catalogueOf(ask.language)
  const refusals = refusalsOfBundle(action, bundle, ask.actor.roles, ask.revision)
  if (bundle.busy === 1) refusals.push({ code: 'busy' })
  if (refusals.length > 0) {
    if (isRepeated(ask, bundle)) return bundle
    throw new Refused(refusals, catalogue, { revision: bundle.revision })
  }
  // What can't go anyway holds up nobody.
  await judge(ask, bundle, await textsOf(payload, bundle))
  const claimed = await claim(payload, bundle)
  if (!claimed) throw new Refused([{ code: 'busy' }], catalogue)
  const holds: Held[] = []
  try {
    if (!(await decide(ask, claimed, holds))) throw new Refused([{ code: 'busy' }], catalogue)
  } catch (error) {
    // The claim first: once it has ended, nothing of it can be decided any more.
    await writeClaimed(payload, claimed, { busy: 0, unfinished: null })
    for (const one of holds) await letGo(payload, one)
    throw error
  }
  const decided = await loadBundle(payload, id)
  if (decided?.busySince === claimed.busySince) await finishBundle(payload, decided, finish)
  return loadBundle(payload, id)
}

/** The same request again, because its answer was lost. */
function isRepeated(ask: BundleAsk, bundle: BundleRow): boolean {
  return (
    bundle.revision === ask.revision + 1 &&
    bundle.outcome?.action === ask.action &&
    bundle.outcome.by === ask.actor.id &&
    (ask.action !== 'schedule' ||
      Date.parse(bundle.scheduledFor ?? '') === Date.parse(ask.at ?? ''))
  )
}

async function settledBundle(payload: Payload, id: string): Promise<BundleRow | null> {
  const until = Date.now() + 3000
  for (;;) {
    const bundle = await loadBundle(payload, id)
    if (!bundle || bundle.busy === 0) return bundle
    if (bundle.unfinished?.kind === 'decided') await finishBundle(payload, bundle, finish)
    else if (Date.now() > until) return bundle
    else await new Promise((done) => setTimeout(done, 15))
  }
}

async function claim(payload: Payload, bundle: BundleRow): Promise<BundleRow | null> {
  const journal: BundleJournal = { kind: 'holding' }
  const busySince = claimTime(bundle)
  const won: unknown = await payload.db.updateOne({
    collection: 'bundles',
    where: {
      id: { equals: bundle.id },
      revision: { equals: bundle.revision },
      busy: { equals: 0 },
      busySince: { equals: bundle.busySince },
    },
    data: { busy: 1, busySince, unfinished: JSON.stringify(journal) },
    options: { atomic: true },
  })
  return won ? { ...bundle, busy: 1, busySince } : null
}

/** Which texts take this step, in the order in which they become public. Throws `Refused` when none may. */
async function judge(
  ask: BundleAsk,
  bundle: BundleRow,
  docs: readonly DeskDoc[],
): Promise<{ members: Member[]; going: Weighed[] }> {
  const weighed = ask.action === 'dissolve' ? [] : await weigh(ask, bundle, docs)
  const members = membersOf(bundle, weighed)
  const can = weighed.filter(({ why }) => why.length === 0)
  // Taking a time back is for whatever still has it.
  if (ask.action !== 'schedule' && ask.action !== 'publish') return { members, going: can }
  const { go, refusal } = verdictOf(members)
  if (refusal)
    throw new Refused([refusal], catalogueOf(ask.language), { revision: bundle.revision })
  return { members, going: can.filter(({ doc }) => go.includes(doc.id)) }
}

/** False when the claim has been ended by others. Adds to `holds` what it claims of texts. */
async function decide(ask: BundleAsk, bundle: BundleRow, holds: Held[]): Promise<boolean> {
  const { payload, action } = ask
  const { members, going } = await judge(ask, bundle, await holdAll(ask, bundle, holds))
  const acts: Extract<BundleJournal, { kind: 'decided' }>['acts'] = []
  for (const { doc, facts, ask: of } of going) {
    await keepText(payload, doc.id, facts)
    const { marks, journal } = await planAct(of, facts)
    const one = holds.find(({ id }) => id === doc.id)
    if (one) acts.push({ ...one, marks: { ...marks, unfinished: JSON.stringify(journal) } })
  }
  const journal: BundleJournal = {
    kind: 'decided',
    acts,
    others: holds.filter(({ id }) => !acts.some((act) => act.id === id)),
  }
  return writeClaimed(payload, bundle, {
    state: bundleCourse[action].to,
    scheduledFor: action === 'schedule' ? new Date(ask.at ?? '').toISOString() : null,
    revision: bundle.revision + 1,
    outcome: JSON.stringify(outcomeOf(ask, members, acts)),
    unfinished: JSON.stringify(journal),
  })
}

function outcomeOf(
  { action, actor, now }: BundleAsk,
  members: readonly Member[],
  acts: readonly Held[],
): BundleOutcome {
  return {
    action,
    by: actor.id,
    at: now.toISOString(),
    texts: members.map(({ id, why }) => ({
      id,
      went: acts.some((act) => act.id === id),
      why: [...why],
    })),
  }
}

/**
 * Claims every text of the bundle, and the releases of its translations, each kind in the order of its ids: two bundles
 * with texts in common never wait for each other.
 */
async function holdAll(
  { payload, action, language }: BundleAsk,
  bundle: BundleRow,
  holds: Held[],
): Promise<DeskDoc[]> {
  if (action === 'dissolve') return []
  const translations = await loadDocs(payload, 'translation', ofType(bundle, 'translation'))
  const releases = translations.flatMap((doc) =>
    doc.type === 'translation' && doc.release ? [doc.release] : [],
  )
  const order = [
    ...[...new Set([...ofType(bundle, 'release'), ...releases])]
      .sort()
      .map((id) => ['release', id] as const),
    ...ofType(bundle, 'translation')
      .sort()
      .map((id) => ['translation', id] as const),
  ]
  const docs: DeskDoc[] = []
  const journal = { kind: 'bundle' as const, bundle: bundle.id, claim: bundle.busySince ?? '' }
  for (const [type, id] of order) {
    const doc = await hold(payload, type, id, journal)
    if (doc === 'busy') throw new Refused([{ code: 'busy' }], catalogueOf(language))
    if (!doc) continue
    holds.push({ type, id, busySince: doc.busySince ?? '' })
    docs.push(doc)
  }
  return docs
}

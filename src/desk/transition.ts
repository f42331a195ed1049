import { httpStatus } from '../workflow/refusals.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import { refusalsOf } from '../workflow/transitions.ts'
import { type Ask, planAct } from './act-plan.ts'
import { dropTexts, keepText } from './as-of.ts'
import { asRead, claimTime, free } from './claims.ts'
import { collectionOf, type DeskDoc, loadDoc } from './documents.ts'
import { finish, settled } from './finish.ts'
import { hold } from './hold.ts'
import { changesMeanwhile, Refused } from './refused.ts'
import { isRepeated } from './repeated.ts'
import { factsOf, situationOf } from './situation.ts'
import { refuseWithoutRoom } from './storage.ts'
import { eventsSince } from './timeline.ts'

/** How often an act is tried again when something passed between its question and its answer. */
const attempts = 10

/**
 * Takes one action on one document: asks the rules, then decides with a single conditional write on state and
 * revision, so that of several who act at once exactly one wins. Comes back when the act is complete.
 * The same request repeated after it succeeded (a lost answer, a crash) is answered with the document and does nothing.
 * Throws `Refused`; returns null when there is no such document.
 */
export async function perform(ask: Ask): Promise<DeskDoc | null> {
  // What takes something away from the public is never held up.
  if (!['withdraw', 'retract', 'archive'].includes(ask.action))
    await refuseWithoutRoom(ask.payload, ask.language)
  const first = await loadDoc(ask.payload, ask.type, ask.id)
  if (!first) return null
  const familyAct =
    first.type === 'translation' &&
    first.release !== null &&
    ['publish', 'emergency-publish', 'withdraw', 'retract', 'reinstate'].includes(ask.action)
  if (familyAct) await refuseOthers(ask, first)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const done = familyAct ? await decideForFamily(ask, first.release ?? '') : await decide(ask)
    if (done !== 'again') return done
  }
  throw new Refused([{ code: 'busy' }], catalogueOf(ask.language))
}

/** Whoever may not act anyway holds up nobody: their refusal needs no hold of the family. */
async function refuseOthers({ payload, action, input, actor, now, language }: Ask, doc: DeskDoc) {
  const facts = await factsOf(payload, doc)
  const refusals = refusalsOf(action, situationOf(facts, actor, now.toISOString(), input))
  if (refusals.some(({ code }) => httpStatus[code] === 403))
    throw new Refused(refusals, catalogueOf(language), {
      revision: doc.revision,
      changes: changesMeanwhile(await eventsSince(payload, doc.id, input.revision)),
    })
}

/** Nothing may happen to the release between asking whether it is live and showing its translation. */
async function decideForFamily(ask: Ask, id: string): Promise<DeskDoc | null | 'again'> {
  const { payload } = ask
  const release = await hold(payload, 'release', id, { kind: 'family', translation: ask.id })
  if (!release || release === 'busy')
    throw new Refused([{ code: 'busy' }], catalogueOf(ask.language))
  try {
    return await decide(ask, async () => {
      const now = await loadDoc(payload, 'release', id)
      return now?.busy === 1 && now.busySince === release.busySince
    })
  } finally {
    await free(payload, release)
  }
}

/**
 * `again`: the row was touched between the question and the act, at the same revision, so the question has to be asked
 * again. `holds`: whether what the act was promised still stands; asked after the row was read, since whoever breaks
 * the promise touches the row.
 */
async function decide(
  ask: Ask,
  holds: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<DeskDoc | null | 'again'> {
  const { payload, type, id, action, input, actor } = ask
  const doc = await settled(payload, type, id)
  if (!doc) return null
  const catalogue = catalogueOf(ask.language)
  if (doc.busy === 1) throw new Refused([{ code: 'busy' }], catalogue)
  if (!(await holds())) return 'again'
  const at = ask.now.toISOString()
  const facts = await factsOf(payload, doc)
  const refusals = refusalsOf(action, situationOf(facts, actor, at, input))
  if (refusals.length > 0) {
    const since = await eventsSince(payload, id, input.revision)
    if (await isRepeated(payload, { doc, action, input, actor }, since)) return doc
    throw new Refused(refusals, catalogue, {
      revision: doc.revision,
      changes: changesMeanwhile(since),
    })
  }
  // Before it is decided, so that what was submitted and approved is never missing.
  await keepText(payload, id, facts)
  const planned = await planAct(ask, facts)
  const revision = doc.revision + 1
  const won: unknown = await payload.db.updateOne({
    collection: collectionOf[type],
    where: asRead(doc),
    data: {
      ...planned.marks,
      busy: 1,
      busySince: claimTime(doc),
      unfinished: JSON.stringify(planned.journal),
    },
    options: { atomic: true },
  })
  if (!won) {
    const now = await loadDoc(payload, type, id)
    if (!now) {
      // Deleted at this moment: of what it said nothing is kept.
      await dropTexts(payload, id)
      return null
    }
    if (now.revision === doc.revision) return 'again'
    throw new Refused(
      [{ code: 'stale-revision', seen: input.revision, now: now.revision }],
      catalogue,
      {
        revision: now.revision,
        changes: changesMeanwhile(await eventsSince(payload, id, input.revision)),
      },
    )
  }
  const claimed = await loadDoc(payload, type, id)
  if (claimed && claimed.revision === revision) await finish(payload, claimed, true)
  return loadDoc(payload, type, id)
}

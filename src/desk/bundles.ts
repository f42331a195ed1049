import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { bundleActions } from '../workflow/bundles.ts'
import type { Refusal } from '../workflow/refusals.ts'
import { bundleStates, type TextType } from '../workflow/states.ts'
import { list, moment, text } from './columns.ts'
import { free } from './claims.ts'
import { collectionOf, type DeskDoc, loadDoc, loadDocs, related } from './documents.ts'
import { familiesHiddenFrom } from './restrictions.ts'

/** Bundles as they are stored, and how a step that was decided is completed: by whoever comes by. */

const textTypes = ['release', 'translation'] as const

/** A claim on a text: by its `busySince` it can be told from every other one. */
const held = z.object({ type: z.enum(textTypes), id: z.string(), busySince: z.string() })
export type Held = z.infer<typeof held>

/** What a bundle is at. `holding`: nothing is decided yet, and nothing will be once its claim has ended. */
const bundleJournal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('holding') }),
  z.object({
    kind: z.literal('decided'),
    /** In the order in which they become public: releases before their translations. */
    acts: z.array(held.extend({ marks: z.record(z.string(), z.unknown()) })),
    /** Held beside them: what doesn’t go, and the releases of translations. */
    others: z.array(held),
  }),
])
export type BundleJournal = z.infer<typeof bundleJournal>

/** What came of the last step that was taken or tried. `at`: ISO 8601, UTC. */
const outcome = z.object({
  action: z.enum(bundleActions),
  by: z.string(),
  at: z.string(),
  texts: z.array(
    z.object({
      id: z.string(),
      went: z.boolean(),
      /** As the rules gave them; their sentences are made for whoever reads. */
      why: z.array(z.custom<Refusal>()),
    }),
  ),
})
export type BundleOutcome = z.infer<typeof outcome>

const json = <Schema extends z.ZodType>(of: Schema) =>
  text.transform((value) => (value === '' ? null : of.parse(JSON.parse(value))))

const member = z.object({
  text: z.object({ relationTo: z.enum(['releases', 'translations']), value: related }),
  must: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
})

const bundleRow = z
  .object({
    id: z.string(),
    title: text,
    members: list(member),
    state: z.enum(bundleStates),
    revision: z.number(),
    scheduledFor: moment,
    outcome: json(outcome),
    busy: z
      .number()
      .nullish()
      .transform((value) => value ?? 0),
    busySince: moment,
    unfinished: json(bundleJournal),
  })
  .transform(({ members, ...row }) => ({
    ...row,
    texts: members.flatMap(({ text: { relationTo, value }, must }) => {
      const type: TextType = relationTo === 'releases' ? 'release' : 'translation'
      return value === null ? [] : [{ type, id: value, must }]
    }),
  }))
export type BundleRow = z.infer<typeof bundleRow>

/** Ids of its releases, or of its translations. */
export function ofType({ texts }: BundleRow, type: TextType): string[] {
  return texts.filter((text) => text.type === type).map(({ id }) => id)
}

/** The bundle as it is stored now, or null. Reads past access rules: ask them first. */
export async function loadBundle(payload: Payload, id: string): Promise<BundleRow | null> {
  const row = await payload.db.findOne({ collection: 'bundles', where: { id: { equals: id } } })
  return row ? bundleRow.parse(row) : null
}

/** Its texts as they are now, releases first. What has been deleted is left out. */
export async function textsOf(payload: Payload, bundle: BundleRow): Promise<DeskDoc[]> {
  const docs: DeskDoc[] = []
  for (const type of ['release', 'translation'] as const)
    docs.push(...(await loadDocs(payload, type, ofType(bundle, type))))
  return docs
}

/** Ids of bundles that something is under way on, and of those whose time has come. */
export async function bundlesWhere(payload: Payload, where: Where): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'bundles',
    where,
    sort: 'id',
    limit: 0,
    pagination: false,
    select: {},
  })
  return docs.map(({ id }) => id)
}

/** Ids of the bundles with a text that this person may not know of. */
export async function bundlesHiddenFrom(payload: Payload, person: string): Promise<string[]> {
  const families = await familiesHiddenFrom(payload, person)
  if (families.length === 0) return []
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'translations',
    where: { release: { in: families } },
    limit: 0,
    pagination: false,
    select: {},
  })
  const texts = new Set([...families, ...docs.map(({ id }) => id)])
  const { docs: all } = await payload.db.find({
    collection: 'bundles',
    limit: 0,
    pagination: false,
  })
  return z
    .array(z.object({ id: z.string(), members: list(member) }))
    .parse(all)
    .filter(({ members }) => members.some(({ text: { value } }) => value && texts.has(value)))
    .map(({ id }) => id)
}

/** How the act on a text is completed. Handed in, since whoever completes texts completes bundles as well. */
type Finish = (payload: Payload, doc: DeskDoc, own?: boolean) => Promise<void>

/** A conditional write on a bundle while this very claim is on it, as it was read. False when that has passed. */
export async function writeClaimed(
  payload: Payload,
  { id, busySince, revision }: Pick<BundleRow, 'id' | 'busySince' | 'revision'>,
  data: Record<string, unknown>,
): Promise<boolean> {
  const won: unknown = await payload.db.updateOne({
    collection: 'bundles',
    where: {
      id: { equals: id },
      busy: { equals: 1 },
      busySince: { equals: busySince },
      // Every decision raises it: what is decided is never taken for undecided.
      revision: { equals: revision },
    },
    data,
    options: { atomic: true },
  })
  return Boolean(won)
}

/**
 * Completes a step that was decided; ends the claim of one that was not, so that it can't be any more. Each write is
 * harmless when done twice.
 */
export async function finishBundle(
  payload: Payload,
  bundle: BundleRow,
  finish: Finish,
): Promise<void> {
  if (bundle.busy === 0) return
  const journal = bundle.unfinished
  if (journal?.kind === 'decided') {
    for (const { type, id, busySince, marks } of journal.acts) {
      await payload.db.updateOne({
        collection: collectionOf[type],
        where: { id: { equals: id }, busy: { equals: 1 }, busySince: { equals: busySince } },
        data: marks,
        options: { atomic: true },
      })
      const doc = await loadDoc(payload, type, id)
      if (doc?.busy === 1 && doc.busySince === busySince) await finish(payload, doc, true)
    }
    for (const one of journal.others) await letGo(payload, one)
  }
  await writeClaimed(payload, bundle, { busy: 0, unfinished: null })
}

/** Lets go of a text that a bundle held. */
export async function letGo(payload: Payload, { type, id, busySince }: Held): Promise<void> {
  const doc = await loadDoc(payload, type, id)
  if (doc?.busy === 1 && doc.busySince === busySince) await free(payload, doc)
}

/**
 * A text is held by a bundle whose doer is gone, or slow. What was decided is completed; otherwise the bundle's claim
 * ends before the text is let go.
 */
export async function endHold(
  payload: Payload,
  doc: DeskDoc,
  of: { bundle: string; claim: string },
  finish: Finish,
): Promise<void> {
  // Twice: it may be decided between the reading and the end of the claim.
  for (let look = 0; look < 2; look++) {
    const bundle = await loadBundle(payload, of.bundle)
    if (bundle?.busySince === of.claim) await finishBundle(payload, bundle, finish)
  }
  const left = await loadDoc(payload, doc.type, doc.id)
  if (left?.busy === 1 && left.busySince === doc.busySince) await free(payload, left)
}

import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { moment, text } from './columns.ts'
import { collectionOf, type DeskDoc, familyOf, loadDocs, parseDeskDoc } from './documents.ts'
import { fromLexical } from './lexical.ts'
import { createOnce, takeStep } from './steps.ts'

/** Restrictions as they are stored, and what they hide from whom (decision 023). Whoever is named on none of it may not even know that it is there. */

const row = z.object({
  /** Of the family. */
  id: z.string(),
  people: text.transform((value) => z.array(z.string()).parse(JSON.parse(value || '[]'))),
  holds: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  by: z.string(),
  byName: text,
  at: moment,
  steps: z.number(),
})
export type Restriction = z.infer<typeof row>

/** What an act on a restriction does: complete before the first write, and harmless when done twice. */
export const restrictionPlan = z.object({
  family: z.string(),
  step: z.number(),
  /** Empty: it is lifted. */
  people: z.array(z.string()),
  by: z.string(),
  byName: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Who is told of it. */
  told: z.array(z.string()),
})
export type RestrictionPlan = z.infer<typeof restrictionPlan>

export async function carryOutRestriction(payload: Payload, plan: RestrictionPlan): Promise<void> {
  const { family: id, step, people, by, byName, at } = plan
  const data = { people: JSON.stringify(people), holds: people.length > 0, by, byName, at }
  if (step === 1) await createOnce(payload, 'restrictions', { id, ...data, steps: 1 })
  else await takeStep(payload, 'restrictions', id, step, data)
}

/** The restriction of a family, lifted ones too; null when there never was one. */
export async function restrictionOf(payload: Payload, family: string): Promise<Restriction | null> {
  const found = await payload.db.findOne({
    collection: 'restrictions',
    where: { id: { equals: family } },
  })
  return found ? row.parse(found) : null
}

/** Every restriction that holds. There are few: most of what a mission writes is read by all of its desk. */
export async function restrictionsNow(payload: Payload): Promise<Restriction[]> {
  const { docs } = await payload.db.find({
    collection: 'restrictions',
    where: { holds: { equals: true } },
    limit: 0,
    pagination: false,
  })
  return docs.map((one) => row.parse(one))
}

/** Ids of the families that this person may not know of. */
export async function familiesHiddenFrom(payload: Payload, person: string): Promise<string[]> {
  return hidden(await restrictionsNow(payload), person)
}

function hidden(restrictions: readonly Restriction[], person: string): string[] {
  return restrictions.filter(({ people }) => !people.includes(person)).map(({ id }) => id)
}

/** States in which a text is worked on: whatever else shows files, shows public ones. */
const inWork = ['draft', 'in-review', 'approved', 'scheduled']

/**
 * Ids of pictures, documents and contacts that this person may not know of: what the hidden families show and are
 * working on, as long as it isn't public, and no text that this person may see lists it.
 */
export async function filesHiddenFrom(payload: Payload, person: string): Promise<string[]> {
  return filesOf(payload, await familiesHiddenFrom(payload, person))
}

/** Ids of hidden families and of what is hidden with them. */
export async function everythingHiddenFrom(payload: Payload, person: string): Promise<string[]> {
  const families = await familiesHiddenFrom(payload, person)
  return [...families, ...(await filesOf(payload, families))]
}

async function filesOf(payload: Payload, families: readonly string[]): Promise<string[]> {
  if (families.length === 0) return []
  const shown = await filesShownBy(payload, families)
  if (shown.size === 0) return []
  const others = await Promise.all([
    livingAmong(payload, shown),
    ...listed.map((field) => listedElsewhere(payload, field, shown, families)),
  ])
  for (const id of others.flat()) shown.delete(id)
  return [...shown]
}

const listed = ['images', 'documents', 'contacts'] as const

async function filesShownBy(payload: Payload, families: readonly string[]): Promise<Set<string>> {
  const working = { state: { in: inWork } }
  const asked: [type: 'release' | 'translation', column: string][] = [
    ['release', 'id'],
    ['translation', 'release'],
  ]
  const docs = await Promise.all(
    asked.map(async ([type, column]) => {
      const found = await payload.db.find({
        collection: collectionOf[type],
        where: { [column]: { in: [...families] }, ...working },
        limit: 0,
        pagination: false,
      })
      return found.docs.map((one) => parseDeskDoc(type, one))
    }),
  )
  // A translation in work shows what its release lists, whatever state that is in.
  const releases = await loadDocs(
    payload,
    'release',
    docs.flat().flatMap((doc) => (doc.type === 'translation' ? [familyOf(doc)] : [])),
  )
  return new Set([...docs.flat(), ...releases].flatMap(filesIn))
}

function filesIn(doc: DeskDoc): string[] {
  if (doc.type !== 'release' && doc.type !== 'translation') return []
  const pictured = fromLexical(doc.body).flatMap((block) =>
    block.type === 'image' ? [block.image] : [],
  )
  return doc.type === 'release'
    ? [...pictured, ...doc.images, ...doc.documents, ...doc.contacts]
    : pictured
}

async function livingAmong(payload: Payload, ids: ReadonlySet<string>): Promise<string[]> {
  const { docs } = await payload.db.find<{ subject: string }>({
    collection: 'entries',
    where: { subject: { in: [...ids] }, standing: { equals: 'live' } },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ subject }) => subject)
}

async function listedElsewhere(
  payload: Payload,
  field: (typeof listed)[number],
  ids: ReadonlySet<string>,
  families: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const id of ids) {
    const { docs } = await payload.db.find({
      collection: 'releases',
      where: { [field]: { in: [id] }, id: { not_in: [...families] } },
      limit: 1,
      pagination: false,
      select: {},
    })
    if (docs.length > 0) found.push(id)
  }
  return found
}

/** Whether this person may not know of the text, picture, document or contact. */
export async function isHiddenFrom(
  payload: Payload,
  person: string,
  doc: DeskDoc,
): Promise<boolean> {
  const families = await familiesHiddenFrom(payload, person)
  if (families.length === 0) return false
  if (doc.type === 'release' || doc.type === 'translation') return families.includes(familyOf(doc))
  return (await filesOf(payload, families)).includes(doc.id)
}

/** Those among these people who may know of it. */
export async function knowing<Somebody extends { id: string }>(
  payload: Payload,
  doc: DeskDoc,
  people: readonly Somebody[],
): Promise<Somebody[]> {
  const restrictions = await restrictionsNow(payload)
  if (restrictions.length === 0) return [...people]
  const found: Somebody[] = []
  for (const person of people) {
    const families = hidden(restrictions, person.id)
    const isText = doc.type === 'release' || doc.type === 'translation'
    const unknown = isText
      ? families.includes(familyOf(doc))
      : (await filesOf(payload, families)).includes(doc.id)
    if (!unknown) found.push(person)
  }
  return found
}

/** The part of a question that leaves out what a person may not know of. `column`: where the family or file is named. */
export function without(column: string, ids: readonly string[]): Where {
  return { [column]: { not_in: [...ids] } }
}

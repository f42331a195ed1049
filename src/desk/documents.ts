import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'
import { type DeskType, standings, states } from '../workflow/states.ts'
import { list, moment, text } from './columns.ts'
import { termKinds } from '../language/term-base.ts'

/** The collection of each desk type. */
export const collectionOf = {
  release: 'releases',
  translation: 'translations',
  contact: 'contacts',
  image: 'images',
  document: 'documents',
  term: 'terms',
} as const satisfies Record<DeskType, CollectionSlug>

const maybe = z
  .string()
  .nullish()
  .transform((value) => (value ? value : null))
/** A relationship, populated or not. */
export const related = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((value) => value ?? null)
const relatedMany = z
  .array(related)
  .nullish()
  .transform((list) => (list ?? []).filter((id) => id !== null))
/** MongoDB leaves out what was never filled in, and zod wants even an unknown key to be there. */
const richText = z.unknown().optional()
const jsonArray = <Schema extends z.ZodType>(of: Schema) =>
  text.transform((value) => z.array(of).parse(JSON.parse(value === '' ? '[]' : value)))

const waiver = z.object({
  requirement: z.string(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  fingerprint: z.string(),
})

/** What a scheduled correction will say of itself. */
const scheduledAs = maybe.transform((value) =>
  z
    .object({
      change: z.enum(['minor', 'major']).optional(),
      publicNote: z.string().optional(),
      reason: z.string().optional(),
    })
    .parse(value ? JSON.parse(value) : {}),
)

const emergency = z.object({
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  edition: z.number(),
  fingerprint: z.string(),
  persons: z.array(z.string()),
})

/** The workflow's own columns, as every desk document has them. */
const system = z.object({
  id: z.string(),
  state: z.enum(states),
  revision: z.number(),
  standing: z
    .enum(standings)
    .nullish()
    .transform((value) => value ?? 'none'),
  edition: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  /** Name of the person who changed the content last. */
  holder: text,
  /** Id of that person. */
  heldBy: maybe,
  returnNote: text,
  createdBy: maybe,
  submittedBy: maybe,
  submittedAt: moment,
  approvedBy: maybe,
  approvedAt: moment,
  approvedFingerprint: maybe,
  scheduledFor: moment,
  scheduledAs,
  /** Id of the bundle that it is scheduled with. */
  bundle: maybe,
  authors: jsonArray(z.string()),
  emergency: maybe.transform((value) => (value ? emergency.parse(JSON.parse(value)) : null)),
  waivers: jsonArray(waiver),
  busy: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  busySince: moment,
  unfinished: maybe,
  updatedAt: moment,
})

const titled = z.object({ language: z.string(), title: text, note: text })
const described = z.object({ language: z.string(), alt: text, caption: text })
const file = {
  filename: text,
  mimeType: text,
  filesize: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  sha256: text,
}

/** Which version of which item it was last imported from; empty where it wasn't. */
const origin = { provenanceUri: text, provenanceVersion: text }

export const releaseDoc = system.extend({
  ...origin,
  language: z.string(),
  kind: z.string(),
  headline: text,
  lead: text,
  body: richText,
  datelinePlace: text,
  datelineDate: moment,
  sourceLabel: text,
  sourceUrl: text,
  topics: relatedMany,
  images: relatedMany,
  documents: relatedMany,
  contacts: relatedMany,
  embargo: moment,
  boilerplate: relatedMany,
  reviewBy: moment,
  endsAt: moment,
  liveReviewBy: moment,
  liveEndsAt: moment,
  remindAt: moment,
  recheckAt: moment,
  about: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
})
export const translationDoc = system.extend({
  ...origin,
  release: related,
  language: z.string(),
  headline: text,
  lead: text,
  body: richText,
  datelinePlace: text,
  sourceLabel: text,
  translator: related,
  dueOn: moment,
  madeFrom: maybe,
  /** JSON of what was confirmed segment by segment; `src/desk/segment-work.ts` reads it. */
  confirmed: text,
  recheckAt: moment,
})
export const contactDoc = system.extend({
  name: text,
  texts: list(titled),
  organisation: text,
  email: text,
  telephone: text,
  telephoneAfterHours: text,
  languages: list(z.string()),
})
export const imageDoc = system.extend({
  texts: list(described),
  credit: text,
  copyright: text,
  licence: text,
  cleared: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  width: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  height: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  focalX: z
    .number()
    .nullish()
    .transform((value) => value ?? 50),
  focalY: z
    .number()
    .nullish()
    .transform((value) => value ?? 50),
  ...file,
})
export const documentDoc = system.extend({ texts: list(titled), ...file })
export const termDoc = system.extend({
  name: text,
  kind: z.enum(termKinds),
  forms: list(
    z.object({
      language: z.string(),
      form: text,
      also: list(z.string()),
      forbidden: list(z.string()),
    }),
  ),
  note: text,
  source: text,
  validFrom: moment,
  validUntil: moment,
})

export type ReleaseDoc = z.infer<typeof releaseDoc>
export type TranslationDoc = z.infer<typeof translationDoc>
export type ContactDoc = z.infer<typeof contactDoc>
export type ImageDoc = z.infer<typeof imageDoc>
export type DocumentDoc = z.infer<typeof documentDoc>
export type TermDoc = z.infer<typeof termDoc>

/** A desk document as the workflow reads it: parsed, ids instead of populated relations, moments in ISO 8601 UTC. */
export type DeskDoc =
  | ({ type: 'release' } & ReleaseDoc)
  | ({ type: 'translation' } & TranslationDoc)
  | ({ type: 'contact' } & ContactDoc)
  | ({ type: 'image' } & ImageDoc)
  | ({ type: 'document' } & DocumentDoc)
  | ({ type: 'term' } & TermDoc)

/** Parses a stored row. Throws when the database holds something that the schema doesn't allow. */
export function parseDeskDoc(type: DeskType, row: unknown): DeskDoc {
  switch (type) {
    case 'release':
      return { type, ...releaseDoc.parse(row) }
    case 'translation':
      return { type, ...translationDoc.parse(row) }
    case 'contact':
      return { type, ...contactDoc.parse(row) }
    case 'image':
      return { type, ...imageDoc.parse(row) }
    case 'document':
      return { type, ...documentDoc.parse(row) }
    case 'term':
      return { type, ...termDoc.parse(row) }
  }
}

/** The document as it is stored now, or null. Reads past access rules: ask them first. */
export async function loadDoc(
  payload: Payload,
  type: DeskType,
  id: string,
): Promise<DeskDoc | null> {
  const row = await payload.db.findOne({
    collection: collectionOf[type],
    where: { id: { equals: id } },
  })
  return row ? parseDeskDoc(type, row) : null
}

/** Several documents by id, in no particular order; ids that don't exist are left out. */
export async function loadDocs(
  payload: Payload,
  type: DeskType,
  ids: readonly string[],
): Promise<DeskDoc[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.db.find({
    collection: collectionOf[type],
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => parseDeskDoc(type, row))
}

/** Id of the release of a text's family; an item is its own family. */
export function familyOf(doc: DeskDoc): string {
  return doc.type === 'translation' ? (doc.release ?? doc.id) : doc.id
}

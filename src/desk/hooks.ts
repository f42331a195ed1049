import { randomUUID } from 'node:crypto'
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { APIError } from 'payload'
import { z } from 'zod'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import { type DeskType, isText, type TextType } from '../workflow/states.ts'
import { refusalsOfChange } from '../workflow/transitions.ts'
import { asRead, claimTime } from './claims.ts'
import { clockOf } from './desk-clock.ts'
import { changeOf, deletionOf } from './document-access.ts'
import {
  collectionOf,
  type DeskDoc,
  familyOf,
  loadDoc,
  parseDeskDoc,
  related,
} from './documents.ts'
import { finish, recordDeletion, settled } from './finish.ts'
import { fromLexical, UnknownNodeError } from './lexical.ts'
import { settlements } from './open-items.ts'
import { personOf, requirePerson } from './person.ts'
import { changesMeanwhile, Refused } from './refused.ts'
import { isHiddenFrom } from './restrictions.ts'
import { factsOf, sourceOf } from './situation.ts'
import { eventsSince } from './timeline.ts'
import { documentOfVersion } from './versions.ts'
import { dropOriginals, explainLostFile, keepUpload, rememberOriginals } from './upload-hooks.ts'

/** The hooks of every desk collection: content changes in draft only, by those who may, each one recorded. */
export function deskHooks(
  type: DeskType,
  beforeOperation: CollectionBeforeOperationHook[] = [],
): NonNullable<CollectionConfig['hooks']> {
  const hooks = {
    beforeOperation: [guardChange(type), explainRefusal(type), ...beforeOperation],
    beforeChange: [keepOwnColumns(type)],
    afterChange: [recordChange(type)],
    beforeDelete: [guardDeletion(type)],
  }
  if (type !== 'image' && type !== 'document') return hooks
  const shelf = collectionOf[type]
  return {
    ...hooks,
    beforeDelete: [...hooks.beforeDelete, rememberOriginals(shelf)],
    afterDelete: [dropOriginals(shelf)],
    afterError: [explainLostFile],
  }
}

function somebody(req: PayloadRequest): Person {
  return requirePerson(req.user, 'Sign in to change something on the desk.')
}

const deletedMeanwhile = 'This was deleted meanwhile.'

const seen = z.looseObject({ revision: z.number() })

/**
 * Before anything is read or written: a replaced file is deleted from disk before the later hooks run, so a refusal
 * that came later would have changed something.
 */
function guardChange(type: DeskType): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    // Nor is a stranger's file looked at.
    if (operation === 'create') somebody(req)
    if (operation !== 'update') return args
    const catalogue = catalogueOf(req.i18n?.language ?? 'en')
    if (!('id' in args) || args.id === undefined)
      throw new APIError('Change one document at a time.', 405)
    const actor = somebody(req)
    const doc = await settled(req.payload, type, z.string().parse(args.id))
    // Access answers for what this person may not know of.
    if (!doc || (await isHiddenFrom(req.payload, actor.id, doc))) return args
    if (doc.busy === 1) throw new Refused([{ code: 'busy' }], catalogue)
    const parsed = seen.safeParse(args.data)
    await refuseChange(req, actor, doc, parsed.success ? parsed.data.revision : null)
    req.context.asked = doc.id
    return args
  }
}

/** Throws what speaks against a change of content. `revision`: the one that was seen; null: none was named. */
export async function refuseChange(
  req: Pick<PayloadRequest, 'payload' | 'i18n'>,
  actor: Person,
  doc: DeskDoc,
  revision: number | null,
): Promise<void> {
  const { subject } = await factsOf(req.payload, doc)
  const refusals = refusalsOfChange(actor, subject, revision ?? undefined)
  // Who may not change it anyway needn't be told that the revision is missing.
  if (revision === null && refusals.length === 0)
    refusals.push({ code: 'input-missing', field: 'revision' })
  if (refusals.length === 0) return
  throw new Refused(refusals, catalogueOf(req.i18n?.language ?? 'en'), {
    revision: doc.revision,
    changes:
      revision === null ? [] : changesMeanwhile(await eventsSince(req.payload, doc.id, revision)),
  })
}

/**
 * Deleting and restoring are closed by access already; asked here first, the refusal comes with its sentence. Who
 * isn't signed in is left to access.
 */
function explainRefusal(type: DeskType): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const actor = personOf(req.user)
    if (!actor || !('id' in args) || (operation !== 'delete' && operation !== 'restoreVersion'))
      return args
    const named = z.string().parse(args.id)
    const id = operation === 'delete' ? named : await documentOfVersion(req.payload, type, named)
    const doc = id === null ? null : await settled(req.payload, type, id)
    // Access answers for what this person may not know of.
    if (!doc || (await isHiddenFrom(req.payload, actor.id, doc))) return args
    const { refusals } =
      operation === 'delete'
        ? await deletionOf(req.payload, actor, doc, revisionToDelete(req))
        : await changeOf(req.payload, actor, doc)
    if (refusals.length > 0)
      throw new Refused(refusals, catalogueOf(req.i18n?.language ?? 'en'), {
        revision: doc.revision,
      })
    req.context.asked = doc.id
    return args
  }
}

const asked = z.object({ revision: z.coerce.number().int().min(1) })

/** `DELETE …?revision=3`: only what the person saw is deleted. The admin doesn't say it. */
function revisionToDelete({ query }: PayloadRequest): number | undefined {
  if (query?.revision === undefined) return undefined
  const parsed = asked.safeParse(query)
  if (!parsed.success)
    throw new APIError('“revision” must be the number of the revision that you saw.', 422)
  return parsed.data.revision
}

const provenanceOf = z.object({
  provenanceUri: z.string(),
  provenanceVersion: z.string(),
  provenanceVersionAt: z.string().nullable(),
  provenanceAt: z.string(),
  /** People's own work stays in the text: the next version is proposed, and doesn't replace it unasked. */
  mixed: z.boolean().optional(),
})

/** Set by the import alone, through `req.context`, which no request can reach. */
function provenance(req: PayloadRequest, revision: number): Record<string, unknown> {
  const parsed = provenanceOf.safeParse(req.context.provenance)
  if (!parsed.success) return {}
  const { mixed, ...from } = parsed.data
  return {
    ...from,
    provenanceRevision: mixed ? null : revision,
    originKey: from.provenanceUri,
  }
}

/** What the timeline says of an import: which version of what; and of a text that was begun with another one. */
function originNote(req: PayloadRequest): string {
  if (typeof req.context.startedFrom === 'string') return req.context.startedFrom
  const parsed = provenanceOf.safeParse(req.context.provenance)
  return parsed.success ? `${parsed.data.provenanceUri}, ${parsed.data.provenanceVersion}` : ''
}

/** What is confirmed with this save. Set by the answers to segments alone, as above. */
function confirming({ context }: PayloadRequest): { confirmed?: string } {
  return typeof context.confirmed === 'string' ? { confirmed: context.confirmed } : {}
}

const noProvenance = {
  provenanceUri: null,
  provenanceVersion: null,
  provenanceVersionAt: null,
  provenanceAt: null,
  provenanceRevision: null,
}

/** What a change of content leaves as it is. */
const ownColumns = [
  'state',
  'standing',
  'edition',
  'createdBy',
  'submittedBy',
  'submittedAt',
  'scheduledFor',
  'scheduledAs',
  'bundle',
  'returnNote',
  'waivers',
] as const

const ownOfTexts = {
  release: ['liveReviewBy', 'liveEndsAt', 'remindAt', 'recheckAt'],
  translation: ['recheckAt', 'confirmed'],
} as const satisfies Record<TextType, readonly string[]>

/** The columns of a type that are the workflow's own and that no change of content touches. */
const ownColumnsOf = (type: DeskType): readonly string[] =>
  isText(type) ? [...ownColumns, ...ownOfTexts[type]] : ownColumns

/** Whatever a form, a version or a copy says: the workflow's columns are the workflow's. */
function keepOwnColumns(type: DeskType): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const actor = somebody(req)
    const now = clockOf(req).toISOString()
    if ('body' in data) refuseUnknownNodes(data.body)
    if (operation === 'create') return { ...data, ...(await fresh(type, data, actor, now, req)) }

    const stored = await req.payload.db.findOne<{ id: string } & Record<string, unknown>>({
      collection: collectionOf[type],
      where: { id: { equals: z.looseObject({ id: z.string() }).parse(originalDoc).id } },
    })
    if (!stored) throw new APIError(deletedMeanwhile, 409)
    const row = parseDeskDoc(type, stored)
    const facts = await factsOf(req.payload, row)
    // Asked again: restoring a version comes here without having passed `guardChange`, and others may have saved since.
    const restoring = req.context.isRestoringVersion === true
    const refusals = refusalsOfChange(
      actor,
      facts.subject,
      restoring ? undefined : seen.parse(data).revision,
    )
    if (refusals.length > 0)
      throw new Refused(refusals, catalogueOf(req.i18n?.language ?? 'en'), {
        revision: row.revision,
      })
    if (row.type === 'release' && row.edition === 0 && data.language !== row.language)
      await refuseTakenLanguage(req, row.id, String(data.language))
    const revision = row.revision + 1
    const authors = row.approvedFingerprint ? [actor.id] : [...new Set([...row.authors, actor.id])]
    return {
      ...data,
      ...Object.fromEntries(ownColumnsOf(type).map((name) => [name, stored[name] ?? null])),
      ...(type === 'translation' && row.type === 'translation'
        ? {
            release: row.release,
            language: row.language,
            madeFrom: row.madeFrom,
            ...confirming(req),
          }
        : {}),
      ...(row.type === 'release' && row.edition > 0 ? { language: row.language } : {}),
      ...(row.type === 'translation' && !actor.roles.includes('editor')
        ? { translator: row.translator, dueOn: row.dueOn }
        : {}),
      ...(type === 'image' || type === 'document'
        ? ((await keepUpload(req)) ?? { sha256: 'sha256' in row ? row.sha256 : '' })
        : {}),
      ...(row.type === 'release' || row.type === 'translation'
        ? Object.fromEntries(
            [...Object.keys(noProvenance), 'originKey'].map((name) => [name, stored[name] ?? null]),
          )
        : {}),
      ...provenance(req, revision),
      revision,
      authors: JSON.stringify(authors),
      approvedBy: null,
      approvedAt: null,
      approvedFingerprint: null,
      holder: actor.name,
      heldBy: actor.id,
      busy: 1,
      busySince: claimTime(row),
      unfinished: JSON.stringify({
        kind: 'content',
        event: {
          ...eventOf(row, actor, now),
          what: req.context.isRestoringVersion
            ? 'restore'
            : req.context.provenance
              ? 'import'
              : 'change',
          note: originNote(req),
          from: row.state,
          to: row.state,
          revision,
          fingerprintBefore: facts.fingerprint,
          edition: row.edition,
        },
        settles: settlements.optional().parse(req.context.settles),
        of: provenanceOf.optional().parse(req.context.provenance),
      }),
    }
  }
}

function eventOf(doc: DeskDoc, actor: Person, at: string) {
  return {
    family: familyOf(doc),
    subject: doc.id,
    of: doc.type,
    actor: actor.id,
    actorName: actor.name,
    at,
    note: '',
    fingerprintAfter: '',
  }
}

function refuseUnknownNodes(body: unknown): void {
  try {
    fromLexical(body)
  } catch (error) {
    if (error instanceof UnknownNodeError) throw new APIError(`${error.message} Remove it.`, 422)
    throw new APIError('The text isn’t in the editor’s format.', 422)
  }
}

/** One text in each language of a family. */
async function refuseTakenLanguage(
  req: PayloadRequest,
  release: string,
  language: string,
): Promise<void> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'translations',
    where: { release: { equals: release }, language: { equals: language } },
  })
  if (totalDocs > 0)
    throw new APIError(
      'There is a translation into this language. Choose another one, or delete the translation first.',
      422,
    )
}

async function fresh(
  type: DeskType,
  data: Record<string, unknown>,
  actor: Person,
  now: string,
  req: PayloadRequest,
): Promise<Record<string, unknown>> {
  const columns = {
    state: 'draft',
    revision: 1,
    standing: 'none',
    edition: 0,
    createdBy: actor.id,
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    approvedFingerprint: null,
    scheduledFor: null,
    scheduledAs: null,
    bundle: null,
    returnNote: null,
    holder: actor.name,
    heldBy: actor.id,
    authors: JSON.stringify([actor.id]),
    waivers: '[]',
    busy: 1,
    busySince: new Date().toISOString(),
    unfinished: JSON.stringify({
      kind: 'content',
      event: {
        // The id isn't known yet: `finish` fills it in.
        family: '',
        subject: '',
        of: type,
        what: req.context.provenance ? 'import' : 'create',
        actor: actor.id,
        actorName: actor.name,
        at: now,
        from: '',
        to: 'draft',
        note: originNote(req),
        revision: 1,
        fingerprintBefore: '',
        fingerprintAfter: '',
        edition: 0,
      },
    }),
  }
  if (type === 'image' || type === 'document')
    return { ...columns, ...((await keepUpload(req)) ?? { sha256: '' }) }
  if (type === 'contact' || type === 'term') return columns
  // Of a copy: what counted of the text that it was made from doesn't count of it.
  const aging = Object.fromEntries(ownOfTexts[type].map((name) => [name, null]))
  const origin = {
    ...aging,
    ...noProvenance,
    originKey: `own:${randomUUID()}`,
    ...provenance(req, 1),
  }
  if (type === 'release') return { ...columns, ...origin }
  const release = related.parse(data.release) ?? ''
  const source = await loadDoc(req.payload, 'release', release)
  if (source?.type !== 'release')
    throw new APIError('There is no such release. Choose the release that this translates.', 422)
  if (source.language === data.language)
    throw new APIError('The release is written in this language. Choose another one.', 422)
  const there = await req.payload.db.count({
    collection: 'translations',
    where: { release: { equals: release }, language: { equals: String(data.language) } },
  })
  if (there.totalDocs > 0)
    throw new APIError('There is a translation into this language already. Open that one.', 409)
  if (!actor.roles.includes('editor') && !actor.writes.includes(String(data.language)))
    throw new APIError('You don’t write in this language. Ask an administrator to add it.', 403)
  return {
    ...columns,
    ...origin,
    translator: actor.roles.includes('editor')
      ? (related.parse(data.translator) ?? null)
      : actor.id,
    // Who translates doesn't set the day for it.
    ...(actor.roles.includes('editor') ? {} : { dueOn: null }),
    madeFrom: (await sourceOf(req.payload, release)).fingerprint,
  }
}

/** The change is stored: it goes into the timeline, and the row is free again. */
function recordChange(type: DeskType): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const id = z.looseObject({ id: z.string() }).parse(doc).id
    const row = await loadDoc(req.payload, type, id)
    if (row) await finish(req.payload, row, true)
    return doc
  }
}

function guardDeletion(type: DeskType): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const actor = somebody(req)
    const catalogue = catalogueOf(req.i18n?.language ?? 'en')
    const doc = await settled(req.payload, type, String(id))
    if (!doc) throw new APIError(deletedMeanwhile, 404)
    const { subject, refusals } = await deletionOf(req.payload, actor, doc, revisionToDelete(req))
    if (refusals.length > 0) throw new Refused(refusals, catalogue, { revision: doc.revision })
    const event = {
      ...eventOf(doc, actor, clockOf(req).toISOString()),
      what: 'delete',
      from: doc.state,
      to: '',
      revision: doc.revision + 1,
      fingerprintBefore: subject.fingerprint,
      edition: 0,
    }
    const won: unknown = await req.payload.db.updateOne({
      collection: collectionOf[type],
      where: asRead(doc),
      data: {
        busy: 1,
        busySince: claimTime(doc),
        unfinished: JSON.stringify({ kind: 'deletion', event }),
      },
      options: { atomic: true },
    })
    if (!won) throw new Refused([{ code: 'busy' }], catalogue)
    // Recorded before Payload deletes: should that fail, the journal has it completed.
    await recordDeletion(req.payload, event)
  }
}

import { APIError, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import { z } from 'zod'
import { collectionOf, loadDoc, related } from '../desk/documents.ts'
import { entryOf } from '../desk/entries.ts'
import { settled } from '../desk/finish.ts'
import { clockOf } from '../desk/desk-clock.ts'
import {
  itemsFrom,
  raiseOpenItem,
  settle,
  settleAllOf,
  sourceItemKinds,
} from '../desk/open-items.ts'
import { personOf } from '../desk/person.ts'
import { Refused } from '../desk/refused.ts'
import { refuseWithoutRoom } from '../desk/storage.ts'
import { textUri } from '../press-room/view/ninjs.ts'
import { states, type TextType } from '../workflow/states.ts'
import { DeskRefusal, type DeskPort } from './desk-port.ts'
import { columnsOf, fieldsOfItem } from './fields.ts'
import type { IncomingItem } from './item.ts'
import type { KnownText } from './plan.ts'
import { loadTopics, type Topics } from './topics.ts'

/** In whose name the import acts. `i18n`: of the request, so that refusals come in the person's language. */
export interface Importer {
  payload: Payload
  user: TypedUser
  i18n?: PayloadRequest['i18n']
}

/** The columns that a plan asks about; a text's words aren't read for it. */
const columns = {
  language: true,
  state: true,
  revision: true,
  provenanceVersion: true,
  provenanceVersionAt: true,
  provenanceRevision: true,
} as const

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const row = z.object({
  id: z.string(),
  release: related,
  language: z.string(),
  state: z.enum(states),
  revision: z.number(),
  provenanceVersion: text,
  provenanceVersionAt: z
    .union([z.string(), z.date()])
    .nullish()
    .transform((value) => (value ? new Date(value).toISOString() : null)),
  provenanceRevision: z.number().nullish(),
})

function knownText(type: TextType, stored: unknown, own = false): KnownText {
  const found = row.parse(stored)
  return {
    id: found.id,
    type,
    release: type === 'translation' ? (found.release ?? '') : found.id,
    language: found.language,
    state: found.state,
    revision: found.revision,
    importedVersion: found.provenanceVersion,
    importedVersionAt: found.provenanceVersionAt,
    workedOnSinceImport: found.provenanceRevision !== found.revision,
    own,
  }
}

/** Where a text came from, as the desk's hooks take it from `req.context`. */
export function provenanceOf(item: IncomingItem, now: Date) {
  return {
    provenanceUri: item.uri,
    provenanceVersion: item.version,
    provenanceVersionAt: item.versionAt,
    provenanceAt: now.toISOString(),
  }
}

/** Refusals of the desk in the words that it has for them; what isn't one stays what it is. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof APIError) || error.status >= 500) return error
  if (error instanceof Refused)
    return new DeskRefusal(
      error.message,
      error.refusals.every(({ code }) => ['stale-revision', 'not-draft', 'busy'].includes(code)),
    )
  // Somebody made the same text at this moment, or Payload found a field wrong.
  const invalid = error.name === 'ValidationError'
  return new DeskRefusal(
    invalid ? sentenceOf(error) : error.message,
    error.status === 409 || invalid,
  )
}

async function refused<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error)
  }
}

const invalidData = z.object({
  errors: z.array(z.object({ message: z.string(), path: z.string() })),
})

function sentenceOf(error: APIError): string {
  const parsed = invalidData.safeParse(error.data)
  if (!parsed.success) return error.message
  return parsed.data.errors.map(({ message, path }) => `${path}: ${message}`).join(' ')
}

/** The desk as the import sees it, acting as one person through Payload, so that every hook and rule applies. */
export function payloadDesk({ payload, user, i18n }: Importer): DeskPort {
  const person = personOf(user)
  if (!person) throw new Error('an import acts as somebody who has a role')
  const ownPrefix = textUri(payload.config.serverURL, { subject: '' })
  let topics: Topics | null = null
  const topicsHere = async () => (topics ??= await loadTopics(payload))
  const now = () => clockOf({ payload })
  /** A request of its own for each text: what it carries in memory ends with it. */
  const asPerson = (item: IncomingItem) => ({
    depth: 0,
    user,
    overrideAccess: false as const,
    context: { provenance: provenanceOf(item, now()) },
    ...(i18n ? { req: { i18n } } : {}),
  })
  const find = async (type: TextType, where: Record<string, string>): Promise<KnownText | null> => {
    const { docs } = await payload.db.find({
      collection: collectionOf[type],
      where: Object.fromEntries(
        Object.entries(where).map(([name, value]) => [name, { equals: value }]),
      ),
      select: { ...columns, ...(type === 'translation' ? { release: true } : {}) },
      limit: 1,
      pagination: false,
    })
    return docs[0] ? knownText(type, docs[0]) : null
  }
  const published = async (id: string): Promise<KnownText | null> => {
    const entry = await entryOf(payload, id)
    if (entry?.of !== 'release' && entry?.of !== 'translation') return null
    const found = await find(entry.of, { id })
    return found && { ...found, own: true }
  }
  /** Who supersedes what older versions have raised, and when. */
  const superseding = () => ({
    state: 'superseded' as const,
    by: person.id,
    byName: person.name,
    at: now().toISOString(),
    note: '',
  })

  return {
    languages: async () =>
      z
        .object({ languages: z.array(z.string()).nullish() })
        .parse(await payload.findGlobal({ slug: 'mission', depth: 0 })).languages ?? [],
    unknownSubjects: async (subjects) => (await topicsHere()).unknown(subjects),
    byUri: async (uri) =>
      (await find('release', { provenanceUri: uri })) ??
      (await find('translation', { provenanceUri: uri })) ??
      (uri.startsWith(ownPrefix) ? published(uri.slice(ownPrefix.length)) : null),
    inLanguage: async (release, language) =>
      (await find('release', { id: release, language })) ??
      (await find('translation', { release, language })),
    sharedOf: async (release) => {
      const doc = await loadDoc(payload, 'release', release)
      if (doc?.type !== 'release') return { sourceUrl: '', datelineDate: null, embargo: null }
      const { sourceUrl, datelineDate, embargo } = doc
      return { sourceUrl, datelineDate: datelineDate?.slice(0, 10) ?? null, embargo }
    },
    createRelease: (item, language) =>
      refused(async () => {
        const fields = fieldsOfItem(item, await topicsHere())
        const data = { ...columnsOf('release', fields), language } as never
        return knownText(
          'release',
          await payload.create({ collection: 'releases', data, ...asPerson(item) }),
        )
      }),
    createTranslation: (item, language, release) =>
      refused(async () => {
        const fields = fieldsOfItem(item, await topicsHere())
        const data = { ...columnsOf('translation', fields), language, release } as never
        return knownText(
          'translation',
          await payload.create({ collection: 'translations', data, ...asPerson(item) }),
        )
      }),
    update: ({ id, type, revision }, item) =>
      refused(async () => {
        const fields = fieldsOfItem(item, await topicsHere())
        const data = { ...columnsOf(type, fields), revision } as never
        const { context, ...rest } = asPerson(item)
        const open = (await itemsFrom(payload, { subject: id, uri: item.uri })).filter(
          ({ state }) => state === 'open',
        )
        const settles = open.map((one) => ({ ...superseding(), id: one.id }))
        await payload.update({
          collection: collectionOf[type],
          id,
          data,
          ...rest,
          context: { ...context, settles },
        })
      }),
    raisedBefore: async ({ id }, { uri }) =>
      (await itemsFrom(payload, { subject: id, uri })).flatMap((item) => {
        const kind = sourceItemKinds.find((one) => one === item.kind)
        return kind ? [{ ...item, kind }] : []
      }),
    raise: async (kind, known, item) => {
      await refused(() => refuseWithoutRoom(payload, i18n?.language ?? 'en'))
      const doc = await loadDoc(payload, known.type, known.id)
      if (doc?.type !== 'release' && doc?.type !== 'translation') return
      const subject = { subject: doc.id, uri: item.uri }
      const before = await itemsFrom(payload, subject)
      const made = await raiseOpenItem(payload, {
        ...subject,
        kind,
        title: doc.headline,
        language: doc.language,
        of: known.type,
        family: known.release,
        version: item.version,
        versionAt: item.versionAt,
        item: JSON.stringify(item),
        reason: '',
        raisedAt: now().toISOString(),
        raisedBy: person.id,
        raisedByName: person.name,
      })
      // Somebody else has raised the same in this very moment.
      if (!made) return
      for (const { id } of before) await settle(payload, { ...superseding(), id })
      // Deleted in this very moment, perhaps before anything was to be settled.
      if (!(await settled(payload, known.type, known.id)))
        await settleAllOf(payload, doc.id, { ...superseding(), state: 'text-deleted' })
    },
  }
}

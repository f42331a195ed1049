import type { CollectionSlug, Payload, PayloadRequest, TypedUser } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../admin/words/words.ts'
import { text } from '../desk/columns.ts'
import { type DeskDoc, familyOf, loadDoc } from '../desk/documents.ts'
import { loadOpenItem } from '../desk/open-items.ts'
import { isHiddenFrom, restrictionOf } from '../desk/restrictions.ts'
import { possibleIds } from '../desk/sound-parts.ts'
import type { TextType } from '../workflow/states.ts'
import { columnsOf, fieldsOfItem } from './fields.ts'
import { itemOf } from './take-over.ts'
import { loadTopics } from './topics.ts'

/** Releases that are begun with something that is there, and templates that are made of texts. */

export interface Starting {
  payload: Payload
  user: TypedUser
  i18n: PayloadRequest['i18n']
}

/** What a new release is begun with. `item`: an open item, for what came from a source. */
export const startFrom = z.union([
  z.strictObject({ template: z.string().max(64) }),
  z.strictObject({ release: z.string().max(64) }),
  z.strictObject({ item: z.string().max(64) }),
])
export type StartFrom = z.infer<typeof startFrom>

type Columns = Record<string, unknown>

/** `restricted`: its words are known to few, and would be open to all. */
type Found = { columns: Columns; note: string } | 'missing' | 'restricted' | 'archived'

/** Of a text, what is worth having again. Times, embargo, provenance and the workflow's own are of that text alone. */
const copied = [
  'language',
  'kind',
  'headline',
  'lead',
  'datelinePlace',
  'body',
  'sourceLabel',
  'sourceUrl',
  'topics',
  'images',
  'documents',
  'contacts',
  'boilerplate',
  'about',
] as const

/** Makes a release of a family of its own. Returns its id, or why there is none. Throws what Payload throws. */
export async function start(
  ask: Starting,
  from: StartFrom,
): Promise<{ id: string } | Exclude<Found, object>> {
  const found = await columnsFrom(ask, from)
  if (typeof found === 'string') return found
  return make(ask, 'releases', found.columns, { startedFrom: found.note })
}

async function columnsFrom(ask: Starting, from: StartFrom): Promise<Found> {
  if ('template' in from) return fromTemplate(ask, from.template)
  if ('item' in from) return fromItem(ask, from.item)
  const found = await textOf(ask, 'release', from.release)
  if (typeof found === 'string') return found
  const { headline } = found
  return { columns: picked(found), note: said(ask, 'startedFromRelease', headline) }
}

/** A text whose words may be copied to where all of the desk reads them. */
async function textOf(
  { payload, user }: Starting,
  type: TextType,
  id: string,
): Promise<Extract<DeskDoc, { type: TextType }> | 'missing' | 'restricted'> {
  const [possible] = possibleIds(payload, [id])
  const doc = possible ? await loadDoc(payload, type, possible) : null
  if (doc?.type !== 'release' && doc?.type !== 'translation') return 'missing'
  if (await isHiddenFrom(payload, user.id, doc)) return 'missing'
  return (await restrictionOf(payload, familyOf(doc)))?.holds ? 'restricted' : doc
}

const templateRow = z.looseObject({
  name: text,
  archived: z.boolean().nullish(),
})

async function fromTemplate(ask: Starting, id: string): Promise<Found> {
  const row = await found(ask.payload, 'templates', id)
  if (!row) return 'missing'
  const { name, archived } = templateRow.parse(row)
  if (archived) return 'archived'
  return { columns: picked(row), note: said(ask, 'startedFromTemplate', name) }
}

async function fromItem(ask: Starting, id: string): Promise<Found> {
  const { payload } = ask
  const [possible] = possibleIds(payload, [id])
  const open = possible ? await loadOpenItem(payload, possible) : null
  if (!open || open.item === '') return 'missing'
  const about = await textOf(ask, open.of, open.subject)
  if (typeof about === 'string') return about
  const item = itemOf(open)
  const fields = fieldsOfItem(item, await loadTopics(payload))
  const columns = { ...columnsOf('release', { ...fields, embargo: null }), language: open.language }
  return { columns, note: said(ask, 'startedFromItem', open.uri) }
}

async function found(payload: Payload, collection: CollectionSlug, id: string) {
  const [possible] = possibleIds(payload, [id])
  if (!possible) return null
  return payload.db.findOne<Columns & { id: string }>({
    collection,
    where: { id: { equals: possible } },
  })
}

function picked(row: Columns): Columns {
  return Object.fromEntries(copied.map((name) => [name, row[name] ?? null]))
}

const said = (
  { i18n }: Starting,
  sentence: 'startedFromRelease' | 'startedFromTemplate' | 'startedFromItem',
  name: string,
): string => fill(wordsOf(i18n.language)[sentence], { name })

/** Makes a template of a text. A translation gives its words, and its release what it shares with its languages. */
export async function makeTemplate(
  ask: Starting,
  { type, id, name }: { type: TextType; id: string; name: string },
): Promise<{ id: string } | 'missing' | 'restricted'> {
  const doc = await textOf(ask, type, id)
  if (typeof doc === 'string') return doc
  const release =
    doc.type === 'translation' ? await loadDoc(ask.payload, 'release', familyOf(doc)) : null
  const shared = release?.type === 'release' ? picked(release) : {}
  const own = Object.entries(picked(doc)).filter(([, value]) => value !== null)
  return make(ask, 'templates', { ...shared, ...Object.fromEntries(own), name })
}

/** Through Payload as this person, so that every rule and hook of a new document applies. */
async function make(
  { payload, user, i18n }: Starting,
  collection: 'releases' | 'templates',
  data: Columns,
  context: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const made = await payload.create({
    collection,
    data: data as never,
    depth: 0,
    user,
    overrideAccess: false,
    context,
    req: { i18n },
  })
  return z.looseObject({ id: z.string() }).parse(made)
}

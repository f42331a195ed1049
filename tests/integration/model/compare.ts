import type { CollectionSlug, Where } from 'payload'
import { at } from '../harness.ts'
import { canonical } from './contents.ts'
import { usesOf } from './effects.ts'
import type { House } from './house.ts'
import { slugOf } from './pages.ts'
import { type Doc, familyOf, isText, last, type Text } from './world.ts'

/** What is stored and what the public is shown, against the model. Each comparison throws with all that differs. */

type Row = Record<string, unknown> & { id: string }

async function rows(
  { desk }: House,
  collection: string,
  where: Where,
  columns: readonly string[],
): Promise<Row[]> {
  const { docs } = await desk.payload.db.find<Row>({
    collection: collection as CollectionSlug,
    where,
    limit: 0,
    pagination: false,
    select: Object.fromEntries(columns.map((column) => [column, true as const])),
  })
  return docs
}

/** Dates as text, and nothing, however it is stored, as null. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (value === undefined || value === '') return null
  return value
}

function differ(
  name: string,
  found: Readonly<Record<string, unknown>> | undefined,
  expected: Readonly<Record<string, unknown>>,
): string[] {
  if (!found) return [`${name} isn’t there`]
  return Object.entries(expected).flatMap(([key, value]) => {
    const [is, should] = [canonical(plain(found[key])), canonical(plain(value))]
    return is === should ? [] : [`${name}: ${key} is ${is}, expected ${should}`]
  })
}

export function agree(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

const list = (value: unknown): unknown[] =>
  JSON.parse(typeof value === 'string' && value !== '' ? value : '[]') as unknown[]

const common = [
  'state',
  'revision',
  'standing',
  'edition',
  'createdBy',
  'submittedBy',
  'approvedBy',
  'approvedFingerprint',
  'scheduledFor',
  'returnNote',
  'authors',
  'waivers',
  'emergency',
  'busy',
  'unfinished',
]
const ofTexts: Readonly<Record<string, readonly string[]>> = {
  releases: ['language', 'headline', 'lead'],
  translations: ['language', 'headline', 'lead', 'madeFrom', 'translator', 'release'],
}

/** What one person published alone, as it is stored. */
function aloneIn(stored: unknown): unknown {
  if (typeof stored !== 'string' || stored === '') return null
  const open = JSON.parse(stored) as Record<string, unknown>
  return [open.edition, open.fingerprint, list(JSON.stringify(open.persons)).map(String).sort()]
}

function compareRow(doc: Doc, row: Row | undefined): string[] {
  const found = row && {
    ...row,
    authors: list(row.authors).map(String).sort(),
    waivers: list(row.waivers).map((one) =>
      ['requirement', 'fingerprint', 'by', 'reason'].map((key) => at(one, key)),
    ),
    emergency: aloneIn(row.emergency),
  }
  if (doc.deleted) return found ? [`${doc.name} is still there`] : []
  return differ(doc.name, found, {
    state: doc.state,
    revision: doc.revision,
    standing: doc.standing,
    edition: doc.editions.length,
    createdBy: doc.createdBy,
    submittedBy: doc.submittedBy,
    approvedBy: doc.approval?.by,
    approvedFingerprint: doc.approval?.print,
    scheduledFor: doc.scheduledFor,
    returnNote: doc.returnNote,
    authors: [...doc.authors].sort(),
    waivers: doc.waivers.map(({ requirement, print, by, reason }) => [
      requirement,
      print,
      by,
      reason,
    ]),
    busy: 0,
    unfinished: null,
    ...(isText(doc)
      ? {
          language: doc.fields.language,
          headline: doc.fields.headline.text,
          lead: doc.fields.lead.text,
          emergency: doc.alone && [
            doc.alone.edition,
            doc.alone.print,
            [...new Set(doc.alone.persons)].sort(),
          ],
        }
      : {}),
    ...(isText(doc) && doc.of
      ? { madeFrom: doc.madeFrom, translator: doc.fields.translator, release: doc.of.id }
      : {}),
  })
}

/** Documents of one collection, with one question. */
export async function compareRows(house: House, docs: readonly Doc[]): Promise<string[]> {
  const problems: string[] = []
  for (const collection of new Set(docs.map((doc) => doc.collection))) {
    const these = docs.filter((doc) => doc.collection === collection)
    const where = { id: { in: these.map(({ id }) => id) } }
    const columns = [...common, ...(ofTexts[collection] ?? [])]
    const found = await rows(house, collection, where, columns)
    for (const doc of these)
      problems.push(
        ...compareRow(
          doc,
          found.find(({ id }) => id === doc.id),
        ),
      )
  }
  return problems
}

const eventColumns = [
  'subject',
  'number',
  'what',
  'actor',
  'at',
  'from',
  'to',
  'note',
  'revision',
  'edition',
  'fingerprintBefore',
  'fingerprintAfter',
]

/** What of a family's timeline has been compared already. */
const read = new Map<string, number>()
const compared = new WeakMap<Doc, number>()

/** The timeline since it was last looked at: exactly what the model tells of each text and item, and nothing else. */
export async function compareEvents(
  house: House,
  family: string,
  docs: readonly Doc[],
): Promise<string[]> {
  const where = { family: { equals: family }, number: { greater_than: read.get(family) ?? 0 } }
  const found = await rows(house, 'events', where, eventColumns)
  found.sort((a, b) => Number(a.number) - Number(b.number))
  read.set(family, (read.get(family) ?? 0) + found.length)
  return docs.flatMap((doc) => {
    const mine = found.filter(({ subject }) => subject === doc.id)
    const expected = doc.events.slice(compared.get(doc) ?? 0)
    compared.set(doc, doc.events.length)
    if (mine.length !== expected.length)
      return [
        `${doc.name}: the timeline tells of ${mine.map(({ what }) => what).join(', ') || 'nothing'}, expected ${expected.map(({ what }) => what).join(', ') || 'nothing'}`,
      ]
    return expected.flatMap(({ by, before, after, ...event }, index) =>
      differ(`${doc.name}, ${event.what} in the timeline`, mine[index], {
        ...event,
        actor: by,
        fingerprintBefore: before,
        fingerprintAfter: after,
      }),
    )
  })
}

const entryColumns = [
  'subject',
  'of',
  'shelf',
  'family',
  'language',
  'slug',
  'kind',
  'headline',
  'standing',
  'edition',
  'number',
  'fingerprint',
  'madeFrom',
  'publishedAt',
  'updatedAtPublic',
  'noticeAt',
  'explanation',
]

/** An image's name in its address is settled once and for ever too; other items have none. */
function nameOf(doc: Doc, row: Row | undefined): string {
  if (doc.type !== 'image') return doc.id
  const name = imageNames.get(doc.id) ?? String(row?.slug)
  imageNames.set(doc.id, name)
  return name === doc.id ? 'not the desk’s id' : name
}
const imageNames = new Map<string, string>()

function compareEntry(doc: Doc, found: readonly Row[]): string[] {
  const mine = found.filter(({ subject }) => subject === doc.id)
  const edition = last(doc as Text)
  if (!edition) return mine.length > 0 ? [`${doc.name} is in the register`] : []
  if (mine.length !== 1) return [`${doc.name} is ${mine.length} times in the register`]
  const [row] = mine
  const problems: string[] = []
  if (isText(doc) && row) {
    // Settled once and for ever (decision 002).
    doc.address ??= { language: String(row.language), slug: String(row.slug) }
    const first = doc.editions[0]?.fields
    const plainly = /^[\w ]+$/.test(first?.headline.text ?? '')
    if (plainly && doc.address.slug.replace(/-\d$/, '') !== slugOf(first?.headline.text ?? ''))
      problems.push(`${doc.name}: its address is ${doc.address.slug}`)
    if (doc.address.language !== doc.fields.language)
      problems.push(`${doc.name}: its address is in ${doc.address.language}`)
  }
  return [
    ...problems,
    ...differ(`${doc.name} in the register`, row, {
      of: doc.type,
      shelf: isText(doc) ? 'texts' : doc.collection,
      family: familyOf(doc),
      language: isText(doc) ? doc.address?.language : 'mul',
      slug: isText(doc) ? doc.address?.slug : nameOf(doc, row),
      kind: edition.content.kind,
      standing: doc.standing,
      number: edition.number,
      fingerprint: edition.print,
      madeFrom: edition.madeFrom,
      publishedAt: doc.editions[0]?.at,
      updatedAtPublic: doc.updated,
      noticeAt: doc.notice?.at,
      explanation: doc.notice?.explanation,
      ...(isText(doc) ? { headline: edition.content.headline } : {}),
    }),
  ]
}

export async function compareEntries(house: House, docs: readonly Doc[]): Promise<string[]> {
  if (docs.length === 0) return []
  const where = { subject: { in: docs.map(({ id }) => id) } }
  const found = await rows(house, 'entries', where, entryColumns)
  return docs.flatMap((doc) => compareEntry(doc, found))
}

/** What texts show, the register’s side tables, and every edition to the letter. */
export async function compareEditions(house: House, docs: readonly Doc[]): Promise<string[]> {
  const ids = docs.map(({ id }) => id)
  if (ids.length === 0) return []
  const where = { subject: { in: ids } }
  const columns = ['subject', 'number', 'content', 'fingerprint', 'madeFrom', 'change']
  const more = [
    'publicNote',
    'approvedBy',
    'publishedBy',
    'publishedAt',
    'language',
    'of',
    'family',
  ]
  const found = await rows(house, 'editions', where, [...columns, ...more])
  const entries = await rows(house, 'entries', where, ['subject', 'edition', 'uses', 'topics'])
  return docs.flatMap((doc) => {
    const mine = found.filter(({ subject }) => subject === doc.id)
    if (mine.length !== doc.editions.length)
      return [`${doc.name}: ${mine.length} editions, expected ${doc.editions.length}`]
    const problems = doc.editions.flatMap((edition) => {
      const row = mine.find(({ number }) => number === edition.number)
      return [
        ...differ(`${doc.name}, edition ${edition.number}`, row, {
          of: doc.type,
          family: familyOf(doc),
          fingerprint: edition.print,
          madeFrom: edition.madeFrom,
          change: edition.change,
          publicNote: edition.note,
          approvedBy: edition.approvedBy,
          publishedBy: edition.publishedBy,
          publishedAt: edition.at,
        }),
        ...differ(
          `${doc.name}, edition ${edition.number}`,
          JSON.parse(typeof row?.content === 'string' ? row.content : '{}') as Row,
          edition.content,
        ),
      ]
    })
    const entry = entries.find(({ subject }) => subject === doc.id)
    const newest = mine.find(({ number }) => number === doc.editions.length)
    if (entry && isText(doc)) {
      const uses = usesOf(doc).map(({ id }) => id)
      problems.push(
        ...differ(`${doc.name} in the register`, entry, {
          edition: newest?.id,
          uses: uses.length > 0 ? uses : plain(entry.uses) === null ? null : [],
        }),
      )
    }
    return problems
  })
}

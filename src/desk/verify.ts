import type { CollectionSlug, Payload, Where } from 'payload'
import { z } from 'zod'
import { canonicalForm } from '../workflow/content.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import { deskTypes } from '../workflow/states.ts'
import { collectionOf } from './documents.ts'
import { brokenLinks, type Family, record } from './ledger.ts'
import {
  agrees,
  compareDocument,
  compareEditions,
  compareEntries,
  compareLinks,
  compareRestriction,
  compareNotes,
  deskColumns,
  deskRow,
  type DeskRow,
  editionRow,
  entryRow,
  linkRow,
  restrictionRow,
  noteRow,
  parsed,
  replyRow,
  sameSet,
  usesOf,
  wholeEdition,
} from './stored.ts'
import { actOf, eventRow } from './timeline.ts'

/**
 * Proves from the stored rows alone that the record is whole: nothing here asks the code that wrote it. Reads in
 * pages, so that memory stays the same however much is kept. An act that is under way at the moment shows up as a
 * problem: look again, or look while nobody works.
 */

/** One thing that was looked at: how often, and what was wrong, in sentences. */
export interface Check {
  what: string
  count: number
  problems: string[]
  /** Problems beyond those that are listed. */
  more: number
}
export type VerifyReport = Record<
  'events' | 'families' | 'documents' | 'editions' | 'entries' | 'texts',
  Check
>

const atOnce = 200
/** Their content may be long. */
const editionsAtOnce = 25
const mostProblems = 500

/** `only`: id of a family, to prove nothing but its record. */
export async function verify(payload: Payload, only: string | null = null): Promise<VerifyReport> {
  const report: VerifyReport = {
    events: check('events follow each other without a gap, each with the hash of those before it'),
    families: check('families agree with their timeline, four eyes on every edition'),
    documents: check('texts and items stand in the timeline, nothing left unfinished'),
    editions: check('editions carry the fingerprint of their content'),
    entries: check('entries show what their edition holds'),
    texts: check('texts as of their acts carry the fingerprint of their content'),
  }
  let batch: Family[] = []
  for await (const family of families(payload, report, only)) {
    batch.push(family)
    if (batch.length < atOnce) continue
    await compareFamilies(payload, report, batch)
    batch = []
  }
  await compareFamilies(payload, report, batch)
  await checkDocuments(payload, report, only)
  await checkEditions(payload, report, only)
  await checkEntries(payload, report, only)
  // They name no family, so they are proven with the whole record only.
  if (only === null) await checkTexts(payload, report)
  return report
}

function check(what: string): Check {
  return { what, count: 0, problems: [], more: 0 }
}

function note(report: Check, problem: string): void {
  if (report.problems.length < mostProblems) report.problems.push(problem)
  else report.more++
}

export function problemsOf(report: VerifyReport): string[] {
  return Object.values(report).flatMap(({ problems }) => problems)
}

async function rows(
  payload: Payload,
  collection: CollectionSlug,
  where: Where,
  more: { sort?: string[]; limit?: number; select?: Record<string, true> } = {},
): Promise<unknown[]> {
  const { docs } = await payload.db.find({
    collection,
    where,
    limit: more.limit ?? 0,
    pagination: false,
    ...(more.sort ? { sort: more.sort } : {}),
    ...(more.select ? { select: more.select } : {}),
  })
  return docs
}

/** Every family with what its events say, checked on the way. */
async function* families(
  payload: Payload,
  report: VerifyReport,
  only: string | null,
): AsyncGenerator<Family> {
  let family: Family | undefined
  for await (const raw of events(payload, only)) {
    report.events.count++
    const parsed = eventRow.safeParse(raw)
    if (!parsed.success) {
      note(report.events, `An event can’t be read: ${z.prettifyError(parsed.error)}`)
      continue
    }
    const event = parsed.data
    if (!family || family.id !== event.family) {
      if (family) yield family
      family = { id: event.family, last: null, subjects: new Map() }
    }
    for (const problem of brokenLinks(event, family.last)) note(report.events, problem)
    for (const problem of record(family, event)) note(report.families, problem)
    family.last = event
  }
  if (family) yield family
}

/** By family and number. Two plain questions for each page, so that both use the index. */
async function* events(payload: Payload, only: string | null): AsyncGenerator {
  const place = z.object({ family: z.string(), number: z.number() })
  const sort = ['family', 'number']
  let after: z.infer<typeof place> | null = only === null ? null : { family: only, number: -1 }
  for (;;) {
    let found: unknown[] = after
      ? await rows(
          payload,
          'events',
          { family: { equals: after.family }, number: { greater_than: after.number } },
          { sort, limit: atOnce },
        )
      : []
    if (found.length === 0 && only === null)
      found = await rows(
        payload,
        'events',
        after ? { family: { greater_than: after.family } } : {},
        {
          sort,
          limit: atOnce,
        },
      )
    if (found.length === 0) return
    yield* found
    after = place.parse(found.at(-1))
  }
}

/** What the timelines say, against what is stored on the desk and in the press room. */
async function compareFamilies(
  payload: Payload,
  report: VerifyReport,
  batch: readonly Family[],
): Promise<void> {
  if (batch.length === 0) return
  const inBatch = { family: { in: batch.map(({ id }) => id) } }
  const select = Object.fromEntries(
    Object.keys(editionRow.shape).map((key) => [key, true as const]),
  )
  const editions = groupBy(
    (await rows(payload, 'editions', inBatch, { select })).map((row) => editionRow.parse(row)),
    ({ subject }) => subject,
  )
  const entries = (await rows(payload, 'entries', inBatch)).map((row) => entryRow.parse(row))
  const notes = groupBy(
    (await rows(payload, 'notes', inBatch)).map((row) => noteRow.parse(row)),
    ({ subject }) => subject,
  )
  const links = groupBy(
    (await rows(payload, 'preview-links', inBatch)).map((row) => linkRow.parse(row)),
    ({ subject }) => subject,
  )
  const restrictions = (
    await rows(payload, 'restrictions', { id: { in: batch.map(({ id }) => id) } })
  ).map((row) => restrictionRow.parse(row))
  const noted = { subject: { in: [...notes.keys()] } }
  const replies = groupBy(
    (notes.size === 0 ? [] : await rows(payload, 'replies', noted)).map((row) =>
      replyRow.parse(row),
    ),
    ({ subject }) => subject,
  )
  const entriesOf = groupBy(entries, ({ subject }) => subject)
  const entriesIn = groupBy(entries, ({ family }) => family)
  const desk = await deskRows(payload, batch)
  for (const family of batch) {
    report.families.count++
    const tell = (problem: string) => note(report.families, problem)
    for (const ledger of family.subjects.values()) {
      const own = {
        editions: editions.get(ledger.id) ?? [],
        entries: entriesOf.get(ledger.id) ?? [],
      }
      compareDocument(ledger, desk.get(ledger.id), own.entries[0], tell)
      compareEditions(ledger, own.editions, tell)
      compareEntries(ledger, own.editions, own.entries, tell)
      compareNotes(ledger, notes.get(ledger.id) ?? [], replies.get(ledger.id) ?? [], tell)
      compareLinks(ledger, links.get(ledger.id) ?? [], tell)
      compareRestriction(
        ledger,
        restrictions.find(({ id }) => id === ledger.id),
        tell,
      )
    }
    const shown = entriesIn.get(family.id) ?? []
    const release = shown.find(({ subject }) => subject === family.id)
    for (const entry of shown) {
      if (entry.of === 'translation' && entry.standing === 'live' && release?.standing !== 'live')
        tell(
          `The translation ${entry.subject} is live, but its release ${family.id} is ${release?.standing ?? 'not public'}.`,
        )
      if (!family.subjects.has(entry.subject))
        tell(`The ${entry.of} ${entry.subject} has an entry, and the timeline knows nothing of it.`)
    }
  }
}

async function deskRows(payload: Payload, batch: readonly Family[]): Promise<Map<string, DeskRow>> {
  const ids = groupBy(
    batch.flatMap(({ subjects }) => [...subjects.values()]),
    ({ of }) => of,
  )
  const found = new Map<string, DeskRow>()
  for (const [type, ledgers] of ids)
    for (const row of await rows(
      payload,
      collectionOf[type],
      { id: { in: ledgers.map(({ id }) => id) } },
      { select: deskColumns },
    )) {
      const doc = deskRow.parse(row)
      found.set(doc.id, doc)
    }
  return found
}

/** What no timeline tells of, and what is still under way. */
async function checkDocuments(
  payload: Payload,
  report: VerifyReport,
  only: string | null,
): Promise<void> {
  for (const type of deskTypes) {
    const own: Where = { [type === 'translation' ? 'release' : 'id']: { equals: only } }
    const where = only === null ? {} : own
    for await (const page of pages(payload, collectionOf[type], { where, select: deskColumns })) {
      const docs = page.map((row) => deskRow.parse(row))
      const known = await subjectsKnown(
        payload,
        docs.map(({ id }) => id),
      )
      for (const { id, busy } of docs) {
        report.documents.count++
        if (busy === 1) note(report.documents, `An act on the ${type} ${id} was left unfinished.`)
        if (!known.has(id))
          note(
            report.documents,
            `The ${type} ${id} is there, and the timeline knows nothing of it.`,
          )
      }
    }
  }
}

const ofFamily = (only: string | null): Where => (only === null ? {} : { family: { equals: only } })

async function checkEditions(
  payload: Payload,
  report: VerifyReport,
  only: string | null,
): Promise<void> {
  const where = ofFamily(only)
  for await (const page of pages(payload, 'editions', { where, limit: editionsAtOnce })) {
    const editions = page.map((row) => wholeEdition.parse(row))
    const known = await subjectsKnown(
      payload,
      editions.map(({ subject }) => subject),
    )
    const shown = new Map(
      (await rows(payload, 'entries', { subject: { in: editions.map(({ subject }) => subject) } }))
        .map((row) => entryRow.parse(row))
        .map((entry) => [entry.edition, entry]),
    )
    for (const edition of editions) {
      report.editions.count++
      const tell = (problem: string) =>
        note(
          report.editions,
          `Edition ${edition.number} of the ${edition.of} ${edition.subject} ${problem}`,
        )
      if (!known.has(edition.subject)) tell('is there, and the timeline knows nothing of it.')
      if (sha256(edition.content) !== edition.fingerprint)
        tell('was changed after it was frozen: its fingerprint is another.')
      const content = parsed(edition.content)
      if (!content || canonicalForm(content) !== edition.content) {
        tell('isn’t in canonical form.')
        continue
      }
      if (!agrees(content, edition)) tell('carries another headline or language than its content.')
      const entry = shown.get(edition.id)
      if (entry && !sameSet(entry.uses, usesOf(content)))
        note(
          report.entries,
          `The entry of the ${entry.of} ${entry.subject} names other images, documents or contacts than its edition shows.`,
        )
      if (
        entry &&
        !sameSet(entry.topics, content.type === 'text' ? content.topics.map(({ id }) => id) : [])
      )
        note(
          report.entries,
          `The entry of the ${entry.of} ${entry.subject} names other topics than its edition.`,
        )
    }
  }
}

async function checkEntries(
  payload: Payload,
  report: VerifyReport,
  only: string | null,
): Promise<void> {
  const where = ofFamily(only)
  for await (const page of pages(payload, 'entries', {
    where,
    select: { subject: true, of: true },
  })) {
    const entries = page.map((row) => entryRow.pick({ subject: true, of: true }).parse(row))
    const known = await subjectsKnown(
      payload,
      entries.map(({ subject }) => subject),
    )
    for (const { subject, of } of entries) {
      report.entries.count++
      if (!known.has(subject))
        note(
          report.entries,
          `The entry of the ${of} ${subject} belongs to nothing in the timeline.`,
        )
    }
  }
}

async function checkTexts(payload: Payload, report: VerifyReport): Promise<void> {
  const row = z.object({ subject: z.string(), fingerprint: z.string(), content: z.string() })
  for await (const page of pages(payload, 'texts-as-of', { where: {}, limit: editionsAtOnce }))
    for (const kept of page) {
      const { subject, fingerprint, content } = row.parse(kept)
      report.texts.count++
      if (sha256(content) !== fingerprint)
        note(
          report.texts,
          `What the text ${subject} said was changed after it was kept: its fingerprint is another.`,
        )
    }
}

/** Those of the subjects that have a first event. */
async function subjectsKnown(payload: Payload, subjects: readonly string[]): Promise<Set<string>> {
  const firsts = await rows(
    payload,
    'events',
    { act: { in: [...new Set(subjects)].map((subject) => actOf(subject, 1)) } },
    { select: { subject: true } },
  )
  const known = new Set(firsts.map((row) => z.object({ subject: z.string() }).parse(row).subject))
  // Without its first event it may still have others: the chain tells of that.
  for (const subject of subjects)
    if (!known.has(subject)) {
      const [other] = await rows(payload, 'events', { subject: { equals: subject } }, { limit: 1 })
      if (other) known.add(subject)
    }
  return known
}

/** A collection in pages, by id. */
async function* pages(
  payload: Payload,
  collection: CollectionSlug,
  {
    where,
    select,
    limit = atOnce,
  }: { where: Where; select?: Record<string, true>; limit?: number },
): AsyncGenerator<unknown[]> {
  let after: string | null = null
  for (;;) {
    const found: unknown[] = await rows(
      payload,
      collection,
      after === null ? where : { and: [where, { id: { greater_than: after } }] },
      { sort: ['id'], limit, ...(select ? { select } : {}) },
    )
    if (found.length === 0) return
    yield found
    after = z.object({ id: z.string() }).parse(found.at(-1)).id
  }
}

function groupBy<Row, Key>(all: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of all) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

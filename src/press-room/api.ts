import { z } from 'zod'
import { languageTags } from '../language/languages.ts'
import { releaseKinds } from '../workflow/states.ts'
import { apiPath, editionsPath } from './addresses.ts'
import { answer } from './answers.ts'
import { type Basics, loadRelease, loadTexts, withTopics } from './load.ts'
import { listedTexts } from './load-search.ts'
import { type Entry, isEditionOf } from './records.ts'
import { longestQuestion } from './search/query.ts'
import type { PressSearch } from './search/search.ts'
import type { PressStore } from './store.ts'
import { editionInFull, editionSummary } from './view/api-edition.ts'

/** The public read-only interface. It answers with what the pages show, and never with anything else. */

/** How many texts one request looks at when not all of them are wanted. */
const mostLookedAt = 200
const mostInList = 50

/** Anybody's page may read what anybody may read; nobody is signed in here. */
const open = { 'access-control-allow-origin': '*' }

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  answer(status, JSON.stringify(body), 'application/json', { ...open, ...headers })

const refusal = (
  status: number,
  messages: readonly string[],
  headers: Record<string, string> = {},
): Response => json(status, { errors: messages.map((message) => ({ message })) }, headers)

export const apiFailed = (): Response =>
  refusal(500, ['Something went wrong. Try again in a few minutes.'], {
    'cache-control': 'no-store',
  })

/** Whether a path, given by its decoded segments, belongs to this interface. */
export const isApi = ([first]: readonly string[]): boolean => first === 'api'

const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'must be a day (2026-11-26) or a moment with its offset (2026-11-26T10:00:00Z).',
  })
  .transform((value) => new Date(value).toISOString())

/** Where the last list ended: the moment of its last text, and how many of that moment it gave. */
const moments = String.raw`(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)`
const listCursor = new RegExp(`^${moments}_(\\d{1,3})$`)
/** Of a search: from which moment on nothing newer counts, and how many texts were looked at. */
const wordsCursor = new RegExp(`^words_${moments}_(\\d{1,6})$`)

interface Cursor {
  of: 'list' | 'words'
  at: string
  given: number
}

function readCursor(value: string): Cursor | null {
  const plain = Buffer.from(value, 'base64url').toString('latin1')
  const of = plain.startsWith('words_') ? 'words' : 'list'
  const [, at = '', given] = (of === 'words' ? wordsCursor : listCursor).exec(plain) ?? []
  return Number.isFinite(Date.parse(at)) ? { of, at, given: Number(given) } : null
}

const noCursor = 'is none that this interface gave. Begin again without it.'
const cursor = z.string().transform((value, context): Cursor => {
  const found = readCursor(value)
  if (!found) context.addIssue({ code: 'custom', message: noCursor })
  return found ?? { of: 'list', at: '', given: 0 }
})

const asked = z.strictObject({
  language: z.enum(languageTags, {
    error: `must be one of the press room's languages, such as en.`,
  }),
  kind: z.enum(releaseKinds, { error: `must be one of ${releaseKinds.join(', ')}.` }).optional(),
  topic: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/, { error: 'must be the slug of a topic.' })
    .optional(),
  q: z
    .string()
    .max(longestQuestion, { error: `must be at most ${longestQuestion} characters.` })
    .regex(/[\p{L}\p{N}]/u, { error: 'must hold a word or a number.' })
    .optional(),
  since: moment.optional(),
  until: moment.optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d?$/, { error: `must be a number from 1 to ${mostInList}.` })
    .transform(Number)
    .refine((value) => value <= mostInList, { error: `must be at most ${mostInList}.` })
    .optional(),
  cursor: cursor.optional(),
})

type Asked = z.infer<typeof asked>

export async function apiAnswer(
  segments: readonly string[],
  url: URL,
  basics: Basics,
  { store, search }: Readers,
): Promise<Response> {
  const [, , , shelf, id, ...more] = segments
  const path = `/${segments.slice(0, 3).join('/')}`
  if (path === apiPath && shelf === 'editions' && more.length === 0)
    return id === undefined ? list(url, basics, { store, search }) : one(id, basics, store)
  return refusal(404, [`There is nothing at this address. Texts are at ${editionsPath}.`])
}

interface Readers {
  store: PressStore
  search: PressSearch
}

async function list(url: URL, basics: Basics, { store, search }: Readers): Promise<Response> {
  const parsed = asked.safeParse(Object.fromEntries(url.searchParams))
  if (!parsed.success)
    return refusal(
      400,
      parsed.error.issues.map((issue) =>
        issue.code === 'unrecognized_keys'
          ? `There is no parameter ${issue.keys.join(', ')}.`
          : `${issue.path.join('.')} ${issue.message}`,
      ),
    )
  const query = parsed.data
  if (query.cursor && query.cursor.of !== (query.q === undefined ? 'list' : 'words'))
    return refusal(400, [`cursor ${noCursor}`])
  const page =
    query.q === undefined
      ? await entriesFor(query, store)
      : await entriesWith(query.q, query, { store, search })
  if (page === null)
    return refusal(503, ['The search is being prepared. Try again in a minute.'], {
      'cache-control': 'no-store',
      'retry-after': '60',
    })
  const { entries, next } = page
  const editions = new Map(
    (await store.editionsOf(entries.map(({ edition }) => edition))).map((one) => [one.id, one]),
  )
  const texts = entries.filter(({ edition }) => isEditionOf('text', editions.get(edition)))
  const facts = await withTopics(store, await loadTexts(store, basics, texts))
  // The edition decides what it is about; the register only leads here.
  const wanted = facts.filter(
    ({ slugs, edition }) =>
      !query.topic || edition.content.topics.some(({ id }) => slugs?.get(id) === query.topic),
  )
  return json(
    200,
    {
      editions: wanted.map(editionSummary),
      next: next === null ? null : basics.origin + nextAddress(url, next),
    },
    { 'content-language': query.language },
  )
}

/** The entries of one page of the list, and where the next one begins; null at the end. */
async function entriesFor(
  { language, kind, topic, since, until, limit = 20, cursor: after }: Asked,
  store: PressStore,
): Promise<{ entries: Entry[]; next: string | null }> {
  const [about] = topic === undefined ? [] : await store.topics({ slug: topic })
  if (topic !== undefined && !about) return { entries: [], next: null }
  const size = kind === undefined ? limit : mostLookedAt
  const given = after?.given ?? 0
  const before = after ? { at: after.at, included: true } : null
  const span = {
    since: since ?? null,
    until: before ?? (until ? { at: until, included: false } : null),
    ...(about ? { topic: about.id } : {}),
  }
  const rows = await store.within(language, span, given + size + 1)
  // The first ones of the moment at which the last list ended were in it.
  const fresh = rows.filter(({ publishedAt }, at) => !(publishedAt === after?.at && at < given))
  const fitting = fresh
    .slice(0, size)
    .filter((entry) => kind === undefined || entry.kind === kind)
    .slice(0, limit)
  const last = fitting.length === limit ? fitting.at(-1) : fresh.slice(0, size).at(-1)
  if (!last || fresh.at(-1) === last) return { entries: fitting, next: null }
  const seen = rows.slice(0, rows.indexOf(last) + 1)
  const ofMoment = seen.filter(({ publishedAt }) => publishedAt === last.publishedAt).length
  return { entries: fitting, next: `${last.publishedAt}_${ofMoment}` }
}

/** The same of texts that have all the words, null while not all of them can be found yet. */
async function entriesWith(
  words: string,
  { language, kind, topic, since, until, limit = 20, cursor: after }: Asked,
  { store, search }: Readers,
): Promise<{ entries: Entry[]; next: string | null } | null> {
  const [about] = topic === undefined ? [] : await store.topics({ slug: topic })
  if (topic !== undefined && !about) return { entries: [], next: null }
  const given = after?.given ?? 0
  const found = await search.find(
    {
      language,
      words,
      kind: kind ?? null,
      topic: about?.id ?? null,
      since: since ?? null,
      // The moment of the first one belongs to it.
      until: after ? new Date(Date.parse(after.at) + 1).toISOString() : (until ?? null),
    },
    { by: 'date', skip: given, size: limit },
  )
  if (!found.whole) return null
  // A program means what it asks: nothing else is looked for in its place.
  if (found.instead.length > 0) return { entries: [], next: null }
  const listed = (await listedTexts(store, language, found.subjects)).map(({ entry }) => entry)
  const at = after?.at ?? listed[0]?.publishedAt
  const seen = given + found.subjects.length
  return {
    // The index counts whole seconds.
    entries: listed.filter(
      ({ publishedAt }) => (!since || publishedAt >= since) && (!until || publishedAt < until),
    ),
    next: at !== undefined && seen < found.total ? `words_${at}_${seen}` : null,
  }
}

function nextAddress(url: URL, next: string): string {
  const query = new URLSearchParams(url.searchParams)
  query.set('cursor', Buffer.from(next).toString('base64url'))
  return `${url.pathname}?${query}`
}

async function one(id: string, basics: Basics, store: PressStore): Promise<Response> {
  const [entry] = await store.entriesOf([id])
  if (!entry || entry.shelf !== 'texts') return refusal(404, ['There is no such text.'])
  const headers = { 'content-language': entry.language }
  if (entry.standing === 'retracted')
    return refusal(410, ['This text was retracted and is no longer available.'], headers)
  return json(200, editionInFull(await loadRelease(store, basics, entry)), headers)
}

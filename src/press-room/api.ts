import { z } from 'zod'
import { languageTags } from '../language/languages.ts'
import { releaseKinds } from '../workflow/states.ts'
import { apiPath, editionsPath } from './addresses.ts'
import { answer } from './answers.ts'
import { type Basics, loadRelease, loadTexts, withTopics } from './load.ts'
import { type Entry, isEditionOf } from './records.ts'
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
const cursorFormat = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,3})$/
const cursor = z
  .string()
  .transform((value) => cursorFormat.exec(Buffer.from(value, 'base64url').toString('latin1')))
  .refine((found) => found !== null && Number.isFinite(Date.parse(found[1] ?? '')), {
    error: 'is none that this interface gave. Begin again without it.',
  })
  .transform((found) => ({ at: found?.[1] ?? '', given: Number(found?.[2] ?? 0) }))

const asked = z.strictObject({
  language: z.enum(languageTags, {
    error: `must be one of the press room's languages, such as en.`,
  }),
  kind: z.enum(releaseKinds, { error: `must be one of ${releaseKinds.join(', ')}.` }).optional(),
  topic: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/, { error: 'must be the slug of a topic.' })
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
  store: PressStore,
): Promise<Response> {
  const [, , , shelf, id, ...more] = segments
  const path = `/${segments.slice(0, 3).join('/')}`
  if (path === apiPath && shelf === 'editions' && more.length === 0)
    return id === undefined ? list(url, basics, store) : one(id, basics, store)
  return refusal(404, [`There is nothing at this address. Texts are at ${editionsPath}.`])
}

async function list(url: URL, basics: Basics, store: PressStore): Promise<Response> {
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
  const { entries, next } = await entriesFor(query, store)
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

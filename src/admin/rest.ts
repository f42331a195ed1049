import type { ClientUser } from 'payload'
import * as z from 'zod/mini'
import type { Assigned, Assignment } from '../desk/assigning.ts'
import type { Bar } from '../desk/bar.ts'
import type { BarProblem } from '../desk/bar-actions.ts'
import type { PersonsAction } from '../desk/bundle-view.ts'
import type { Matches } from '../desk/memory/lookup.ts'
import type { NoteView } from '../desk/note-view.ts'
import type { Neighbour } from '../desk/presence.ts'
import type { SavedSearch } from '../desk/search/saved.ts'
import type { Segments } from '../desk/segments.ts'
import type { FormSurroundings } from '../desk/surroundings.ts'
import type { OpenItemAction } from '../exchange/open-item-view.ts'
import type { StartFrom } from '../exchange/start.ts'
import type { TermsReport } from '../exchange/terms/import-terms.ts'
import type { Action } from '../workflow/states.ts'

/** How the bar speaks with the desk: over the same REST interface as every other program. */

export type Answer<Value> = { ok: true; value: Value } | { ok: false; failure: Failure }

/** Why something was not done. `status` 0: the desk didn't answer. */
export interface Failure {
  status: number
  /** Whole sentences, each once. */
  messages: string[]
  /** Sentences about one input of the dialog. */
  byField: Record<string, string>
  problems: BarProblem[]
  /** The password was right, and a code is wanted. */
  secondFactor: boolean
}

// The small edition of zod: this is sent to browsers.
const failureSchema = z.object({
  errors: z.array(
    z.looseObject({
      message: z.string(),
      data: z.nullish(
        z.looseObject({
          secondFactor: z.optional(z.boolean()),
          why: z.optional(
            z.array(
              z.looseObject({
                code: z.string(),
                message: z.string(),
                field: z.optional(z.string()),
              }),
            ),
          ),
          problems: z.optional(
            z.array(
              z.looseObject({
                message: z.string(),
                field: z.string(),
                segment: z.optional(z.number()),
                note: z.optional(z.string()),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
})

/** Before anything was refused, and where the desk didn't answer. */
export const silence: Failure = {
  status: 0,
  messages: [],
  byField: {},
  problems: [],
  secondFactor: false,
}

async function ask<Value>(
  path: string,
  language: string,
  init: RequestInit = {},
): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, {
      ...init,
      credentials: 'include',
      headers: { ...init.headers, 'Accept-Language': language },
    })
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, value: body as Value }
    return { ok: false, failure: failureOf(response.status, body) }
  } catch {
    return { ok: false, failure: silence }
  }
}

const posted = (input: object): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(input),
})

function failureOf(status: number, body: unknown): Failure {
  const parsed = failureSchema.safeParse(body)
  if (!parsed.success) return { ...silence, status }
  const [error] = parsed.data.errors
  const why = error?.data?.why ?? []
  const about = why.filter(({ code, field }) => code === 'input-missing' && field !== undefined)
  return {
    status,
    messages:
      why.length > 0
        ? why.filter((one) => !about.includes(one)).map(({ message }) => message)
        : parsed.data.errors.map(({ message }) => message),
    secondFactor: error?.data?.secondFactor ?? false,
    byField: Object.fromEntries(about.map(({ field, message }) => [field, message])),
    problems: (error?.data?.problems ?? []).map(({ message, field, segment, note }) => ({
      message,
      field,
      segment: segment ?? null,
      note: note ?? null,
    })),
  }
}

/** The bar as it is now. `since`: also tells what happened after this revision. */
export function fetchBar(
  { collection, id }: Pick<Bar, 'collection' | 'id'>,
  language: string,
  since: number,
): Promise<Answer<Bar>> {
  return ask<Bar>(`/api/${collection}/${id}/bar?since=${since}`, language)
}

/** Takes an action on the revision that the person is looking at. */
export function takeAction(
  { collection, id, revision }: Pick<Bar, 'collection' | 'id' | 'revision'>,
  action: Action,
  input: Record<string, unknown>,
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/${collection}/${id}/actions/${action}`, language, posted({ ...input, revision }))
}

/** Settles an open item. `input`: the text's revision, or the reason. */
export function settleOpenItem(
  id: string,
  action: OpenItemAction,
  input: Record<string, unknown>,
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/open-items/${id}/actions/${action}`, language, posted(input))
}

/** A draft term of words in one language. */
export function makeTerm(
  form: string,
  tag: string,
  language: string,
): Promise<Answer<{ doc: { id: string } }>> {
  const term = { kind: 'phrase', forms: [{ language: tag, form }] }
  return ask('/api/terms', language, posted(term))
}

/** Brings in terms from a TBX or CSV file, as drafts. */
export function importTermFile(file: File, language: string): Promise<Answer<TermsReport>> {
  const body = new FormData()
  body.set('file', file)
  return ask('/api/terms/import', language, { method: 'POST', body })
}

/** What became of a file from outside. */
export interface XliffReport {
  proposed: number
  conflicts: number
  same: number
  left: { unit: string; message: string }[]
}

/** Brings in what an XLIFF file proposes for a translation. */
export function importXliff(
  id: string,
  file: File,
  language: string,
): Promise<Answer<XliffReport>> {
  const body = new FormData()
  body.set('file', file)
  return ask(`/api/translations/${id}/xliff`, language, { method: 'POST', body })
}

/** Drops what is proposed for segments. */
export function leaveProposals(
  id: string,
  rows: readonly string[],
  language: string,
): Promise<Answer<Segments>> {
  return ask(`/api/translations/${id}/proposals/leave`, language, posted({ rows }))
}

/** Who is to translate what, and until when; what isn't begun is begun. */
export function assignTranslations(
  assignment: Assignment,
  language: string,
): Promise<Answer<{ cells: Assigned[] }>> {
  return ask<{ cells: Assigned[] }>('/api/language-matrix/assign', language, posted(assignment))
}

/** Puts a mail in line again that was given up. */
export function tryMailAgain(id: string, language: string): Promise<Answer<unknown>> {
  return ask(`/api/outbox/${id}/try-again`, language, { method: 'POST' })
}

/** Takes a step with a bundle. `input`: its revision, and what is said of its texts. */
export function stepBundle(
  id: string,
  action: PersonsAction,
  input: Record<string, unknown>,
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/bundles/${id}/actions/${action}`, language, posted(input))
}

export type Text = Pick<Bar, 'collection' | 'id'>

/** Sends something about the notes on a text. `path`: empty for a new one. The answer is the note as it is then. */
export function sendNote(
  { collection, id }: Text,
  path: string,
  input: Record<string, unknown>,
  language: string,
): Promise<Answer<{ note: NoteView }>> {
  return ask(`/api/${collection}/${id}/notes${path}`, language, posted(input))
}

/** Lets somebody outside see the draft. The answer's address is told this once. */
export function makePreviewLink(
  { collection, id }: Text,
  input: { recipient: string; days: number },
  language: string,
): Promise<Answer<{ address: string }>> {
  return ask(`/api/${collection}/${id}/links`, language, posted(input))
}

export function revokePreviewLink(
  { collection, id }: Text,
  link: string,
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/${collection}/${id}/links/${link}/revoke`, language, { method: 'POST' })
}

/** Names the people (ids) who may know of a release and its family. */
export function restrictTo(
  release: string,
  people: readonly string[],
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/releases/${release}/restriction`, language, posted({ people }))
}

export function liftRestriction(
  release: string,
  reason: string,
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/releases/${release}/restriction/lift`, language, posted({ reason }))
}

/** The same by an administrator who may not know of the release. */
export function openRestricted(
  release: string,
  reason: string,
  language: string,
): Promise<Answer<unknown>> {
  return ask(`/api/restricted/${release}/lift`, language, posted({ reason }))
}

/** Kept by Payload among what each person prefers. */
export function putGuideAway(language: string): Promise<Answer<unknown>> {
  return ask('/api/payload-preferences/guide', language, posted({ value: { putAway: true } }))
}

/** Begins a release with something that is there. */
export function startRelease(
  from: StartFrom,
  language: string,
): Promise<Answer<{ doc: { id: string } }>> {
  return ask('/api/releases/start', language, posted({ from }))
}

export function makeTemplateOf(
  of: string,
  id: string,
  name: string,
  language: string,
): Promise<Answer<{ doc: { id: string } }>> {
  return ask('/api/templates/of', language, posted({ of, id, name }))
}

interface Kept {
  searches: SavedSearch[]
}

export function saveSearch(
  search: Omit<SavedSearch, 'id'>,
  language: string,
): Promise<Answer<Kept>> {
  return ask('/api/my-searches', language, posted(search))
}

export function forgetSearch(id: string, language: string): Promise<Answer<Kept>> {
  return ask(`/api/my-searches/${id}`, language, { method: 'DELETE' })
}

/** What stands in the form of a text can't tell. `query`: as the route asks for it. */
export function fetchSurroundings(
  query: string,
  language: string,
): Promise<Answer<FormSurroundings>> {
  return ask(`/api/surroundings?${query}`, language)
}

export function fetchKeptTextKey(language: string): Promise<Answer<{ key: string }>> {
  return ask('/api/kept-text-key', language)
}

/** A text as it is stored now, relations as ids. */
export function fetchText(
  { collection, id }: Text,
  language: string,
): Promise<Answer<Record<string, unknown>>> {
  return ask(`/api/${collection}/${id}?depth=0`, language)
}

/** A translation beside its original, as it is now. */
export function fetchSegments(id: string, language: string): Promise<Answer<Segments>> {
  return ask(`/api/translations/${id}/segments`, language)
}

/** What is said of one segment. `texts`: left out, its words stay; `confirm`: somebody stands by it. */
export interface SegmentAnswer {
  row: string
  texts?: string[]
  confirm: boolean
}

/** Earlier translations of a segment; `most`: how many at most. */
export function fetchEarlier(
  { source, target, text, most }: { source: string; target: string; text: string; most: number },
  language: string,
): Promise<Answer<Matches>> {
  const query = new URLSearchParams({ source, target, text, most: String(most) })
  return ask<Matches>(`/api/memory?${query.toString()}`, language)
}

export function answerSegments(
  id: string,
  revision: number,
  answers: readonly SegmentAnswer[],
  language: string,
): Promise<Answer<Segments>> {
  return ask(`/api/translations/${id}/segments`, language, posted({ revision, answers }))
}

/** What a sign of life of an open form is answered with. `person`: who is signed in at this browser now. */
export interface Presence {
  person: string
  revision: number
  others: Neighbour[]
}

export function saySoHere(
  { collection, id }: Text,
  writing: boolean,
  language: string,
): Promise<Answer<Presence>> {
  return ask(`/api/${collection}/${id}/presence`, language, posted({ writing }))
}

/** Sent even while the window is being closed. */
export function sayGone({ collection, id }: Text, language: string): void {
  void ask(`/api/${collection}/${id}/presence`, language, { method: 'DELETE', keepalive: true })
}

/** What signing in and staying signed in are answered with. `exp`: when the session ends, in seconds since 1970. */
export interface Session {
  user: ClientUser
  exp: number
}

/** Makes the secret address of one's calendar, or another one. Told once. */
export function makeCalendarAddress(
  headlines: boolean,
  language: string,
): Promise<Answer<{ address: string }>> {
  return ask('/api/my-calendar', language, posted({ headlines }))
}

export function revokeCalendarAddress(language: string): Promise<Answer<unknown>> {
  return ask('/api/my-calendar', language, { method: 'DELETE' })
}

/** Sends something about accounts: signing in, one's own account, or what an administrator does to another. */
export function sendAccount<Value>(
  path: string,
  language: string,
  input: Record<string, unknown> = {},
  method: 'POST' | 'DELETE' = 'POST',
): Promise<Answer<Value>> {
  return ask<Value>(`/api/${path}`, language, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(input) } : {}),
  })
}

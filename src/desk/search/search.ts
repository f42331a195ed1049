import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { excerptOf, type Piece } from '../../language/excerpt.ts'
import { hitsIn, questionWords } from '../../language/folding.ts'
import { languageTags } from '../../language/languages.ts'
import { releaseKinds, type State, states, type TextType } from '../../workflow/states.ts'
import { moment, text } from '../columns.ts'
import type { Reader } from '../desk-lists.ts'
import { collectionOf } from '../documents.ts'
import { possibleIds } from '../sound-parts.ts'
import { passagesOf, readIndex } from './reading.ts'
import type { Source, WordHit } from './word-index.ts'
import { noteIn } from '../../workflow/clock-notes.ts'
import { catalogueOf } from '../../workflow/sentences/sentences.ts'

/**
 * Texts of the desk by their words, and by the words of their notes and timelines. Words come from the index; everything
 * that is shown or counted comes from the database with the rights of whoever asks, and through no other door than
 * `textsOf`.
 */

const day = z.iso.date()

export const searchQuery = z.strictObject({
  q: z.string().max(500).default(''),
  state: z.enum(states).optional(),
  language: z.enum(languageTags).optional(),
  kind: z.enum(releaseKinds).optional(),
  /** Id of an account: who wrote, translates, submitted or approved it. */
  person: z.string().max(64).optional(),
  /** Id of a topic. */
  topic: z.string().max(64).optional(),
  /** Days of the last change, both of them included, UTC. */
  from: day.optional(),
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(200).default(1),
})
export type SearchQuery = z.infer<typeof searchQuery>

export interface SearchResult {
  total: number
  /** Whether there may be more than were counted. */
  more: boolean
  /** False while the index is still being made: not everything can be found yet. */
  whole: boolean
  page: number
  pages: number
  found: Found[]
}

/** How much is looked at: texts on a page, hits of words, and texts of a type that are listed without words. */
export interface Reach {
  perPage: number
  hits: number
  listed: number
}

const onScreen: Reach = { perPage: 20, hits: 1_000, listed: 500 }
/** Of a file, which may take longer. */
export const inFile: Reach = { perPage: 5_000, hits: 5_000, listed: 5_000 }

const row = z.looseObject({
  id: z.string(),
  headline: text,
  language: text,
  state: z.enum(states),
  updatedAt: moment,
})
interface Candidate {
  type: TextType
  id: string
  headline: string
  language: string
  state: State
  /** ISO 8601, UTC. */
  changed: string | null
}

export interface Found extends Candidate {
  /** Where the words stand. */
  passages: { source: Source; pieces: Piece[] }[]
}

/** What somebody may find. */
export async function search(
  reader: Reader,
  query: SearchQuery,
  reach = onScreen,
): Promise<SearchResult> {
  const { perPage } = reach
  const words = questionWords(query.q)
  const { hits, whole } =
    words.length > 0 ? await hitsOf(reader.payload, words, reach.hits) : { hits: null, whole: true }
  const { candidates, more } = await candidatesOf(reader, query, hits, reach.listed)
  const page = candidates.slice((query.page - 1) * perPage, query.page * perPage)
  return {
    total: candidates.length,
    more: more || (hits?.length ?? 0) >= reach.hits,
    whole,
    page: query.page,
    pages: Math.max(1, Math.ceil(candidates.length / perPage)),
    found: await Promise.all(
      page.map(async (one) => ({
        ...one,
        passages: await passages(reader, one, hits ?? [], words),
      })),
    ),
  }
}

async function hitsOf(
  payload: Payload,
  words: readonly string[],
  most: number,
): Promise<{ hits: WordHit[]; whole: boolean }> {
  const { index, whole } = await readIndex(payload)
  return { hits: await index.find(words, most), whole }
}

/** With words in the order in which they were found, else the newest first. */
async function candidatesOf(
  reader: Reader,
  query: SearchQuery,
  hits: readonly WordHit[] | null,
  most: number,
): Promise<{ candidates: Candidate[]; more: boolean }> {
  const subjects = hits && [...new Set(hits.map(({ subject }) => subject))]
  const found = await Promise.all([
    textsOf(reader, 'release', query, subjects, most),
    textsOf(reader, 'translation', query, subjects, most),
  ])
  const all = found.flat()
  const more = subjects === null && found.some(({ length }) => length >= most)
  if (subjects) {
    const place = new Map(subjects.map((id, index) => [id, index]))
    return {
      candidates: all.sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0)),
      more,
    }
  }
  const newest = all.sort((one, other) => ((one.changed ?? '') < (other.changed ?? '') ? 1 : -1))
  return { candidates: newest, more }
}

/** Texts that this person may know of. Nothing is found or counted past here. */
async function textsOf(
  { payload, user }: Reader,
  type: TextType,
  query: SearchQuery,
  subjects: readonly string[] | null,
  most: number,
): Promise<Candidate[]> {
  if (subjects?.length === 0) return []
  const { docs } = await payload.find({
    collection: collectionOf[type],
    where: { and: conditions(payload, type, query, subjects) },
    sort: '-updatedAt',
    limit: subjects ? subjects.length : most,
    pagination: false,
    depth: 0,
    select: { headline: true, language: true, state: true, updatedAt: true },
    overrideAccess: false,
    user: user as never,
  })
  return docs.map((one) => {
    const { id, headline, language, state, updatedAt } = row.parse(one)
    return { type, id, headline, language, state, changed: updatedAt }
  })
}

function conditions(
  payload: Payload,
  type: TextType,
  { state, language, kind, person, topic, from, to }: SearchQuery,
  subjects: readonly string[] | null,
): Where[] {
  const ofRelease = (name: string): string => (type === 'release' ? name : `release.${name}`)
  const all: Where[] = []
  if (subjects) all.push({ id: { in: possibleIds(payload, subjects) } })
  if (state) all.push({ state: { equals: state } })
  if (language) all.push({ language: { equals: language } })
  if (kind) all.push({ [ofRelease('kind')]: { equals: kind } })
  if (topic) all.push({ [ofRelease('topics')]: { in: possibleIds(payload, [topic]) } })
  if (person)
    all.push({
      or: [
        ...['createdBy', 'heldBy', 'submittedBy', 'approvedBy'].map((name) => ({
          [name]: { equals: person },
        })),
        ...(type === 'translation' ? [{ translator: { in: possibleIds(payload, [person]) } }] : []),
      ],
    })
  if (from) all.push({ updatedAt: { greater_than_equal: `${from}T00:00:00.000Z` } })
  if (to) all.push({ updatedAt: { less_than: dayAfter(to) } })
  return all
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString()

/** How many passages of a text are shown. */
const mostPassages = 3

async function passages(
  { payload }: Reader,
  { type, id }: Candidate,
  hits: readonly WordHit[],
  words: readonly string[],
): Promise<Found['passages']> {
  const own = hits.filter(({ subject }) => subject === id).slice(0, mostPassages)
  const found = await Promise.all(
    own.map(async ({ source, id: key }) => {
      const collection = { note: 'notes', reply: 'replies', event: 'events' } as const
      const stored = await payload.db.findOne<{ id: string } & Record<string, unknown>>({
        collection: source === 'text' ? collectionOf[type] : collection[source],
        where: { id: { equals: key } },
      })
      if (!stored) return []
      const all =
        source === 'text'
          ? passagesOf(stored).slice(1)
          : [stored.words, stored.note]
              .filter((one) => typeof one === 'string')
              // As it was indexed.
              .map((one) => noteIn(one, catalogueOf('en')))
      const best = all.find((passage) => hitsIn(passage, words).length > 0)
      return best ? [{ source, pieces: excerptOf(best, hitsIn(best, words)) }] : []
    }),
  )
  return found.flat()
}

import type { Payload } from 'payload'
import { z } from 'zod'
import type { TextContent } from '../workflow/content.ts'
import type { Place } from '../workflow/requirements.ts'
import { releaseKinds, type TextType } from '../workflow/states.ts'
import type { Original } from '../language/faithful.ts'
import { languageTags } from '../language/languages.ts'
import { contentAround, type Shared, sharedOfSource } from './content.ts'
import { collectionOf, familyOf, loadDoc } from './documents.ts'
import { settled } from './finish.ts'
import { comparedWith, originalOf } from './original.ts'
import { openMustFix } from './places.ts'
import { familiesHiddenFrom, filesHiddenFrom, without } from './restrictions.ts'
import { factsOf, sourceOf } from './situation.ts'
import { possibleIds } from './sound-parts.ts'
import { type SignedException, signedExceptions } from './waivers.ts'
import { dayIn } from '../workflow/month.ts'

/** What a form doesn't hold, and the requirements ask for while somebody types. */
export interface FormSurroundings {
  /** Everything that the text shows, its own words blank. Of a translation, with what its release gives. */
  content: TextContent
  published: string[]
  cleared: string[]
  origin: string
  /** Names of standing paragraphs that say nothing in the language. */
  standingUnsaid: string[]
  mustFix: Place[]
  otherHeadlines: string[]
  /** Signed exceptions that hold for the text as it is saved. */
  waivers: SignedException[]
  /** Whether nothing of it has been public, so that an embargo must lie ahead. */
  neverPublic: boolean
  /** Of a translation: what it is compared with. */
  original: Original | null
  /** What a calendar at the post shows: `YYYY-MM-DD`. */
  today: string
}

const ids = z
  .string()
  .max(20_000)
  .transform((list) => list.split(',').filter((id) => id !== ''))
  .pipe(z.array(z.string().max(64)).max(200))
  .default([])
const id = z.string().max(64).optional()

/** `GET /api/surroundings`: what stands in a form, by ids. */
export const surroundingsQuery = z.strictObject({
  of: z.enum(['release', 'translation']),
  /** The text itself, once it is saved. */
  id,
  /** Which one the form was filled with: what was known of another one isn't the answer. */
  revision: z.coerce.number().int().min(1).optional(),
  /** Of a translation. */
  release: id,
  language: z.enum(languageTags),
  /** Within the body. */
  pictures: ids,
  images: ids,
  documents: ids,
  contacts: ids,
  topics: ids,
  boilerplate: ids,
  about: z.enum(['true', 'false']).default('false'),
})

interface Ask {
  payload: Payload
  /** Id of who asks. What they may not know of counts as not there. */
  person: string
  query: z.infer<typeof surroundingsQuery>
  now: Date
  /** Language and zone in which moments are said. */
  language: string
  zone: string
}

export async function surroundingsOf(ask: Ask): Promise<FormSurroundings> {
  const { payload, person } = ask
  const hidden = await familiesHiddenFrom(payload, person)
  const query = knownIn(payload, ask.query, hidden, await filesHiddenFrom(payload, person))
  const shared = await sharedIn(payload, query)
  const body = possibleIds(payload, query.pictures).map((image) => ({
    type: 'image' as const,
    image,
  }))
  const { content, around } = await contentAround(payload, query.language, body, shared)
  const found = query.id ? await settled(payload, query.of, query.id) : null
  const stored = found && !hidden.includes(familyOf(found)) ? found : null
  const family = (stored?.type === 'translation' ? stored.release : query.id) ?? query.release
  return {
    content,
    published: [...around.published],
    cleared: [...around.cleared],
    origin: around.origin,
    standingUnsaid: [...(around.standingUnsaid ?? [])],
    otherHeadlines: await otherHeadlines(
      payload,
      query.language,
      family ? [family, ...hidden] : hidden,
      ask.now,
    ),
    today: dayIn(ask.now.toISOString(), ask.zone),
    ...(stored
      ? await ofStored(ask, stored)
      : { mustFix: [], waivers: [], neverPublic: query.of === 'release' }),
    original:
      query.of === 'translation' && family
        ? await originalFor(payload, family, query.language, stored)
        : null,
  }
}

async function originalFor(
  payload: Payload,
  release: string,
  language: string,
  stored: Awaited<ReturnType<typeof settled>>,
): Promise<Original | null> {
  const { fingerprint } = await sourceOf(payload, release)
  const against = stored?.type === 'translation' ? comparedWith(stored, fingerprint) : fingerprint
  return originalOf(payload, release, against, language)
}

function knownIn(
  payload: Payload,
  query: Ask['query'],
  families: readonly string[],
  files: readonly string[],
): Ask['query'] {
  const known = (ids: readonly string[]) => ids.filter((one) => !files.includes(one))
  return {
    ...query,
    id: possibleIds(payload, query.id ? [query.id] : [])[0],
    release: possibleIds(payload, query.release ? [query.release] : []).find(
      (one) => !families.includes(one),
    ),
    pictures: known(query.pictures),
    images: known(query.images),
    documents: known(query.documents),
    contacts: known(query.contacts),
  }
}

const nothing: Shared = {
  kind: releaseKinds[0],
  datelineDate: null,
  sourceUrl: '',
  topics: [],
  images: [],
  documents: [],
  contacts: [],
  embargo: null,
  about: false,
  boilerplate: [],
}

async function sharedIn(payload: Payload, query: Ask['query']): Promise<Shared> {
  if (query.of === 'release')
    return {
      ...nothing,
      topics: possibleIds(payload, query.topics),
      images: possibleIds(payload, query.images),
      documents: possibleIds(payload, query.documents),
      contacts: possibleIds(payload, query.contacts),
      about: query.about === 'true',
      boilerplate: possibleIds(payload, query.boilerplate),
    }
  const release = query.release ? await loadDoc(payload, 'release', query.release) : null
  return release ? sharedOfSource(payload, release.id) : nothing
}

async function ofStored(
  { payload, now, language, zone }: Ask,
  doc: NonNullable<Awaited<ReturnType<typeof settled>>>,
): Promise<Pick<FormSurroundings, 'mustFix' | 'waivers' | 'neverPublic'>> {
  const facts = await factsOf(payload, doc)
  return {
    mustFix: await openMustFix(payload, doc, facts.content),
    waivers: await signedExceptions(payload, facts, { now, language, zone }),
    neverPublic: doc.type === 'release' && doc.edition === 0,
  }
}

/** What nobody has touched for so long isn't being worked on. */
const lately = 60 * 24 * 3_600_000
const most = 300
const worked = ['draft', 'in-review', 'approved', 'scheduled']

const headed = z.looseObject({
  headline: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
})

/** The newest of the texts in this language that are being worked on. `left`: families that are left out. */
async function otherHeadlines(
  payload: Payload,
  language: string,
  left: readonly string[],
  now: Date,
): Promise<string[]> {
  const where = {
    language: { equals: language },
    state: { in: worked },
    updatedAt: { greater_than: new Date(now.getTime() - lately).toISOString() },
  }
  const asked: [TextType, string][] = [
    ['release', 'id'],
    ['translation', 'release'],
  ]
  const found = await Promise.all(
    asked.map(async ([type, own]) => {
      const { docs } = await payload.db.find({
        collection: collectionOf[type],
        where: left.length === 0 ? where : { ...where, ...without(own, left) },
        // Read along the index of this very column, newest first, until there are enough.
        sort: '-updatedAt',
        limit: most,
        pagination: false,
        select: { headline: true },
      })
      return docs.map((row) => headed.parse(row).headline)
    }),
  )
  return found.flat().filter((headline) => headline !== '')
}

import { homePath } from './addresses.ts'
import { type Edition, type Entry, isEditionOf, type Mission, type Shelf } from './records.ts'
import type { PressStore } from './store.ts'
import type { FeedFacts } from './view/feed.ts'
import { type ListFacts, type ReleaseListFacts } from './view/lists.ts'
import { type Picture, pictureOf } from './view/pictures.ts'
import type { ReleaseFacts } from './view/release.ts'

/** The questions that each page asks of the store, each a fixed number of queries. */

/** What every page needs. */
export interface Basics {
  mission: Mission
  logo: Picture | null
  origin: string
}

export async function loadBasics(store: PressStore, origin: string): Promise<Basics> {
  const mission = await store.mission()
  const edition = mission.logo
    ? (await liveEditions(store, [mission.logo])).get(mission.logo)
    : null
  const nothing = { alt: '', caption: '', credit: '', copyright: '', licence: '' }
  return {
    mission,
    origin,
    logo: isEditionOf('image', edition)
      ? pictureOf(edition, nothing, mission.defaultLanguage)
      : null,
  }
}

export const byId = (editions: readonly Edition[]): Map<string, Edition> =>
  new Map(editions.map((edition) => [edition.id, edition]))

function byFamily(entries: readonly Entry[]): Map<string, Entry[]> {
  const families = new Map<string, Entry[]>()
  for (const entry of entries) {
    const family = families.get(entry.family)
    if (family) family.push(entry)
    else families.set(entry.family, [entry])
  }
  return families
}

/** The live editions of items, by item. What is archived, retracted or was never published is not there. */
export async function liveEditions(
  store: PressStore,
  items: readonly string[],
): Promise<Map<string, Edition>> {
  const wanted = [...new Set(items)]
  if (wanted.length === 0) return new Map()
  const entries = (await store.entriesOf(wanted)).filter(({ standing }) => standing === 'live')
  const editions = byId(await store.editionsOf(entries.map(({ edition }) => edition)))
  return new Map(
    entries.flatMap(({ subject, slug, edition: id }) => {
      const edition = editions.get(id)
      return edition ? [[subject, { ...edition, slug }] as const] : []
    }),
  )
}

/** Everything on one release page. Throws when the register names an edition that isn't there. */
export async function loadRelease(
  store: PressStore,
  basics: Basics,
  entry: Entry,
): Promise<ReleaseFacts> {
  const [facts] = await withTopics(store, await loadTexts(store, basics, [entry]))
  if (!facts) throw new Error(`no text is frozen as ${entry.edition}`)
  return facts
}

/** The same texts with what their topics are called in addresses, in one more question. */
export async function withTopics(
  store: PressStore,
  texts: readonly ReleaseFacts[],
): Promise<ReleaseFacts[]> {
  const ids = texts.flatMap(({ edition }) => edition.content.topics.map(({ id }) => id))
  const slugs = new Map(
    (await store.topics({ ids: [...new Set(ids)] })).map(({ id, slug }) => [id, slug]),
  )
  return texts.map((facts) => ({ ...facts, slugs }))
}

/** The same of several texts, in as many queries as for one. Throws likewise. */
export async function loadTexts(
  store: PressStore,
  basics: Basics,
  entries: readonly Entry[],
): Promise<ReleaseFacts[]> {
  const editions = byId(await store.editionsOf(entries.map(({ edition }) => edition)))
  const texts = entries.map((entry) => {
    const edition = editions.get(entry.edition)
    if (!isEditionOf('text', edition)) throw new Error(`no text is frozen as ${entry.edition}`)
    return { entry, edition }
  })
  const [relatives, live, corrections] = await Promise.all([
    store.families([...new Set(entries.map(({ family }) => family))]),
    liveEditions(
      store,
      texts.flatMap(({ edition: { content } }) =>
        [...content.images, ...content.documents, ...content.contacts].map(({ id }) => id),
      ),
    ),
    store.corrections(entries),
  ])
  const families = byFamily(relatives)
  const familyOf = ({ family }: Entry): readonly Entry[] => families.get(family) ?? []
  const originalOf = (entry: Entry): Entry | null => {
    const release = familyOf(entry).find(({ of }) => of === 'release')
    const changed = entry.of === 'translation' && release && release.fingerprint !== entry.madeFrom
    return changed ? release : null
  }
  const originals = byId(
    await store.editionsOf(entries.flatMap((entry) => originalOf(entry)?.edition ?? [])),
  )
  return texts.map(({ entry, edition }) => ({
    ...basics,
    entry,
    edition,
    family: familyOf(entry),
    live,
    corrections: corrections.filter(({ subject }) => subject === entry.subject),
    original: originals.get(originalOf(entry)?.edition ?? '') ?? null,
  }))
}

/** The newest texts of a feed, whatever became of them, newest first: those that are live whole, of the others the entry. */
export async function loadFeed(
  store: PressStore,
  basics: Basics,
  { language, size, topic }: { language: string; size: number; topic?: string },
): Promise<FeedFacts> {
  const standings = ['live', 'withdrawn', 'retracted'] as const
  const found = await Promise.all(
    standings.map((standing) =>
      store.latest(language, 'texts', { page: 1, size, standing, ...(topic ? { topic } : {}) }),
    ),
  )
  const entries = found
    .flatMap((one) => one.entries)
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0))
    .slice(0, size)
  const live = entries.filter(({ standing }) => standing === 'live')
  return { ...basics, language, entries, texts: await loadTexts(store, basics, live) }
}

/** One page of the live texts in a language, newest first, each with its family. */
export async function loadMap(
  store: PressStore,
  asked: { language: string; page: number; size: number },
): Promise<{ entry: Entry; family: readonly Entry[] }[]> {
  const { entries } = await store.latest(asked.language, 'texts', asked)
  const relatives = await store.families([...new Set(entries.map(({ family }) => family))])
  const families = byFamily(relatives)
  return entries.map((entry) => ({ entry, family: families.get(entry.family) ?? [] }))
}

/** One page of a shelf. */
export async function loadList(
  store: PressStore,
  basics: Basics,
  asked: { language: string; shelf: Shelf; page: number; size: number; topic?: string },
): Promise<ListFacts> {
  const { language, shelf, page, size, topic } = asked
  const on = shelf === 'texts' ? language : 'mul'
  const range = { page, size, ...(topic ? { topic } : {}) }
  const { entries, more } = await store.latest(on, shelf, range)
  const editions = byId(await store.editionsOf(entries.map(({ edition }) => edition)))
  return { ...basics, language, page, entries, more, editions }
}

/** One page of releases with their pictures; for an empty first page, where else there are some. */
export async function loadReleases(
  store: PressStore,
  basics: Basics,
  asked: { language: string; page: number; size: number; topic?: string },
): Promise<ReleaseListFacts> {
  const facts = await loadList(store, basics, { ...asked, shelf: 'texts' })
  const images = [...facts.editions.values()].flatMap((edition) =>
    isEditionOf('text', edition) ? edition.content.images.map(({ id }) => id) : [],
  )
  // Of a topic the other languages are found where its page is made.
  const empty = facts.entries.length === 0 && asked.page === 1 && !asked.topic
  const others = empty ? basics.mission.languages.filter((one) => one !== asked.language) : []
  const [live, filled] = await Promise.all([
    liveEditions(store, images),
    Promise.all(
      others.map(async (language) => {
        const { entries } = await store.latest(language, 'texts', { page: 1, size: 1 })
        return entries.length > 0 ? [language] : []
      }),
    ),
  ])
  return { ...facts, live, elsewhere: filled.flat() }
}

/** The path of the home page that a reader's Accept-Language asks for; null when none of the mission's fits. */
export function preferredHome(header: string | null, mission: Mission): string | null {
  const [only, ...others] = mission.languages
  if (only && others.length === 0) return homePath(only)
  const ranges = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2)
      const quality = weight === undefined ? 1 : Number(weight)
      return { tag, quality: Number.isFinite(quality) ? quality : 0, index }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  for (const { tag } of ranges) {
    if (tag === '*') return homePath(mission.defaultLanguage)
    const primary = tag.split('-')[0] ?? tag
    // `no` stands for either written Norwegian (RFC 5646, macrolanguage).
    const wanted = primary === 'no' ? ['nb', 'nn'] : [primary]
    const found = wanted.find((one) => mission.languages.includes(one))
    if (found) return homePath(found)
  }
  return null
}

import { boundsOf } from '../workflow/month.ts'
import type { SearchQuery } from './addresses.ts'
import { type Basics, byId } from './load.ts'
import { type Edition, type Entry, isEditionOf, isListed } from './records.ts'
import type { Span } from './search/word-index.ts'
import type { Facets, Found, PressSearch, Question } from './search/search.ts'
import type { PressStore } from './store.ts'
import type { SearchFacts } from './view/search.ts'

/** What the search's page asks. The index names candidates; the register and the editions say what is shown of them. */

const yearOf = (moment: string): number => Number(moment.slice(0, 4))

/** The years between two moments as the mission's calendar counts them, newest first. */
function yearsBetween(first: string, last: string, timeZone: string): Span[] {
  // One more at either end: a year begins earlier in one zone than in another.
  const [from, until] = [yearOf(first) - 1, yearOf(last) + 1]
  return Array.from({ length: until - from + 1 }, (_, at) => spanOf(String(until - at), timeZone))
}

function spanOf(year: string, timeZone: string): Span {
  return {
    name: year,
    since: boundsOf(`${year}-01`, timeZone).from,
    until: boundsOf(`${year}-12`, timeZone).until,
  }
}

/** Those of the subjects that stand in lists of the language, in their order, with what they show. */
export async function listedTexts(
  store: PressStore,
  language: string,
  subjects: readonly string[],
): Promise<{ entry: Entry; edition: Edition }[]> {
  const place = new Map(subjects.map((subject, at) => [subject, at]))
  const entries = (await store.entriesOf(subjects))
    .filter((entry) => isListed(entry) && entry.language === language)
    .sort((one, other) => (place.get(one.subject) ?? 0) - (place.get(other.subject) ?? 0))
  const editions = byId(await store.editionsOf(entries.map(({ edition }) => edition)))
  return entries.flatMap((entry) => {
    const edition = editions.get(entry.edition)
    return isEditionOf('text', edition) ? [{ entry, edition }] : []
  })
}

/** The id of a topic by its slug. What nobody can read of is answered as what isn't there. */
async function topicIn(store: PressStore, slug: string): Promise<string | null> {
  if (slug === '') return null
  const [topic] = await store.topics({ slug })
  return topic?.id ?? 'none'
}

export async function loadSearch(
  store: PressStore,
  search: PressSearch,
  basics: Basics,
  asked: { language: string; query: SearchQuery; page: number; size: number },
): Promise<SearchFacts> {
  const { language, query, page, size } = asked
  const { timeZone } = basics.mission
  const span = query.year === '' ? null : spanOf(query.year, timeZone)
  const question: Question = {
    language,
    words: query.q,
    kind: query.kind === '' ? null : query.kind,
    topic: await topicIn(store, query.topic),
    since: span?.since ?? null,
    until: span?.until ?? null,
  }
  const by = query.sort || (query.q === '' ? 'date' : 'relevance')
  const found = await search.find(question, { by, skip: (page - 1) * size, size })
  const facets = await search.facets(question, found.asked, (first, last) =>
    yearsBetween(first, last, timeZone),
  )
  return {
    ...basics,
    language,
    query,
    page,
    by,
    found,
    more: found.total > page * size,
    texts: await listedTexts(store, language, found.subjects),
    facets: await withSlugs(store, facets),
    elsewhere: await elsewhere(search, basics, question, found),
  }
}

async function withSlugs(store: PressStore, facets: Facets): Promise<SearchFacts['facets']> {
  const slugs = new Map(
    (await store.topics({ ids: facets.topics.map(({ id }) => id) })).map(({ id, slug }) => [
      id,
      slug,
    ]),
  )
  return {
    ...facets,
    topics: facets.topics.flatMap(({ id, name, count }) => {
      const slug = slugs.get(id)
      return slug ? [{ slug, name, count }] : []
    }),
  }
}

/** Of a search that finds nothing: how much it finds in other languages. */
async function elsewhere(
  search: PressSearch,
  { mission }: Basics,
  question: Question,
  { total }: Found,
): Promise<SearchFacts['elsewhere']> {
  if (total > 0 || question.words === '') return []
  const others = mission.languages.filter((one) => one !== question.language)
  const counts = await Promise.all(
    others.map(async (language) => {
      const found = await search.find({ ...question, language }, { by: 'date', skip: 0, size: 0 })
      return { language, count: found.instead.length > 0 ? 0 : found.total }
    }),
  )
  return counts.filter(({ count }) => count > 0)
}

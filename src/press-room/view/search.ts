import { excerptOf, type Piece, piecesOf } from '../../language/excerpt.ts'
import { type AskedWord, askedIn } from '../../language/search-forms.ts'
import { releaseKinds } from '../../workflow/states.ts'
import { releasePath, searchAction, searchPath, type SearchQuery } from '../addresses.ts'
import { count, type Dated, day } from '../dates.ts'
import { type Edition, type Entry, isEditionOf, type Mission } from '../records.ts'
import { longestQuestion } from '../search/query.ts'
import { passagesOf } from '../search/reading.ts'
import type { Found } from '../search/search.ts'
import { wordsFor } from '../words/words.ts'
import { type Frame, frameOf, type LanguageLink, languageName, siblings } from './frame.ts'
import { type Paging, pagingOf } from './lists.ts'
import type { Picture } from './pictures.ts'

/** A text that was found, with the words that were asked for set apart. */
export interface Hit {
  href: string
  headline: readonly Piece[]
  excerpt: readonly Piece[]
  kind: string
  date: Dated
}

/** What a filter can be set to; the first one: everything. */
export interface Choice {
  value: string
  label: string
  chosen: boolean
}

export interface Filter {
  name: 'topic' | 'kind' | 'year' | 'sort'
  label: string
  choices: readonly Choice[]
}

export interface SearchPage {
  frame: Frame
  /** Of the form; nothing but an address. */
  action: string
  q: string
  longest: number
  filters: readonly Filter[]
  /** What was chosen, each with the search without it. */
  chosen: readonly { name: string; label: string; href: string }[]
  /** How many were found; null where the remarks say that nothing was. */
  total: string | null
  /** What else there is to say, each a sentence. */
  remarks: readonly string[]
  hits: readonly Hit[]
  paging: Paging | null
  elsewhere: readonly (LanguageLink & { count: string })[]
}

export interface SearchFacts {
  mission: Mission
  logo: Picture | null
  origin: string
  language: string
  query: SearchQuery
  page: number
  by: 'date' | 'relevance'
  found: Found
  more: boolean
  texts: readonly { entry: Entry; edition: Edition }[]
  facets: {
    kinds: readonly { kind: string; count: number }[]
    topics: readonly { slug: string; name: string; count: number }[]
    years: readonly { name: string; count: number }[]
  }
  elsewhere: readonly { language: string; count: number }[]
}

/** What a search found, and how to ask on. */
export function searchPage(facts: SearchFacts): SearchPage {
  const { mission, language, query, page, found } = facts
  const words = wordsFor(language)
  const [open, close] = words.quotes
  const filters = filtersOf(facts)
  return {
    frame: searchFrame(facts),
    action: searchAction(language),
    q: query.q,
    longest: longestQuestion,
    filters,
    chosen: filters
      .filter(({ name }) => name !== 'sort' && query[name] !== '')
      .map(({ name, choices }) => ({
        name,
        label: choices.find(({ chosen }) => chosen)?.label ?? query[name],
        href: searchPath(language, { ...query, [name]: '' }),
      })),
    total: found.total > 0 ? words.found(count(found.total, language)) : null,
    remarks: [
      ...(found.whole ? [] : [words.notAllYet]),
      ...found.instead.map(({ typed, used }) =>
        words.usedInstead(`${open}${typed}${close}`, `${open}${used}${close}`),
      ),
      ...(found.total === 0 ? [words.nothingFound, words.nothingFoundText] : []),
    ],
    hits: facts.texts.flatMap(({ entry, edition }) => hitOf(entry, edition, found.asked, mission)),
    paging: pagingOf(facts, (number) => searchPath(language, query, number)),
    elsewhere: facts.elsewhere.map((one) => ({
      language: one.language,
      name: languageName(one.language),
      href: searchPath(one.language, query),
      count: count(one.count, language),
      current: false,
    })),
  }

  function searchFrame({ logo, origin }: SearchFacts): Frame {
    const asked = query.q === '' ? words.search : `${words.search}: ${query.q}`
    return frameOf({
      mission,
      logo,
      origin,
      language,
      path: searchPath(language, query, page),
      title: page > 1 ? `${asked} – ${words.page(count(page, language))}` : asked,
      languages: siblings(mission, language, (one) => searchPath(one, query)),
      // Readers make up as many as they like; what they lead to is listed by itself.
      listed: false,
      searching: true,
    })
  }
}

function filtersOf({ language, query, by, facets }: SearchFacts): Filter[] {
  const words = wordsFor(language)
  const numbered = (label: string, found: number): string => `${label} (${count(found, language)})`
  const kinds = new Map(facets.kinds.map((one) => [one.kind, one.count]))
  const filter = (
    name: 'topic' | 'kind' | 'year',
    label: string,
    choices: readonly Omit<Choice, 'chosen'>[],
  ): Filter => {
    const all = [{ value: '', label: words.every }, ...choices]
    // What was chosen stands among the choices even where nothing is found with it.
    const known = all.some(({ value }) => value === query[name])
    const shown = known ? all : [...all, { value: query[name], label: nameOf(name) }]
    return {
      name,
      label,
      choices: shown.map((one) => ({ ...one, chosen: one.value === query[name] })),
    }
  }
  const nameOf = (name: 'topic' | 'kind' | 'year'): string => {
    const kind = releaseKinds.find((one) => one === query.kind)
    return name === 'kind' && kind ? words.kinds[kind] : query[name]
  }
  const orders = { relevance: words.byRelevance, date: words.byDate }
  return [
    filter(
      'topic',
      words.topic,
      facets.topics
        .toSorted((one, other) => one.name.localeCompare(other.name, language))
        .map(({ slug, name, count: found }) => ({ value: slug, label: numbered(name, found) })),
    ),
    filter(
      'kind',
      words.kind,
      releaseKinds.flatMap((kind) => {
        const found = kinds.get(kind)
        return found ? [{ value: kind, label: numbered(words.kinds[kind], found) }] : []
      }),
    ),
    filter(
      'year',
      words.year,
      facets.years.map(({ name, count: found }) => ({ value: name, label: numbered(name, found) })),
    ),
    {
      name: 'sort',
      label: words.order,
      choices: Object.entries(orders).map(([value, label]) => ({
        value,
        label,
        chosen: value === by,
      })),
    },
  ]
}

function hitOf(
  entry: Entry,
  edition: Edition,
  asked: readonly AskedWord[],
  { timeZone }: Mission,
): Hit[] {
  if (!isEditionOf('text', edition)) return []
  const { content } = edition
  const { language } = entry
  const places = (text: string) => askedIn(text, asked, language)
  return [
    {
      href: releasePath(language, entry.slug),
      headline: piecesOf(content.headline, places(content.headline)),
      excerpt: excerptFrom([content.lead, ...passagesOf(content)], places),
      kind: wordsFor(language).kinds[content.kind],
      date: day(entry.publishedAt, language, timeZone),
    },
  ]
}

/** From the passage that says most of what was asked for: the first of those, since it says it first. */
function excerptFrom(
  passages: readonly string[],
  placesIn: (text: string) => ReturnType<typeof askedIn>,
): Piece[] {
  let best = { text: passages[0] ?? '', places: [] as ReturnType<typeof askedIn>, said: 0 }
  for (const text of passages) {
    const places = placesIn(text)
    const said = new Set(places.map(({ word }) => word)).size
    if (said > best.said) best = { text, places, said }
  }
  return excerptOf(best.text, best.places)
}

import type { ComponentType } from 'react'
import { isLanguage, languages } from '../language/languages.ts'
import { cancelledNinjs } from '../syndication/cancellation.ts'
import {
  feedFormats,
  releasePath,
  searchPath,
  type Section,
  sections,
  type StatementName,
  statementNames,
} from './addresses.ts'
import { answer, redirect } from './answers.ts'
import { apiAnswer, apiFailed, isApi } from './api.ts'
import {
  type Basics,
  loadBasics,
  loadList,
  loadRelease,
  loadReleases,
  preferredHome,
} from './load.ts'
import { loadArchive, loadMonth } from './load-archive.ts'
import { loadImage } from './load-image.ts'
import { loadSearch } from './load-search.ts'
import { loadNearby, loadTopic, loadTopics } from './load-topics.ts'
import { ArchivePage, MonthPage } from './pages/archive.tsx'
import { ImagePage } from './pages/image.tsx'
import {
  ChoicePage,
  ContactsPage,
  DocumentsPage,
  HomePage,
  ImagesPage,
  ReleaseListPage,
  TopicPage,
} from './pages/lists.tsx'
import { MessagePage } from './pages/message.tsx'
import { ReleasePage } from './pages/release.tsx'
import { renderPage } from './pages/render.ts'
import { SearchPage } from './pages/search.tsx'
import { StatementPage, TopicsPage } from './pages/statement.tsx'
import type { Entry } from './records.ts'
import { searchQueryOf } from './search/query.ts'
import { formOf, inForm, insteadOf } from './release-forms.ts'
import { openSearch, type PressSearch } from './search/search.ts'
import { idInShort } from './short-links.ts'
import type { PressStore } from './store.ts'
import { dataAt, topicFeed } from './syndicate.ts'
import { archivePage, monthPage } from './view/archive.ts'
import { languageName } from './view/frame.ts'
import { imagePage } from './view/image.ts'
import {
  choicePage,
  contactList,
  documentList,
  homePage,
  imageList,
  releaseList,
} from './view/lists.ts'
import {
  failedPage,
  goneImagePage,
  gonePage,
  notFoundPage,
  refusedSearchPage,
} from './view/messages.ts'
import { textUri } from './view/ninjs.ts'
import { releasePage } from './view/release.ts'
import { searchPage } from './view/search.ts'
import { statementPage } from './view/statements.ts'
import { topicPage, topicsPage } from './view/topic.ts'

export interface PressContext {
  store: PressStore
  now: () => Date
  /** The public origin, without a slash at its end. The Host header is never asked. */
  origin: string
  /** Where weaknesses of this installation are reported, an address with its scheme; absent where nobody is named. */
  securityContact?: string | undefined
  /** Where followers of the feeds are told of changes, an address; absent where the mission names none. */
  hub?: string | undefined
  /** What finds texts by their words; left out: an index in memory, for as long as the store is there. */
  search?: PressSearch
  /** Where a failure is told, since its page tells nothing. */
  log?: (error: unknown) => void
}

const sizes = {
  home: 7,
  search: 20,
  archive: 200,
  homeContacts: 3,
  releases: 20,
  contacts: 100,
  images: 24,
  documents: 50,
}

/** More pages than any archive has; keeps a made-up number from making the database skip for ever. */
const lastPage = 99_999

/**
 * The answer to a public URL: 200, 301, 302, 404, 405, 410 or 500, for GET and HEAD. Pages are complete HTML that
 * runs nothing. Shared caches may keep them but must ask each time, so that nothing outlives a withdrawal.
 */
export async function respond(request: Request, context: PressContext): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answer(405, 'This address can only be read.\n', 'text/plain', { allow: 'GET, HEAD' })
  }
  let response: Response
  try {
    response = await route(url, request.headers.get('accept-language'), context)
  } catch (error) {
    const log = context.log ?? ((failure: unknown) => console.error(failure))
    log(error)
    const [, tag = 'en'] = url.pathname.split('/')
    const language = isLanguage(tag) ? tag : 'en'
    response =
      tag === 'api'
        ? apiFailed()
        : await html(500, MessagePage, failedPage(language), language, {
            'cache-control': 'no-store',
          })
  }
  return request.method === 'HEAD'
    ? new Response(null, { status: response.status, headers: response.headers })
    : response
}

async function route(
  url: URL,
  acceptLanguage: string | null,
  context: PressContext,
): Promise<Response> {
  const { store, origin } = context
  const segments = segmentsOf(url.pathname)
  const canonical = segments && canonicalPath(segments)
  if (canonical && canonical !== url.pathname) return redirect(301, origin + canonical + url.search)

  const basics = await loadBasics(store, origin)
  const { mission } = basics
  if (segments?.length === 0) return atRoot(basics, acceptLanguage)
  const data = segments && (await dataAt(segments.join('/'), basics, context))
  if (data) return data

  if (segments && isApi(segments))
    return apiAnswer(segments, url, basics, { store, search: searchOf(context) })

  const [tag = '', section, name, ...rest] = segments ?? []
  if (tag === 's' && section !== undefined && name === undefined)
    return shortened(store, basics, section)
  if (section === 'topics' && name !== undefined && mission.languages.includes(tag))
    return topic(context, basics, url, { language: tag, slug: name, rest })
  if (section === 'archive' && mission.languages.includes(tag))
    return archive(context, basics, url, { language: tag, period: segments?.slice(2) ?? [] })
  if (!isLanguage(tag) || rest.length > 0) return notFound(basics, tag)
  if (section === 'releases' && name !== undefined) return release(context, basics, tag, name)
  if (section === 'images' && name !== undefined && mission.languages.includes(tag))
    return image(context, basics, tag, name)
  // A text keeps its address when the mission no longer offers its language; lists don't.
  if (!mission.languages.includes(tag) || name !== undefined) return notFound(basics, tag)
  if (section === undefined) return home(context, basics, tag)
  if (section === 'search') return searched(context, basics, url, tag)
  if (section === 'topics')
    return html(200, TopicsPage, topicsPage(await loadTopics(store, basics, tag)), tag)
  if (isStatement(section)) return stated(context, basics, tag, section)
  if (!isSection(section)) return notFound(basics, tag)

  const page = pageOf(url)
  if (page === 'first') return redirect(301, origin + url.pathname)
  if (page === null) return notFound(basics, tag)
  return list(context, basics, { language: tag, section, page })
}

/** The decoded segments of a path, empty ones left out; null when it can't be decoded. */
function segmentsOf(pathname: string): string[] | null {
  try {
    return pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => decodeURIComponent(segment))
  } catch {
    return null
  }
}

/** The one spelling of a path: single slashes, none at the end, a known language in small letters. */
function canonicalPath([tag, ...rest]: readonly string[]): string {
  if (tag === undefined) return '/'
  const first = isLanguage(tag.toLowerCase()) ? tag.toLowerCase() : tag
  return `/${[first, ...rest].map((segment) => encodeURIComponent(segment)).join('/')}`
}

function isSection(segment: string): segment is Section {
  return (sections as readonly string[]).includes(segment)
}

function isStatement(segment: string): segment is StatementName {
  return (statementNames as readonly string[]).includes(segment)
}

async function stated(
  { store }: PressContext,
  basics: Basics,
  language: string,
  name: StatementName,
): Promise<Response> {
  const facts =
    name === 'follow'
      ? await loadTopics(store, basics, language)
      : { ...basics, language, topics: [] }
  return html(200, StatementPage, statementPage(name, facts), language)
}

/** Wherever a text stands now. The address of one that was retracted would tell of what it said. */
async function shortened(store: PressStore, basics: Basics, code: string): Promise<Response> {
  const id = idInShort(code)
  const [entry] = id === null ? [] : await store.entriesOf([id])
  if (entry?.shelf !== 'texts') return notFound(basics, '')
  return entry.standing === 'retracted'
    ? gone(store, basics, entry, null)
    : redirect(302, basics.origin + releasePath(entry.language, entry.slug))
}

/** The page that a list's query asks for; `first` when it is written although it needn't be, null when it is none. */
function pageOf(url: URL): number | 'first' | null {
  const asked = url.searchParams.getAll('page')
  if (asked.length === 0) return 1
  const [only = '', ...more] = asked
  if (more.length > 0 || !/^[1-9]\d{0,8}$/.test(only)) return null
  if (only === '1') return 'first'
  return Number(only) > lastPage ? null : Number(only)
}

function atRoot(basics: Basics, acceptLanguage: string | null): Promise<Response> | Response {
  const { mission, origin } = basics
  const vary = { vary: 'Accept-Language' }
  const preferred = preferredHome(acceptLanguage, mission)
  if (preferred) return redirect(302, origin + preferred, vary)
  const view = choicePage(mission, origin, (tag) =>
    isLanguage(tag) ? languages[tag].direction : 'ltr',
  )
  return html(200, ChoicePage, view, mission.defaultLanguage, vary)
}

async function home({ store }: PressContext, basics: Basics, language: string): Promise<Response> {
  const [releases, contacts] = await Promise.all([
    loadReleases(store, basics, { language, page: 1, size: sizes.home }),
    loadList(store, basics, { language, shelf: 'contacts', page: 1, size: sizes.homeContacts }),
  ])
  return html(200, HomePage, homePage(releases, contacts), language)
}

async function list(
  { store }: PressContext,
  basics: Basics,
  { language, section, page }: { language: string; section: Section; page: number },
): Promise<Response> {
  const range = { language, page, size: sizes[section] }
  if (section === 'releases') {
    const facts = await loadReleases(store, basics, range)
    return facts.entries.length === 0 && page > 1
      ? notFound(basics, language)
      : html(200, ReleaseListPage, releaseList(facts), language)
  }
  const facts = await loadList(store, basics, { ...range, shelf: section })
  if (facts.entries.length === 0 && page > 1) return notFound(basics, language)
  switch (section) {
    case 'contacts':
      return html(200, ContactsPage, contactList(facts), language)
    case 'images':
      return html(200, ImagesPage, imageList(facts), language)
    case 'documents':
      return html(200, DocumentsPage, documentList(facts), language)
  }
}

/** The years, the months of a year, or the texts of a month. */
async function archive(
  { store }: PressContext,
  basics: Basics,
  url: URL,
  { language, period }: { language: string; period: readonly string[] },
): Promise<Response> {
  const [year, month, ...more] = period
  const none = (): Promise<Response> => notFound(basics, language)
  if (more.length > 0 || (year && !/^(19|20|21)\d\d$/.test(year))) return none()
  if (year === undefined || month === undefined) {
    const facts = await loadArchive(store, basics, { language, year: year ?? null })
    return facts ? html(200, ArchivePage, archivePage(facts), language) : none()
  }
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return none()
  const page = pageOf(url)
  if (page === 'first') return redirect(301, basics.origin + url.pathname)
  // Nobody publishes more than this in a month, and each page is read from the month's beginning.
  if (page === null || page > 100) return none()
  const facts = await loadMonth(store, basics, {
    language,
    year,
    month,
    page,
    size: sizes.archive,
  })
  return facts ? html(200, MonthPage, monthPage(facts), language) : none()
}

async function searched(
  context: PressContext,
  basics: Basics,
  url: URL,
  language: string,
): Promise<Response> {
  const query = searchQueryOf(url)
  if (typeof query === 'string')
    return html(400, MessagePage, refusedSearchPage({ ...basics, language }, query), language)
  const page = pageOf(url)
  if (page === 'first') return redirect(301, basics.origin + searchPath(language, query))
  if (page === null) return notFound(basics, language)
  const asked = { language, query, page, size: sizes.search }
  const facts = await loadSearch(context.store, searchOf(context), basics, asked)
  if (page > 1 && facts.found.subjects.length === 0) return notFound(basics, language)
  // What can't be found yet is found a moment later, without an act at the door.
  const headers = facts.found.whole ? undefined : { 'cache-control': 'no-store' }
  return html(200, SearchPage, searchPage(facts), language, headers)
}

const inMemory = new WeakMap<PressStore, PressSearch>()

function searchOf({ search, store, log }: PressContext): PressSearch {
  const known = search ?? inMemory.get(store)
  if (known) return known
  const made = openSearch(store, ':memory:', log)
  inMemory.set(store, made)
  return made
}

/** A topic's page or one of its feeds. */
async function topic(
  { store, hub }: PressContext,
  basics: Basics,
  url: URL,
  { language, slug, rest }: { language: string; slug: string; rest: readonly string[] },
): Promise<Response> {
  const [file, ...more] = rest
  const none = (): Promise<Response> => notFound(basics, language)
  if (more.length > 0 || !/^[a-z0-9-]{1,200}$/.test(slug)) return none()
  if (file !== undefined) {
    const format = feedFormats.find((one) => file === `feed.${one}`)
    return (
      (format && (await topicFeed(basics, { store, hub }, { language, slug, format }))) ?? none()
    )
  }
  const page = pageOf(url)
  if (page === 'first') return redirect(301, basics.origin + url.pathname)
  const size = sizes.releases
  const facts = page && (await loadTopic(store, basics, { language, slug, page, size }))
  return facts ? html(200, TopicPage, topicPage(facts), language) : none()
}

async function image(
  { store }: PressContext,
  basics: Basics,
  language: string,
  name: string,
): Promise<Response> {
  const found = isName(name) ? await loadImage(store, basics, { language, name }) : null
  if (!found) return notFound(basics, language)
  return 'gone' in found
    ? html(410, MessagePage, goneImagePage({ ...basics, language, entry: found.gone }), language)
    : html(200, ImagePage, imagePage(found), language)
}

/** Whether it could be the name of anything in an address. */
const isName = (name: string): boolean => /^[^/\\\p{Cc}]{1,200}$/u.test(name)

async function release(
  { store }: PressContext,
  basics: Basics,
  language: string,
  name: string,
): Promise<Response> {
  const form = formOf(name)
  const { slug, format } = form
  if (!isName(slug)) return notFound(basics, language)
  const entry = await store.entryAt(language, slug)
  if (!entry || entry.shelf !== 'texts') return notFound(basics, language)
  if (entry.standing === 'retracted') return gone(store, basics, entry, format)
  const instead = insteadOf(form, entry, basics)
  if (instead) return instead === 'nothing' ? notFound(basics, language) : instead
  const facts = await loadRelease(store, basics, entry)
  if (format !== null && format !== 'zip') return inForm(format, facts)
  const nearby = entry.standing === 'live' ? { nearby: await loadNearby(store, facts) } : {}
  return html(200, ReleasePage, releasePage({ ...facts, ...nearby }), language)
}

/** A retracted text, in the form that was asked for. */
async function gone(
  store: PressStore,
  basics: Basics,
  entry: Entry,
  format: string | null,
): Promise<Response> {
  const { language } = entry
  const others = (await store.family(entry.family))
    .filter(({ standing }) => standing === 'live')
    .map((one) => ({
      language: one.language,
      name: languageName(one.language),
      href: releasePath(one.language, one.slug),
      current: false,
    }))
  const view = gonePage({ ...basics, language, entry, others })
  const headers = { 'content-language': language }
  if (format === 'json') {
    const item = cancelledNinjs({
      uri: textUri(basics.origin, entry),
      language,
      at: entry.noticeAt ?? entry.updatedAtPublic,
    })
    return answer(410, JSON.stringify(item), 'application/json', headers)
  }
  if (format === 'txt') {
    return answer(410, `${[view.title, ...view.paragraphs].join('\n\n')}\n`, 'text/plain', headers)
  }
  return html(410, MessagePage, view, language)
}

/** Nothing here: said in the language of the address, or of the mission where that has none. */
function notFound(basics: Basics, tag: string): Promise<Response> {
  const { mission } = basics
  const language = mission.languages.includes(tag) ? tag : mission.defaultLanguage
  return html(404, MessagePage, notFoundPage({ ...basics, language }), language)
}

async function html<View>(
  status: number,
  Page: ComponentType<{ view: View }>,
  view: View,
  language: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return answer(status, await renderPage(Page, view), 'text/html', {
    'content-language': language,
    ...headers,
  })
}

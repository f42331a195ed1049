import { atom } from '../syndication/atom.ts'
import { jsonFeed } from '../syndication/json-feed.ts'
import { rss } from '../syndication/rss.ts'
import {
  mostInNewsSitemap,
  newsSitemap,
  sitemap,
  sitemapIndex,
  type SitemapPage,
} from '../syndication/sitemap.ts'
import {
  feedFormats,
  type FeedFormat,
  feedPath,
  feedTypes,
  homePath,
  imagePagePath,
  imagesSitemapPath,
  newsSitemapPath,
  openApiPath,
  pagesSitemapPath,
  releasePath,
  sectionPath,
  sections,
  statementNames,
  statementPath,
  topicsPath,
  securityPath,
  sitemapPath,
  textsSitemapPath,
} from './addresses.ts'
import { answer } from './answers.ts'
import { type Basics, loadFeed, loadMap } from './load.ts'
import { openApi } from './openapi.ts'
import { loadTopicFeed } from './load-topics.ts'
import type { PressStore } from './store.ts'
import { type FeedFacts, feedOf, ninjsFeed, selfOf } from './view/feed.ts'
import { alternatesOf, missionName, siblings } from './view/frame.ts'
import { alternatesOfText } from './view/release.ts'

/** What machines read: feeds, sitemaps and what else has a place of its own. */

interface Source {
  store: PressStore
  now: () => Date
  securityContact?: string | undefined
  hub?: string | undefined
}

/** Newest texts of a feed. */
const inFeed = 50

/** Texts of one sitemap. Far fewer than the 50,000 that it may hold, since each brings its family along. */
const inSitemap = 1000

/** Images of one sitemap: each stands there in every language, and names all of them. */
const inImagesSitemap = 200

const newsHours = 48

/** The answer at a path, given without its first slash; null where machines have nothing to read. */
export async function dataAt(
  path: string,
  basics: Basics,
  source: Source,
): Promise<Response | null> {
  const { languages } = basics.mission
  switch (`/${path}`) {
    case '/robots.txt':
      return robots(basics)
    case sitemapPath:
      return index(basics, source)
    case pagesSitemapPath:
      return xml(sitemap(steadyPages(basics)))
    case newsSitemapPath:
      return news(basics, source)
    case openApiPath:
      return answer(
        200,
        JSON.stringify(
          openApi({ origin: basics.origin, mission: missionName(basics.mission, 'en') }),
        ),
        'application/json',
        { 'access-control-allow-origin': '*' },
      )
    case securityPath:
      return security(basics, source)
  }
  for (const language of languages)
    for (const format of feedFormats)
      if (`/${path}` === feedPath(language, format)) return feed(basics, source, language, format)
  const [, imagesPart] = /^sitemap-images-([1-9]\d{0,4})\.xml$/.exec(path) ?? []
  if (imagesPart) return images(basics, source, Number(imagesPart))
  const [, language = '', part = ''] = /^sitemap-([a-z]{2,3})-([1-9]\d{0,4})\.xml$/.exec(path) ?? []
  return languages.includes(language) ? texts(basics, source, language, Number(part)) : null
}

const written: Record<FeedFormat, (facts: FeedFacts, hub: string | null) => string> = {
  atom: (facts, hub) => atom(feedOf(facts, 'atom', hub)),
  rss: (facts, hub) => rss(feedOf(facts, 'rss', hub)),
  json: (facts, hub) => JSON.stringify(jsonFeed(feedOf(facts, 'json', hub))),
  ninjs: (facts) => JSON.stringify(ninjsFeed(facts)),
}

/** The feed of one topic in one language; null where there is none. */
export async function topicFeed(
  basics: Basics,
  { store, hub }: Pick<Source, 'store' | 'hub'>,
  { language, slug, format }: { language: string; slug: string; format: FeedFormat },
): Promise<Response | null> {
  const facts = await loadTopicFeed(store, basics, { language, slug, size: inFeed })
  return facts && feedAnswer(facts, format, hub)
}

function feedAnswer(facts: FeedFacts, format: FeedFormat, hub: string | undefined): Response {
  return answer(200, written[format](facts, hub ?? null), feedTypes[format], {
    'content-language': facts.language,
    // W3C, WebSub, section 4: for formats that have no place for it, too.
    ...(hub ? { link: `<${hub}>; rel="hub", <${selfOf(facts, format)}>; rel="self"` } : {}),
  })
}

async function feed(
  basics: Basics,
  { store, hub }: Source,
  language: string,
  format: FeedFormat,
): Promise<Response> {
  return feedAnswer(await loadFeed(store, basics, { language, size: inFeed }), format, hub)
}

const xml = (body: string, headers: Record<string, string> = {}): Response =>
  answer(200, body, 'application/xml', headers)

async function index({ mission, origin }: Basics, { store }: Source): Promise<Response> {
  const counts = await Promise.all(
    mission.languages.map(async (language) => ({
      language,
      parts: Math.ceil((await store.countLive(language, 'texts')) / inSitemap),
    })),
  )
  const images = Math.ceil((await store.countLive('mul', 'images')) / inImagesSitemap)
  const paths = [
    ...counts.flatMap(({ language, parts }) =>
      numbered(parts, (part) => textsSitemapPath(language, part)),
    ),
    ...numbered(images, imagesSitemapPath),
  ]
  return xml(
    sitemapIndex(
      [pagesSitemapPath, ...paths].map((path) => ({ url: origin + path, updatedAt: null })),
    ),
  )
}

const numbered = (parts: number, pathOf: (part: number) => string): string[] =>
  Array.from({ length: parts }, (_, at) => pathOf(at + 1))

/** The pages of the images, each in all languages. */
async function images(
  { mission, origin }: Basics,
  { store }: Source,
  part: number,
): Promise<Response | null> {
  const range = { page: part, size: inImagesSitemap }
  const { entries } = await store.latest('mul', 'images', range)
  if (entries.length === 0) return null
  const pages = entries.flatMap(({ slug, updatedAtPublic }) =>
    inEachLanguage(
      { mission, origin },
      (language) => imagePagePath(language, slug),
      updatedAtPublic,
    ),
  )
  return xml(sitemap(pages))
}

/** One page in each of the mission's languages. */
function inEachLanguage(
  { mission, origin }: Pick<Basics, 'mission' | 'origin'>,
  pathIn: (language: string) => string,
  updatedAt: string | null,
): SitemapPage[] {
  const versions = siblings(mission, '', pathIn)
  const alternates = alternatesOf(versions, mission.defaultLanguage, origin)
  return versions.map(({ href }) => ({ url: origin + href, updatedAt, alternates }))
}

/** The home pages and the first pages of the lists, in each language. */
function steadyPages(basics: Basics): SitemapPage[] {
  const kinds = [
    homePath,
    ...sections.map((section) => (language: string) => sectionPath(language, section)),
    topicsPath,
    ...statementNames.map((name) => (language: string) => statementPath(language, name)),
  ]
  return kinds.flatMap((pathIn) => inEachLanguage(basics, pathIn, null))
}

async function texts(
  { mission, origin }: Basics,
  { store }: Source,
  language: string,
  part: number,
): Promise<Response | null> {
  const found = await loadMap(store, { language, page: part, size: inSitemap })
  if (found.length === 0) return null
  return xml(
    sitemap(
      found.map(({ entry, family }) => ({
        url: origin + releasePath(language, entry.slug),
        updatedAt: entry.updatedAtPublic,
        alternates: alternatesOfText({ mission, origin, entry, family }),
      })),
    ),
  )
}

async function news({ mission, origin }: Basics, { store, now }: Source): Promise<Response> {
  const span = newsHours * 3_600_000
  const since = new Date(now().getTime() - span).toISOString()
  const size = Math.floor(mostInNewsSitemap / mission.languages.length)
  const found = await Promise.all(
    mission.languages.map((language) => store.latest(language, 'texts', { page: 1, size })),
  )
  const entries = found
    .flatMap((one) => one.entries)
    .filter(({ publishedAt }) => publishedAt > since)
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  const body = newsSitemap(
    entries.map(({ language, slug, headline, publishedAt }) => ({
      url: origin + releasePath(language, slug),
      language,
      title: headline,
      publishedAt,
    })),
    (language) => missionName(mission, language),
  )
  const oldest = entries.at(-1)
  return xml(
    body,
    // It changes by itself when the oldest text leaves it.
    oldest
      ? { expires: new Date(new Date(oldest.publishedAt).getTime() + span).toUTCString() }
      : {},
  )
}

function robots({ origin }: Basics): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    '',
    `Sitemap: ${origin}${sitemapPath}`,
    `Sitemap: ${origin}${newsSitemapPath}`,
  ]
  return answer(200, `${lines.join('\n')}\n`, 'text/plain')
}

/** RFC 9116. Its date of expiry moves with the day, so that it holds while the installation runs. */
function security({ mission, origin }: Basics, { now, securityContact }: Source): Response | null {
  if (!securityContact) return null
  const midnight = new Date(now())
  midnight.setUTCHours(24, 0, 0, 0)
  const expires = new Date(midnight.getTime() + 180 * 24 * 3_600_000)
  const lines = [
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${mission.languages.join(', ')}`,
    `Canonical: ${origin}${securityPath}`,
  ]
  return answer(200, `${lines.join('\n')}\n`, 'text/plain', { expires: midnight.toUTCString() })
}

/** Public paths. Each is canonical: no trailing slash, language in small letters. */

export type Section = 'releases' | 'contacts' | 'images' | 'documents'

export const sections: readonly Section[] = ['releases', 'contacts', 'images', 'documents']

export const homePath = (language: string): string => `/${language}`

export function sectionPath(language: string, section: Section, page = 1): string {
  return `/${language}/${section}${page > 1 ? `?page=${page}` : ''}`
}

/** Of one image, by its public name, which is the same in every language. */
export const imagePagePath = (language: string, name: string): string =>
  `${sectionPath(language, 'images')}/${encodeURIComponent(name)}`

/**
 * The forms of a text besides its page: plain text, data, everything that a newsroom takes over with it, and what other
 * sites show of a link to it.
 */
export const releaseForms = ['txt', 'json', 'zip', 'oembed'] as const

/** Of a release or translation, or of one of its forms. */
export function releasePath(
  language: string,
  slug: string,
  format?: (typeof releaseForms)[number],
): string {
  return `/${language}/releases/${encodeURIComponent(slug)}${format ? `.${format}` : ''}`
}

/** Of the picture for sharing of one edition: services keep it by its address. */
export const sharePath = (language: string, slug: string, number: number): string =>
  `${releasePath(language, slug)}.${number}.png`

/** The formats of a feed, as its address ends, with their media types. */
export const feedTypes = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
  ninjs: 'application/json',
} as const

export type FeedFormat = keyof typeof feedTypes

export const feedFormats = ['atom', 'rss', 'json', 'ninjs'] as const satisfies readonly FeedFormat[]

/** What people call them. */
export const feedNames = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed', ninjs: 'ninjs' } as const

export const feedPath = (language: string, format: FeedFormat): string =>
  `/${language}/feed.${format}`

/** Of the texts on one topic in one language. */
export function topicPath(language: string, slug: string, page = 1): string {
  return `/${language}/topics/${encodeURIComponent(slug)}${page > 1 ? `?page=${page}` : ''}`
}

export const topicFeedPath = (language: string, slug: string, format: FeedFormat): string =>
  `${topicPath(language, slug)}/feed.${format}`

/** Of all topics that have something to read. */
export const topicsPath = (language: string): string => `/${language}/topics`

/** What the press room says of itself. */
export const statementNames = ['about', 'follow', 'accessibility', 'privacy'] as const
export type StatementName = (typeof statementNames)[number]

export const statementPath = (language: string, name: StatementName): string =>
  `/${language}/${name}`

/** Of the archive, of a year (`2026`), or of a month (`11`) in it. */
export function archivePath(language: string, year?: string, month?: string, page = 1): string {
  const path = ['', language, 'archive', year, month].filter((part) => part !== undefined)
  return `${path.join('/')}${page > 1 ? `?page=${page}` : ''}`
}

/** What a search asks for, as its address says it. `topic`: the slug of one. Empty: not asked for. */
export interface SearchQuery {
  q: string
  topic: string
  kind: string
  year: string
  sort: '' | 'date' | 'relevance'
}

export const searchAction = (language: string): string => `/${language}/search`

/** With its parameters in the order in which the server writes them, so that one search has one address. */
export function searchPath(language: string, query: Partial<SearchQuery> = {}, page = 1): string {
  const { q = '', topic = '', kind = '', year = '', sort = '' } = query
  const all = Object.entries({ page: page > 1 ? String(page) : '', q, topic, kind, year, sort })
  const parameters = new URLSearchParams(all.filter(([, value]) => value !== ''))
  return `${searchAction(language)}${parameters.size > 0 ? `?${parameters}` : ''}`
}

/** The public read-only interface; of one text by its id, which stays the same across corrections. */
export const apiPath = '/api/public/v1'
export const editionsPath = `${apiPath}/editions`
export const editionPath = (id: string): string => `${editionsPath}/${encodeURIComponent(id)}`
export const openApiPath = '/openapi.json'

export const sitemapPath = '/sitemap.xml'
export const newsSitemapPath = '/sitemap-news.xml'

/** Of the pages that are always there; of the texts in a language, and of the images, in parts counted from 1. */
export const pagesSitemapPath = '/sitemap-pages.xml'
export const imagesSitemapPath = (part: number): string => `/sitemap-images-${part}.xml`
export const textsSitemapPath = (language: string, part: number): string =>
  `/sitemap-${language}-${part}.xml`

export const securityPath = '/.well-known/security.txt'

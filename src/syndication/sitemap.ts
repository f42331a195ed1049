import { element, words, xmlDocument } from './xml.ts'

const namespaces = {
  sitemap: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
  xhtml: 'http://www.w3.org/1999/xhtml',
} as const

/** Most addresses of a news sitemap (Google, "News sitemaps"). */
export const mostInNewsSitemap = 1000

/** One page with its language versions, itself among them. Addresses absolute; moments ISO 8601, UTC. */
export interface SitemapPage {
  url: string
  updatedAt: string | null
  alternates: readonly { hreflang: string; href: string }[]
}

export interface NewsPage {
  url: string
  language: string
  title: string
  /** First publication. */
  publishedAt: string
}

export function sitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ url, updatedAt, alternates }) =>
    element(
      'url',
      {},
      [
        words('loc', url),
        words('lastmod', updatedAt ?? ''),
        ...alternates.map(({ hreflang, href }) =>
          element('xhtml:link', { rel: 'alternate', hreflang, href }),
        ),
      ].join(''),
    ),
  )
  return xmlDocument(
    element(
      'urlset',
      { xmlns: namespaces.sitemap, 'xmlns:xhtml': namespaces.xhtml },
      urls.join('\n'),
    ),
  )
}

export function sitemapIndex(parts: readonly { url: string; updatedAt: string | null }[]): string {
  const maps = parts.map(({ url, updatedAt }) =>
    element('sitemap', {}, words('loc', url) + words('lastmod', updatedAt ?? '')),
  )
  return xmlDocument(element('sitemapindex', { xmlns: namespaces.sitemap }, maps.join('\n')))
}

/** Texts of the last two days, newest first; may be empty. `publication`: the mission's name in each text's language. */
export function newsSitemap(
  pages: readonly NewsPage[],
  publication: (language: string) => string,
): string {
  const urls = pages
    .slice(0, mostInNewsSitemap)
    .map(({ url, language, title, publishedAt }) =>
      element(
        'url',
        {},
        words('loc', url) +
          element(
            'news:news',
            {},
            element(
              'news:publication',
              {},
              words('news:name', publication(language)) + words('news:language', language),
            ) +
              words('news:publication_date', publishedAt) +
              words('news:title', title),
          ),
      ),
    )
  return xmlDocument(
    element(
      'urlset',
      { xmlns: namespaces.sitemap, 'xmlns:news': namespaces.news },
      urls.join('\n'),
    ),
  )
}

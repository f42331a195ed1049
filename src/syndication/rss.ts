import type { Feed, FeedItem } from './feed.ts'
import { element, words, xmlDocument } from './xml.ts'

/** RFC 822 with a year of four digits, as RSS 2.0 asks for. */
function rfc822(moment: string): string {
  return new Date(moment).toUTCString().replace('GMT', '+0000')
}

/**
 * RSS has no word for what is gone: an item with the same guid and nothing but the notice takes its place. Readers
 * that keep copies by guid replace theirs.
 */
function itemOf(item: FeedItem): string {
  const head = [
    words('guid', item.uri, { isPermaLink: 'false' }),
    words('link', item.url ?? ''),
    words('pubDate', rfc822(item.publishedAt)),
    words('dc:language', item.language),
    words('atom:updated', item.updatedAt),
  ]
  if (item.standing !== 'live')
    return element(
      'item',
      {},
      [
        ...head,
        words('title', item.title),
        words('description', item.notice),
        words('category', item.standing),
      ].join(''),
    )
  const [enclosure] = [item.image, ...item.files].filter((file) => file?.bytes != null)
  return element(
    'item',
    {},
    [
      ...head,
      words('title', item.headline),
      words('description', [item.notice, item.lead].filter(Boolean).join(' ')),
      words('category', item.kindName),
      ...item.topics.map((topic) => words('category', topic)),
      // One at most: RSS Advisory Board, best practices, "enclosure".
      enclosure
        ? element('enclosure', {
            url: enclosure.url,
            type: enclosure.mime,
            length: String(enclosure.bytes),
          })
        : '',
      ...item.alternates.map(({ language, url }) =>
        element('atom:link', {
          rel: 'alternate',
          href: url,
          hreflang: language,
          type: 'text/html',
        }),
      ),
      words('content:encoded', item.html),
    ].join(''),
  )
}

/** An RSS 2.0 feed (RSS Advisory Board, 2.0.11). */
export function rss(feed: Feed): string {
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        [
          words('title', feed.title),
          words('link', feed.home),
          // Required, and never empty.
          words('description', feed.subtitle || feed.title),
          words('language', feed.language),
          words('lastBuildDate', rfc822(feed.updatedAt)),
          element('atom:link', { rel: 'self', href: feed.self, type: 'application/rss+xml' }),
          ...(feed.hub ? [element('atom:link', { rel: 'hub', href: feed.hub })] : []),
          ...feed.items.map(itemOf),
        ].join('\n'),
      ),
    ),
  )
}

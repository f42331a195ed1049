import type { Feed, LiveItem, NoticeItem } from './feed.ts'
import { element, words, xmlDocument } from './xml.ts'

const link = (rel: string, href: string, more: Readonly<Record<string, string>> = {}): string =>
  element('link', { rel, href, ...more })

function entry(item: LiveItem): string {
  return element(
    'entry',
    { 'xml:lang': item.language },
    [
      words('id', item.uri),
      words('title', item.headline),
      words('published', item.publishedAt),
      words('updated', item.updatedAt),
      link('alternate', item.url, { type: 'text/html', hreflang: item.language }),
      ...item.alternates.map(({ language, url }) =>
        link('alternate', url, { type: 'text/html', hreflang: language }),
      ),
      ...item.files.map(({ url, mime, bytes, title }) =>
        link('enclosure', url, {
          type: mime,
          title,
          ...(bytes === null ? {} : { length: String(bytes) }),
        }),
      ),
      element('category', { term: item.kind, label: item.kindName }),
      ...item.topics.map((topic) => element('category', { term: topic })),
      words('summary', [item.notice, item.lead].filter(Boolean).join(' ')),
      words('content', item.html, { type: 'html' }),
    ].join(''),
  )
}

/** A withdrawn text: an entry of the same id, newer than what takers have of it, and with the notice in its place. */
function withdrawn(item: NoticeItem): string {
  return element(
    'entry',
    { 'xml:lang': item.language },
    [
      words('id', item.uri),
      words('title', item.title),
      words('published', item.publishedAt),
      words('updated', item.updatedAt),
      item.url === null
        ? ''
        : link('alternate', item.url, { type: 'text/html', hreflang: item.language }),
      element('category', { term: 'withdrawn' }),
      words('content', item.notice, { type: 'text' }),
    ].join(''),
  )
}

/** A retracted text (RFC 6721): takers that know the element remove their copy. */
function deleted(item: NoticeItem): string {
  return element(
    'at:deleted-entry',
    { ref: item.uri, when: item.updatedAt },
    words('at:comment', item.notice, { 'xml:lang': item.language }),
  )
}

function itemOf(item: LiveItem | NoticeItem): string {
  if (item.standing === 'live') return entry(item)
  return item.standing === 'withdrawn' ? withdrawn(item) : deleted(item)
}

/** An Atom feed (RFC 4287) with tombstones (RFC 6721). */
export function atom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        'xml:lang': feed.language,
      },
      [
        words('id', feed.self),
        words('title', feed.title),
        words('subtitle', feed.subtitle),
        words('updated', feed.updatedAt),
        element('author', {}, words('name', feed.author) + words('uri', feed.home)),
        link('self', feed.self, { type: 'application/atom+xml' }),
        ...(feed.hub ? [link('hub', feed.hub, {})] : []),
        link('alternate', feed.home, { type: 'text/html', hreflang: feed.language }),
        words('icon', feed.icon ?? ''),
        ...feed.items.map(itemOf),
      ].join('\n'),
    ),
  )
}

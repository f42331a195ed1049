import type { Feed, FeedItem } from './feed.ts'

/** JSON Feed has no tombstones: what became of an item stands in an extension (JSON Feed 1.1, "Extensions"). */
function itemOf(item: FeedItem): object {
  const head = {
    id: item.uri,
    ...(item.url === null ? {} : { url: item.url }),
    language: item.language,
    date_published: item.publishedAt,
    date_modified: item.updatedAt,
  }
  if (item.standing !== 'live')
    return {
      ...head,
      title: item.title,
      content_text: item.notice,
      _communique: { standing: item.standing, notice: item.notice },
    }
  return {
    ...head,
    title: item.headline,
    summary: item.lead,
    content_html: item.html,
    content_text: item.text,
    ...(item.image ? { image: item.image.url } : {}),
    tags: [item.kindName, ...item.topics],
    ...(item.files.length > 0
      ? {
          attachments: item.files.map(({ url, mime, bytes, title }) => ({
            url,
            mime_type: mime,
            title,
            ...(bytes === null ? {} : { size_in_bytes: bytes }),
          })),
        }
      : {}),
    _communique: {
      standing: item.standing,
      kind: item.kind,
      ...(item.notice ? { notice: item.notice } : {}),
      languages: item.alternates,
    },
  }
}

/** A JSON Feed 1.1. */
export function jsonFeed(feed: Feed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.subtitle ? { description: feed.subtitle } : {}),
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    ...(feed.icon ? { icon: feed.icon } : {}),
    authors: [{ name: feed.author, url: feed.home }],
    ...(feed.hub ? { hubs: [{ type: 'WebSub', url: feed.hub }] } : {}),
    items: feed.items.map(itemOf),
  }
}

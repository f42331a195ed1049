import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atom } from '@/syndication/atom.ts'
import type { Feed, LiveItem, NoticeItem } from '@/syndication/feed.ts'
import { jsonFeed } from '@/syndication/json-feed.ts'
import { rss } from '@/syndication/rss.ts'
import { newsSitemap, sitemap, sitemapIndex } from '@/syndication/sitemap.ts'
import { all, only, parseXml } from '../../standards/xml.ts'

const live: LiveItem = {
  standing: 'live',
  uri: 'tag:press.halvoria.example,2026:text/1',
  url: 'https://press.halvoria.example/nb/releases/bro',
  language: 'nb',
  publishedAt: '2026-11-03T05:00:00.000Z',
  updatedAt: '2026-11-04T06:30:00.000Z',
  kind: 'news',
  kindName: 'Nyhet',
  headline: 'Ny bro & ny <vei>',
  lead: 'Den åpner "i dag".',
  html: '<p>Den er lang. ]]> &amp; bred</p>',
  text: 'Den er lang.',
  topics: ['Broer'],
  image: {
    url: 'https://press.halvoria.example/files/images/1/960.jpg',
    mime: 'image/jpeg',
    bytes: null,
    title: 'Broen',
  },
  files: [
    {
      url: 'https://press.halvoria.example/files/documents/1/fakta.pdf',
      mime: 'application/pdf',
      bytes: 245_000,
      title: 'Fakta',
    },
  ],
  alternates: [{ language: 'en', url: 'https://press.halvoria.example/en/releases/bridge' }],
  notice: 'Rettet 4. november 2026. Lengden var feil.',
}
const taken = (standing: NoticeItem['standing']): NoticeItem => ({
  standing,
  uri: `tag:press.halvoria.example,2026:text/${standing}`,
  url: standing === 'withdrawn' ? 'https://press.halvoria.example/nb/releases/withdrawn' : null,
  language: 'nb',
  publishedAt: '2026-11-02T05:00:00.000Z',
  updatedAt: '2026-11-05T06:30:00.000Z',
  title: standing === 'withdrawn' ? 'Trukket: Fergen' : 'Slettet',
  notice: 'Det stemte ikke.',
})
const feed: Feed = {
  title: 'Halvorias ambassade',
  subtitle: '',
  language: 'nb',
  author: 'Halvorias ambassade',
  home: 'https://press.halvoria.example/nb',
  self: 'https://press.halvoria.example/nb/feed.atom',
  hub: null,
  icon: null,
  updatedAt: '2026-11-05T06:30:00.000Z',
  items: [live, taken('withdrawn'), taken('retracted')],
}

const inAtom = (name: string) => `{http://www.w3.org/2005/Atom}${name}`

describe('an Atom feed', () => {
  const root = parseXml(atom(feed))

  it('has what RFC 4287 asks of a feed (4.1.1)', () => {
    expect(root.name).toBe(inAtom('feed'))
    expect(root.attributes['xml:lang']).toBe('nb')
    expect(only(root, 'id')).toBe('https://press.halvoria.example/nb/feed.atom')
    expect(only(root, 'title')).toBe('Halvorias ambassade')
    expect(only(root, 'updated')).toBe('2026-11-05T06:30:00.000Z')
    expect(all(root, 'author', 'name').map(({ text }) => text)).toEqual(['Halvorias ambassade'])
    expect(all(root, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['self', 'https://press.halvoria.example/nb/feed.atom'],
      ['alternate', 'https://press.halvoria.example/nb'],
    ])
  })

  it('has what RFC 4287 asks of an entry (4.1.2), with links to languages and documents', () => {
    const [entry = expect.unreachable()] = all(root, inAtom('entry'))
    expect(only(entry, 'id')).toBe('tag:press.halvoria.example,2026:text/1')
    expect(only(entry, 'title')).toBe('Ny bro & ny <vei>')
    expect(only(entry, 'published')).toBe('2026-11-03T05:00:00.000Z')
    expect(only(entry, 'updated')).toBe('2026-11-04T06:30:00.000Z')
    expect(only(entry, 'content')).toBe('<p>Den er lang. ]]> &amp; bred</p>')
    expect(all(entry, 'content')[0]?.attributes).toEqual({ type: 'html' })
    expect(only(entry, 'summary')).toBe(
      'Rettet 4. november 2026. Lengden var feil. Den åpner "i dag".',
    )
    expect(all(entry, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', href: live.url, type: 'text/html', hreflang: 'nb' },
      {
        rel: 'alternate',
        href: 'https://press.halvoria.example/en/releases/bridge',
        type: 'text/html',
        hreflang: 'en',
      },
      {
        rel: 'enclosure',
        href: 'https://press.halvoria.example/files/documents/1/fakta.pdf',
        type: 'application/pdf',
        title: 'Fakta',
        length: '245000',
      },
    ])
  })

  it('puts the notice in the place of a withdrawn text', () => {
    const entry = all(root, inAtom('entry'))[1] ?? expect.unreachable()
    expect(only(entry, 'id')).toBe('tag:press.halvoria.example,2026:text/withdrawn')
    expect(only(entry, 'title')).toBe('Trukket: Fergen')
    expect(only(entry, 'updated')).toBe('2026-11-05T06:30:00.000Z')
    expect(only(entry, 'content')).toBe('Det stemte ikke.')
    expect(all(entry, 'category').map(({ attributes }) => attributes.term)).toEqual(['withdrawn'])
  })

  it('has a tombstone for a retracted text (RFC 6721)', () => {
    const found = all(root, '{http://purl.org/atompub/tombstones/1.0}deleted-entry')
    expect(found.map(({ attributes }) => attributes)).toEqual([
      {
        ref: 'tag:press.halvoria.example,2026:text/retracted',
        when: '2026-11-05T06:30:00.000Z',
      },
    ])
    expect(all(root, inAtom('entry'))).toHaveLength(2)
  })
})

describe('an RSS feed', () => {
  const root = parseXml(rss({ ...feed, self: 'https://press.halvoria.example/nb/feed.rss' }))
  const [channel = expect.unreachable()] = all(root, 'channel')
  const items = all(channel, 'item')

  it('has what RSS 2.0 asks of a channel', () => {
    expect([root.name, root.attributes.version]).toEqual(['{}rss', '2.0'])
    expect(only(channel, '{}title')).toBe('Halvorias ambassade')
    expect(only(channel, '{}link')).toBe('https://press.halvoria.example/nb')
    expect(only(channel, '{}description')).toBe('Halvorias ambassade')
    expect(only(channel, '{}language')).toBe('nb')
    expect(only(channel, '{}lastBuildDate')).toBe('Thu, 05 Nov 2026 06:30:00 +0000')
  })

  it('has items with a fixed guid that is no address, dates of RFC 822 and one enclosure', () => {
    const [item = expect.unreachable()] = items
    const [guid] = all(item, 'guid')
    expect([guid?.text, guid?.attributes]).toEqual([live.uri, { isPermaLink: 'false' }])
    expect(only(item, '{}title')).toBe('Ny bro & ny <vei>')
    expect(only(item, '{}link')).toBe(live.url)
    expect(only(item, '{}pubDate')).toBe('Tue, 03 Nov 2026 05:00:00 +0000')
    expect(only(item, '{http://purl.org/rss/1.0/modules/content/}encoded')).toBe(live.html)
    // Its length is required, so a file of unknown size can't be one.
    expect(all(item, 'enclosure').map(({ attributes }) => attributes)).toEqual([
      {
        url: 'https://press.halvoria.example/files/documents/1/fakta.pdf',
        type: 'application/pdf',
        length: '245000',
      },
    ])
  })

  it('has the notice alone of what was taken back', () => {
    expect(
      items
        .slice(1)
        .map((item) => [only(item, 'guid'), only(item, '{}title'), item.children.length]),
    ).toEqual([
      ['tag:press.halvoria.example,2026:text/withdrawn', 'Trukket: Fergen', 8],
      ['tag:press.halvoria.example,2026:text/retracted', 'Slettet', 7],
    ])
    for (const item of items.slice(1)) expect(only(item, 'description')).toBe('Det stemte ikke.')
  })
})

describe('a JSON Feed', () => {
  it('has what version 1.1 asks for, and says what was taken back', () => {
    expect(jsonFeed({ ...feed, items: feed.items.slice(0, 2) })).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Halvorias ambassade',
      home_page_url: 'https://press.halvoria.example/nb',
      feed_url: 'https://press.halvoria.example/nb/feed.atom',
      language: 'nb',
      authors: [{ name: 'Halvorias ambassade', url: 'https://press.halvoria.example/nb' }],
      items: [
        {
          id: live.uri,
          url: live.url,
          language: 'nb',
          date_published: '2026-11-03T05:00:00.000Z',
          date_modified: '2026-11-04T06:30:00.000Z',
          title: 'Ny bro & ny <vei>',
          summary: 'Den åpner "i dag".',
          content_html: '<p>Den er lang. ]]> &amp; bred</p>',
          content_text: 'Den er lang.',
          image: 'https://press.halvoria.example/files/images/1/960.jpg',
          tags: ['Nyhet', 'Broer'],
          attachments: [
            {
              url: 'https://press.halvoria.example/files/documents/1/fakta.pdf',
              mime_type: 'application/pdf',
              title: 'Fakta',
              size_in_bytes: 245_000,
            },
          ],
          _communique: {
            standing: 'live',
            kind: 'news',
            notice: 'Rettet 4. november 2026. Lengden var feil.',
            languages: [
              { language: 'en', url: 'https://press.halvoria.example/en/releases/bridge' },
            ],
          },
        },
        {
          id: 'tag:press.halvoria.example,2026:text/withdrawn',
          url: 'https://press.halvoria.example/nb/releases/withdrawn',
          language: 'nb',
          date_published: '2026-11-02T05:00:00.000Z',
          date_modified: '2026-11-05T06:30:00.000Z',
          title: 'Trukket: Fergen',
          content_text: 'Det stemte ikke.',
          _communique: { standing: 'withdrawn', notice: 'Det stemte ikke.' },
        },
      ],
    })
  })
})

/** What XML 1.0 can carry of a text (2.2), with line ends as a parser gives them (2.11). */
const carried = (text: string): string =>
  [...text]
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return (
        [0x9, 0xa, 0xd].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        code >= 0x10000
      )
    })
    .join('')
    .replace(/\r\n?/g, '\n')

describe('any words whatever', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ']]>',
      '<!--',
      '&#0;',
      '&nbsp;',
      '\u0000\u0008\uFFFE',
      '\uD800',
      '"\'><x>',
      '\r\n',
    ),
  )
  it('stay words in Atom and RSS, and the documents well-formed', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const item: LiveItem = {
          ...live,
          headline: words,
          lead: words,
          html: words,
          topics: [words],
          kindName: words,
          notice: words,
        }
        const hostileFeed = { ...feed, title: words, author: words, items: [item] }
        const [entry = expect.unreachable()] = all(parseXml(atom(hostileFeed)), inAtom('entry'))
        expect(all(entry, 'title').map(({ text }) => text)).toEqual(
          words === '' ? [] : [carried(words)],
        )
        const [one = expect.unreachable()] = all(parseXml(rss(hostileFeed)), 'channel', 'item')
        expect(all(one, 'encoded').map(({ text }) => text)).toEqual(
          words === '' ? [] : [carried(words)],
        )
      }),
      { numRuns: 300 },
    )
  })
})

const at = (rest: string) => `https://press.halvoria.example${rest}`
const inNews = (name: string) => `{http://www.google.com/schemas/sitemap-news/0.9}${name}`

describe('sitemaps', () => {
  it('name pages with all their languages', () => {
    const root = parseXml(
      sitemap([
        {
          url: at('/en/releases/a&b'),
          updatedAt: '2026-11-04T06:30:00.000Z',
          alternates: [
            { hreflang: 'en', href: at('/en/releases/a&b') },
            { hreflang: 'x-default', href: at('/en/releases/a&b') },
          ],
        },
        { url: at('/nb'), updatedAt: null, alternates: [] },
      ]),
    )
    expect(root.name).toBe('{http://www.sitemaps.org/schemas/sitemap/0.9}urlset')
    const [first = expect.unreachable(), second = expect.unreachable()] = all(root, 'url')
    expect(first.children.map(({ name, text }) => [name.split('}')[1], text])).toEqual([
      ['loc', at('/en/releases/a&b')],
      ['lastmod', '2026-11-04T06:30:00.000Z'],
      ['link', ''],
      ['link', ''],
    ])
    expect(all(first, '{http://www.w3.org/1999/xhtml}link').map((one) => one.attributes)).toEqual([
      { rel: 'alternate', hreflang: 'en', href: at('/en/releases/a&b') },
      { rel: 'alternate', hreflang: 'x-default', href: at('/en/releases/a&b') },
    ])
    expect(second.children).toHaveLength(1)
  })

  it('are named in an index', () => {
    const root = parseXml(sitemapIndex([{ url: at('/sitemap-en-1.xml'), updatedAt: null }]))
    expect(root.name).toBe('{http://www.sitemaps.org/schemas/sitemap/0.9}sitemapindex')
    expect(all(root, 'sitemap', 'loc').map(({ text }) => text)).toEqual([at('/sitemap-en-1.xml')])
  })

  it('of news have what Google asks for, a thousand at most', () => {
    const one = { language: 'kk', title: 'Көпір', publishedAt: '2026-11-04T06:30:00.000Z' }
    const pages = Array.from({ length: 1001 }, (_, index) => ({ ...one, url: at(`/kk/${index}`) }))
    const found = all(parseXml(newsSitemap(pages, (language) => `Елшілік ${language}`)), 'url')
    expect(found).toHaveLength(1000)
    const [news = expect.unreachable()] = all(found[0] ?? expect.unreachable(), inNews('news'))
    expect(only(news, inNews('publication_date'))).toBe('2026-11-04T06:30:00.000Z')
    expect(only(news, inNews('title'))).toBe('Көпір')
    expect(all(news, 'publication', 'name')[0]?.text).toBe('Елшілік kk')
    expect(all(news, 'publication', 'language')[0]?.text).toBe('kk')
  })

  it('of news may be empty', () => {
    expect(parseXml(newsSitemap([], () => '')).children).toEqual([])
  })
})

import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { languageTags } from '@/language/languages.ts'
import { respond } from '@/press-room/respond.ts'
import type { TextContent } from '@/workflow/content.ts'
import { againstNinjs } from '../../standards/ninjs.ts'
import { all, only, parseXml } from '../../standards/xml.ts'
import { ask, document, halvoria, image, memoryStore, origin, published, text } from './helpers.ts'

const pictured: Partial<TextContent> = {
  images: [
    {
      id: 'room',
      alt: 'Shelves "along" a wall',
      caption: 'The reading room',
      credit: 'Ida Lund',
      copyright: '© Ida Lund',
      licence: 'https://licences.example/by',
      file: 'a1'.repeat(32),
      width: 4000,
      height: 2667,
    },
  ],
  documents: [{ id: 'facts', title: 'Facts', file: 'd0'.repeat(32) }],
  topics: [{ id: 't', name: 'Culture' }],
}
const store = memoryStore([
  published('library', text(pictured), { publishedAt: '2026-11-23T05:00:00.000Z' }),
  published('bibliotek', text({ language: 'nb', headline: 'Bibliotek' }), {
    of: 'translation',
    family: 'library',
    madeFrom: 'fingerprint-library-1',
  }),
  published('old', text({ headline: 'Old' }), { publishedAt: '2026-11-22T11:59:59.000Z' }),
  published('maktaba', text({ language: 'ar', headline: 'مكتبة' })),
  published('room', image()),
  published('facts', document()),
])

/** The data for search engines in a page, by type. */
function dataIn(body: string): Map<unknown, Record<string, unknown>> {
  const found = [...body.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)]
  return new Map(
    found.map(([, json = '']) => {
      const one = JSON.parse(json) as Record<string, unknown>
      return [one['@type'], one] as const
    }),
  )
}

describe('the head of a release page', () => {
  it('says to search engines what the page shows', async () => {
    const data = dataIn((await ask(store, '/en/releases/library')).body)
    const mission = {
      '@type': 'GovernmentOrganization',
      name: 'Embassy of Halvoria in Astana',
      url: `${origin}/en`,
    }
    expect(data.get('NewsArticle')).toMatchObject({
      '@context': 'https://schema.org',
      headline: 'Halvoria opens a library',
      description: 'The doors open on Friday.',
      inLanguage: 'en',
      datePublished: '2026-11-23T05:00:00.000Z',
      dateModified: '2026-11-20T05:00:00.000Z',
      author: mission,
      publisher: mission,
      keywords: ['Culture'],
      workTranslation: [{ '@type': 'NewsArticle', '@id': `${origin}/nb/releases/bibliotek` }],
      image: [
        {
          '@type': 'ImageObject',
          contentUrl: `${origin}/files/images/room-e1/full.jpg`,
          creditText: 'Ida Lund',
          copyrightNotice: '© Ida Lund',
          license: 'https://licences.example/by',
          acquireLicensePage: `${origin}/en/images/room`,
        },
      ],
    })
    const steps = data.get('BreadcrumbList')?.itemListElement as { item: string }[]
    expect(steps.map(({ item }) => item)).toEqual([
      `${origin}/en`,
      `${origin}/en/releases`,
      `${origin}/en/releases/library`,
    ])
  })

  it('names the original of a translation', async () => {
    const data = dataIn((await ask(store, '/nb/releases/bibliotek')).body)
    expect(data.get('NewsArticle')).toMatchObject({
      inLanguage: 'nb',
      translationOfWork: { '@id': `${origin}/en/releases/library` },
    })
  })

  it('says nothing of a withdrawn text', async () => {
    const withdrawn = memoryStore([published('library', text(), { standing: 'withdrawn' })])
    const { body } = await ask(withdrawn, '/en/releases/library')
    expect(body).not.toContain('ld+json')
    expect(body).toContain('noindex')
  })

  it.each(['/en', '/en/releases', '/en/releases/library', '/en/contacts'])(
    'leads newsreaders to the feeds of its language: %s',
    async (path) => {
      const { body } = await ask(store, path)
      for (const [format, type] of [
        ['atom', 'application/atom+xml'],
        ['rss', 'application/rss+xml'],
        ['json', 'application/feed+json'],
      ]) {
        expect(body).toContain(`<link rel="alternate" type="${type}" href="/en/feed.${format}"`)
        expect((await ask(store, `/en/feed.${format}`)).headers.get('content-type')).toBe(
          `${type}; charset=utf-8`,
        )
      }
    },
  )

  it('leads to no feed in a language that the mission gave up', async () => {
    const past = memoryStore([published('library', text({ language: 'ru' }))])
    expect((await ask(past, '/ru/releases/library')).body).not.toContain('/ru/feed.')
    expect((await ask(past, '/ru/feed.atom')).status).toBe(404)
  })

  it('leaves the page within one round trip', async () => {
    const paragraph = {
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, text: '' }],
    }
    const body = Array.from({ length: 12 }, (_, index) => ({
      ...paragraph,
      children: [
        { type: 'text' as const, text: `Paragraph ${index} of the whole text. `.repeat(9) },
      ],
    }))
    const long = memoryStore([
      published('library', text({ ...pictured, body })),
      published('room', image()),
      published('facts', document()),
    ])
    const page = (await ask(long, '/en/releases/library')).body
    expect(brotliCompressSync(page).length).toBeLessThan(14_000)
  })
})

describe('the pages where people look for news', () => {
  it.each(languageTags)('show the way to the feeds in their own words: %s', async (language) => {
    const room = memoryStore([], { mission: { ...halvoria, languages: [language, 'en'] } })
    for (const path of [`/${language}`, `/${language}/releases`]) {
      const { body } = await ask(room, path)
      const [, words = ''] = /<p class="feeds">(.*?)<\/p>/.exec(body) ?? []
      expect(words, path).toMatch(/^[^<:]+:/)
      for (const format of ['atom', 'rss', 'json', 'ninjs'])
        expect(words, path).toContain(`<a href="/${language}/feed.${format}"`)
    }
  })
})

const itemsOf = async (room: typeof store, path: string) => {
  const { items } = JSON.parse((await ask(room, path)).body) as {
    items: { id: string; content_html: string }[]
  }
  return items
}

describe('a feed', () => {
  it('ends at the newest fifty', async () => {
    const days = Array.from({ length: 60 }, (_, index) => {
      const publishedAt = new Date(Date.UTC(2026, 8, 1 + index)).toISOString()
      const standing = index % 3 === 0 ? 'withdrawn' : index % 7 === 0 ? 'retracted' : 'live'
      return published(`day-${index}`, text(), { publishedAt, standing })
    })
    const items = await itemsOf(memoryStore(days), '/en/feed.json')
    expect(items.map(({ id }) => id.split('/')[1])).toEqual(
      Array.from({ length: 50 }, (_, index) => `day-${59 - index}`),
    )
  })

  it('has absolute addresses only, and says the direction of its language', async () => {
    const items = [
      ...(await itemsOf(store, '/en/feed.json')),
      ...(await itemsOf(store, '/ar/feed.json')),
    ]
    const html = items.map(({ content_html }) => content_html).join('\n')
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, href = '']) => href)
    expect(addresses).toContain(`${origin}/files/images/room-e1/960.jpg`)
    for (const address of addresses) expect(address).toMatch(/^https:/)
    expect(html).toContain('alt="Shelves &quot;along&quot; a wall"')
    expect(html.match(/<div dir="rtl">/g)).toHaveLength(1)
  })

  it('tells days as the mission counts them', async () => {
    // Half past one in the night of the 23rd in Almaty.
    const noticeAt = '2026-11-22T20:30:00.000Z'
    const taken = memoryStore([
      published('a', text(), { standing: 'withdrawn', noticeAt, explanation: 'It sank.' }),
      published('b', text(), { standing: 'retracted', noticeAt, explanation: 'No.' }),
    ])
    for (const format of ['atom', 'rss', 'json']) {
      const { body } = await ask(taken, `/en/feed.${format}`)
      expect(body, format).toContain('withdrawn on 23 November 2026')
      expect(body, format).toContain('retracted on 23 November 2026')
    }
    expect((await ask(taken, '/en/feed.atom')).body).toContain(`when="${noticeAt}"`)
  })

  it('for newsrooms is a list of ninjs items, in which what was taken back is cancelled', async () => {
    const room = memoryStore([
      published('library', text(pictured), { publishedAt: '2026-11-23T05:00:00.000Z' }),
      published('ferry', text({ headline: 'Ferry' }), { standing: 'withdrawn' }),
      published('tunnel', text({ headline: 'Tunnel' }), { standing: 'retracted' }),
    ])
    const { body, headers } = await ask(room, '/en/feed.ninjs')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    const items = JSON.parse(body) as Record<string, unknown>[]
    expect(items.flatMap((item) => againstNinjs(item))).toEqual([])
    expect(items.map(({ uri, pubStatus }) => [uri, pubStatus])).toEqual([
      ['tag:press.halvoria.example,2026:text/library', 'usable'],
      ['tag:press.halvoria.example,2026:text/ferry', 'canceled'],
      ['tag:press.halvoria.example,2026:text/tunnel', 'canceled'],
    ])
    expect(body).not.toMatch(/"[^"]*(Ferry|Tunnel)/)
    // The same as the text's own address gives.
    expect(items[0]).toEqual(JSON.parse((await ask(room, '/en/releases/library.json')).body))
  })

  it('loses a picture and a document with their publication', async () => {
    const bare = memoryStore([published('library', text(pictured))])
    const answer = (await ask(bare, '/en/feed.json')).body
    expect(answer).not.toMatch(/files\/|Shelves|Facts/)
  })
})

describe('the news sitemap', () => {
  it('has the texts of 48 hours, and says when it changes by itself', async () => {
    const { body, headers } = await ask(store, '/sitemap-news.xml')
    expect(all(parseXml(body), 'url', 'loc').map((one) => one.text)).toEqual([
      `${origin}/en/releases/library`,
    ])
    // The clock of these tests stands at noon on 24 November.
    expect(headers.get('expires')).toBe('Wed, 25 Nov 2026 05:00:00 GMT')
    expect(headers.get('cache-control')).toBe('no-cache')
  })
})

describe('the sitemaps', () => {
  it('are cut into parts of a thousand texts', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => published(`t${index}`, text()))
    const room = memoryStore(many)
    const index = all(parseXml((await ask(room, '/sitemap.xml')).body), 'sitemap', 'loc')
    expect(index.map((one) => one.text.replace(origin, ''))).toEqual([
      '/sitemap-pages.xml',
      '/sitemap-en-1.xml',
      '/sitemap-en-2.xml',
    ])
    const sizes = [1, 2].map(async (part) => {
      const { body } = await ask(room, `/sitemap-en-${part}.xml`)
      return all(parseXml(body), 'url').length
    })
    expect(await Promise.all(sizes)).toEqual([1000, 1])
    expect((await ask(room, '/sitemap-en-3.xml')).status).toBe(404)
  })

  it('name each page with the same languages as its head', async () => {
    const [url = expect.unreachable()] = all(
      parseXml((await ask(store, '/sitemap-nb-1.xml')).body),
      'url',
    )
    const head = (await ask(store, new URL(only(url, 'loc')).pathname)).body
    const links = all(url, 'link').map(({ attributes }) => attributes)
    expect(links).toHaveLength(3)
    for (const { hreflang, href } of links)
      expect(head).toContain(`<link rel="alternate" hrefLang="${hreflang}" href="${href}"`)
  })
})

describe('robots.txt', () => {
  it('keeps the desk out of indexes and names the sitemaps', async () => {
    const { body, headers } = await ask(store, '/robots.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(body.split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /admin',
      'Disallow: /api/',
      '',
      `Sitemap: ${origin}/sitemap.xml`,
      `Sitemap: ${origin}/sitemap-news.xml`,
      '',
    ])
  })
})

const securityTxt = (securityContact?: string) =>
  respond(new Request(`${origin}/.well-known/security.txt`), {
    store,
    now: () => new Date('2026-11-24T12:00:00Z'),
    origin,
    securityContact,
  })

describe('security.txt', () => {
  it('isn’t there where nobody is named', async () => {
    expect((await securityTxt()).status).toBe(404)
  })

  it('has what RFC 9116 asks for, and expires within a year', async () => {
    const answer = await securityTxt('mailto:security@halvoria.example')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect((await answer.text()).split('\n')).toEqual([
      'Contact: mailto:security@halvoria.example',
      'Expires: 2027-05-24T00:00:00.000Z',
      'Preferred-Languages: en, nb, kk, ar',
      `Canonical: ${origin}/.well-known/security.txt`,
      '',
    ])
    // It is made anew each day.
    expect(answer.headers.get('expires')).toBe('Wed, 25 Nov 2026 00:00:00 GMT')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageTags } from '@/language/languages.ts'
import { idInShort, shortPath } from '@/press-room/short-links.ts'
import { statementsFor } from '@/press-room/words/statements/statements.ts'
import { ask, halvoria, memoryStore, origin, published, text } from './helpers.ts'

/** What the press room says of itself, and where a text leads on to. */

const library = 'a3f0c1d2-0000-4000-8000-00000000beef'
const uuid = (last: number): string => `a3f0c1d2-0000-4000-8000-${String(last).padStart(12, '0')}`
const culture = { id: 't1', slug: 'culture' }
const onCulture = (headline: string) =>
  text({ headline, topics: [{ id: 't1', name: 'Culture & books' }] })
const on = (day: number) => ({
  publishedAt: `2026-11-${String(day).padStart(2, '0')}T05:00:00.000Z`,
})

const store = memoryStore(
  [
    published(library, onCulture('A library & a park'), { slug: 'library', ...on(20) }),
    published(uuid(1), text({ headline: 'Before' }), { slug: 'before', ...on(18) }),
    published(uuid(2), text({ headline: 'Long before' }), { slug: 'long-before', ...on(10) }),
    published(uuid(3), text({ headline: 'After' }), { slug: 'after', ...on(22) }),
    published(uuid(4), text({ headline: 'Much later' }), { slug: 'much-later', ...on(23) }),
    published(uuid(5), onCulture('A secret'), { slug: 'secret', ...on(21), standing: 'withdrawn' }),
    published(uuid(6), onCulture('A theatre'), { slug: 'theatre', ...on(5) }),
    published(uuid(7), text({ headline: 'Taken' }), { slug: 'taken', standing: 'retracted' }),
    published(uuid(8), text({ language: 'nb', headline: 'Norsk' }), { slug: 'norsk', ...on(19) }),
  ],
  { topics: [culture, { id: 't2', slug: 'unused' }] },
)
const at = (path: string) => ask(store, path)
const mainOf = (body: string): string => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'),
    minLength: length,
    maxLength: length,
  })

describe('the pages on which the press room tells of itself', () => {
  it.each(languageTags)('are said in %s in its own words', (language) => {
    const said = Object.values(statementsFor(language)).flat() as string[]
    for (const words of said) expect(words).toMatch(/\S/)
    if (language !== 'en') {
      const english = new Set(Object.values(statementsFor('en')).flat() as string[])
      expect(said.filter((words) => english.has(words) && words.length > 20)).toEqual([])
    }
  })

  it.each(['about', 'follow', 'accessibility', 'privacy', 'topics'])(
    '%s is there in each language of the mission, and leads to the others',
    async (name) => {
      for (const language of halvoria.languages) {
        const { status, body } = await at(`/${language}/${name}`)
        expect(status).toBe(200)
        expect(body).toContain(`<link rel="canonical" href="${origin}/${language}/${name}"/>`)
        for (const other of halvoria.languages)
          expect(body).toContain(`hrefLang="${other}" href="${origin}/${other}/${name}"`)
      }
      expect((await at(`/ru/${name}`)).status).toBe(404)
      expect((await at(`/en/${name}/more`)).status).toBe(404)
      expect((await at('/sitemap-pages.xml')).body).toContain(`<loc>${origin}/nb/${name}</loc>`)
    },
  )

  it('stand at the foot of every page, also of one that isn’t there', async () => {
    for (const path of ['/en', '/en/releases/library', '/en/nothing'])
      for (const name of ['about', 'follow', 'accessibility', 'privacy'])
        expect((await at(path)).body).toContain(`<a href="/en/${name}">`)
  })

  it('tells of the mission in the words and at the address that it gave', async () => {
    const { body } = await at('/en/about')
    expect(body).toContain('represents the Republic of Halvoria')
    expect(mainOf(body)).toContain('<bdi>12 Saryarqa Avenue</bdi>')
    // Nothing was said in Norwegian.
    expect(mainOf((await at('/nb/about')).body)).not.toContain('represents')
  })

  it('says that readers are counted where they are, and that they aren’t where they aren’t', async () => {
    expect((await at('/en/privacy')).body).toContain('counts how often each text is opened')
    const uncounted = memoryStore([], { mission: { ...halvoria, countsReaders: false } })
    const { body } = await ask(uncounted, '/en/privacy')
    expect(body).toContain('Readers are not counted.')
    expect(body).not.toContain('counts how often')
  })

  it('names the feeds of each language, and of each topic that has something to read', async () => {
    const { body } = await at('/en/follow')
    const feeds = [...mainOf(body).matchAll(/href="([^"]*feed[^"]*)"/g)].map(([, href]) => href)
    const formats = ['atom', 'rss', 'json', 'ninjs']
    expect(feeds).toEqual([
      ...['en', 'nb', 'kk', 'ar'].flatMap((one) =>
        formats.map((format) => `/${one}/feed.${format}`),
      ),
      ...formats.map((format) => `/en/topics/culture/feed.${format}`),
    ])
    expect(body).toContain('href="/openapi.json"')
  })

  it('lists the topics that have something to read', async () => {
    const { body } = await at('/en/topics')
    const topics = [...mainOf(body).matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, ...of]) => of)
    expect(topics).toEqual([['/en/topics/culture', 'Culture &amp; books']])
    expect(mainOf((await at('/nb/topics')).body)).not.toContain('culture')
  })
})

describe('a text', () => {
  it('leads to the ones before and after it, and to those on its topics, in its language and live', async () => {
    const { body } = await at('/en/releases/library')
    const links = [...mainOf(body).matchAll(/<a href="(\/en\/releases\/[a-z-]+)">/g)]
    expect(links.map(([, href]) => href)).toEqual([
      '/en/releases/theatre',
      '/en/releases/before',
      '/en/releases/after',
    ])
    const first = mainOf((await at('/en/releases/theatre')).body)
    expect(first).toContain('>Later</b>')
    expect(first).not.toContain('>Earlier</b>')
    const alone = mainOf((await at('/nb/releases/norsk')).body)
    expect(alone).not.toMatch(/Tidligere|Senere/)
  })

  it('is passed on by mail and by a short address, while it is live', async () => {
    const { body } = await at('/en/releases/library')
    const short = shortPath(library)
    expect(short).toHaveLength('/s/'.length + 22)
    expect(body).toContain(`href="${origin}${short}"`)
    const mail = /href="mailto:\?subject=([^&"]*)&amp;body=([^"]*)"/.exec(body)
    expect(decodeURIComponent(mail?.[1] ?? '')).toBe('A library & a park')
    expect(decodeURIComponent(mail?.[2] ?? '')).toBe(`A library & a park\r\n${origin}${short}\r\n`)
    const withdrawn = mainOf((await at('/en/releases/secret')).body)
    expect(withdrawn).not.toMatch(/mailto:\?|\/s\/|\/en\/releases\/(before|library)/)
  })

  it('is found by its short address wherever it stands, and nothing else is', async () => {
    const found = await at(shortPath(library))
    expect([found.status, found.headers.get('location')]).toEqual([
      302,
      `${origin}/en/releases/library`,
    ])
    const taken = await at(shortPath(uuid(7)))
    expect([taken.status, taken.headers.get('location')]).toEqual([410, null])
    expect(taken.body).not.toMatch(/taken/i)
    for (const path of [shortPath(uuid(99)), '/s', '/s/abc', '/s/%00', `${shortPath(library)}/x`])
      expect((await at(path)).status, path).toBe(404)
  })

  it('has one short address for each id, of either database', () => {
    const ids = fc.oneof(hex(24), fc.uuid())
    fc.assert(
      fc.property(ids, (id) => {
        expect(idInShort(shortPath(id).slice(3))).toBe(id)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (code) => {
        const id = idInShort(code)
        if (id !== null) expect(shortPath(id)).toBe(`/s/${code}`)
      }),
    )
  })
})

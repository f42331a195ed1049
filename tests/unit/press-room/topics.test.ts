import { describe, expect, it } from 'vitest'
import { ask, memoryStore, published, text } from './helpers.ts'

/** Pages and feeds of one topic. */

const energy = { id: 't1', slug: 'energy' }
const secret = { id: 't2', slug: 'secret-talks' }
const on = (language: string, headline: string, name: string, id = energy.id) =>
  text({ language, headline, topics: [{ id, name }] })

const store = memoryStore(
  [
    published('dam', on('en', 'A new dam', 'Energy and water'), {
      publishedAt: '2026-11-20T05:00:00.000Z',
    }),
    published('older', on('en', 'An older dam', 'Energy'), {
      publishedAt: '2026-11-10T05:00:00.000Z',
    }),
    published('film', text({ headline: 'A film week' })),
    published('demning', on('nb', 'En ny demning', 'Energi'), { family: 'dam' }),
    published('unnamed', on('kk', 'Жаңа бөгет', '')),
    published('taken', on('ar', 'سد', 'طاقة'), { standing: 'retracted' }),
    published('noticed', on('en', 'A wrong dam', 'Energy'), {
      standing: 'withdrawn',
      publishedAt: '2026-11-01T05:00:00.000Z',
      noticeAt: '2026-11-22T05:00:00.000Z',
    }),
    published('gone', on('en', 'Talks', 'Secret talks', secret.id), { standing: 'retracted' }),
  ],
  { topics: [energy, secret, { id: 't3', slug: 'unused' }] },
)
const at = (path: string) => ask(store, path)

describe('the page of a topic', () => {
  it('lists the live texts on it, newest first, under the name that the newest gives it', async () => {
    const { status, body } = await at('/en/topics/energy')
    expect(status).toBe(200)
    expect(body).toContain('<h1 class="page">Energy and water</h1>')
    const found = [...body.matchAll(/href="\/en\/releases\/([^"]+)"/g)].map(([, slug]) => slug)
    expect(found).toEqual(['dam', 'older'])
  })

  it('names its feeds to people and to newsreaders, its own first', async () => {
    const { body } = await at('/en/topics/energy')
    for (const format of ['atom', 'rss', 'json', 'ninjs'])
      expect(body).toContain(`<a href="/en/topics/energy/feed.${format}"`)
    const heads = [...body.matchAll(/<link rel="alternate" type="[^"]*" href="([^"]*)"/g)]
    expect(heads.map(([, href]) => href)).toEqual([
      '/en/topics/energy/feed.atom',
      '/en/topics/energy/feed.rss',
      '/en/topics/energy/feed.json',
      '/en/feed.atom',
      '/en/feed.rss',
      '/en/feed.json',
    ])
  })

  it('leads to the languages in which something can be read on it, and to no others', async () => {
    const { body } = await at('/en/topics/energy')
    const alternates = [...body.matchAll(/hrefLang="([^"]*)" href="([^"]*)"/gi)]
    const topics = alternates.filter(([, , href]) => href?.includes('/topics/'))
    expect(topics.map(([, language]) => language)).toEqual(['en', 'nb', 'x-default'])
  })

  it('is reached from the texts on it', async () => {
    expect((await at('/en/releases/dam')).body).toContain(
      '<a href="/en/topics/energy">Energy and water</a>',
    )
    // A withdrawn text leads nobody on.
    expect((await at('/en/releases/noticed')).body).not.toContain('/topics/')
  })

  it.each([
    ['of which no text is', '/en/topics/unused'],
    ['that isn’t there', '/en/topics/nothing'],
    ['of which every text was retracted', '/en/topics/secret-talks'],
    ['of which nothing is live in this language', '/ar/topics/energy'],
    ['that has no name in this language', '/kk/topics/energy'],
    ['in a language that the mission doesn’t offer', '/ru/topics/energy'],
    ['on a page that is empty', '/en/topics/energy?page=2'],
    ['on a page that is none', '/en/topics/energy?page=0'],
    ['with something behind it', '/en/topics/energy/more'],
    ['with something behind its feed', '/en/topics/energy/feed.atom/more'],
    ['in capitals', '/en/topics/Energy'],
    ['with an encoded slash', '/en/topics%2Fenergy'],
  ])('isn’t there for a topic %s', async (_which, path) => {
    expect((await at(path)).status).toBe(404)
  })

  it('has one address', async () => {
    expect((await at('/en/topics/energy?page=1')).headers.get('location')).toMatch(
      /\/en\/topics\/energy$/,
    )
    expect((await at('/EN//topics/energy/')).status).toBe(301)
  })

  it('isn’t there for what only the register says', async () => {
    // The register was written, and the edition that is shown isn't about it yet.
    const early = {
      ...store,
      latest: async (...asked: Parameters<typeof store.latest>) => {
        const [language, shelf, { topic: _topic, ...range }] = asked
        return store.latest(language, shelf, range)
      },
    }
    const page = await ask(early, '/en/topics/secret-talks')
    expect(page.status).toBe(404)
    const { body } = await ask(early, '/en/topics/energy')
    expect(body).not.toContain('A film week')
    expect((await ask(early, '/en/topics/energy/feed.atom')).body).not.toContain('A film week')
  })
})

describe('the feeds of a topic', () => {
  it('hold what is on it, and tell what was withdrawn', async () => {
    const { status, headers, body } = await at('/en/topics/energy/feed.json')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const feed = JSON.parse(body) as Record<string, unknown> & { items: { title: string }[] }
    expect(feed).toMatchObject({
      title: 'Energy and water – Embassy of Halvoria in Astana',
      home_page_url: 'https://press.halvoria.example/en/topics/energy',
      feed_url: 'https://press.halvoria.example/en/topics/energy/feed.json',
    })
    expect(feed.items.map(({ title }) => title)).toEqual([
      'A new dam',
      'An older dam',
      'Withdrawn: A wrong dam',
    ])
  })

  it('go on where everything on it was taken back, and say nothing of what it said', async () => {
    const { status, body } = await at('/ar/topics/energy/feed.atom')
    expect(status).toBe(200)
    expect(body).not.toContain('طاقة')
    expect(body).not.toContain('سد')
    const items = JSON.parse((await at('/ar/topics/energy/feed.ninjs')).body) as object[]
    expect(items).toMatchObject([{ pubStatus: 'canceled' }])
  })

  it.each([
    '/en/topics/unused/feed.atom',
    '/en/topics/nothing/feed.atom',
    '/nb/topics/secret-talks/feed.rss',
    '/ru/topics/energy/feed.atom',
    '/en/topics/energy/feed.xml',
    '/en/topics/energy/feed.',
    '/en/topics//feed.atom',
  ])('aren’t there: %s', async (path) => {
    expect([404, 301]).toContain((await at(path)).status)
  })
})

describe('a text’s length', () => {
  it('is said in words and minutes, in the language of the page', async () => {
    expect((await at('/en/releases/dam')).body).toContain('Words: 11 · Reading time: 1 min')
    expect((await at('/nb/releases/demning')).body).toMatch(/Ord: 11 · Lesetid: 1 min/)
    expect((await at('/kk/releases/unnamed')).body).toMatch(/Сөз саны: 10 · Оқу уақыты: 1 мин/)
  })
})

describe('a printed page', () => {
  it('says where it is from', async () => {
    expect((await at('/en/releases/dam')).body).toContain(
      '<p class="from" dir="ltr">https://press.halvoria.example/en/releases/dam</p>',
    )
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all, only, parseXml, type Xml } from '../standards/xml.ts'
import { act, change, make, paragraph, picture, publish, pdf, upload } from './acts.ts'
import { type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { openServer, type OpenServer } from './press-server.ts'
import { pause } from '../unit/server/helpers.ts'

/** Feeds and sitemaps over the network: each act at the door is seen in them at once, in the languages it falls on. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let server: OpenServer
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor', 'translator'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  await desk.payload.updateGlobal({
    slug: 'mission',
    data: {
      names: [
        { language: 'en', name: 'Embassy of Halvoria' },
        { language: 'nb', name: 'Halvorias ambassade' },
      ],
      languages: ['en', 'nb', 'kk'],
      defaultLanguage: 'en',
      timeZonePost: 'Asia/Almaty',
    },
  })
  server = await openServer(desk, desk.mediaDir)
  contact = await make(editor, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
})
afterAll(async () => {
  server.close()
  await desk.close()
})

const textOf = (words: string) => ({
  headline: words,
  lead: `${words} lead`,
  datelinePlace: 'Oslo',
  datelineDate: '2026-03-03T12:00:00.000Z',
  body: paragraph(`${words} body`),
})

async function release(words: string, parts: object = {}): Promise<string> {
  const data = { language: 'en', ...textOf(words), contacts: [contact], about: false, ...parts }
  return make(editor, 'releases', data)
}

/** What is at an address once the server has seen the last act. */
async function read(where: string): Promise<string> {
  await pause(300)
  return (await server.get(where)).body.toString()
}

const entriesOf = async (language = 'en'): Promise<readonly Xml[]> =>
  all(parseXml(await read(`/${language}/feed.atom`)), 'entry')
const titles = async (language = 'en'): Promise<string[]> =>
  (await entriesOf(language)).map((entry) => only(entry, 'title'))
const entryOf = async (id: string, language = 'en'): Promise<Xml> =>
  (await entriesOf(language)).find((entry) => only(entry, 'id').endsWith(id)) ??
  expect.unreachable(id)
const itemsOf = async (language = 'en') =>
  (JSON.parse(await read(`/${language}/feed.json`)) as { items: Record<string, unknown>[] }).items
const addressesIn = async (map: string): Promise<string[]> =>
  all(parseXml(await read(map)), 'url', 'loc').map(({ text }) => text)

describe('the feeds of a press room in which nothing is published', () => {
  it.each([
    ['atom', 'application/atom+xml'],
    ['rss', 'application/rss+xml'],
    ['json', 'application/feed+json'],
  ])('are there, empty: %s', async (format, type) => {
    const answer = await server.get(`/nb/feed.${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`)
    expect(answer.headers['content-language']).toBe('nb')
    expect(answer.body.toString()).toContain('Halvorias ambassade')
    expect(answer.body.toString()).not.toMatch(/<entry|<item|"id"/)
  })

  it('are not there in a language that the mission doesn’t offer', async () => {
    for (const address of ['/ru/feed.atom', '/feed.atom', '/en/feed.xml', '/sitemap-ru-1.xml'])
      expect((await server.get(address)).status, address).toBe(404)
  })

  it('the sitemaps neither: only the pages that are always there', async () => {
    const index = all(parseXml(await read('/sitemap.xml')), 'sitemap', 'loc')
    expect(index.map(({ text }) => text)).toEqual([`${serverUrl}/sitemap-pages.xml`])
    expect((await server.get('/sitemap-en-1.xml')).status).toBe(404)
    expect(await addressesIn('/sitemap-pages.xml')).toContain(`${serverUrl}/kk/contacts`)
    expect(await addressesIn('/sitemap-news.xml')).toEqual([])
  })
})

describe('a text on its way', () => {
  let id: string
  let translation: string
  let path: string
  let translated: string
  let first: string

  it('is in no feed before it is published, and in those of its language at once then', async () => {
    const image = await upload(editor, 'images', await picture('bridge.jpg', '#123456'), {
      texts: [
        { language: 'en', alt: 'A bridge', caption: 'Seen from afar' },
        { language: 'nb', alt: 'En bro', caption: 'Sett langt fra' },
      ],
      credit: 'Ida Lund',
      cleared: true,
    })
    const facts = await upload(editor, 'documents', pdf('facts.pdf', 'Facts'), {
      texts: [
        { language: 'en', title: 'All facts' },
        { language: 'nb', title: 'Alle fakta' },
      ],
    })
    await publish(editor, reviewer, `/api/images/${image}`)
    await publish(editor, reviewer, `/api/documents/${facts}`)
    id = await release('bridge', { images: [image], documents: [facts] })
    path = `/api/releases/${id}`
    await act(editor, path, 'submit')
    await act(reviewer, path, 'approve')
    expect(await titles()).toEqual([])
    await act(reviewer, path, 'publish')
    expect(await titles()).toEqual(['bridge'])
    expect(await titles('nb')).toEqual([])
    expect(await addressesIn('/sitemap-en-1.xml')).toEqual([`${serverUrl}/en/releases/bridge`])
    expect(await addressesIn('/sitemap-news.xml')).toEqual([`${serverUrl}/en/releases/bridge`])
  })

  it('is there whole: text, picture, document', async () => {
    const entry = await entryOf(id)
    const content = only(entry, 'content')
    for (const part of [
      'bridge lead',
      'bridge body',
      'Seen from afar',
      'alt="A bridge"',
      'Ida Lund',
    ])
      expect(content, part).toContain(part)
    for (const [, address = ''] of content.matchAll(/(?:src|href)="([^"]*)"/g))
      expect((await server.get(new URL(address).pathname)).status, address).toBe(200)
    const enclosure = all(entry, 'link').find(({ attributes }) => attributes.rel === 'enclosure')
    const file = await server.get(new URL(enclosure?.attributes.href ?? '').pathname)
    expect(String(file.body.length)).toBe(enclosure?.attributes.length)
    const [item] = await itemsOf()
    expect(item).toMatchObject({
      url: `${serverUrl}/en/releases/bridge`,
      content_html: content,
      attachments: [{ mime_type: 'application/pdf', size_in_bytes: file.body.length }],
    })
    const rss = all(parseXml(await read('/en/feed.rss')), 'channel', 'item')
    expect(rss.map((one) => only(one, 'encoded'))).toEqual([content])
  })

  it('is linked with its translation, once that is public', async () => {
    translation = await make(editor, 'translations', {
      language: 'nb',
      ...textOf('bro'),
      release: id,
    })
    translated = `/api/translations/${translation}`
    expect(all(await entryOf(id), 'link').map((one) => one.attributes.hreflang)).not.toContain('nb')
    await publish(editor, reviewer, translated)
    expect(await titles('nb')).toEqual(['bro'])
    expect(await titles('kk')).toEqual([])
    const links = all(await entryOf(id), 'link')
    expect(links.find(({ attributes }) => attributes.hreflang === 'nb')?.attributes.href).toBe(
      `${serverUrl}/nb/releases/bro`,
    )
    const map = parseXml(await read('/sitemap-nb-1.xml'))
    expect(
      all(map, 'url', 'link').map(({ attributes }) => [attributes.hreflang, attributes.href]),
    ).toEqual([
      ['en', `${serverUrl}/en/releases/bridge`],
      ['nb', `${serverUrl}/nb/releases/bro`],
      ['x-default', `${serverUrl}/en/releases/bridge`],
    ])
  })

  it('keeps its id and its date through a minor correction, which shows at once', async () => {
    const before = await entryOf(id)
    first = only(before, 'updated')
    const { headers } = await server.get('/en/feed.atom')
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000)
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'bridge minor' })
    const unchanged = await server.get('/en/feed.atom', {
      headers: { 'if-none-match': headers.etag ?? '' },
    })
    expect(unchanged.status, 'a draft changes nothing').toBe(304)
    await publish(editor, reviewer, path, { change: 'minor' })
    const after = await entryOf(id)
    expect(only(after, 'summary')).toBe('bridge minor')
    expect([only(after, 'id'), only(after, 'updated')]).toEqual([only(before, 'id'), first])
  })

  it('keeps its id and moves its date with a major one, and says what was wrong', async () => {
    const before = await entryOf(id)
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000)
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'bridge major' })
    await publish(editor, reviewer, path, { change: 'major', publicNote: 'It is longer.' })
    const after = await entryOf(id)
    expect(only(after, 'id')).toBe(only(before, 'id'))
    expect(only(after, 'published')).toBe(only(before, 'published'))
    expect(only(after, 'updated') > first).toBe(true)
    expect(only(after, 'summary')).toMatch(/^Corrected on .*\. It is longer\. bridge major$/)
    expect(only(parseXml(await read('/en/feed.atom')), 'updated')).toBe(only(after, 'updated'))
    expect((await itemsOf())[0]).toMatchObject({ date_modified: only(after, 'updated') })
    // The translation lags behind now, and its readers are told.
    const [lagging = expect.unreachable()] = await entriesOf('nb')
    expect(only(lagging, 'content')).toContain('/en/releases/bridge')
  })

  it('withdrawn: leaves its notice and none of its words, and no map leads there', async () => {
    const before = await entryOf(translation, 'nb')
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000)
    await act(reviewer, path, 'withdraw', { explanation: 'It sank.', languages: ['nb'] })
    const after = await entryOf(translation, 'nb')
    expect(only(after, 'id')).toBe(only(before, 'id'))
    expect(only(after, 'title')).toMatch(/: bro$/)
    expect(only(after, 'content')).toContain('It sank.')
    expect(only(after, 'updated') > only(before, 'updated')).toBe(true)
    for (const format of ['atom', 'rss', 'json', 'ninjs'])
      expect(await read(`/nb/feed.${format}`), format).not.toMatch(/bro (lead|body)/)
    expect((await itemsOf('nb'))[0]).toMatchObject({ _communique: { standing: 'withdrawn' } })
    expect(await titles()).toEqual(['bridge'])
    expect(all(await entryOf(id), 'link').map((one) => one.attributes.hreflang)).not.toContain('nb')
    expect((await server.get('/sitemap-nb-1.xml')).status).toBe(404)
    expect(await addressesIn('/sitemap-news.xml')).toEqual([`${serverUrl}/en/releases/bridge`])
  })

  it('retracted: leaves a tombstone, and not even its address', async () => {
    await act(reviewer, path, 'retract', { explanation: 'None of it was true.' })
    const atom = parseXml(await read('/en/feed.atom'))
    expect(all(atom, 'entry')).toEqual([])
    const [tombstone = expect.unreachable()] = all(atom, 'deleted-entry')
    expect(tombstone.attributes.ref).toMatch(new RegExp(`^tag:localhost,2026:text/${id}$`))
    expect(tombstone.text).toContain('None of it was true.')
    for (const format of ['atom', 'rss', 'json']) {
      expect(await read(`/en/feed.${format}`), format).toContain('None of it was true.')
      expect(await read(`/en/feed.${format}`), format).not.toContain('bridge')
    }
    const ninjs = await read('/en/feed.ninjs')
    expect(JSON.parse(ninjs)).toMatchObject([{ pubStatus: 'canceled' }])
    expect(ninjs).not.toContain('bridge')
    expect(await addressesIn('/sitemap-news.xml')).toEqual([])
    expect(await read('/sitemap.xml')).not.toContain('sitemap-en')
  })
})

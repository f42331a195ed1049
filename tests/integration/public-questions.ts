import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { editionsPath, sections, statementNames } from '../../src/press-room/addresses.ts'
import { publishedFile } from '../../src/press-room/files.ts'
import { pressKit } from '../../src/press-room/kit.ts'
import { respond } from '../../src/press-room/respond.ts'
import { shortPath } from '../../src/press-room/short-links.ts'
import { addressesOf, asFiles } from '../../src/press-room/site.ts'
import { exportSite } from '../../src/server/site/export.ts'
import { payloadStore, type PressStore } from '../../src/press-room/store.ts'
import { type Desk, serverUrl } from './harness.ts'
import { type Room, roomLanguages } from './secret-room.ts'

/** What a stranger can ask the press room, and the whole of the answer. */

/** One for each desk, so that what the search has read stays read. */
const stores = new WeakMap<Desk, PressStore>()

function storeOf(desk: Desk): PressStore {
  const store = stores.get(desk) ?? payloadStore(desk.payload)
  stores.set(desk, store)
  return store
}

/** Status, headers and body of the answer to a public address. */
export async function pageAt(
  { desk }: Room,
  address: string,
  init: RequestInit = {},
): Promise<string> {
  let failure: unknown
  const response = await respond(new Request(serverUrl + address, init), {
    store: storeOf(desk),
    now: () => desk.clock.now,
    origin: serverUrl,
    log: (error) => {
      failure = error
    },
  })
  if (failure !== undefined) throw new Error(address, { cause: failure })
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort()
  return [response.status, ...headers, '', await response.text()].join('\n')
}

/** Writes the press room as files, as `npm run export-site` does. */
export async function exportTo({ desk }: Room, folder: string): Promise<void> {
  const { mediaDir } = desk
  const store = asFiles(storeOf(desk))
  const context = { store, now: () => desk.clock.now, origin: serverUrl }
  await exportSite(
    {
      origin: serverUrl,
      seeds: () => addressesOf(store),
      say: () => {},
      ports: {
        pressRevision: async () => String(await store.revision()),
        publishedFile: (pathname) => publishedFile(pathname, store, mediaDir),
        pressKit: (pathname) => pressKit(pathname, { store, origin: serverUrl, mediaDir }),
        respond: (request) => respond(request, context),
      },
    },
    folder,
  )
}

/** What a press kit holds, with the SHA-256 of its files' bytes. */
export async function kitAt({ desk }: Room, address: string): Promise<string> {
  const { mediaDir } = desk
  const kit = await pressKit(address, { store: storeOf(desk), origin: serverUrl, mediaDir })
  if (kit === null) return 'null'
  const files = kit.files.map((file) =>
    'path' in file
      ? { ...file, path: path.relative(mediaDir, file.path), bytes: sha256Of(file.path) }
      : file,
  )
  return JSON.stringify({ ...kit, files })
}

const sha256Of = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')

/** What is served of a file, with the SHA-256 of its bytes. */
export async function fileAt({ desk }: Room, address: string): Promise<string> {
  const store = payloadStore(desk.payload)
  const found = await publishedFile(address, store, desk.mediaDir)
  if (found === null || found === 'gone') return String(found)
  const { path: at } = found
  return JSON.stringify({ ...found, path: path.relative(desk.mediaDir, at), bytes: sha256Of(at) })
}

/** Addresses of a text, as somebody would try them who knows its headline. Each way of asking with its name. */
export const guesses: Record<string, (language: string, slug: string) => string> = {
  'its page': (language, slug) => `/${language}/releases/${slug}`,
  'its plain text': (language, slug) => `/${language}/releases/${slug}.txt`,
  'its data': (language, slug) => `/${language}/releases/${slug}.json`,
  'its press kit': (language, slug) => `/${language}/releases/${slug}.zip`,
  'its picture for sharing': (language, slug) => `/${language}/releases/${slug}.1.png`,
  'what other sites show of it': (language, slug) => `/${language}/releases/${slug}.oembed`,
  'its feed item': (language, slug) => `/${language}/releases/${slug}.ninjs`,
  'a preview': (language, slug) => `/${language}/releases/${slug}?draft=true&preview=1&edition=2`,
  'a slash at its end': (language, slug) => `/${language}/releases/${slug}/`,
  'a doubled slash': (language, slug) => `/${language}//releases//${slug}`,
  'capitals of the language': (language, slug) => `/${language.toUpperCase()}/releases/${slug}`,
  'capitals of the name': (language, slug) => `/${language}/releases/${slug.toUpperCase()}`,
  'a dot at its end': (language, slug) => `/${language}/releases/${slug}.`,
  'a null byte': (language, slug) => `/${language}/releases/${slug}%00`,
  'a null byte before the form': (language, slug) => `/${language}/releases/${slug}%00.json`,
  'a blank at its end': (language, slug) => `/${language}/releases/${slug}%20`,
  'an encoded form': (language, slug) => `/${language}/releases/${slug}%2Ejson`,
  'a form encoded twice': (language, slug) => `/${language}/releases/${slug}%252Ejson`,
  'a step on the spot': (language, slug) => `/${language}/releases/./${slug}`,
  'a step up': (language, slug) => `/${language}/images/../releases/${slug}`,
  'an encoded step up': (language, slug) => `/${language}/images/%2e%2e/releases/${slug}`,
  'an encoded slash': (language, slug) => `/${language}/releases%2F${slug}`,
  'steps in the name': (language, slug) => `/${language}/releases/..%2Freleases%2F${slug}`,
  'the next name': (language, slug) => `/${language}/releases/${slug}-2`,
  'another shelf': (language, slug) => `/${language}/documents/${slug}`,
  'no shelf': (language, slug) => `/${language}/${slug}`,
  'the language of items': (_language, slug) => `/mul/releases/${slug}`,
  'a language of no release': (_language, slug) => `/fr/releases/${slug}`,
  'every language': (_language, slug) => `/*/releases/${slug}`,
}

const oftenThere = [
  '/en/search?q=open',
  '/en/search?topic=roads',
  '/sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap-pages.xml',
  '/sitemap-images-1.xml',
  '/sitemap-images-2.xml',
  '/sitemap',
  '/robots.txt',
  '/openapi.json',
  '/api/public/v1',
  editionsPath,
  '/.well-known/security.txt',
  '/security.txt',
  '/.well-known/',
  '/feed',
  '/search',
  '/preview',
  '/.env',
  '/media',
  '/data/communique.db',
  '/favicon.ico',
  '/graphql',
  '/en/preview',
]

/** Addresses that anybody can know: of lists, of texts that are or were public, and of what a site often has. */
export function probes(room: Room): string[] {
  const lists = [...roomLanguages, 'fr', 'mul'].flatMap((language) => [
    `/${language}`,
    ...sections.flatMap((section) =>
      ['', '?page=1', '?page=2', '?page=99999', '?page=0', '?sort=-createdAt&limit=0'].map(
        (query) => `/${language}/${section}${query}`,
      ),
    ),
    ...['q=secret', 'topic=roads', 'kind=statement', 'year=2075', 'kind=advisory', 'draft=1'].map(
      (query) => `/${language}/releases?${query}`,
    ),
    ...['atom', 'rss', 'json', 'ninjs', 'ATOM', 'atom/'].map((form) => `/${language}/feed.${form}`),
    ...['', '?page=2', '?draft=true&edition=2'].map((query) => `/${language}/feed.atom${query}`),
    ...['roads', 'secret', 'Roads'].flatMap((topic) =>
      ['', '?page=2', '/feed.atom', '/feed.rss', '/feed.json', '/feed.ninjs', '/more'].map(
        (rest) => `/${language}/topics/${topic}${rest}`,
      ),
    ),
    ...['', '?q=secret', '?topic=secret', '?year=2075', '?q=open&draft=true&state=draft'].map(
      (query) => `/${language}/search${query}`,
    ),
    ...['topics', ...statementNames].map((name) => `/${language}/${name}`),
    ...['', '/2026', '/2026/03', '/2075/01'].map((period) => `/${language}/archive${period}`),
    ...[
      '',
      '&q=open',
      '&topic=roads',
      '&topic=secret',
      '&kind=advisory',
      '&since=2020-01-01',
      '&draft=1',
    ].map((more) => `${editionsPath}?language=${language}${more}`),
    ...['1', '2', '0', '99999'].map((part) => `/sitemap-${language}-${part}.xml`),
    // The name of an image that is there, and what somebody might try.
    ...[
      'seen-bridge',
      'seen-bridge-2',
      'Seen-bridge',
      'seen-bridge/',
      'seen-bridge.jpg',
      'seen-bridge?edition=1',
      'nothing',
    ].map((name) => `/${language}/images/${name}`),
  ])
  return [
    '/',
    ...lists,
    ...oftenThere,
    ...[...room.ids.values()].flatMap((id) => [
      `${editionsPath}/${id}`,
      `${editionsPath}/${id}?draft=true&edition=2`,
      shortPath(id),
    ]),
    ...[...room.readable, ...room.gone].flatMap(([language, slug]) =>
      Object.values(guesses).map((guess) => guess(language, slug)),
    ),
  ]
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slugOf } from '../../src/language/slug.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { fullSize } from '../../src/press-room/image-sizes.ts'
import { editionsPath } from '../../src/press-room/addresses.ts'
import { openSearch } from '../../src/press-room/search/search.ts'
import { payloadStore } from '../../src/press-room/store.ts'
import { exportTo, fileAt, guesses, kitAt, pageAt, probes } from './public-questions.ts'
import { idIn, openRoom, type Room } from './secret-room.ts'
import { hide } from './secret-room-hidden.ts'

/**
 * What a stranger reads, before and after the desk filled up with secrets: every answer must be the same, byte for
 * byte with all its headers, and no answer may hold a mark. An address guessed from a secret must be answered as one
 * at which there never was anything.
 */

let room: Room
let before: Map<string, string>
let after: Map<string, string>
let filesBefore: Map<string, string>
let kitsBefore: Map<string, string>

const shown = (address: string) => after.get(address) ?? expect.unreachable(address)
/** An answer without the name that was asked for. */
const plain = (text: string, name: string) => text.replaceAll(new RegExp(name, 'gi'), 'guessed')
const statusOf = (answer: string | undefined) => Number(answer?.split('\n')[0])

const forms = ['', '.txt', '.json']

async function answers(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const address of probes(room)) found.set(address, await pageAt(room, address))
  for (const address of ['/', '/en', '/en/releases/open-bridge', '/en/releases/nothing-there'])
    for (const method of ['HEAD', 'POST', 'OPTIONS', 'PUT', 'PROPFIND'])
      found.set(`${method} ${address}`, await pageAt(room, address, { method }))
  for (const language of ['nb', 'de, ru;q=0.5', '*'])
    found.set(
      `/ ${language}`,
      await pageAt(room, '/', { headers: { 'accept-language': language } }),
    )
  return found
}

interface Row {
  id: string
  subject?: string
  content?: string
}

async function rowsOf(collection: string): Promise<Row[]> {
  const { docs } = await room.desk.payload.db.find<Row>({
    collection: collection as CollectionSlug,
    limit: 0,
    pagination: false,
  })
  return docs
}
const idsOf = async (collection: string) => (await rowsOf(collection)).map(({ id }) => id)

/** Names under which a file could be asked for. */
const namesOfFiles = (): string[] => [
  '40.avif',
  '40.webp',
  '40.jpg',
  '480.jpg',
  fullSize,
  'facts.pdf',
  'new-facts.pdf',
  ...room.secrets.flatMap(({ files }) => files ?? []),
]

async function files(): Promise<Map<string, string>> {
  const addresses = [
    ...(await idsOf('editions')).flatMap((edition) =>
      namesOfFiles().map((name) => `${edition}/${name}`),
    ),
    ...[...(await idsOf('entries')), ...room.ids.values()].flatMap((id) => [
      `${id}/${fullSize}`,
      `${id}/facts.pdf`,
    ]),
  ]
  const found = new Map<string, string>()
  for (const shelf of ['images', 'documents'])
    for (const rest of addresses) {
      const address = `/files/${shelf}/${rest}`
      found.set(address, await fileAt(room, address))
    }
  return found
}

/** At the address of every text and item that the register knows, in each of its languages. */
async function kits(): Promise<Map<string, string>> {
  const rows = (await rowsOf('entries')) as (Row & { language: string; slug: string })[]
  const found = new Map<string, string>()
  for (const { language, slug } of rows) {
    const address = `/${language}/releases/${encodeURIComponent(slug)}.zip`
    found.set(address, await kitAt(room, address))
  }
  return found
}

/** Ids of the editions of an item, oldest first. */
async function editionsOf(item: string): Promise<string[]> {
  const { docs } = await room.desk.payload.db.find<Row>({
    collection: 'editions',
    where: { subject: { equals: idIn(room, item) } },
    sort: 'number',
    pagination: false,
  })
  return docs.map(({ id }) => id)
}

beforeAll(async () => {
  room = await openRoom()
  before = await answers()
  filesBefore = await files()
  kitsBefore = await kits()
  await hide(room)
  after = await answers()
})
afterAll(() => room.desk.close())

describe('the public addresses', () => {
  it('show what is published, so that silence proves something', () => {
    const bridge = shown('/en/releases/open-bridge')
    for (const words of ['All about bridge.', 'Open roads en', 'Seen bridge', '+47 22 00 00 01'])
      expect(bridge).toContain(words)
    expect(bridge).toContain('facts.pdf')
    expect(shown('/en/releases')).toContain('bridge for everybody.')
    expect(shown('/nb/releases/open-bro')).toContain('All about bro.')
    expect(shown('/en/releases/open-twice')).toContain('A number was wrong.')
    expect(shown('/en/releases/open-ferry')).toContain('The ferry doesn’t sail.')
    expect(shown('/en/search?q=open')).toContain('/en/releases/open-bridge')
    expect(shown('/en/search?topic=roads')).toContain('/en/releases/open-tunnel')
    expect(shown('/en/archive/2026/03')).toContain('/en/releases/open-bridge')
    expect(shown(`${editionsPath}?language=en&q=open`)).toContain('Open bridge')
    for (const address of ['/en/search?q=open', '/en/archive/2026/03'])
      for (const slug of ['open-ferry', ...room.gone.map(([, gone]) => gone)])
        expect(shown(address)).not.toContain(slug)
    expect(shown('/en/images')).toContain('A lion')
    expect(shown('/en/contacts')).toContain('bo@open.example')
    for (const format of ['atom', 'rss', 'json']) {
      const feed = shown(`/en/feed.${format}`)
      for (const words of ['All about bridge.', 'A number was wrong.', 'facts.pdf', 'open-ferry'])
        expect(feed, format).toContain(words)
      // Withdrawn: its notice is told, what it said isn't any more.
      expect(feed, format).toContain('The ferry doesn’t sail.')
      expect(feed, format).not.toContain('All about ferry.')
      expect(shown(`/nb/feed.${format}`)).toContain('All about bro.')
    }
    expect(shown('/en/feed.atom')).toContain(
      `ref="tag:localhost,2026:text/${idIn(room, 'retracted')}"`,
    )
    expect(shown('/sitemap.xml')).toContain('/sitemap-en-1.xml')
    expect(shown('/sitemap-en-1.xml')).toContain('/en/releases/open-bridge<')
    for (const slug of ['open-ferry', ...room.gone.map(([, gone]) => gone)])
      for (const map of ['/sitemap-en-1.xml', '/sitemap-nb-1.xml', '/sitemap-news.xml'])
        expect(shown(map)).not.toContain(slug)
    for (const form of forms) {
      for (const [language, slug] of room.readable)
        expect(statusOf(after.get(`/${language}/releases/${slug}${form}`))).toBe(200)
      for (const [language, slug] of room.gone)
        expect(statusOf(after.get(`/${language}/releases/${slug}${form}`))).toBe(410)
    }
  })

  it('answer as if the desk were empty, to the byte', () => {
    expect(before.size).toBeGreaterThan(500)
    const differing = [...before].filter(([address, answer]) => after.get(address) !== answer)
    expect(differing.map(([address]) => address)).toEqual([])
  })

  it('tell nobody a word of what isn’t published', () => {
    expect(room.marks.all.length).toBeGreaterThan(300)
    const told = [...after].flatMap(([address, answer]) =>
      room.marks.in(answer, address).map((place) => `${address}: ${place}`),
    )
    expect(told).toEqual([])
  })

  it('name no id but those of public texts and of the files that they show', async () => {
    const texts = ['bridge text', 'bro', 'harbour text', 'tunnel text', 'ferry text', 'twice']
    const open = new Set([
      ...[...texts, 'retracted', 'retracted nb'].map((name) => idIn(room, name)),
      ...(await Promise.all(['bridge', 'facts', 'twice image', 'twice document'].map(editionsOf)))
        .map((editions) => editions.at(-1) ?? '')
        .filter(Boolean),
    ])
    const collections = room.desk.payload.config.collections.map(({ slug }) => slug)
    const hidden = (await Promise.all(collections.map(idsOf))).flat().filter((id) => !open.has(id))
    expect(hidden.length).toBeGreaterThan(200)
    const all = [...after.values()].join('\n')
    expect(hidden.filter((id) => all.includes(id))).toEqual([])
    for (const id of open) expect(all, 'a public id').toContain(id)
  })
})

describe('whoever guesses the address of', () => {
  const missing = 'never-written'

  it('a secret is answered as if there had never been anything', async () => {
    const secrets = room.secrets.filter(
      ({ address }) => address && !room.gone.some(([, slug]) => slug === address[1]),
    )
    expect(secrets.length).toBeGreaterThan(14)
    const controls = new Map<string, string>()
    for (const { what, address } of secrets) {
      const [language, slug] = address ?? expect.unreachable()
      for (const [how, guess] of Object.entries(guesses)) {
        const point = `${what} × ${how}`
        const answer = await pageAt(room, guess(language, slug))
        const key = `${language} ${how}`
        const control = controls.get(key) ?? (await pageAt(room, guess(language, missing)))
        controls.set(key, control)
        expect(plain(answer, slug), point).toBe(plain(control, missing))
        // Some spellings are sent on to the plain one first.
        expect([301, 404], point).toContain(statusOf(answer))
        expect(room.marks.in(answer, guess(language, slug)), point).toEqual([])
      }
      expect(statusOf(await pageAt(room, `/${language}/releases/${slug}`)), what).toBe(404)
    }
  })

  it('a secret word finds nothing, in whatever way it is typed', async () => {
    const words = room.marks.all.filter((mark) => /^zq[a-z]+qz$/.test(mark))
    expect(words.length).toBeGreaterThan(200)
    const never = 'zqnobodyeverwrotethisqz'
    const ask = (word: string) => pageAt(room, `/en/search?q=${word}`)
    const control = await ask(never)
    expect(statusOf(control)).toBe(200)
    for (const word of words.filter((_, at) => at % 5 === 0))
      expect(plain(await ask(word), word), word).toBe(plain(control, never))
    const [word = ''] = words
    for (const typed of [word.slice(0, -1), word.toUpperCase(), `x ${word}`])
      expect(await ask(typed)).not.toContain('<h2>')
  })

  it('whatever the search keeps keeps nothing of them', async () => {
    const file = path.join(room.desk.mediaDir, '..', 'press-search.db')
    const search = openSearch(payloadStore(room.desk.payload), `file:${file}`)
    await search.ready()
    await search.close()
    const kept = ['', '-wal']
      .map((ending) => file + ending)
      .filter((name) => existsSync(name))
      .map((name) => readFileSync(name).toString('latin1'))
      .join('')
    expect(kept).toContain('bridge')
    expect(room.marks.all.filter((mark) => mark.length > 4 && kept.includes(mark))).toEqual([])
  })

  it('a secret’s id asks the public interface about nothing', async () => {
    const known = new Set([...room.readable, ...room.gone].map(([, slug]) => slug))
    const entries = new Map((await rowsOf('entries')).map((row) => [row.subject, row]))
    const hidden = [...room.ids].filter(([, id]) => {
      const entry = entries.get(id) as { slug?: string; shelf?: string } | undefined
      return entry?.shelf !== 'texts' || !known.has(entry.slug ?? '')
    })
    expect(hidden.length).toBeGreaterThan(30)
    const control = await pageAt(room, `${editionsPath}/00000000-0000-4000-8000-000000000000`)
    expect(statusOf(control)).toBe(404)
    for (const [what, id] of hidden)
      expect(await pageAt(room, `${editionsPath}/${id}`), what).toBe(control)
  })

  it('a secret image’s name learns nothing of it', async () => {
    const standing = new Map(
      ((await rowsOf('entries')) as (Row & { shelf: string; slug: string; standing: string })[])
        .filter(({ shelf }) => shelf === 'images')
        .map(({ slug, standing: how }) => [slug, how]),
    )
    const images = (await rowsOf('images')) as (Row & { texts?: { alt?: string }[] })[]
    const names = images.flatMap(({ id, texts = [] }) => [
      id,
      ...texts.map(({ alt }) => slugOf(alt ?? '')),
    ])
    const told = new Map<string, number>()
    for (const name of new Set([...names, ...standing.keys()])) {
      const answer = await pageAt(room, `/en/images/${name}`)
      expect(room.marks.in(answer, name), name).toEqual([])
      const expected = { live: 200, retracted: 410 }[standing.get(name) ?? ''] ?? 404
      expect(statusOf(answer), name).toBe(expected)
      told.set(name, expected)
      if (expected !== 404) continue
      const control = await pageAt(room, `/en/images/${missing}`)
      expect(plain(answer, name), name).toBe(plain(control, missing))
    }
    expect(new Set(told.values())).toEqual(new Set([200, 404, 410]))
  })

  it('a secret topic learns nothing of it', async () => {
    const { docs } = await room.desk.payload.db.find<{ id: string; slug: string }>({
      collection: 'topics',
      limit: 0,
      pagination: false,
    })
    const secret = docs.filter(({ slug }) => slug !== 'roads')
    expect(secret.length).toBeGreaterThan(0)
    for (const { slug } of secret)
      for (const rest of ['', '/feed.atom', '/feed.ninjs'])
        for (const language of ['en', 'nb']) {
          const answer = await pageAt(room, `/${language}/topics/${slug}${rest}`)
          const control = await pageAt(room, `/${language}/topics/${missing}${rest}`)
          expect(statusOf(control)).toBe(404)
          expect(plain(answer, slug), slug).toBe(plain(control, missing))
          const list = await pageAt(room, `${editionsPath}?language=${language}&topic=${slug}`)
          expect(list).toContain('{"editions":[],"next":null}')
        }
  })

  it('what was retracted learns when and why, and nothing of what it said', async () => {
    expect(room.gone).toHaveLength(2)
    for (const [language, slug] of room.gone)
      for (const form of forms) {
        const address = `/${language}/releases/${slug}${form}`
        const answer = await pageAt(room, address)
        expect(statusOf(answer)).toBe(410)
        if (form !== '.json') expect(answer).toContain('It wasn’t true.')
        expect(room.marks.in(answer, address)).toEqual([])
      }
  })
})

describe('the public files', () => {
  it('are those of the live editions, in the sizes that pages show, and no others', async () => {
    const live: [string, string, string[]][] = []
    for (const item of ['bridge', 'twice image'])
      live.push([
        'images',
        (await editionsOf(item)).at(-1) ?? '',
        ['40.avif', '40.webp', '40.jpg', fullSize],
      ])
    live.push(['documents', (await editionsOf('facts')).at(-1) ?? '', ['facts.pdf']])
    live.push(['documents', (await editionsOf('twice document')).at(-1) ?? '', ['new-facts.pdf']])
    const expected = live.flatMap(([shelf, edition, names]) =>
      names.map((name) => `/files/${shelf}/${edition}/${name}`),
    )
    const all = await files()
    const served = [...all].filter(([, answer]) => answer.startsWith('{'))
    expect(served.map(([address]) => address).sort()).toEqual(expected.sort())
    // Gone is said of what was public once, whatever name is asked for; never of a superseded or unpublished one.
    const archived = new Set(
      (
        await Promise.all(
          ['archived', 'only retracted'].flatMap((name) => [
            editionsOf(`${name} image`),
            editionsOf(`${name} document`),
          ]),
        )
      ).flat(),
    )
    expect(archived.size).toBe(4)
    const gone = [...all].filter(([, answer]) => answer === 'gone')
    expect(new Set(gone.map(([address]) => address.split('/')[3]))).toEqual(archived)
  })

  it('are the same as before the desk filled up', async () => {
    const now = await files()
    expect(filesBefore.size).toBeGreaterThan(500)
    const differing = [...filesBefore].filter(([address, answer]) => {
      // Names that weren't known yet are new questions, not new answers.
      return now.has(address) && now.get(address) !== answer
    })
    expect(differing).toEqual([])
    const told = [...now].flatMap(([address, answer]) => room.marks.in(answer, address))
    expect(told).toEqual([])
  })

  it.each([
    ['a step up', (edition: string) => `/files/images/${edition}/../${edition}/full.jpg`],
    ['an encoded step', (edition: string) => `/files/images/${edition}/..%2Ffull.jpg`],
    [
      'a step encoded twice',
      (edition: string) => `/files/images/${edition}/%252e%252e%252ffull.jpg`,
    ],
    ['an encoded slash', (edition: string) => `/files/images%2F${edition}/full.jpg`],
    ['a backslash', (edition: string) => `/files/images/${edition}\\full.jpg`],
    ['a null byte', (edition: string) => `/files/images/${edition}/full.jpg%00`],
    ['a raw null byte', (edition: string) => `/files/images/${edition}/full.jpg\0`],
    ['a dot at the end', (edition: string) => `/files/images/${edition}/full.jpg.`],
    ['a blank at the end', (edition: string) => `/files/images/${edition}/full.jpg%20`],
    ['a line break', (edition: string) => `/files/images/${edition}/full.jpg\n`],
    ['capitals', (edition: string) => `/files/images/${edition}/FULL.JPG`],
    ['capitals of the shelf', (edition: string) => `/Files/Images/${edition}/full.jpg`],
    ['a doubled slash', (edition: string) => `/files//images/${edition}/full.jpg`],
    ['a slash at the end', (edition: string) => `/files/images/${edition}/full.jpg/`],
    ['the other shelf', (edition: string) => `/files/documents/${edition}/full.jpg`],
    ['the folder', (edition: string) => `/files/images/${edition}/`],
    ['the folder without a slash', (edition: string) => `/files/images/${edition}`],
    ['the folder above', () => '/files/images/'],
    ['the original', () => '/files/images/bridge.jpg'],
    ['an unfinished set', (edition: string) => `/files/images/.${edition}-0a1b2c/full.jpg`],
    ['a hidden file', (edition: string) => `/files/images/${edition}/.full.jpg`],
    ['a width that no page shows', (edition: string) => `/files/images/${edition}/41.jpg`],
    ['the database', () => '/files/images/x/../../../test.db'],
    ['the desk’s folder', () => '/files/documents/facts.pdf'],
  ])('are found under no other spelling: %s', async (_how, address) => {
    const [edition = ''] = (await editionsOf('bridge')).slice(-1)
    expect(await fileAt(room, `/files/images/${edition}/full.jpg`)).toContain('"type":"image/jpeg"')
    expect(await fileAt(room, address(edition))).toBe('null')
  })

  it('lie on the disk for published editions only', async () => {
    const editions = new Map(
      (await rowsOf('editions')).map(({ id, content }) => [id, content ?? '']),
    )
    for (const shelf of ['images', 'documents']) {
      const folders = readdirSync(path.join(room.desk.mediaDir, 'public', shelf))
      expect(folders.length).toBeGreaterThan(3)
      for (const folder of folders)
        expect(editions.get(folder), folder).toContain(`"type":"${shelf.slice(0, -1)}"`)
    }
  })
})

describe('the press kits', () => {
  it('are those of live texts, hold what their pages show, and are the same as before', async () => {
    const now = await kits()
    const there = [...now].filter(([, kit]) => kit !== 'null')
    const live = room.readable.filter(([, slug]) => slug !== 'open-ferry')
    expect(there.map(([address]) => address).sort()).toEqual(
      live.map(([language, slug]) => `/${language}/releases/${slug}.zip`).sort(),
    )
    const bridge = now.get('/en/releases/open-bridge.zip') ?? expect.unreachable()
    for (const words of ['All about bridge.', 'All about bro.', '+47 22 00 00 01', 'facts.pdf'])
      expect(bridge).toContain(words)
    expect(kitsBefore.size).toBeGreaterThan(5)
    for (const [address, kit] of kitsBefore) expect(now.get(address), address).toBe(kit)
    expect([...now].flatMap(([address, kit]) => room.marks.in(kit, address))).toEqual([])
  })

  it('aren’t at the address of a secret', async () => {
    for (const { what, address } of room.secrets) {
      if (!address) continue
      const [language, slug] = address
      expect(await kitAt(room, `/${language}/releases/${slug}.zip`), what).toBe('null')
    }
  })
})

describe('the exported site', () => {
  it('holds what strangers read, leads nowhere else, and tells no secret', async () => {
    const folder = path.join(room.desk.mediaDir, '../site')
    await exportTo(room, folder)
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => path.join(one.parentPath, one.name))
    const names = new Set(found.map((file) => file.slice(folder.length)))
    for (const [language, slug] of room.readable)
      for (const form of ['/index.html', '.txt', '.json'])
        expect(names, slug).toContain(`/${language}/releases/${slug}${form}`)
    for (const [, slug] of room.gone)
      expect([...names].filter((name) => name.includes(slug))).toEqual([])
    expect(room.marks.in([...names].join('\n'), '')).toEqual([])
    const told = found.flatMap((file) => room.marks.in(readFileSync(file).toString('latin1'), ''))
    expect(told).toEqual([])
    const utf8 = found.flatMap((file) => room.marks.in(readFileSync(file).toString(), ''))
    expect(utf8).toEqual([])
    const missing = [...names]
      .filter((name) => name.endsWith('.html'))
      .flatMap((name) => {
        const html = readFileSync(folder + name).toString()
        return [...html.matchAll(/ href="(\/[^"]*)"/g)].map(([, href = '']) => href)
      })
      .filter((href) => !names.has(href) && !names.has(`${href}/index.html`))
    expect([...new Set(missing)]).toEqual([])
  })
})

it('and all of this stands in a record that is whole', async () => {
  expect(problemsOf(await verify(room.desk.payload))).toEqual([])
})

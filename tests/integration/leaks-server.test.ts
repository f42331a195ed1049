import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asking, pause } from '../unit/server/helpers.ts'
import { readZip } from '../unit/server/zip.ts'
import { createReserve, registerReserve } from '../../src/server/reserve.ts'
import { act, change, make, paragraph, picture, publish, upload } from './acts.ts'
import { type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { withoutDatabase, openServer, type OpenServer } from './press-server.ts'

/**
 * The process as it stands on the network, with its response cache: what was withdrawn, retracted, archived or
 * superseded is gone from it within a second, whatever a reader's cache remembers and however it asks.
 */

let desk: Desk
let editor: Someone
let reviewer: Someone
let opened: OpenServer
let contact: string
/** Where pages are kept for when the database is gone. */
let keptIn: string

const get = (where: string, asking?: Asking) => opened.get(where, asking)

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  const assets = path.join(desk.mediaDir, '../assets/static')
  mkdirSync(path.join(assets, 'chunks'), { recursive: true })
  writeFileSync(path.join(assets, 'chunks/app.js'), 'alert(1)')
  writeFileSync(path.join(assets, '../secret.txt'), 'zqoutsideqz')
  keptIn = path.join(desk.mediaDir, '../kept')
  const reserve = createReserve({ dir: keptIn })
  registerReserve(reserve)
  opened = await openServer(desk, assets, reserve)
  contact = await make(editor, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
})
afterAll(async () => {
  opened.close()
  await desk.close()
})

/** Publishes a release. `path`: on the desk; `address`: in public. */
async function release(words: string, parts: object = {}) {
  const id = await make(editor, 'releases', {
    language: 'en',
    headline: words,
    lead: `${words} lead`,
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: paragraph(`${words} body`),
    contacts: [contact],
    about: false,
    ...parts,
  })
  await publish(editor, reviewer, `/api/releases/${id}`)
  return { path: `/api/releases/${id}`, address: `/en/releases/${words}` }
}

async function image(name: string, colour: string) {
  const file = await picture(name, colour)
  const fields = {
    texts: [{ language: 'en', alt: 'A colour', caption: 'Seen from afar' }],
    credit: 'Embassy',
    cleared: true,
  }
  const id = await upload(editor, 'images', file, fields)
  await publish(editor, reviewer, `/api/images/${id}`)
  return { id, path: `/api/images/${id}`, address: await fileOf(id), original: file.data }
}

/** The public address of the newest edition's download. */
async function fileOf(id: string): Promise<string> {
  const entry = await desk.payload.db.findOne<{ id: string; edition: string }>({
    collection: 'entries',
    where: { subject: { equals: id } },
  })
  return `/files/images/${entry?.edition ?? expect.unreachable()}/full.jpg`
}

/** Asks until the answer has this status; fails when that takes longer than a second. */
async function within(where: string, status: number): Promise<void> {
  const start = performance.now()
  while ((await get(where)).status !== status) {
    expect(performance.now() - start, `${where} isn’t ${status} after a second`).toBeLessThan(1000)
    await pause(20)
  }
}

/** Every way to ask for something that one had before, with what one had of it. */
const waysBack = (etag: string): [string, Asking][] => [
  ['plainly', {}],
  ['with the old ETag', { headers: { 'if-none-match': etag } }],
  ['with the old ETag, weakly', { headers: { 'if-none-match': `W/${etag}` } }],
  ['with any ETag', { headers: { 'if-none-match': '*' } }],
  ['with a date', { headers: { 'if-modified-since': new Date(2099, 1, 1).toUTCString() } }],
  ['for a part', { headers: { range: 'bytes=0-9' } }],
  ['for a part of the old one', { headers: { range: 'bytes=0-9', 'if-range': etag } }],
  ['for its end', { headers: { range: 'bytes=-10' } }],
  ['for no bytes at all', { headers: { range: 'bytes=99999999-' } }],
  ['compressed', { headers: { 'accept-encoding': 'br, gzip' } }],
  ['by HEAD', { method: 'HEAD' }],
  ['by HEAD with the old ETag', { method: 'HEAD', headers: { 'if-none-match': etag } }],
  [
    'under a foreign host',
    { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } },
  ],
  ['as somebody signed in', { headers: { authorization: `JWT ${editor.token ?? ''}` } }],
]

const feeds = ['/en/feed.atom', '/en/feed.rss', '/en/feed.json']
/** Where a text is found as long as it is live. */
const finders = ['/en/search', '/en/search?q=lead']
const maps = ['/sitemap.xml', '/sitemap-en-1.xml', '/sitemap-news.xml']

describe('a text that was withdrawn', () => {
  it('is read under its notice at once, whatever a cache remembers', async () => {
    const { path: desk, address } = await release('ferry')
    const before = await get(address)
    expect(before.status).toBe(200)
    const etag = before.headers.etag ?? expect.unreachable()
    expect((await get(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    for (const list of ['/en', ...feeds])
      expect((await get(list)).body.toString(), list).toContain('ferry lead')
    for (const list of finders) expect((await get(list)).body.toString(), list).toContain(address)
    for (const map of maps.slice(1))
      expect((await get(map)).body.toString(), map).toContain(address)
    const kit = await get(`${address}.zip`)
    expect(kit.status).toBe(200)
    expect(kit.body.toString()).toContain('ferry body')
    const card = await get(`${address}.1.png`)
    expect([card.status, card.headers['content-type']]).toEqual([200, 'image/png'])
    await act(reviewer, desk, 'withdraw', { explanation: 'It sank.' })
    // A kit is kept nowhere, so it is gone at once.
    for (const [how, asking] of waysBack(kit.headers.etag ?? '')) {
      const answer = await get(`${address}.zip`, asking)
      expect([answer.status, answer.body.length], how).toEqual([302, 0])
      expect(answer.headers.location, how).toBe(serverUrl + address)
    }
    await pause(300)
    for (const [how, asking] of waysBack(etag).filter(([way]) => way !== 'with any ETag')) {
      const answer = await get(address, asking)
      expect(answer.status, how).toBe(200)
      expect(answer.headers.etag, how).not.toBe(etag)
      if (asking.method !== 'HEAD' && how !== 'compressed')
        expect(answer.body.toString(), how).toContain('It sank.')
    }
    for (const [how, asking] of waysBack(card.headers.etag ?? '')) {
      const answer = await get(`${address}.1.png`, asking)
      expect([answer.status, answer.headers.etag], how).toEqual([404, undefined])
    }
    for (const list of ['/en', '/en/releases', ...finders, ...maps])
      expect((await get(list)).body.toString(), list).not.toContain('ferry')
    for (const feed of feeds) {
      const told = (await get(feed)).body.toString()
      expect(told, feed).toContain('It sank.')
      expect(told, feed).not.toMatch(/ferry (lead|body)/)
    }
  })
})

describe('a text that was retracted', () => {
  it('is gone at once in every form, whatever a cache remembers', async () => {
    const { path: desk, address } = await release('tunnel')
    const forms = ['', '.txt', '.json', '.zip', '.1.png', '.oembed']
    const etags = new Map<string, string>()
    for (const form of forms) {
      const { status, headers } = await get(address + form)
      expect(status).toBe(200)
      etags.set(form, headers.etag ?? expect.unreachable())
    }
    await act(reviewer, desk, 'retract', { explanation: 'There is no tunnel.' })
    // Each for itself: one that the cache had lost is made anew at once, one that it holds is asked after in its turn.
    for (const form of forms) await within(address + form, 410)
    for (const form of forms)
      for (const [how, asking] of waysBack(etags.get(form) ?? '')) {
        const answer = await get(address + form, asking)
        expect(answer.status, `${form} ${how}`).toBe(410)
        expect(answer.headers.etag, `${form} ${how}`).toBeUndefined()
        expect(answer.body.toString(), `${form} ${how}`).not.toMatch(/tunnel (lead|body)/)
      }
    for (const list of ['/en', '/en/releases', ...finders, ...maps])
      expect((await get(list)).body.toString(), list).not.toContain('tunnel')
    for (const feed of feeds) {
      const told = (await get(feed)).body.toString()
      expect(told, feed).toContain('There is no tunnel.')
      // Its explanation names it; nothing else does.
      expect(told.replaceAll('There is no tunnel.', ''), feed).not.toContain('tunnel')
    }
  })
})

describe('an address at which there was nothing yet', () => {
  it('shows a text as soon as it is published, and its newer draft never', async () => {
    expect((await get('/en/releases/harbour')).status).toBe(404)
    const { path: desk, address } = await release('harbour')
    await within(address, 200)
    const before = await get(address)
    await act(editor, desk, 'revise')
    await change(editor, desk, { headline: 'zqnewerqz', lead: 'zqnewerleadqz' })
    await act(editor, desk, 'submit')
    await pause(300)
    const after = await get(address)
    expect([after.status, after.headers.etag]).toEqual([200, before.headers.etag])
    expect(after.body.equals(before.body)).toBe(true)
  })
})

describe('a file', () => {
  it('of an archived image is gone at once, whatever a cache remembers', async () => {
    const { path: desk, address } = await image('bridge.jpg', '#123456')
    const before = await get(address)
    expect(before.status).toBe(200)
    const etag = before.headers.etag ?? expect.unreachable()
    expect((await get(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await get(address, { headers: { range: 'bytes=0-9' } })).status).toBe(206)
    const page = await get('/en/images/a-colour')
    expect(page.body.toString()).toContain('Seen from afar')
    expect((await get('/sitemap-images-1.xml')).body.toString()).toContain('/en/images/a-colour<')
    await act(reviewer, desk, 'archive', { explanation: 'It isn’t ours.' })
    for (const [how, asking] of waysBack(etag)) {
      const answer = await get(address, asking)
      expect(answer.status, how).toBe(410)
      expect(answer.headers.etag, how).toBeUndefined()
      expect(answer.headers['content-disposition'], how).toBeUndefined()
      expect(answer.body.includes(before.body.subarray(0, 20)), how).toBe(false)
    }
    await within('/en/images/a-colour', 410)
    for (const [how, asking] of waysBack(page.headers.etag ?? '')) {
      const answer = await get('/en/images/a-colour', asking)
      expect([answer.status, answer.headers.etag], how).toEqual([410, undefined])
      expect(answer.body.toString(), how).not.toMatch(/Seen from afar|A colour|It isn’t ours/)
    }
    await within('/sitemap-images-1.xml', 404)
  })

  it('of a superseded edition is answered as if it had never been', async () => {
    const { id, path: desk, address } = await image('lion.jpg', '#654321')
    const before = await get(address)
    expect(before.status).toBe(200)
    await act(editor, desk, 'revise')
    await change(editor, desk, {}, await picture('lioness.jpg', '#abcdef'))
    expect((await get(address)).body.equals(before.body), 'while the new one is a draft').toBe(true)
    await publish(editor, reviewer, desk, { change: 'major' })
    expect((await get(await fileOf(id))).status).toBe(200)
    const never = address.replace(/images\/[^/]+/, `images/${'0'.repeat(id.length)}`)
    for (const [how, asking] of waysBack(before.headers.etag ?? '')) {
      const [answer, control] = [await get(address, asking), await get(never, asking)]
      expect(answer.status, how).toBe(404)
      expect({ ...answer.headers, date: '' }, how).toEqual({ ...control.headers, date: '' })
      expect(answer.body.equals(control.body), how).toBe(true)
    }
  })

  it('that a retracted text alone showed is gone with it', async () => {
    const { id, address } = await image('tower.jpg', '#222222')
    const { path: desk, address: page } = await release('tower', { images: [id] })
    const picture = (await get(address)).body
    const packed = readZip((await get(`${page}.zip`)).body)
    expect(packed.map(({ name }) => name)).toEqual([
      'tower/en-tower.txt',
      'tower/contacts.txt',
      'tower/pictures.txt',
      'tower/pictures/01-tower.jpg',
    ])
    const full = packed.at(-1)?.bytes ?? expect.unreachable()
    expect(full.equals(picture), 'the very file that the page offers').toBe(true)
    expect(full.toString('latin1')).toContain('<photoshop:Credit>Embassy</photoshop:Credit>')
    expect(packed[0]?.bytes.equals((await get(`${page}.txt`)).body)).toBe(true)
    await act(reviewer, desk, 'retract', { explanation: 'No.' })
    expect((await get(address)).status).toBe(410)
  })
})

describe('what lies on the disk', () => {
  it('is reached by no spelling of a path', async () => {
    const draft = await picture('zqdraftfileqz.jpg', '#333333')
    await upload(editor, 'images', draft, { texts: [] })
    const { address } = await image('open.jpg', '#444444')
    const [, , , edition = ''] = address.split('/')
    const original = readFileSync(path.join(desk.mediaDir, 'images/zqdraftfileqz.jpg'))
    const tricks = [
      '/media/images/zqdraftfileqz.jpg',
      '/images/zqdraftfileqz.jpg',
      '/files/images/zqdraftfileqz.jpg',
      `/files/images/${edition}/zqdraftfileqz.jpg`,
      `/files/images/${edition}/../../../images/zqdraftfileqz.jpg`,
      `/files/images/${edition}/..%2f..%2f..%2fimages%2fzqdraftfileqz.jpg`,
      `/files/images/${edition}/%2e%2e/%2e%2e/%2e%2e/images/zqdraftfileqz.jpg`,
      `/files/images/${edition}/%252e%252e%252f%252e%252e%252fimages%252fzqdraftfileqz.jpg`,
      `/files/images/${edition}/..\\..\\..\\images\\zqdraftfileqz.jpg`,
      `/files/images/${edition}/..%5c..%5c..%5cimages%5czqdraftfileqz.jpg`,
      '/files/../media/images/zqdraftfileqz.jpg',
      '/files/%2e%2e/%2e%2e/etc/passwd',
      '//files/images/zqdraftfileqz.jpg',
      '/FILES/images/zqdraftfileqz.jpg',
      `${address}%00`,
      `${address}%00.jpg`,
      `${address}.`,
      `${address}/`,
      `${address};.jpg`,
      '/_next/static/../secret.txt',
      '/_next/static/%2e%2e/secret.txt',
      '/_next/static/..%2fsecret.txt',
      '/_next/static/%252e%252e/secret.txt',
      '/_next/static/chunks/%2e%2e/%2e%2e/secret.txt',
      '/_next/static/chunks/..%5c..%5csecret.txt',
      '/_next/static/chunks/app.js.map',
      '/_next/static//secret.txt',
      '/_next/static/',
      '/_next/static/chunks',
      '/_next/image?url=%2Fmedia%2Fimages%2Fzqdraftfileqz.jpg&w=640&q=75',
      '/_next/data/build/en.json',
      '/api/images/file/zqdraftfileqz.jpg',
      '/api/images/file/..%2f..%2ftest.db',
      '/api/documents/file/%2e%2e%2fimages%2fzqdraftfileqz.jpg',
      '/api/images/file/zqdraftfileqz-400x300.jpg',
      '/test.db',
      '/.env',
      '/.git/config',
      '/package.json',
    ]
    for (const trick of tricks)
      for (const method of ['GET', 'HEAD']) {
        const answer = await get(trick, { method })
        expect([301, 400, 403, 404], `${method} ${trick}`).toContain(answer.status)
        expect(answer.body.includes(original.subarray(0, 30)), trick).toBe(false)
        expect(answer.body.toString(), trick).not.toContain('zqoutsideqz')
        expect(answer.body.toString(), trick).not.toContain('root:')
      }
    expect((await get('/_next/static/chunks/app.js')).body.toString()).toBe('alert(1)')
    for (const target of ['http://evil.example/en', '*', 'en'])
      expect((await get(target)).status, target).toBe(400)
  })
})

describe('a guess over the network', () => {
  it.each(['releases', 'translations', 'contacts', 'images', 'documents', 'users', 'editions'])(
    'at %s is answered alike for what is there and what isn’t, header by header',
    async (collection) => {
      const { docs } = await desk.payload.db.find<{ id: string }>({
        collection: collection as 'releases',
        limit: 1,
      })
      const there = docs[0]?.id ?? '00000000-0000-4000-8000-000000000001'
      const missing = there.replaceAll(/[1-9a-f]/g, '0')
      for (const [method, tail] of [
        ['GET', ''],
        ['HEAD', ''],
        ['GET', '?depth=2&draft=true'],
        ['GET', '/actions'],
        ['POST', '/actions/publish'],
        ['PATCH', ''],
        ['DELETE', ''],
        ['OPTIONS', ''],
      ] as const) {
        const asking: Asking = {
          method,
          ...(method === 'POST' || method === 'PATCH'
            ? { body: '{"revision":1}', headers: { 'content-length': '14' } }
            : {}),
        }
        const [one, other] = [
          await get(`/api/${collection}/${there}${tail}`, asking),
          await get(`/api/${collection}/${missing}${tail}`, asking),
        ]
        expect(one.status, `${method} ${tail}`).toBe(other.status)
        expect({ ...one.headers, date: '' }).toEqual({ ...other.headers, date: '' })
        expect(one.body.toString().replaceAll(there, missing)).toBe(other.body.toString())
        expect(one.headers['cache-control']).toBe('private, no-store')
      }
    },
  )
})

// What is still being written has another name.
const onDisk = () => readdirSync(path.join(keptIn, 'pages')).filter((name) => !name.includes('.'))
const words = () => onDisk().map((name) => readFileSync(path.join(keptIn, 'pages', name), 'utf8'))

describe('with the database gone', () => {
  it('what was read last is served to the letter, by another process too, and is fresh when it is back', async () => {
    const { path: bridge, address } = await release('viaduct')
    const shown = ['/en', '/en/releases', address, `${address}.txt`, '/en/feed.atom']
    await within(address, 200)
    const before = await Promise.all(shown.map((one) => get(one)))
    await expect.poll(() => onDisk().length).toBeGreaterThanOrEqual(shown.length)
    const gone = await withoutDatabase(keptIn)
    for (const [index, one] of shown.entries()) {
      const { status, body, headers } = await gone.get(one)
      expect([status, headers.etag], one).toEqual([200, before[index]?.headers.etag])
      expect(body.toString(), one).toBe(before[index]?.body.toString())
    }
    // Never asked for, or asked of the database each time.
    for (const one of ['/en/releases/nothing', '/en/search?q=viaduct'])
      expect((await gone.get(one)).status, one).toBe(503)
    expect((await gone.get(`${address}.zip`)).status).toBe(500)
    gone.close()
    await act(reviewer, bridge, 'withdraw', { explanation: 'It fell.' })
    await pause(300)
    expect((await get(address)).body.toString()).toContain('It fell.')
  })

  it.each([
    ['withdrawn', 'withdraw', 'lock'],
    ['retracted', 'retract', 'sluice'],
  ] as const)(
    'nothing that was %s is served, a moment after it',
    async (_standing, action, word) => {
      const { path: text, address } = await release(word)
      const forms = [
        address,
        `${address}.txt`,
        `${address}.json`,
        '/en',
        '/en/releases',
        '/en/feed.rss',
      ]
      await within(address, 200)
      for (const one of forms) expect((await get(one)).body.toString(), one).toContain(word)
      await expect.poll(() => words().filter((one) => one.includes(`${word} lead`)).length).toBe(6)
      await act(reviewer, text, action, { explanation: 'It is closed.' })
      // No reader has asked for anything since.
      expect(words().filter((one) => one.includes(word))).toHaveLength(0)
      const gone = await withoutDatabase(keptIn)
      for (const one of forms) {
        const { status, body } = await gone.get(one)
        expect(status, one).toBe(503)
        expect(body.toString(), one).not.toContain(word)
      }
      gone.close()
    },
  )

  it('under load, nothing of a text is kept that goes while it is being read', async () => {
    const { path: text, address } = await release('aqueduct')
    await within(address, 200)
    const readers = { reading: true }
    const reading = Array.from({ length: 4 }, async () => {
      for (let times = 0; readers.reading && times < 2_000; times++) {
        await get(address)
        await get('/en')
      }
    })
    await act(reviewer, text, 'retract', { explanation: 'It is dry.' })
    readers.reading = false
    await Promise.all(reading)
    await pause(300)
    expect(words().filter((one) => one.includes('aqueduct lead'))).toHaveLength(0)
  })

  it('the pages that are to be there are made when nobody reads, and hold published words only', async () => {
    await release('culvert')
    const draft = await make(editor, 'releases', {
      language: 'en',
      headline: 'zqnewerqz culvert',
      lead: 'zqnewerleadqz',
      about: false,
    })
    expect(draft).toBeTruthy()
    for (let times = 0; times < 3; times++) await opened.keepUp()
    expect(words().join()).not.toMatch(/zqnewer/)
  })
})

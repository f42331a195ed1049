import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fileOfAddress, pathHere, withoutParameters } from '@/server/site/addresses.ts'
import { exportSite, type Site } from '@/server/site/export.ts'
import { origin } from './helpers.ts'

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'communique-site-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const html = (body: string, init: ResponseInit = {}) =>
  new Response(body, {
    ...init,
    headers: { 'content-type': 'text/html; charset=utf-8', ...init.headers },
  })

/** A press room of four pages. */
const pages: Record<string, () => Response> = {
  '/': () => html('', { status: 302, headers: { location: `${origin}/en` } }),
  '/en': () =>
    html(
      `<a href="/en/releases?page=2">Older</a> <a href="/en/gone">Gone</a> <a href="/en/search">Search</a>
      <a href="/admin">Desk</a> <a href="https://elsewhere.example/en/other">Elsewhere</a> <a href="//elsewhere.example/x">There</a>
      <img src="/files/a.jpg" srcSet="/files/a.jpg 1w, /files/b.jpg 2w"><meta content="${origin}/en/card.1.png">`,
    ),
  '/en/releases?page=2': () =>
    html(
      `<link href="${origin}/en/releases?page=2"><a href="/en/releases?page=3&amp;q=x">More</a>`,
    ),
  '/en/card.1.png': () => new Response('png', { headers: { 'content-type': 'image/png' } }),
  '/en/gone': () => html('gone', { status: 410 }),
  '/sitemap.xml': () =>
    new Response(`<urlset><loc>${origin}/en/only-there</loc></urlset>`, {
      headers: { 'content-type': 'application/xml' },
    }),
  '/en/only-there': () => html('<p>There</p>'),
}

async function site(change: Partial<Site['ports']> = {}): Promise<Site & { said: string[] }> {
  const media = await emptyFolder()
  await writeFile(join(media, 'a.jpg'), 'picture')
  const said: string[] = []
  return {
    origin,
    said,
    say: (line) => said.push(line),
    seeds: async () => ['/', '/sitemap.xml'],
    ports: {
      pressRevision: async () => '7',
      publishedFile: async (pathname) =>
        pathname === '/files/a.jpg'
          ? { path: join(media, 'a.jpg'), type: 'image/jpeg', etag: '"a"' }
          : null,
      pressKit: async () => null,
      respond: async (request) =>
        pages[request.url.slice(origin.length)]?.() ?? html('nothing', { status: 404 }),
      ...change,
    },
  }
}

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort()

const whole = [
  '404.html',
  'communique-export.json',
  'en/card.1.png',
  'en/index.html',
  'en/only-there/index.html',
  'en/releases/page/2/index.html',
  'files/a.jpg',
  'index.html',
  'sitemap.xml',
]

describe('an exported site', () => {
  it('holds all that can be reached, where a web server looks for it, and nothing else', async () => {
    const folder = join(await emptyFolder(), 'deep', 'site')
    const told = await exportSite(await site(), folder)
    expect(await filesIn(folder)).toEqual(whole)
    expect(told).toMatchObject({ pages: 4, files: 3 })
    const read = (name: string) => readFile(join(folder, name), 'utf8')
    expect(await read('index.html')).toContain('content="0;url=/en"')
    expect(await read('en/index.html')).toContain('href="/en/releases/page/2"')
    expect(await read('en/releases/page/2/index.html')).toContain(
      `<link href="${origin}/en/releases/page/2">`,
    )
    expect(await read('404.html')).toBe('nothing')
    expect(await read('files/a.jpg')).toBe('picture')
  })

  it('takes the place of an earlier one as a whole', async () => {
    const folder = join(await emptyFolder(), 'site')
    await exportSite(await site(), folder)
    await writeFile(join(folder, 'en', 'of-yesterday.html'), 'withdrawn')
    await exportSite(await site(), folder)
    expect(await filesIn(folder)).toEqual(whole)
    expect(await readdir(join(folder, '..'))).toEqual(['site'])
  })

  it('never takes the place of anything else', async () => {
    const parent = await emptyFolder()
    const folder = join(parent, 'thesis')
    await mkdir(folder)
    await writeFile(join(folder, 'chapter.txt'), 'mine')
    await expect(exportSite(await site(), folder)).rejects.toThrow(/holds something that no export/)
    await expect(exportSite(await site(), join(folder, 'chapter.txt'))).rejects.toThrow(
      /can’t be used as a folder/,
    )
    expect(await filesIn(parent)).toEqual(['thesis/chapter.txt'])
  })

  it('begins again when something is published or taken back meanwhile', async () => {
    const folder = join(await emptyFolder(), 'site')
    const revisions = ['1', '2', '2', '2']
    const asked = await site({ pressRevision: async () => revisions.shift() ?? '2' })
    await exportSite(asked, folder)
    expect(asked.said).toEqual([expect.stringContaining('Beginning again')])
    const marker = JSON.parse(await readFile(join(folder, 'communique-export.json'), 'utf8'))
    expect(marker.revision).toBe('2')
  })

  it.each<[string, Partial<Site['ports']>, RegExp]>([
    [
      'the press room never stands still',
      {
        pressRevision: (
          (at) => async () =>
            String(at++)
        )(0),
      },
      /changed during each of three tries/,
    ],
    ['a page fails', { respond: async () => html('', { status: 500 }) }, /answered 500/],
  ])('leaves the earlier one alone, and nothing beside it, when %s', async (_why, ports, why) => {
    const parent = await emptyFolder()
    const folder = join(parent, 'site')
    await exportSite(await site(), folder)
    const before = await readFile(join(folder, 'communique-export.json'), 'utf8')
    await expect(exportSite(await site(ports), folder)).rejects.toThrow(why)
    expect(await readdir(parent)).toEqual(['site'])
    expect(await readFile(join(folder, 'communique-export.json'), 'utf8')).toBe(before)
  })
})

describe('an address among files', () => {
  it.each([
    ['/en/releases/dam', true, '/site/en/releases/dam/index.html'],
    ['/en/releases/dam.txt', false, '/site/en/releases/dam.txt'],
    ['/en/releases/%D0%B1%D3%A9%D0%B3%D0%B5%D1%82', true, '/site/en/releases/бөгет/index.html'],
    ['/en/images?page=12', true, '/site/en/images/page/12/index.html'],
    ['/', true, '/site/index.html'],
  ])('%s', (address, isPage, file) => {
    expect(fileOfAddress('/site', address, isPage)).toBe(file)
  })

  it.each(['/en/..', '/en/%2e%2e/%2e%2e/etc', '/en/a%2Fb', '/en/a%5Cb', '/en/%00'])(
    'is none for %s',
    (address) => {
      expect(() => fileOfAddress('/site', address, false)).toThrow(/can be no file/)
    },
  )

  it.each([
    ['/en/images', '/en/images'],
    [`${origin}/en`, '/en'],
    ['/en/images?page=3', '/en/images?page=3'],
    ['/en/images#top', '/en/images'],
    ['/en/search', null],
    ['/en/search?q=dam', null],
    ['/admin/login', null],
    ['/api/public/v1/editions', null],
    ['/preview/x', null],
    ['https://elsewhere.example/en', null],
    [`${origin}.evil.example/en`, null],
    ['//elsewhere.example', null],
    ['mailto:a@b.example', null],
    ['', null],
  ])('%j leads to %j', (reference, here) => {
    expect(pathHere(reference, origin)).toBe(here)
  })

  it('is written without parameters', () => {
    expect(withoutParameters('<a href="/en/x?page=2" rel="next">')).toBe(
      '<a href="/en/x/page/2" rel="next">',
    )
    expect(withoutParameters('<a href="/en/x?q=2">')).toBe('<a href="/en/x?q=2">')
  })
})

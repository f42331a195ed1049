import { describe, expect, it } from 'vitest'
import { parseXml } from '../../standards/xml.ts'
import { ask, halvoria, image, memoryStore, origin, published, text } from './helpers.ts'

const room = {
  id: 'room',
  alt: 'A reading room',
  caption: 'The reading room',
  credit: 'Ida Lund',
  copyright: '',
  licence: '',
  file: 'a1'.repeat(32),
  width: 4000,
  height: 2667,
}
const shows = { images: [room] }
const store = memoryStore([
  published(
    'room',
    image({
      texts: [
        { language: 'en', alt: 'A reading room', caption: 'The reading room of the library' },
        { language: 'kk', alt: 'Оқу залы', caption: '' },
      ],
      copyright: '© Halvoria',
      licence: 'https://licence.example/by',
    }),
    { slug: 'the-reading-room' },
  ),
  published('small', image({ file: { ...file(), width: 700, height: 350 } }), { slug: 'small' }),
  published('secret', image(), {
    slug: 'secret',
    standing: 'retracted',
    noticeAt: '2026-11-21T05:00:00.000Z',
  }),
  published('library', text(shows)),
  published('older', text({ ...shows, headline: 'It was planned' }), {
    publishedAt: '2026-10-01T05:00:00.000Z',
  }),
  published('other-file', text({ headline: 'Another file', images: [{ ...room, file: 'ff' }] })),
  published('taken', text({ ...shows, headline: 'Taken back' }), { standing: 'withdrawn' }),
  published('kitaphana', text({ ...shows, language: 'kk', headline: 'Кітапхана' })),
  published('bokhus', text({ ...shows, language: 'ru', headline: 'Библиотека' })),
])

function file() {
  return { name: 'IMG_0001.JPG', mime: 'image/jpeg', bytes: 1, sha256: 'cc' }
}

const page = async (path: string) => (await ask(store, path)).body

describe('the page of an image', () => {
  it('says what it shows, whose it is, in which sizes it can be had and which live texts show it', async () => {
    const { status, body, headers } = await ask(store, '/en/images/the-reading-room')
    expect(status).toBe(200)
    expect(headers.get('content-language')).toBe('en')
    for (const words of [
      '<h1 class="page">The reading room of the library</h1>',
      'A reading room',
      'Photo: Ida Lund',
      '© Halvoria',
      'href="https://licence.example/by"',
      'href="/files/images/room-e1/480.jpg"',
      'JPEG, 480 × 320',
      'JPEG, 2,400 × 1,600',
      'href="/files/images/room-e1/full.jpg"',
      'JPEG, 4,000 × 2,667',
      '/en/releases/library',
      `<link rel="canonical" href="${origin}/en/images/the-reading-room"/>`,
      'hrefLang="kk"',
    ])
      expect(body).toContain(words)
    expect(body.indexOf('/en/releases/library')).toBeLessThan(body.indexOf('/en/releases/older'))
    expect(body).not.toMatch(/Another file|Taken back|Кітапхана/)
    expect(body).not.toContain('"/en/images/the-reading-room">About')
  })

  it('says it in its own language, and marks what is said in another', async () => {
    const inKazakh = await page('/kk/images/the-reading-room')
    expect(inKazakh).toContain('<h1 class="page">Оқу залы</h1>')
    expect(inKazakh).toContain('/kk/releases/kitaphana')
    const inNorwegian = await page('/nb/images/the-reading-room')
    expect(inNorwegian).toContain('<h1 class="page" lang="en" dir="auto">')
    expect(inNorwegian).not.toContain('Vist i')
  })

  it('offers no size larger than the image', async () => {
    const body = await page('/en/images/small')
    expect(body).toContain('JPEG, 480 × 240')
    expect(body).toContain('JPEG, 700 × 350')
    expect(body).not.toContain('960.jpg')
  })

  it('tells search engines whose it is and where it can be had', async () => {
    const body = await page('/en/images/the-reading-room')
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'ImageObject',
      contentUrl: `${origin}/files/images/room-e1/full.jpg`,
      license: 'https://licence.example/by',
      creditText: 'Ida Lund',
      copyrightNotice: '© Halvoria',
      acquireLicensePage: `${origin}/en/images/the-reading-room`,
      width: 4000,
      height: 2667,
      inLanguage: 'en',
    })
  })

  it('is led to by the image bank, by texts that show it and by sitemaps', async () => {
    expect(await page('/en/images')).toContain('href="/en/images/the-reading-room"')
    expect(await page('/en/releases/library')).toContain('href="/en/images/the-reading-room"')
    // The mission doesn’t offer Russian: the text is there, pages of images aren’t.
    expect(await page('/ru/releases/bokhus')).not.toContain('/images/the-reading-room')
    expect((await ask(store, '/ru/images/the-reading-room')).status).toBe(404)
    expect(await page('/sitemap.xml')).toContain(`${origin}/sitemap-images-1.xml`)
    const map = await page('/sitemap-images-1.xml')
    parseXml(map)
    for (const language of halvoria.languages)
      expect(map).toContain(`<loc>${origin}/${language}/images/the-reading-room</loc>`)
    expect(map).not.toContain('/images/secret')
    expect((await ask(store, '/sitemap-images-2.xml')).status).toBe(404)
  })

  it('is gone with the image, and says only since when', async () => {
    const { status, body } = await ask(store, '/en/images/secret')
    expect(status).toBe(410)
    expect(body).toContain('This image was taken back on 21 November 2026')
    expect(body).not.toMatch(/reading room|Ida Lund|secret-e1/i)
  })

  it.each([
    '/en/images/nothing',
    '/en/images/library',
    '/mul/images/the-reading-room',
    '/en/images/the-reading-room/more',
    '/en/images/%00',
    '/en/documents/the-reading-room',
  ])('is not at %s', async (path) => {
    expect((await ask(store, path)).status).toBe(404)
  })
})

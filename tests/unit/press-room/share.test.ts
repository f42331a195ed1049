import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { respond } from '@/press-room/respond.ts'
import { type Shared, sharePicture } from '@/press-room/share/picture.ts'
import { type Setting, typesetter } from '@/press-room/share/type.ts'
import { ask, halvoria, memoryStore, origin, published, text } from './helpers.ts'

const said: Shared = {
  mission: 'Embassy of Halvoria in Astana',
  kind: 'Press release',
  date: '20 November 2026',
  headline: 'Halvoria opens a library',
  language: 'en',
  direction: 'ltr',
  colour: '#7a1f3d',
  host: 'press.halvoria.example',
}
const plain: Setting = { size: 100, weight: 600, language: 'en', direction: 'ltr' }

describe('the project’s own fonts', () => {
  it.each([
    [
      'English',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;–—!?“”‘’«»„…()/&%',
    ],
    ['Nordic languages', 'ÆØÅÄÖæøåäö'],
    ['German, French, Spanish', 'ßÜüÀàÂâÇçÉéÈèÊêËëÎîÏïÔôŒœÙùÛûÑñ¿¡'],
    ['Russian', 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№'],
    ['Ukrainian', 'ҐЄІЇґєії’'],
    ['Kazakh', 'ӘҒҚҢӨҰҮҺІәғқңөұүһі'],
    ['Arabic', 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟٠١٢٣٤٥٦٧٨٩'],
  ])('have every letter of %s, in both weights', async (_language, letters) => {
    const { line } = await typesetter()
    for (const weight of [400, 600] as const) {
      const setting = { ...plain, weight }
      const box = line('\u{1F9FF}', setting).outlines
      for (const letter of letters) {
        const { outlines, width } = line(letter, setting)
        expect(width, letter).toBeGreaterThan(0)
        expect(outlines, letter).toContain('<path')
        expect(outlines, letter).not.toBe(box)
      }
    }
  })

  it('join Arabic letters, and set them from right to left around numbers and Latin words', async () => {
    const { line } = await typesetter()
    const arabic: Setting = { ...plain, language: 'ar', direction: 'rtl' }
    // Alone a letter has another form than among others.
    expect(line('ببب', arabic).width).toBeLessThan(3 * line('ب', arabic).width * 0.9)
    const digits = line('2026', plain)
    const drawn = line('عام 2026', arabic).outlines
    expect(drawn.startsWith(`<g transform="translate(0 0)">${inner(digits.outlines)}`)).toBe(true)
  })
})

/** What is drawn within a group. */
const inner = (outlines: string) => outlines.replace(/^<g[^>]*>|<\/g>$/g, '')

describe('a picture for sharing', () => {
  it('has the size that services show, and is the same again', async () => {
    const png = await sharePicture(said)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect((await sharePicture({ ...said })).equals(png)).toBe(true)
    const others = await Promise.all([
      sharePicture({ ...said, headline: 'Halvoria closes a library' }),
      sharePicture({ ...said, colour: '#1f4e79' }),
      sharePicture({ ...said, mission: 'Embassy of Halvoria' }),
    ])
    for (const other of others) expect(other.equals(png)).toBe(false)
    // Light enough for a telephone.
    expect(png.length).toBeLessThan(80_000)
  })

  it.each([
    [
      'words of every length',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk und '.repeat(8),
    ],
    ['one endless word', 'x'.repeat(500)],
    ['one letter', 'A'],
    ['nothing', ''],
  ])('keeps within its margins: %s', async (_what, headline) => {
    const png = await sharePicture({ ...said, mission: headline || 'Halvoria', headline })
    const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
    const dark: string[] = []
    for (let y = 26; y < info.height; y += 1)
      for (let x = 0; x < info.width; x += 1)
        if ((x < 74 || x > 1126 || y > 606) && (data[y * info.width + x] ?? 255) < 200)
          dark.push(`${x},${y}`)
    expect(dark.slice(0, 5)).toEqual([])
  })
})

const store = memoryStore([
  published('library', text(), { number: 2 }),
  published('maktaba', text({ language: 'ar', headline: 'افتتاح مكتبة' })),
  published('taken', text(), { standing: 'withdrawn' }),
  published('gone', text(), { standing: 'retracted' }),
])

async function pictureAt(path: string) {
  const response = await respond(new Request(origin + path), {
    store,
    now: () => new Date('2026-11-24T12:00:00Z'),
    origin,
  })
  return { response, png: Buffer.from(await response.arrayBuffer()) }
}

describe('the address of a picture for sharing', () => {
  it.each([
    ['/en/releases/library.2.png', said],
    [
      '/ar/releases/maktaba.1.png',
      {
        ...said,
        mission: 'سفارة هالفوريا في أستانا',
        kind: 'بيان صحفي',
        date: '20 نوفمبر 2026',
        headline: 'افتتاح مكتبة',
        language: 'ar',
        direction: 'rtl' as const,
      },
    ],
  ])('%s says whose text it is, of what kind and day, and its headline', async (path, words) => {
    const { response, png } = await pictureAt(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(png.equals(await sharePicture({ ...words, colour: halvoria.colour }))).toBe(true)
  })

  it.each([
    ['/en/releases/library.1.png', 302],
    ['/en/releases/library.3.png', 302],
    ['/en/releases/taken.1.png', 404],
    ['/en/releases/taken.oembed', 404],
    ['/en/releases/gone.1.png', 410],
    ['/en/releases/gone.oembed', 410],
    ['/en/releases/nothing.1.png', 404],
    ['/en/releases/library.0.png', 404],
    ['/en/releases/library.png', 404],
    ['/en/releases/.1.png', 404],
    ['/en/releases/library.2.png/', 301],
  ])('%s: %i', async (path, status) => {
    const answer = await ask(store, path)
    expect(answer.status).toBe(status)
    if (status === 302)
      expect(answer.headers.get('location')).toBe(`${origin}/en/releases/library.2.png`)
    expect(answer.body).not.toMatch(/PNG/)
  })

  it('stands in the head of the page and in what other sites ask for', async () => {
    const { body } = await ask(store, '/en/releases/library')
    const url = `${origin}/en/releases/library.2.png`
    for (const tag of [
      `<meta property="og:image" content="${url}"/>`,
      '<meta property="og:image:width" content="1200"/>',
      '<meta property="og:image:height" content="630"/>',
      '<meta property="og:image:alt" content="Halvoria opens a library"/>',
      `<link rel="alternate" type="application/json+oembed" href="${origin}/en/releases/library.oembed"/>`,
    ])
      expect(body).toContain(tag)
    const withdrawn = (await ask(store, '/en/releases/taken')).body
    expect(withdrawn).not.toMatch(/og:image|oembed/)
    const card = await ask(store, '/en/releases/library.oembed')
    expect(JSON.parse(card.body)).toEqual({
      version: '1.0',
      type: 'link',
      title: 'Halvoria opens a library',
      author_name: 'Embassy of Halvoria in Astana',
      author_url: `${origin}/en`,
      provider_name: 'Embassy of Halvoria in Astana',
      provider_url: origin,
      url: `${origin}/en/releases/library`,
      thumbnail_url: url,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { TextContent } from '@/workflow/content.ts'
import { ask, contact, document, halvoria, image, memoryStore, published, text } from './helpers.ts'

const release = (changes: Partial<TextContent> = {}, ...rest: unknown[]) =>
  published('library', text(changes), ...(rest as []))
const page = async (store: Parameters<typeof ask>[0], path = '/en/releases/library') =>
  (await ask(store, path)).body
/** What a reader sees, without tags. */
const seen = (body: string): string =>
  body
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const pictured: Partial<TextContent> = {
  images: [
    {
      id: 'room',
      alt: 'Shelves along a wall',
      caption: 'The new reading room',
      credit: 'Ida Lund',
      copyright: '',
      licence: 'https://licences.example/by',
      file: 'a1'.repeat(32),
      width: 4000,
      height: 2667,
    },
  ],
}

describe('a live release', () => {
  it('shows headline, lead, date line, text, source, contacts, documents and topics', async () => {
    const store = memoryStore([
      release({
        topics: [
          { id: 't1', name: 'Culture' },
          { id: 't2', name: '' },
        ],
        sourceLabel: 'Ministry of Culture',
        sourceUrl: 'https://culture.halvoria.example/1',
        about: 'About us, in short.',
        documents: [{ id: 'facts', title: 'The facts', file: '' }],
        contacts: [{ id: 'mira', name: 'Mira Solheim', title: 'Attaché' }],
      }),
      published('mira', contact()),
      published('facts', document()),
    ])
    const words = seen(await page(store))
    for (const part of [
      'Press release Astana , 20 November 2026 Halvoria opens a library The doors open on Friday.',
      'Published 20 November 2026 at 10:00 GMT+5',
      'Everybody is welcome.',
      'Source: Ministry of Culture',
      'About us, in short.',
      'Mira Solheim Attaché',
      '+7 7172 55 01 10',
      'The facts PDF, 245 kB',
      'Culture',
    ]) {
      expect(words).toContain(part)
    }
    expect(words).not.toContain('Updated')
  })

  it('shows a picture with its words, credit, sizes and full size', async () => {
    const body = await page(memoryStore([release(pictured), published('room', image())]))
    expect(body).toContain('alt="Shelves along a wall"')
    expect(seen(body)).toContain('The new reading room Photo: Ida Lund Licence')
    expect(body).toContain(
      '/files/images/room-e1/480.avif 480w, /files/images/room-e1/960.avif 960w, /files/images/room-e1/1600.avif 1600w, /files/images/room-e1/2400.avif 2400w',
    )
    expect(body).toContain('href="/files/images/room-e1/full.jpg"')
    expect(seen(body)).toContain('(JPEG, 4,000 × 2,667)')
  })

  it('shows a picture within the text where it stands, and not on top again', async () => {
    const body = await page(
      memoryStore([
        release({ ...pictured, body: [{ type: 'image', image: 'room' }] }),
        published('room', image()),
      ]),
    )
    expect(body.match(/<figure/g)).toHaveLength(1)
  })

  it('puts speech in the quotation marks of its language', async () => {
    const body = [{ type: 'quotation', text: 'Les mer.', speaker: 'Ida Lund' }] as const
    const store = memoryStore([published('tale', text({ language: 'nb', body }))])
    expect(seen(await page(store, '/nb/releases/tale'))).toContain('«Les mer.» Ida Lund')
  })

  it('links its live language versions, itself included, to each other and to search engines', async () => {
    const body = await page(
      memoryStore([
        release(),
        published('bibliotek', text({ language: 'nb' }), { of: 'translation', family: 'library' }),
        published('kitap', text({ language: 'kk' }), {
          of: 'translation',
          family: 'library',
          standing: 'withdrawn',
        }),
      ]),
    )
    expect(body).toContain('<a href="/nb/releases/bibliotek" lang="nb" hrefLang="nb">')
    const alternates = [
      ...body.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g),
    ]
    expect(alternates.map(([, tag, href]) => [tag, href])).toEqual([
      ['en', 'https://press.halvoria.example/en/releases/library'],
      ['nb', 'https://press.halvoria.example/nb/releases/bibliotek'],
      ['x-default', 'https://press.halvoria.example/en/releases/library'],
    ])
    expect(body).not.toContain('kitap')
  })

  it('weighs less than 14 KB compressed, style included', async () => {
    const { gzipSync } = await import('node:zlib')
    const paragraph = {
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, text: 'Words of every kind stand here. '.repeat(20) }],
    }
    const body = await page(
      memoryStore([
        release({ ...pictured, body: Array.from({ length: 20 }, () => paragraph) }),
        published('room', image()),
      ]),
    )
    expect(gzipSync(body).length).toBeLessThan(14_000)
  })
})

const link = (href: string) => ({
  type: 'link' as const,
  href,
  children: [{ type: 'text' as const, text: 'press here' }],
})

describe('hostile text', () => {
  const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  const store = memoryStore(
    [
      release({
        headline: hostile,
        lead: hostile,
        datelinePlace: hostile,
        sourceLabel: hostile,
        sourceUrl: 'javascript:alert(1)',
        about: hostile,
        topics: [{ id: 't', name: hostile }],
        body: [
          { type: 'paragraph', children: [{ type: 'text', text: hostile, marks: ['bold'] }] },
          { type: 'quotation', text: hostile, speaker: hostile },
          {
            type: 'list',
            ordered: true,
            items: [
              { children: [link(' javascript:alert(1)')] },
              { children: [link('java\nscript:alert(1)')] },
              { children: [link('data:text/html,<script>')] },
              { children: [link('vbscript:x')] },
              { children: [link('/admin')] },
              { children: [link('https://good.example/?a=1&b=2')] },
              { children: [link('mailto:press@halvoria.example')] },
              { children: [link('tel:+7717255')] },
            ],
          },
        ],
        contacts: [{ id: 'mira', name: hostile, title: hostile }],
      }),
      published(
        'mira',
        contact({ email: 'a@b.example?bcc=all@c.example', telephone: 'javascript:alert(1)' }),
      ),
    ],
    {
      mission: {
        ...halvoria,
        names: [{ language: 'en', name: hostile, about: hostile }],
        address: hostile,
        colour: 'red}</style><script>alert(1)</script>',
      },
    },
  )

  it.each(['/en/releases/library', '/en', '/en/releases', '/en/contacts', '/en/nothing', '/'])(
    'is words and nothing else at %s',
    async (path) => {
      const whole = await page(store, path)
      // Data for search engines isn't run, and ends where it says it ends.
      const data = /<script type="application\/ld\+json">([^<]*)<\/script>/g
      for (const [, json = ''] of whole.matchAll(data))
        expect(JSON.parse(json)).toBeTypeOf('object')
      const body = whole.replaceAll(data, '')
      expect(body).not.toMatch(/<script/i)
      expect(body).not.toContain('<img src=x')
      expect(body.match(/<\/style>/g)).toHaveLength(1)
      expect(body).not.toMatch(/href="\s*(javascript|data|vbscript)/i)
    },
  )

  it('keeps the words of a link that may not be followed', async () => {
    const body = await page(store)
    expect(body.match(/press here/g)).toHaveLength(8)
    const links = [...body.matchAll(/<a href="([^"]*)">press here<\/a>/g)].map(([, href]) => href)
    expect(links).toEqual([
      'https://good.example/?a=1&amp;b=2',
      'mailto:press@halvoria.example',
      'tel:+7717255',
    ])
    expect(body).not.toContain('mailto:a@b')
  })
})

describe('a withdrawn release', () => {
  const store = memoryStore([
    published('library', text(), {
      standing: 'withdrawn',
      noticeAt: '2026-11-22T20:00:00.000Z',
      explanation: 'The date was wrong.',
    }),
    published('bibliotek', text({ language: 'nb' }), {
      of: 'translation',
      family: 'library',
      madeFrom: 'fingerprint-library-1',
    }),
  ])

  it('stays readable under a notice with date and explanation above the headline', async () => {
    const body = await page(store)
    // 20:00 UTC on the 22nd is the 23rd at the mission.
    expect(seen(body)).toContain('Withdrawn This text was withdrawn on 23 November 2026.')
    expect(seen(body)).toContain('Everybody is welcome.')
    expect(body.indexOf('The date was wrong.')).toBeLessThan(body.indexOf('<h1'))
    expect(body).toContain('<title>Withdrawn: Halvoria opens a library')
    expect(body).toContain('<meta name="robots" content="noindex"/>')
    expect(body).not.toContain('hrefLang="x-default"')
  })

  it('is in no list', async () => {
    expect(await page(store, '/en/releases')).not.toContain('opens a library')
    expect(await page(store, '/en')).not.toContain('opens a library')
  })

  it('is told of in plain text first, and is cancelled for newsrooms', async () => {
    const plain = await page(store, '/en/releases/library.txt')
    expect(plain.startsWith('*** Withdrawn. This text was withdrawn on 23 November 2026.')).toBe(
      true,
    )
    const item = JSON.parse(await page(store, '/en/releases/library.json'))
    expect(item.pubStatus).toBe('canceled')
  })

  it('is told of above a translation that still stands', async () => {
    expect(seen(await page(store, '/nb/releases/bibliotek'))).toContain(
      'Originalen til denne oversettelsen er trukket.',
    )
  })
})

describe('a retracted release', () => {
  const store = memoryStore([
    published('hemmelig', text({ language: 'nb', headline: 'Hemmelig sak', lead: 'Hemmelig' }), {
      standing: 'retracted',
      noticeAt: '2026-11-22T05:00:00.000Z',
      explanation: 'Publisert ved en feil.',
    }),
  ])

  it.each(['', '.txt', '.json'])(
    'is gone%s in its language, with nothing of what it said',
    async (form) => {
      const { status, body, headers } = await ask(store, `/nb/releases/hemmelig${form}`)
      expect(status).toBe(410)
      expect(headers.get('content-language')).toBe('nb')
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(body).not.toMatch(/Hemmelig/)
    },
  )

  it('says when and why', async () => {
    const { body } = await ask(store, '/nb/releases/hemmelig')
    expect(body).toContain('<html lang="nb"')
    expect(seen(body)).toContain('Denne teksten ble trukket tilbake 22. november 2026')
    expect(seen(body)).toContain('Publisert ved en feil.')
  })

  it('is cancelled for newsrooms under the name it had', async () => {
    const item = JSON.parse((await ask(store, '/nb/releases/hemmelig.json')).body)
    expect(item).toEqual({
      uri: 'tag:press.halvoria.example,2026:text/hemmelig',
      pubStatus: 'canceled',
      language: 'nb',
      versionCreated: '2026-11-22T05:00:00.000Z',
    })
  })
})

const translation = (madeFrom: string) =>
  published('bibliotek', text({ language: 'nb' }), {
    of: 'translation',
    family: 'library',
    madeFrom,
  })

describe('a translation', () => {
  const original = published(
    'library',
    text(),
    { number: 2, updatedAtPublic: '2026-11-20T05:00:00.000Z' },
    { publishedAt: '2026-11-23T05:00:00.000Z' },
  )
  it('made from an older edition says so above the headline, with date and link', async () => {
    const body = await page(
      memoryStore([original, translation('fingerprint-library-1')]),
      '/nb/releases/bibliotek',
    )
    expect(seen(body)).toContain('Originalen ble sist endret 23. november 2026.')
    expect(body).toContain('<a href="/en/releases/library" hrefLang="en">')
    expect(body.indexOf('Les originalen')).toBeLessThan(body.indexOf('<h1'))
  })

  it('made from the present edition says nothing', async () => {
    const body = await page(
      memoryStore([original, translation('fingerprint-library-2')]),
      '/nb/releases/bibliotek',
    )
    expect(body).not.toContain('Les originalen')
  })
})

describe('a corrected release', () => {
  const note = 'There are 64 places, not 46.'
  const corrected = published(
    'library',
    text(),
    { number: 2, updatedAtPublic: '2026-11-21T04:15:00.000Z' },
    { change: 'major', publicNote: note, publishedAt: '2026-11-21T04:15:00.000Z' },
  )

  it('says what changed, and when', async () => {
    const words = seen(await page(memoryStore([corrected])))
    expect(words).toContain(`Corrected on 21 November 2026 ${note}`)
    expect(words).toContain('Updated 21 November 2026 at 09:15 GMT+5')
  })

  it('still says so after a minor change', async () => {
    const store = memoryStore([published('library', text(), { number: 3 })], {
      earlier: [corrected.edition],
    })
    expect(seen(await page(store))).toContain(note)
  })

  it('does not say yet what an edition corrects that isn’t shown', async () => {
    const store = memoryStore([published('library', text())], { earlier: [corrected.edition] })
    expect(seen(await page(store))).not.toContain(note)
  })
})

describe('what a text shows', () => {
  const withContact = release({
    contacts: [{ id: 'mira', name: 'Mira Solheim', title: 'Press attaché until May' }],
  })

  it('has today’s number of a contact, with the name and title that were approved', async () => {
    const today = published(
      'mira',
      contact({ name: 'M. Solheim-Ek', telephone: '+7 7172 99 99 99' }),
      {
        number: 2,
      },
    )
    const words = seen(await page(memoryStore([withContact, today])))
    expect(words).toContain('Mira Solheim Press attaché until May')
    expect(words).toContain('+7 7172 99 99 99')
    expect(words).not.toContain('Solheim-Ek')
  })

  it.each(['withdrawn', 'retracted'] as const)('leaves out what is %s', async (standing) => {
    const body = await page(
      memoryStore([
        release({
          ...pictured,
          documents: [{ id: 'facts', title: 'The facts', file: '' }],
          contacts: [{ id: 'mira', name: 'Mira Solheim', title: '' }],
        }),
        published('room', image(), { standing }),
        published('facts', document(), { standing }),
        published('mira', contact(), { standing }),
      ]),
    )
    expect(body).not.toContain('<figure')
    expect(body).not.toContain('/files/')
    expect(body).not.toContain('The facts')
    expect(body).not.toContain('Mira')
  })

  it('leaves out a picture whose file is another than the approved one', async () => {
    const file = {
      name: 'b.jpg',
      mime: 'image/jpeg',
      bytes: 1,
      sha256: 'bb',
      width: 900,
      height: 600,
    }
    const store = memoryStore([release(pictured), published('room', image({ file }))])
    expect(await page(store)).not.toContain('/files/')
  })
})

describe('in every language', () => {
  const store = memoryStore([published('maktaba', text({ language: 'ar' }))])

  it('Arabic runs from right to left', async () => {
    for (const path of ['/ar', '/ar/releases/maktaba', '/ar/contacts', '/ar/nothing']) {
      expect(await page(store, path)).toContain('<html lang="ar" dir="rtl">')
    }
  })

  it('an empty list says where there is something', async () => {
    const body = await page(store, '/nb/releases')
    expect(seen(body)).toContain('Det er ingen meldinger på dette språket ennå.')
    expect(body).toContain('<a href="/ar/releases" lang="ar" hrefLang="ar">')
  })

  it('a page that isn’t there is told in the language of its address', async () => {
    expect(seen(await page(store, '/nb/nothing'))).toContain('Fant ikke siden')
    expect(seen(await page(store, '/zz/nothing'))).toContain('Page not found')
  })
})

describe('plain text and data', () => {
  const store = memoryStore([
    release({
      body: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Read ' },
            {
              type: 'link',
              href: 'https://library.example/',
              children: [{ type: 'text', text: 'more' }],
            },
            { type: 'text', text: '.' },
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [{ children: [{ type: 'text', text: '64 places' }] }],
        },
        { type: 'quotation', text: 'Whoever can read may enter.', speaker: 'Ida Lund' },
      ],
      contacts: [{ id: 'mira', name: 'Mira Solheim', title: 'Attaché' }],
    }),
    published('mira', contact()),
  ])

  it('gives the whole text without markup', async () => {
    const { body, headers } = await ask(store, '/en/releases/library.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(body).toBe(
      [
        'Embassy of Halvoria in Astana\nPress release',
        'Halvoria opens a library',
        'The doors open on Friday.',
        'Astana, 20 November 2026',
        'Read more (https://library.example/).',
        '– 64 places',
        '“Whoever can read may enter.”\n– Ida Lund',
        'Press contacts',
        'Mira Solheim, Attaché\nTelephone: +7 7172 55 01 10\nEmail: press@halvoria.example',
        'Published: 20 November 2026 at 10:00 GMT+5\nhttps://press.halvoria.example/en/releases/library\n',
      ].join('\n\n'),
    )
  })

  it('gives newsrooms an item with a lasting name', async () => {
    const { body, headers } = await ask(store, '/en/releases/library.json')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({
      uri: 'tag:press.halvoria.example,2026:text/library',
      pubStatus: 'usable',
      language: 'en',
    })
  })
})

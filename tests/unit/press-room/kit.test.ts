import { describe, expect, it } from 'vitest'
import { nameInArchive } from '@/press-room/file-names.ts'
import { pressKit } from '@/press-room/kit.ts'
import {
  contact,
  document,
  image,
  memoryStore,
  origin,
  published,
  readingRoom as room,
  text,
} from './helpers.ts'

const shows = {
  images: [room, { ...room, id: 'old', file: 'ff'.repeat(32) }],
  documents: [
    { id: 'facts', title: 'Facts', file: 'd0'.repeat(32) },
    { id: 'archived', title: 'Old facts', file: 'd0'.repeat(32) },
  ],
  contacts: [{ id: 'mira', name: 'Mira Solheim', title: 'Press attaché' }],
}
const release = published('library', text(shows))
const inKazakh = published(
  'kitaphana',
  text({ ...shows, language: 'kk', headline: 'Кітапхана ашылды' }),
  { of: 'translation', family: 'library', publishedAt: '2026-11-21T20:30:00.000Z' },
)
const items = [
  published('room', image()),
  // Of another file than the text was approved with.
  published('old', image()),
  published('facts', document({ file: { ...facts(), name: '../Баяндама 1.pdf' } })),
  published('archived', document(), { standing: 'withdrawn' }),
  published('mira', contact()),
]

function facts() {
  return { name: 'f.pdf', mime: 'application/pdf', bytes: 1, sha256: 'd0'.repeat(32) }
}

const kitAt = (pathname: string, shown = [release, inKazakh, ...items]) =>
  pressKit(pathname, { store: memoryStore(shown), origin, mediaDir: '/srv/media' })

describe('the press kit of a text', () => {
  it('holds every live language, who to ask, the pictures and the documents as they are public', async () => {
    const kit = (await kitAt('/en/releases/library.zip')) ?? expect.unreachable()
    expect(kit.name).toBe('library-en.zip')
    const names = kit.files.map(({ name, at, ...from }) => [
      name,
      at,
      'path' in from ? from.path : 'words',
    ])
    // Astana is five hours ahead: the Kazakh text went out on the 22nd there.
    expect(names).toEqual([
      ['library/en-library.txt', '2026-11-20T10:00', 'words'],
      ['library/kk-kitaphana.txt', '2026-11-22T01:30', 'words'],
      ['library/contacts.txt', '2026-11-20T10:00', 'words'],
      ['library/pictures.txt', '2026-11-20T10:00', 'words'],
      [
        'library/pictures/01-room.jpg',
        '2026-11-20T10:00',
        '/srv/media/public/images/room-e1/full.jpg',
      ],
      [
        'library/documents/01-Баяндама 1.pdf',
        '2026-11-20T10:00',
        '/srv/media/public/documents/facts-e1/1.pdf',
      ],
    ])
    const said = kit.files.map((file) => ('text' in file ? file.text : ''))
    expect(said[0]).toContain('Halvoria opens a library')
    expect(said[1]).toContain('Кітапхана ашылды')
    expect(said[2]).toContain('+7 7172 55 01 10')
    expect(said[3]).toBe(
      'Images\n\npictures/01-room.jpg\nThe reading room\nDescription: A reading room\nPhoto: Ida Lund\n© Halvoria\nLicence: https://licence.example/by\n',
    )
  })

  it('speaks the language of its address', async () => {
    const kit = (await kitAt('/kk/releases/kitaphana.zip')) ?? expect.unreachable()
    expect(kit.name).toBe('kitaphana-kk.zip')
    const sheet = kit.files.find(({ name }) => name.endsWith('pictures.txt'))
    expect(sheet && 'text' in sheet ? sheet.text : '').toContain('Суреттер')
  })

  it('has the same ETag as long as it is the same, and another one after any change', async () => {
    const tag = async (shown = [release, inKazakh, ...items]) =>
      (await kitAt('/en/releases/library.zip', shown))?.etag
    expect(await tag()).toBe(await tag())
    expect(await tag()).toMatch(/^"[0-9a-f]{32}"$/)
    const others = [
      [release, ...items],
      [published('library', text({ ...shows, lead: 'On Saturday.' })), inKazakh, ...items],
      [release, inKazakh, ...items.slice(1)],
      [release, inKazakh, ...items.slice(0, 4), published('mira', contact({ telephone: '112' }))],
      [release, inKazakh, ...items.slice(0, 2), published('facts', document()), ...items.slice(3)],
    ]
    const tags = await Promise.all([tag(), ...others.map((shown) => tag(shown))])
    expect(new Set(tags).size).toBe(others.length + 1)
  })

  it('holds nothing of a language version that isn’t live', async () => {
    for (const standing of ['withdrawn', 'retracted'] as const) {
      const taken = { ...inKazakh, entry: { ...inKazakh.entry, standing } }
      const kit = await kitAt('/en/releases/library.zip', [release, taken, ...items])
      expect(JSON.stringify(kit)).not.toMatch(/kitaphana|Кітапхана/)
      expect(kit?.files).toHaveLength(5)
      expect(await kitAt('/kk/releases/kitaphana.zip', [release, taken, ...items])).toBeNull()
    }
  })

  it.each([
    '/en/releases/nothing.zip',
    '/nb/releases/library.zip',
    '/mul/releases/room.zip',
    '/en/releases/%zz.zip',
    '/en/releases/library.zip/',
    '/en/releases/library',
    '/en/releases/.zip',
    '/EN/releases/library.zip',
  ])('is not at %s', async (pathname) => {
    expect(await kitAt(pathname)).toBeNull()
  })
})

it.each([
  ['Баяндама 1.pdf', 'Баяндама 1.pdf'],
  ['تقرير.pdf', 'تقرير.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\a.txt', 'a.txt'],
  ['..', 'file'],
  ['...pdf', 'file.pdf'],
  ['', 'file'],
  ['a\u202Efdp.exe', 'a-fdp.exe'],
  ['what?<|>*.txt', 'what.txt'],
  ['a\u0000b\nc.pdf', 'a-b-c.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(90)}.pdf`],
])('the file name %j stands in an archive as %j', (name, expected) => {
  expect(nameInArchive(name)).toBe(expected)
})

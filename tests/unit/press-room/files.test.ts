import { describe, expect, it } from 'vitest'
import { publishedFile } from '@/press-room/files.ts'
import { safeFileName } from '@/press-room/file-names.ts'
import { widthsFor } from '@/press-room/image-sizes.ts'
import { document, image, memoryStore, published, text } from './helpers.ts'

const old = published('room', image()).edition
const store = memoryStore(
  [
    published('room', image(), { number: 2 }),
    published('small', image({ file: { ...file(), width: 700, height: 500 } })),
    published('archived', image(), { standing: 'withdrawn' }),
    published('leaked', image(), { standing: 'retracted' }),
    published('facts', document()),
    published('leaked-facts', document(), { standing: 'retracted' }),
    published('library', text()),
  ],
  { earlier: [old, { ...old, id: 'never-shown', subject: 'other' }] },
)

function file() {
  return { name: 's.jpg', mime: 'image/jpeg', bytes: 1, sha256: 'cc', width: 1, height: 1 }
}

describe('a published file', () => {
  it.each([
    ['/files/images/room-e2/480.avif', '/srv/media/public/images/room-e2/480.avif', 'image/avif'],
    ['/files/images/room-e2/2400.webp', '/srv/media/public/images/room-e2/2400.webp', 'image/webp'],
    ['/files/images/room-e2/full.jpg', '/srv/media/public/images/room-e2/full.jpg', 'image/jpeg'],
    ['/files/images/small-e1/700.jpg', '/srv/media/public/images/small-e1/700.jpg', 'image/jpeg'],
    [
      '/files/documents/facts-e1/Library-facts.pdf',
      '/srv/media/public/documents/facts-e1/Library-facts.pdf',
      'application/pdf',
    ],
  ])('%s', async (pathname, path, type) => {
    expect(await publishedFile(pathname, store, '/srv/media')).toMatchObject({
      path,
      type,
      etag: expect.stringMatching(/^"[\w.-]+"$/),
    })
  })

  it('is saved under the name it was uploaded with', async () => {
    const found = await publishedFile('/files/documents/facts-e1/Library-facts.pdf', store, '/srv')
    expect(found).toMatchObject({ download: 'Library facts.pdf' })
  })

  it.each([
    ['superseded', '/files/images/room-e1/480.avif'],
    ['never shown', '/files/images/never-shown/480.avif'],
    ['unknown', '/files/images/nothing/480.avif'],
    ['archived', '/files/images/archived-e1/480.avif'],
    ['a width that isn’t made', '/files/images/small-e1/960.avif'],
    ['a format that isn’t made', '/files/images/room-e2/480.png'],
    ['on the wrong shelf', '/files/documents/room-e2/full.jpg'],
    ['a text', '/files/images/library-e1/full.jpg'],
    ['another name', '/files/documents/facts-e1/other.pdf'],
    ['a folder', '/files/images/room-e2/'],
    ['a step up', '/files/images/room-e2/../../../secret'],
    ['an encoded step up', '/files/images/..%2f..%2f/full.jpg'],
    ['a step up as id', '/files/images/../full.jpg'],
    ['a null byte', '/files/images/room-e2/full.jpg\0'],
  ])('is not there: %s', async (_what, pathname) => {
    expect(await publishedFile(pathname, store, '/srv/media')).toBeNull()
  })

  it.each([
    '/files/images/leaked-e1/full.jpg',
    '/files/documents/leaked-facts-e1/Library-facts.pdf',
  ])('is gone when retracted: %s', async (pathname) => {
    expect(await publishedFile(pathname, store, '/srv/media')).toBe('gone')
  })
})

it.each([
  [4000, [480, 960, 1600, 2400]],
  [2000, [480, 960, 1600, 2000]],
  [1600, [480, 960, 1600]],
  [961, [480, 960, 961]],
  [480, [480]],
  [300, [300]],
])('an image %i pixels wide is published in widths %j', (width, widths) => {
  expect(widthsFor(width)).toEqual(widths)
})

it.each([
  ['Library facts.pdf', 'Library-facts.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'document'],
  ['.htaccess', 'htaccess'],
  ['Баяндама.pdf', 'document.pdf'],
  ['Årsrapport 2026 (endelig).PDF', 'Arsrapport-2026-endelig.PDF'],
  ['a\u0000b\nc.pdf', 'a-b-c.pdf'],
  ['', 'document'],
])('the file name %j is published as %s', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

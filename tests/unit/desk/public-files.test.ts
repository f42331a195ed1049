import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePublicFiles, removePublicFiles } from '../../../src/desk/public-files.ts'
import { xmpOf } from '../../../src/desk/xmp.ts'
import type { Content } from '../../../src/workflow/content.ts'

let mediaDir: string
beforeEach(() => {
  mediaDir = mkdtempSync(path.join(tmpdir(), 'public-files-'))
  for (const folder of ['images', 'documents']) mkdirSync(path.join(mediaDir, folder))
})
afterEach(() => rmSync(mediaDir, { recursive: true, force: true }))

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex')
const editionId = '0f8fad5b-d9cb-469f-a165-70867728950e'

const rights = {
  credit: 'Ada & Co <press>',
  copyright: '© "Embassy"',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  texts: [
    { language: 'en', alt: 'A bridge over a river', caption: 'The new bridge.' },
    { language: 'kk', alt: 'Өзен үстіндегі көпір', caption: 'Жаңа көпір.' },
  ],
}

/** A photograph as a telephone makes it: place, device and an embedded comment inside; red left half, blue right. */
async function photograph(width: number, height: number, orientation?: number): Promise<Buffer> {
  const right = {
    width: Math.floor(width / 2),
    height,
    channels: 3 as const,
    background: '#0000ff',
  }
  const picture = sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: { create: right }, left: width - right.width, top: 0 }])
    .withExif({
      IFD0: { Make: 'SecretPhone', Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><old>SecretPlace</old></x:xmpmeta>')
  return (orientation ? picture.withMetadata({ orientation }) : picture).jpeg().toBuffer()
}

function image(data: Buffer, width: number, height: number, name = 'photo.jpg'): Content {
  writeFileSync(path.join(mediaDir, 'images', name), data)
  return {
    type: 'image',
    ...rights,
    cleared: true,
    focalX: 50,
    focalY: 50,
    file: { name, mime: 'image/jpeg', bytes: data.length, sha256: sha256(data), width, height },
  }
}

const folder = (shelf = 'images') => path.join(mediaDir, 'public', shelf, editionId)

describe('a published picture', () => {
  it('is there in every width and format, and nothing besides', async () => {
    const content = image(await photograph(1200, 800), 1200, 800)
    await makePublicFiles({ mediaDir, editionId, content })
    const names = [480, 960, 1200].flatMap((width) =>
      ['avif', 'jpg', 'webp'].map((one) => `${width}.${one}`),
    )
    expect(readdirSync(folder()).sort()).toEqual([...names, 'full.jpg'].sort())
    expect(readdirSync(path.dirname(folder()))).toEqual([editionId])
    for (const name of names) {
      const { width, height } = await sharp(path.join(folder(), name)).metadata()
      const wanted = Number(name.split('.')[0])
      expect([name, width, height]).toEqual([name, wanted, Math.round((wanted * 2) / 3)])
    }
  })

  it('tells in every file whose it is, and nothing of what the camera knew', async () => {
    const original = await photograph(700, 500)
    const before = await sharp(original).metadata()
    expect([before.exif?.includes('SecretPhone'), before.xmp?.includes('SecretPlace')]).toEqual([
      true,
      true,
    ])
    await makePublicFiles({ mediaDir, editionId, content: image(original, 700, 500) })
    for (const name of readdirSync(folder())) {
      const data = await readFile(path.join(folder(), name))
      const { exif, iptc, xmp } = await sharp(data).metadata()
      expect([name, exif, iptc]).toEqual([name, undefined, undefined])
      expect(data.includes('Secret') || data.includes('GPS'), name).toBe(false)
      const packet = xmp?.toString('utf8') ?? ''
      expect(packet, name).toContain(
        '<photoshop:Credit>Ada &amp; Co &lt;press&gt;</photoshop:Credit>',
      )
      expect(packet).toContain('<rdf:li xml:lang="x-default">© &quot;Embassy&quot;</rdf:li>')
      expect(packet).toContain(`<xmpRights:WebStatement>${rights.licence}</xmpRights:WebStatement>`)
      expect(packet).toContain('<xmpRights:Marked>True</xmpRights:Marked>')
      expect(packet).toMatch(/AltTextAccessibility><rdf:Alt>.*xml:lang="kk">Өзен үстіндегі көпір</s)
      expect(packet).toMatch(/dc:description><rdf:Alt>.*xml:lang="en">The new bridge\.</s)
    }
  })

  it('stands upright when the camera lay on its side', async () => {
    // Turned by a quarter, the red left half is on top.
    const content = image(await photograph(600, 400, 6), 400, 600)
    await makePublicFiles({ mediaDir, editionId, content })
    const { data, info } = await sharp(path.join(folder(), '400.webp'))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([400, 600])
    expect(data[0]).toBeGreaterThan(200)
    expect(data.at(-3)).toBeLessThan(60)
    const { orientation, width } = await sharp(path.join(folder(), 'full.jpg')).metadata()
    expect([orientation, width]).toEqual([undefined, 400])
  })

  it('keeps what can be seen through as white in JPEG', async () => {
    const data = await sharp({
      create: { width: 100, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    await makePublicFiles({ mediaDir, editionId, content: image(data, 100, 100, 'a.png') })
    for (const name of ['100.jpg', 'full.jpg'])
      expect((await sharp(path.join(folder(), name)).raw().toBuffer())[0]).toBe(255)
  })

  it('is offered in full size with 6,000 pixels at the most', async () => {
    const data = await sharp({
      create: { width: 6400, height: 320, channels: 3, background: 'red' },
    })
      .jpeg()
      .toBuffer()
    await makePublicFiles({ mediaDir, editionId, content: image(data, 6400, 320) })
    expect((await sharp(path.join(folder(), 'full.jpg')).metadata()).width).toBe(6000)
    expect(readdirSync(folder())).toContain('2400.avif')
  })
})

describe('a set of public files', () => {
  it('is refused when the original is another file than the one approved, and nothing is left behind', async () => {
    const content = image(await photograph(500, 400), 500, 400)
    writeFileSync(path.join(mediaDir, 'images', 'photo.jpg'), await photograph(500, 401))
    await expect(makePublicFiles({ mediaDir, editionId, content })).rejects.toThrow(
      'isn’t the one that was uploaded',
    )
    expect(existsSync(path.join(mediaDir, 'public'))).toBe(false)
  })

  it('is refused when the original is gone, or its name leads elsewhere', async () => {
    const content = image(await photograph(500, 400), 500, 400)
    rmSync(path.join(mediaDir, 'images', 'photo.jpg'))
    await expect(makePublicFiles({ mediaDir, editionId, content })).rejects.toThrow('can’t be read')
    const elsewhere = image(await photograph(500, 400), 500, 400)
    if (elsewhere.type === 'image') elsewhere.file.name = '../images/photo.jpg'
    await expect(makePublicFiles({ mediaDir, editionId, content: elsewhere })).rejects.toThrow(
      'no file name',
    )
  })

  it('is never half there: a picture that breaks on the way leaves nothing', async () => {
    const whole = await photograph(900, 600)
    const content = image(whole.subarray(0, whole.length - 600), 900, 600)
    await expect(makePublicFiles({ mediaDir, editionId, content })).rejects.toThrow()
    expect(readdirSync(path.join(mediaDir, 'public', 'images'))).toEqual([])
  })

  it('stays as it is when it is made again, also by two at once', async () => {
    const content = image(await photograph(500, 400), 500, 400)
    await Promise.all([
      makePublicFiles({ mediaDir, editionId, content }),
      makePublicFiles({ mediaDir, editionId, content }),
    ])
    const { mtimeMs } = statSync(path.join(folder(), 'full.jpg'))
    await makePublicFiles({ mediaDir, editionId, content })
    expect(statSync(path.join(folder(), 'full.jpg')).mtimeMs).toBe(mtimeMs)
    expect(readdirSync(path.dirname(folder()))).toEqual([editionId])
  })

  it('of a document is the document, under a name that an address can carry', async () => {
    const data = Buffer.from('%PDF-1.4 …')
    writeFileSync(path.join(mediaDir, 'documents', 'Fact sheet.pdf'), data)
    const file = {
      name: 'Fact sheet.pdf',
      mime: 'application/pdf',
      bytes: data.length,
      sha256: sha256(data),
    }
    await makePublicFiles({ mediaDir, editionId, content: { type: 'document', texts: [], file } })
    expect(await readFile(path.join(folder('documents'), 'Fact-sheet.pdf'))).toEqual(data)
    await removePublicFiles({ mediaDir, editionId })
    await removePublicFiles({ mediaDir, editionId })
    expect(existsSync(folder('documents'))).toBe(false)
  })

  it('is named after nothing but an edition’s id', async () => {
    await expect(removePublicFiles({ mediaDir, editionId: '..' })).rejects.toThrow(
      'no edition’s id',
    )
  })
})

describe('the XMP packet', () => {
  it('claims nothing that is not known', () => {
    const packet = xmpOf({ credit: '', copyright: ' ', licence: '', texts: [] })
    expect(packet).not.toMatch(/<(photoshop|dc|xmpRights|Iptc4xmpCore):/)
  })

  it('carries no character that XML can’t', () => {
    const packet = xmpOf({ ...rights, credit: 'a\u0000b\u0008c\uD800d]]>&' })
    expect(packet).toContain('<photoshop:Credit>abcd]]&gt;&amp;</photoshop:Credit>')
  })
})

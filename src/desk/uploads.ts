import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { z } from 'zod'

/** Pictures that may be uploaded. WebP and TIFF are kept as PNG, see `kept`. */
export const imageTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/tiff',
] as const

/** Documents that may be uploaded: only what can be recognised by its content, and nothing that runs programs. */
export const documentTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const

/** 50 MB. */
export const largestFile = 50_000_000
/** 100 megapixels: more than any press camera gives, and some 300 MB when decoded. */
export const mostPixels = 100_000_000

const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/tiff': ['tif', 'tiff'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
}

/** What browsers send where they mean the same, or don't know. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['image/jpg', 'image/pjpeg'],
  'image/png': ['image/x-png'],
  'image/tiff': ['image/tif', 'image/x-tiff'],
  'application/pdf': ['application/x-pdf'],
}
const saysNothing = ['', 'application/octet-stream', 'binary/octet-stream']

/** Something is wrong with a file: `message` says what is so and what to do next. */
class FileRefused extends APIError {
  constructor(message: string, status: 413 | 422 = 422) {
    super(message, status)
  }
}

export interface UploadedFile {
  name: string
  data: Buffer
  mimetype: string
  size: number
  tempFilePath?: string
}

const fileIn = z.object({
  name: z.string(),
  data: z.instanceof(Buffer),
  mimetype: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  size: z.number().nullish(),
  tempFilePath: z.string().optional(),
})

const percent = z.coerce.number()
const editsIn = z.looseObject({
  crop: z
    .looseObject({ x: percent, y: percent, width: percent, height: percent })
    .nullish()
    .catch({ x: 1, y: 1, width: 1, height: 1 }),
})

/**
 * A hook for an upload collection: looks into the uploaded file and lets it pass only when its content is one of
 * `types`. It runs before Payload deletes a replaced file, so a refusal changes nothing. What passes has the type
 * that its content shows, its SHA-256, hex, in `req.context.uploadSha256`, and a picture's size as it is seen, in
 * pixels, in `req.context.uploadSize` (`{ width, height }`).
 * Throws an `APIError` with a sentence: 413 for a file of more than 50 MB, 422 for everything else.
 */
export const checkUpload =
  (types: readonly string[]): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'create' && operation !== 'update') return args
    if ('data' in args) dropFileFacts(args.data)
    refuseCrop(req.query)
    if (!req.file) {
      // Payload would otherwise fetch a file from an address in the request, and this check wouldn't see it.
      if (operation === 'create')
        throw new FileRefused('There is no file in this request. Choose a file and upload it.')
      return args
    }
    const file = await checkedFile(req.file, types)
    req.file = file
    req.context.uploadSha256 = createHash('sha256').update(file.data).digest('hex')
    if (file.mimetype.startsWith('image/')) req.context.uploadSize = await uprightSize(file.data)
    return args
  }

/**
 * Payload finds these in the file, but takes them from the request when there is no file in it; a thumbnail's address
 * would have the admin fetch a picture from elsewhere.
 */
function dropFileFacts(data: unknown): void {
  if (typeof data !== 'object' || data === null) return
  for (const fact of ['mimeType', 'filesize', 'width', 'height', 'thumbnailURL'])
    Reflect.deleteProperty(data, fact)
}

/** Width and height as people see the picture: Payload's own numbers are those of the sensor, camera on its side or not. */
async function uprightSize(data: Buffer): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(data, { limitInputPixels: false }).metadata()
  return autoOrient
}

/**
 * Payload would cut and encode the stored original again, and its hash would be another. The admin's panel for the
 * focal point always sends a crop of the whole picture, which is none.
 */
function refuseCrop(query: unknown): void {
  const parsed = z.looseObject({ uploadEdits: editsIn }).safeParse(query)
  if (!parsed.success || !parsed.data.uploadEdits.crop) return
  const { x, y, width, height } = parsed.data.uploadEdits.crop
  if (x !== 0 || y !== 0 || width !== 100 || height !== 100)
    throw new FileRefused('Originals aren’t cropped here. Crop the picture, then upload it again.')
  delete (query as { uploadEdits: { crop?: unknown } }).uploadEdits.crop
}

/**
 * The file as it is to be stored, of the type that its content shows. Throws an `APIError` with a sentence when its
 * content is none of `types`, isn't what its name says, or could do harm.
 */
export async function checkedFile(
  uploaded: unknown,
  types: readonly string[],
): Promise<UploadedFile> {
  const given = fileIn.parse(uploaded)
  const data =
    given.data.length === 0 && given.tempFilePath ? await readFile(given.tempFilePath) : given.data
  if (data.length > largestFile)
    throw new FileRefused('The file is larger than 50 MB. Upload a smaller one.', 413)
  if (data.length === 0) throw new FileRefused('The file is empty. Choose another one.')
  checkName(given.name)
  refuseMarkup(data)
  const mimetype = await typeOf(data)
  if (!mimetype || !types.includes(mimetype)) throw unsupported(types)
  checkPromise(given.name, given.mimetype, mimetype)
  if (mimetype.startsWith('image/')) await checkPicture(data, mimetype)
  else if (mimetype === 'application/pdf') refuse(dangerOfPdf(data))
  else refuse(dangerOfOffice(data))
  return kept({ name: given.name, data, mimetype, size: data.length })
}

function refuse(sentence: string | null): void {
  if (sentence) throw new FileRefused(sentence)
}

function checkName(name: string): void {
  // Control and direction characters can make `exe.jpg` look like `gpj.exe`.
  if (/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(name) || /[/\\]/.test(name))
    throw new FileRefused(
      'The file’s name holds characters that can’t be seen or name a folder. Rename the file.',
    )
  if (Buffer.byteLength(name) > 200)
    throw new FileRefused('The file’s name is too long. Shorten it to 100 characters.')
}

/** HTML, SVG and other markup, whatever follows it: a browser may read such a file as a page. */
function refuseMarkup(data: Buffer): void {
  const utf16 = (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff)
  const start = data
    .subarray(0, 1024)
    .toString('latin1')
    .replace(utf16 ? /\0/g : /^\xef\xbb\xbf/, '')
    .replace(/^[\s\0\xff\xfe]+/, '')
  if (/^<[?!a-z]/i.test(start) || start.startsWith('#!'))
    throw new FileRefused(
      'The file holds a web page, SVG or script, which can’t be published. Save it as PDF or PNG.',
    )
}

async function typeOf(data: Buffer): Promise<string | null> {
  if (data[0] === 0x50 && data[1] === 0x4b) return officeTypeOf(data)
  try {
    return (await fileTypeFromBuffer(data))?.mime ?? null
  } catch {
    // A file that ends in the middle of its own header.
    return null
  }
}

function unsupported(types: readonly string[]): FileRefused {
  return types.some((type) => type.startsWith('image/'))
    ? new FileRefused('The file is no picture that can be shown. Save it as JPEG or PNG.')
    : new FileRefused(
        'The file’s content isn’t that of a PDF, Word, Excel, PowerPoint or OpenDocument file without macros. Save it as PDF.',
      )
}

/** The name and the type that came with the file must say the same as its content. */
function checkPromise(name: string, declared: string, actual: string): void {
  const extension = path.extname(name).slice(1).toLowerCase()
  const fitting = extensionsOf[actual] ?? []
  if (!fitting.includes(extension))
    throw new FileRefused(
      `The file is called “${name}”, but its content is ${actual}. Rename it to end in .${fitting[0] ?? ''}, or choose another one.`,
    )
  const said = declared.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (said === actual || saysNothing.includes(said) || otherNames[actual]?.includes(said)) return
  throw new FileRefused(
    `The file was sent as ${said}, but its content is ${actual}. Save it again and upload it.`,
  )
}

const formatOf: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/tiff': 'tiff',
}

const broken = 'The picture is damaged or not complete. Export it again and upload that.'

async function checkPicture(data: Buffer, mimetype: string): Promise<void> {
  const { width, height, pages, format } = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new FileRefused(broken)
    })
  if (format !== formatOf[mimetype]) throw new FileRefused(broken)
  if (width * height * (pages ?? 1) > mostPixels)
    throw new FileRefused(
      `The picture has ${width} × ${height} pixels, more than 100 megapixels. Upload a smaller one.`,
    )
  // libvips doesn't see the frames of an animated PNG or AVIF.
  const animated =
    (mimetype === 'image/png' && data.subarray(0, 65_536).includes('acTL')) ||
    (mimetype === 'image/avif' && data.subarray(4, 64).includes('avis'))
  if ((pages ?? 1) > 1 || animated)
    throw new FileRefused(
      'The picture moves or has several pages. Upload each page as a picture of its own.',
    )
  try {
    // Every line is decoded, in passing: nothing but the last few lines is in memory at a time.
    await sharp(data, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .resize(8, 8, { fit: 'fill', fastShrinkOnLoad: false })
      .raw()
      .toBuffer()
  } catch {
    throw new FileRefused(broken)
  }
}

/**
 * Payload encodes every WebP and TIFF again, with loss, before it stores it (`payload/dist/uploads/isAnimatedImage.js`),
 * so what lies on disk would be neither what was uploaded nor what was hashed. As PNG it stays as it is, without loss.
 */
async function kept(file: UploadedFile): Promise<UploadedFile> {
  if (file.mimetype !== 'image/webp' && file.mimetype !== 'image/tiff') return file
  const data = await sharp(file.data, { limitInputPixels: mostPixels })
    .autoOrient()
    .keepMetadata()
    .png({ compressionLevel: 4 })
    .toBuffer()
  return {
    name: `${file.name.slice(0, -path.extname(file.name).length)}.png`,
    data,
    mimetype: 'image/png',
    size: data.length,
  }
}

/**
 * The headers under which the desk hands out an original: never stored by a cache, never run as anything, and
 * everything but a picture only as a download.
 */
export function deskFileHeaders({ headers }: { headers: Headers }): Headers {
  const type = headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Cache-Control', 'private, no-store')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  if (!(imageTypes as readonly string[]).includes(type))
    headers.set('Content-Disposition', 'attachment')
  return headers
}

/** A PDF name as a regular expression: any of its letters may be written as `#hh` (ISO 32000-1, 7.3.5). */
function pdfName(name: string): RegExp {
  const letters = [...name].map((letter) => {
    const hex = letter.charCodeAt(0).toString(16)
    const either = [...hex].map((digit) =>
      /[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit,
    )
    return `(?:${letter}|#${either.join('')})`
  })
  return new RegExp(`/${letters.join('')}(?![A-Za-z0-9#_.-])`, 'g')
}

const pdf = {
  script: pdfName('JavaScript'),
  shortScript: pdfName('JS'),
  launch: pdfName('Launch'),
  embedded: pdfName('EmbeddedFile'),
  open: pdfName('OpenAction'),
  encrypted: pdfName('Encrypt'),
  objects: pdfName('ObjStm'),
}
const has = (name: RegExp, text: string): boolean => text.search(name) !== -1
const uncheckable =
  'The PDF is packed in a way that can’t be checked. Print it to PDF, and upload the result.'

/**
 * Why a PDF can't be taken, as a sentence, or null. It looks into the packed object streams too, where most programs
 * put the dictionaries; what a page draws isn't looked at.
 */
export function dangerOfPdf(data: Buffer): string | null {
  const bytes = data.toString('latin1')
  if (!bytes.startsWith('%PDF-'))
    return 'The file doesn’t begin as a PDF does. Save it as PDF again and upload that.'
  if (!bytes.slice(-2048).includes('%%EOF'))
    return 'The PDF isn’t complete. Save it as PDF again and upload that.'
  if (has(pdf.encrypted, bytes))
    return 'The PDF is protected by a password or restrictions. Save it without protection.'
  const packed = packedObjects(data, bytes)
  if (packed === null) return uncheckable
  const text = `${bytes}\n${packed}`
  // Three letters turn up by chance in packed pictures, so the short name counts outside streams only.
  const outside = `${bytes.replace(/\bstream\r?\n[\s\S]*?endstream/g, '')}\n${packed}`
  if (has(pdf.script, text) || has(pdf.shortScript, outside))
    return 'The PDF holds a program (JavaScript). Print it to PDF, and upload the result.'
  if (has(pdf.launch, text))
    return 'The PDF starts other programs. Print it to PDF, and upload the result.'
  if (has(pdf.embedded, text) && has(pdf.open, text))
    return 'The PDF holds another file that it may open by itself. Print it to PDF, and upload the result.'
  return null
}

/** What the object streams hold, unpacked; null when one of them can't be read. */
function packedObjects(data: Buffer, bytes: string): string | null {
  const parts: string[] = []
  let room = 64_000_000
  for (const { index } of bytes.matchAll(pdf.objects)) {
    const keyword = /\bstream\r?\n/g
    keyword.lastIndex = index
    const found = keyword.exec(bytes)
    if (!found || found.index - index > 4096) continue
    const from = found.index + found[0].length
    const dictionary = bytes.slice(Math.max(bytes.lastIndexOf(' obj', index), 0), found.index)
    const to = bytes.indexOf('endstream', from)
    if (to === -1) return null
    // Without a filter it has been read already, with the bytes of the file.
    if (!/\/F(?:ilter)?[\s[/]/.test(dictionary) && !dictionary.includes('#')) continue
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>\s]/.test(dictionary)) return null
    if (/\/Predictor\s+(?!1\b)/.test(dictionary) || room <= 0) return null
    try {
      const part = inflateSync(data.subarray(from, to), { maxOutputLength: room })
      room -= part.length
      parts.push(part.toString('latin1'))
    } catch {
      return null
    }
  }
  return parts.join('\n')
}

interface ZipEntry {
  name: string
  encrypted: boolean
  method: number
  packed: number
  size: number
  offset: number
}

/** The entries of a zip archive that is nothing else besides, or null (APPNOTE.TXT 6.3; no zip64: 50 MB at most). */
function entriesOfZip(data: Buffer): ZipEntry[] | null {
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (data.readUInt32LE(0) !== 0x04034b50 || end === -1 || end + 22 > data.length) return null
  if (end + 22 + data.readUInt16LE(end + 20) !== data.length) return null
  const count = data.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || data.readUInt32LE(at) !== 0x02014b50) return null
    const nameEnd = at + 46 + data.readUInt16LE(at + 28)
    entries.push({
      name: data.toString('utf8', at + 46, nameEnd),
      encrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    })
    at = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return entries
}

const longestPart = 8_000_000

function partOf(data: Buffer, entries: readonly ZipEntry[], name: string): string | null {
  const entry = entries.find((one) => one.name === name)
  if (!entry || entry.encrypted || entry.offset + 30 > data.length) return null
  const from =
    entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28)
  const packed = data.subarray(from, from + entry.packed)
  if (entry.method === 0) return packed.toString('utf8')
  if (entry.method !== 8) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: longestPart }).toString('utf8')
  } catch {
    return null
  }
}

const office = 'application/vnd.openxmlformats-officedocument'
/** Content type of a package's main part → type of the file (ECMA-376-1, part names by content type). */
const mainParts: ReadonlyMap<string, string> = new Map(
  (
    [
      ['wordprocessingml.document', 'wordprocessingml.document'],
      ['spreadsheetml.sheet', 'spreadsheetml.sheet'],
      ['presentationml.presentation', 'presentationml.presentation'],
    ] as const
  ).map(([part, type]) => [`${office}.${part}.main+xml`, `${office}.${type}`]),
)

/** The type of a Word, Excel, PowerPoint or OpenDocument file by what it says inside, or null. */
function officeTypeOf(data: Buffer): string | null {
  const entries = data.length < 22 ? null : entriesOfZip(data)
  if (!entries) return null
  const first = entries.find(({ offset }) => offset === 0)
  if (first?.name === 'mimetype' && first.method === 0)
    return partOf(data, entries, 'mimetype')?.trim() ?? null
  const types = partOf(data, entries, '[Content_Types].xml') ?? ''
  return [...mainParts].find(([part]) => types.includes(`"${part}"`))?.[1] ?? null
}

/** Why an office file can't be taken, as a sentence, or null. */
export function dangerOfOffice(data: Buffer): string | null {
  const entries = entriesOfZip(data)
  if (!entries) return 'The file is damaged. Save it again and upload that.'
  if (entries.some(({ encrypted }) => encrypted) || names(entries, /^EncryptedPackage$/))
    return 'The file is protected by a password. Save it without one.'
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (names(entries, /(^|[/\\])\.\.([/\\]|$)|^[/\\]/) || unpacked > 10 * largestFile)
    return 'The file is packed in a way that office programs don’t use. Save it again as PDF.'
  const types = partOf(data, entries, '[Content_Types].xml') ?? ''
  if (
    names(entries, /vbaProject\.bin$|vbaData\.xml$|(^|\/)activeX\/|^Basic\/|^Scripts\//i) ||
    /macroEnabled|vbaProject/i.test(types)
  )
    return 'The file holds programs (macros). Save it without them, or as PDF.'
  const outside = entries
    .filter(({ name }) => name.endsWith('.rels'))
    .flatMap(
      ({ name }) => (partOf(data, entries, name) ?? '').match(/<Relationship\b[^>]*>/g) ?? [],
    )
    .filter((relation) => /TargetMode\s*=\s*["']External/i.test(relation))
  // A link in the text is external too, and harmless: it waits for a click.
  if (
    outside.some((relation) =>
      /\/(attachedTemplate|oleObject|frame|subDocument)["']/i.test(relation),
    )
  )
    return 'The file loads parts from another computer when it is opened. Save it as PDF.'
  return null
}

function names(entries: readonly ZipEntry[], pattern: RegExp): boolean {
  return entries.some(({ name }) => pattern.test(name))
}

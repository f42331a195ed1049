import { createReadStream, type ReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { makeZip, predictLength } from 'client-zip'
import { matches } from './cache.ts'
import { attachment } from './files.ts'
import type { PressKit } from './ports.ts'

type Measured = PressKit['files'][number] & { size: number }

/**
 * Streams a press kit as a ZIP archive: nothing of it is held in memory but what is under way. Resolves when the answer
 * has been sent or given up; `missing` when one of its files isn't on the disk, with nothing written.
 */
export async function sendKit(
  request: IncomingMessage,
  response: ServerResponse,
  kit: PressKit,
): Promise<'sent' | 'missing'> {
  const archive = await archiveOf(kit)
  if (archive === null) return 'missing'
  response.setHeader('etag', kit.etag)
  // May be kept, must be asked for again each time: what it holds may be withdrawn meanwhile.
  response.setHeader('cache-control', 'no-cache')
  if (matches(request.headers['if-none-match'], kit.etag)) {
    response.writeHead(304).end()
    return 'sent'
  }
  response.writeHead(200, {
    'content-type': 'application/zip',
    'content-disposition': attachment(kit.name),
    'content-length': String(archive.length),
    'accept-ranges': 'none',
    'x-robots-tag': 'noindex',
  })
  if (request.method === 'HEAD') response.end()
  else await send(archive, response)
  return 'sent'
}

interface Archive {
  /** Bytes. */
  length: number
  bytes: () => Readable
}

/** A press kit as a ZIP archive; null when one of its files isn't on the disk. */
export async function archiveOf(kit: PressKit): Promise<Archive | null> {
  const files = await measure(kit)
  return (
    files && {
      length: Number(predictLength(files.map(({ name, size }) => ({ name, size })))),
      bytes: () => zipOf(files),
    }
  )
}

/** With the bytes of each file; null when one isn't there. */
async function measure({ files }: PressKit): Promise<Measured[] | null> {
  try {
    return await Promise.all(
      files.map(async (file) => ({
        ...file,
        size: 'text' in file ? Buffer.byteLength(file.text) : (await stat(file.path)).size,
      })),
    )
  } catch {
    return null
  }
}

/** Stored, not compressed: pictures are already, and so its length is known before its first byte. */
function zipOf(files: readonly Measured[]): Readable {
  const under: { way?: ReadStream } = {}
  function* inputs() {
    for (const file of files) {
      // Without a zone: the archive holds wall-clock times, and shows these again.
      const known = { name: file.name, size: file.size, lastModified: new Date(file.at) }
      if ('text' in file) yield { ...known, input: file.text }
      else {
        under.way = createReadStream(file.path)
        yield { ...known, input: under.way }
      }
    }
  }
  const zip = Readable.from(makeZip(inputs()))
  // Whoever leaves in the middle leaves a file open.
  zip.once('close', () => under.way?.destroy())
  return zip
}

async function send(archive: Archive, response: ServerResponse): Promise<void> {
  try {
    await pipeline(archive.bytes(), response)
  } catch {
    // The reader has left, or the disk has failed: an archive that is cut off tells of either.
    response.destroy()
  }
}

import { APIError, type PayloadRequest } from 'payload'
import { textOfFile, UnreadableFile } from './file-text.ts'

/** A file that comes as the body of a request, or in a form under `file`. */
export interface SentFile {
  name: string
  text: string
}

/**
 * Judged by its length before it is read. `most`: bytes. Throws `APIError`: 413 where it is too long, 422 where it can't
 * be read.
 */
export async function sentFile(req: PayloadRequest, most: number): Promise<SentFile> {
  refuseLong(Number(req.headers.get('content-length') ?? 0), most + aroundForm)
  const body = await bytesOf(req, most + aroundForm)
  const type = req.headers.get('content-type') ?? ''
  const file = /^multipart\/form-data\b/i.test(type) ? await fileIn(body, type) : null
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : body
  if (bytes.byteLength === 0)
    throw new APIError('Send the file as the body, or in a form under “file”.', 422)
  refuseLong(bytes.byteLength, most)
  return { name: file?.name ?? '', text: readable(() => textOfFile(bytes)) }
}

function refuseLong(length: number, most: number): void {
  if (length > most)
    throw new APIError(
      `The file is too long: ${Math.floor(most / 1_000_000)} MB at most. Send it in parts.`,
      413,
    )
}

/** Bytes that a form may have around its file. */
const aroundForm = 10_000

/** Whatever length was promised: nothing is held beyond the most that there may be. */
async function bytesOf(req: PayloadRequest, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = (req.body as ReadableStream<Uint8Array> | null | undefined)?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > most) await reader?.cancel()
    refuseLong(length, most)
    parts.push(part.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}

async function fileIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<File | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    return file instanceof File ? file : null
  } catch {
    throw new APIError('The form can’t be read. Send the file under “file”.', 422)
  }
}

/** What can't be read is answered with its sentence. */
export function readable<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableFile) throw new APIError(error.message, 422)
    throw error
  }
}

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
  refuseLong(Number(req.headers.get('content-length') ?? 0), most)
  const form = /^multipart\/form-data\b/i.test(req.headers.get('content-type') ?? '')
  const file = form ? await fileOf(req) : null
  const bytes = file ? await file.arrayBuffer() : await req.arrayBuffer?.()
  if (!bytes || bytes.byteLength === 0)
    throw new APIError('Send the file as the body, or in a form under “file”.', 422)
  refuseLong(bytes.byteLength, most)
  return { name: file?.name ?? '', text: readable(() => textOfFile(new Uint8Array(bytes))) }
}

function refuseLong(length: number, most: number): void {
  if (length > most)
    throw new APIError(
      `The file is too long: ${most / 1_000_000} MB at most. Send it in parts.`,
      413,
    )
}

async function fileOf(req: PayloadRequest): Promise<File | null> {
  try {
    const file = (await req.formData?.())?.get('file')
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

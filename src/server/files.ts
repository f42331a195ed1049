import type { IncomingMessage, ServerResponse } from 'node:http'
import send from 'send'
import type { PublishedFile } from './ports.ts'

/**
 * Streams a published file, ranges and conditional requests included. Resolves when the answer has
 * been sent or given up; `missing` when the file isn't on the disk, with nothing written.
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: PublishedFile,
): Promise<'sent' | 'missing'> {
  response.setHeader('content-type', file.type)
  response.setHeader('etag', file.etag)
  // May be kept, must be asked for again each time: it may be retracted meanwhile.
  response.setHeader('cache-control', 'no-cache')
  if (file.download) response.setHeader('content-disposition', attachment(file.download))
  return new Promise((resolve) => {
    const stream = send(request, encodeURI(file.path), {
      // The path is ours, not the reader's, so it may lead through a folder such as .data.
      dotfiles: 'allow',
      cacheControl: false,
      etag: false,
      lastModified: false,
      index: false,
    })
    stream.on('error', (error: unknown) => {
      const status = statusOf(error)
      if (response.headersSent) {
        response.destroy()
        resolve('sent')
      } else if (status === 416 || status === 412) {
        response.removeHeader('content-disposition')
        response.removeHeader('content-type')
        response.writeHead(status).end()
        resolve('sent')
      } else {
        for (const name of ['content-type', 'etag', 'content-disposition']) {
          response.removeHeader(name)
        }
        resolve('missing')
      }
    })
    response.once('close', () => resolve('sent'))
    stream.pipe(response)
  })
}

/** A name in any script, with a plain one for clients that can't read it (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, escape)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}

/** `send` hangs the HTTP status on its errors. */
function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null
}

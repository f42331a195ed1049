import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
const textual =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/javascript\b|image\/svg\+xml)/i

/** Below this many bytes the headers weigh more than what is saved. */
export const worthEncoding = 860

export function isEncodable(type: string | undefined, bytes: number): boolean {
  return bytes >= worthEncoding && type !== undefined && textual.test(type)
}

/** The smallest encoding that an Accept-Encoding header allows (RFC 9110 §12.5.3). */
export function preferredEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  let any = false
  const said = new Map<string, boolean>()
  for (const part of accepted.split(',')) {
    const [name = '', ...parameters] = part.toLowerCase().split(';')
    const refused = parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter))
    if (name.trim() === '*') any = !refused
    else said.set(name.trim(), !refused)
  }
  if (said.get('br') ?? any) return 'br'
  return (said.get('gzip') ?? any) ? 'gzip' : 'identity'
}

/** Brotli at 5: a tenth of the time of 11 for some five percent more bytes. */
export async function encode(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  return encoding === 'gzip'
    ? toGzip(body, { level: 6 })
    : toBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
}

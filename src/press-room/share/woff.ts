import { inflateSync } from 'node:zlib'

/**
 * The font inside a WOFF file (W3C, WOFF 1.0), as programs that set type read it. Throws for anything else. Checksums are
 * those of the file: nobody checks them.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const parts = [head]
  let at = head.length
  for (let table = 0; table < count; table += 1) {
    const entry = 44 + 20 * table
    const offset = woff.readUInt32BE(entry + 4)
    const stored = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const kept = woff.subarray(offset, offset + stored)
    const bytes = stored < length ? inflateSync(kept) : kept
    // Tag, checksum, place, length: tables begin at multiples of four.
    const row = 12 + 16 * table
    woff.copy(head, row, entry, entry + 4)
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), row + 4)
    head.writeUInt32BE(at, row + 8)
    head.writeUInt32BE(length, row + 12)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    bytes.copy(padded)
    parts.push(padded)
    at += padded.length
  }
  return Buffer.concat(parts)
}

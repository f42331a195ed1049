import { crc32 } from 'node:zlib'

/** A file in an archive, found through its table of contents. `at`: wall-clock time as written there. */
export interface Packed {
  name: string
  at: string
  bytes: Buffer
}

/**
 * Reads an archive whose files are stored as they are (PKWARE's APPNOTE 6.3, 4.3.12 and 4.3.16). Throws when a name isn't
 * marked as UTF-8, a checksum is wrong, or bytes stand between the files.
 */
export function readZip(archive: Buffer): Packed[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files: Packed[] = []
  let at = archive.readUInt32LE(end + 16)
  let expected = 0
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [date, time] = [archive.readUInt16LE(at + 14), archive.readUInt16LE(at + 12)]
    const length = archive.readUInt16LE(at + 28)
    const size = archive.readUInt32LE(at + 24)
    const local = archive.readUInt32LE(at + 42)
    const name = archive.subarray(at + 46, at + 46 + length).toString()
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(start, start + size)
    if (local !== expected) throw new Error(`${name} doesn’t follow the file before it`)
    if ((archive.readUInt16LE(at + 8) & 0x800) === 0) throw new Error(`${name} isn’t UTF-8`)
    if (archive.readUInt16LE(at + 10) !== 0) throw new Error(`${name} is compressed`)
    if (crc32(bytes) !== archive.readUInt32LE(at + 16)) throw new Error(`${name} is broken`)
    files.push({ name, at: moment(date, time), bytes })
    // Its checksum and sizes follow it.
    expected = start + size + 16
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return files
}

const two = (value: number) => String(value).padStart(2, '0')

function moment(date: number, time: number): string {
  const day = [1980 + (date >> 9), two((date >> 5) & 15), two(date & 31)].join('-')
  return `${day}T${two(time >> 11)}:${two((time >> 5) & 63)}`
}

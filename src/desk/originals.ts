import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { exists, syncFolder, writeDurably } from './durable.ts'

/**
 * Every uploaded file by the SHA-256 of its bytes, under `originals/`, beside the folders where Payload keeps it under
 * its name. Payload deletes a replaced file before the change is decided, and lets two who upload files of one name
 * write to one place: what a row names by its hash has to outlive both.
 */

/** The folders of files by name. */
export type Shelf = 'images' | 'documents'

export function sha256Of(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

function placeOf(mediaDir: string, sha256: string): string {
  return path.join(mediaDir, 'originals', sha256)
}

/** Keeps a file. It is there as a whole or not at all, and stays when it is there already. Returns its hash, hex. */
export async function keepOriginal(mediaDir: string, data: Buffer): Promise<string> {
  const sha256 = sha256Of(data)
  const place = placeOf(mediaDir, sha256)
  if (!(await exists(place))) await put(place, data)
  return sha256
}

/** The bytes with this hash, or null when they were never kept or are no longer what they were. */
export async function readOriginal(mediaDir: string, sha256: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  const data = await readFile(placeOf(mediaDir, sha256)).catch(() => null)
  return data && sha256Of(data) === sha256 ? data : null
}

/** Makes the file under its name the one that its row means, when it is missing or another. */
export async function putBack(
  mediaDir: string,
  shelf: Shelf,
  { filename, sha256 }: { filename: string; sha256: string },
): Promise<void> {
  const place = path.join(mediaDir, shelf, path.basename(filename))
  const there = await readFile(place).catch(() => null)
  if (there && sha256Of(there) === sha256) return
  const kept = await readOriginal(mediaDir, sha256)
  if (kept) await put(place, kept)
}

/** Deletes what was kept. Nothing happens when it isn't there. */
export async function dropOriginal(mediaDir: string, sha256: string): Promise<void> {
  if (/^[0-9a-f]{64}$/.test(sha256)) await rm(placeOf(mediaDir, sha256), { force: true })
}

async function put(place: string, data: Buffer): Promise<void> {
  const folder = path.dirname(place)
  await mkdir(folder, { recursive: true })
  // A dot, so that no address names it.
  const unfinished = path.join(folder, `.${randomBytes(12).toString('hex')}`)
  try {
    await writeDurably(unfinished, data)
    await rename(unfinished, place)
    await syncFolder(folder)
  } finally {
    await rm(unfinished, { force: true })
  }
}

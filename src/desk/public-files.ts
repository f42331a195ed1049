import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { safeFileName } from '../press-room/file-names.ts'
import {
  type Format,
  formats,
  fullSize,
  longestFull,
  widthsFor,
} from '../press-room/image-sizes.ts'
import type { Content, FileFacts, ImageContent } from '../workflow/content.ts'
import { exists, syncFolder, writeDurably } from './durable.ts'
import { readOriginal, sha256Of, type Shelf } from './originals.ts'
import { mostPixels } from './uploads.ts'
import { xmpOf } from './xmp.ts'

interface Place {
  /** Absolute path of the folder for uploaded and published files. */
  mediaDir: string
  editionId: string
}

/**
 * Lays out the files that the public may fetch while this edition is live, under
 * `public/images/<edition>/` or `public/documents/<edition>/`: pictures made anew in every width and format, without
 * anything that the camera wrote into them; documents as they are, under their `safeFileName`. Contacts and texts
 * have no files. A set is there as a whole or not at all; a second call leaves a complete set as it is.
 * Throws when the original isn't, byte for byte, what the content was approved with.
 */
export async function makePublicFiles({
  mediaDir,
  editionId,
  content,
}: Place & { content: Content }): Promise<void> {
  if (content.type !== 'image' && content.type !== 'document') return
  const shelf = content.type === 'image' ? 'images' : 'documents'
  const folder = folderOf({ mediaDir, editionId }, shelf)
  if (await exists(folder)) return
  const original = await originalOf(mediaDir, shelf, content.file)
  const parent = path.dirname(folder)
  await mkdir(parent, { recursive: true })
  // A sibling, so that the renaming stays within one file system; a dot, so that no address names it.
  const unfinished = path.join(parent, `.${editionId}-${randomBytes(6).toString('hex')}`)
  await mkdir(unfinished)
  try {
    if (content.type === 'image') await makePictures(original, content, unfinished)
    else await writeDurably(path.join(unfinished, safeFileName(content.file.name)), original)
    await syncFolder(unfinished)
    await renameUnlessThere(unfinished, folder)
    await syncFolder(parent)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Deletes what `makePublicFiles` made. Nothing happens when it isn't there. */
export async function removePublicFiles(place: Place): Promise<void> {
  for (const shelf of ['images', 'documents'] as const)
    await rm(folderOf(place, shelf), { recursive: true, force: true })
}

function folderOf({ mediaDir, editionId }: Place, shelf: Shelf): string {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(editionId))
    throw new Error(`“${editionId}” is no edition’s id, so no folder is named after it.`)
  return path.join(mediaDir, 'public', shelf, editionId)
}

/** The file as it was uploaded. Throws when it isn't there, or isn't the one with this hash. */
export async function originalOf(
  mediaDir: string,
  shelf: Shelf,
  file: Pick<FileFacts, 'name' | 'sha256'>,
): Promise<Buffer> {
  if (file.name === '' || path.basename(file.name) !== file.name)
    throw new Error(`“${file.name}” is no file name. Upload the file again.`)
  const kept = await readOriginal(mediaDir, file.sha256)
  if (kept) return kept
  const data = await readFile(path.join(mediaDir, shelf, file.name)).catch((error: unknown) => {
    throw new Error(`The original of “${file.name}” can’t be read. Upload it again.`, {
      cause: error,
    })
  })
  if (sha256Of(data) !== file.sha256)
    throw new Error(
      `The file “${file.name}” on disk isn’t the one that was uploaded, so it can’t be published. Upload it again.`,
    )
  return data
}

/** Pixels of a draft's picture at its wider side. */
const draftWidth = 1280

/** A picture for somebody outside who looks at a draft: JPEG, without anything that the camera wrote into it. */
export function draftPicture(original: Buffer): Promise<Buffer> {
  return sharp(original, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: draftWidth, height: draftWidth, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 80, mozjpeg: false })
    .toBuffer()
}

/** Each encoder keeps one core busy; two leave none idle on a small machine, and readers are still answered. */
const atOnce = 2

/**
 * Decoded once and kept as pixels: decoding the original again for each of a dozen files takes longer than all the
 * rest. The longest work comes first, so that nothing long is left for the end.
 */
async function makePictures(
  original: Buffer,
  { file, ...rights }: ImageContent,
  folder: string,
): Promise<void> {
  const xmp = xmpOf(rights)
  const decoded = () =>
    sharp(original, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient()
  const widths = widthsFor(file.width)
  const { data, info } = await decoded()
    .resize({ width: widths.at(-1) ?? file.width })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const full = () =>
    decoded()
      .resize({ width: longestFull, height: longestFull, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 90, mozjpeg: false })
  const pictures = widths.toReversed().flatMap((width) =>
    formats.map((format) => ({
      name: `${width}.${format}`,
      make: () => encoded(sharp(data, { raw }).resize({ width }), format),
    })),
  )
  const left = [{ name: fullSize, make: full }, ...pictures]
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift())
      await writeDurably(path.join(folder, next.name), await next.make().withXmp(xmp).toBuffer())
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

function encoded(picture: Sharp, format: Format): Sharp {
  switch (format) {
    case 'avif':
      // Effort 1 takes half the time of 2 and gives files of the same size; colours as coarse as in JPEG and WebP.
      return picture.avif({ quality: 55, effort: 1, chromaSubsampling: '4:2:0' })
    case 'webp':
      return picture.webp({ quality: 78, effort: 3 })
    case 'jpg':
      // JPEG has no transparency; paper is white.
      return picture
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80, progressive: true, mozjpeg: false })
  }
}

/** Somebody who does the same at the same time has made the same files: either set will do. */
async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!(await exists(to))) throw error
  }
}

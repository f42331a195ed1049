import path from 'node:path'
import { safeFileName } from './file-names.ts'
import { formats, fullSize, mimeOf, widthsFor } from './image-sizes.ts'
import type { Edition } from './records.ts'
import type { PressStore } from './store.ts'

/** Where a published file lies, and what its answer says of it. */
export interface PublishedFile {
  /** Absolute. */
  path: string
  /** Media type. */
  type: string
  /** Strong, quoted. */
  etag: string
  /** The name to save it under; absent when it is shown in a page. */
  download?: string
}

// Both databases' ids, and nothing that a path could mean something by.
const pattern =
  /^\/files\/(images|documents)\/([A-Za-z0-9-]{1,64})\/([A-Za-z0-9][A-Za-z0-9.-]{0,119})$/

/** Address of a picture in one width and format, or in full size. */
export function imagePath(edition: string, name: string): string {
  return `/files/images/${edition}/${name}`
}

/** Address of a document, by the name of its file. */
export function documentPath(edition: string, fileName: string): string {
  return `/files/documents/${edition}/${safeFileName(fileName)}`
}

/**
 * The file behind a public path, only while its edition is the one that a live entry shows: `null` for anything that
 * isn't or never was public, `gone` for what was retracted. The path is built of checked parts alone.
 */
export async function publishedFile(
  pathname: string,
  store: PressStore,
  mediaDir: string,
): Promise<PublishedFile | 'gone' | null> {
  const [, shelf, id, name] = pattern.exec(pathname) ?? []
  if (!shelf || !id || !name) return null
  const edition = await store.edition(id)
  if (!edition) return null
  const [entry] = await store.entriesOf([edition.subject])
  // A superseded edition's address dies with it.
  if (!entry || entry.edition !== id || entry.shelf !== shelf) return null
  if (entry.standing === 'retracted') return 'gone'
  if (entry.standing !== 'live' || shelf !== `${edition.content.type}s`) return null
  return fileOf(edition, name, mediaDir)
}

/** The file of an edition's that has this name in public; null when it has none. Whether it is shown isn't asked here. */
export function fileOf(
  { id, content }: Edition,
  name: string,
  mediaDir: string,
): PublishedFile | null {
  const at = (shelf: string): string => path.join(path.resolve(mediaDir), 'public', shelf, id, name)
  if (content.type === 'image') {
    const { file } = content
    const etag = `"${file.sha256.slice(0, 32)}-${name}"`
    if (name === fullSize) {
      const download = `${safeFileName(file.name).replace(/\.[^.]*$/, '')}.jpg`
      return { path: at('images'), type: mimeOf.jpg, etag, download }
    }
    for (const width of widthsFor(file.width)) {
      for (const format of formats) {
        if (name === `${width}.${format}`) return { path: at('images'), type: mimeOf[format], etag }
      }
    }
    return null
  }
  if (content.type === 'document' && name === safeFileName(content.file.name)) {
    const { file } = content
    const etag = `"${file.sha256.slice(0, 32)}"`
    return { path: at('documents'), type: file.mime, etag, download: file.name }
  }
  return null
}

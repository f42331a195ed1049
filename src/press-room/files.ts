import path from 'node:path'
import { safeFileName } from './file-names.ts'
import { formats, fullSize, mimeOf, widthsFor } from './image-sizes.ts'
import { isEditionOf } from './records.ts'
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
  if (entry.standing !== 'live') return null
  const at = path.join(path.resolve(mediaDir), 'public', shelf, id)
  if (shelf === 'images' && isEditionOf('image', edition)) {
    const { file } = edition.content
    const etag = `"${file.sha256.slice(0, 32)}-${name}"`
    if (name === fullSize) {
      const download = `${safeFileName(file.name).replace(/\.[^.]*$/, '')}.jpg`
      return { path: path.join(at, fullSize), type: mimeOf.jpg, etag, download }
    }
    for (const width of widthsFor(file.width)) {
      for (const format of formats) {
        const known = `${width}.${format}`
        if (name === known) return { path: path.join(at, known), type: mimeOf[format], etag }
      }
    }
    return null
  }
  if (shelf === 'documents' && isEditionOf('document', edition)) {
    const { file } = edition.content
    const known = safeFileName(file.name)
    if (name !== known) return null
    const etag = `"${file.sha256.slice(0, 32)}"`
    return { path: path.join(at, known), type: file.mime, etag, download: file.name }
  }
  return null
}

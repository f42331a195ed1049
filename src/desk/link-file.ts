import type { Payload } from 'payload'
import { safeFileName } from '../press-room/file-names.ts'
import { resolve } from './content.ts'
import { loadDoc } from './documents.ts'
import { entryOf } from './entries.ts'
import { mediaDirOf } from './media-dir.ts'
import type { TextDoc } from './preview.ts'
import { draftPicture, originalOf } from './public-files.ts'

/**
 * A picture or document that a draft shows and that isn't published: of published ones the page names the public
 * address. Null for every other file. Pictures are made anew, without what the camera wrote into them.
 */
export async function draftFile(
  payload: Payload,
  text: TextDoc,
  shelf: 'images' | 'documents',
  id: string,
): Promise<Response | null> {
  const { content } = await resolve(payload, text)
  if (content.type !== 'text' || !content[shelf].some((one) => one.id === id)) return null
  if ((await entryOf(payload, id))?.standing === 'live') return null
  const doc = await loadDoc(payload, shelf === 'images' ? 'image' : 'document', id)
  if (doc?.type !== 'image' && doc?.type !== 'document') return null
  const original = await originalOf(mediaDirOf(payload), shelf, {
    name: doc.filename,
    sha256: doc.sha256,
  })
  if (doc.type === 'image')
    return new Response(new Uint8Array(await draftPicture(original)), {
      headers: { 'content-type': 'image/jpeg' },
    })
  return new Response(new Uint8Array(original), {
    headers: {
      'content-type': doc.mimeType,
      'content-disposition': `attachment; filename="${safeFileName(doc.filename)}"`,
    },
  })
}

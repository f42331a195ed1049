import type { Payload } from 'payload'
import type { RemarkForm } from '../press-room/pages/draft.tsx'
import { guestOf, type Link, linksTo } from './links.ts'
import { isOpen } from './linking.ts'
import { notesOn } from './notes.ts'
import { writeNote } from './noting.ts'
import { Refused } from './refused.ts'

/** Characters of a remark. */
export const longestRemark = 3000
/** Remarks through one link. */
export const mostRemarks = 30

/**
 * Keeps a remark from outside as a note on the text as a whole, which never must be fixed: that is for the desk to
 * say. `gone`: the link doesn't open any more.
 */
export async function takeRemark(
  payload: Payload,
  link: Link,
  typed: string,
  now: Date,
): Promise<Exclude<RemarkForm['outcome'], 'none'> | 'gone'> {
  // Browsers send a line's end as two characters. What can't be seen is no part of a remark.
  const words = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  if (words === '') return 'empty'
  if (words.length > longestRemark) return 'long'
  const guest = guestOf(link)
  const actor = { id: guest, name: link.guest, roles: [], writes: [], reviews: [] }
  const ask = { payload, type: link.of, id: link.subject, actor, now, language: 'en' }
  const note = { field: '', words, mustFix: false, passage: null, revision: undefined }
  let full = false
  try {
    const written = await writeNote(ask, note, async ({ doc }) => {
      const [present] = await linksTo(payload, doc.id, { id: { equals: link.id } })
      if (!present || !isOpen(present, doc, now)) return false
      full = (await notesOn(payload, doc.id, { author: { equals: guest } })).length >= mostRemarks
      return !full
    })
    if (written !== null) return 'sent'
    return full ? 'full' : 'gone'
  } catch (error) {
    if (error instanceof Refused) return 'failed'
    throw error
  }
}

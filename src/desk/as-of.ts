import type { Payload } from 'payload'
import { z } from 'zod'
import { canonicalForm, type Content, type TextContent } from '../workflow/content.ts'
import { isUniqueViolation } from './timeline.ts'

/** What texts said at their acts, to the letter. One row for each distinct wording of a text (decision 016). */

const keyOf = (subject: string, fingerprint: string): string => `${subject}:${fingerprint}`

const row = z.object({ content: z.string() })

/** Keeps what a text says, once. Of items nothing is kept: their editions tell. */
export async function keepText(
  payload: Payload,
  subject: string,
  { content, fingerprint }: { content: Content; fingerprint: string },
): Promise<void> {
  if (content.type !== 'text') return
  const key = keyOf(subject, fingerprint)
  const { totalDocs } = await payload.db.count({
    collection: 'texts-as-of',
    where: { key: { equals: key } },
  })
  if (totalDocs > 0) return
  try {
    await payload.db.create({
      collection: 'texts-as-of',
      data: { subject, fingerprint, content: canonicalForm(content), key },
    })
  } catch (error) {
    // Somebody else kept the same at this moment.
    if (!isUniqueViolation(error)) throw error
  }
}

/** What a text said when it had this fingerprint; null when that was not kept, or it never had. */
export async function textAsOf(
  payload: Payload,
  subject: string,
  fingerprint: string,
): Promise<TextContent | null> {
  const kept = await payload.db.findOne({
    collection: 'texts-as-of',
    where: { key: { equals: keyOf(subject, fingerprint) } },
  })
  return kept ? (JSON.parse(row.parse(kept).content) as TextContent) : null
}

const frozen = z.object({ content: z.string() })

/** The same, also of what was published before texts were kept: editions tell what they say themselves. */
export async function textOrEdition(
  payload: Payload,
  subject: string,
  fingerprint: string,
): Promise<TextContent | null> {
  const kept = await textAsOf(payload, subject, fingerprint)
  if (kept) return kept
  const edition = await payload.db.findOne({
    collection: 'editions',
    where: { subject: { equals: subject }, fingerprint: { equals: fingerprint } },
  })
  return edition ? (JSON.parse(frozen.parse(edition).content) as TextContent) : null
}

/** Of a text that is deleted nothing is kept. */
export async function dropTexts(payload: Payload, subject: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'texts-as-of',
    where: { subject: { equals: subject } },
  })
}

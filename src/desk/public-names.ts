import type { Payload } from 'payload'
import { z } from 'zod'
import { slugOf } from '../language/slug.ts'
import type { Content } from '../workflow/content.ts'
import { raise } from './press-revision.ts'
import { isUniqueViolation } from './timeline.ts'

/** What its address calls a text or an image, before others of that name are asked after; null for what has no page. */
export function publicName(content: Content): string | null {
  if (content.type === 'text') return slugOf(content.headline)
  return content.type === 'image' ? slugOf(imageTitle(content)) : null
}

/** What it shows, which names nobody where a caption would, and so seldom has to be taken back from an address. */
function imageTitle({ texts, file }: Extract<Content, { type: 'image' }>): string {
  return texts.find(({ alt }) => alt.trim() !== '')?.alt.trim() || file.name.replace(/\.[^.]*$/, '')
}

const row = z.object({ id: z.string(), subject: z.string(), slug: z.string(), edition: z.string() })

/**
 * Gives a name to the images that were published before pages of images had one: their rows bear the desk's id in its
 * place. Returns how many. Two processes at once do no harm.
 */
export async function nameImages(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find({
    collection: 'entries',
    where: { shelf: { equals: 'images' } },
    limit: 0,
    pagination: false,
    select: { subject: true, slug: true, edition: true },
  })
  const nameless = docs.map((one) => row.parse(one)).filter(({ slug, subject }) => slug === subject)
  for (const entry of nameless) await nameOne(payload, entry)
  if (nameless.length > 0) await raise(payload)
  return nameless.length
}

async function nameOne(payload: Payload, entry: z.infer<typeof row>): Promise<void> {
  const edition = await payload.db.findOne<{ id: string; content: string }>({
    collection: 'editions',
    where: { id: { equals: entry.edition } },
  })
  // Only the door writes it, from a `Content`.
  const name = edition && publicName(JSON.parse(edition.content) as Content)
  if (!name) return
  for (let attempt = 1; ; attempt += 1) {
    try {
      await payload.db.updateOne({
        collection: 'entries',
        id: entry.id,
        data: { slug: attempt === 1 ? name : `${name}-${attempt}` },
      })
      return
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
}

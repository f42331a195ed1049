import { z } from 'zod'
import { list, text } from '../columns.ts'
import type { Reader } from '../desk-lists.ts'

const row = z.looseObject({
  id: z.string(),
  slug: text,
  names: list(z.looseObject({ language: z.string(), name: text })),
})

/** Topics by their name in a language, or by what stands in their address. */
export async function topicsIn(
  { payload, user }: Reader,
  language: string,
): Promise<{ id: string; name: string }[]> {
  const { docs } = await payload.find({
    collection: 'topics',
    limit: 500,
    depth: 0,
    overrideAccess: false,
    user: user as never,
  })
  return docs
    .map((one) => {
      const { id, slug, names } = row.parse(one)
      return { id, name: names.find((name) => name.language === language)?.name || slug }
    })
    .sort((one, other) => one.name.localeCompare(other.name, language))
}

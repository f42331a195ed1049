import type { CollectionSlug } from 'payload'
import type { Desk } from './harness.ts'

/** Every row and every version of every collection, by what they say. Two are equal when nothing was written. */
export async function wholeDatabase({ payload }: Pick<Desk, 'payload'>): Promise<string> {
  const all = { limit: 0, pagination: false, sort: 'id' }
  const content: Record<string, unknown> = {}
  for (const { slug, versions } of payload.config.collections) {
    const collection = slug as CollectionSlug
    content[slug] = (await payload.db.find({ collection, ...all })).docs
    if (versions)
      content[`${slug} versions`] = (await payload.db.findVersions({ collection, ...all })).docs
  }
  return JSON.stringify(content, null, 1)
}

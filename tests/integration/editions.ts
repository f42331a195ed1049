import { expect } from 'vitest'
import type { TextContent } from '../../src/workflow/content.ts'
import type { Desk } from './harness.ts'

/** What the public reads of a text now, as it was frozen. */
export async function loadEdition({ payload }: Pick<Desk, 'payload'>, id: string) {
  const { docs } = await payload.db.find<{ content: string }>({
    collection: 'editions',
    where: { subject: { equals: id } },
    sort: '-number',
    limit: 1,
  })
  return JSON.parse(docs[0]?.content ?? expect.unreachable('no edition')) as TextContent
}

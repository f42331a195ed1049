import type { Payload } from 'payload'
import { z } from 'zod'
import type { DeskType } from '../workflow/states.ts'
import { collectionOf, related } from './documents.ts'

const versionRow = z.looseObject({ parent: related })

/** Id of the document that a version (by its id) is of; null when there is none. */
export async function documentOfVersion(
  payload: Payload,
  type: DeskType,
  version: string,
): Promise<string | null> {
  const { docs } = await payload.db.findVersions({
    collection: collectionOf[type],
    where: { id: { equals: version } },
    limit: 1,
    pagination: false,
  })
  return docs[0] ? versionRow.parse(docs[0]).parent : null
}

import {
  type CollectionAfterDeleteHook,
  type CollectionAfterErrorHook,
  type CollectionBeforeDeleteHook,
  ErrorDeletingFile,
  type PayloadRequest,
  type UploadConfig,
} from 'payload'
import { z } from 'zod'
import { dropOriginal, keepOriginal, putBack, type Shelf } from './originals.ts'
import { mediaDirOf } from './media-dir.ts'

const file = z.looseObject({ data: z.instanceof(Buffer) })
const stored = z.looseObject({ filename: z.string(), sha256: z.string() })
const hashed = z.looseObject({ sha256: z.string() })

const size = z.object({ width: z.number(), height: z.number() })

/**
 * Keeps the file that came with a request, as it was checked. Its SHA-256, hex, and a picture's size in pixels as
 * people see it, where Payload's is the sensor's; null when there came no file.
 */
export async function keepUpload(
  req: PayloadRequest,
): Promise<{ sha256: string; width?: number; height?: number } | null> {
  const parsed = file.safeParse(req.file)
  if (!parsed.success) return null
  const kept = await keepOriginal(mediaDirOf(req.payload), parsed.data.data)
  if (kept !== req.context.uploadSha256) throw new Error('the file isn’t the one that was checked')
  return { sha256: kept, ...size.safeParse(req.context.uploadSize).data }
}

type Handler = NonNullable<UploadConfig['handlers']>[number]

/** Before a file is shown at the desk: it is the one that its row means. Nobody without access comes here. */
export function rightFile(shelf: Shelf): Handler {
  const handler = async (
    { payload }: PayloadRequest,
    { params: { filename } }: Parameters<Handler>[1],
  ): Promise<Response | void> => {
    const where = { filename: { equals: filename } }
    const row = stored.safeParse(await payload.db.findOne({ collection: shelf, where }))
    if (!row.success)
      return Response.json({ errors: [{ message: 'There is no such file.' }] }, { status: 404 })
    // Without an answer, Payload goes on and sends the file.
    await putBack(mediaDirOf(payload), shelf, row.data)
  }
  return handler as Handler
}

/** Two who replace one file: Payload can't delete it a second time. The original is kept elsewhere. */
export const explainLostFile: CollectionAfterErrorHook = ({ error }) => {
  if (!(error instanceof ErrorDeletingFile)) return
  const message = 'Somebody else is replacing this file at the same moment. Look again, then try.'
  return { response: { errors: [{ message }] }, status: 409 }
}

/** What a document that is being deleted, or one of its versions, named by hash. */
export function rememberOriginals(shelf: Shelf): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const { docs } = await req.payload.db.findVersions({
      collection: shelf,
      where: { parent: { equals: id } },
      limit: 0,
      pagination: false,
    })
    req.context.originals = docs.flatMap(
      ({ version }) => hashed.safeParse(version).data?.sha256 ?? [],
    )
  }
}

/** A file goes with the last document that names it, old versions included. */
export function dropOriginals(shelf: Shelf): CollectionAfterDeleteHook {
  return async ({ doc, req }) => {
    const { payload } = req
    const remembered = z.array(z.string()).catch([]).parse(req.context.originals)
    const own = hashed.safeParse(doc).data?.sha256 ?? ''
    for (const sha256 of new Set([...remembered, own])) {
      const named = [
        await payload.db.count({ collection: shelf, where: { sha256: { equals: sha256 } } }),
        await payload.db.countVersions({
          collection: shelf,
          where: { 'version.sha256': { equals: sha256 } },
        }),
      ]
      if (named.every(({ totalDocs }) => totalDocs === 0))
        await dropOriginal(mediaDirOf(payload), sha256)
    }
  }
}

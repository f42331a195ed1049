import { statfs } from 'node:fs/promises'
import type {
  AfterErrorHook,
  CollectionBeforeOperationHook,
  GlobalBeforeOperationHook,
  Payload,
} from 'payload'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import { Refused } from './refused.ts'

/**
 * Bytes that stay free on the disks of text and files. Nothing new is begun once they are touched, so that what was
 * begun can always be completed, and a text can still be withdrawn: without transactions (decision 003) a disk that
 * fills up in the middle of a save would leave half of it.
 */
export const reserve = 128 * 1024 * 1024

/** The least that is free on the disks of these folders, in bytes. */
export async function freeBytes(folders: readonly string[]): Promise<number> {
  const free = await Promise.all(
    folders.map(async (folder) => {
      try {
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      } catch {
        // A folder that isn't there yet is made on a disk whose room is asked for by another.
        return Number.POSITIVE_INFINITY
      }
    }),
  )
  return Math.min(...free)
}

/** Whether something new can be begun. */
export async function hasRoom(payload: Payload): Promise<boolean> {
  const { room } = payload.config.custom as { room?: () => Promise<number> }
  return room === undefined || (await room()) >= reserve
}

/** Throws `Refused` when nothing new can be begun. */
export async function refuseWithoutRoom(payload: Payload, language: string): Promise<void> {
  if (!(await hasRoom(payload))) throw new Refused([{ code: 'no-room' }], catalogueOf(language))
}

/** Before anything is written for what is created or changed, by whatever route. Deleting makes room. */
export const keepReserve: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update')
    await refuseWithoutRoom(req.payload, req.i18n?.language ?? 'en')
  return args
}

export const keepReserveOfGlobal: GlobalBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'update') await refuseWithoutRoom(req.payload, req.i18n?.language ?? 'en')
  return args
}

/** A disk that was filled by somebody else in this very moment is told as such, too. */
export const tellFullDisk: AfterErrorHook = ({ error, req }) => {
  if (!isFullDisk(error)) return
  const message = sentenceOf({ code: 'no-room' }, catalogueOf(req.i18n?.language ?? 'en'))
  return { status: 507, response: { errors: [{ message }] } as never }
}

/** Whether something failed because a disk had no room for it. */
export function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR\w*)$/.test(code) ||
    /database or disk is full|OutOfDiskSpace/.test(error.message) ||
    isFullDisk(error.cause)
  )
}

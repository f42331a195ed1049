import type { Payload } from 'payload'

/** Where uploaded and published files lie: absolute. */
export function mediaDirOf(payload: Payload): string {
  const { mediaDir } = payload.config.custom as { mediaDir?: string }
  if (!mediaDir) throw new Error('the configuration names no folder for files')
  return mediaDir
}

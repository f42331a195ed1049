import type { Payload } from 'payload'
import { z } from 'zod'
import { parted } from '../../database/index-file.ts'
import { moment, text } from '../../desk/columns.ts'
import { isUniqueViolation } from '../../desk/timeline.ts'
import { sha256 } from '../../workflow/fingerprint.ts'
import type { ReadUnit } from './tmx-read.ts'

/** Translation memories of others, as they are kept: in parts, so that no row gets too long. */

export interface MemoryFile {
  /** SHA-256 of its units, hex. */
  file: string
  name: string
  units: number
  by: string
  /** ISO 8601, UTC. */
  at: string | null
}

const unitsInPart = 200

const row = z.looseObject({
  file: z.string(),
  part: z.number(),
  name: text,
  count: z.number(),
  byName: text,
  at: moment,
})

async function rowsOf(payload: Payload, where: object = {}) {
  const { docs } = await payload.db.find({
    collection: 'memory-files',
    where: where as never,
    limit: 0,
    pagination: false,
    select: { file: true, part: true, name: true, count: true, byName: true, at: true },
  })
  return docs.map((one) => row.parse(one))
}

/** The files that were brought in, the newest first. */
export async function memoryFilesOf(payload: Payload): Promise<MemoryFile[]> {
  const files = new Map<string, MemoryFile>()
  for (const { file, name, count, byName: by, at } of await rowsOf(payload)) {
    const known = files.get(file)
    files.set(file, { file, name, by, at, units: count + (known?.units ?? 0) })
  }
  return [...files.values()].toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))
}

/**
 * Keeps what isn't kept yet: the same units a second time are none, and what was broken off is completed. Returns how
 * many units are new.
 */
export async function keepMemoryFile(
  payload: Payload,
  units: readonly ReadUnit[],
  { name, by, byName, at }: { name: string; by: string; byName: string; at: string },
): Promise<{ file: string; made: number }> {
  const file = sha256(JSON.stringify(units))
  const there = new Set((await rowsOf(payload, { file: { equals: file } })).map(({ part }) => part))
  let made = 0
  for (const [part, own] of parted(units, unitsInPart).entries()) {
    if (there.has(part)) continue
    const data = { file, part, name, count: own.length, units: JSON.stringify(own), by, byName, at }
    try {
      await payload.db.create({ collection: 'memory-files', data })
      made += own.length
    } catch (error) {
      // Somebody else brings in the same file at this moment.
      if (!isUniqueViolation(error)) throw error
    }
  }
  return { file, made }
}

/** Takes a file out again. Harmless when it is gone. */
export async function dropMemoryFile(payload: Payload, file: string): Promise<void> {
  await payload.db.deleteMany({ collection: 'memory-files', where: { file: { equals: file } } })
}

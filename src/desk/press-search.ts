import path from 'node:path'
import type { Payload } from 'payload'
import { z } from 'zod'
import { openSearch, type PressSearch } from '../press-room/search/search.ts'
import { payloadStore } from '../press-room/store.ts'

const kept = new WeakMap<Payload, PressSearch>()

/** The press room's search, for what the desk asks about live texts. Ends with `closePressSearch`. */
export function pressSearchOf(payload: Payload): PressSearch {
  const known = kept.get(payload)
  if (known) return known
  const { searchFile } = z.object({ searchFile: z.string() }).parse(payload.config.custom)
  const file = path.join(path.dirname(searchFile), 'press-search.db')
  const made = openSearch(payloadStore(payload), `file:${file}`, (error) =>
    payload.logger.error({ err: error, msg: 'The index of the press room’s search' }),
  )
  kept.set(payload, made)
  return made
}

export async function closePressSearch(payload: Payload): Promise<void> {
  const known = kept.get(payload)
  kept.delete(payload)
  await known?.close()
}

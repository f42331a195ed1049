import type { ChangedEntry, PressStore } from './store.ts'

/** Reads the register on from where it was read to, for what is made from it and kept in files of its own. */

const atOnce = 200
/** Another process may write with a clock that is a little behind. Milliseconds. */
const overlap = 5_000

/** What remembers how far the register was read. */
interface Reader {
  /** ISO 8601, UTC; null: it was never read. */
  readUntil: () => Promise<string | null>
  clear: () => Promise<void>
}

/** Rows that changed since, in that order; some of them again. `until`: up to when the register was read with them. */
export async function readRegister(
  source: Pick<PressStore, 'changed' | 'lastChange'>,
  reader: Reader,
  read: (rows: readonly ChangedEntry[], until: string) => Promise<void>,
): Promise<void> {
  const until = await reader.readUntil()
  let since: string | null = null
  if (until !== null) {
    const last = await source.lastChange()
    // A database that was restored is older than what was read, and may lack what is kept here.
    if (last === null || last < until) await reader.clear()
    else since = new Date(Date.parse(until) - overlap).toISOString()
  }
  for (let page = 1; ; page++) {
    const rows = await source.changed(since, page, atOnce)
    const last = rows.at(-1)?.changedAt
    if (last === undefined) return
    await read(rows, last)
    if (rows.length < atOnce) return
    // From here on, as soon as the moment has passed on: pages far down are read ever more slowly.
    if (last !== since && rows[0]?.changedAt !== last) {
      since = last
      page = 0
    }
  }
}

/** Runs one reading at a time; whoever asks waits for one that began after they asked. */
export function createReading(read: () => Promise<void>, log: (error: unknown) => void) {
  let running: Promise<boolean> | null = null
  let next: Promise<boolean> | null = null
  let ended = false
  const begin = (): Promise<boolean> => {
    next = null
    running = read()
      .then(() => true)
      .catch((error: unknown) => {
        log(error)
        return false
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const after = (): Promise<boolean> => {
    if (ended) return Promise.resolve(false)
    if (!running) return begin()
    next ??= running.then(begin)
    return next
  }
  return {
    /** Whether one was finished within so many milliseconds. */
    recent: (milliseconds: number): Promise<boolean> =>
      Promise.race([
        after(),
        new Promise<boolean>((late) => {
          setTimeout(() => late(false), milliseconds).unref()
        }),
      ]),
    whole: async (): Promise<void> => {
      await after()
    },
    end: async (): Promise<void> => {
      ended = true
      await running
    },
  }
}

import type { ResponseCache } from './cache.ts'
import type { PublishedFile } from './ports.ts'

export interface FillerOptions {
  revision: () => string | Promise<string>
  essentials: () => Promise<string[]>
  pages: Pick<ResponseCache, 'fill'>
  /** Looks a published file up, and keeps where it lies. */
  file: (pathname: string) => Promise<PublishedFile | 'gone' | null>
  log: (error: unknown) => void
  /** Milliseconds that a revision has to last before the pages are made: acts seldom come alone. */
  quiet?: number
  now?: () => number
}

/** More files than this are looked up when somebody asks for them. */
const mostFiles = 2_000

/**
 * Makes the pages that are to be there when the database can’t be asked. To be called every second: so that a new
 * revision is heard of while nobody reads, too. Never rejects.
 */
export function createFiller(options: FillerOptions): () => Promise<void> {
  const { quiet = 30_000, now = () => performance.now() } = options
  let seen = { revision: '', at: 0 }
  let done = ''
  let busy = false

  async function fill(revision: string): Promise<void> {
    const files = new Set<string>()
    for (const address of await options.essentials()) {
      if ((await options.revision()) !== revision) return
      const { body } = await options.pages.fill(address)
      for (const [found] of body.toString().matchAll(/\/files\/[^"\s,<>]+/g))
        if (files.size < mostFiles) files.add(found)
      // Readers go first.
      await new Promise((soon) => setTimeout(soon, 10))
    }
    for (const pathname of files) {
      if ((await options.revision()) !== revision) return
      await options.file(pathname)
    }
    done = revision
  }

  return async () => {
    if (busy) return
    busy = true
    try {
      const revision = await options.revision()
      if (revision !== seen.revision) seen = { revision, at: now() }
      else if (revision !== done && now() - seen.at >= quiet) await fill(revision)
    } catch (error) {
      // It is tried again in a while. That the database is away is told by those who asked it for a reader.
      seen = { revision: '', at: 0 }
      if (done !== '') options.log(error)
      done = ''
    } finally {
      busy = false
    }
  }
}

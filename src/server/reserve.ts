import { createHash, randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'

/** An answer as it lies on the disk. `at`: when it was made, ISO 8601, UTC. */
export interface Stored {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
  at: string
}

export interface Reserve {
  /** Told when the making of an answer begins, and given back with it. */
  generation(): number
  /** Keeps an answer, unless anything has gone through the door since its making began. */
  keep(key: string, generation: number, answer: Omit<Stored, 'at'>): Promise<void>
  /** Whether something is kept under a key. */
  has(key: string): boolean
  /** What is kept under a key; null where nothing is, and while something goes through the door. */
  find(key: string): Promise<Stored | null>
  /** The press room’s revision was read: what was kept under another one is dropped, and not shown any more. */
  learn(revision: string): void
  /**
   * Something is about to go through the door: nothing that is kept is shown from now on. The function that comes back
   * says that it is through.
   */
  shut(): () => void
  /** How much is kept. */
  size(): { entries: number; bytes: number }
}

export interface ReserveOptions {
  /** Absolute path of a folder that is nobody else’s. */
  dir: string
  entries?: number
  bytes?: number
  log?: (error: unknown) => void
}

const MB = 1024 * 1024
const head = z.object({
  key: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  at: z.string(),
})

/**
 * Answers on the disk, for when the database can’t be asked. Whatever changes what the public sees empties it first
 * (`src/desk/press-reserve.ts`), so that it never holds what this installation knows to be withdrawn.
 */
export function createReserve(options: ReserveOptions): Reserve {
  const { dir, entries = 5_000, bytes = 256 * MB, log = console.error } = options
  const pages = path.join(dir, 'pages')
  const noted = path.join(dir, 'revision')
  mkdirSync(pages, { recursive: true, mode: 0o700 })
  // What an earlier process was still deleting.
  for (const name of readdirSync(dir)) if (name.startsWith('old-')) drop(path.join(dir, name))
  let known = read(noted)
  const held = new LRUCache<string, number>({
    max: entries,
    maxSize: bytes,
    sizeCalculation: (size) => Math.max(1, size),
    dispose: (_size, name, reason) => {
      if (reason === 'evict') unlink(path.join(pages, name)).catch(() => {})
    },
  })
  for (const name of readdirSync(pages)) {
    if (name.includes('.')) rmSync(path.join(pages, name), { force: true })
    else held.set(name, statSync(path.join(pages, name)).size)
  }
  let generation = 0
  let underWay = 0
  let broken = false

  /** Out of reach at once, by one renaming; the deleting takes its time. Where the disk refuses, nothing is shown again. */
  function empty(): void {
    generation += 1
    if (held.size === 0) return
    held.clear()
    try {
      const old = path.join(dir, `old-${randomUUID()}`)
      renameSync(pages, old)
      mkdirSync(pages, { mode: 0o700 })
      drop(old)
    } catch (error) {
      broken = true
      log(error)
    }
  }

  function drop(folder: string): void {
    rm(folder, { recursive: true, force: true }).catch(log)
  }

  return {
    shut: () => {
      underWay += 1
      empty()
      return () => {
        underWay -= 1
        generation += 1
      }
    },
    generation: () => generation,
    keep: async (name, since, { status, headers, body }) => {
      if (since !== generation || underWay > 0 || broken) return
      const file = nameOf(name)
      const words = JSON.stringify({ key: name, status, headers, at: new Date().toISOString() })
      const part = path.join(pages, `${file}.${randomUUID()}`)
      try {
        await writeFile(part, Buffer.concat([Buffer.from(`${words}\n`), body]), { mode: 0o600 })
        // Something may have gone through the door meanwhile: then the folder is another one, or this is too old for it.
        if (since !== generation || underWay > 0) return await unlink(part).catch(() => {})
        await rename(part, path.join(pages, file))
        if (since === generation) held.set(file, words.length + body.length)
        else await unlink(path.join(pages, file)).catch(() => {})
      } catch (error) {
        if (since === generation) log(error)
      }
    },
    has: (name) => held.peek(nameOf(name)) !== undefined,
    find: async (name) => {
      const file = nameOf(name)
      const since = generation
      if (underWay > 0 || broken || held.get(file) === undefined) return null
      const found = await readFile(path.join(pages, file)).catch(() => null)
      if (!found || since !== generation) return null
      const end = found.indexOf('\n')
      const words = head.safeParse(parsed(found.subarray(0, end).toString()))
      return words.success && words.data.key === name
        ? { ...words.data, body: found.subarray(end + 1) }
        : null
    },
    learn: (revision) => {
      if (revision === known) return
      empty()
      known = revision
      try {
        writeFileSync(noted, revision, { mode: 0o600 })
      } catch (error) {
        // After a new start it counts as of another revision, and is emptied.
        log(error)
      }
    },
    size: () => ({ entries: held.size, bytes: held.calculatedSize }),
  }
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex')

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const key = Symbol.for('communique.reserve')
const shared = globalThis as { [key]?: Pick<Reserve, 'shut'> }

/** Puts it where the desk finds it, by this name on the process (`src/desk/press-reserve.ts`). */
export function registerReserve(reserve: Reserve): void {
  shared[key] = reserve
}

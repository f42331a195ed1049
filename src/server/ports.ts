import { z } from 'zod'

/** What the server asks of the rest of the house. Next's bundle registers it, the server reads it. */
export interface Ports {
  /** A word that changes with every act that changes what the public sees. */
  pressRevision(): Promise<string>
  /** The file behind a `/files/…` path: where it lies (absolute), its media type, a quoted ETag, a name to save it under. */
  publishedFile(pathname: string): Promise<PublishedFile | 'gone' | null>
  /** What a press kit at a public path holds; null where there is none. */
  pressKit(pathname: string): Promise<PressKit | null>
  /** The answer to a public GET. The request carries the public origin and no header but Accept-Language at `/`. */
  respond(request: Request): Promise<Response>
  /** Addresses that are to be there when the database can’t be asked: of lists, feeds and the newest texts. */
  essentials(): Promise<string[]>
  /** The answer to a GET, HEAD or POST under `/preview`. The request carries the public origin and no header. */
  outside(request: Request): Promise<Response>
  /** Adds to the mission's figures what was counted since the last time. */
  tally(seen: Seen): Promise<void>
  /** Closes the database at a clean stop. */
  close?(): Promise<void>
}

/** How often something was looked at or taken: pages and files by their paths, feeds by theirs, sites that led here by name. */
export interface Seen {
  views: ReadonlyMap<string, number>
  downloads: ReadonlyMap<string, number>
  feeds: ReadonlyMap<string, number>
  sites: ReadonlyMap<string, number>
}

export const publishedFile = z.object({
  path: z.string(),
  type: z.string(),
  etag: z.string(),
  download: z.string().exactOptional(),
})

export type PublishedFile = z.infer<typeof publishedFile>

/** Files of one archive, in their order. `name`: the one to save it under; `etag`: quoted. */
export interface PressKit {
  name: string
  etag: string
  /** Each with words or an absolute path, and the wall-clock time that it bears (`YYYY-MM-DDTHH:MM`). */
  files: readonly ({ name: string; at: string } & ({ text: string } | { path: string }))[]
}

// Next's bundle has its own instance of this module, so what both must see hangs on the process.
const key = Symbol.for('communique.ports')
const shared = globalThis as { [key]?: Promise<Ports> }

/** Says that the house is being opened. Next swallows what its `register` throws, so a failure is told this way too. */
export function registerPorts(opening: Promise<Ports>): void {
  shared[key] = opening
}

/** The ports that are being opened; null before anybody has begun to. */
export function registeredPorts(): Promise<Ports> | null {
  return shared[key] ?? null
}

/** What the server asks of the rest of the house. Next's bundle registers it, the server reads it. */
export interface Ports {
  /** A word that changes with every act that changes what the public sees. */
  pressRevision(): Promise<string>
  /** The file behind a `/files/…` path: where it lies (absolute), its media type, a quoted ETag, a name to save it under. */
  publishedFile(pathname: string): Promise<PublishedFile | 'gone' | null>
  /** The answer to a public GET. The request carries the public origin and no header but Accept-Language at `/`. */
  respond(request: Request): Promise<Response>
  /** Resolves when the database is open, migrated and repaired; rejects when it can't be. */
  ready: Promise<void>
  /** Closes the database at a clean stop. */
  close?(): Promise<void>
}

export interface PublishedFile {
  path: string
  type: string
  etag: string
  download?: string
}

// Next's bundle has its own instance of this module, so what both must see hangs on the process.
const key = Symbol.for('communique.ports')
const shared = globalThis as { [key]?: Ports | { failure: unknown } }

export function registerPorts(ports: Ports): void {
  shared[key] = ports
}

/** Tells the waiting server why there will be no ports: Next swallows what its `register` throws. */
export function registerFailure(failure: unknown): void {
  shared[key] = { failure }
}

/** The ports, or null before they are registered. Throws the reason when opening them failed. */
export function registeredPorts(): Ports | null {
  const found = shared[key]
  if (!found) return null
  if ('failure' in found) throw found.failure
  return found
}

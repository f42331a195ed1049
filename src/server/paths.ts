/** The query parameters of public addresses, in the order in which they are written. All others are ignored. */
export const knownParameters = [
  'page',
  'q',
  'topic',
  'kind',
  'year',
  'sort',
  'language',
  'since',
  'until',
  'limit',
  'cursor',
] as const

/**
 * Who answers a path. `next`: the admin and REST. `kits`: archives, where there is one. `preview`: drafts for outsiders.
 * `closed`: nobody, ever.
 */
export type Room = 'public' | 'files' | 'kits' | 'preview' | 'assets' | 'next' | 'closed'

/**
 * The URL a request asks for, always on our own origin: neither the Host header nor an absolute
 * target can name another. Null when the target isn't a path.
 */
export function requestedUrl(target: string | undefined, origin: string): URL | null {
  if (!target?.startsWith('/')) return null
  const text = origin + target
  return URL.canParse(text) ? new URL(text) : null
}

export function roomOf(pathname: string): Room {
  const plain = plainPath(pathname)
  if (plain.startsWith('/api/graphql') || plain === '/api/users/first-register') return 'closed'
  // In any spelling: none of them is for a cache that the public shares.
  if (under(plain, '/preview')) return 'preview'
  // Of the press room, and in this spelling only: in any other, the desk's REST knows no such collection.
  if (pathname.startsWith('/api/public/')) return 'public'
  if (pathname.startsWith('/_next/static/')) return 'assets'
  if (under(pathname, '/admin') || under(pathname, '/api') || under(pathname, '/_next'))
    return 'next'
  if (pathname.startsWith('/files/')) return 'files'
  if (/^\/[a-z]{2,3}\/releases\/[^/]+\.zip$/.test(pathname)) return 'kits'
  return 'public'
}

/**
 * The path as a rule compares it: decoded, lower case, single slashes, none at the end. Wider than
 * what Payload matches, so that no spelling of a guarded path goes round its guard.
 */
export function plainPath(pathname: string): string {
  let decoded = pathname
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    // A broken escape matches nothing in Payload either.
  }
  return decoded
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
}

function under(pathname: string, folder: string): boolean {
  return pathname === folder || pathname.startsWith(`${folder}/`)
}

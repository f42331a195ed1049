import type { Room } from './paths.ts'

export interface HeaderOptions {
  /** The public origin; only an https one is pinned by HSTS. */
  origin: string
  dev: boolean
}

/** Header names in lower case with their values. */
export type Headers = Readonly<Record<string, string>>

const publicPolicy = policy({
  'default-src': "'none'",
  'script-src': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self'",
  'font-src': "'self'",
  // Nothing runs here that could connect. Lighthouse reads robots.txt through the page.
  'connect-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
})

/** Payload's admin writes inline scripts and styles without a nonce; the rest is closed to other origins. */
function deskPolicy(dev: boolean): string {
  return policy({
    'default-src': "'self'",
    'script-src': `'self' 'unsafe-inline'${dev ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': `'self'${dev ? ' ws:' : ''}`,
    'frame-src': "'self'",
    'worker-src': "'self' blob:",
    'frame-ancestors': "'self'",
    'base-uri': "'self'",
    'form-action': "'self'",
    'object-src': "'none'",
  })
}

/** The security headers of every answer, by room. The desk's answers are also kept out of caches and indexes. */
export function securityHeaders({ origin, dev }: HeaderOptions): (room: Room) => Headers {
  const common: Headers = {
    'x-content-type-options': 'nosniff',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    // Subdomains belong to others in the ministry, so they are not pinned along.
    ...(origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  const open: Headers = {
    ...common,
    'content-security-policy': publicPolicy,
    'referrer-policy': 'strict-origin-when-cross-origin',
  }
  const asset: Headers = {
    ...common,
    'content-security-policy': deskPolicy(dev),
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
  const desk: Headers = {
    ...asset,
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': 'private, no-store',
  }
  // Nothing of a draft is kept, found or passed on with its secret address.
  const preview: Headers = {
    ...common,
    'content-security-policy': publicPolicy,
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cache-control': 'no-store',
  }
  return (room) => {
    if (room === 'preview') return preview
    if (room === 'public' || room === 'files' || room === 'kits') return open
    return room === 'assets' ? asset : desk
  }
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ')
}

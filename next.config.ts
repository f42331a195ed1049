import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

// Before Next looks at it: an embassy's server reports to nobody.
process.env.NEXT_TELEMETRY_DISABLED = '1'

const config: NextConfig = {
  poweredByHeader: false,
  // The server compresses what readers get, once per page (src/server/cache.ts).
  compress: false,
  images: { unoptimized: true },
  // It reads a file that lies beside it.
  serverExternalPackages: ['harfbuzzjs'],
  productionBrowserSourceMaps: false,
  // The address of a calendar is its key, so it stands in no log.
  logging: { incomingRequests: { ignore: [/\/api\/calendar\//] } },
  experimental: {
    // The same limit as src/server/limits.ts: long releases are sent as one form.
    serverActions: { bodySizeLimit: '2mb' },
  },
  // `npm run check` runs tsc; a build doesn't do it again.
  typescript: { ignoreBuildErrors: true },
}

/**
 * Payload asks every browser for its colour scheme (Accept-CH, Critical-CH, Vary). Only the admin
 * uses it; on public pages it would cost a second request and split every cache in two.
 */
function onlyOnTheDesk(config: NextConfig): NextConfig {
  return {
    ...config,
    headers: async () => {
      const entries = (await config.headers?.()) ?? []
      return entries.map((entry) =>
        entry.headers.some(({ key }) => key === 'Critical-CH')
          ? { ...entry, source: '/admin/:path*' }
          : entry,
      )
    },
  }
}

export default onlyOnTheDesk(withPayload(config))

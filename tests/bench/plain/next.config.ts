import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

export default withPayload({
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.resolve(import.meta.dirname, '../../..') },
})

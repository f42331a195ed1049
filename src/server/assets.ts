import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/**
 * Reads the admin's built files (`/_next/static/…`). They go through a response cache of their own,
 * which compresses each once: Next would either not compress them or do it for every request.
 */
export function readAssets(folder: string): (request: Request) => Promise<Response> {
  const root = resolve(folder) + sep
  return async (request) => {
    try {
      const name = decodeURIComponent(new URL(request.url).pathname).replace('/_next/static/', '')
      const path = resolve(root, name)
      if (!path.startsWith(root)) return missing()
      const body = new Uint8Array(await readFile(path))
      return new Response(body, {
        headers: {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'cache-control': 'public, max-age=31536000, immutable',
        },
      })
    } catch {
      return missing()
    }
  }
}

function missing(): Response {
  return new Response('There is no such file.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  })
}

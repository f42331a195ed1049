import type { IncomingMessage } from 'node:http'
import type { Seen } from './ports.ts'

/** How many different addresses, and sites that led here, are told apart between two readings. */
const most = { paths: 10_000, sites: 200 }

/** Programs that say so. What they fetch is no view. */
const program =
  /bot\b|crawl|spider|slurp|preview|monitor|fetch|scan|curl|wget|python|java\/|go-http|headless|lighthouse|^$/i

const view = /^\/[a-z]{2,3}\/releases\/[^/.]+$/
const taken =
  /^(?:\/[a-z]{2,3}\/releases\/[^/]+\.(?:txt|json|zip)|\/files\/images\/[^/]+\/full\.jpg|\/files\/documents\/[^/]+\/[^/]+)$/
const feed = /^\/[a-z]{2,3}\/(?:topics\/[^/]+\/)?feed\.(?:atom|rss|json|ninjs)$/

export interface Tally {
  /** Counts an answer that was sent. Keeps its path and the name of the site that led here, and nothing of who asked. */
  see(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, status: number): void
  /** What was counted since the last reading. */
  read(): Seen
}

/** Counts what readers look at and take, in memory. `host`: our own, which leads nowhere new. */
export function createTally(host: string): Tally {
  let seen = emptySeen()

  return {
    see({ method, url = '', headers }, status) {
      // Who is told that nothing has changed has looked at it again.
      if (method !== 'GET' || (status !== 200 && status !== 304)) return
      const end = url.indexOf('?')
      const path = end === -1 ? url : url.slice(0, end)
      if (feed.test(path)) return count(seen.feeds, path, most.paths)
      const viewed = view.test(path)
      if (!viewed && !taken.test(path)) return
      if (program.test(headers['user-agent'] ?? '')) return
      count(viewed ? seen.views : seen.downloads, path, most.paths)
      const site = viewed ? siteOf(headers.referer) : null
      if (site && site !== host) count(seen.sites, site, most.sites)
    },
    read() {
      const read = seen
      seen = emptySeen()
      return read
    },
  }
}

function count(names: Map<string, number>, name: string, bound: number): void {
  const before = names.get(name)
  // What goes beyond is made up, or more than anybody reads.
  if (before === undefined && names.size >= bound) return
  names.set(name, (before ?? 0) + 1)
}

const emptySeen = () => ({
  views: new Map<string, number>(),
  downloads: new Map<string, number>(),
  feeds: new Map<string, number>(),
  sites: new Map<string, number>(),
})

/** The name of the site in a Referer header, without what was looked at there. */
function siteOf(referer: string | undefined): string | null {
  const [, site] =
    /^https?:\/\/([a-z0-9.-]{1,100})(?::\d{1,5})?(?:[/?#]|$)/i.exec(referer ?? '') ?? []
  return site?.toLowerCase().replace(/^www\./, '') ?? null
}

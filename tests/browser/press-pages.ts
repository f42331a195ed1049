import type { AddressInfo } from 'node:net'
import { respond } from '@/press-room/respond.ts'
import type { PressStore } from '@/press-room/store.ts'
import { createPressServer } from '@/server/server.ts'

export interface PressPages {
  /** Origin, without a slash at its end. */
  url: string
  close: () => void
}

/** The public side alone on a free port, with what it knows in memory. `instead`: what is answered otherwise. */
export async function servePages(
  store: PressStore,
  knownParameters: readonly string[] = [],
  instead: (request: Request) => Response | null = () => null,
): Promise<PressPages> {
  const origin = 'http://press.halvoria.example'
  const context = { store, now: () => new Date('2026-11-24T12:00:00Z'), origin }
  const { server } = createPressServer({
    dev: false,
    origin,
    trustedProxies: [],
    knownParameters,
    ports: () => ({
      pressRevision: async () => '1',
      publishedFile: async () => null,
      outside: async () => new Response(null, { status: 404 }),
      respond: async (request) => instead(request) ?? respond(request, context),
    }),
    next: (_request, response) => {
      response.writeHead(404).end()
    },
    assets: import.meta.dirname,
    log: (error) => console.error(error),
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

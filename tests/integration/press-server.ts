import type { AddressInfo } from 'node:net'
import { answerOutsider } from '../../src/desk/link-page.ts'
import { publishedFile } from '../../src/press-room/files.ts'
import { addToFigures } from '../../src/desk/figures/record.ts'
import { pressKit } from '../../src/press-room/kit.ts'
import { respond } from '../../src/press-room/respond.ts'
import { pressRevision } from '../../src/press-room/revision.ts'
import { essentialsOf } from '../../src/press-room/site.ts'
import { payloadStore } from '../../src/press-room/store.ts'
import { knownParameters } from '../../src/server/paths.ts'
import type { Ports } from '../../src/server/ports.ts'
import { createReserve, type Reserve } from '../../src/server/reserve.ts'
import { createPressServer, type Handler } from '../../src/server/server.ts'
import { type Answer, type Asking, ask } from '../unit/server/helpers.ts'
import { type Desk, serverUrl } from './harness.ts'

export interface OpenServer {
  get: (path: string, asking?: Asking) => Promise<Answer>
  /** Hands on what was counted. */
  tally: () => Promise<void>
  /** Sees to what is kept for when the database is gone. */
  keepUp: () => Promise<void>
  close: () => void
}

/** In the place of Next: the same REST stack, without the admin's pages. */
const rest =
  (desk: Desk): Handler =>
  async (request, response) => {
    const body: Buffer[] = []
    for await (const chunk of request) body.push(chunk as Buffer)
    const answer = await desk.handle(
      new Request(serverUrl + (request.url ?? ''), {
        method: request.method ?? 'GET',
        headers: request.headers as Record<string, string>,
        ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
      }),
    )
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  }

/** The process's own server on a free loopback port, wired to a desk as `src/desk/boot.ts` does it. */
export async function openServer(
  desk: Desk,
  assets: string,
  reserve?: Reserve,
): Promise<OpenServer> {
  const store = payloadStore(desk.payload)
  const ports: Ports = {
    pressRevision: async () => String(await pressRevision(desk.payload)),
    publishedFile: (pathname) => publishedFile(pathname, store, desk.mediaDir),
    pressKit: (pathname) =>
      pressKit(pathname, { store, origin: serverUrl, mediaDir: desk.mediaDir }),
    essentials: () => essentialsOf(store),
    tally: (seen) => addToFigures(desk.payload, seen, desk.clock.now),
    outside: (request) => answerOutsider(desk.payload, request, desk.clock.now),
    respond: (request) => respond(request, { store, now: () => new Date(), origin: serverUrl }),
  }
  const { server, tally, keepUp } = createPressServer({
    ...(reserve ? { reserve } : {}),
    dev: false,
    origin: serverUrl,
    trustedProxies: [],
    knownParameters,
    ports: () => ports,
    next: rest(desk),
    assets,
    log: () => {},
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    get: (path, asking) => ask(port, path, asking),
    tally,
    keepUp,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const gone = async (): Promise<never> => {
  throw new Error('the database is gone')
}

/** Another process's server on what is kept, whose database doesn't answer. */
export async function withoutDatabase(dir: string): Promise<Pick<OpenServer, 'get' | 'close'>> {
  const { server } = createPressServer({
    dev: false,
    origin: serverUrl,
    trustedProxies: [],
    knownParameters,
    reserve: createReserve({ dir }),
    ports: () => ({
      pressRevision: gone,
      publishedFile: gone,
      pressKit: gone,
      essentials: gone,
      tally: gone,
      outside: gone,
      respond: gone,
    }),
    next: () => {},
    assets: dir,
    log: () => {},
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    get: (path, asking) => ask(port, path, asking),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

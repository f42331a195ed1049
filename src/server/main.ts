import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import next from 'next'
import { type Env, readEnv } from '../env.ts'
import { isStartProblem, StartProblem } from '../start-problem.ts'
import { knownParameters } from './paths.ts'
import { type Ports, registeredPorts } from './ports.ts'
import { createReserve, registerReserve } from './reserve.ts'
import { createPressServer, type Handler } from './server.ts'
import { stopCleanly } from './stop.ts'

// As deep in .next, where it lies bundled, as it is here.
const dir = resolve(import.meta.dirname, '../..')
const dev = process.env.NODE_ENV !== 'production'

const notYet: Handler = (_request, response) => {
  response.writeHead(503).end()
}

async function main(): Promise<void> {
  const env = readEnv()
  let ports: Ports | null = null
  let toNext: Handler = notYet
  const reserve = dev ? undefined : createReserve({ dir: join(env.DATA_DIR, 'kept-pages') })
  if (reserve) registerReserve(reserve)
  const { server, tally, keepUp } = createPressServer({
    ...(reserve ? { reserve } : {}),
    dev,
    origin: env.SERVER_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    knownParameters,
    ports: () => ports,
    next: (request, response) => toNext(request, response),
    assets: join(dir, '.next', 'static'),
    log: (error) => console.error(error),
  })

  // However many readers there are, this is all that is written of them.
  const counting = setInterval(() => void tally(), 60_000)
  counting.unref()
  const keeping = setInterval(() => void keepUp(), 1_000)
  keeping.unref()
  const close = async (): Promise<void> => {
    await tally()
    await ports?.close?.()
  }
  let stopping = false
  const stop = (): void => {
    // Ctrl-C reaches this process twice: from the terminal and from the start script.
    if (stopping) return
    stopping = true
    clearInterval(counting)
    clearInterval(keeping)
    void stopCleanly(server, { close }).then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  // One forgotten promise must not take the press room down.
  process.on('unhandledRejection', (error) => console.error(error))

  // First of all, so that a port in use is told before a database is touched.
  await listen(env.PORT)
  const app = next({
    dev,
    dir,
    hostname: 'localhost',
    port: env.PORT,
    // Next takes over WebSocket upgrades, which nothing needs but its own development tools.
    httpServer: dev ? server : createServer(),
  })
  await app.prepare()
  toNext = app.getRequestHandler()
  ports = await openedPorts()
  if (!stopping) announce(env)

  function listen(port: number): Promise<void> {
    return new Promise((listening, failed) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        failed(
          error.code === 'EADDRINUSE'
            ? new StartProblem(
                `Port ${port} is in use. Choose another: npm start -- --port ${port + 1}`,
              )
            : error,
        )
      })
      server.listen(port, () => listening())
    })
  }
}

/** Next calls `register` in its own time, so the opening is waited for; how long it takes is its own matter. */
async function openedPorts(): Promise<Ports> {
  for (let tries = 0; tries < 600; tries += 1) {
    const opening = registeredPorts()
    if (opening) return opening
    await new Promise((again) => setTimeout(again, 100))
  }
  throw new StartProblem('The press room did not open within a minute.')
}

function announce(env: Env): void {
  console.log(`The press room:  ${env.SERVER_URL}/`)
  console.log(`The desk:        ${env.SERVER_URL}/admin`)
}

main().catch((error: unknown) => {
  console.error(isStartProblem(error) ? error.message : error)
  process.exit(1)
})

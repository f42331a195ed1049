import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export interface Program {
  origin: string
  /** The server's own process, below the start script. */
  pid: number
  /** What the process holds after a collection; needs `memory-probe.mjs` and an `--expose-gc`. */
  memory: () => Promise<NodeJS.MemoryUsage>
  stop: () => Promise<number | null>
}

/** What a child prints until a line matches; rejects when it ends before. */
function until(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      if (pattern.test(printed)) resolve(printed)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${printed}`)))
    child.once('error', reject)
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.once('close', (code) => resolve(code))
  })
}

/** Builds when the build is older than the sources. */
export async function build(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--build'], {
    cwd: root,
    env: { ...process.env, PAYLOAD_SECRET: 'only for building, never for signing' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if ((await ended(child)) !== 0) throw new Error('the build failed')
}

/** The settings of an installation of its own. */
export function settings(folder: string, port: number, databaseUri: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_SECRET: 'a secret for the bench that is long enough',
    DATABASE_URI: databaseUri,
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    PORT: String(port),
    COMMUNIQUE_SETUP: 'empty',
  }
}

/** The product's own server on the production build. `flags`: for Node. */
export async function startServer(
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): Promise<Program> {
  const args = [...flags, '--conditions=production', '.next/communique/main.mjs']
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  await until(child, /The desk:/)
  return handle(child, `http://127.0.0.1:${env.PORT}`)
}

/** The same build and database under `next start`, without our server and its cache. */
export async function startNext(env: NodeJS.ProcessEnv, port: number): Promise<Program> {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await until(child, /Ready in/)
  return handle(child, `http://127.0.0.1:${port}`)
}

function handle(child: ChildProcess, origin: string): Program {
  const { pid } = child
  process.once('exit', () => child.kill())
  if (pid === undefined) throw new Error('the program did not start')
  return {
    origin,
    pid,
    memory: () =>
      new Promise((resolve) => {
        child.once('message', (message) => resolve(message as NodeJS.MemoryUsage))
        child.send('memory')
      }),
    stop: async () => {
      child.kill('SIGTERM')
      return ended(child)
    },
  }
}

/** Processor time that a process has used, in microseconds (Linux: clock ticks of 10 ms). */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

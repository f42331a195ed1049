import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Of every account of the demonstration. */
export const password = 'correct horse battery staple'

export interface RunningServer {
  /** Origin, without a slash at its end. */
  url: string
  /** Of its database, for a second process on it. */
  databaseUri: string
  secret: string
  /** Ends the process and removes its files. */
  stop: () => Promise<void>
}

/**
 * The built program as `npm start` runs it, on a free port, with a fresh database that holds the demonstration. Takes
 * a minute where nothing else runs. Throws when there is no build, or with what the program said when it didn't start.
 */
export async function startServer(): Promise<RunningServer> {
  // As scripts/start.mjs builds and starts it.
  const program = path.join(root, '.next', 'communique', 'main.mjs')
  if (!existsSync(program))
    throw new Error('There is no build. Run: node scripts/start.mjs --build')
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-browser-'))
  const port = await freePort()
  const databaseUri = `file:${folder}/communique.db`
  const secret = 'a secret for tests that is long enough'
  const child = spawn(process.execPath, ['--conditions=production', program], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      DATABASE_URI: databaseUri,
      DATA_DIR: folder,
      MEDIA_DIR: path.join(folder, 'media'),
      PAYLOAD_SECRET: secret,
      SERVER_URL: `http://localhost:${port}`,
      COMMUNIQUE_SETUP: 'demo',
      DEMO_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer): void => {
    said += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
  })
  const url = `http://localhost:${port}`
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answering(url, () => (child.exitCode === null ? null : said))
  } catch (error) {
    await stop()
    throw error
  }
  return { url, databaseUri, secret, stop }
}

async function answering(url: string, fate: () => string | null): Promise<void> {
  for (let tries = 0; tries < 960; tries++) {
    const end = fate()
    if (end !== null) throw new Error(`The program ended before it answered.\n${end}`)
    try {
      if ((await fetch(`${url}/en`)).status === 200) return
    } catch {
      // Nobody listens yet.
    }
    await new Promise((again) => setTimeout(again, 250))
  }
  throw new Error('The program didn’t answer within four minutes.')
}

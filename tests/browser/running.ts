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
  /** Of its database and files. */
  folder: string
  /** Ends the process and removes its files. */
  stop: () => Promise<void>
}

interface Running extends Omit<RunningServer, 'stop'> {
  end: () => Promise<void>
}

/** The built program on a folder, which it fills with the demonstration when there is none. `end`: ends the process. */
export async function run(folder: string): Promise<Running> {
  // As scripts/start.mjs builds and starts it.
  const program = path.join(root, '.next', 'communique', 'main.mjs')
  if (!existsSync(program))
    throw new Error('There is no build. Run: node scripts/start.mjs --build')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--conditions=production', program], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      DATABASE_URI: `file:${folder}/communique.db`,
      DATA_DIR: folder,
      MEDIA_DIR: path.join(folder, 'media'),
      PAYLOAD_SECRET: 'a secret for tests that is long enough',
      SERVER_URL: url,
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
  const end = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  try {
    await answering(url, () => (child.exitCode === null ? null : said))
  } catch (error) {
    await end()
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return { url, folder, end }
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

/** The built program with a demonstration of its own: takes a minute where nothing else runs. */
export async function startFresh(): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-browser-'))
  const { end, ...running } = await run(folder)
  return {
    ...running,
    stop: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

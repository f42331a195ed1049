import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** A folder of its own for an installation, gone after the test. */
export function place(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Started {
  origin: string
  /** All that was printed so far. */
  printed: () => string
  /** Comes back when a line matches; rejects when the program ends before. */
  until: (pattern: RegExp) => Promise<void>
  /** Ends with its exit code and the milliseconds that it took, whichever way it ends. */
  ended: Promise<number | null>
  /** `group`: as the terminal does it, to everything at once; else to npm alone. */
  stop: (signal: NodeJS.Signals, group?: boolean) => Promise<{ code: number | null; ms: number }>
}

/** Runs `npm start` as a person would, on an installation below `folder`. */
export function start(
  folder: string,
  port: number,
  options: readonly string[] = [],
  more: Record<string, string> = {},
): Started {
  const child = spawn('npm', ['start', '--', '--port', String(port), ...options], {
    cwd: root,
    // A group of its own, so that a signal to the group doesn't reach the tests.
    detached: true,
    env: {
      ...process.env,
      PAYLOAD_SECRET: 'a secret for tests that is long enough',
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
      DATABASE_URI: '',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const waiting = new Set<() => void>()
  const read = (chunk: Buffer): void => {
    printed += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code))
  })
  onTestFinished(() => signal(child, 'SIGKILL', true))
  return {
    origin: `http://127.0.0.1:${port}`,
    printed: () => printed,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(printed)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code}:\n${printed}`)))
      }),
    stop: async (name, group = false) => {
      const began = performance.now()
      signal(child, name, group)
      return { code: await ended, ms: performance.now() - began }
    },
  }
}

function signal(child: ChildProcess, name: NodeJS.Signals, group: boolean): void {
  try {
    if (child.pid) process.kill(group ? -child.pid : child.pid, name)
  } catch {
    // It has ended already.
  }
}

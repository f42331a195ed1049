import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { run, type RunningServer } from './running.ts'

export { password, type RunningServer } from './running.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that holds the demonstration, as the program has set it up. */
    demonstration: string
  }
}

/** Sets the demonstration up once for all files: that takes longer than most of them. */
export default async function prepare(project: TestProject): Promise<() => void> {
  // Unpacks it: two files at once would start what the other still writes.
  await chromium.executablePath()
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-browser-'))
  const { end } = await run(folder)
  await end()
  project.provide('demonstration', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/**
 * The built program as `npm start` runs it, on a free port, with a database of its own that holds the demonstration.
 * Throws when there is no build, or with what the program said when it didn't start.
 */
export async function startServer(): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-browser-'))
  cpSync(inject('demonstration'), folder, { recursive: true })
  const { end, ...running } = await run(folder)
  return {
    ...running,
    stop: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

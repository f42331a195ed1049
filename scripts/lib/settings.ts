import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Env, readEnv } from '../../src/env.ts'
import { StartProblem } from '../../src/start-problem.ts'
import { parseEnvFile } from './env-file.mjs'

const settings = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../.env')

/**
 * The installation's settings: the shell's variables, and `.env` for those that the shell doesn't set. Throws
 * `StartProblem`, also where they name a database file that isn't there.
 */
export function settingsHere(): Env {
  if (existsSync(settings))
    for (const [name, value] of Object.entries(parseEnvFile(readFileSync(settings, 'utf8'))))
      process.env[name] ??= value
  const env = readEnv()
  const file = /^file:(.*)/.exec(env.DATABASE_URI)?.[1]
  if (file && !existsSync(file))
    throw new StartProblem(
      `There is no database at ${file}. Set DATABASE_URI, or run this where .env lies.`,
    )
  return env
}

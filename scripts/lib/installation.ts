import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { makeConfig } from '../../src/config.ts'
import { settingsHere } from './settings.ts'

/**
 * Opens the database of this installation for a command that runs beside the server. Makes none, and changes no
 * table. Prints nothing: what a command answers may be read by a program. Throws `StartProblem`.
 */
export async function openInstallation(): Promise<Payload> {
  const env = settingsHere()
  // Tables are changed by the server alone, which does it in production; and nothing is reloaded here.
  delete (process.env as Record<string, string | undefined>).NODE_ENV
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  const config = await makeConfig({
    databaseUri: env.DATABASE_URI,
    secret: env.PAYLOAD_SECRET,
    serverUrl: env.SERVER_URL,
    mediaDir: env.MEDIA_DIR,
    searchFile: path.join(env.DATA_DIR, 'search.db'),
    logger: 'silent',
  })
  return getPayload({ config })
}

import path from 'node:path'
import { makeConfig } from './src/config.ts'
import { readEnv } from './src/env.ts'

const env = readEnv()

export default makeConfig({
  databaseUri: env.DATABASE_URI,
  secret: env.PAYLOAD_SECRET,
  serverUrl: env.SERVER_URL,
  mediaDir: env.MEDIA_DIR,
  searchFile: path.join(env.DATA_DIR, 'search.db'),
  push: process.env.NODE_ENV === 'development',
})

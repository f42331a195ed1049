// Proves from what is stored that the record is whole. Reads only; 0: clean, 1: problems, each in a sentence.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPayload } from 'payload'
import { verify } from '../src/desk/verify.ts'
import { readEnv } from '../src/env.ts'
import { parseEnvFile } from './lib/env-file.mjs'

const settings = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../.env')
if (existsSync(settings))
  for (const [name, value] of Object.entries(parseEnvFile(readFileSync(settings, 'utf8'))))
    process.env[name] ??= value
const file = /^file:(.*)/.exec(readEnv().DATABASE_URI)?.[1]
if (file && !existsSync(file)) {
  console.error(`There is no database at ${file}. Set DATABASE_URI, or run this where .env lies.`)
  process.exit(1)
}
// Reads the environment when it is loaded.
const { default: config } = await import('../payload.config.ts')
const payload = await getPayload({ config })
const report = await verify(payload)
await payload.destroy()

let problems = 0
for (const { what, count, problems: found, more } of Object.values(report)) {
  problems += found.length + more
  console.log(`${found.length === 0 ? 'ok     ' : 'BROKEN '} ${count} ${what}`)
  for (const problem of found) console.log(`        ${problem}`)
  if (more > 0) console.log(`        … and ${more} more.`)
}
const { events, editions, entries, documents } = report
const verified = `verified ${events.count} events, ${editions.count} editions, ${entries.count} entries, ${documents.count} texts and items`
const outcome = problems === 0 ? 'clean' : `${problems} problem${problems === 1 ? '' : 's'}`
console.log(`${verified}: ${outcome}`)
process.exit(problems === 0 ? 0 : 1)

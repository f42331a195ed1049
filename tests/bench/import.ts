// Imports files of different sizes with the real command, each into an empty desk of its own, and prints how fast it
// goes and how much memory it takes at most.
//   npm run bench:import                 1,000 and 10,000 items
//   npm run bench:import -- 100 500      other sizes
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { getPayload } from 'payload'
import { makeConfig } from '../../src/config.ts'
import { makeAccount } from '../../src/desk/accounts/make.ts'
import { perSecond, table } from './figures.ts'

const root = path.resolve(import.meta.dirname, '../..')
const asked = process.argv.slice(2).map(Number)
const sizes = asked.length > 0 ? asked : [1_000, 10_000]
if (sizes.some((size) => !Number.isInteger(size) || size < 10 || size > 1_000_000)) {
  console.error('Say how many items: whole numbers from 10 to 1,000,000.')
  process.exit(2)
}
const secret = 'a secret for the bench that is long enough'
const folder = mkdtempSync(path.join(tmpdir(), 'communique-import-'))
const say = (line: string): void => console.error(line)

const sentence = (index: number, part: number): string =>
  `Ferry ${index} left at ${part + 6} o’clock with ${(index * 37 + part * 11) % 900} people, among them <strong>${part + 1} pilots</strong> and a <a href="https://ferries.halvoria.example/${index}/${part}">crew of ${part + 4}</a>, for the islands of the southern lake.`

/** An item as agencies send them: some 3 KB. Every fifth one translates the one before it. */
function item(index: number): object {
  const uri = `urn:halvoria.example:bench:${index}`
  const translation = index % 5 === 4
  return {
    uri,
    type: 'text',
    version: '1',
    versionCreated: '2026-03-04T08:00:00Z',
    language: translation ? 'nb' : 'en',
    headlines: [{ role: 'main', value: `Ferry ${index} sails to the islands` }],
    descriptions: [{ role: 'summary', value: `It is number ${index} of a fleet of many.` }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: Array.from({ length: 8 }, (_, part) => `<p>${sentence(index, part)}</p>`).join('\n'),
      },
    ],
    infoSources: [{ name: 'Ministry of Ferries', role: 'source' }],
    subjects: [{ name: 'ferries' }],
    ...(translation
      ? {
          associations: [
            { rel: 'translationOf', uri: `urn:halvoria.example:bench:${index - 1}`, type: 'text' },
          ],
        }
      : {}),
  }
}

function* lines(size: number): Generator<string> {
  for (let index = 0; index < size; index++) yield `${JSON.stringify(item(index))}\n`
}

/** A desk with one editor and nothing else. Returns the settings under which the command finds it. */
async function emptyDesk(name: string): Promise<NodeJS.ProcessEnv> {
  const here = path.join(folder, name)
  mkdirSync(here)
  const databaseUri = `file:${path.join(here, 'communique.db')}`
  const config = await makeConfig({
    databaseUri,
    secret,
    serverUrl: 'http://localhost:3000',
    mediaDir: path.join(here, 'media'),
    logger: 'silent',
  })
  const payload = await getPayload({ config, key: name })
  await makeAccount(payload, {
    name: 'Eva',
    email: 'eva@desk.example',
    password: 'correct horse battery',
    roles: ['editor'],
  })
  await payload.updateGlobal({
    slug: 'mission',
    data: { languages: ['en', 'nb'], defaultLanguage: 'en' },
  })
  await payload.destroy()
  return {
    ...process.env,
    DATABASE_URI: databaseUri,
    DATA_DIR: here,
    MEDIA_DIR: path.join(here, 'media'),
    PAYLOAD_SECRET: secret,
  }
}

interface Measured {
  seconds: number
  /** The most memory that the process held at once. Bytes. */
  peak: number
}

/** Most that a process has held so far (Linux). Bytes; 0 when it has ended. */
function peakOf(pid: number): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

async function measure(size: number): Promise<Measured> {
  const file = path.join(folder, `${size}.ndjson`)
  await pipeline(lines(size), createWriteStream(file))
  const env = await emptyDesk(String(size))
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=production', 'scripts/import.ts', file, '--json'],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0))
  }, 100)
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  clearInterval(look)
  const seconds = (performance.now() - began) / 1000
  const { created } = JSON.parse(printed) as { created: number }
  if (code !== 0 || created !== size) throw new Error(`${created} of ${size} came in, code ${code}`)
  return { seconds, peak }
}

const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

try {
  // Starting the program, and ten items.
  say('10 items, to know what starting takes …')
  const start = await measure(10)
  const rows: string[][] = []
  for (const size of sizes) {
    say(`${size.toLocaleString('en')} items …`)
    const { seconds, peak } = await measure(size)
    const rate = (size - 10) / (seconds - start.seconds)
    rows.push([
      size.toLocaleString('en'),
      `${seconds.toFixed(1)} s`,
      perSecond(rate),
      mb(peak),
      mb(peak - start.peak),
    ])
  }
  console.log(table(['items', 'time', 'items/s', 'most memory', 'more than for 10 items'], rows))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

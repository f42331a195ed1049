// Makes the files that follow from the configuration: types, the admin's import map, migrations.
//   npm run generate                       what is out of date; a changed schema gets a new migration
//   npm run generate -- --check            changes nothing; fails when something is out of date
//   npm run generate -- --fresh-migration  one initial migration instead of all there are (before a first release)
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const migrations = join(root, 'src/database/migrations')
const known = ['--check', '--fresh-migration']
const unknown = process.argv.slice(2).filter((argument) => !known.includes(argument))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')} here. Possible are: ${known.join(', ')}.`)
  process.exit(2)
}
const check = process.argv.includes('--check')
const fresh = process.argv.includes('--fresh-migration')

if (!process.execArgv.includes('--conditions=production')) {
  if (fresh && !check) {
    rmSync(migrations, { recursive: true, force: true })
    mkdirSync(migrations, { recursive: true })
    // The configuration imports it.
    writeFileSync(join(migrations, 'index.ts'), 'export const migrations = []\n')
  }
  const { status } = spawnSync(
    process.execPath,
    // Without a condition Payload's editor sometimes never loads in plain Node.
    ['--import', 'tsx', '--conditions=production', ...process.argv.slice(1)],
    {
      cwd: root,
      stdio: 'inherit',
      // `NODE_ENV` would run migrations, and the working database has no part in this.
      env: { ...process.env, NODE_ENV: 'test', PAYLOAD_MIGRATING: 'true' },
    },
  )
  process.exit(status ?? 1)
}

const temporary = mkdtempSync(join(tmpdir(), 'communique-generate-'))
const { makeConfig } = await import('../src/config.ts')
const { generateImportMap, getPayload } = await import('payload')
const { generateTypes } = await import('payload/node')
const config = await makeConfig({
  // Types and migrations are SQLite's: MongoDB has no tables, and its ids are strings too.
  databaseUri: `file:${join(temporary, 'empty.db')}`,
  secret: 'only for generating, never for signing',
  serverUrl: 'http://localhost:3000',
  mediaDir: join(temporary, 'media'),
  logger: 'silent',
})

/** @type {string[]} */
const outdated = []
try {
  await types()
  await importMap()
  await migration()
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
if (check && outdated.length > 0) {
  for (const file of outdated) console.error(`${file} is out of date.`)
  console.error('Run: npm run generate')
  process.exit(1)
}
console.log(
  outdated.length > 0
    ? outdated.map((file) => `${file} made anew.`).join('\n')
    : 'Generated files are up to date.',
)
process.exit(0)

async function types() {
  process.env.PAYLOAD_TS_OUTPUT_PATH = join(temporary, 'payload-types.ts')
  await generateTypes(config, { log: false })
  replace('payload-types.ts', readFileSync(process.env.PAYLOAD_TS_OUTPUT_PATH, 'utf8'))
}

async function importMap() {
  const folder = 'src/app/(payload)/admin'
  // In its own folder, since the paths in it are relative.
  const made = join(root, folder, `.importMap-${process.pid}.js`)
  writeFileSync(made, '')
  try {
    config.admin.importMap.importMapFile = made
    await generateImportMap(config, { log: false, force: true })
    replace(`${folder}/importMap.js`, readFileSync(made, 'utf8'))
  } finally {
    rmSync(made, { force: true })
  }
}

async function migration() {
  const payload = await getPayload({ config, disableOnInit: true })
  const { generateDrizzleJson } = payload.db.requireDrizzleKit()
  const now = await generateDrizzleJson(payload.db.schema)
  const snapshot = readdirSync(migrations)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1)
  const before = snapshot ? JSON.parse(readFileSync(join(migrations, snapshot), 'utf8')) : null
  if (before && comparable(before) === comparable(now)) return
  outdated.push('src/database/migrations')
  if (check) return
  await payload.db.createMigration({
    payload,
    migrationName: snapshot ? 'change' : 'initial',
    forceAcceptWarning: false,
  })
  // Payload's template imports types as values, which nothing but a bundler can run.
  for (const name of readdirSync(migrations).filter((file) => file.endsWith('.ts'))) {
    const path = join(migrations, name)
    const text = readFileSync(path, 'utf8')
      .replace(
        '{ MigrateUpArgs, MigrateDownArgs, sql }',
        '{ type MigrateDownArgs, type MigrateUpArgs, sql }',
      )
      .replace(/^(import \* as \w+ from '\.\/\w+)';$/gm, "$1.ts'")
    writeFileSync(path, text)
  }
}

/** Without the ids that every snapshot makes anew. @param {{ id: string, prevId: string }} snapshot */
function comparable({ id: _id, prevId: _prevId, ...schema }) {
  return JSON.stringify(sorted(schema))
}

/** @param {unknown} value @returns {unknown} */
function sorted(value) {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** @param {string} name @param {string} content */
function replace(name, content) {
  const path = join(root, name)
  const present = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : null
  if (present === content) return
  outdated.push(name)
  if (!check) writeFileSync(path, content)
}

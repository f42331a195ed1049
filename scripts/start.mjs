// Plain Node without a dependency: this runs before anything is installed.
// `statfs` isn't imported by its name: a Node too old to have it would fail before it can be told so.
import { existsSync, promises, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { weaknessSentences } from '../src/admin/words/weakness.mjs'
import { weaknessOf } from '../src/desk/accounts/password-rule.mjs'
import { readArguments, usage } from './lib/arguments.mjs'
import {
  databaseProblem,
  diskProblem,
  knownTrouble,
  nearestFolder,
  needsInstall,
  nodeProblem,
  npmProblem,
  portProblem,
  room,
  secretProblem,
  sqliteProblem,
  writableProblem,
} from './lib/checks.mjs'
import { isStopping, runServer, runStep, stopAll } from './lib/children.mjs'
import { firstEnvFile, newSecret, parseEnvFile, serverEnvironment } from './lib/env-file.mjs'
import { fingerprint } from './lib/fingerprint.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (/** @type {string[]} */ ...parts) => resolve(root, ...parts)

stopOn(nodeProblem(process.versions.node))
const read = readArguments(process.argv.slice(2))
if ('problem' in read) stopOn(read.problem)
const { options } = /** @type {{ options: import('./lib/arguments.mjs').Options }} */ (read)
if (options.help) {
  console.log(usage)
  process.exit(0)
}
stopOn(npmProblem(process.env))
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
  process.on(signal, stopAll)

// Everything that can be wrong is told before anything is made.
const file = parseEnvFile(textOf(inRoot('.env')) ?? '')
const firstSecret = existsSync(inRoot('.env')) || process.env.PAYLOAD_SECRET ? null : newSecret()
const env = {
  ...serverEnvironment(process.env, file, options),
  ...(firstSecret ? { PAYLOAD_SECRET: firstSecret } : {}),
}
const port = Number(env.PORT || 3000)
stopOn(portProblem(env.PORT))
stopOn(databaseProblem(env.DATABASE_URI))
stopOn(secretProblem(env.PAYLOAD_SECRET))
if (!options.build) {
  if (env.COMMUNIQUE_SETUP === 'demo' && env.DEMO_PASSWORD) {
    const weakness = weaknessOf(env.DEMO_PASSWORD)
    stopOn(weakness && `DEMO_PASSWORD can’t be used. ${weaknessSentences[weakness]}`)
  }
  stopOn(placesProblem())
  stopOn(await busyProblem(port))
}
const stamp = inRoot('.next', 'communique-build')
const bundle = inRoot('.next', 'communique', 'main.mjs')
const made = options.dev ? '' : fingerprint(root)
const install = needsInstall(
  time('node_modules', '.package-lock.json'),
  time('package-lock.json') ?? 0,
)
const build =
  !options.dev && (install || textOf(stamp) !== made || !existsSync(inRoot('.next', 'BUILD_ID')))
stopOn(await roomProblem())

if (firstSecret) writeEnvFile(firstSecret)
if (install) await installPackages()
if (build) await buildAdmin()
if (options.build) process.exit(0)

console.log('Starting …')
process.exit(
  await runServer(
    {
      args: [
        // Without a condition Payload's editor sometimes never loads in plain Node.
        `--conditions=${env.NODE_ENV}`,
        ...(options.dev ? ['--import', 'tsx', 'src/server/main.ts'] : [bundle]),
      ],
      cwd: root,
      // Node 22.1 and later keep what they have compiled; older ones don't know the variable.
      env: { ...env, PORT: String(port), NODE_COMPILE_CACHE: inRoot('.next', 'cache', 'node') },
    },
    options.dev ? restartOnChange : undefined,
  ),
)

async function installPackages() {
  const { ok, output } = await runStep({
    doing: 'Installing packages',
    done: 'Installed',
    command: 'npm',
    // The build needs the development packages too, whatever NODE_ENV says.
    args: ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'],
    cwd: root,
    env: process.env,
  })
  endOfStep(ok, output, 'The packages could not be installed; npm says above why.')
}

async function buildAdmin() {
  const compiler = inRoot('tsconfig.json')
  const ours = textOf(compiler)
  // First of all: from now on what lies there is no build until it is finished.
  rmSync(stamp, { force: true })
  const { ok, output } = await runStep({
    doing: 'Building the desk',
    done: 'Built',
    command: process.execPath,
    args: [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
  })
  // Next writes its wishes into tsconfig.json; it is ours, and part of the fingerprint.
  if (ours !== null && textOf(compiler) !== ours) writeFileSync(compiler, ours)
  endOfStep(ok, output, 'The desk could not be built; the lines above say why.')
  await bundleServer()
  writeFileSync(stamp, made)
}

/** One file of plain JavaScript: translating the sources at each start took two seconds of it. */
async function bundleServer() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [inRoot('src', 'server', 'main.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
  })
}

/** @param {boolean} ok @param {string} output @param {string} sentence where the output has to tell the reason */
function endOfStep(ok, output, sentence) {
  // Whoever wanted only the build didn't get it.
  if (isStopping()) process.exit(options.build ? 130 : 0)
  if (ok) return
  stopOn(knownTrouble(output))
  process.stderr.write(output)
  stopOn(sentence)
}

/** The server's own sources aren't Next's, so Next doesn't reload them. @param {() => void} restart */
function restartOnChange(restart) {
  let soon = /** @type {NodeJS.Timeout | undefined} */ (undefined)
  const watchers = [inRoot('src', 'server'), inRoot('src', 'env.ts')].map((path) =>
    watch(path, () => {
      clearTimeout(soon)
      soon = setTimeout(() => {
        for (const one of watchers) one.close()
        console.log('The server’s sources have changed. Starting again …')
        restart()
      }, 200)
    }),
  )
}

/** Where the database and the files are kept. */
function places() {
  const data = inRoot(env.DATA_DIR || 'data')
  const uri = env.DATABASE_URI || `file:${join(data, 'communique.db')}`
  const path = /^file:(?:\/\/(?=\/))?(.*)/.exec(uri)?.[1]
  const media = inRoot(env.MEDIA_DIR || 'media')
  return { data, media, sqlite: path && !path.startsWith(':memory:') ? inRoot(path) : null }
}

/** @returns {string | null} */
function placesProblem() {
  const { data, media, sqlite } = places()
  return (sqlite && sqliteProblem(sqlite, data)) || writableProblem(media)
}

/** @returns {Promise<string | null>} */
async function roomProblem() {
  const { data, media, sqlite } = places()
  const needed = (install ? room.install : 0) + (build ? room.build : 0) || room.start
  const asked = options.build ? [] : [data, media, ...(sqlite ? [dirname(sqlite)] : [])]
  for (const [folder, bytes] of [
    [root, needed],
    ...asked.map((one) => /** @type {const} */ ([nearestFolder(one), room.start])),
  ]) {
    const { bavail, bsize } = await promises.statfs(String(folder))
    const problem = diskProblem(bavail * bsize, Number(bytes), String(folder))
    if (problem) return problem
  }
  return null
}

/** @param {string} secret */
function writeEnvFile(secret) {
  const path = inRoot('.env')
  try {
    // `wx`: an .env that appears in this very moment is somebody's, and stays.
    writeFileSync(path, firstEnvFile(secret), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
    // Half a file would be taken for a whole one at the next start.
    if (code !== 'EEXIST') rmSync(path, { force: true })
    stopOn(knownTrouble(message) ?? `The settings can’t be written to .env (${code}).`)
  }
  console.log('Made .env with a secret of its own.')
}

/** @param {number} wanted @returns {Promise<string | null>} */
function busyProblem(wanted) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      resolve(
        error.code === 'EADDRINUSE'
          ? `Port ${wanted} is in use. Choose another: npm start -- --port ${wanted + 1}`
          : `Port ${wanted} can’t be opened (${error.code}). Choose another: npm start -- --port 3000`,
      )
    })
    probe.listen(wanted, () => probe.close(() => resolve(null)))
  })
}

/** When a file was last written, in ms, or null. @param {string[]} parts */
function time(...parts) {
  return statSync(inRoot(...parts), { throwIfNoEntry: false })?.mtimeMs ?? null
}

/** @param {string} path */
function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** @param {string | null | undefined} problem */
function stopOn(problem) {
  if (!problem) return
  console.error(problem)
  process.exit(1)
}

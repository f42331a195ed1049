// Plain Node without a dependency: this runs before anything is installed.
// `statfs` isn't imported by its name: a Node too old to have it would fail before it can be told so.
import { existsSync, mkdirSync, promises, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readArguments, usage } from './lib/arguments.mjs'
import {
  databaseProblem,
  diskProblem,
  needsInstall,
  nodeProblem,
  portProblem,
  secretProblem,
} from './lib/checks.mjs'
import { forward, runServer, runStep } from './lib/children.mjs'
import { firstEnvFile, parseEnvFile, serverEnvironment } from './lib/env-file.mjs'
import { fingerprint } from './lib/fingerprint.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts)

stopOn(nodeProblem(process.versions.node))
const read = readArguments(process.argv.slice(2))
if ('problem' in read) stopOn(read.problem)
const { options } = /** @type {{ options: import('./lib/arguments.mjs').Options }} */ (read)
if (options.help) {
  console.log(usage)
  process.exit(0)
}

let interrupted = false
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.on(signal, () => {
    interrupted = true
    forward(signal)
  })
}

const env = serverEnvironment(process.env, settings(), options)
const port = Number(env.PORT || 3000)
stopOn(portProblem(env.PORT))
stopOn(databaseProblem(env.DATABASE_URI))
stopOn(secretProblem(env.PAYLOAD_SECRET))
if (!options.build) stopOn(await busyProblem(port))

const install = needsInstall(
  time('node_modules', '.package-lock.json'),
  time('package-lock.json') ?? 0,
)
const stamp = inRoot('.next', 'communique-build')
const made = options.dev ? '' : fingerprint(root)
const build =
  !options.dev && (install || textOf(stamp) !== made || !existsSync(inRoot('.next', 'BUILD_ID')))
if (install || build) {
  const { bavail, bsize } = await promises.statfs(root)
  stopOn(diskProblem(bavail * bsize))
}
if (install) await installPackages()
if (build) await buildAdmin()
if (options.build) process.exit(0)

process.exit(
  await runServer({
    args: [
      // Without a condition Payload's editor sometimes never loads in plain Node.
      `--conditions=${env.NODE_ENV}`,
      '--import',
      'tsx',
      'src/server/main.ts',
    ],
    cwd: root,
    env: { ...env, PORT: String(port) },
  }),
)

async function installPackages() {
  const windows = process.platform === 'win32'
  const done = await runStep({
    doing: 'Installing packages',
    done: 'Installed',
    command: windows ? 'npm.cmd' : 'npm',
    // The build needs the development packages too, whatever NODE_ENV says.
    args: ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'],
    cwd: root,
    env: process.env,
  })
  if (interrupted) process.exit(130)
  if (!done) stopOn('The packages could not be installed; npm says above why.')
}

async function buildAdmin() {
  const compiler = inRoot('tsconfig.json')
  const ours = textOf(compiler)
  const done = await runStep({
    doing: 'Building the desk',
    done: 'Built',
    command: process.execPath,
    args: [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
  })
  // Next writes its wishes into tsconfig.json; it is ours, and part of the fingerprint.
  if (ours !== null && textOf(compiler) !== ours) writeFileSync(compiler, ours)
  if (interrupted) process.exit(130)
  if (!done) stopOn('The desk could not be built; the lines above say why.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, made)
}

/** The file's settings; the first start makes the file. */
function settings() {
  const path = inRoot('.env')
  if (!existsSync(path) && !process.env.PAYLOAD_SECRET) {
    // `wx`: an .env that appears in this very moment is somebody's, and stays.
    writeFileSync(path, firstEnvFile(), { mode: 0o600, flag: 'wx' })
    console.log('Made .env with a secret of its own.')
  }
  return parseEnvFile(textOf(path) ?? '')
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

/** @param {string | null} problem */
function stopOn(problem) {
  if (problem === null) return
  console.error(problem)
  process.exit(1)
}

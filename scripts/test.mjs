// Everything that can be proven on this machine, from a fresh clone. Plain Node without a dependency.
//   npm test                         all of it
//   npm test -- unit proof           only these legs
// MongoDB: TEST_MONGODB_URI, or the server that ../shared/mongo/start starts.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from './check.mjs'
import { needsInstall, nodeProblem } from './lib/checks.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const began = Date.now()
const reports = mkdtempSync(join(tmpdir(), 'communique-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const plainly = []

/** @typedef {{ status: number, output: string }} Ended */
/** @typedef {{ passed: number, failed: number, skipped?: number }} Count */

/**
 * Files that take longest, and ask the same rules and routes whichever database answers: `npm run mongodb` runs
 * all of them. What writes to the database in ways of its own isn't among them.
 */
const longest = [
  'actions',
  'action-inputs',
  'shut-requests',
  'shut-texts',
  'shut-routes',
  'shut-files',
  'leaks-people',
  'leaks-public',
  'leaks-rest',
  'restricted',
  'import-command',
  'import',
  'set-up',
  'feeds',
  'links',
  'second-factor',
  'leaks-sign-in',
  'aging',
  'reinstate',
  'my-desk',
  'open-items',
].map((name) => `tests/integration/${name}.test.ts`)

const names = ['check', 'unit', 'proof', 'sqlite', 'mongodb', 'browser']
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no leg ${unknown.join(', ')}. Possible are: ${names.join(', ')}.`)
  process.exit(2)
}
const asked = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name)

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT']))
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    rmSync(reports, { recursive: true, force: true })
    process.exit(130)
  })

const problem = nodeProblem(process.versions.node)
if (problem) {
  console.error(problem)
  process.exit(1)
}
if (needsInstall(time('node_modules', '.package-lock.json'), time('package-lock.json') ?? 0)) {
  say('Installing packages …')
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'])
  if (status !== 0) {
    console.error(output)
    process.exit(1)
  }
}

// It may have to be installed first, which takes a minute.
const mongo = asked('mongodb') ? startMongo() : null
if (asked('check')) await leg('check', () => runChecks(say))
// Side by side: the proof is one long test.
const pure = ['unit', 'proof'].filter(asked)
if (pure.length > 0) await leg(pure.join(' and '), () => vitest(pure))
if (asked('sqlite')) await leg('integration on SQLite', () => vitest(['integration']))
if (mongo) {
  const { uri, why } = await mongo
  const env = { TEST_DATABASE: 'mongodb', TEST_MONGODB_URI: uri }
  if (uri) await leg('integration on MongoDB', () => vitest(['integration'], env, longest))
  else plainly.push(`The MongoDB leg did not run: ${why}`)
}
if (asked('browser')) await leg('browser', browser)

rmSync(reports, { recursive: true, force: true })
for (const line of plainly) console.log(line)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed === 0 ? 0 : 1)

/** @param {string} name @param {() => Promise<Count>} work */
async function leg(name, work) {
  say(`${name} …`)
  const heartbeat = setInterval(() => say(`${name} …`), 30_000)
  const { passed, failed, skipped = 0 } = await work()
  clearInterval(heartbeat)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  say(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}

/**
 * Projects of vitest.config.ts, counted from their report. What fails is printed with its reason.
 * @param {string[]} projects
 * @param {Record<string, string>} [env]
 * @param {string[]} [without] Files that are left out.
 * @returns {Promise<Count>}
 */
async function vitest(projects, env = {}, without = []) {
  const report = join(reports, `${projects.join('-')}-${Object.keys(env).length}.json`)
  const { status, output } = await run(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...without.flatMap((file) => ['--exclude', file]),
      '--passWithNoTests',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  )
  if (!existsSync(report)) {
    say(output.trim())
    return { passed: 0, failed: 1 }
  }
  const found = JSON.parse(readFileSync(report, 'utf8'))
  let { numFailedTests: failed } = found
  for (const file of found.testResults) {
    const broken = file.assertionResults.filter(
      (/** @type {{ status: string }} */ one) => one.status === 'failed',
    )
    for (const { fullName, failureMessages } of broken)
      say(`FAILED ${fullName}\n${indented(failureMessages.join('\n'))}`)
    // A file that can't be loaded, or whose preparation failed, has no failed test of its own.
    if (file.status === 'failed' && broken.length === 0) {
      failed++
      say(`FAILED ${file.name}\n${indented(file.message)}`)
    }
  }
  if (status !== 0 && failed === 0) {
    failed = 1
    say(`FAILED ${projects.join(' and ')}, outside of a test\n${indented(output)}`)
  }
  const skipped = found.numPendingTests + found.numTodoTests
  return { passed: found.numPassedTests, failed, skipped }
}

/** The browser looks at the built desk. @returns {Promise<Count>} */
async function browser() {
  const { status, output } = await run(process.execPath, ['scripts/start.mjs', '--build'], {
    // Only for building; so that no .env is made here.
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'only for building, never for signing',
    NODE_ENV: 'production',
  })
  if (status === 0) return vitest(['browser'])
  say(`FAILED the build\n${indented(output)}`)
  return { passed: 0, failed: 1 }
}

/** @returns {Promise<{ uri: string, why: string }>} */
async function startMongo() {
  const given = process.env.TEST_MONGODB_URI
  if (given) return { uri: given, why: '' }
  const start = join(root, '..', 'shared', 'mongo', 'start')
  if (!existsSync(start))
    return { uri: '', why: 'set TEST_MONGODB_URI to a MongoDB replica set to run it.' }
  const { status, output } = await run(start, [], {}, 300_000)
  const uri = output.trim().split('\n').at(-1) ?? ''
  if (status === 0 && uri.startsWith('mongodb://')) return { uri, why: '' }
  return { uri: '', why: `${start} failed: ${output.trim().split('\n').at(-1) ?? ''}` }
}

/**
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env]
 * @param {number} [timeout] ms
 * @returns {Promise<Ended>}
 */
function run(command, args, env = {}, timeout = 0) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    })
    running.add(child)
    let output = ''
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', (error) => {
      running.delete(child)
      resolve({ status: 1, output: error.message })
    })
    // `exit` and not `close`: a server that was started keeps the pipes.
    child.once('exit', (code) => {
      running.delete(child)
      setTimeout(() => resolve({ status: code ?? 1, output }), 100)
    })
  })
}

/** @param {string} line */
function say(line) {
  const passed = Math.round((Date.now() - began) / 1000)
  const clock = `${String(Math.floor(passed / 60)).padStart(2)}:${String(passed % 60).padStart(2, '0')}`
  console.log(`[${clock}] ${line}`)
}

/** @param {string | undefined} text */
function indented(text) {
  return (text ?? '').trim().slice(0, 4000).replace(/^/gm, '    ')
}

/** When a file was last written, in ms, or null. @param {string[]} parts */
function time(...parts) {
  return statSync(join(root, ...parts), { throwIfNoEntry: false })?.mtimeMs ?? null
}

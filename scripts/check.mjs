// What can be told without running anything: format, lint, types, arrows between rooms, dead code, generated files.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seconds } from './lib/checks.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** From the slowest to the fastest, so that two at a time end together. */
const parts = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware'] },
  { name: 'dead code', command: 'knip', args: ['--no-progress'] },
  {
    name: 'arrows between rooms',
    command: 'depcruise',
    args: ['src', 'collections', 'scripts', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'generated files', command: process.execPath, args: ['scripts/generate.mjs', '--check'] },
  { name: 'format', command: 'biome', args: ['format', '.'] },
]

/**
 * Runs every part, two at a time, with one line for each.
 * @param {(line: string) => void} say
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(say) {
  const left = [...parts]
  let failed = 0
  const lane = async () => {
    for (let part = left.shift(); part; part = left.shift()) {
      const began = Date.now()
      const { ok, output } = await run(part)
      say(`${ok ? 'ok    ' : 'FAILED'} ${part.name} (${seconds(Date.now() - began)})`)
      if (ok) continue
      failed++
      say(output.trim().replace(/^/gm, '    '))
    }
  }
  await Promise.all([lane(), lane()])
  return { passed: parts.length - failed, failed }
}

/**
 * @param {{ command: string, args: string[] }} part
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run({ command, args }) {
  const local = join(root, 'node_modules', '.bin')
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${local}:${process.env.PATH}`,
        FORCE_COLOR: '0',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await runChecks((line) => console.log(line))
  process.exit(failed === 0 ? 0 : 1)
}

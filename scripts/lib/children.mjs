import { spawn } from 'node:child_process'
import { seconds } from './checks.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Hands a signal on to whatever runs below us. @param {NodeJS.Signals} signal */
export function forward(signal) {
  for (const child of running) child.kill(signal)
}

/**
 * Runs a step in silence but for a line at its start, every ten seconds and at its end; what it
 * printed is shown only when it fails.
 * @param {{ doing: string, done: string, command: string, args: string[], cwd: string,
 *   env: Record<string, string | undefined> }} step
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runStep({ doing, done, command, args, cwd, env }) {
  const began = Date.now()
  console.log(`${doing} …`)
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {Buffer[]} */
    const printed = []
    running.add(child)
    child.stdout.on('data', (chunk) => printed.push(chunk))
    child.stderr.on('data', (chunk) => printed.push(chunk))
    const heartbeat = setInterval(() => {
      console.log(`${doing} … ${seconds(Date.now() - began)}`)
    }, 10_000)
    const finish = (/** @type {boolean} */ ok) => {
      running.delete(child)
      clearInterval(heartbeat)
      if (ok) console.log(`${done} in ${seconds(Date.now() - began)}.`)
      else process.stderr.write(Buffer.concat(printed))
      resolve(ok)
    }
    child.once('error', (error) => {
      printed.push(Buffer.from(`${error.message}\n`))
      finish(false)
    })
    child.once('close', (code) => finish(code === 0))
  })
}

/**
 * Runs the server in our own terminal.
 * @param {{ args: string[], cwd: string, env: Record<string, string | undefined> }} server
 * @returns {Promise<number>} its exit code; 1 when it was killed
 */
export function runServer({ args, cwd, env }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'inherit' })
    running.add(child)
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}

import { spawn } from 'node:child_process'
import { seconds } from './checks.mjs'

/** Milliseconds: how long a step gets to end by itself, and the server to finish its answers. */
const patience = { step: 1_500, server: 4_700 }

/** What runs below us, by how it is told to end. @type {Set<() => void>} */
const running = new Set()
let stopping = false

/** Whether the end has been asked for. */
export function isStopping() {
  return stopping
}

/** Ends whatever runs below us, and keeps anything new from beginning. */
export function stopAll() {
  stopping = true
  for (const stop of running) stop()
}

/**
 * Runs a step in silence but for a line at its start and every ten seconds.
 * @param {{ doing: string, done: string, command: string, args: string[], cwd: string,
 *   env: Record<string, string | undefined> }} step
 * @returns {Promise<{ ok: boolean, output: string }>} whether it succeeded, and all that it printed
 */
export function runStep({ doing, done, command, args, cwd, env }) {
  const began = Date.now()
  console.log(`${doing} …`)
  return new Promise((resolve) => {
    // A group of its own: npm and Next start further processes, and all of them end together.
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    const stop = () => {
      tell(child, 'SIGTERM')
      setTimeout(() => tell(child, 'SIGKILL'), patience.step)
    }
    running.add(stop)
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    const heartbeat = setInterval(() => {
      console.log(`${doing} … ${seconds(Date.now() - began)}`)
    }, 10_000)
    const finish = (/** @type {boolean} */ ok) => {
      running.delete(stop)
      clearInterval(heartbeat)
      if (ok) console.log(`${done} in ${seconds(Date.now() - began)}.`)
      resolve({ ok, output })
    }
    child.once('error', (error) => {
      output += `${error.message}\n`
      finish(false)
    })
    child.once('close', (code) => finish(code === 0))
  })
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function tell(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // All of them have ended already.
  }
}

/**
 * Runs the server in our own terminal. With `watchFor`, which hands out a function that has it run anew, a server
 * that broke is waited for too.
 * @param {{ args: string[], cwd: string, env: Record<string, string | undefined> }} server
 * @param {(restart: () => void) => void} [watchFor]
 * @returns {Promise<number>} its exit code, 0 when it ended because it was told to; 1 when it was killed
 */
export function runServer(server, watchFor) {
  return new Promise((resolve) => {
    if (stopping) return resolve(0)
    const child = spawn(process.execPath, server.args, {
      cwd: server.cwd,
      env: server.env,
      stdio: 'inherit',
    })
    let anew = false
    let ended = false
    const stop = () => {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), patience.server).unref()
    }
    const runAnew = () => resolve(runServer(server, watchFor))
    running.add(stop)
    watchFor?.(() => {
      anew = true
      if (ended) runAnew()
      else stop()
    })
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => {
      ended = true
      running.delete(stop)
      // Told to end before it could listen to that, it ends by the signal.
      if (stopping) resolve(code ?? 0)
      else if (anew) runAnew()
      else if (watchFor && code !== 0) console.log('Waiting for a change …')
      else resolve(code ?? 1)
    })
  })
}

import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** @typedef {string | null} Problem A sentence for the person at the terminal, or null. */

const leastNode = [20, 11]
const MB = 1024 * 1024

/** Bytes that must be free: for the packages, for the build, and to open the database at all. */
export const room = { install: 1600 * MB, build: 400 * MB, start: 16 * MB }

/** @param {string} version as in process.versions.node @returns {Problem} */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  return enough
    ? null
    : `Communiqué needs Node.js ${leastNode.join('.')} or newer; this is ${version}. Install it from https://nodejs.org/.`
}

/**
 * npm keeps options that stand before the `--` to itself, and hands them on as variables.
 * @param {Record<string, string | undefined>} env @returns {Problem}
 */
export function npmProblem({ npm_config_port: port, npm_config_empty: empty }) {
  if (port !== undefined)
    return `npm kept --port to itself. Write two dashes before it: npm start -- --port ${port}`
  if (empty !== undefined)
    return 'npm kept --empty to itself. Write two dashes before it: npm start -- --empty'
  return null
}

/** Never repeats the value: it may hold a password. @param {string | undefined} uri @returns {Problem} */
export function databaseProblem(uri) {
  if (!uri || /^(?:file:.+|mongodb(?:\+srv)?:\/\/[^/\s]+)/.test(uri)) return null
  return 'DATABASE_URI must begin with file: (SQLite) or mongodb:// (MongoDB), or be left out for SQLite in the data folder.'
}

/**
 * Whether an SQLite database can be opened or made at a path. Its folder must be there, unless it is one of ours.
 * @param {string} path absolute
 * @param {string} dataDir absolute; made when it is missing
 * @returns {Problem}
 */
export function sqliteProblem(path, dataDir) {
  const folder = dirname(path)
  const ours = folder === dataDir || folder.startsWith(`${dataDir}/`)
  const found = existsSync(path) ? statSync(path) : null
  if (!found && !ours && !(existsSync(folder) && statSync(folder).isDirectory()))
    return `There is no folder ${folder} for the database. Make it, or correct DATABASE_URI.`
  // SQLite writes its journal beside the file, so the folder must be writable too.
  const folderProblem = writableProblem(folder)
  if (folderProblem || !found) return folderProblem
  if (!found.isFile()) return `${path} is not a file. Correct DATABASE_URI.`
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    return `The database ${path} can’t be written by this user. Change its rights, or correct DATABASE_URI.`
  }
  return found.size === 0 || beginsAsSqlite(path)
    ? null
    : `${path} is no SQLite database. Correct DATABASE_URI, or move that file away.`
}

/** @param {string} path */
function beginsAsSqlite(path) {
  const magic = 'SQLite format 3\0'
  const start = Buffer.alloc(magic.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, start, 0, start.length, 0)
  } finally {
    closeSync(file)
  }
  return start.toString('latin1') === magic
}

/** Whether files can be made in a folder, or the folder itself where there is none. @param {string} folder @returns {Problem} */
export function writableProblem(folder) {
  const nearest = nearestFolder(folder)
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
    return null
  } catch {
    return `Nothing can be written in ${nearest}. Change its rights, or choose another folder.`
  }
}

/** The folder itself, or the first above it that there is. @param {string} folder absolute */
export function nearestFolder(folder) {
  let nearest = folder
  while (nearest !== dirname(nearest) && !existsSync(nearest)) nearest = dirname(nearest)
  return nearest
}

/** @param {string | undefined} secret @returns {Problem} */
export function secretProblem(secret) {
  return secret && secret.length >= 32
    ? null
    : 'PAYLOAD_SECRET in .env is missing or too short: set 32 random characters or more, or remove .env to have one made.'
}

/**
 * @param {number} free bytes @param {number} needed bytes @param {string} folder
 * @returns {Problem}
 */
export function diskProblem(free, needed, folder) {
  if (free >= needed) return null
  return `The disk is full: ${Math.floor(free / MB)} MB are free at ${folder}, and this start needs ${needed / MB} MB. Make room, then start again.`
}

/** @param {string | undefined} text @returns {Problem} */
export function portProblem(text) {
  if (!text) return null
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535
    ? null
    : 'PORT must be a whole number from 1 to 65535.'
}

/**
 * What a failed step printed, as one sentence where the reason is a common one.
 * @param {string} output @returns {Problem}
 */
export function knownTrouble(output) {
  if (/\b(?:ENOSPC|EDQUOT|EFBIG)\b|no space left on device/i.test(output))
    return 'The disk is full. Make room, then start again.'
  if (/\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.test(output))
    return 'The packages can’t be fetched: npm’s registry doesn’t answer. Check the connection, then start again.'
  if (/\b(?:EACCES|EROFS)\b/.test(output))
    return 'This folder can’t be written by this user. Change its rights, then start again.'
  return null
}

/**
 * Whether packages must be installed: npm writes its own lockfile last of all, so an older one
 * means that an installation is missing, broken off or outdated.
 * @param {number | null} installed when node_modules/.package-lock.json was written, in ms; null: never
 * @param {number} locked when package-lock.json was written, in ms
 */
export function needsInstall(installed, locked) {
  return installed === null || installed < locked
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`
}

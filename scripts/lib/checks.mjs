/** @typedef {string | null} Problem A sentence for the person at the terminal, or null. */

const leastNode = [20, 11]
const leastFree = 300 * 1024 * 1024

/** @param {string} version as in process.versions.node @returns {Problem} */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  return enough
    ? null
    : `Communiqué needs Node.js ${leastNode.join('.')} or newer; this is ${version}. Install it from https://nodejs.org/.`
}

/** Never repeats the value: it may hold a password. @param {string | undefined} uri @returns {Problem} */
export function databaseProblem(uri) {
  if (!uri || /^(?:file:.+|mongodb(?:\+srv)?:\/\/[^/\s]+)/.test(uri)) return null
  return 'DATABASE_URI must begin with file: (SQLite) or mongodb:// (MongoDB), or be left out for SQLite in the data folder.'
}

/** @param {string | undefined} secret @returns {Problem} */
export function secretProblem(secret) {
  return secret && secret.length >= 32
    ? null
    : 'PAYLOAD_SECRET in .env is missing or too short: set 32 random characters or more, or remove .env to have one made.'
}

/** @param {number} free bytes @returns {Problem} */
export function diskProblem(free) {
  if (free >= leastFree) return null
  const megabytes = Math.floor(free / (1024 * 1024))
  return `Only ${megabytes} MB are free on this disk; Communiqué needs 300 MB to install and build.`
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

/**
 * @typedef {{ port: number | null, empty: boolean, dev: boolean, build: boolean, help: boolean }} Options
 */

export const usage = 'npm start -- [--port N] [--empty]'

/**
 * What the command line asks for, or the sentence that says what is wrong with it.
 * @param {readonly string[]} words
 * @returns {{ options: Options } | { problem: string }}
 */
export function readArguments(words) {
  const options = { port: null, empty: false, dev: false, build: false, help: false }
  const rest = [...words]
  while (rest.length > 0) {
    const [word, value] = split(/** @type {string} */ (rest.shift()))
    if (word === '--port' || word === '-p') {
      const text = value ?? rest.shift() ?? ''
      const port = Number(text)
      if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
        return { problem: `--port needs a whole number from 1 to 65535, such as --port 3001.` }
      }
      options.port = port
    } else if (value !== undefined) return unknown(word)
    else if (word === '--empty') options.empty = true
    else if (word === '--dev') options.dev = true
    else if (word === '--build') options.build = true
    else if (word === '--help' || word === '-h') options.help = true
    else return unknown(word)
  }
  return { options }
}

/** @param {string} word @returns {[string, string | undefined]} */
function split(word) {
  const at = word.indexOf('=')
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

/** @param {string} word */
function unknown(word) {
  return { problem: `There is no option ${word}. Usage: ${usage}` }
}

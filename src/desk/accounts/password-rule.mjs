// Plain JavaScript, because the start script asks it before anything is installed.
import { commonPasswords } from './common-passwords.mjs'

/**
 * NIST SP 800-63B-4, section 3.1.1.2: length counts, what is commonly used and what is expected in this place is
 * refused, nothing is said about kinds of characters, and long passwords are taken as they are.
 */
const shortestPassword = 12
const longestPassword = 256

const common = new Set(commonPasswords.split(/\s+/).filter(Boolean))
const expected = ['communique', 'administrator', 'embassy', 'demo', 'desk', 'mission']

/** @typedef {keyof typeof import('../../admin/words/weakness.mjs').weaknessSentences} Weakness */

/**
 * Null, or what is weak about a password. `about`: names and addresses that others would try first.
 * @param {string} password
 * @param {readonly string[]} about
 * @returns {Weakness | null}
 */
export function weaknessOf(password, about = []) {
  const length = [...password].length
  if (length < shortestPassword) return 'passwordShort'
  if (length > longestPassword) return 'passwordLong'
  const plain = password.normalize('NFKC').toLowerCase()
  if (new Set(plain).size < 5 || isCommon(plain)) return 'passwordCommon'
  return isExpected(plain, about) ? 'passwordExpected' : null
}

/** One of the list as it is, repeated, or padded with figures and signs. @param {string} plain */
function isCommon(plain) {
  const unit = /^(.+?)\1+$/su.exec(plain)?.[1]
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [plain, unit, core].some((word) => word !== undefined && common.has(word))
}

/**
 * Hardly more than names that everybody here knows: what is left without them would be too short by itself.
 * @param {string} plain @param {readonly string[]} about
 */
function isExpected(plain, about) {
  const words = [...about, ...expected]
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => [...word].length >= 3)
    .sort((one, other) => other.length - one.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && [...rest.replace(/[^\p{L}]/gu, '')].length < 6
}

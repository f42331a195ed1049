import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is made from. Tests, docs and uploads don't change it. */
export const sources = [
  'collections',
  'src',
  'next.config.ts',
  'package-lock.json',
  'payload.config.ts',
  'tsconfig.json',
]

/**
 * A word over the contents of the sources: the same on every machine, changed by any changed byte,
 * name or missing file. Not by times, which a fresh clone sets anew.
 * @param {string} root
 * @param {readonly string[]} [names] files and folders below root
 * @returns {string}
 */
export function fingerprint(root, names = sources) {
  const hash = createHash('sha256')
  for (const name of names) add(hash, root, name)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} root @param {string} name */
function add(hash, root, name) {
  const path = join(root, name)
  const entries = listOrNull(path)
  if (entries) {
    for (const entry of entries) add(hash, root, `${name}/${entry}`)
    return
  }
  const content = contentOrNull(path)
  hash.update(`${name}\0${content ? content.length : 'none'}\0`)
  if (content) hash.update(content)
}

/** @param {string} path @returns {string[] | null} */
function listOrNull(path) {
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
      .sort()
  } catch {
    return null
  }
}

/** @param {string} path @returns {Buffer | null} */
function contentOrNull(path) {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

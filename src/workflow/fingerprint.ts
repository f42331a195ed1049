import { createHash } from 'node:crypto'
import { canonicalForm, type Content } from './content.ts'

/** SHA-256, hex, of a string's UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** SHA-256, hex, over the canonical form of a content: equal exactly when no letter differs. */
export function fingerprintOf(content: Content): string {
  return sha256(canonicalForm(content))
}

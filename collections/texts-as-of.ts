import { unseenCollection } from './fields/unseen-collection.ts'

/**
 * What a text said at each of its acts, with everything it showed: one row for each distinct wording (decision 016).
 * Written by `src/desk/as-of.ts`, read through the routes of the text only.
 */
export const textsAsOf = unseenCollection('texts-as-of', [
  { name: 'subject', type: 'text', required: true, index: true },
  { name: 'fingerprint', type: 'text', required: true },
  // Canonical form of a `Content`, of which the fingerprint is the SHA-256.
  { name: 'content', type: 'textarea', required: true },
  // Subject and fingerprint: the same wording is kept once.
  { name: 'key', type: 'text', required: true, unique: true },
])

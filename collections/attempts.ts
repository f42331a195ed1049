import { unseenCollection } from './fields/unseen-collection.ts'

/** How often something was tried lately, for all processes together. Written by `src/desk/accounts/attempts.ts` only. */
export const attempts = unseenCollection('attempts', [
  // A hash of what is counted: an account's address, a known device, a network address.
  { name: 'key', type: 'text', required: true, unique: true },
  { name: 'count', type: 'number', required: true },
  { name: 'since', type: 'number', required: true, index: true },
])

import { unseenCollection } from './fields/unseen-collection.ts'

/** Secret addresses under which outsiders see one draft. Written by `src/desk/linking.ts` only. */
export const previewLinks = unseenCollection('preview-links', [
  // Chosen before the first write, so that it is written once. UUID.
  { name: 'id', type: 'text', required: true },
  // Id of the text.
  { name: 'subject', type: 'text', required: true, index: true },
  { name: 'of', type: 'select', required: true, options: ['release', 'translation'] },
  { name: 'family', type: 'text', required: true, index: true },
  // SHA-256 of the secret part of the address, hex. Nobody keeps the secret itself.
  { name: 'secretHash', type: 'text', required: true, unique: true },
  { name: 'recipient', type: 'text', required: true },
  // How the desk calls whatever the recipient does, in the words of whoever made it.
  { name: 'guest', type: 'text', required: true },
  { name: 'madeBy', type: 'text', required: true },
  { name: 'madeByName', type: 'text' },
  { name: 'madeAt', type: 'date', required: true },
  { name: 'until', type: 'date', required: true },
  // How many editions the text had: the link ends with the next one.
  { name: 'edition', type: 'number', required: true },
  // How many acts there were on it: making it, each day on which it was opened, taking it back.
  { name: 'steps', type: 'number', required: true },
  { name: 'openedAt', type: 'date' },
  { name: 'revokedAt', type: 'date' },
  { name: 'revokedBy', type: 'text' },
  { name: 'revokedByName', type: 'text' },
])

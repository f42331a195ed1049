import { unseenCollection } from './fields/unseen-collection.ts'

/**
 * What people note on a field or passage of a text. Written by `src/desk/noting.ts`, read through the routes of the
 * text only: who may not read the text learns nothing of what is said about it.
 */
export const notes = unseenCollection('notes', [
  // Chosen before the first write, so that it is written once. UUID.
  { name: 'id', type: 'text', required: true },
  // Id of the text.
  { name: 'subject', type: 'text', required: true, index: true },
  { name: 'of', type: 'select', required: true, options: ['release', 'translation'] },
  { name: 'family', type: 'text', required: true, index: true },
  // Empty: about the text as a whole.
  { name: 'field', type: 'text' },
  // Where its words stood, as JSON: an `Anchor`. Empty: about the field as a whole.
  { name: 'anchor', type: 'textarea' },
  // Fingerprint of the text in which they stood.
  { name: 'asOf', type: 'text', required: true },
  { name: 'words', type: 'textarea', required: true },
  { name: 'mustFix', type: 'checkbox', defaultValue: false },
  { name: 'author', type: 'text', required: true, index: true },
  { name: 'authorName', type: 'text' },
  { name: 'writtenAt', type: 'date', required: true },
  // The text's revision when it was written.
  { name: 'revision', type: 'number', required: true },
  // How many acts there were on it: writing it, each reply, each time it was resolved or reopened.
  { name: 'steps', type: 'number', required: true },
  { name: 'resolvedBy', type: 'text' },
  { name: 'resolvedByName', type: 'text' },
  { name: 'resolvedAt', type: 'date' },
])

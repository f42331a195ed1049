import { unseenCollection } from './fields/unseen-collection.ts'

/** What is answered to a note. Written and read as notes are. */
export const replies = unseenCollection('replies', [
  // Chosen before the first write, so that it is written once. UUID.
  { name: 'id', type: 'text', required: true },
  // Ids of the note and of the text.
  { name: 'note', type: 'text', required: true, index: true },
  { name: 'subject', type: 'text', required: true, index: true },
  { name: 'words', type: 'textarea', required: true },
  { name: 'author', type: 'text', required: true },
  { name: 'authorName', type: 'text' },
  { name: 'writtenAt', type: 'date', required: true },
  // Which of the note's acts it was.
  { name: 'step', type: 'number', required: true },
])

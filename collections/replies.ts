import type { CollectionConfig } from 'payload'
import { nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'

/** What is answered to a note. Written and read as notes are. */
export const replies: CollectionConfig = {
  slug: 'replies',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
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
  ],
  hooks: neverChanged('replies'),
}

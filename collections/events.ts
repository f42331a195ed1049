import type { CollectionConfig } from 'payload'
import { staff } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { label } from '../src/admin/words/label.ts'
import { deskTypes } from '../src/workflow/states.ts'

/** The timeline: who did what to which text, in one hash chain per family. Written by `src/desk/timeline.ts` only. */
export const events: CollectionConfig = {
  slug: 'events',
  labels: { singular: label('event'), plural: label('events') },
  admin: {
    useAsTitle: 'what',
    defaultColumns: ['at', 'what', 'actorName', 'from', 'to', 'note'],
    group: label('groupRecords'),
  },
  access: { create: () => false, read: staff, update: () => false, delete: () => false },
  defaultSort: '-at',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['family', 'number'], unique: true }],
  fields: [
    { name: 'family', type: 'text', required: true, index: true },
    // 1, 2, 3 … within the family; no gap.
    { name: 'number', type: 'number', required: true },
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'of', type: 'select', required: true, options: [...deskTypes] },
    // An action, or `create`, `change`, `restore`, `delete`, `import`.
    { name: 'what', type: 'text', required: true },
    { name: 'actor', type: 'text' },
    { name: 'actorName', type: 'text' },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'from', type: 'text' },
    { name: 'to', type: 'text' },
    { name: 'note', type: 'textarea' },
    // The subject's revision after the event.
    { name: 'revision', type: 'number', required: true },
    { name: 'fingerprintBefore', type: 'text' },
    { name: 'fingerprintAfter', type: 'text' },
    { name: 'edition', type: 'number' },
    // One act is recorded once, however often it is repeated after a crash.
    { name: 'act', type: 'text', required: true, unique: true },
    { name: 'previousHash', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
  ],
  hooks: neverChanged('events'),
}

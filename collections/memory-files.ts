import { unseenCollection } from './fields/unseen-collection.ts'

/** Parts of translation memories that were brought in. Written by `src/exchange/memory/files.ts` only. */
export const memoryFiles = {
  ...unseenCollection('memory-files', [
    // SHA-256 of what it says, hex: the same file twice is one.
    { name: 'file', type: 'text', required: true, index: true },
    { name: 'part', type: 'number', required: true },
    { name: 'name', type: 'text', required: true },
    { name: 'count', type: 'number', required: true },
    // JSON of its units.
    { name: 'units', type: 'textarea', required: true },
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
  ]),
  indexes: [{ fields: ['file', 'part'], unique: true }],
}

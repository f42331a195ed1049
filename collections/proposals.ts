import { unseenCollection } from './fields/unseen-collection.ts'

/** What somebody outside proposes for a segment of a translation. Written by `src/desk/proposals.ts` only. */
export const proposals = {
  ...unseenCollection('proposals', [
    { name: 'translation', type: 'text', required: true },
    // By which the segment is known: the print of its source.
    { name: 'row', type: 'text', required: true },
    // Print of the words that were there when the file was made.
    { name: 'base', type: 'text', required: true },
    // JSON of its texts, with tags.
    { name: 'texts', type: 'textarea', required: true },
    { name: 'from', type: 'text' },
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
  ]),
  indexes: [{ fields: ['translation', 'row'], unique: true }],
}

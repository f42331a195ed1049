import { unseenCollection } from './fields/unseen-collection.ts'

/** Who has the form of a text open at the moment. Written by `src/desk/presence.ts` only; what is old counts nothing. */
export const presences = unseenCollection('presences', [
  // Text and person: one row, however many windows they have.
  { name: 'key', type: 'text', required: true, unique: true },
  // Id of the text.
  { name: 'subject', type: 'text', required: true, index: true },
  { name: 'person', type: 'text', required: true, index: true },
  { name: 'name', type: 'text', required: true },
  // Whether something is typed in their form that isn't saved.
  { name: 'writing', type: 'checkbox', required: true },
  { name: 'seenAt', type: 'date', required: true },
])

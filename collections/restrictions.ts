import { unseenCollection } from './fields/unseen-collection.ts'

/** Which texts only named people may know of. Written by `src/desk/restricting.ts` only. */
export const restrictions = unseenCollection('restrictions', [
  // Of the release: the restriction holds for its whole family.
  { name: 'id', type: 'text', required: true },
  // Ids of the people, as JSON; an empty list once it was lifted.
  { name: 'people', type: 'textarea' },
  { name: 'holds', type: 'checkbox', required: true, index: true },
  { name: 'by', type: 'text', required: true },
  { name: 'byName', type: 'text' },
  { name: 'at', type: 'date', required: true },
  // How many acts there were on it: restricting, naming others, lifting.
  { name: 'steps', type: 'number', required: true },
])

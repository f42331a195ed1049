import { unseenCollection } from './fields/unseen-collection.ts'

/** Questions that somebody keeps for themselves. Written by `src/desk/search/saved.ts` only. */
export const savedSearches = unseenCollection('saved-searches', [
  // Id of the account that it belongs to.
  { name: 'person', type: 'text', required: true, index: true },
  { name: 'name', type: 'text', required: true },
  // The question as it stands in an address.
  { name: 'query', type: 'text', required: true },
])

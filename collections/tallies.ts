import { unseenCollection } from './fields/unseen-collection.ts'

/** What was looked at in the press room, one row for each day at the post. Only sums: of readers nothing is kept. */
export const tallies = unseenCollection('tallies', [
  // `YYYY-MM-DD`.
  { name: 'day', type: 'text', required: true, unique: true },
  // JSON (src/desk/figures/day.ts).
  { name: 'sums', type: 'textarea', required: true },
  // Rises with each writing: of two at once one begins again.
  { name: 'writings', type: 'number', required: true },
])

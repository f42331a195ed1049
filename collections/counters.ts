import { unseenCollection } from './fields/unseen-collection.ts'

/** Whole numbers that only ever rise; `press-room` is the press room's revision. */
export const counters = unseenCollection('counters', [
  { name: 'key', type: 'text', required: true, unique: true },
  { name: 'value', type: 'number', required: true },
])

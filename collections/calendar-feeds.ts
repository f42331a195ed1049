import { unseenCollection } from './fields/unseen-collection.ts'

/** Secret addresses of calendars, one for each person. Written by `src/desk/calendar-feed.ts` only. */
export const calendarFeeds = unseenCollection('calendar-feeds', [
  // Id of the account that it belongs to.
  { name: 'person', type: 'text', required: true, unique: true },
  // SHA-256 of the secret part of the address, hex. Nobody keeps the secret itself.
  { name: 'secretHash', type: 'text', required: true, unique: true },
  // Whether headlines of unpublished texts leave the desk with it.
  { name: 'headlines', type: 'checkbox', required: true },
  // Of the words in it: that of the person when the address was made.
  { name: 'language', type: 'text', required: true },
  { name: 'madeAt', type: 'date', required: true },
])

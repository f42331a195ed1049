import type { CollectionConfig } from 'payload'
import { nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'

/** Secret addresses of calendars, one for each person. Written by `src/desk/calendar-feed.ts` only. */
export const calendarFeeds: CollectionConfig = {
  slug: 'calendar-feeds',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    // Id of the account that it belongs to.
    { name: 'person', type: 'text', required: true, unique: true },
    // SHA-256 of the secret part of the address, hex. Nobody keeps the secret itself.
    { name: 'secretHash', type: 'text', required: true, unique: true },
    // Whether headlines of unpublished texts leave the desk with it.
    { name: 'headlines', type: 'checkbox', required: true },
    // Of the words in it: that of the person when the address was made.
    { name: 'language', type: 'text', required: true },
    { name: 'madeAt', type: 'date', required: true },
  ],
  hooks: neverChanged('calendar-feeds'),
}

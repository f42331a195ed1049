import type { CollectionConfig } from 'payload'
import { nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'

/** Whole numbers that only ever rise; `press-room` is the press room's revision. */
export const counters: CollectionConfig = {
  slug: 'counters',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'value', type: 'number', required: true },
  ],
  hooks: neverChanged('counters'),
}

import type { CollectionConfig } from 'payload'
import { nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'

/**
 * What a text said at each of its acts, with everything it showed: one row for each distinct wording (decision 016).
 * Written by `src/desk/as-of.ts`, read through the routes of the text only.
 */
export const textsAsOf: CollectionConfig = {
  slug: 'texts-as-of',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'fingerprint', type: 'text', required: true },
    // Canonical form of a `Content`, of which the fingerprint is the SHA-256.
    { name: 'content', type: 'textarea', required: true },
    // Subject and fingerprint: the same wording is kept once.
    { name: 'key', type: 'text', required: true, unique: true },
  ],
  hooks: neverChanged('texts-as-of'),
}

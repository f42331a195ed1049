import type { CollectionConfig } from 'payload'
import { knowing } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { label } from '../src/admin/words/label.ts'
import { deskTypes } from '../src/workflow/states.ts'

/**
 * The press room's register: one row for each text or item that was ever published, saying which edition the public
 * sees and how it stands. It is the one thing that changes at the door, in one write, so the public never sees a
 * half-finished act. Only `src/desk/door.ts` writes it; the press room reads nothing but it and `editions`.
 */
export const entries: CollectionConfig = {
  slug: 'entries',
  labels: { singular: label('entry'), plural: label('entries') },
  admin: { hidden: true, useAsTitle: 'headline' },
  access: {
    create: () => false,
    read: knowing('records', 'family'),
    update: () => false,
    delete: () => false,
  },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [
    { fields: ['language', 'slug'], unique: true },
    // Public lists: one shelf in one language, live, newest first. Payload sorts what is of one moment by creation; with
    // that in the index nothing is sorted at all, and a page deep in the archive costs little more than the first.
    { fields: ['shelf', 'language', 'standing', 'publishedAt', 'createdAt'] },
  ],
  fields: [
    // Id of the release, translation, contact, image, document or term.
    { name: 'subject', type: 'text', required: true, unique: true, index: true },
    { name: 'of', type: 'select', required: true, options: [...deskTypes] },
    // Where the public finds it; terms are read by the desk alone.
    {
      name: 'shelf',
      type: 'select',
      required: true,
      options: ['texts', 'images', 'documents', 'contacts', 'terms'],
    },
    // Id of the release of a text's family; of an item, its own id.
    { name: 'family', type: 'text', required: true, index: true },
    // BCP 47 tag of a text; `mul` for items, which carry several languages.
    { name: 'language', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true },
    { name: 'kind', type: 'text' },
    { name: 'headline', type: 'text' },
    {
      name: 'standing',
      type: 'select',
      required: true,
      options: ['live', 'withdrawn', 'retracted'],
    },
    // Revision of the subject at the act that made it stand so: of two acts at once, the later one counts.
    { name: 'standsSince', type: 'number', required: true, defaultValue: 0 },
    { name: 'edition', type: 'text', required: true },
    { name: 'number', type: 'number', required: true },
    { name: 'fingerprint', type: 'text', required: true },
    // Of a translation: fingerprint of the release edition that it was made from.
    { name: 'madeFrom', type: 'text' },
    // First publication; lists are ordered by it.
    { name: 'publishedAt', type: 'date', required: true, index: true },
    // Last publication that was not minor.
    { name: 'updatedAtPublic', type: 'date', required: true },
    { name: 'noticeAt', type: 'date' },
    { name: 'explanation', type: 'textarea' },
    // Ids of the images, documents and contacts that the edition shows.
    { name: 'uses', type: 'text', hasMany: true, index: true },
    { name: 'topics', type: 'text', hasMany: true, index: true },
  ],
  hooks: neverChanged('entries'),
}

import type { CollectionConfig } from 'payload'
import { staff } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { label } from '../src/admin/words/label.ts'
import { deskTypes } from '../src/workflow/states.ts'

/**
 * What the door has frozen. A row is written once and never again: which edition is live, withdrawn or retracted
 * stands in `entries`. `content` is the canonical form itself, so that its SHA-256 is the approved fingerprint.
 */
export const editions: CollectionConfig = {
  slug: 'editions',
  labels: { singular: label('edition'), plural: label('editions') },
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', 'language', 'number', 'publishedAt'],
    group: label('groupRecords'),
  },
  access: { create: () => false, read: staff, update: () => false, delete: () => false },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['subject', 'number'], unique: true }],
  fields: [
    // Chosen before the first write, since the edition's files are laid out under it. UUID.
    { name: 'id', type: 'text', required: true },
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'of', type: 'select', required: true, options: [...deskTypes] },
    { name: 'family', type: 'text', required: true, index: true },
    { name: 'number', type: 'number', required: true },
    { name: 'language', type: 'text' },
    { name: 'headline', type: 'text' },
    { name: 'fingerprint', type: 'text', required: true, index: true },
    { name: 'content', type: 'textarea', required: true, maxLength: 2_000_000 },
    { name: 'madeFrom', type: 'text' },
    { name: 'change', type: 'select', options: ['first', 'minor', 'major'] },
    { name: 'publicNote', type: 'textarea' },
    { name: 'approvedBy', type: 'text' },
    { name: 'approvedAt', type: 'date' },
    { name: 'publishedBy', type: 'text' },
    { name: 'publishedAt', type: 'date', required: true },
  ],
  hooks: neverChanged('editions'),
}

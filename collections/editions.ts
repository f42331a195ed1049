import type { CollectionConfig } from 'payload'
import { knowing } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { label, options } from '../src/admin/words/label.ts'
import { minute } from './fields/dates.ts'
import { typeOptions } from './fields/type.ts'

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
  access: {
    create: () => false,
    read: knowing('records', 'family'),
    update: () => false,
    delete: () => false,
  },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [
    { fields: ['subject', 'number'], unique: true },
    // What was published last.
    { fields: ['of', 'publishedAt'] },
  ],
  fields: [
    // Chosen before the first write, since the edition's files are laid out under it. UUID.
    { name: 'id', type: 'text', required: true },
    { name: 'subject', type: 'text', label: label('subject'), required: true, index: true },
    { name: 'of', type: 'select', label: label('type'), required: true, options: typeOptions },
    { name: 'family', type: 'text', label: label('family'), required: true, index: true },
    { name: 'number', type: 'number', label: label('number'), required: true },
    {
      name: 'language',
      type: 'text',
      label: label('language'),
      admin: { components: { Cell: '/src/admin/cells.tsx#LanguageCell' } },
    },
    { name: 'headline', type: 'text', label: label('headline') },
    { name: 'fingerprint', type: 'text', label: label('fingerprint'), required: true, index: true },
    {
      name: 'content',
      type: 'textarea',
      label: label('content'),
      required: true,
      maxLength: 2_000_000,
    },
    { name: 'madeFrom', type: 'text', label: label('madeFrom') },
    {
      name: 'change',
      type: 'select',
      label: label('change'),
      options: options('change', ['first', 'minor', 'major']),
    },
    { name: 'publicNote', type: 'textarea', label: label('publicNote') },
    { name: 'approvedBy', type: 'text', label: label('approvedBy') },
    { name: 'approvedAt', type: 'date', label: label('approvedAt'), admin: { date: minute } },
    { name: 'publishedBy', type: 'text', label: label('publishedBy') },
    {
      name: 'publishedAt',
      type: 'date',
      label: label('publishedAt'),
      required: true,
      admin: { date: minute },
    },
  ],
  hooks: neverChanged('editions'),
}

import type { CollectionConfig } from 'payload'
import { has, staff } from '../../src/desk/access.ts'

/** What the desk sets up for its texts: editors keep it, everybody at the desk reads it. */
export const setting = {
  access: {
    create: has('editor'),
    read: staff,
    update: has('editor'),
    delete: has('administrator'),
  },
  disableBulkEdit: true,
  disableBulkDelete: true,
  lockDocuments: false,
} as const satisfies Partial<CollectionConfig>

import type { CollectionConfig } from 'payload'
import { has, staff } from '../src/desk/access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { checkUpload, deskFileHeaders, documentTypes } from '../src/desk/uploads.ts'
import { rightFile } from '../src/desk/upload-hooks.ts'
import { label } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { languageField } from './fields/language.ts'
import { systemFields } from './fields/system.ts'

/** Files that accompany a release. */
export const documents = (mediaDir: string): CollectionConfig => ({
  slug: 'documents',
  labels: { singular: label('document'), plural: label('documents') },
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'state', 'holder', 'updatedAt'],
    group: label('groupParts'),
    components: deskComponents,
  },
  access: {
    create: has('editor'),
    read: staff,
    update: has('editor'),
    delete: has('editor'),
    readVersions: staff,
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableDuplicate: true,
  upload: {
    staticDir: `${mediaDir}/documents`,
    mimeTypes: [...documentTypes],
    pasteURL: false,
    handlers: [rightFile('documents')],
    modifyResponseHeaders: deskFileHeaders,
  },
  fields: [
    {
      name: 'texts',
      // Payload keeps tables of its own called …_texts.
      dbName: 'document_wordings',
      type: 'array',
      label: label('texts'),
      fields: [
        languageField(),
        { name: 'title', type: 'text', label: label('title'), maxLength: 300 },
      ],
    },
    {
      name: 'sha256',
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
    ...systemFields(['draft', 'in-review', 'published', 'archived']),
  ],
  hooks: deskHooks('document', [checkUpload(documentTypes)]),
  endpoints: deskEndpoints('document'),
})

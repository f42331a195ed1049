import type { CollectionConfig } from 'payload'
import { has, knowing, knowingVersions } from '../src/desk/access.ts'
import { mayChange, mayDelete } from '../src/desk/document-access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { checkUpload, deskFileHeaders, documentTypes } from '../src/desk/uploads.ts'
import { rightFile } from '../src/desk/upload-hooks.ts'
import { label } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField } from './fields/language.ts'
import { systemFields, unseen } from './fields/system.ts'

/** Files that accompany a release. */
export const documents = (mediaDir: string): CollectionConfig => ({
  slug: 'documents',
  labels: { singular: label('document'), plural: label('documents') },
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'state', 'lies', 'updatedAt'],
    group: label('groupParts'),
    components: deskComponents('document'),
  },
  access: {
    create: has('editor'),
    read: knowing('files', 'id'),
    update: mayChange('document', 'editor'),
    delete: mayDelete('document'),
    readVersions: knowingVersions('files', 'parent'),
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableBulkEdit: true,
  disableBulkDelete: true,
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
      ...inEachLanguage,
      fields: [
        languageField(),
        { name: 'title', type: 'text', label: label('title'), maxLength: 300 },
      ],
    },
    {
      name: 'sha256',
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: unseen,
    },
    ...systemFields('document'),
  ],
  hooks: deskHooks('document', [checkUpload(documentTypes)]),
  endpoints: deskEndpoints('document'),
})

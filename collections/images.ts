import type { CollectionConfig } from 'payload'
import { has, knowing, knowingVersions } from '../src/desk/access.ts'
import { mayChange, mayDelete } from '../src/desk/document-access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { checkUpload, deskFileHeaders, imageTypes } from '../src/desk/uploads.ts'
import { rightFile } from '../src/desk/upload-hooks.ts'
import { label } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField } from './fields/language.ts'
import { systemFields, unseen } from './fields/system.ts'

/** Originals, which stay on the desk. What the public gets is made from them at publication. */
export const images = (mediaDir: string): CollectionConfig => ({
  slug: 'images',
  labels: { singular: label('image'), plural: label('images') },
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'credit', 'state', 'lies', 'updatedAt'],
    group: label('groupParts'),
    components: deskComponents('image'),
  },
  access: {
    create: has('editor'),
    read: knowing('files', 'id'),
    update: mayChange('image', 'editor'),
    delete: mayDelete('image'),
    readVersions: knowingVersions('files', 'parent'),
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  upload: {
    staticDir: `${mediaDir}/images`,
    mimeTypes: [...imageTypes],
    pasteURL: false,
    focalPoint: true,
    crop: false,
    handlers: [rightFile('images')],
    modifyResponseHeaders: deskFileHeaders,
  },
  fields: [
    {
      name: 'texts',
      // Payload keeps tables of its own called …_texts.
      dbName: 'image_wordings',
      ...inEachLanguage,
      fields: [
        languageField(),
        { name: 'alt', type: 'text', label: label('alt'), maxLength: 500 },
        { name: 'caption', type: 'textarea', label: label('caption'), maxLength: 1000 },
      ],
    },
    { name: 'credit', type: 'text', label: label('credit'), maxLength: 200 },
    { name: 'copyright', type: 'text', label: label('copyright'), maxLength: 300 },
    { name: 'licence', type: 'text', label: label('licence'), maxLength: 500 },
    { name: 'cleared', type: 'checkbox', label: label('cleared'), defaultValue: false },
    // SHA-256 of the original, hex; found by the server.
    {
      name: 'sha256',
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: unseen,
    },
    ...systemFields('image'),
  ],
  hooks: deskHooks('image', [checkUpload(imageTypes)]),
  endpoints: deskEndpoints('image'),
})

import type { CollectionConfig } from 'payload'
import { has, knowing, knowingVersions } from '../src/desk/access.ts'
import { mayChange, mayDelete } from '../src/desk/document-access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { label } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField, languagesField } from './fields/language.ts'
import { systemFields } from './fields/system.ts'

/** Whom journalists call. */
export const contacts: CollectionConfig = {
  slug: 'contacts',
  labels: { singular: label('contact'), plural: label('contacts') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'organisation', 'state', 'lies', 'updatedAt'],
    group: label('groupParts'),
    components: deskComponents('contact'),
  },
  access: {
    create: has('editor'),
    read: knowing('files', 'id'),
    update: mayChange('contact', 'editor'),
    delete: mayDelete('contact'),
    readVersions: knowingVersions('files', 'parent'),
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 200 },
    {
      name: 'texts',
      // Payload keeps tables of its own called …_texts.
      dbName: 'contact_wordings',
      ...inEachLanguage,
      fields: [
        languageField(),
        { name: 'title', type: 'text', label: label('title'), maxLength: 200 },
        { name: 'note', type: 'text', label: label('note'), maxLength: 500 },
      ],
    },
    { name: 'organisation', type: 'text', label: label('organisation'), maxLength: 200 },
    { name: 'email', type: 'email', label: label('email') },
    { name: 'telephone', type: 'text', label: label('telephone'), maxLength: 50 },
    {
      name: 'telephoneAfterHours',
      type: 'text',
      label: label('telephoneAfterHours'),
      maxLength: 50,
    },
    languagesField('languages'),
    ...systemFields('contact'),
  ],
  hooks: deskHooks('contact'),
  endpoints: deskEndpoints('contact'),
}

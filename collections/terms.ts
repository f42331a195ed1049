import type { CollectionConfig } from 'payload'
import { has, staff } from '../src/desk/access.ts'
import { mayChange, mayDelete } from '../src/desk/document-access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { formsField, nameFromForms } from '../src/desk/term-fields.ts'
import { label, options } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { termEndpoints } from '../src/exchange/terms/endpoints.ts'
import { termKinds } from '../src/language/term-base.ts'
import { day } from './fields/dates.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField } from './fields/language.ts'
import { systemFields, unseen } from './fields/system.ts'

/** Names, titles and phrases as they are written in each language. Nothing of it is public. */
export const terms: CollectionConfig = {
  slug: 'terms',
  labels: { singular: label('term'), plural: label('terms') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'state', 'lies', 'validUntil', 'updatedAt'],
    listSearchableFields: ['name', 'forms.form'],
    group: label('groupParts'),
    components: {
      ...deskComponents('term'),
      beforeListTable: ['/src/admin/term-tools.tsx#TermTools'],
    },
  },
  access: {
    create: has('editor', 'translator'),
    read: staff,
    update: mayChange('term', 'editor', 'translator'),
    delete: mayDelete('term'),
    readVersions: staff,
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  fields: [
    // By what lists and the timeline call it: the first of its forms.
    {
      name: 'name',
      type: 'text',
      label: label('term'),
      admin: { ...unseen, disableListColumn: false, disableListFilter: false },
      hooks: { beforeChange: [nameFromForms] },
    },
    {
      name: 'kind',
      type: 'select',
      label: label('kind'),
      required: true,
      defaultValue: 'phrase',
      options: options('term', termKinds),
    },
    {
      name: 'forms',
      ...inEachLanguage,
      minRows: 1,
      fields: [
        { type: 'row', fields: [languageField(), formsField('form')] },
        { type: 'row', fields: [formsField('also'), formsField('forbidden')] },
      ],
    },
    {
      name: 'note',
      type: 'textarea',
      label: label('note'),
      maxLength: 2000,
      admin: { description: label('termNoteHelp') },
    },
    {
      name: 'source',
      type: 'text',
      label: label('termSource'),
      maxLength: 500,
      admin: { description: label('termSourceHelp') },
    },
    {
      type: 'row',
      fields: [
        { name: 'validFrom', type: 'date', label: label('validFrom'), admin: { date: day } },
        {
          name: 'validUntil',
          type: 'date',
          label: label('validUntil'),
          admin: { date: day, description: label('validHelp') },
        },
      ],
    },
    ...systemFields('term'),
  ],
  hooks: deskHooks('term'),
  endpoints: [...termEndpoints, ...deskEndpoints('term')],
}

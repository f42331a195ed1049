import type { CollectionConfig } from 'payload'
import { has, staff } from '../src/desk/access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { label, options } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { releaseKinds } from '../src/workflow/states.ts'
import { bodyField } from './fields/body.ts'
import { languageField } from './fields/language.ts'
import { provenanceFields, systemFields } from './fields/system.ts'

/** The original text of one communication, in one language. */
export const releases: CollectionConfig = {
  slug: 'releases',
  labels: { singular: label('release'), plural: label('releases') },
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', 'language', 'state', 'holder', 'kind', 'updatedAt'],
    listSearchableFields: ['headline', 'lead'],
    group: label('groupTexts'),
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
  defaultSort: '-updatedAt',
  fields: [
    { ...languageField(), admin: { width: '50%' } },
    {
      name: 'kind',
      type: 'select',
      label: label('kind'),
      required: true,
      defaultValue: 'press-release',
      options: options('kind', releaseKinds),
    },
    { name: 'headline', type: 'text', label: label('headline'), required: true, maxLength: 500 },
    { name: 'lead', type: 'textarea', label: label('lead'), maxLength: 4000 },
    {
      type: 'row',
      fields: [
        { name: 'datelinePlace', type: 'text', label: label('datelinePlace'), maxLength: 200 },
        {
          name: 'datelineDate',
          type: 'date',
          label: label('datelineDate'),
          admin: { date: { pickerAppearance: 'dayOnly' } },
        },
      ],
    },
    bodyField(),
    {
      type: 'row',
      fields: [
        { name: 'sourceLabel', type: 'text', label: label('sourceLabel'), maxLength: 300 },
        { name: 'sourceUrl', type: 'text', label: label('sourceUrl'), maxLength: 2000 },
      ],
    },
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: label('topics'),
    },
    {
      name: 'images',
      type: 'relationship',
      relationTo: 'images',
      hasMany: true,
      label: label('images'),
      admin: { isSortable: true },
    },
    {
      name: 'documents',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      label: label('documents'),
      admin: { isSortable: true },
    },
    {
      name: 'contacts',
      type: 'relationship',
      relationTo: 'contacts',
      hasMany: true,
      label: label('contacts'),
      admin: { isSortable: true },
    },
    {
      name: 'embargo',
      type: 'date',
      label: label('embargo'),
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'about', type: 'checkbox', label: label('about'), defaultValue: true },
    ...provenanceFields(),
    ...systemFields(['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn']),
  ],
  hooks: deskHooks('release'),
  endpoints: deskEndpoints('release'),
}

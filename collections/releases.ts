import type { CollectionConfig } from 'payload'
import { has, knowing, knowingVersions } from '../src/desk/access.ts'
import { mayChange, mayDelete } from '../src/desk/document-access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { importEndpoint } from '../src/exchange/import-endpoint.ts'
import { startEndpoint } from '../src/exchange/start-endpoint.ts'
import { label, options } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { releaseKinds } from '../src/workflow/states.ts'
import { beside } from './fields/beside.ts'
import { bodyField } from './fields/body.ts'
import { day, minute } from './fields/dates.ts'
import { languageField } from './fields/language.ts'
import {
  agingFields,
  agingIndexes,
  deskIndexes,
  provenanceFields,
  recheckField,
  recheckIndex,
  systemFields,
} from './fields/system.ts'
import { addTerm, checks, writing } from './fields/writing.ts'

/** The original text of one communication, in one language. */
export const releases: CollectionConfig = {
  slug: 'releases',
  labels: { singular: label('release'), plural: label('releases') },
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', 'language', 'state', 'lies', 'kind', 'reviewBy', 'updatedAt'],
    listSearchableFields: ['headline', 'lead'],
    group: label('groupTexts'),
    components: deskComponents('release'),
  },
  access: {
    create: has('editor'),
    read: knowing('texts', 'id'),
    update: mayChange('release', 'editor'),
    delete: mayDelete('release'),
    readVersions: knowingVersions('texts', 'parent'),
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableBulkEdit: true,
  disableBulkDelete: true,
  defaultSort: '-updatedAt',
  indexes: [...deskIndexes, ...agingIndexes, recheckIndex],
  fields: [
    writing('release'),
    checks('release'),
    addTerm('release'),
    beside(languageField()),
    beside({
      name: 'kind',
      type: 'select',
      label: label('kind'),
      required: true,
      defaultValue: 'press-release',
      options: options('kind', releaseKinds),
    }),
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
          admin: { date: day },
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
    beside({
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: label('topics'),
    }),
    beside({
      name: 'images',
      type: 'relationship',
      relationTo: 'images',
      hasMany: true,
      label: label('images'),
      admin: { isSortable: true },
    }),
    beside({
      name: 'documents',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      label: label('documents'),
      admin: { isSortable: true },
    }),
    beside({
      name: 'contacts',
      type: 'relationship',
      relationTo: 'contacts',
      hasMany: true,
      label: label('contacts'),
      admin: { isSortable: true },
    }),
    beside({
      name: 'embargo',
      type: 'date',
      label: label('embargo'),
      index: true,
      admin: { date: minute },
    }),
    beside({
      name: 'boilerplate',
      type: 'relationship',
      relationTo: 'standing-paragraphs',
      hasMany: true,
      label: label('boilerplate'),
      admin: { isSortable: true, description: label('standingAtEnd') },
    }),
    beside({
      name: 'reviewBy',
      type: 'date',
      label: label('reviewBy'),
      admin: {
        date: day,
        description: label('reviewByHelp'),
        components: { Cell: '/src/admin/cells.tsx#ReviewByCell' },
      },
    }),
    beside({
      name: 'endsAt',
      type: 'date',
      label: label('endsAt'),
      admin: { date: minute, description: label('endsAtHelp') },
    }),
    beside({ name: 'about', type: 'checkbox', label: label('about'), defaultValue: true }),
    ...provenanceFields(),
    ...agingFields(),
    recheckField(),
    ...systemFields('release'),
  ],
  hooks: deskHooks('release'),
  endpoints: [importEndpoint, startEndpoint, ...deskEndpoints('release')],
}

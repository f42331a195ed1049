import type { CollectionConfig } from 'payload'
import { has, knowing, knowingVersions } from '../src/desk/access.ts'
import { mayChange, mayDelete } from '../src/desk/document-access.ts'
import { deskEndpoints } from '../src/desk/endpoints.ts'
import { deskHooks } from '../src/desk/hooks.ts'
import { xliffEndpoints } from '../src/exchange/xliff/endpoints.ts'
import { label } from '../src/admin/words/label.ts'
import { deskComponents } from '../src/admin/components.ts'
import { beside } from './fields/beside.ts'
import { bodyField } from './fields/body.ts'
import { day } from './fields/dates.ts'
import { languageField } from './fields/language.ts'
import {
  confirmedField,
  deskIndexes,
  provenanceFields,
  recheckField,
  recheckIndex,
  systemFields,
  unseen,
} from './fields/system.ts'
import { addTerm, checks, writing } from './fields/writing.ts'

/** A release in another language. Pictures, contacts, documents, kind and dates are the release's own. */
export const translations: CollectionConfig = {
  slug: 'translations',
  labels: { singular: label('translation'), plural: label('translations') },
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', 'language', 'state', 'lies', 'release', 'updatedAt'],
    listSearchableFields: ['headline', 'lead'],
    group: label('groupTexts'),
    components: deskComponents('translation'),
  },
  access: {
    create: has('translator', 'editor'),
    read: knowing('texts', 'release'),
    update: mayChange('translation', 'translator', 'editor'),
    delete: mayDelete('translation'),
    readVersions: knowingVersions('texts', 'version.release'),
  },
  versions: { maxPerDoc: 0 },
  lockDocuments: false,
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  defaultSort: '-updatedAt',
  indexes: [
    { fields: ['release', 'language'], unique: true },
    { fields: ['translator', 'state', 'updatedAt'] },
    // What is overdue in the language matrix.
    { fields: ['dueOn', 'state'] },
    ...deskIndexes,
    recheckIndex,
  ],
  fields: [
    writing('translation'),
    checks('translation'),
    addTerm('translation'),
    beside({
      name: 'release',
      type: 'relationship',
      relationTo: 'releases',
      label: label('release'),
      required: true,
      index: true,
      admin: { components: { Cell: '/src/admin/cells.tsx#ReleaseCell' } },
    }),
    beside(languageField()),
    { name: 'headline', type: 'text', label: label('headline'), required: true, maxLength: 500 },
    { name: 'lead', type: 'textarea', label: label('lead'), maxLength: 4000 },
    { name: 'datelinePlace', type: 'text', label: label('datelinePlace'), maxLength: 200 },
    bodyField(),
    { name: 'sourceLabel', type: 'text', label: label('sourceLabel'), maxLength: 300 },
    beside({
      name: 'translator',
      type: 'relationship',
      relationTo: 'users',
      label: label('translator'),
    }),
    beside({
      name: 'dueOn',
      type: 'date',
      label: label('dueOn'),
      admin: { date: day, description: label('dueOnHelp') },
    }),
    // Fingerprint of the release's text that the translator last confirmed.
    {
      name: 'madeFrom',
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: unseen,
    },
    confirmedField(),
    ...provenanceFields(),
    recheckField(),
    ...systemFields('translation'),
  ],
  hooks: deskHooks('translation'),
  endpoints: [...xliffEndpoints, ...deskEndpoints('translation')],
}

import type { CollectionConfig } from 'payload'
import { label, options } from '../src/admin/words/label.ts'
import { refuseBulk } from '../src/desk/shut.ts'
import { templateEndpoint } from '../src/exchange/start-endpoint.ts'
import { releaseKinds } from '../src/workflow/states.ts'
import { beside } from './fields/beside.ts'
import { bodyField } from './fields/body.ts'
import { languageField } from './fields/language.ts'
import { setting } from './fields/setting.ts'

const many = (name: 'topics' | 'images' | 'documents' | 'contacts' | 'boilerplate') =>
  beside({
    name,
    type: 'relationship',
    relationTo: name === 'boilerplate' ? 'standing-paragraphs' : name,
    hasMany: true,
    label: label(name),
  })

/** What releases of a kind are begun with. In double braces stands what has to be filled in before submission. */
export const templates: CollectionConfig = {
  ...setting,
  slug: 'templates',
  labels: { singular: label('template'), plural: label('templates') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'language', 'kind', 'archived', 'updatedAt'],
    group: label('groupSettings'),
    hideAPIURL: true,
  },
  defaultSort: 'name',
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 200 },
    beside(languageField()),
    beside({
      name: 'kind',
      type: 'select',
      label: label('kind'),
      required: true,
      defaultValue: 'press-release',
      options: options('kind', releaseKinds),
    }),
    {
      name: 'headline',
      type: 'text',
      label: label('headline'),
      maxLength: 500,
      admin: { description: label('templateHelp') },
    },
    { name: 'lead', type: 'textarea', label: label('lead'), maxLength: 4000 },
    { name: 'datelinePlace', type: 'text', label: label('datelinePlace'), maxLength: 200 },
    bodyField(),
    { name: 'sourceLabel', type: 'text', label: label('sourceLabel'), maxLength: 300 },
    { name: 'sourceUrl', type: 'text', label: label('sourceUrl'), maxLength: 2000 },
    many('topics'),
    many('images'),
    many('documents'),
    many('contacts'),
    many('boilerplate'),
    beside({ name: 'about', type: 'checkbox', label: label('about'), defaultValue: true }),
    beside({
      name: 'archived',
      type: 'checkbox',
      label: label('templateArchived'),
      defaultValue: false,
    }),
  ],
  endpoints: [templateEndpoint, ...refuseBulk],
}

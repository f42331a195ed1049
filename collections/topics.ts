import type { CollectionConfig } from 'payload'
import { raisePressRevision } from '../src/desk/press-revision.ts'
import { refuseBulk } from '../src/desk/shut.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField } from './fields/language.ts'
import { setting } from './fields/setting.ts'
import { label } from '../src/admin/words/label.ts'

/** What releases are about. The press room shows a topic's name in the language of the page. */
export const topics: CollectionConfig = {
  ...setting,
  slug: 'topics',
  labels: { singular: label('topic'), plural: label('topics') },
  admin: { useAsTitle: 'slug', group: label('groupSettings') },
  disableDuplicate: true,
  fields: [
    {
      name: 'slug',
      type: 'text',
      label: label('slug'),
      required: true,
      unique: true,
      validate: (value: unknown) =>
        typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
          ? true
          : 'Use small letters a–z, digits and single hyphens.',
    },
    {
      name: 'names',
      ...inEachLanguage,
      minRows: 1,
      fields: [
        languageField(),
        { name: 'name', type: 'text', label: label('name'), required: true },
      ],
    },
  ],
  hooks: { afterChange: [raisePressRevision], afterDelete: [raisePressRevision] },
  endpoints: refuseBulk,
}

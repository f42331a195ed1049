import type { CollectionConfig } from 'payload'
import { label } from '../src/admin/words/label.ts'
import { refuseBulk } from '../src/desk/shut.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField } from './fields/language.ts'
import { setting } from './fields/setting.ts'

/**
 * Paragraphs that many texts end with, kept once: whoever approves a text approves it with their present words, and
 * other words end the approval (decision 026).
 */
export const standingParagraphs: CollectionConfig = {
  ...setting,
  slug: 'standing-paragraphs',
  labels: { singular: label('standingParagraph'), plural: label('boilerplate') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'updatedAt'],
    group: label('groupSettings'),
    hideAPIURL: true,
  },
  disableDuplicate: true,
  defaultSort: 'name',
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 200 },
    {
      name: 'wordings',
      ...inEachLanguage,
      minRows: 1,
      fields: [
        languageField(),
        {
          name: 'words',
          type: 'textarea',
          label: label('body'),
          required: true,
          maxLength: 4000,
          admin: { description: label('standingHelp') },
        },
      ],
    },
  ],
  endpoints: refuseBulk,
}

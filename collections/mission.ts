import type { GlobalConfig } from 'payload'
import { has, staff } from '../src/desk/access.ts'
import { raisePressRevision } from '../src/desk/press-revision.ts'
import { soundGlobalParts } from '../src/desk/sound-parts.ts'
import { label, options } from '../src/admin/words/label.ts'
import { readableColour, timeZone } from '../src/desk/validate-mission.ts'
import { roles } from '../src/workflow/states.ts'
import { inEachLanguage } from './fields/in-each-language.ts'
import { languageField, languagesField } from './fields/language.ts'

/** The embassy that runs this installation. */
export const mission: GlobalConfig = {
  slug: 'mission',
  label: label('mission'),
  admin: { group: label('groupSettings') },
  access: { read: staff, readVersions: staff, update: has('administrator') },
  lockDocuments: false,
  versions: { max: 0 },
  fields: [
    {
      name: 'names',
      ...inEachLanguage,
      fields: [
        languageField(),
        { name: 'name', type: 'text', label: label('name'), required: true },
        { name: 'about', type: 'textarea', label: label('aboutText') },
      ],
    },
    { ...languagesField('languages'), required: true, defaultValue: ['en'] },
    {
      ...languageField(),
      name: 'defaultLanguage',
      label: label('defaultLanguage'),
      defaultValue: 'en',
    },
    { name: 'address', type: 'textarea', label: label('address') },
    {
      name: 'timeZonePost',
      type: 'text',
      label: label('timeZonePost'),
      defaultValue: 'UTC',
      validate: timeZone,
    },
    {
      name: 'timeZoneCapital',
      type: 'text',
      label: label('timeZoneCapital'),
      defaultValue: 'UTC',
      validate: timeZone,
    },
    {
      name: 'colour',
      type: 'text',
      label: label('colour'),
      defaultValue: '#1f4e79',
      validate: readableColour,
    },
    {
      name: 'secondFactorFor',
      type: 'select',
      label: label('secondFactorFor'),
      hasMany: true,
      options: options('role', roles),
      admin: { description: label('secondFactorForHelp') },
    },
    {
      name: 'countsReaders',
      type: 'checkbox',
      label: label('countsReaders'),
      defaultValue: true,
      admin: { description: label('countsReadersHelp') },
    },
    { name: 'logo', type: 'relationship', relationTo: 'images', label: label('logo') },
  ],
  hooks: { beforeChange: [soundGlobalParts], afterChange: [raisePressRevision] },
}

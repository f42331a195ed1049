import type { CollectionConfig, Field } from 'payload'
import { has, nobody, rolesOf, staff } from '../src/desk/access.ts'
import { accountEndpoints } from '../src/desk/accounts/endpoints.ts'
import { sessionStrategy } from '../src/desk/accounts/sessions.ts'
import { oneAccountAtATime } from '../src/desk/accounts/shut.ts'
import { refuseBulk, refuseFirstRegister, refuseSignIns } from '../src/desk/shut.ts'
import { label, options } from '../src/admin/words/label.ts'
import { mailChoices } from '../src/workflow/mails.ts'
import { spokenLanguages } from '../src/admin/words/words.ts'
import { languages } from '../src/language/languages.ts'
import { roles } from '../src/workflow/states.ts'
import { languagesField } from './fields/language.ts'

/** Kept by accounts of before there were `credentials`, and emptied when they are taken over. */
const former = (name: string): Field => ({
  name,
  type: 'text',
  hidden: true,
  access: { create: () => false, read: () => false, update: () => false },
})

/** People with an account at this desk. How they sign in is kept in `credentials`. */
export const users = (secureCookies: boolean): CollectionConfig => ({
  slug: 'users',
  labels: { singular: label('user'), plural: label('users') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'writes', 'reviews', 'signsIn'],
    group: label('groupSettings'),
    hideAPIURL: true,
  },
  auth: {
    // Payload's own ways to sign in know no second factor, and write whole accounts while they do.
    disableLocalStrategy: true,
    strategies: [sessionStrategy],
    useSessions: false,
    cookies: { secure: secureCookies, sameSite: 'Strict' },
  },
  access: {
    admin: ({ req }) => rolesOf(req).length > 0,
    create: has('administrator'),
    read: staff,
    update: ({ req, id }) =>
      rolesOf(req).includes('administrator') ||
      (rolesOf(req).length > 0 && req.user !== null && req.user?.id === id),
    // People leave; their names stay in the timeline.
    delete: nobody,
  },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'signsIn',
      type: 'ui',
      label: label('accountStatus'),
      admin: {
        components: {
          Field: '/src/admin/account-panel.tsx#AccountPanel',
          Cell: '/src/admin/account-panel.tsx#AccountCell',
        },
      },
    },
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 200 },
    {
      // Closed to colleagues: they need a name, not an address.
      name: 'email',
      type: 'email',
      label: label('email'),
      required: true,
      unique: true,
      access: {
        read: ({ req, id }) =>
          rolesOf(req).includes('administrator') || (req.user !== null && req.user?.id === id),
        // Whoever could choose an address would learn from "already taken" that somebody has it.
        update: has('administrator') as never,
      },
    },
    {
      name: 'roles',
      type: 'select',
      label: label('roles'),
      hasMany: true,
      required: true,
      options: options('role', roles),
      access: { create: has('administrator') as never, update: has('administrator') as never },
    },
    {
      name: 'mailed',
      type: 'select',
      label: label('mailed'),
      defaultValue: 'at-once',
      options: options('mailed', mailChoices),
      admin: { description: label('mailedHelp'), disableListColumn: true },
    },
    {
      ...languagesField('writes'),
      access: { create: has('administrator') as never, update: has('administrator') as never },
    },
    {
      ...languagesField('reviews'),
      access: { create: has('administrator') as never, update: has('administrator') as never },
    },
    {
      // Of the invitation; afterwards it is the language that they sign in with.
      name: 'language',
      type: 'select',
      label: label('mailLanguage'),
      virtual: true,
      options: spokenLanguages.map((value) => ({ value, label: languages[value].name })),
      admin: {
        condition: (_data, _sibling, { operation }) => operation === 'create',
        readOnly: false,
        disableListColumn: true,
        disableListFilter: true,
      },
    },
    former('hash'),
    former('salt'),
  ],
  hooks: { beforeOperation: [oneAccountAtATime] },
  endpoints: [...accountEndpoints, refuseFirstRegister, ...refuseSignIns, ...refuseBulk],
})

import type { CollectionConfig } from 'payload'
import { has, nobody, rolesOf, staff } from '../src/desk/access.ts'
import {
  checkPassword,
  hideLock,
  oneAccountAtATime,
  sameWorkForEverybody,
} from '../src/desk/accounts.ts'
import { refuseBulk, refuseFirstRegister, refuseVerification } from '../src/desk/shut.ts'
import { label, options } from '../src/admin/words/label.ts'
import { mailChoices } from '../src/workflow/mails.ts'
import { roles } from '../src/workflow/states.ts'
import { languagesField } from './fields/language.ts'

/** People with an account at this desk. */
export const users = (secureCookies: boolean): CollectionConfig => ({
  slug: 'users',
  labels: { singular: label('user'), plural: label('users') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'writes', 'reviews'],
    group: label('groupSettings'),
  },
  auth: {
    tokenExpiration: 60 * 60 * 8,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    useSessions: true,
    cookies: { secure: secureCookies, sameSite: 'Strict' },
  },
  access: {
    admin: ({ req }) => rolesOf(req).length > 0,
    create: has('administrator'),
    read: staff,
    update: ({ req, id }) =>
      rolesOf(req).includes('administrator') || (req.user !== null && req.user?.id === id),
    // People leave; their names stay in the timeline.
    delete: nobody,
    unlock: has('administrator'),
  },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 200 },
    {
      // Payload's own field, closed to colleagues: they need a name, not an address.
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
      saveToJWT: true,
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
  ],
  hooks: {
    beforeOperation: [checkPassword, oneAccountAtATime, sameWorkForEverybody],
    afterError: [hideLock],
  },
  endpoints: [refuseFirstRegister, refuseVerification, ...refuseBulk],
})

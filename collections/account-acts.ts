import type { CollectionConfig } from 'payload'
import { has, nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { accountActs } from '../src/desk/accounts/acts.ts'
import { label, options } from '../src/admin/words/label.ts'

/** What was done to accounts, by whom and why. Written by `src/desk/accounts/` only; administrators read it. */
export const accountActsLog: CollectionConfig = {
  slug: 'account-acts',
  labels: { singular: label('accountAct'), plural: label('accountActs') },
  admin: {
    useAsTitle: 'what',
    defaultColumns: ['at', 'what', 'personName', 'actorName', 'reason'],
    group: label('groupRecords'),
    hidden: ({ user }) => !user?.roles.includes('administrator'),
  },
  access: { create: nobody, read: has('administrator'), update: nobody, delete: nobody },
  defaultSort: '-at',
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    // The same for both who complete one act.
    { name: 'key', type: 'text', required: true, unique: true, hidden: true },
    { name: 'at', type: 'date', label: label('at'), required: true, index: true },
    {
      name: 'what',
      type: 'select',
      label: label('what'),
      required: true,
      options: options('account', accountActs),
    },
    { name: 'person', type: 'text', required: true, index: true, hidden: true },
    { name: 'personName', type: 'text', label: label('user') },
    { name: 'actor', type: 'text', hidden: true },
    { name: 'actorName', type: 'text', label: label('actorName') },
    { name: 'reason', type: 'textarea', label: label('openItemReason') },
    { name: 'detail', type: 'textarea', label: label('change') },
  ],
  hooks: neverChanged('account-acts'),
}

import type { CollectionConfig, Field } from 'payload'
import { label, options } from '../src/admin/words/label.ts'
import { has, knowing, nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { outboxEndpoints } from '../src/desk/outbox/endpoints.ts'
import { mailStates, owedKinds } from '../src/desk/outbox/rows.ts'

const internal = (name: string, type: 'text' | 'textarea' | 'date', more = {}): Field =>
  ({
    name,
    type,
    hidden: true,
    access: { create: () => false, read: () => false, update: () => false },
    ...more,
  }) as Field

/**
 * Mails that are owed, and what became of them. Written with the act that they tell of, and sent by `src/desk/outbox/`.
 * An administrator sees that a mail waits or has failed, and nothing of what it says.
 */
export const outbox: CollectionConfig = {
  slug: 'outbox',
  labels: { singular: label('outgoingMail'), plural: label('outgoingMails') },
  admin: {
    useAsTitle: 'receiverName',
    defaultColumns: ['what', 'receiverName', 'state', 'attempts', 'dueAt', 'problem'],
    group: label('groupRecords'),
    hideAPIURL: true,
    hidden: ({ user }) => !(user as { roles?: string[] } | null)?.roles?.includes('administrator'),
  },
  access: {
    create: nobody,
    read: knowing('records', 'family', has('administrator')),
    update: nobody,
    delete: nobody,
  },
  defaultSort: '-dueAt',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['state', 'dueAt'] }],
  fields: [
    {
      name: 'again',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/outgoing-mail.tsx#OutgoingMail' },
        disableListColumn: true,
      },
    },
    {
      name: 'what',
      type: 'select',
      label: label('what'),
      required: true,
      options: options('owed', owedKinds),
    },
    { name: 'receiver', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'receiverName', type: 'text', label: label('mailReceiver') },
    {
      name: 'state',
      type: 'select',
      label: label('state'),
      required: true,
      options: options('mail', mailStates),
    },
    { name: 'attempts', type: 'number', label: label('mailAttempts'), defaultValue: 0 },
    {
      name: 'dueAt',
      type: 'date',
      label: label('mailDueAt'),
      required: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'problem', type: 'text', label: label('mailProblem') },
    // Of what it tells of; empty for a mail about an account.
    internal('family', 'text', { index: true, defaultValue: '' }),
    // One for each act and receiver: no act mails twice.
    internal('key', 'text', { required: true, unique: true }),
    // What it tells of, as JSON; emptied once it was sent.
    internal('facts', 'textarea'),
    internal('lease', 'date'),
    internal('sentAt', 'date'),
  ],
  hooks: neverChanged('outbox'),
  endpoints: outboxEndpoints,
}

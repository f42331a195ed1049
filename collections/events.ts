import type { CollectionConfig } from 'payload'
import { knowing } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { label } from '../src/admin/words/label.ts'
import { minute } from './fields/dates.ts'
import { unseen } from './fields/system.ts'
import { typeOptions } from './fields/type.ts'

/** The timeline: who did what to which text, in one hash chain per family. Written by `src/desk/timeline.ts` only. */
export const events: CollectionConfig = {
  slug: 'events',
  labels: { singular: label('event'), plural: label('events') },
  admin: {
    useAsTitle: 'what',
    defaultColumns: ['at', 'what', 'actorName', 'from', 'to', 'note'],
    group: label('groupRecords'),
  },
  access: {
    create: () => false,
    read: knowing('records', 'family'),
    update: () => false,
    delete: () => false,
  },
  defaultSort: '-at',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['family', 'number'], unique: true }],
  fields: [
    { name: 'family', type: 'text', label: label('family'), required: true, index: true },
    // 1, 2, 3 … within the family; no gap.
    { name: 'number', type: 'number', label: label('number'), required: true },
    { name: 'subject', type: 'text', label: label('subject'), required: true, index: true },
    { name: 'of', type: 'select', label: label('type'), required: true, options: typeOptions },
    {
      // An action, or `create`, `change`, `restore`, `delete`, `import`, `note`, `reply`, `resolve-note`,
      // `reopen-note`, `make-link`, `open-link`, `revoke-link`.
      name: 'what',
      type: 'text',
      label: label('what'),
      required: true,
      admin: { components: { Cell: '/src/admin/cells.tsx#WhatCell' } },
    },
    { name: 'actor', type: 'text', label: label('actor') },
    { name: 'actorName', type: 'text', label: label('actorName') },
    {
      name: 'at',
      type: 'date',
      label: label('at'),
      required: true,
      index: true,
      admin: { date: minute },
    },
    {
      name: 'from',
      type: 'text',
      label: label('from'),
      admin: { components: { Cell: '/src/admin/cells.tsx#PastStateCell' } },
    },
    {
      name: 'to',
      type: 'text',
      label: label('to'),
      admin: { components: { Cell: '/src/admin/cells.tsx#PastStateCell' } },
    },
    { name: 'note', type: 'textarea', label: label('note') },
    // The subject's revision after the event.
    { name: 'revision', type: 'number', label: label('revision'), required: true },
    { name: 'fingerprintBefore', type: 'text', label: label('fingerprintBefore') },
    { name: 'fingerprintAfter', type: 'text', label: label('fingerprintAfter') },
    { name: 'edition', type: 'number', label: label('edition') },
    // Which act on which note or link; empty where the revision was raised.
    { name: 'step', type: 'text', admin: unseen },
    // One act is recorded once, however often it is repeated after a crash.
    { name: 'act', type: 'text', label: label('act'), required: true, unique: true },
    { name: 'previousHash', type: 'text', label: label('previousHash'), required: true },
    { name: 'hash', type: 'text', label: label('hash'), required: true },
  ],
  hooks: neverChanged('events'),
}

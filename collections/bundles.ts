import type { CollectionConfig, Condition, Field } from 'payload'
import { label, options } from '../src/admin/words/label.ts'
import { has, knowing, nobody } from '../src/desk/access.ts'
import { bundleEndpoints } from '../src/desk/bundle-endpoints.ts'
import { bundleHooks } from '../src/desk/bundle-hooks.ts'
import { bundleStates } from '../src/workflow/states.ts'

const never = (): boolean => false
const closed = { create: never, update: never }
/** A column of the list, and no field of the form. */
const listed = { hidden: true }
const unseen = { hidden: true, disableListColumn: true, disableListFilter: true }

/** What is chosen once; afterwards the view tells of it. */
const whileMade: Condition = (_data, _siblings, { operation }) => operation === 'create'

/** Written by `src/desk/bundle-acts.ts` only. */
function kept(name: string, type: 'text' | 'textarea' | 'number' | 'date', more = {}): Field {
  return { name, type, access: closed, admin: unseen, ...more } as Field
}
const internal = (name: string, type: 'textarea' | 'number' | 'date', more = {}): Field =>
  kept(name, type, { hidden: true, access: { ...closed, read: never }, ...more })

/**
 * Texts that go out together or not at all. Which they are is chosen once; who wants others makes another bundle. What
 * is done with it are its actions.
 */
export const bundles: CollectionConfig = {
  slug: 'bundles',
  labels: { singular: label('bundle'), plural: label('bundles') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'scheduledFor', 'createdByName', 'updatedAt'],
    group: label('groupTexts'),
    hideAPIURL: true,
  },
  access: {
    create: has('editor', 'reviewer'),
    read: knowing('bundles', 'id'),
    update: nobody,
    delete: nobody,
  },
  defaultSort: '-updatedAt',
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'readiness',
      type: 'ui',
      label: label('bundle'),
      admin: {
        components: { Field: '/src/admin/bundle.tsx#Bundle' },
        disableListColumn: true,
      },
    },
    {
      name: 'title',
      type: 'text',
      label: label('title'),
      required: true,
      maxLength: 200,
      admin: { condition: whileMade },
    },
    {
      name: 'members',
      type: 'array',
      label: label('bundleTexts'),
      labels: { singular: label('bundleText'), plural: label('bundleTexts') },
      required: true,
      minRows: 2,
      maxRows: 50,
      admin: { condition: whileMade, disableListColumn: true, disableListFilter: true },
      fields: [
        {
          name: 'text',
          type: 'relationship',
          label: label('bundleText'),
          relationTo: ['releases', 'translations'],
          required: true,
          admin: { allowCreate: false, allowEdit: false },
        },
        {
          name: 'must',
          type: 'checkbox',
          label: label('bundleMust'),
          defaultValue: true,
          admin: { description: label('bundleMustHelp') },
        },
      ],
    },
    {
      name: 'state',
      type: 'select',
      label: label('state'),
      required: true,
      defaultValue: 'open',
      index: true,
      access: closed,
      options: options('bundle', bundleStates),
      admin: listed,
    },
    { name: 'revision', type: 'number', defaultValue: 0, access: closed, admin: unseen },
    {
      name: 'scheduledFor',
      type: 'date',
      label: label('setTime'),
      index: true,
      access: closed,
      admin: { ...listed, date: { pickerAppearance: 'dayAndTime' } },
    },
    kept('createdBy', 'text'),
    {
      name: 'createdByName',
      type: 'text',
      label: label('bundleBy'),
      access: closed,
      admin: listed,
    },
    // What came of the last step, text by text, as JSON: a `BundleOutcome`.
    kept('outcome', 'textarea'),
    // As on a desk document: 1 while a step is being finished.
    internal('busy', 'number', { defaultValue: 0, index: true }),
    internal('busySince', 'date'),
    internal('unfinished', 'textarea'),
  ],
  hooks: bundleHooks,
  endpoints: bundleEndpoints,
}

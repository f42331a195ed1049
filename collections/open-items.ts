import type { CollectionConfig, Field } from 'payload'
import { label, options } from '../src/admin/words/label.ts'
import { knowing, nobody } from '../src/desk/access.ts'
import { neverChanged } from '../src/desk/append-only.ts'
import { openItemKinds, openItemStates } from '../src/desk/open-items.ts'
import { openItemEndpoints } from '../src/exchange/open-item-endpoints.ts'

/** A column of the list, and no field of the form. */
const listed = { hidden: true }
const unseen = { hidden: true, disableListColumn: true, disableListFilter: true }

function kept(name: string, type: 'text' | 'textarea' | 'date', more = {}): Field {
  return { name, type, admin: unseen, ...more } as Field
}

/**
 * What somebody has to decide about a text: a newer version that waits beside it, or a source that cancelled it. Made
 * and settled by `src/desk/open-items.ts` and its callers only.
 */
export const openItems: CollectionConfig = {
  slug: 'open-items',
  labels: { singular: label('openItem'), plural: label('openItems') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'state', 'language', 'uri', 'version', 'raisedAt'],
    listSearchableFields: ['title', 'uri'],
    group: label('groupTexts'),
    hideAPIURL: true,
  },
  access: { create: nobody, read: knowing('texts', 'family'), update: nobody, delete: nobody },
  defaultSort: '-raisedAt',
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'comparison',
      type: 'ui',
      label: label('openItem'),
      admin: {
        components: { Field: '/src/admin/open-item.tsx#OpenItem' },
        disableListColumn: true,
      },
    },
    // Headline of the text when this was raised.
    { name: 'title', type: 'text', label: label('headline'), admin: listed },
    {
      name: 'kind',
      type: 'select',
      label: label('kind'),
      required: true,
      options: options('item', openItemKinds),
      admin: listed,
    },
    // `open`, or how it was settled.
    {
      name: 'state',
      type: 'select',
      label: label('state'),
      required: true,
      defaultValue: 'open',
      index: true,
      options: options('item', openItemStates),
      admin: listed,
    },
    { name: 'language', type: 'text', label: label('language'), admin: listed },
    // Id of the text that it is about.
    kept('subject', 'text', { required: true, index: true }),
    {
      name: 'of',
      type: 'select',
      required: true,
      options: ['release', 'translation'],
      admin: unseen,
    },
    kept('family', 'text', { required: true, index: true }),
    { name: 'uri', type: 'text', label: label('provenanceUri'), admin: listed },
    { name: 'version', type: 'text', label: label('provenanceVersion'), admin: listed },
    kept('versionAt', 'date'),
    // The item as it was read, as JSON: an `IncomingItem`.
    kept('item', 'textarea'),
    // Why the desk itself raised it, in a sentence.
    kept('reason', 'textarea'),
    {
      name: 'raisedAt',
      type: 'date',
      label: label('raisedAt'),
      required: true,
      index: true,
      admin: { ...listed, date: { pickerAppearance: 'dayAndTime' } },
    },
    kept('raisedBy', 'text'),
    kept('raisedByName', 'text'),
    {
      name: 'settledAt',
      type: 'date',
      label: label('settledAt'),
      admin: { ...listed, date: { pickerAppearance: 'dayAndTime' } },
    },
    kept('settledBy', 'text'),
    { name: 'settledByName', type: 'text', label: label('settledBy'), admin: listed },
    kept('note', 'textarea'),
    // Kind, text, source and version: the same version raises it once.
    kept('key', 'text', { required: true, unique: true }),
  ],
  hooks: neverChanged('open-items'),
  endpoints: openItemEndpoints,
}

import type { CompoundIndex, Field } from 'payload'
import { label, options } from '../../src/admin/words/label.ts'
import { type DeskType, isText, standings, states } from '../../src/workflow/states.ts'

const nobody = () => false
const closed = { create: nobody, update: nobody }

/** Kept by the workflow, never by a form: no request can set or read it. */
function internal(name: string, type: 'text' | 'textarea' | 'number' | 'date', extra = {}): Field {
  return { name, type, hidden: true, access: { ...closed, read: nobody }, ...extra } as Field
}

/** Not shown in forms, and no column or filter of a list. */
export const unseen = { hidden: true, disableListColumn: true, disableListFilter: true }

/** Kept by the workflow; people read it through the workflow bar and REST. */
function kept(name: string, type: 'text' | 'textarea' | 'number' | 'date', extra = {}): Field {
  return { name, type, access: closed, admin: unseen, ...extra } as Field
}

const textStates = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn']
const itemStates = ['draft', 'in-review', 'published', 'archived']

/**
 * What the workflow keeps on every desk document. All of it lies in the document's own row, so that one
 * conditional write decides who wins. `src/desk/` writes it; forms and REST can't.
 */
export function systemFields(type: DeskType): Field[] {
  const possible = isText(type) ? textStates : itemStates
  const cell = (name: string) => ({ path: `/src/admin/cells.tsx#${name}`, serverProps: { type } })
  return [
    {
      name: 'state',
      type: 'select',
      label: label('state'),
      required: true,
      defaultValue: 'draft',
      index: true,
      access: closed,
      options: options('state', states).filter(({ value }) => possible.includes(value)),
      admin: { hidden: true, components: { Cell: cell('StateCell') } },
    },
    {
      // Whom it lies with follows from the state, so it is no column of the database and can't be sorted by.
      name: 'lies',
      type: 'ui',
      label: label('holder'),
      admin: { components: { Cell: cell('HolderCell') } },
    },
    // Sent back by whoever saves, to say what they were looking at; the stored value is the workflow's.
    { name: 'revision', type: 'number', defaultValue: 0, admin: unseen },
    {
      name: 'standing',
      type: 'select',
      label: label('standing'),
      required: true,
      defaultValue: 'none',
      access: closed,
      options: options('standing', standings),
      admin: { hidden: true },
    },
    kept('holder', 'text'),
    // Id of that person. A draft waits on the desk of whoever changed it last.
    kept('heldBy', 'text'),
    kept('edition', 'number', { defaultValue: 0 }),
    kept('createdBy', 'text', { index: true }),
    kept('submittedBy', 'text'),
    kept('submittedAt', 'date'),
    kept('approvedBy', 'text'),
    kept('approvedAt', 'date'),
    kept('approvedFingerprint', 'text'),
    kept('scheduledFor', 'date', { index: true }),
    // What a scheduled correction will say of itself, as JSON: `{ change, publicNote }`.
    kept('scheduledAs', 'textarea'),
    // Id of the bundle that it is scheduled with: it goes out with that or not at all.
    kept('bundle', 'text'),
    kept('returnNote', 'textarea'),
    // Ids of everybody who changed the content since it was last approved, as a JSON array.
    kept('authors', 'textarea', { defaultValue: '[]' }),
    // What somebody published alone and nobody else has confirmed yet, as the JSON of an `Emergency`.
    kept('emergency', 'textarea'),
    // Signed exceptions, as a JSON array of `Waiver`.
    kept('waivers', 'textarea', { defaultValue: '[]' }),
    // 1 while an act on this row is being finished; `unfinished` then says which, so that a restart completes it.
    internal('busy', 'number', { defaultValue: 0, index: true }),
    internal('busySince', 'date'),
    internal('unfinished', 'textarea'),
  ]
}

/** What the desk of a person asks of a collection: whose drafts there are, and what comes back to whoever submitted it. */
export const deskIndexes: CompoundIndex[] = [
  { fields: ['heldBy', 'state', 'updatedAt'] },
  { fields: ['submittedBy', 'state'] },
]

/** A column and a filter of a list, but no field of the form. */
const listed = { hidden: true }

/** Where an imported text came from. Set by the import only. */
export function provenanceFields(): Field[] {
  return [
    kept('provenanceUri', 'text', { label: label('provenanceUri'), index: true, admin: listed }),
    kept('provenanceVersion', 'text', { label: label('provenanceVersion'), admin: listed }),
    kept('provenanceVersionAt', 'date'),
    kept('provenanceAt', 'date', { label: label('provenanceAt'), admin: listed }),
    kept('provenanceRevision', 'number'),
    // The address of the item, or a mark of its own: of two imports of one item at once, one makes a text.
    internal('originKey', 'text', { unique: true }),
  ]
}

/** What counts of a live release's age, kept beside the text: looking at it again changes no word of it (decision 025). */
export function agingFields(): Field[] {
  return [
    // Of the edition that the public reads. The day, at noon UTC, as pickers of days store it.
    kept('liveReviewBy', 'date'),
    kept('liveEndsAt', 'date'),
    // When somebody is to be reminded next.
    internal('remindAt', 'date'),
  ]
}

/** What the clock and the desk ask of live releases. */
export const agingIndexes: CompoundIndex[] = ['liveReviewBy', 'liveEndsAt', 'remindAt'].map(
  (field) => ({ fields: ['standing', field] }),
)

/** What of a translation was confirmed segment by segment, as the JSON of a `Confirmation[]`. Its own route reads and sets it. */
export const confirmedField = (): Field =>
  // It grows with the text: Payload would let no text of ten thousand words be saved.
  internal('confirmed', 'textarea', { maxLength: 20_000_000 })

/** When the requirements are to run over a live text again. */
export const recheckField = (): Field => internal('recheckAt', 'date')
export const recheckIndex: CompoundIndex = { fields: ['standing', 'recheckAt'] }

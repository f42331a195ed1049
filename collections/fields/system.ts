import type { Field } from 'payload'
import { label, options } from '../../src/admin/words/label.ts'
import { type State, standings, states } from '../../src/workflow/states.ts'

const nobody = () => false
const closed = { create: nobody, update: nobody }

/** Kept by the workflow, never by a form: no request can set or read it. */
function internal(name: string, type: 'text' | 'textarea' | 'number' | 'date', extra = {}): Field {
  return { name, type, hidden: true, access: { ...closed, read: nobody }, ...extra } as Field
}

/** Kept by the workflow; people read it. */
function kept(name: string, type: 'text' | 'textarea' | 'number' | 'date', extra = {}): Field {
  return { name, type, access: closed, admin: { hidden: true }, ...extra } as Field
}

/**
 * What the workflow keeps on every desk document. All of it lies in the document's own row, so that one
 * conditional write decides who wins. `src/desk/` writes it; forms and REST can't.
 */
export function systemFields(possible: readonly State[] = states): Field[] {
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
      admin: { hidden: true },
    },
    // Sent back by whoever saves, to say what they were looking at; the stored value is the workflow's.
    { name: 'revision', type: 'number', defaultValue: 0, admin: { hidden: true } },
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
    kept('holder', 'text', { label: label('holder') }),
    kept('edition', 'number', { defaultValue: 0 }),
    kept('createdBy', 'text', { index: true }),
    kept('submittedBy', 'text'),
    kept('submittedAt', 'date'),
    kept('approvedBy', 'text'),
    kept('approvedAt', 'date'),
    kept('approvedFingerprint', 'text'),
    kept('scheduledFor', 'date', { index: true }),
    kept('returnNote', 'textarea'),
    // Ids of everybody who changed the content since it was last approved, as a JSON array.
    kept('authors', 'textarea', { defaultValue: '[]' }),
    // Signed exceptions, as a JSON array of `Waiver`.
    kept('waivers', 'textarea', { defaultValue: '[]' }),
    // 1 while an act on this row is being finished; `unfinished` then says which, so that a restart completes it.
    internal('busy', 'number', { defaultValue: 0, index: true }),
    internal('busySince', 'date'),
    internal('unfinished', 'textarea'),
  ]
}

/** Where an imported text came from. Set by the import only. */
export function provenanceFields(): Field[] {
  return [
    kept('provenanceUri', 'text', { label: label('provenanceUri'), index: true }),
    kept('provenanceVersion', 'text', { label: label('provenanceVersion') }),
    kept('provenanceVersionAt', 'date'),
    kept('provenanceAt', 'date', { label: label('provenanceAt') }),
    kept('provenanceRevision', 'number'),
  ]
}

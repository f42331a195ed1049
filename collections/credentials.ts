import { unseenCollection } from './fields/unseen-collection.ts'

/**
 * How a person signs in, one row for each account, and whether they may. It holds nothing but columns of its own, so
 * that one conditional write decides between two who change it. Written by `src/desk/accounts/` only.
 */
export const credentials = unseenCollection('credentials', [
  // Id of the account.
  { name: 'person', type: 'text', required: true, unique: true },
  // Empty as long as somebody who was invited has chosen none.
  { name: 'passwordHash', type: 'text' },
  { name: 'passwordSalt', type: 'text' },
  { name: 'disabled', type: 'checkbox', required: true, defaultValue: false },
  // Raised by whatever ends all sessions; a session of an older one is over.
  { name: 'epoch', type: 'number', required: true, defaultValue: 0 },
  // Raised by every change.
  { name: 'revision', type: 'number', required: true, defaultValue: 0 },
  // The secret of the second factor, encrypted; empty without one. The other waits for its first code.
  { name: 'factor', type: 'text' },
  { name: 'factorOffered', type: 'text' },
  // The last time step whose code was accepted: no code counts twice.
  { name: 'lastStep', type: 'number', required: true, defaultValue: 0 },
  // SHA-256 of the recovery codes that are left, as a JSON array.
  { name: 'recovery', type: 'textarea' },
  // SHA-256 of the secret in the link that was mailed last, what it is for, and until when it counts.
  { name: 'linkHash', type: 'text', index: true },
  { name: 'linkFor', type: 'text' },
  { name: 'linkUntil', type: 'date' },
  // Of the mails to this person.
  { name: 'language', type: 'text' },
  // An act that is being completed, as the JSON of a `Plan`, and since when.
  { name: 'unfinished', type: 'textarea' },
  { name: 'busySince', type: 'date' },
])

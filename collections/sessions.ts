import { unseenCollection } from './fields/unseen-collection.ts'

/** Who is signed in, and where. Written by `src/desk/accounts/sessions.ts` only. */
export const sessions = unseenCollection('sessions', [
  // Id of the account.
  { name: 'person', type: 'text', required: true, index: true },
  // HMAC-SHA-256 of what the browser holds, keyed by PAYLOAD_SECRET.
  { name: 'secretHash', type: 'text', required: true, unique: true },
  // The epoch of the account when it began.
  { name: 'epoch', type: 'number', required: true },
  // Browser and system as they call themselves, in short. Network addresses aren't kept.
  { name: 'device', type: 'text' },
  { name: 'beganAt', type: 'date', required: true },
  { name: 'seenAt', type: 'date', required: true },
  { name: 'expiresAt', type: 'date', required: true, index: true },
])

import { APIError, type CollectionConfig } from 'payload'

/** What only the desk itself writes, past these hooks. */
const reasons = {
  editions: 'An edition is never changed. Publish a new edition, or withdraw this one.',
  events: 'The timeline is never changed.',
  entries:
    'What is public changes at the door only. Publish, withdraw or retract the text or item.',
  counters: 'The press room counts by itself.',
  'calendar-feeds': 'The address of a calendar is made and taken back by its owner only.',
  'preview-links': 'A link for an outsider is made, opened and taken back at its text only.',
  credentials: 'How somebody signs in is changed by the acts on their account only.',
  sessions: 'A session begins by signing in, and ends by signing out.',
  attempts: 'Attempts count themselves.',
  'account-acts': 'The record of the accounts is never changed.',
  'saved-searches': 'What somebody searches for is kept and dropped by themselves only.',
  'memory-files': 'A translation memory is brought in and taken out by its own routes only.',
  proposals: 'What is proposed for a translation is brought in, taken and left at it only.',
  restrictions:
    'Who may know of a text is changed by its own acts only. Restrict it, or lift that.',
  'open-items': 'An open item is settled by its actions only. Take it over, or dismiss it.',
  presences: 'Only an open form says who has it open.',
  notes: 'A note is written, resolved and reopened at its text only, and its words stay.',
  replies: 'A reply is written at its text only, and its words stay.',
  outbox: 'A mail is owed by what it tells of, and sent by the desk itself.',
  tallies: 'The figures of the press room are counted by itself.',
  'texts-as-of': 'What a text said at a time stays as it was.',
}

/** Refuses every creation, change and deletion, the Local API with `overrideAccess` included. */
export function neverChanged(what: keyof typeof reasons): NonNullable<CollectionConfig['hooks']> {
  const refuse = (): never => {
    throw new APIError(reasons[what], 403)
  }
  return {
    beforeOperation: [
      ({ operation, args }) => {
        if (operation === 'update' || operation === 'delete' || operation === 'create') refuse()
        return args
      },
    ],
    beforeChange: [refuse],
    beforeDelete: [refuse],
  }
}

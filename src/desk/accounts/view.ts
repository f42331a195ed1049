import type { Payload } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../../admin/words/words.ts'
import { text } from '../columns.ts'
import { momentIn, relativeIn } from '../names.ts'
import { missionOf } from '../mission-facts.ts'
import { accountActs } from './acts.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import { isOpen } from './links.ts'

/** How a person signs in, as an administrator sees it: nothing of it is a secret. */

export type AdministratorAct =
  | 'invite-again'
  | 'revoke-invitation'
  | 'disable'
  | 'enable'
  | 'take-second-factor'

export interface AccountView {
  status: string
  acts: AdministratorAct[]
  record: { key: string; what: string; by: string; reason: string; when: string }[]
}

/** In a few words: "Open", "Invited, until …". */
export async function statusOf(
  payload: Payload,
  row: Credentials | null,
  now: Date,
  language: string,
): Promise<string> {
  const words = wordsOf(language)
  if (!row || row.disabled) return words['status-closed']
  if (row.passwordHash === '') {
    if (!isOpen(row, now) || row.linkUntil === null) return words['status-lapsed']
    const { zones } = await missionOf(payload)
    const until = momentIn(row.linkUntil, language, zones.post)
    return fill(words['status-invited'], { until })
  }
  return words['status-open']
}

/** For administrators: "Open, with a second factor". */
async function wholeStatus(...asked: Parameters<typeof statusOf>): Promise<string> {
  const [, row, , language] = asked
  const words = wordsOf(language)
  const status = await statusOf(...asked)
  if (!row || row.disabled || row.passwordHash === '') return status
  return `${status}, ${row.factor === '' ? words.statusNoFactor : words.statusFactor}`
}

function actsOn(row: Credentials | null, own: boolean): AdministratorAct[] {
  if (!row) return []
  if (row.disabled) return ['enable']
  const invited: AdministratorAct[] =
    row.linkHash === '' ? ['invite-again'] : ['invite-again', 'revoke-invitation']
  return [
    ...(row.passwordHash === '' ? invited : []),
    ...(row.factor === '' || own ? [] : (['take-second-factor'] as const)),
    'disable',
  ]
}

const recordRow = z.object({
  id: z.string(),
  what: z.enum(accountActs),
  actorName: text,
  reason: text,
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
})

export async function accountView(
  payload: Payload,
  person: string,
  { now, language, own }: { now: Date; language: string; own: boolean },
): Promise<AccountView> {
  const words = wordsOf(language)
  const row = await credentialsOf(payload, person)
  const { docs } = await payload.db.find({
    collection: 'account-acts',
    where: { person: { equals: person } },
    sort: '-at',
    limit: 20,
  })
  return {
    status: await wholeStatus(payload, row, now, language),
    acts: actsOn(row, own),
    record: docs
      .map((one) => recordRow.parse(one))
      .map(({ id, what, actorName, reason, at }) => ({
        key: id,
        what: words[`account-${what}`],
        by: actorName,
        reason,
        when: relativeIn(at, now, language),
      })),
  }
}

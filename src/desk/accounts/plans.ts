import { randomUUID } from 'node:crypto'
import { APIError, type Payload, ValidationError } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../../admin/words/words.ts'
import { languageTags } from '../../language/languages.ts'
import { roles } from '../../workflow/states.ts'
import { isUniqueViolation } from '../timeline.ts'
import { accountActs, type AccountEntry } from './acts.ts'
import {
  type Change,
  type Credentials,
  credentialsIn,
  credentialsOf,
  credentialsOfAll,
  makeCredentials,
  swap,
} from './credentials.ts'
import { mailChoices } from '../../workflow/mails.ts'

/**
 * Everything that happens to an account is claimed in its row of `credentials`, with all that is to be done, and then
 * done: what dies in the middle is completed by whoever comes next, or by the sweep.
 */

/** Milliseconds without a sign after which an act counts as broken off. */
const patience = 10_000

const person = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  roles: z.array(z.enum(roles)).optional(),
  writes: z.array(z.enum(languageTags)).optional(),
  reviews: z.array(z.enum(languageTags)).optional(),
  mailed: z.enum(mailChoices).optional(),
})
/** What changes of the account as colleagues see it. */
export type Particulars = z.infer<typeof person>

const plan = z.object({
  key: z.string(),
  /** Whether an administrator may be gone afterwards: then another one must be left. */
  leaves: z.boolean(),
  change: z.record(z.string(), z.unknown()),
  user: person,
  entry: z.object({
    what: z.enum(accountActs),
    person: z.string(),
    personName: z.string(),
    actor: z.string(),
    actorName: z.string(),
    reason: z.string(),
    detail: z.string(),
    at: z.string(),
  }),
})
type Plan = z.infer<typeof plan>

export interface Intent {
  change: Change
  entry: AccountEntry
  user?: Particulars
  leaves?: boolean
}

/**
 * Does what `decide` makes of the row as it is; it throws what it refuses, and may be asked again when somebody else
 * was quicker. Throws 409 when others keep the account busy, or when nobody would be left to administer.
 */
export async function act(
  payload: Payload,
  id: string,
  language: string,
  decide: (row: Credentials) => Intent | Promise<Intent>,
): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const row = await credentialsOf(payload, id)
    if (!row) {
      await makeCredentials(payload, id)
      continue
    }
    if (row.unfinished !== '') {
      if (isBrokenOff(row)) await takeOver(payload, row)
      else await new Promise((later) => setTimeout(later, 50))
      continue
    }
    const { change, entry, user = {}, leaves = false } = await decide(row)
    const unfinished = JSON.stringify({ key: randomUUID(), leaves, change, user, entry })
    // What takes no administrator away holds from this write on.
    const claim = { ...(leaves ? {} : change), unfinished, busySince: new Date().toISOString() }
    if (!(await swap(payload, row, claim))) continue
    if (await complete(payload, { person: id, unfinished })) return
    throw new APIError(wordsOf(language).lastAdministrator, 409)
  }
  throw new APIError(wordsOf(language).accountBusy, 409)
}

const isBrokenOff = ({ busySince }: Pick<Credentials, 'busySince'>): boolean =>
  busySince === null || Date.parse(busySince) + patience < Date.now()

/** Completes what was broken off. Only one does: lists of roles lie in rows of their own, and two would both add theirs. */
async function takeOver(payload: Payload, row: Credentials): Promise<void> {
  const { unfinished } = row
  const mine = await swap(payload, row, { unfinished, busySince: new Date().toISOString() })
  if (mine) await complete(payload, row)
}

/** Completes what was claimed; harmless when somebody else does so too. False: nobody would be left to administer. */
async function complete(
  payload: Payload,
  { person: id, unfinished }: Pick<Credentials, 'person' | 'unfinished'>,
): Promise<boolean> {
  const { key, leaves, change, user, entry } = plan.parse(JSON.parse(unfinished))
  const claimed = { person: { equals: id }, unfinished: { equals: unfinished } }
  const write = (data: object) =>
    payload.db.updateOne({
      collection: 'credentials',
      where: claimed,
      data: { ...data },
      options: { atomic: true },
    })
  const free = () => write({ unfinished: '', busySince: null })
  if (leaves) {
    // Two who would take each other away have both claimed before either looks, so that one of them sees the other.
    if (!(await othersAdminister(payload, id))) {
      await free()
      return false
    }
    await write(change)
  }
  if (Object.keys(user).length > 0) {
    try {
      await payload.db.updateOne({ collection: 'users', id, data: user })
    } catch (error) {
      // The address was taken at this very moment. Nothing else has been written.
      if (error instanceof ValidationError) await free()
      throw error
    }
  }
  await record(payload, key, entry)
  await free()
  return true
}

/** Adds a line to the record, once however often it is told. */
export async function record(payload: Payload, key: string, entry: AccountEntry): Promise<void> {
  try {
    await payload.db.create({ collection: 'account-acts', data: { ...entry, key } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

const ids = z.array(z.looseObject({ id: z.string() }))

/** Whether somebody else can administer: not disabled, not only invited, and not about to be taken away. */
async function othersAdminister(payload: Payload, except: string): Promise<boolean> {
  const { docs } = await payload.db.find({
    collection: 'users',
    where: { roles: { in: ['administrator'] } },
    pagination: false,
    limit: 0,
    select: {},
  })
  const others = ids.parse(docs).filter(({ id }) => id !== except)
  const rows = await credentialsOfAll(
    payload,
    others.map(({ id }) => id),
  )
  return [...rows.values()].some(
    ({ disabled, passwordHash, unfinished }) =>
      !disabled && passwordHash !== '' && !(unfinished && planOf(unfinished).leaves),
  )
}

const planOf = (unfinished: string): Plan => plan.parse(JSON.parse(unfinished))

/** Completes every act on an account that was broken off. */
export async function finishAccounts(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find({
    collection: 'credentials',
    where: { unfinished: { not_equals: '' } },
    pagination: false,
    limit: 100,
  })
  for (const row of docs.map(credentialsIn))
    if (row.unfinished !== '' && isBrokenOff(row)) await takeOver(payload, row)
}

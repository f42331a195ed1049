import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { spokenLanguages, wordsOf } from '../../admin/words/words.ts'
import { languageTags } from '../../language/languages.ts'
import { roles } from '../../workflow/states.ts'
import { clockOf } from '../desk-clock.ts'
import { idOf, missing, signedIn } from '../rest.ts'
import { refuseWithoutRoom } from '../storage.ts'
import { isUniqueViolation } from '../timeline.ts'
import type { AccountAct, AccountEntry } from './acts.ts'
import type { Credentials } from './credentials.ts'
import { makeCredentials } from './credentials.ts'
import { type Letter, tell } from './letters.ts'
import { newLink, noLink } from './links.ts'
import { type Account, accountAt, accountOf } from './people.ts'
import { act, type Intent, type Particulars } from './plans.ts'
import { inputOf, refusal } from './requests.ts'
import type { Person } from '../../workflow/situation.ts'
import { mailChoices } from '../../workflow/mails.ts'

/** What administrators do to accounts. Nobody else may, and no act tells them a password or a secret. */

function administrator(req: PayloadRequest): Person {
  const actor = signedIn(req)
  if (!actor.roles.includes('administrator')) throw refusal(req, 403, 'onlyAdministrators')
  return actor
}

async function named(req: PayloadRequest): Promise<Account> {
  const account = await accountOf(req.payload, idOf(req))
  if (!account) throw missing()
  return account
}

function entryOf(
  req: PayloadRequest,
  actor: Person,
  { id, name }: Pick<Account, 'id' | 'name'>,
  what: AccountAct,
  more: Partial<AccountEntry> = {},
): AccountEntry {
  return {
    what,
    person: id,
    personName: name,
    actor: actor.id,
    actorName: actor.name,
    reason: '',
    detail: '',
    at: clockOf(req).toISOString(),
    ...more,
  }
}

const name = z.string().trim().min(1).max(200)
const email = z.email().trim().toLowerCase().max(254)
const many = <Value extends string>(of: readonly [Value, ...Value[]]) =>
  z
    .array(z.enum(of))
    .nullish()
    .transform((values) => [...new Set(values)])
const held = z
  .array(z.enum(roles))
  .min(1)
  .transform((values) => [...new Set(values)])
const tags = many(languageTags as unknown as readonly [(typeof languageTags)[number]])

// Loose, because the admin's form sends all that it knows of a document.
const invitation = z.object({
  name,
  email,
  roles: held,
  writes: tags,
  reviews: tags,
  language: z.enum(spokenLanguages).nullish(),
})

/** Makes an account without a password, and mails its person the link by which they choose one. */
export async function invite(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const actor = administrator(req)
  await refusePassword(req)
  await refuseWithoutRoom(payload, req.i18n.language)
  const { language, ...person } = await inputOf(req, invitation)
  if (await accountAt(payload, person.email)) throw taken(req)
  const id = await makeUser(req, person)
  await makeCredentials(payload, id, { language: language ?? '' })
  const account = { id, mailed: 'at-once' as const, ...person }
  await sendInvitation(req, actor, account, 'invited')
  // Payload's form says it to whoever saved.
  const message = wordsOf(req.i18n.language).invitedNow
  return Response.json({ message, doc: account }, { status: 201 })
}

async function makeUser(req: PayloadRequest, data: Particulars): Promise<string> {
  try {
    const made: unknown = await req.payload.db.create({ collection: 'users', data: { ...data } })
    return z.looseObject({ id: z.string() }).parse(made).id
  } catch (error) {
    if (isUniqueViolation(error)) throw taken(req)
    throw error
  }
}

/** As the admin's form understands it, too: beside the field. */
function taken(req: PayloadRequest) {
  const error = refusal(req, 422, 'addressTaken')
  const field = { path: 'email', field: 'email', message: error.message }
  error.data = { errors: [field], problems: [{ ...field, requirement: 'input', level: 'blocker' }] }
  return error
}

const isInvited = ({ passwordHash, disabled }: Credentials) => passwordHash === '' && !disabled

async function sendInvitation(
  req: PayloadRequest,
  actor: Person,
  account: Account,
  what: 'invited' | 'invited-again',
): Promise<void> {
  const { payload } = req
  const { address, change } = newLink(payload.config.serverURL, 'invitation', clockOf(req))
  await act(payload, account.id, req.i18n.language, (row) => {
    if (!isInvited(row)) throw refusal(req, 409, 'notInvited')
    return { change, entry: entryOf(req, actor, account, what) }
  })
  await tell(payload, account, 'Invitation', { by: actor.name }, address)
}

/** The link that was sent before is over with it. */
export async function inviteAgain(req: PayloadRequest): Promise<Response> {
  const actor = administrator(req)
  await sendInvitation(req, actor, await named(req), 'invited-again')
  return done()
}

export const revokeInvitation = (req: PayloadRequest) =>
  change(req, 'invitation-revoked', (row) => {
    if (!isInvited(row) || row.linkHash === '') throw refusal(req, 409, 'notInvited')
    return { change: noLink }
  })

/** Nobody is deleted. Every session is over at once, and no link counts any more. */
export const disable = (req: PayloadRequest) =>
  withReason(req, 'disabled', null, (row, account) => {
    if (row.disabled) throw refusal(req, 409, 'alreadyDisabled')
    return {
      change: { ...noLink, disabled: true, epoch: row.epoch + 1 },
      leaves: account.roles.includes('administrator'),
    }
  })

export const enable = (req: PayloadRequest) =>
  change(req, 'enabled', (row) => {
    if (!row.disabled) throw refusal(req, 409, 'notDisabled')
    return { change: { disabled: false, epoch: row.epoch + 1 } }
  })

/** For a lost telephone. Whoever it belongs to is told, so that nobody does so unseen. */
export const takeFactor = (req: PayloadRequest) =>
  withReason(req, 'factor-taken', 'FactorTaken', (row, account) => {
    if (account.id === req.user?.id) throw refusal(req, 409, 'factorOwn')
    if (row.factor === '') throw refusal(req, 409, 'noFactor')
    return { change: { factor: '', factorOffered: '', recovery: '[]', epoch: row.epoch + 1 } }
  })

type Decision = (row: Credentials, account: Account) => Omit<Intent, 'entry'>

async function change(
  req: PayloadRequest,
  what: AccountAct,
  decide: Decision,
  reason = '',
): Promise<Response> {
  const actor = administrator(req)
  const account = await named(req)
  await act(req.payload, account.id, req.i18n.language, async (row) => {
    // Read again: another act may have passed meanwhile.
    const now = (await accountOf(req.payload, account.id)) ?? account
    return { ...decide(row, now), entry: entryOf(req, actor, now, what, { reason }) }
  })
  return done()
}

const because = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

async function withReason(
  req: PayloadRequest,
  what: AccountAct,
  letter: Letter | null,
  decide: Decision,
): Promise<Response> {
  const actor = administrator(req)
  const account = await named(req)
  const { reason } = await inputOf(req, because)
  const answer = await change(req, what, decide, reason)
  if (letter) await tell(req.payload, account, letter, { by: actor.name, reason })
  return answer
}

const particulars = z.object({
  name: name.optional(),
  email: email.optional(),
  roles: held.optional(),
  writes: tags.optional(),
  reviews: tags.optional(),
  mailed: z.enum(mailChoices).optional(),
})
const withPassword = z.looseObject({ password: z.unknown().optional() })

/** Whatever way an account is changed or made, nobody names a password for somebody else. */
async function refusePassword(req: PayloadRequest): Promise<void> {
  if ((await inputOf(req, withPassword)).password) throw refusal(req, 422, 'passwordElsewhere')
}

/** Changes what colleagues see of an account: oneself may change one's name, an administrator everything. */
export async function changeAccount(req: PayloadRequest): Promise<Response> {
  const { payload } = req
  const actor = signedIn(req)
  const isAdministrator = actor.roles.includes('administrator')
  if (!isAdministrator && actor.id !== idOf(req)) throw refusal(req, 403, 'onlyAdministrators')
  const account = await named(req)
  await refusePassword(req)
  await refuseWithoutRoom(payload, req.i18n.language)
  const own = particulars.pick({ name: true, mailed: true })
  const wish: Particulars = await inputOf(req, isAdministrator ? particulars : own)
  if (wish.email && wish.email !== account.email && (await accountAt(payload, wish.email)))
    throw taken(req)
  const answer = async () =>
    Response.json({
      message: req.t('general:updatedSuccessfully'),
      doc: await accountOf(payload, account.id),
    })
  if (Object.keys(differing(account, wish)).length === 0) return answer()
  let user: Particulars = {}
  await act(payload, account.id, req.i18n.language, async () => {
    const now = (await accountOf(payload, account.id)) ?? account
    user = differing(now, wish)
    const detail = Object.keys(user)
      .map((key) => `${key}: ${told(now, key)} → ${told(user, key)}`)
      .join('\n')
    return {
      change: {},
      user,
      leaves:
        now.roles.includes('administrator') && !(user.roles ?? now.roles).includes('administrator'),
      entry: entryOf(req, actor, now, 'changed', { detail }),
    }
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw taken(req)
    throw error
  })
  // Whoever loses an address learns of it there: with the address goes the way to a new password.
  if (user.email) await tell(payload, account, 'AddressChanged', { by: actor.name })
  return answer()
}

const told = (of: Particulars | Account, key: string): string =>
  [of[key as keyof Particulars] ?? ''].flat().join(', ') || '–'

function differing(now: Account, wish: Particulars): Particulars {
  return Object.fromEntries(
    Object.entries(wish).filter(
      ([key, value]) => value !== undefined && told({ [key]: value }, key) !== told(now, key),
    ),
  )
}

const done = () => Response.json({ message: 'OK' })

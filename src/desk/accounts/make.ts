import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import type { Role } from '../../workflow/states.ts'
import { text } from '../columns.ts'
import { clockOf } from '../desk-clock.ts'
import { credentialsOfAll, makeCredentials } from './credentials.ts'
import { hashed } from './passwords.ts'
import { record } from './plans.ts'

const withId = z.looseObject({ id: z.string() })

/** An account with a password, for those who set up the mission; everybody else is invited. Returns its id. */
export async function makeAccount(
  payload: Payload,
  {
    password,
    ...person
  }: {
    name: string
    email: string
    password: string
    roles: Role[]
    writes?: string[]
    reviews?: string[]
  },
): Promise<string> {
  const made: unknown = await payload.create({ collection: 'users', data: person as never })
  const { id } = withId.parse(made)
  await makeCredentials(payload, id, await hashed(password))
  await record(payload, randomUUID(), {
    what: 'made',
    person: id,
    personName: person.name,
    actor: '',
    actorName: '',
    reason: '',
    detail: '',
    at: clockOf({ payload }).toISOString(),
  })
  return id
}

const former = z.looseObject({ id: z.string(), hash: text, salt: text })

/**
 * Accounts of before there were `credentials` keep their password: it is taken over, and then emptied where it was.
 * May be called by several processes at once, and again after a crash. Everybody signs in anew.
 */
export async function takeOverAccounts(payload: Payload): Promise<void> {
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await payload.db.find({
      collection: 'users',
      where: {},
      sort: 'id',
      limit: 100,
      page,
      select: { hash: true, salt: true },
    })
    const rows = docs.map((row) => former.parse(row))
    const known = await credentialsOfAll(
      payload,
      rows.map(({ id }) => id),
    )
    for (const { id, hash, salt } of rows) {
      if (!known.has(id))
        await makeCredentials(payload, id, { passwordHash: hash, passwordSalt: salt })
      if (hash !== '' || salt !== '')
        await payload.db.updateOne({ collection: 'users', id, data: { hash: null, salt: null } })
    }
    if (!hasNextPage) return
  }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishAccounts } from '../../src/desk/accounts/plans.ts'
import { mailbox } from './accounts.ts'
import { rowOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** What dies in the middle of an act on an account is completed, once, by whoever comes after. */

let desk: Desk
let ada: Someone

beforeAll(async () => {
  desk = await openDesk()
  mailbox(desk)
  ada = await desk.person('ada', ['administrator'])
})
afterAll(() => desk.close())

interface Write {
  collection: string
}
type Method = (write: Write) => Promise<unknown>
const counted = ['credentials', 'users', 'account-acts']

/** Lets the process die before its nth write about accounts: nothing of it comes after. Returns how many there were. */
async function dyingAt(nth: number, act: () => Promise<unknown>): Promise<number> {
  const database = desk.payload.db as unknown as Record<'create' | 'updateOne', Method>
  const real = { create: database.create, updateOne: database.updateOne }
  let writes = 0
  for (const method of ['create', 'updateOne'] as const)
    database[method] = function dying(this: unknown, write) {
      if (counted.includes(write.collection) && ++writes >= nth)
        return Promise.reject(new Error('killed'))
      return real[method].call(this, write)
    }
  try {
    await act().catch(() => null)
  } finally {
    Object.assign(database, real)
  }
  return writes
}

const credentials = (person: string) =>
  desk.payload.db.findOne<{ id: string; disabled: unknown; unfinished: string }>({
    collection: 'credentials',
    where: { person: { equals: person } },
  })

async function completed(person: string): Promise<void> {
  await desk.payload.db.updateOne({
    collection: 'credentials',
    where: { person: { equals: person } },
    data: { busySince: new Date(Date.now() - 60_000).toISOString() },
    options: { atomic: true },
  })
  await Promise.all([finishAccounts(desk.payload), finishAccounts(desk.payload)])
  expect((await credentials(person))?.unfinished).toBe('')
}

const recorded = async (person: string, what: string) => {
  const where = { person: { equals: person }, what: { equals: what } }
  const { docs } = await desk.payload.db.find({ collection: 'account-acts', where })
  return docs.length
}

describe('an act that dies before its', () => {
  it.each([1, 2, 3, 4, 5])(
    'write %i leaves an account closed wholly or not at all',
    async (nth) => {
      const leaver = await desk.person(`leaver${nth}`, ['administrator'])
      const path = `/api/users/${leaver.id}/disable`
      const writes = await dyingAt(nth, () => ada.rest('POST', path, { reason: 'Leaves.' }))
      expect(writes).toBe(Math.min(nth, 4))
      await completed(leaver.id)
      const done = nth > 1
      expect(Boolean((await credentials(leaver.id))?.disabled)).toBe(done)
      expect(await recorded(leaver.id, 'disabled')).toBe(done ? 1 : 0)
      expect(at((await leaver.rest('GET', '/api/users/me')).body, 'user') === null).toBe(done)
    },
  )

  it.each([1, 2, 3, 4, 5])('write %i leaves a role given wholly or not at all', async (nth) => {
    const someone = await desk.person(`someone${nth}`, ['editor'])
    const roles = ['editor', 'reviewer']
    await dyingAt(nth, () => ada.rest('PATCH', `/api/users/${someone.id}`, { roles }))
    await completed(someone.id)
    const done = nth > 1
    expect((await rowOf(desk, 'users', someone.id)).roles).toEqual(done ? roles : ['editor'])
    expect(await recorded(someone.id, 'changed')).toBe(done ? 1 : 0)
  })
})

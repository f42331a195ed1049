import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { isUniqueViolation } from '../timeline.ts'

/**
 * Counts attempts in the database, so that several processes share one count and a restart forgets nothing. What is
 * counted is stored as a keyed hash: nobody reads from it who tried to sign in.
 */
export interface Limit {
  most: number
  /** Milliseconds. */
  window: number
}

const minutes = 60_000
export const limits = {
  /** Attempts at an account by those whose device is not known to it, and by each device that is. */
  account: { most: 10, window: 10 * minutes },
  /** Codes of the second factor: few, since they are short. */
  code: { most: 10, window: 60 * minutes },
  /** Failures from one network address; an office may lie behind one. */
  address: { most: 60, window: 10 * minutes },
  /** Mails with a link to a new password, for one account. */
  forgotten: { most: 3, window: 60 * minutes },
} as const satisfies Record<string, Limit>

const row = z.object({ count: z.number(), since: z.number() })

const keyOf = (payload: Payload, kind: keyof typeof limits, who: string): string =>
  createHmac('sha256', payload.secret).update(`attempts:${kind}:${who}`).digest('hex')

const keyed = (key: string) => ({ key: { equals: key } })

async function swap(
  payload: Payload,
  key: string,
  seen: z.infer<typeof row>,
  data: z.infer<typeof row>,
): Promise<boolean> {
  const where = {
    ...keyed(key),
    count: { equals: seen.count },
    since: { equals: seen.since },
  }
  const options = { atomic: true }
  return Boolean(await payload.db.updateOne({ collection: 'attempts', where, data, options }))
}

/** Counts one attempt. Null: go ahead; else the seconds until the next one is allowed. */
export async function take(
  payload: Payload,
  kind: keyof typeof limits,
  who: string,
): Promise<number | null> {
  const { most, window } = limits[kind]
  const key = keyOf(payload, kind, who)
  // Twenty at once is a flood, and refused as one.
  for (let tries = 0; tries < 20; tries++) {
    const now = Date.now()
    const found: unknown = await payload.db.findOne({ collection: 'attempts', where: keyed(key) })
    if (!found) {
      try {
        await payload.db.create({ collection: 'attempts', data: { key, count: 1, since: now } })
        return null
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        continue
      }
    }
    const seen = row.parse(found)
    const over = seen.since + window <= now
    if (!over && seen.count >= most) return Math.ceil((seen.since + window - now) / 1000)
    const next = over ? { count: 1, since: now } : { ...seen, count: seen.count + 1 }
    if (await swap(payload, key, seen, next)) return null
  }
  return 10
}

/** Takes one attempt back: it was no failure. */
export async function giveBack(
  payload: Payload,
  kind: keyof typeof limits,
  who: string,
): Promise<void> {
  const key = keyOf(payload, kind, who)
  for (let tries = 0; tries < 20; tries++) {
    const found: unknown = await payload.db.findOne({ collection: 'attempts', where: keyed(key) })
    if (!found) return
    const seen = row.parse(found)
    if (await swap(payload, key, seen, { ...seen, count: Math.max(0, seen.count - 1) })) return
  }
}

/** Forgets what no limit looks at any more. */
export async function forgetAttempts(payload: Payload): Promise<void> {
  const longest = Math.max(...Object.values(limits).map(({ window }) => window))
  await payload.db.deleteMany({
    collection: 'attempts',
    where: { since: { less_than: Date.now() - longest } },
  })
}

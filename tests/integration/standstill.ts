import { expect, onTestFinished, vi } from 'vitest'
import type { Desk } from './harness.ts'

/** Ways to stop a process in the middle of what it does, while others at the desk go on. Each lasts until its test ends. */

export interface Call {
  collection?: string
  data?: Record<string, unknown>
}
export type Method = 'updateOne' | 'create' | 'findOne' | 'count'

/** Lets something happen right before the first such call to the database, as if the caller had stood still there. */
export function before(
  { payload }: Desk,
  method: Method,
  matches: (call: Call) => boolean,
  meanwhile: () => Promise<unknown>,
): { happened: () => boolean } {
  const database = payload.db as unknown as Record<Method, (call: Call) => Promise<unknown>>
  const real = database[method]
  let happened = false
  database[method] = async function stopped(this: unknown, call: Call) {
    if (!happened && matches(call)) {
      happened = true
      await meanwhile()
    }
    return real.call(this, call)
  }
  onTestFinished(() => {
    database[method] = real
  })
  return { happened: () => happened }
}

/** Before the text itself is written, after the row was claimed for it. Both databases: by their own means. */
export function beforeTheWrite(
  { payload }: Desk,
  words: string,
  meanwhile: () => Promise<unknown>,
): void {
  const { db } = payload as unknown as {
    db: {
      client?: { execute: (statement: { args?: unknown[] }) => Promise<unknown> }
      collections: Record<string, { findOneAndUpdate: (...args: unknown[]) => unknown }>
    }
  }
  let happened = false
  const { client } = db
  if (client) {
    const execute = client.execute.bind(client)
    client.execute = async (statement) => {
      if (!happened && JSON.stringify(statement.args ?? []).includes(words)) {
        happened = true
        await meanwhile()
      }
      return execute(statement)
    }
    return
  }
  const model = db.collections.releases ?? expect.unreachable()
  const real = model.findOneAndUpdate.bind(model)
  model.findOneAndUpdate = (...args) => {
    if (happened || !JSON.stringify(args[1]).includes(words)) return real(...args)
    happened = true
    return meanwhile().then(() => real(...args))
  }
}

/** Longer than anything at the desk may take. */
export const elevenSeconds = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

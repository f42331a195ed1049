import type { Payload } from 'payload'

/** The moment of a change, by the desk's clock. */
export function clockOf({ payload }: { payload: Payload }): Date {
  const { now } = payload.config.custom as { now?: () => Date }
  return now ? now() : new Date()
}

import { within } from './gate.ts'

export interface RevisionOptions {
  read: () => Promise<string>
  /** Milliseconds a value is used before it is read again. */
  freshFor?: number
  /** Milliseconds after the last good reading during which a failing one is passed over. */
  graceFor?: number
  /** Milliseconds after which a reading counts as failed. */
  giveUpAfter?: number
  /** A clock in milliseconds that never runs backwards. */
  now?: () => number
}

/** The press room's revision can't be known, so nothing may be served from memory. */
export class RevisionUnknown extends Error {}

/**
 * Reads the press room's revision at most once in `freshFor`, however many ask. Its age counts from
 * the start of the reading, so a slow database makes a value older, never younger. Rejects with
 * RevisionUnknown when readings have failed for longer than `graceFor`.
 */
export function createRevision({
  read,
  freshFor = 250,
  graceFor = 10_000,
  giveUpAfter = 2_000,
  now = () => performance.now(),
}: RevisionOptions): () => string | Promise<string> {
  let known: { value: string; at: number } | null = null
  let failure: { cause: unknown; at: number } | null = null
  let reading: Promise<string> | null = null

  function lastKnown(): string {
    if (known && now() - known.at <= graceFor) return known.value
    throw new RevisionUnknown('The revision can’t be read.', { cause: failure?.cause })
  }

  async function readAgain(): Promise<string> {
    const at = now()
    try {
      const value = await within(giveUpAfter, read())
      known = { value, at }
      failure = null
      return value
    } catch (cause) {
      failure = { cause, at }
      return lastKnown()
    } finally {
      reading = null
    }
  }

  return () => {
    const time = now()
    if (known && time - known.at < freshFor) return known.value
    if (reading) return reading
    if (failure && time - failure.at < freshFor) return lastKnown()
    reading = readAgain()
    return reading
  }
}

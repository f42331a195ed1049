import { z } from 'zod'
import type { Block } from '../workflow/content.ts'
import { releaseKinds } from '../workflow/states.ts'

/** What the import refuses. `path`: where in the file; `message`: a sentence. */
export interface ImportProblem {
  path: string
  message: string
}

/** Where an item was found. `path`: of the item in its file, `[3]` say, or empty. */
export interface Place {
  file: string
  path: string
}

const block: z.ZodType<Block> = z.custom<Block>(
  (value) => typeof value === 'object' && value !== null && 'type' in value,
)

/** An item, read and checked. Also the form in which it waits as a proposed update. */
export const incomingItem = z.object({
  uri: z.string(),
  /** The provider's own version, or its moment, or a fingerprint of the item where it names neither. */
  version: z.string(),
  /** ISO 8601, UTC. */
  versionAt: z.string().nullable(),
  canceled: z.boolean(),
  withheld: z.boolean(),
  /** BCP 47, as the provider writes it. Empty for a cancelled item that doesn't say. */
  language: z.string(),
  /** Null where the provider's profile is no kind of ours. */
  kind: z.enum(releaseKinds).nullable(),
  headline: z.string(),
  lead: z.string(),
  blocks: z.array(block),
  datelinePlace: z.string(),
  /** `YYYY-MM-DD` in the provider's own zone. */
  datelineDate: z.string().nullable(),
  sourceLabel: z.string(),
  sourceUrl: z.string(),
  subjects: z.array(z.string()),
  /** ISO 8601, UTC. */
  embargo: z.string().nullable(),
  /** `uri` of what this translates. */
  translationOf: z.string().nullable(),
  /** What has no place in a text, each in words. */
  notPlaced: z.array(z.string()),
})
export type IncomingItem = z.infer<typeof incomingItem>

/** A problem of one item, as a sentence with file and path. `expected` completes “expected …”. */
export function problemAt(at: Place, path: string, expected: string): ImportProblem {
  const whole =
    path === ''
      ? at.path
      : at.path === ''
        ? path
        : `${at.path}${path.startsWith('[') ? '' : '.'}${path}`
  return {
    path: whole,
    message: `${at.file}: ${whole === '' ? 'the item' : whole}: expected ${expected}.`,
  }
}

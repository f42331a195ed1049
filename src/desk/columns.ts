import { z } from 'zod'

/** How columns come back from the two databases, read once: empty ones as null or left out, dates as strings or Dates. */

export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

/** ISO 8601, UTC; null when the column is empty. */
export const moment = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : null))

export const list = <Schema extends z.ZodType>(of: Schema) =>
  z
    .array(of)
    .nullish()
    .transform((value) => value ?? [])

import { z } from 'zod'

const moment = z.iso.datetime({ offset: true })

/** Bodies of `POST /api/<collection>/<id>/actions/<action>`. */
export const inputSchema = z.strictObject({
  revision: z.number().int().nonnegative(),
  note: z.string().max(5000).optional(),
  explanation: z.string().max(5000).optional(),
  at: moment.optional(),
  languages: z.array(z.string()).max(50).optional(),
  change: z.enum(['minor', 'major']).optional(),
  reviewBy: z.iso.date().optional(),
  publicNote: z.string().max(5000).optional(),
  requirement: z.string().max(100).optional(),
  reason: z.string().max(5000).optional(),
})

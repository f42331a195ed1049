import { APIError, type Endpoint } from 'payload'
import { wordsOf } from '../../admin/words/words.ts'
import { clockOf } from '../desk-clock.ts'
import { answer, idOf, signedIn } from '../rest.ts'
import { refuseBulk } from '../shut.ts'
import { tryAgain } from './send.ts'

/** An administrator puts a mail in line again that was given up. */
export const outboxEndpoints: Endpoint[] = [
  {
    method: 'post',
    path: '/:id/try-again',
    handler: (req) =>
      answer(async () => {
        const { roles } = signedIn(req)
        const words = wordsOf(req.i18n.language)
        if (!roles.includes('administrator')) throw new APIError(words.mailAdministrators, 403)
        if (!(await tryAgain(req.payload, idOf(req), clockOf(req))))
          throw new APIError(words.mailNotGivenUp, 409)
        return Response.json({ state: 'waiting' })
      }),
  },
  ...refuseBulk,
]

import type { PayloadRequest } from 'payload'
import { Refused } from '../desk/refused.ts'
import { signedIn } from '../desk/rest.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { Importer } from './payload-desk.ts'

/** Whoever brings something in over REST. Throws an `APIError` for a stranger, and `Refused` for who is no editor. */
export function editorOf(req: PayloadRequest): Importer & Pick<PayloadRequest, 'i18n'> {
  const actor = signedIn(req)
  const { payload, user, i18n } = req
  if (!user || !actor.roles.includes('editor'))
    throw new Refused(
      [{ code: 'wrong-role', action: null, roles: ['editor'] }],
      catalogueOf(i18n.language),
    )
  return { payload, user, i18n }
}

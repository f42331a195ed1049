import type { Payload } from 'payload'
import { cache } from 'react'
import { type Bar, barOf } from '../desk/bar.ts'
import { clockOf } from '../desk/desk-clock.ts'
import { personOf } from '../desk/person.ts'
import type { DeskType } from '../workflow/states.ts'

/** The props that Payload gives to a server component of a document. */
export interface DocumentProps {
  type: DeskType
  id?: string | number
  payload: Payload
  user?: unknown
  i18n: { language: string }
}

/** The bar of the document that is being rendered; null for strangers and for what doesn't exist. */
export async function barOfDocument({
  type,
  id,
  payload,
  user,
  i18n,
}: DocumentProps): Promise<Bar | null> {
  if (id === undefined || !personOf(user)) return null
  return loadOnce(payload, type, String(id), user, i18n.language)
}

/** Bar and notices of one page ask once. */
const loadOnce = cache(
  async (payload: Payload, type: DeskType, id: string, user: unknown, language: string) => {
    const actor = personOf(user)
    return actor ? barOf({ payload, type, id, actor, now: clockOf({ payload }), language }) : null
  },
)

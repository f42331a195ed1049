import { redirect } from 'next/navigation.js'
import type { Payload } from 'payload'
import type { Reader } from '../desk/desk-lists.ts'
import { clockOf } from '../desk/desk-clock.ts'
import { personOf } from '../desk/person.ts'

/** The props that Payload gives to a server component that is a view of its own. */
export interface ViewProps {
  initPageResult: {
    req: { payload: Payload; user?: unknown; i18n: { language: string } }
    docID?: string | number
    collectionConfig?: { slug: string }
  }
  params?: unknown
  searchParams?: Record<string, string | string[] | undefined>
}

/** The props that Payload gives to a view of a document. */
export interface DocumentViewProps {
  payload: Payload
  user?: unknown
  i18n: { language: string }
  initPageResult: { docID?: string | number | undefined }
  searchParams?: Record<string, string | string[] | undefined> | undefined
}

/** Who looks at a view, or null for strangers and for accounts without a role: Payload shows a view of ours to anybody. */
export function readerOfView({ initPageResult }: ViewProps): Reader | null {
  const { payload, user } = initPageResult.req
  const actor = personOf(user)
  return actor ? { payload, user, actor, now: clockOf({ payload }) } : null
}

/** The same for a view with an address of its own: strangers sign in first, and come back. */
export function readerOrSignIn(props: ViewProps, address: string): Reader {
  const reader = readerOfView(props)
  if (reader) return reader
  const { user } = props.initPageResult.req
  redirect(user ? '/admin' : `/admin/login?redirect=${encodeURIComponent(address)}`)
}

import { MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import { clockOf } from '../desk/desk-clock.ts'
import { ownAccountOf } from '../desk/accounts/own.ts'
import type { SignedIn } from '../desk/accounts/sessions.ts'
import { relativeIn } from '../desk/names.ts'
import { OwnAccountView } from './own-account.tsx'
import { AdminFrame } from './view-frame.tsx'
import type { ViewProps } from './view-props.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'
import './accounts.css'

/**
 * Password, second factor and sessions of whoever is signed in; all that is open to somebody who has yet to set up a
 * second factor.
 */
export async function SigningIn(props: ViewProps) {
  const { payload, user, i18n } = props.initPageResult.req
  if (!user) redirect('/admin/login?redirect=%2Fadmin%2Fsigning-in')
  const mine = user as SignedIn
  const words = wordsOf(i18n.language)
  const account = await ownAccountOf({ payload }, mine)
  const now = clockOf({ payload })
  const times = Object.fromEntries(
    account.sessions.map(({ id, beganAt, seenAt }) => [
      id,
      {
        began: relativeIn(beganAt, now, i18n.language),
        seen: relativeIn(seenAt, now, i18n.language),
      },
    ]),
  )
  const view = (
    <div className="desk-view desk-account-view gutter--left gutter--right">
      <header className="desk-view__head">
        <h1>{words.mySignIn}</h1>
      </header>
      <OwnAccountView account={account} times={times} />
    </div>
  )
  if (account.waits) return <MinimalTemplate>{view}</MinimalTemplate>
  return (
    <AdminFrame {...props} title={words.mySignIn}>
      {view}
    </AdminFrame>
  )
}

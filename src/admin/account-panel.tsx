import type { Payload } from 'payload'
import { credentialsOf } from '../desk/accounts/credentials.ts'
import { accountView, statusOf } from '../desk/accounts/view.ts'
import { clockOf } from '../desk/desk-clock.ts'
import { personOf } from '../desk/person.ts'
import { AccountActs } from './account-acts.tsx'
import { wordsOf } from './words/words.ts'
import './desk.css'
import './accounts.css'

interface Props {
  payload: Payload
  user?: unknown
  i18n: { language: string }
  id?: string | number
  data?: { id?: string }
  rowData?: { id?: string }
}

/** Above the form of an account: how its person signs in, and what an administrator can do about it. */
export async function AccountPanel({ payload, user, i18n, id, data }: Props) {
  const actor = personOf(user)
  const words = wordsOf(i18n.language)
  const person = String(id ?? data?.id ?? '')
  if (!actor) return null
  if (person === '') return <p className="desk-notice">{words.accountInvite}</p>
  const own = person === actor.id
  const administers = actor.roles.includes('administrator')
  if (!own && !administers) return null
  const view = await accountView(payload, person, {
    now: clockOf({ payload }),
    language: i18n.language,
    own,
  })
  return (
    <section className="desk-account-panel" aria-labelledby="account-panel">
      <h2 id="account-panel">{words.accountTitle}</h2>
      <p>{view.status}</p>
      {own ? (
        <p>
          <a href="/admin/signing-in">{words.mySignInOpen}</a>
        </p>
      ) : null}
      {administers ? <AccountActs person={person} acts={view.acts} /> : null}
      {administers && view.record.length > 0 ? (
        <details>
          <summary>{words.actRecord}</summary>
          <ul>
            {view.record.map(({ key, what, by, reason, when }) => (
              <li key={key}>
                {[what, by, when].filter(Boolean).join(', ')}
                {reason ? `: “${reason}”` : ''}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** In the list, which colleagues see too: open, invited, closed, and nothing of second factors. */
export async function AccountCell({ payload, i18n, rowData }: Props) {
  if (!rowData?.id) return null
  const row = await credentialsOf(payload, rowData.id)
  return <span>{await statusOf(payload, row, clockOf({ payload }), i18n.language)}</span>
}

import { personOf } from '../desk/person.ts'
import type { Role } from '../workflow/states.ts'
import { wordsOf } from './words/words.ts'
import './views.css'

/** The views of our own: address, its words, and the role that they are for. */
const views = [
  ['/admin', 'myDesk', null],
  ['/admin/search', 'search', null],
  ['/admin/languages', 'matrix', null],
  ['/admin/calendar', 'calendar', null],
  ['/admin/figures', 'figures', null],
  ['/admin/start', 'startTitle', 'editor'],
  ['/admin/restricted', 'restrictedTexts', 'administrator'],
] as const satisfies [string, string, Role | null][]

/** Above Payload's lists in its navigation. */
export function NavLinks({ user, i18n }: { user?: unknown; i18n: { language: string } }) {
  const person = personOf(user)
  if (!person) return null
  const words = wordsOf(i18n.language)
  return (
    <ul className="desk-nav">
      {views
        .filter(([, , role]) => role === null || person.roles.includes(role))
        .map(([address, label]) => (
          <li key={address}>
            <a className="nav__link" href={address}>
              {words[label]}
            </a>
          </li>
        ))}
    </ul>
  )
}

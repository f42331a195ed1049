import { personOf } from '../desk/person.ts'
import { wordsOf } from './words/words.ts'
import './views.css'

/** The views of our own, above Payload's lists in its navigation. */
export function NavLinks({ user, i18n }: { user?: unknown; i18n: { language: string } }) {
  const person = personOf(user)
  if (!person) return null
  const words = wordsOf(i18n.language)
  return (
    <ul className="desk-nav">
      <li>
        <a className="nav__link" href="/admin">
          {words.myDesk}
        </a>
      </li>
      <li>
        <a className="nav__link" href="/admin/search">
          {words.search}
        </a>
      </li>
      <li>
        <a className="nav__link" href="/admin/calendar">
          {words.calendar}
        </a>
      </li>
      {person.roles.includes('editor') ? (
        <li>
          <a className="nav__link" href="/admin/start">
            {words.startTitle}
          </a>
        </li>
      ) : null}
      {person.roles.includes('administrator') ? (
        <li>
          <a className="nav__link" href="/admin/restricted">
            {words.restrictedTexts}
          </a>
        </li>
      ) : null}
    </ul>
  )
}
